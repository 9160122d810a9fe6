/** The searches that are measured, behind one face: this project's, Fuse.js and MiniSearch as their makers would tune them. */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { dateInFull } from '../src/base/dates.ts';
import { type Base, type FactRecord, isUnstated, type Stated } from '../src/base/schema.ts';
import { createSearch } from '../src/search/resolve.ts';
import { fold } from '../src/search/text.ts';
import { STOPWORDS } from '../src/search/words/index.ts';

export const ENGINES = ['sourcebook', 'minisearch', 'fuse'] as const;
export type EngineName = (typeof ENGINES)[number];

/** What an engine shows first. */
export interface Found {
  record: FactRecord | undefined;
  /** Whether it is shown as an answer; undefined for an engine that knows no refusal. */
  answered: boolean | undefined;
  /** Higher is better; for choosing a threshold. */
  score: number;
}

type Ask = (query: string) => Found;

const TODAY = '2026-01-01';
const LIMIT = 10;

function sourcebook(base: Base): Ask {
  const search = createSearch(base);
  return (query) => {
    const resolution = search.resolve(query, { today: TODAY, limit: LIMIT });
    const [first] = resolution.kind === 'nothing' ? [] : resolution.matches;
    return { record: first?.record, answered: resolution.kind === 'answer', score: first?.agreement ?? 0 };
  };
}

/** A record as the text fields that a search library reads, with names and their aliases in place of ids. */
interface Flat {
  id: number;
  giver: string;
  taker: string;
  things: string;
  speaker: string;
  date: string;
  summary: string;
  passage: string;
  asks: string;
}

function flatten(record: FactRecord, id: number, { entities }: Base): Flat {
  const names = (ids: Stated<readonly string[]> | undefined): string =>
    ids === undefined || isUnstated(ids) ? '' : ids.flatMap((ref) => [entities.get(ref)?.name ?? ref, ...(entities.get(ref)?.aliases ?? [])]).join(' ');
  return {
    id,
    giver: record.type === 'deal' ? names(record.supplier) : record.type === 'fact' ? names(record.subject) : '',
    taker: record.type === 'deal' ? names(record.recipient) : record.type === 'fact' ? names(record.object) : '',
    things: `${record.type === 'deal' ? names(record.systems) : ''} ${names(record.about)}`,
    speaker: record.type === 'quote' ? names(record.speaker) : '',
    date: isUnstated(record.date) ? '' : dateInFull(record.date),
    summary: record.summary,
    passage: record.citations.map(({ exact }) => exact).join(' '),
    asks: Object.values(record.asks).flat().join(' '),
  };
}

/** How much a hit in each field counts. */
const WEIGHTS = { giver: 2, taker: 2, things: 3, speaker: 3, date: 1.5, summary: 1.5, passage: 1, asks: 1 } as const;
const FIELDS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];

const STOP = new Set((STOPWORDS.en ?? []).map(fold));

function minisearch(base: Base): Ask {
  const index = new MiniSearch<Flat>({
    fields: [...FIELDS],
    processTerm: (term) => {
      const word = fold(term);
      return word === '' || STOP.has(word) ? null : word;
    },
    searchOptions: {
      boost: WEIGHTS,
      fuzzy: (term) => (/\d/.test(term) || term.length < 4 ? false : 0.2),
      prefix: (term) => term.length > 3,
    },
  });
  base.records.forEach((record, number) => {
    index.add(flatten(record, number, base));
  });
  return (query) => {
    const [first] = index.search(query);
    return { record: first && base.records[Number(first.id)], answered: undefined, score: first?.score ?? 0 };
  };
}

function fuse(base: Base): Ask {
  const index = new Fuse(
    base.records.map((record, number) => flatten(record, number, base)),
    {
      keys: FIELDS.map((name) => ({ name, weight: WEIGHTS[name] })),
      useTokenSearch: true,
      ignoreLocation: true,
      ignoreDiacritics: true,
      threshold: 0.3,
      includeScore: true,
    },
  );
  return (query) => {
    const [first] = index.search(query, { limit: LIMIT });
    return { record: first && base.records[first.item.id], answered: undefined, score: 1 - (first?.score ?? 1) };
  };
}

const BUILDERS: Record<EngineName, (base: Base) => Ask> = { sourcebook, minisearch, fuse };

/** Builds an engine over a base. What it builds at its first misspelt question counts as building. */
export function buildEngine(name: EngineName, base: Base): Ask {
  const ask = BUILDERS[name](base);
  ask('purchse');
  return ask;
}
