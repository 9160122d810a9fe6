/** Questions that want several records: lists and comparisons, in a sensible order. */
import type { Status } from '../base/schema.ts';
import { holds, type Judge, type Judged } from './judge.ts';
import type { Meaning, Word } from './meaning.ts';
import { isBeside, spread } from './spread.ts';
import { onlyTrade, speaksOfTrade, TRADE } from './trade.ts';
import { EVIDENCE, LIMITS } from './weights.ts';

/** Records taken of each side of a comparison. */
const DEPTH = 3;

/** True when the question asks for a list or a comparison in words. */
const wantsSeveral = ({ asked }: Meaning): boolean => asked.has('compare') || asked.has('list');

/** Statuses that a list may be asked for, by the idea that names them. */
const STATUSES_ASKED: Readonly<Record<string, readonly Status[]>> = { unconfirmed: ['unconfirmed', 'disputed'], confirm: ['confirmed'], plan: ['planned'] };
const namesStatus = ({ ideas }: Word): boolean => ideas.some((idea) => Object.hasOwn(STATUSES_ASKED, idea));

type Test = (entry: Judged) => boolean;

/** A deal belongs on a list of deals when nothing speaks against it, however little of the question it explains. */
function listedBy(meaning: Meaning): Test {
  const matter = { ...meaning, words: meaning.words.filter((word) => !namesStatus(word)) };
  const ofTrade = speaksOfTrade(matter) && onlyTrade(matter);
  return (entry) => ofTrade && entry.record.type === 'deal' && entry.against().length === 0;
}

/** `every mention of X` asks for whatever is told of X, and not for words that somebody said. */
const MENTION = /^mention/i;

/** Whether a record is of the kind that a list asks for: `all quotes`, `all unconfirmed deals`, `who did not buy`. */
function wantedBy({ words, negated }: Meaning): Test {
  const ideas = words.flatMap((word) => word.ideas);
  if (ideas.length > 0 && ideas.every((idea) => idea === 'say') && !words.some(({ said }) => MENTION.test(said)))
    return ({ record }) => record.type === 'quote';
  if (negated && ideas.some((idea) => TRADE.has(idea))) return ({ record }) => record.status === 'negative';
  // `plans` are a status only where deals are asked for.
  const statuses = ideas.some((idea) => TRADE.has(idea)) ? ideas.flatMap((idea) => STATUSES_ASKED[idea] ?? []) : [];
  return ({ record }) => statuses.length === 0 || statuses.includes(record.status);
}

/** True when the question itself speaks of what is not: `did not buy`, `refuses`. */
const asksForNegatives = ({ negated, words }: Meaning): boolean => negated || words.some(({ ideas }) => ideas.includes('refuse'));

/** Who asks what was done reads last what was not. */
const affirmedFirst = (entries: readonly Judged[], meaning: Meaning): Judged[] =>
  asksForNegatives(meaning) ? [...entries] : entries.toSorted((a, b) => Number(a.record.status === 'negative') - Number(b.record.status === 'negative'));

/** What a list holds; a list of deals holds deals. A list that has one sure answer takes in what is a little less sure. */
function listOf(judged: readonly Judged[], meaning: Meaning): Judged[] {
  if (!judged.some((entry) => holds(entry))) return [];
  const [isWanted, isListed] = [wantedBy(meaning), listedBy(meaning)];
  const held = judged.filter((entry) => isWanted(entry) && (holds(entry, LIMITS.listed) || isListed(entry)));
  const deals = held.filter(isListed);
  // Who asks for deals by that word wants nothing else beside them.
  const enough = meaning.words.some(({ ideas }) => ideas.includes('deal')) ? 1 : 2;
  const others = deals.length >= enough ? [] : held.filter((entry) => !deals.includes(entry));
  const [first, then] = [deals, others].map((part) => spread(part, ({ record }) => record));
  return [...affirmedFirst(first ?? [], meaning), ...(then ?? [])];
}

/** The first entries that pass a test; no more are tried than need be. */
function take(entries: readonly Judged[], most: number, test: Test): Judged[] {
  const taken: Judged[] = [];
  for (const entry of entries) {
    if (taken.length === most) break;
    if (test(entry)) taken.push(entry);
  }
  return taken;
}

/** Records for each of several names that stand side by side, in turn: the best of each, then the second of each; none when some name has none. */
function sidesOf(meaning: Meaning, judge: Judge['judge']): Judged[] {
  const group = meaning.names.filter(({ at: [start] }) => meaning.together.size === 0 || meaning.together.has(start));
  const others = meaning.names.filter((name) => !group.includes(name));
  const best = group.map((name) =>
    take(judge({ ...meaning, names: [...others, { ...name, role: undefined }] }, { side: true }), DEPTH, (entry) => holds(entry, LIMITS.side)),
  );
  if (best.some((found) => found.length === 0)) return [];
  return Array.from({ length: DEPTH }, (_, rank) => best.flatMap((found) => found[rank] ?? [])).flat();
}

/** The records that answer, best first. Those that score far less than the best are shown by nobody, and are not even judged. */
function heldOf(judged: readonly Judged[]): Judged[] {
  const held: Judged[] = [];
  const top = judged[0]?.ranked.score ?? 0;
  for (const entry of judged) {
    if (entry.ranked.score < top - LIMITS.behind) break;
    if (holds(entry)) held.push(entry);
  }
  return held;
}

/** How sure a record is to be the answer: what speaks for it, and by how much it stands out from the likeliest record beside it. */
function surenessOf(entry: Judged, judged: readonly Judged[]): number {
  const beside = judged[0] === entry ? judged[1] : judged[0];
  const lead = entry.ranked.score - (beside?.ranked.score ?? 0);
  return entry.evidence + EVIDENCE.lead * Math.min(lead, EVIDENCE.leadMost);
}

/** The answers, if the first of them is sure. */
const surely = (held: readonly Judged[], judged: readonly Judged[]): readonly Judged[] => (held[0] && surenessOf(held[0], judged) >= LIMITS.sure ? held : []);

/** Two answers this near in score are as good as each other. */
const TIED = 0.03;
/** Statuses by which a record says less than certain. */
const UNSURE: ReadonlySet<Status> = new Set(['unconfirmed', 'planned', 'disputed']);

/** Of answers that are as good as the first and rest on the words beside its own, one that is less than certain comes first: nobody is to take it for sure. */
function cautious(held: readonly Judged[]): readonly Judged[] {
  const [first] = held;
  if (!first || UNSURE.has(first.record.status)) return held;
  const near = (entry: Judged): boolean => first.ranked.score - entry.ranked.score <= TIED;
  const unsure = held.find((entry) => near(entry) && UNSURE.has(entry.record.status) && isBeside(first.record, entry.record));
  return unsure ? [unsure, ...held.filter((entry) => entry !== unsure)] : held;
}

/** The answers to a question, in order; whether they are a list. */
export function answersOf(judged: readonly Judged[], meaning: Meaning, judge: Judge['judge']): { answers: readonly Judged[]; list: boolean } {
  const several = wantsSeveral(meaning);
  const together = meaning.together.size > 1;
  const held = several ? listOf(judged, meaning) : together ? judged.filter((entry) => holds(entry)) : cautious(surely(heldOf(judged), judged));
  const compared = meaning.names.length > 1 && (meaning.asked.has('compare') || (together && (several || held.length > 0)));
  const list = several || compared;
  if (!compared) return { answers: held, list };
  // Who asks to compare reads each side before what tells of both; else the best answer comes first.
  const best = meaning.asked.has('compare') ? [] : held.slice(0, 1);
  const ordered = [...best, ...sidesOf(meaning, judge), ...held];
  const once = [...new Map(ordered.map((entry) => [entry.ranked.number, entry])).values()];
  return { answers: spread(once, ({ record }) => record), list };
}
