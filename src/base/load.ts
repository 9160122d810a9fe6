/** The only reader of base files: folder → Base, or the whole list of what is wrong with it. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { loadingRules } from './checks/index.ts';
import { applyRules } from './checks/rule.ts';
import { type BaseFiles, type Draft, draftBase, type FileName } from './draft.ts';
import { inReadingOrder, type Problem } from './problem.ts';
import { type Base, type Entity, FILES, type Place, type Source } from './schema.ts';

/** A base file larger than this is refused unread: nobody curates it by hand. In bytes. */
const LARGEST_FILE = 32 * 1024 * 1024;

/** A base with its drafts in the folders' order; or why there is none, beside what of each folder is sound, for the checks. */
export type Loaded = { base: Base; drafts: Draft[] } | { problems: Problem[]; partial: Draft[] };

const trouble = (file: string, message: string, mend: string): Problem => ({
  severity: 'error',
  rule: 'file',
  at: { file, line: 0 },
  item: '',
  field: '',
  message,
  mend,
});

/** Reads one file of a base; undefined when there is none. */
async function readBaseFile(path: string): Promise<{ text: string } | { problem: Problem } | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return undefined;
  if (found.size > LARGEST_FILE) return { problem: trouble(path, `is larger than ${LARGEST_FILE / 1024 / 1024} MB`, 'split the base into several folders') };
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return { problem: trouble(path, 'cannot be read', 'is it a file, and yours to read?') };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: trouble(path, 'is not UTF-8', 'save it as UTF-8') };
  }
}

interface FolderFiles {
  files: BaseFiles;
  /** Files that are there and cannot be read, with the reason. */
  unreadable: ReadonlyMap<FileName, Problem>;
}

async function readFolder(folder: string): Promise<FolderFiles | { problem: Problem }> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) return { problem: trouble(folder, 'is no folder', 'name the folder that holds base.yaml') };
  const files: BaseFiles = {};
  const unreadable = new Map<FileName, Problem>();
  for (const name of Object.keys(FILES) as FileName[]) {
    const read = await readBaseFile(join(folder, name));
    if (read && 'problem' in read) unreadable.set(name, read.problem);
    else if (read) files[name] = read.text;
  }
  return { files, unreadable };
}

/** One folder's draft with the problems of its files, its fields and its references. */
async function loadFolder(folder: string, prefix: string): Promise<{ draft?: Draft; problems: Problem[] }> {
  const read = await readFolder(folder);
  if ('problem' in read) return { problems: [read.problem] };
  const drafted = draftBase(read.files, prefix, new Set(read.unreadable.keys()));
  const draft = 'draft' in drafted ? drafted.draft : drafted.partial;
  const found = [...read.unreadable.values(), ...('problems' in drafted ? drafted.problems : []), ...applyRules(loadingRules, draft)];
  return { draft, problems: inReadingOrder(found) };
}

/** Entities of the same id in two bases are one entity: names add up, the first base's facts stay. */
function mergeEntity(known: Entity | undefined, next: Entity): Entity {
  if (!known) return next;
  const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  return {
    ...next,
    ...known,
    aliases: union(known.aliases, [next.name, ...next.aliases]).filter((name) => name !== known.name),
    members: union(known.members, next.members),
    of: union(known.of, next.of),
  };
}

function mergeDrafts(drafts: Draft[]): Loaded {
  const sources = new Map<string, Source>();
  const entities = new Map<string, Entity>();
  const byId = new Map<string, Base['records'][number]>();
  const places = new Map<string, () => Place>();
  const problems: Problem[] = [];
  const clash = (at: Place, item: string, message: string) =>
    problems.push({ severity: 'error', rule: 'ids', at, item, field: 'id', message, mend: 'rename one of the two' });
  for (const draft of drafts) {
    for (const source of draft.sources) {
      const known = sources.get(source.id);
      if (known && !isDeepStrictEqual(known, source)) clash(draft.at(source, 'id'), source.id, 'is another source in another base');
      sources.set(source.id, source);
      places.set(`source/${source.id}`, () => draft.at(source));
    }
    for (const entity of draft.entities) {
      entities.set(entity.id, mergeEntity(entities.get(entity.id), entity));
      places.set(`entity/${entity.id}`, () => draft.at(entity));
    }
    for (const record of draft.records) {
      if (byId.has(record.id)) clash(draft.at(record, 'id'), record.id, 'is used by another base too');
      byId.set(record.id, record);
      places.set(record.id, () => draft.at(record));
    }
  }
  if (problems.length > 0) return { problems, partial: drafts };
  const base: Base = { infos: drafts.map((draft) => draft.info), sources, entities, records: [...byId.values()], byId, place: (item) => places.get(item)?.() };
  return { base, drafts };
}

/**
 * Loads one base, or several as one.
 * @param folders paths of folders that hold `base.yaml`. With several, a file's folder stands before its name in every message.
 * @returns the base with its drafts (in the folders' order, for the checks), or every problem of every folder at once with what is sound of each.
 * Never throws for what a curator wrote.
 */
export async function loadBase(folders: readonly string[]): Promise<Loaded> {
  const several = folders.length > 1;
  const loaded = await Promise.all(folders.map((folder) => loadFolder(folder, several ? `${folder.replace(/\/+$/, '')}/` : '')));
  const problems = loaded.flatMap((folder) => folder.problems);
  const drafts = loaded.flatMap(({ draft }) => draft ?? []);
  return problems.length > 0 ? { problems, partial: drafts } : mergeDrafts(drafts);
}

/** What is needed to fetch a source before its entry is complete. */
export interface SourceStub {
  id: string;
  url: string;
  /** BCP 47; `en` when the entry does not say. */
  language: string;
  /** The hash that the entry has, if it has one. */
  sha256?: string;
}

function stubOf(entry: unknown): SourceStub | undefined {
  const fields = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {};
  const { id, url, language, sha256 } = fields;
  if (typeof id !== 'string' || typeof url !== 'string') return undefined;
  return { id, url, language: typeof language === 'string' ? language : 'en', ...(typeof sha256 === 'string' ? { sha256 } : {}) };
}

/**
 * The sources of bases that need not be sound yet: a source's hash and words are known only once its snapshot is taken.
 * @returns every entry of every `sources.yaml` that has an id and an address; an unreadable file gives none.
 */
export async function listSources(folders: readonly string[]): Promise<SourceStub[]> {
  const files = await Promise.all(folders.map((folder) => readBaseFile(join(folder, 'sources.yaml'))));
  return files.flatMap((file) => {
    if (!file || 'problem' in file) return [];
    const document = parseDocument(file.text);
    const entries: unknown = document.errors.length > 0 ? [] : document.toJS();
    return Array.isArray(entries) ? entries.flatMap((entry) => stubOf(entry) ?? []) : [];
  });
}

/** An item of a list from its first line on, until the next item, a comment between the two or the file's end. */
function itemFrom(text: string, line: number): string {
  const [first = '', ...rest] = text.split(/\r?\n/).slice(Math.max(0, line - 1));
  const indent = first.search(/\S|$/);
  const end = rest.findIndex((one) => one.trim() !== '' && one.search(/\S/) <= indent);
  return [first, ...(end < 0 ? rest : rest.slice(0, end))].join('\n').trimEnd();
}

/** An item as its file on disk has it now, comments and all; undefined when the file can't be read. @param place as `Base.place` tells it. */
export async function readItemText(folders: readonly string[], { file, line }: Place): Promise<string | undefined> {
  const [only] = folders;
  const read = await readBaseFile(folders.length === 1 && only !== undefined ? join(only, file) : file);
  return read && 'text' in read ? itemFrom(read.text, line) : undefined;
}
