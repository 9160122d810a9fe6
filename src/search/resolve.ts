/** A query → a resolution. The one way in to the search. */
import { type Base, type FactRecord, isUnstated } from '../base/schema.ts';
import { correctionsOf } from './correct.ts';
import { evidenceOf, objectionsTo } from './decide.ts';
import { explain } from './explain.ts';
import { indexBase } from './index.ts';
import { createLexicon } from './lexicon.ts';
import { type Meaning, readMeaning } from './meaning.ts';
import { namesOf } from './objections/case.ts';
import { onlyTrade } from './objections/pair.ts';
import { type Ranked, rankRecords, speaksOfTrade } from './rank.ts';
import type { Match, Resolution, ResolveOptions, Search } from './resolution.ts';
import { createSpelling } from './spelling.ts';
import { spread } from './spread.ts';
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

/** Records looked at for a list, whatever the limit. */
const LISTED = 100;
/** Records taken of each side of a comparison. */
const DEPTH = 3;

const NOTHING: Resolution = { kind: 'nothing', why: ['Nothing in the base comes near this.'] };

/** The best answer, then each side of the comparison, then what else answers; each record once. */
function withSides(held: readonly Judged[], sides: readonly Judged[]): Judged[] {
  const ordered = [...held.slice(0, 1), ...sides, ...held.slice(1)];
  return [...new Map(ordered.map((judged) => [judged.ranked.number, judged])).values()];
}

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
    const judged = judge(meaning, meaning.asked.has('list') ? Math.max(limit, LISTED) : limit);
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

  const holds = ({ against, evidence }: Judged, least: number = LIMITS.evidence): boolean => against.length === 0 && evidence >= least;

  /** A deal belongs on a list of deals when nothing speaks against it, however little of the question it explains. */
  const isListed = ({ ranked, against }: Judged, meaning: Meaning): boolean =>
    against.length === 0 && index.records[ranked.number]?.type === 'deal' && speaksOfTrade(meaning) && onlyTrade(meaning);

  /** A list of deals tells the deals before what else bears on them. */
  const dealsFirst = (held: readonly Judged[], meaning: Meaning): readonly Judged[] => {
    const deals = held.filter((entry) => isListed(entry, meaning));
    return [...deals, ...held.filter((entry) => !deals.includes(entry))];
  };

  /** The true speaker of words that the question puts into another mouth. */
  const trueSpeaker = (meaning: Meaning, limit: number): Judged | undefined => {
    const claimed = meaning.names.filter(({ role }) => role === 'speaker');
    if (claimed.length === 0 && !meaning.speaks) return undefined;
    const words = meaning.words.filter(({ manner, ideas }) => manner !== 'name' || ideas.length > 0);
    const [found] = judge({ ...meaning, words, names: meaning.names.filter(({ role }) => role !== 'speaker') }, limit).filter(
      ({ ranked, evidence }) => evidence >= LIMITS.side && index.records[ranked.number]?.type === 'quote',
    );
    const record = found && index.records[found.ranked.number];
    if (!found || record?.type !== 'quote' || isUnstated(record.speaker)) return undefined;
    const { speaker } = record;
    if (claimed.some(({ ids }) => ids.some((id) => speaker.includes(id)))) return undefined;
    const strangers = meaning.words.filter(({ manner, ideas }) => manner === 'name' && ideas.length === 0);
    const who = [...claimed, ...strangers].map(({ said }) => said).join(' ') || 'the one named';
    return { ...found, against: [`These are the words of ${namesOf(lexicon, speaker)}, not of ${who}.`] };
  };

  /** Records for each of several names that stand side by side, in turn: the best of each, then the second of each. */
  const sides = (meaning: Meaning, limit: number): Judged[] => {
    const group = meaning.names.filter(({ at: [start] }) => meaning.together.size === 0 || meaning.together.has(start));
    const others = meaning.names.filter((name) => !group.includes(name));
    const best = group.map((name) =>
      judge({ ...meaning, names: [...others, { ...name, role: undefined }] }, limit).filter(
        ({ against, evidence }) => against.length === 0 && evidence >= LIMITS.side,
      ),
    );
    if (best.some((found) => found.length === 0)) return [];
    const picked = new Map<number, Judged>();
    for (let rank = 0; rank < DEPTH; rank++) for (const { [rank]: next } of best) if (next) picked.set(next.ranked.number, next);
    return [...picked.values()];
  };

  const resolve = (query: string, options: ResolveOptions): Resolution => {
    const { meaning, judged } = read(query, options);
    if (meaning.orders) return { kind: 'nothing', why: ['This reads like an order, not like a question about the base.'] };
    const [nearest] = judged;
    if (!nearest) return NOTHING;
    const several = meaning.asked.has('compare') || meaning.asked.has('list');
    const best = judged.some((entry) => holds(entry));
    // A list that has one sure answer takes in what is a little less sure.
    const held = judged.filter((entry) => holds(entry, best && several ? LIMITS.listed : LIMITS.evidence) || (best && several && isListed(entry, meaning)));
    const compared = meaning.names.length > 1 && (meaning.asked.has('compare') || (meaning.together.size > 1 && (several || held.length > 0)));
    const recordOf = ({ ranked }: Judged): FactRecord => index.records[ranked.number] as FactRecord;
    const ordered = compared ? withSides(held, sides(meaning, options.limit ?? 25)) : several ? dealsFirst(held, meaning) : held;
    const [first, ...rest] = compared || several ? spread(ordered, recordOf) : ordered;
    if (first) {
      const list = several || compared;
      const near = rest.filter(({ ranked }) => list || ranked.score >= first.ranked.score - LIMITS.beside);
      return {
        kind: 'answer',
        list,
        matches: [match(first, meaning), ...near.slice(0, (options.limit ?? 25) - 1).map((judgement) => match(judgement, meaning))],
      };
    }
    const limit = options.limit ?? 25;
    const speaker = trueSpeaker(meaning, limit);
    if (speaker) return { kind: 'closest', why: [speaker.against[0] ?? ''], matches: [match(speaker, meaning)] };
    if (nearest.evidence < LIMITS.near) return NOTHING;
    const [reason = 'No record says this closely enough.', ...more] = [...new Set(nearest.against)];
    return {
      kind: 'closest',
      why: [reason, ...more],
      matches: [match(nearest, meaning), ...judged.slice(1, Math.min(5, limit)).map((judgement) => match(judgement, meaning))],
    };
  };
  return { resolve, read } as Search;
}
