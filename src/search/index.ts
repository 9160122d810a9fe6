/** A base's records → postings: everything a record says, in keys. */
import { dateRange } from '../base/dates.ts';
import { type Base, type FactRecord, isUnstated, type Stated } from '../base/schema.ts';
import { type AskBook, createAskBook, openAsks, type PackedAsks } from './asks.ts';
import { createCuratedReader } from './curated.ts';
import { createDays, type Days } from './days.ts';
import type { Lexicon } from './lexicon.ts';
import type { PackedWords } from './near.ts';
import { createPassages, openPassages, type PackedPassages, type Passages } from './passages.ts';
import { createPostings, FIELD, openPostings, type PackedPostings, type Postings } from './postings.ts';
import { LANGUAGES, type Language, type Token, words } from './text.ts';

export interface Index {
  postings: Postings;
  asks: AskBook;
  records: readonly FactRecord[];
  /** What scoring needs to know of a record, as bits of `TRAIT`: the records themselves lie far apart in memory. */
  traits: Uint8Array;
  /** The days that the records' dates span. */
  days: Days;
  /** Folded words that stand in the records' texts and asks, for finding misspelt ones. */
  vocabulary: ReadonlySet<string>;
  passages: Passages;
  /** What misspelt words are compared with, where that was prepared before. */
  spelling?: PackedWords;
}

/** Bits of a record's traits: its type, and whether it states figures. */
export const TRAIT = { deal: 1, quote: 2, fact: 4, figures: 8 } as const;

/** An index as plain data, which can be kept and opened again. */
export interface PackedIndex {
  postings: PackedPostings;
  asks: PackedAsks;
  passages: PackedPassages;
  days: Days;
  vocabulary: Index['vocabulary'];
  spelling?: PackedWords;
}

/** A base that brings its index along. */
export interface IndexedBase extends Base {
  index: PackedIndex;
}

/** Ideas that a record's status, type or kind stands for, though its words may not say them. */
const STATUS_IDEAS: Partial<Record<FactRecord['status'], readonly string[]>> = {
  unconfirmed: ['unconfirmed'],
  planned: ['plan'],
  negative: ['refuse'],
};
const TYPE_IDEAS: Record<FactRecord['type'], readonly string[]> = { deal: ['deal', 'buy', 'sell', 'supply'], quote: ['say'], fact: [] };

/** The language to read a text in; Russian's endings come nearest to those of a language that the search does not have. */
const languageOf = (code: string): Language => LANGUAGES.find((language) => language === code.split('-')[0]) ?? 'ru';

/** Key number → fields. */
type Keys = Map<number, number>;
const put = (keys: Keys, key: number, field: number) => {
  keys.set(key, (keys.get(key) ?? 0) | field);
};

const filled = (values: readonly (Stated<string> | undefined)[]): string[] =>
  values.filter((value): value is string => value !== undefined && !isUnstated(value));

/** The days a record's dates span. */
function rangesOf(record: FactRecord): { from: string; to: string }[] {
  const dates = record.type === 'deal' ? [record.date, record.signed, record.delivered] : [record.date];
  return dates.flatMap((date) => (isUnstated(date) ? [] : [dateRange(date)]));
}

/** A record's entities with the fields that name them. */
function entityFields(record: FactRecord): [ids: Stated<readonly string[]>, field: number][] {
  const about: [readonly string[], number] = [record.about, FIELD.about];
  switch (record.type) {
    case 'deal':
      return [[record.supplier, FIELD.supplier], [record.recipient, FIELD.recipient], [record.maker, FIELD.about], [record.systems, FIELD.system], about];
    case 'quote':
      return [[record.speaker, FIELD.speaker], about];
    case 'fact':
      return [[record.subject, FIELD.subject], [record.object, FIELD.object], about];
  }
}

/** A record's short texts in the curators' words, beside its summary. */
function topicTexts(record: FactRecord): string[] {
  const told = record.type === 'quote' ? [record.role, record.venue] : record.type === 'deal' ? [record.kind, record.ordered, record.value] : [record.kind];
  const figures = record.figures.map(({ value, unit, of }) => `${value} ${unit} ${of ?? ''}`);
  return [...record.topics, ...figures, ...filled(told)];
}

/** A span of more years than this is looked up by its first ones. */
const MOST_YEARS = 50;

/** Keys that a record has by its type, status and dates. */
function impliedKeys(record: FactRecord, days: readonly { from: string; to: string }[]): string[] {
  const years = days.flatMap(({ from, to }) => {
    const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
    return Array.from({ length: Math.min(last - first + 1, MOST_YEARS) }, (_, i) => `y:${first + i}`);
  });
  const ideas = [...TYPE_IDEAS[record.type], ...(STATUS_IDEAS[record.status] ?? [])].map((idea) => `i:${idea}`);
  return [`k:${record.type}`, ...ideas, ...years];
}

/** Reads a base's records into an index. */
export function packIndex(base: Base, lexicon: Lexicon): PackedIndex {
  const collecting = createPostings();
  const askBook = createAskBook();
  const passages = createPassages();
  const { read, units, vocabulary } = createCuratedReader(lexicon, collecting.number);
  const days = createDays();
  for (const record of base.records) {
    const keys: Keys = new Map();
    for (const [ids, field] of entityFields(record)) {
      if (isUnstated(ids)) continue;
      for (const id of ids) {
        put(keys, collecting.number(`e:${id}`), field);
        for (const above of lexicon.named.get(id)?.within ?? []) put(keys, collecting.number(`e:${above}`), field | FIELD.inherited);
      }
    }
    const source = base.sources.get(record.citations[0]?.source ?? '');
    const spoken = record.citations.map(({ exact }) => words(exact));
    const putUnits = (numbers: readonly number[], field: number): void => {
      for (const unit of numbers) for (const key of units[unit] as readonly number[]) put(keys, key, field);
    };
    const take = (tokens: readonly Token[], language: Language, field: number): void => {
      putUnits(read(tokens, language), field);
    };
    take(words(record.summary), 'en', FIELD.summary);
    for (const tokens of spoken) take(tokens, languageOf(source?.language ?? 'en'), FIELD.passage);
    for (const text of topicTexts(record)) take(words(text), 'en', FIELD.topic);
    const spans = rangesOf(record);
    for (const key of impliedKeys(record, spans)) put(keys, collecting.number(key), FIELD.topic);
    const asks = Object.entries(record.asks).flatMap(([code, texts]) => texts.map((text) => read(words(text), languageOf(code))));
    for (const ask of asks) putUnits(ask, FIELD.ask);
    days.add(spans);
    collecting.add(keys);
    askBook.add(asks);
    passages.add(spoken);
  }
  return { postings: collecting.pack(), asks: askBook.pack(units), passages: passages.pack(), days: days.pack(), vocabulary };
}

/** The index of these records, ready to be searched. */
function openIndex(packed: PackedIndex, records: Index['records']): Index {
  const postings = openPostings(packed.postings);
  const asks = openAsks(packed.asks, (key) => postings.weight(postings.frequencyOf(key)), postings.keyCount);
  const traits = Uint8Array.from(records, ({ type, figures }) => TRAIT[type] | (figures.length > 0 ? TRAIT.figures : 0));
  return { ...packed, postings, asks, records, traits, passages: openPassages(packed.passages) };
}

/** The index of a base: its own, if it brings one, else read from its records. */
export const indexBase = (base: Base | IndexedBase, lexicon: Lexicon): Index =>
  openIndex('index' in base ? base.index : packIndex(base, lexicon), base.records);
