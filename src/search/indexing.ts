/** A base's records → postings: everything a record says, in keys. */
import { dateRange } from '../base/dates.ts';
import { type Base, type FactRecord, isUnstated, type Stated } from '../base/schema.ts';
import { askedBits, askedFor } from './asked.ts';
import { createAskBook } from './asks.ts';
import { createPostings } from './collect.ts';
import { type CuratedReader, createCuratedReader } from './curated.ts';
import { createDays } from './days.ts';
import { growingIntegers } from './growing.ts';
import type { PackedIndex } from './index.ts';
import type { Lexicon } from './lexicon.ts';
import { createPassages } from './passages.ts';
import { FIELD } from './postings.ts';
import { remember } from './remember.ts';
import { LANGUAGES, type Language, words } from './text.ts';
import { packWording } from './wording.ts';

/** Ideas that a record's status, type or kind stands for, though its words may not say them. */
const STATUS_IDEAS: Partial<Record<FactRecord['status'], readonly string[]>> = {
  unconfirmed: ['unconfirmed'],
  planned: ['plan'],
  negative: ['refuse'],
};
const TYPE_IDEAS: Record<FactRecord['type'], readonly string[]> = { deal: ['deal', 'buy', 'sell', 'supply'], quote: ['say'], fact: [] };

/** The language to read a text in; Russian's endings come nearest to those of a language that the search does not have. */
const languageOf = (code: string): Language => LANGUAGES.find((language) => language === code.split('-')[0]) ?? 'ru';

const filled = (values: readonly (Stated<string> | undefined)[]): string[] =>
  values.filter((value): value is string => value !== undefined && !isUnstated(value));

/** Days, first and last included; ISO 8601. */
interface Span {
  from: string;
  to: string;
}

/** The days a record's dates span. */
function spansOf(record: FactRecord): Span[] {
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

/** A record's short texts in the curators' words, beside its summary. An office, word by word too: `CEO of X` may be a name as a whole. */
function topicTexts(record: FactRecord): string[] {
  const told =
    record.type === 'quote'
      ? [record.role, ...filled([record.role]).flatMap((role) => role.split(' ')), record.venue]
      : record.type === 'deal'
        ? [record.kind, record.ordered, record.value]
        : [record.kind];
  const figures = record.figures.map(({ value, unit, of }) => `${value} ${unit} ${of ?? ''}`);
  return [...record.topics, ...figures, ...filled(told)];
}

/** A span of more years than this is looked up by its first ones. */
const MOST_YEARS = 50;

/** The years that some days span. */
const yearsOf = (spans: readonly Span[]): string[] =>
  spans.flatMap(({ from, to }) => {
    const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
    return Array.from({ length: Math.min(last - first + 1, MOST_YEARS) }, (_, i) => String(first + i));
  });

/** Numbers of the keys that many records share, each made once: by entity, with what it belongs to, by type and status, by year. */
function createSharedKeys(lexicon: Lexicon, number: (key: string) => number) {
  const entityKey = (id: string): number => number(`e:${id}`);
  const ideaKey = (idea: string): number => number(`i:${idea}`);
  const entity = remember((id) => ({ own: entityKey(id), above: (lexicon.named.get(id)?.within ?? []).map(entityKey) }));
  const types = {
    deal: [number('k:deal'), ...TYPE_IDEAS.deal.map(ideaKey)],
    quote: [number('k:quote'), ...TYPE_IDEAS.quote.map(ideaKey)],
    fact: [number('k:fact'), ...TYPE_IDEAS.fact.map(ideaKey)],
  };
  const implied = ({ type, status }: FactRecord): number[] => [...types[type], ...(STATUS_IDEAS[status] ?? []).map(ideaKey)];
  return { entity, implied, year: remember((year) => number(`y:${year}`)) };
}

/** What an index is collected in. */
interface Collecting {
  postings: ReturnType<typeof createPostings>;
  shared: ReturnType<typeof createSharedKeys>;
  reader: CuratedReader;
}

function putEntities(record: FactRecord, { postings: { put }, shared }: Collecting): void {
  for (const [ids, field] of entityFields(record)) {
    if (isUnstated(ids)) continue;
    for (const id of ids) {
      const { own, above } = shared.entity(id);
      put(own, field);
      for (const key of above) put(key, field | FIELD.inherited);
    }
  }
}

function putUnits(units: readonly number[], field: number, { postings: { put }, reader }: Collecting): void {
  for (const unit of units) for (const key of reader.units[unit] as readonly number[]) put(key, field);
}

/** Reads a base's records into an index. */
export function packIndex(base: Base, lexicon: Lexicon): PackedIndex {
  const [postings, askBook, passages, days, asked] = [createPostings(), createAskBook(), createPassages(), createDays(), growingIntegers()];
  const reader = createCuratedReader(lexicon, postings.number);
  const shared = createSharedKeys(lexicon, postings.number);
  const collecting: Collecting = { postings, shared, reader };
  const readText = (text: string, language: Language): readonly number[] => reader.read(words(text), language);
  for (const record of base.records) {
    putEntities(record, collecting);
    putUnits(readText(record.summary, 'en'), FIELD.summary, collecting);
    for (const text of topicTexts(record)) putUnits(readText(text, 'en'), FIELD.topic, collecting);
    const spoken = record.citations.map(({ exact }) => words(exact));
    const language = languageOf(base.sources.get(record.citations[0]?.source ?? '')?.language ?? 'en');
    for (const tokens of spoken) putUnits(reader.read(tokens, language), FIELD.passage, collecting);
    const spans = spansOf(record);
    for (const key of shared.implied(record)) postings.put(key, FIELD.topic);
    for (const year of yearsOf(spans)) postings.put(shared.year(year), FIELD.topic);
    const asks = Object.entries(record.asks).flatMap(([code, texts]) => texts.map((text) => ({ tokens: words(text), language: languageOf(code) })));
    const units = asks.map(({ tokens, language }) => reader.read(tokens, language));
    for (const ask of units) putUnits(ask, FIELD.ask, collecting);
    postings.end();
    askBook.add(units);
    asked.push(asks.reduce((bits, { tokens }) => bits | askedBits(askedFor(tokens)), 0));
    passages.add(spoken);
    days.add(spans);
  }
  const packed = {
    postings: postings.pack(),
    asks: askBook.pack(reader.units),
    passages: passages.pack(),
    days: days.pack(),
    asked: asked.pack(),
    wording: packWording(base.records),
  };
  return { ...packed, vocabulary: reader.vocabulary };
}
