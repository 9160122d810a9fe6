/** A query → a resolution. The one way in to the search. */
import type { Base, FactRecord } from '../base/schema.ts';
import { correctionsOf } from './correct.ts';
import { evidenceOf, objectionsTo } from './decide.ts';
import { explain } from './explain.ts';
import { indexBase } from './index.ts';
import { createLexicon } from './lexicon.ts';
import { type Meaning, readMeaning } from './meaning.ts';
import { type Ranked, rankRecords } from './rank.ts';
import type { Match, Resolution, ResolveOptions, Search } from './resolution.ts';
import { createSpelling } from './spelling.ts';
import { LIMITS } from './weights.ts';

/** A ranked record with what speaks for it and against it. */
interface Judged {
  ranked: Ranked;
  /** Why it is no answer; empty when nothing speaks against it. */
  against: readonly string[];
  evidence: number;
}

/**
 * The day to count relative dates from when the base has nothing on them as of today: the first of the month after its latest source.
 * "Last July" then is the last July that the base can know of.
 */
function horizonOf(base: Base): string {
  const latest =
    [...base.sources.values()]
      .map(({ date }) => `${date}-12-31`.slice(0, 10))
      .sort()
      .at(-1) ?? '2000-01-01';
  const [year = 2000, month = 1] = latest.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

const NOTHING: Resolution = { kind: 'nothing', why: ['Nothing in the base comes near this.'] };

/** Builds the search of a base. */
export function createSearch(base: Base): Search {
  const lexicon = createLexicon(base.entities);
  const index = indexBase(base, lexicon);
  const spelling = createSpelling(lexicon, index);
  const horizon = horizonOf(base);

  const judge = (meaning: Meaning, limit: number): Judged[] =>
    rankRecords(index, meaning, limit).map((ranked) => ({
      ranked,
      against: objectionsTo(ranked, meaning, index, lexicon),
      evidence: evidenceOf(ranked),
    }));

  /** Reads the query as of today and, when a relative date finds nothing then, as of the base's horizon. */
  const read = (query: string, { preference = 'ask', today, limit = 25 }: ResolveOptions): { meaning: Meaning; judged: Judged[] } => {
    const asOf = (day: string) => readMeaning(query, { lexicon, spelling, preference, today: day });
    const meaning = asOf(today);
    const judged = judge(meaning, limit);
    const relative = meaning.dates.some((date) => date.relative);
    if (!relative || judged.some(({ ranked }) => ranked.dates.every(({ stance }) => stance === 'agrees'))) return { meaning, judged };
    const earlier = asOf(horizon);
    return { meaning: earlier, judged: judge(earlier, limit) };
  };

  const match = ({ ranked }: Judged, meaning: Meaning): Match => ({
    record: index.records[ranked.number] as FactRecord,
    agreement: ranked.score,
    reasons: explain(ranked, meaning, lexicon, index),
    corrections: correctionsOf(ranked, index.records[ranked.number] as FactRecord),
  });

  const holds = ({ against, evidence }: Judged): boolean => against.length === 0 && evidence >= LIMITS.evidence;

  /** The best record for each name of a comparison, or none when some name has none. */
  const sides = (meaning: Meaning, limit: number): Judged[] => {
    const best = meaning.names.map((name) => judge({ ...meaning, names: [{ ...name, role: undefined }] }, limit).filter(({ against }) => against.length === 0));
    if (best.some((found) => found.length === 0)) return [];
    const seen = new Set<number>();
    const picked: Judged[] = [];
    for (let rank = 0; rank < 3; rank++) {
      for (const found of best) {
        const next = found.find(({ ranked }) => !seen.has(ranked.number));
        if (!next || next.evidence < LIMITS.side) continue;
        seen.add(next.ranked.number);
        picked.push(next);
      }
    }
    return picked;
  };

  const resolve = (query: string, options: ResolveOptions): Resolution => {
    const { meaning, judged } = read(query, options);
    if (meaning.orders) return { kind: 'nothing', why: ['This reads like an order, not like a question about the base.'] };
    const [nearest] = judged;
    if (!nearest) return NOTHING;
    const compared = meaning.asked.has('compare') && meaning.names.length > 1;
    let answers = judged.filter(holds);
    if (compared && answers.length === 0) answers = sides(meaning, options.limit ?? 25);
    const [first, ...rest] = answers;
    if (first) {
      const list = meaning.asked.has('list') || compared;
      const near = rest.filter(({ ranked }) => list || ranked.score >= first.ranked.score - LIMITS.beside);
      return { kind: 'answer', list, matches: [match(first, meaning), ...near.map((judgement) => match(judgement, meaning))] };
    }
    if (nearest.evidence < LIMITS.near) return NOTHING;
    const [reason = 'No record says this closely enough.', ...more] = [...new Set(nearest.against)];
    return { kind: 'closest', why: [reason, ...more], matches: [match(nearest, meaning), ...judged.slice(1, 5).map((judgement) => match(judgement, meaning))] };
  };
  return { resolve, read } as Search;
}
