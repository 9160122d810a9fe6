/** The curator's view of an answer: which records it rests on, and each as its file has it. */
import { z } from 'zod';
import { isoWords } from '../../base/dates.ts';
import { loadBase, readItemText } from '../../base/load.ts';
import type { Base, Place } from '../../base/schema.ts';
import { readButton } from '../../replies/button.ts';
import { recordView } from '../../replies/record.ts';

/** A record as its curator sees it. */
export interface CuratorView {
  id: string;
  heading: string;
  status: { label: string; sentence: string };
  /** The day in words: `22 November 2026`. */
  verified: { by: string; on: string };
  review?: { by: string; overdue: boolean };
  passages: { exact: string; paragraph: number; source: string }[];
  /** `deals.yaml:42`, and the lines from there on; absent when the file has changed and does not load. */
  place?: string;
  yaml?: string;
}

/** Bases that were read once more for their lines: what comes from the cache does not know them. */
const placed = new WeakMap<Base, Promise<Base | undefined>>();

async function readAgain(folders: readonly string[]): Promise<Base | undefined> {
  const loaded = await loadBase(folders);
  return 'base' in loaded ? loaded.base : undefined;
}

async function placeOf(base: Base, id: string, folders: readonly string[]): Promise<Place | undefined> {
  const known = base.place(id);
  if (known) return known;
  const again = placed.get(base) ?? readAgain(folders);
  placed.set(base, again);
  return (await again)?.place(id);
}

/** Where the record stands and what stands there, unless the file no longer holds it at that line. */
async function writtenAt(base: Base, id: string, folders: readonly string[]): Promise<Pick<CuratorView, 'place' | 'yaml'>> {
  const place = await placeOf(base, id, folders);
  const yaml = place && (await readItemText(folders, place));
  if (!place || yaml === undefined || !yaml.includes(id)) return {};
  return { place: `${place.file}:${place.line}`, yaml };
}

/** The curator's view of a record; undefined when there is none. @param today ISO 8601. @param folders the base's. */
export async function curatorView(base: Base, id: string, today: string, folders: readonly string[]): Promise<CuratorView | undefined> {
  const record = base.byId.get(id);
  if (!record) return undefined;
  const { heading, status, cited, review } = recordView(base, record, today);
  return {
    id,
    heading,
    status: { label: status.label, sentence: status.sentence },
    verified: { by: record.verified.by, on: isoWords(record.verified.on) },
    ...(review && { review: { by: review.by, overdue: review.overdue } }),
    passages: cited.flatMap(({ source, passages }) => passages.map(({ exact, paragraph }) => ({ exact, paragraph, source: source.publisher }))),
    ...(await writtenAt(base, id, folders)),
  };
}

const componentSchema = z.object({ custom_id: z.string().optional(), options: z.array(z.object({ value: z.string(), label: z.string() })).optional() });
const messageSchema = z.object({ components: z.array(z.object({ components: z.array(componentSchema) })).default([]) });

/** What a message of ours rests on, as its buttons tell. */
export interface Behind {
  /** The record it shows. */
  record?: string;
  /** Further records it names, and how. */
  others: { id: string; label: string }[];
  /** Id of the button that tells why it matched. */
  why?: string;
}

/** @param message as the page has it; nothing in it is trusted. */
export function behind(message: unknown): Behind {
  const components = messageSchema.safeParse(message).data?.components.flatMap((row) => row.components) ?? [];
  const buttons = components.flatMap(({ custom_id: id }) => (id === undefined ? [] : [{ id, button: readButton(id) }]));
  const record = buttons.flatMap(({ button }) => (button?.action === 'near' || button?.action === 'cite' ? [button.id] : []))[0];
  const why = buttons.find(({ button }) => button?.action === 'why')?.id;
  const others = components.flatMap(({ custom_id: id, options }) =>
    readButton(id ?? '')?.action === 'open' ? (options ?? []).map(({ value, label }) => ({ id: value, label })) : [],
  );
  return { ...(record !== undefined && { record }), others, ...(why !== undefined && { why }) };
}
