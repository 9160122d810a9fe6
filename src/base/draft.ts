/** A base as its files hold it: parsed and typed, not yet indexed, every value traceable to its line. */
import { CORE_SCHEMA, load } from 'js-yaml';
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { complain, type Step } from './complaints.ts';
import type { Problem } from './problem.ts';
import {
  type BaseInfo,
  baseInfoSchema,
  dealSchema,
  type Entity,
  entitySchema,
  type FactRecord,
  type FILES,
  factSchema,
  type Place,
  quoteSchema,
  type Source,
  sourceSchema,
} from './schema.ts';

/** What an id may be the id of. */
export type Kind = 'entity' | 'record' | 'source';
export type Item = BaseInfo | Source | Entity | FactRecord;
export type FileName = keyof typeof FILES;

export interface Draft {
  info: BaseInfo;
  sources: readonly Source[];
  entities: readonly Entity[];
  records: readonly FactRecord[];
  /** Ids of items that the schema refused: they exist, but nothing else is known of them. */
  refused: ReadonlySet<string>;
  /** Kinds of which some items may exist unseen, for a file of theirs is missing or faulty. */
  unread: ReadonlySet<Kind>;
  /** Where a field of an item stands; the item's first line when the field is absent. */
  at(item: Item, ...path: Step[]): Place;
}

/** The files of one folder by name, as text. Absent files are absent. */
export type BaseFiles = Partial<Record<FileName, string>>;

const REQUIRED: ReadonlySet<string> = new Set(['base.yaml', 'sources.yaml', 'entities.yaml']);
interface Parsed {
  value: unknown;
  /** Positions of items with a fault of YAML in them: the rest of what they say is not to be judged. */
  broken: ReadonlySet<number>;
  place(path: readonly Step[]): Place;
}

/** The deepest node on a path, with the key's own line for a mapping entry. */
function nodeAt(root: Node | null, path: readonly Step[]): Node | null {
  let node = root;
  let found = root;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((entry) => isScalar(entry.key) && String(entry.key.value) === String(step));
      if (!pair) break;
      found = isNode(pair.key) ? pair.key : found;
      node = isNode(pair.value) ? pair.value : null;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      node = isNode(item) ? item : null;
      found = node ?? found;
    } else break;
  }
  return found;
}

const fault = (rule: string, at: Place, message: string, mend: string): Problem => ({ severity: 'error', rule, at, item: '', field: '', message, mend });

const NONE: ReadonlySet<never> = new Set();

const YAML_MEND = 'check the indentation, and quote texts that hold `: ` or ` #`';

/** Anchors, aliases, tags and directives need the careful parser; curated files hardly have them. */
const UNUSUAL = /(?:^|[\s[{,:-])[&*!][^\s,\]}]|^%|^---[^\n]*\n[\s\S]*^---/m;

/** The value of a plain YAML file, five times as fast as with line numbers; undefined when it is not plain or not right. */
function readFast(text: string): { value: unknown } | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) };
  } catch {
    return undefined;
  }
}

/** The items of a faulty file's list; those with a fault in them are `broken`. Undefined when it holds no list. */
function salvage(document: Document.Parsed): Pick<Parsed, 'value' | 'broken'> {
  const { contents, errors } = document;
  if (!isSeq(contents)) return { value: undefined, broken: new Set() };
  const starts = contents.items.map((item) => (isNode(item) ? item.range?.[0] : undefined) ?? 0);
  // A fault belongs to the last item that begins before it.
  const broken = new Set(errors.map(({ pos: [at] }) => starts.findLastIndex((start) => start <= at)));
  return { value: contents.items.map((item, index) => (isNode(item) && !broken.has(index) ? item.toJS(document) : undefined)), broken };
}

/** The file's nodes with their lines, and what is wrong with it. */
function readLines(file: string, text: string): Parsed & { problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const place = (path: readonly Step[]): Place => ({ file, line: lineOf(nodeAt(document.contents, path)?.range?.[0] ?? 0) });
  const faults = document.errors.map(({ pos, message }) => ({ line: lineOf(pos[0]), message: message.split('\n')[0] ?? '' }));
  // One slip can offend the parser several times over.
  const distinct = new Map(faults.map((one) => [`${one.line} ${one.message}`, one])).values();
  const problems = [...distinct].map(({ line, message }) => fault('yaml', { file, line }, `is not YAML here: ${message}`, YAML_MEND));
  try {
    return problems.length > 0 ? { ...salvage(document), place, problems } : { value: document.toJS(), broken: NONE, place, problems };
  } catch (error) {
    // Aliases that lead nowhere, or that multiply beyond all measure.
    const message = `cannot be read: ${error instanceof Error ? error.message : 'its aliases are wrong'}`;
    return {
      value: undefined,
      broken: NONE,
      place,
      problems: [...problems, fault('yaml', { file, line: 1 }, message, 'write the values out instead of using `&` and `*`')],
    };
  }
}

/** Parses a file; lines are looked up only when somebody asks for a place. */
function parseFile(file: string, text: string): Parsed & { problems: readonly Problem[] } {
  const plain = text.replace(/^\uFEFF/, '');
  const fast = readFast(plain);
  let careful: ReturnType<typeof readLines> | undefined;
  const withLines = () => {
    careful ??= readLines(file, plain);
    return careful;
  };
  return fast ? { value: fast.value, broken: NONE, problems: [], place: (path) => withLines().place(path) } : withLines();
}

/** The id that an item claims, even when the item is otherwise wrong. */
function idOf(value: unknown): string | undefined {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

interface Home {
  parsed: Parsed;
  path: Step[];
}

/** What the reading of one base's files has come to so far. */
interface Reading {
  problems: Problem[];
  homes: Map<object, Home>;
  refused: Set<string>;
}

/** Types one item and remembers where it stands, or says what is wrong with it. */
function readItem<Schema extends z.ZodObject>(schema: Schema, value: unknown, home: Home, reading: Reading): z.output<Schema> | undefined {
  const checked = schema.safeParse(value);
  if (checked.success) {
    reading.homes.set(checked.data, home);
    return checked.data;
  }
  const id = idOf(value);
  if (id !== undefined) reading.refused.add(id);
  const index = home.path[0];
  const item = id ?? (typeof index === 'number' ? `item ${index + 1}` : '');
  const complaints = checked.error.issues.flatMap((issue) => complain(issue, value, Object.keys(schema.shape)));
  for (const { path, message, mend } of complaints) {
    reading.problems.push({ severity: 'error', rule: 'schema', at: home.parsed.place([...home.path, ...path]), item, field: path.join('.'), message, mend });
  }
  return undefined;
}

/** The sound items of a file that holds a list; undefined when it holds none. */
function readList<Schema extends z.ZodObject>(schema: Schema, parsed: Parsed, reading: Reading): z.output<Schema>[] | undefined {
  const list = parsed.value ?? [];
  if (!Array.isArray(list)) {
    reading.problems.push(fault('schema', parsed.place([]), 'holds no list', 'start each item with `- id: `'));
    return undefined;
  }
  const read = (value: unknown, index: number) => (parsed.broken.has(index) ? undefined : readItem(schema, value, { parsed, path: [index] }, reading));
  return list.map(read).filter((item) => item !== undefined);
}

/** Stands in for a `base.yaml` that is wrong, so that what is wrong elsewhere can be told all the same. */
const NO_INFO: BaseInfo = { id: '', title: '', description: '', revised: '', asks: {}, regions: [] };

const KIND_OF: Partial<Record<FileName, Kind>> = {
  'sources.yaml': 'source',
  'entities.yaml': 'entity',
  'deals.yaml': 'record',
  'quotes.yaml': 'record',
  'facts.yaml': 'record',
};

/**
 * Parses and types the files of one base.
 * @param prefix stands before each file's name in messages: the folder, when several are loaded.
 * @param unreadable files that are there and cannot be read; the caller tells why.
 * @returns the draft, or every YAML and schema problem of every file; `partial` then holds the items that are sound, so that the rules
 * can add what they find.
 */
export function draftBase(
  files: BaseFiles,
  prefix = '',
  unreadable: ReadonlySet<FileName> = new Set(),
): { draft: Draft } | { problems: Problem[]; partial: Draft } {
  const reading: Reading = { problems: [], homes: new Map(), refused: new Set() };
  const unread = new Set<Kind>();
  const miss = (name: FileName) => {
    const kind = KIND_OF[name];
    if (kind) unread.add(kind);
  };
  const parse = (name: FileName): Parsed | undefined => {
    const text = files[name];
    const file = prefix + name;
    if (text === undefined) {
      if (!REQUIRED.has(name) && !unreadable.has(name)) return undefined;
      miss(name);
      if (!unreadable.has(name)) reading.problems.push(fault('schema', { file, line: 0 }, 'is missing', 'see docs/curating.md for what it holds'));
      return undefined;
    }
    const { problems, ...parsed } = parseFile(file, text);
    reading.problems.push(...problems);
    if (problems.length > 0) miss(name);
    return problems.length > 0 && parsed.value === undefined ? undefined : parsed;
  };
  const list = <Schema extends z.ZodObject>(name: FileName, schema: Schema): z.output<Schema>[] => {
    const parsed = parse(name);
    const items = parsed && readList(schema, parsed, reading);
    if (parsed && !items) miss(name);
    return items ?? [];
  };
  const head = parse('base.yaml');
  const info = (head && readItem(baseInfoSchema, head.value ?? {}, { parsed: head, path: [] }, reading)) ?? NO_INFO;
  const sources = list('sources.yaml', sourceSchema);
  const entities = list('entities.yaml', entitySchema);
  const typed = <Type extends FactRecord['type'], Fields extends object>(type: Type, items: readonly Fields[]): (Fields & { type: Type })[] =>
    items.map((item) => {
      const record = { ...item, type };
      const home = reading.homes.get(item);
      if (home) reading.homes.set(record, home);
      return record;
    });
  const records: FactRecord[] = [
    ...typed('deal', list('deals.yaml', dealSchema)),
    ...typed('quote', list('quotes.yaml', quoteSchema)),
    ...typed('fact', list('facts.yaml', factSchema)),
  ];
  const at: Draft['at'] = (item, ...path) => {
    const home = reading.homes.get(item);
    return home ? home.parsed.place([...home.path, ...path]) : { file: `${prefix}base.yaml`, line: 1 };
  };
  const draft: Draft = { info, sources, entities, records, refused: reading.refused, unread, at };
  return reading.problems.length > 0 || unreadable.size > 0 ? { problems: reading.problems, partial: draft } : { draft };
}
