/** A base's records → postings: everything a record says, in keys. */
import { dateRange } from '../base/dates.ts';
import { type Base, type FactRecord, isUnstated, type Stated } from '../base/schema.ts';
import { type AskBook, createAskBook } from './asks.ts';
import type { Lexicon } from './lexicon.ts';
import { createPostings, FIELD, type Postings } from './postings.ts';
import { curatedReader, type Unit } from './read.ts';
import { LANGUAGES, type Language, words } from './text.ts';

export interface Index {
  postings: Postings;
  asks: AskBook;
  records: readonly FactRecord[];
  /** First and last day of every date a record has; none when it is undated. */
  ranges: readonly (readonly { from: string; to: string }[])[];
  /** Folded words that stand in the records' texts and asks, for finding misspelt ones. */
  vocabulary: ReadonlySet<string>;
  /** Pairs of neighbouring words of a record's passages, for remembered phrases. */
  phrases(record: number): ReadonlySet<string>;
}

/** Ideas that a record's status, type or kind stands for, though its words may not say them. */
const STATUS_IDEAS: Partial<Record<FactRecord['status'], readonly string[]>> = {
  unconfirmed: ['unconfirmed'],
  planned: ['plan'],
  negative: ['refuse'],
  confirmed: [],
};
const TYPE_IDEAS: Record<FactRecord['type'], readonly string[]> = { deal: ['deal', 'buy', 'sell', 'supply'], quote: ['say'], fact: [] };

const languageOf = (code: string): readonly Language[] => {
  const language = code.split('-')[0] as Language;
  return LANGUAGES.includes(language) ? [language] : ['ru'];
};

/** The keys of one unit, best first: what an equal unit of a query would look up. */
export function unitKeys(unit: Unit): string[] {
  switch (unit.kind) {
    case 'name':
      return unit.ids.map((id) => `e:${id}`);
    case 'number':
      return [`n:${unit.value}`];
    case 'word':
      return [...unit.stems.map((stem) => `t:${stem}`), ...unit.ideas.map((idea) => `i:${idea}`)];
  }
}

type Keys = Map<string, number>;
const put = (keys: Keys, key: string, field: number) => {
  keys.set(key, (keys.get(key) ?? 0) | field);
};

function putEntities(keys: Keys, lexicon: Lexicon, ids: Stated<readonly string[]> | undefined, field: number): void {
  if (ids === undefined || isUnstated(ids)) return;
  for (const id of ids) {
    put(keys, `e:${id}`, field);
    for (const above of lexicon.named.get(id)?.within ?? []) put(keys, `e:${above}`, field | FIELD.inherited);
  }
}

const filled = (values: readonly (Stated<string> | undefined)[]): string[] =>
  values.filter((value): value is string => value !== undefined && !isUnstated(value));

/** The days a record's dates span. */
function rangesOf(record: FactRecord): { from: string; to: string }[] {
  const dates = record.type === 'deal' ? [record.date, record.signed, record.delivered] : [record.date];
  return dates.flatMap((date) => (isUnstated(date) ? [] : [dateRange(date)]));
}

/** Records whose phrases are kept at a time. */
const PHRASE_BOOK = 5000;

/** Reads a record's phrases when first asked for, and remembers a bounded number. */
function phraseBook(records: readonly FactRecord[]): (record: number) => ReadonlySet<string> {
  const known = new Map<number, Set<string>>();
  return (number) => {
    let phrases = known.get(number);
    if (!phrases) {
      phrases = new Set();
      for (const { exact } of records[number]?.citations ?? []) {
        const tokens = words(exact);
        for (let i = 1; i < tokens.length; i++) phrases.add(`${tokens[i - 1]?.text} ${tokens[i]?.text}`);
      }
      if (known.size >= PHRASE_BOOK) known.clear();
      known.set(number, phrases);
    }
    return phrases;
  };
}

/** Builds the index of a base. */
export function indexBase(base: Base, lexicon: Lexicon): Index {
  const collecting = createPostings();
  const askBook = createAskBook();
  const vocabulary = new Set<string>();
  const readCurated = curatedReader(lexicon);
  const read = (text: string, languages: readonly Language[]): Unit[] => {
    const tokens = words(text);
    for (const token of tokens) if (token.text.length >= 4 && !/\d/.test(token.text)) vocabulary.add(token.text);
    return readCurated(tokens, languages);
  };
  const ranges: { from: string; to: string }[][] = [];
  for (const record of base.records) {
    const keys: Keys = new Map();
    const putText = (text: string, field: number, languages: readonly Language[]) => {
      for (const unit of read(text, languages)) for (const key of unitKeys(unit)) put(keys, key, field);
    };
    if (record.type === 'deal') {
      putEntities(keys, lexicon, record.supplier, FIELD.supplier);
      putEntities(keys, lexicon, record.recipient, FIELD.recipient);
      putEntities(keys, lexicon, record.maker, FIELD.about);
      putEntities(keys, lexicon, record.systems, FIELD.system);
    } else if (record.type === 'quote') putEntities(keys, lexicon, record.speaker, FIELD.speaker);
    else {
      putEntities(keys, lexicon, record.subject, FIELD.subject);
      putEntities(keys, lexicon, record.object, FIELD.object);
    }
    putEntities(keys, lexicon, record.about, FIELD.about);
    const source = base.sources.get(record.citations[0]?.source ?? '');
    const language = languageOf(source?.language ?? 'en');
    putText(record.summary, FIELD.summary, ['en']);
    for (const { exact } of record.citations) putText(exact, FIELD.passage, language);
    for (const topic of record.topics) putText(topic, FIELD.topic, ['en']);
    for (const figure of record.figures) putText(`${figure.value} ${figure.unit} ${figure.of ?? ''}`, FIELD.topic, ['en']);
    const told = record.type === 'quote' ? [record.role, record.venue] : record.type === 'deal' ? [record.ordered, record.value] : [];
    for (const text of filled(told)) putText(text, FIELD.topic, ['en']);
    for (const idea of [...TYPE_IDEAS[record.type], ...(STATUS_IDEAS[record.status] ?? [])]) put(keys, `i:${idea}`, FIELD.topic);
    if (record.type !== 'quote') for (const unit of read(record.kind, ['en'])) for (const key of unitKeys(unit)) put(keys, key, FIELD.topic);
    put(keys, `k:${record.type}`, FIELD.topic);
    const days = rangesOf(record);
    for (const { from, to } of days)
      for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)) && year - Number(from.slice(0, 4)) < 50; year++)
        put(keys, `y:${year}`, FIELD.topic);
    const asks: number[][][] = [];
    for (const [code, texts] of Object.entries(record.asks)) {
      const languages = languageOf(code);
      for (const text of texts) {
        const units = read(text, languages).map(unitKeys);
        asks.push(units.map((unit) => unit.map(collecting.number)));
        for (const unit of units) for (const key of unit) put(keys, key, FIELD.ask);
      }
    }
    ranges.push(days);
    collecting.add(keys);
    askBook.add(asks);
  }
  const postings = collecting.pack();
  const asks = askBook.pack((key) => postings.weight(postings.frequencyOf(key)), postings.keyCount);
  return { postings, asks, records: base.records, ranges, vocabulary, phrases: phraseBook(base.records) };
}
