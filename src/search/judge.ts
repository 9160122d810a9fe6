/** A question against the whole base: every record that comes near, with what speaks for it and against it. */
import type { Base, FactRecord } from '../base/schema.ts';
import { createObjector, evidenceOf } from './decide.ts';
import { type Index, indexBase } from './index.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { asOfDay, type Meaning, readMeaning } from './meaning.ts';
import { type Ranked, rankRecords } from './rank.ts';
import { createReadings } from './readings.ts';
import type { ResolveOptions } from './resolution.ts';
import { createSpelling } from './spelling.ts';
import { LIMITS } from './weights.ts';

/** A ranked record with what speaks for it and against it. */
export interface Judged {
  ranked: Ranked;
  record: FactRecord;
  /** Why it is no answer, one sentence each; empty when nothing speaks against it. */
  against(): readonly string[];
  /** How much speaks for it; see `LIMITS.evidence`. */
  evidence: number;
}

/** Which records are looked at. */
interface Bounds {
  /** For one side of a comparison, of which a few are taken. */
  side?: boolean;
  /** Positions of the only ones. */
  among?: ReadonlySet<number> | undefined;
}

export interface Judge {
  index: Index;
  lexicon: Lexicon;
  /** Reads a query and judges the records near it, best first; none for one that gives orders. */
  read(query: string, options: ResolveOptions): { meaning: Meaning; judged: Judged[] };
  /** Reads a query without looking for records. */
  understand(query: string, options: ResolveOptions): Meaning;
  /** Judges the records near a meaning, best first. */
  judge(meaning: Meaning, bounds?: Bounds): Judged[];
}

/** Records that are looked at closely for one answer, for one side of a comparison and for a list: fewer in a small base, where wording helps to choose them. */
const CLOSELY = { small: { one: 12, side: 8, list: 64 }, large: { one: 16, side: 16, list: 100 } } as const;

/** Nothing speaks against it, and enough for it. */
export const holds = (entry: Judged, least: number = LIMITS.evidence): boolean => entry.evidence >= least && entry.against().length === 0;

/**
 * The day to count relative dates from when the base has nothing on them as of today: the first of the month after its latest source.
 * "Last July" then is the last July that the base can know of.
 */
function horizonOf(base: Base): string {
  const dates = [...base.sources.values()].map(({ date }) => `${date}-12-31`.slice(0, 10)).sort();
  const [year = 2000, month = 1] = (dates.at(-1) ?? '2000-01-01').split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

const isOfToday = ({ meaning, judged }: ReturnType<Judge['read']>): boolean =>
  !meaning.dates.some(({ relative }) => relative) || judged.some(({ ranked }) => ranked.dates.every(({ stance }) => stance === 'agrees'));

/** Builds the index and lexicon of a base, and what judges with them. */
export function createJudge(base: Base): Judge {
  const lexicon = createLexicon(base.entities);
  const index = indexBase(base, lexicon);
  const readings = createReadings(lexicon, createSpelling(lexicon, index));
  const horizon = horizonOf(base);

  const closely = index.wording.tellsAll ? CLOSELY.small : CLOSELY.large;

  const judge: Judge['judge'] = (meaning, { side = false, among } = {}) => {
    const most = side ? closely.side : meaning.asked.has('list') ? closely.list : closely.one;
    const objectionsTo = createObjector(meaning, index, lexicon);
    return rankRecords(index, meaning, { most, among }).map((ranked) => {
      // Objections take longest and few records need them. A function, for a getter would give each object a hidden class of its own.
      let found: readonly string[] | undefined;
      const against = () => {
        found ??= objectionsTo(ranked);
        return found;
      };
      return { ranked, record: index.records[ranked.number] as FactRecord, against, evidence: evidenceOf(ranked) };
    });
  };

  const understand: Judge['understand'] = (query, { preference = 'ask', today }) => readMeaning(query, { lexicon, readings, preference, today });

  const read: Judge['read'] = (query, { today, among, ...options }) => {
    const judged = (meaning: Meaning) => ({ meaning, judged: judge(meaning, { among }) });
    const understood = understand(query, { ...options, today });
    if (understood.orders) return { meaning: understood, judged: [] };
    const now = judged(understood);
    return isOfToday(now) ? now : judged(asOfDay(now.meaning, query, horizon));
  };
  return { index, lexicon, read, understand, judge };
}
