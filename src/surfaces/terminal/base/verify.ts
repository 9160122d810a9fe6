/** `base verify`: bases against their snapshots, and the pinning of what was found. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { count } from '../../../base/count.ts';
import type { Draft } from '../../../base/draft.ts';
import { loadBase } from '../../../base/load.ts';
import { inReadingOrder } from '../../../base/problem.ts';
import type { FactRecord } from '../../../base/schema.ts';
import { type CitationVerdict, type SourceVerdict, verifyBase, verifyDraft } from '../../../base/verify.ts';
import { type BaseIO, fileTrouble, tellProblems } from './io.ts';
import { type Pin, pinText } from './pin.ts';
import { readIfThere, readSnapshots } from './snapshots.ts';

const FILE_OF = { deal: 'deals.yaml', quote: 'quotes.yaml', fact: 'facts.yaml' } as const;

/** A passage may be pinned where it stands once in the cited paragraph of the snapshot that the source's hash is of. */
const isPinnable = ({ location }: CitationVerdict): boolean =>
  location.state !== 'lost' && location.count === 1 && (location.state === 'exact' || location.why === 'start');

function pinsOf(draft: Draft, texts: ReadonlyMap<string, string>, type: FactRecord['type']): Pin[] {
  const { sources, citations } = verifyDraft(draft, texts);
  const sound = new Set(sources.flatMap(({ source, snapshot }) => (snapshot === 'matches' ? [source.id] : [])));
  const order = new Map(draft.records.filter((record) => record.type === type).map((record, index) => [record, index]));
  return citations.flatMap((verdict): Pin[] => {
    const record = order.get(verdict.record);
    const { location } = verdict;
    if (record === undefined || location.state === 'lost' || !sound.has(verdict.citation.source) || !isPinnable(verdict)) return [];
    return [{ record, citation: verdict.index, start: location.at.start }];
  });
}

async function pinFile(path: string, pins: readonly Pin[], io: BaseIO): Promise<void> {
  const text = pins.length > 0 ? await readIfThere(path) : undefined;
  if (text === undefined) return;
  const pinned = pinText(text, pins);
  if (pinned === undefined) io.out(`${path} is left as it was: its citations could not be pinned by lines alone.`);
  else if (pinned !== text) {
    await writeFile(path, pinned).catch((error: unknown) => {
      throw new Error(fileTrouble(error, path), { cause: error });
    });
    io.out(`${path}: ${count(pins.length, 'passage')} pinned.`);
  }
}

async function pinFolder(folder: string, draft: Draft, texts: ReadonlyMap<string, string>, io: BaseIO): Promise<void> {
  for (const type of ['deal', 'quote', 'fact'] as const) await pinFile(join(folder, FILE_OF[type]), pinsOf(draft, texts, type), io);
}

function summarise({ source, snapshot, sentences, carried, silent }: SourceVerdict, verdicts: readonly CitationVerdict[], io: BaseIO): void {
  if (snapshot === 'missing') {
    io.out(`${source.id}: no snapshot.`);
    return;
  }
  const states = { exact: 0, moved: 0, lost: 0 };
  for (const { citation, location } of verdicts) if (citation.source === source.id) states[location.state]++;
  io.out(`${source.id}: the snapshot's hash ${snapshot === 'matches' ? 'is' : 'is not'} the source's.`);
  io.out(`  Passages: ${states.exact} exact, ${states.moved} moved, ${states.lost} lost.`);
  io.out(`  Sentences: ${sentences}; ${carried} carried, ${silent} state nothing, ${sentences - carried - silent} in no record.`);
}

/**
 * Verifies bases against the snapshots of a folder.
 * @param pin also writes each passage's `start` into the base's files.
 * @returns 1 when something does not hold.
 */
export async function verifyCommand(folders: readonly string[], snapshots: string, pin: boolean, io: BaseIO): Promise<number> {
  let loaded = await loadBase(folders);
  const texts = 'base' in loaded ? await readSnapshots(snapshots, [...loaded.base.sources.keys()]) : new Map<string, string>();
  if ('drafts' in loaded && pin) {
    for (const [index, draft] of loaded.drafts.entries()) await pinFolder(folders[index] ?? '', draft, texts, io);
    loaded = await loadBase(folders);
  }
  if ('problems' in loaded) {
    io.out('The base does not load.');
    tellProblems(loaded.problems, io);
    return 1;
  }
  const { sources, citations, problems } = verifyBase(loaded.drafts, texts);
  for (const verdict of sources) summarise(verdict, citations, io);
  tellProblems(inReadingOrder(problems), io);
  if (problems.length === 0) io.out('Every passage stands letter for letter in its source.');
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}
