/** Records for which all conditions hold; when there are none, which conditions no record joins, and what comes nearest. */
import { count } from '../../base/count.ts';
import { STATUSES } from '../../base/schema.ts';
import type { Match, Resolution } from '../../search/resolution.ts';
import type { Context, Request } from '../command.ts';
import { type Condition, joined } from './conditions.ts';
import type { Facets } from './facets.ts';

/** What is asked for in the words of one command. */
export interface Wanted {
  /** Names the kind of record, and what the search prefers. */
  preference: 'deal' | 'quote';
  facets: Facets;
  conditions: readonly Condition[];
  /** Free words; empty when there are none. */
  query: string;
  /** That the base has no such record: `The base has no deal in which Kyrgyzstan supplies Türkiye.` */
  noneSuch(conditions: readonly Condition[]): string;
  /** Records for which the conditions would hold if its sides were changed over. */
  swapped?: ReadonlySet<number>;
}

/** Most records of one list; who wants all of more picks further. */
const MOST_LISTED = 200;
/** Most records offered in place of an answer. */
const MOST_OFFERED = 5;

/** Confirmed first, then by date, the undated last. */
function inOrder(numbers: Iterable<number>, { base }: Context, { days }: Facets): number[] {
  const first = (number: number): string => days.get(number)?.[0]?.from ?? '9999';
  const caution = (number: number): number => STATUSES.indexOf(base.records[number]?.status ?? 'negative');
  return [...numbers].sort((a, b) => caution(a) - caution(b) || first(a).localeCompare(first(b)) || a - b);
}

function matchesOf(numbers: readonly number[], { conditions }: Wanted, { base }: Context): Match[] {
  return numbers.flatMap((number): Match[] => {
    const record = base.records[number];
    const reasons = conditions.filter(({ holds }) => holds.has(number)).map(({ reason }) => reason);
    return record ? [{ record, agreement: reasons.length / conditions.length, reasons, corrections: [] }] : [];
  });
}

/** Which conditions hold, as bits, for each record that any holds for. */
function bitsOf(conditions: readonly Condition[]): Map<number, number> {
  const bits = new Map<number, number>();
  conditions.forEach(({ holds }, index) => {
    for (const number of holds) bits.set(number, (bits.get(number) ?? 0) | (1 << index));
  });
  return bits;
}

const size = (bits: number): number => bits.toString(2).replaceAll('0', '').length;

/** The fewest conditions that no record joins. */
function failing(conditions: readonly Condition[], bits: ReadonlyMap<number, number>): Condition[] {
  const joined = [...new Set(bits.values())];
  const sets = Array.from({ length: 2 ** conditions.length - 1 }, (_, index) => index + 1).sort((a, b) => size(a) - size(b) || a - b);
  const least = sets.find((set) => joined.every((one) => (one & set) !== set)) ?? 0;
  return conditions.filter((_, index) => least & (1 << index));
}

/** Who and what come before when and how sure. */
const WEIGHT: Readonly<Record<string, number>> = { year: 1, status: 1 };
const PARTY = 2;

/** The records that come nearest to the conditions. */
function nearest(conditions: readonly Condition[], bits: ReadonlyMap<number, number>): number[] {
  const nearness = (set: number): number => conditions.reduce((sum, { option }, index) => sum + (set & (1 << index) ? (WEIGHT[option] ?? PARTY) : 0), 0);
  const best = Math.max(0, ...[...new Set(bits.values())].map(nearness));
  return [...bits].filter(([, set]) => nearness(set) === best).map(([number]) => number);
}

const SIDES: ReadonlySet<string> = new Set(['supplier', 'recipient']);

/** The sides changed over say more than that one of them never stands there. */
function otherWay({ conditions, swapped, noneSuch }: Wanted, apart: readonly Condition[]): string | undefined {
  if (!swapped?.size || !apart.some(({ option }) => SIDES.has(option))) return undefined;
  return `${noneSuch(conditions.filter(({ option }) => SIDES.has(option)))} It has ${count(swapped.size, 'record')} the other way round.`;
}

function noneHolds(wanted: Wanted, context: Context): Resolution {
  const { conditions, facets, noneSuch, swapped } = wanted;
  const bits = bitsOf(conditions);
  const apart = failing(conditions, bits);
  const turned = otherWay(wanted, apart);
  const why = turned ?? noneSuch(apart);
  const near = inOrder(turned === undefined ? nearest(conditions, bits) : (swapped ?? []), context, facets);
  const [first, ...rest] = matchesOf(near.slice(0, MOST_OFFERED), wanted, context);
  return first ? { kind: 'closest', why: [why], matches: [first, ...rest] } : { kind: 'nothing', why: [why] };
}

/** With the conditions' reasons before those of the words. */
function reasoned(resolution: Extract<Resolution, { kind: 'answer' }>, conditions: readonly Condition[]): Resolution {
  const also = (match: Match): Match => ({ ...match, reasons: [...conditions.map(({ reason }) => reason), ...match.reasons] });
  const [first, ...rest] = resolution.matches;
  return { ...resolution, matches: [also(first), ...rest.map(also)] };
}

/** The search's order among the records that hold; nothing of the words may be left unheard. */
function ranked(held: ReadonlySet<number>, wanted: Wanted, { today }: Request, context: Context): Resolution {
  const { query, preference, conditions } = wanted;
  const ask = (text: string, among?: ReadonlySet<number>) => context.search.resolve(text, { preference, today, ...(among && { among }) });
  const alone = ask(query, held);
  if (alone.kind === 'answer') return reasoned(alone, conditions);
  // Few words say little by themselves: "drones", with Iran picked as the supplier.
  const whole = `${query} ${conditions.map(({ words }) => words).join(' ')}`;
  const together = ask(whole, held);
  if (together.kind === 'answer') return reasoned(together, conditions);
  // What a deal does not state, a fact on the same parties may: a price that was kept secret.
  const elsewhere = conditions.every(({ option }) => WEIGHT[option] === undefined) ? ask(whole) : alone;
  if (elsewhere.kind === 'answer') return elsewhere;
  if (alone.kind === 'closest') return alone;
  const [first, ...rest] = matchesOf(inOrder(held, context, wanted.facets).slice(0, MOST_OFFERED), wanted, context);
  return first ? { kind: 'closest', why: [`No record that fits the options answers “${query}”.`], matches: [first, ...rest] } : alone;
}

/** The records wanted; with conditions only those for which all of them hold. At least one condition. */
export function narrow(wanted: Wanted, request: Request, context: Context): Resolution {
  const { conditions, query, facets } = wanted;
  const held = joined(conditions);
  if (held.size === 0) return noneHolds(wanted, context);
  if (query !== '') return ranked(held, wanted, request, context);
  const [match, ...matches] = matchesOf(inOrder(held, context, facets).slice(0, MOST_LISTED), wanted, context);
  return match ? { kind: 'answer', list: true, matches: [match, ...matches] } : noneHolds(wanted, context);
}
