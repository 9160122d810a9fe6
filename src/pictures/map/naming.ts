/** How a country's name may be written, and where it would rather stand. */
import type { Point } from '../labels.ts';
import { type Naming, type Spelling, sizeOf } from './names.ts';
import { nodeRadius, type Party, SMALL, type Way } from './party.ts';
import type { Spot } from './places.ts';

/** `Saudi Arabia` in one line, then in two. */
function inLines(name: string): string[][] {
  const words = name.split(' ');
  const splits = words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const even = splits.sort((a, b) => Math.max(...a.map(({ length }) => length)) - Math.max(...b.map(({ length }) => length)))[0];
  return even ? [[name], even] : [[name]];
}

function spellings(party: Party): Spelling[] {
  const { name, supplies } = party;
  const lines = inLines(name);
  const spell = (size: number) => lines.map((one): Spelling => ({ lines: one, size, weight: 600 }));
  return [...(supplies > 1 ? spell(16) : []), ...spell(14), ...spell(12.5), codeOf(party)];
}

/** A line leads to the name in full where there is room on the sea. */
export const leadSpellings = ({ name }: Party): Spelling[] =>
  inLines(name).flatMap((lines) => [14, 12.5].map((size): Spelling => ({ lines, size, weight: 600 })));
export const codeOf = ({ code }: Party): Spelling => ({ lines: [code], size: 12.5, weight: 600, code: true });

/** The way on which no arrows lie, from each country, by code; of length 1, or shorter where arrows come from all sides. */
export type Calm = ReadonlyMap<string, Point>;

export function calmOf(ways: readonly Way[], placeOf: (code: string) => Point | undefined): Calm {
  const calm = new Map<string, Point & { n: number }>();
  for (const { supplier, recipient } of ways) {
    const [from, to] = [placeOf(supplier), placeOf(recipient)];
    const length = from && to ? Math.hypot(to.x - from.x, to.y - from.y) : 0;
    if (!from || !to || length === 0) continue;
    const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
    for (const [code, sign] of [[supplier, -1] as const, [recipient, 1] as const]) {
      const { x: dx, y: dy, n } = calm.get(code) ?? { x: 0, y: 0, n: 0 };
      calm.set(code, { x: dx + sign * x, y: dy + sign * y, n: n + 1 });
    }
  }
  return new Map([...calm].map(([code, { x, y, n }]) => [code, { x: x / n, y: y / n }]));
}

/** How far a recipient's name keeps from the middle of its land, where arrows come in; in pixels. */
const ASIDE = 14;

/** A supplier's name stands beside its node and any other in the middle of its land, on the side that arrows leave free. */
export function naming(party: Party, spot: Spot, calm: Calm): Naming {
  const spelt = spellings(party);
  const { x, y } = calm.get(party.code) ?? { x: 0, y: 1 };
  const { width, height } = sizeOf(spelt[0] as Spelling);
  const marked = party.supplies > 0 ? nodeRadius(spot) + 4 : 6;
  const beside = party.supplies > 0 || spot.depth < SMALL;
  const [aside, below] = beside ? [marked + width / 2, marked + height / 2] : [Math.min(spot.depth, ASIDE), Math.min(spot.depth, ASIDE)];
  return { code: party.code, spellings: spelt, near: { x: spot.x + x * aside, y: spot.y + y * below }, offshore: true };
}
