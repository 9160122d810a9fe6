/** The figures below which the search must not fall, recorded by `npm run eval -- --record`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Figures } from './score.ts';

const FILE = join(import.meta.dirname, 'floor.json');

const floorSchema = z.strictObject({ first: z.number(), list: z.number(), hedged: z.number(), falseAnswer: z.number() });
/** In per cent. `falseAnswer` is a ceiling, the others are floors. */
export type Floor = z.output<typeof floorSchema>;

export const readFloors = (): Record<string, Floor> => z.record(z.string(), floorSchema).parse(JSON.parse(readFileSync(FILE, 'utf8')));

export const floorOf = ({ first, list, hedged, falseAnswer }: Figures): Floor => ({
  first: first?.percent ?? 0,
  list: list?.percent ?? 0,
  hedged: hedged?.percent ?? 0,
  falseAnswer: falseAnswer?.percent ?? 100,
});

/** Sets the floors of these sets, and leaves those of the others. */
export function recordFloors(floors: Readonly<Record<string, Floor>>): void {
  const all = Object.entries({ ...readFloors(), ...floors }).toSorted(([a], [b]) => a.localeCompare(b));
  const lines = all.map(
    ([name, floor]) =>
      `  ${JSON.stringify(name)}: ${JSON.stringify(floor)
        .replaceAll(/([:,])/g, '$1 ')
        .replace('{', '{ ')
        .replace('}', ' }')}`,
  );
  writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`);
}

/** In what the figures fall short, in words. */
export function shortfalls(now: Floor, floor: Floor): string[] {
  const told: Record<keyof Floor, string> = { first: 'right first', list: 'list cover', hedged: 'hedge shown', falseAnswer: 'false answers' };
  return (Object.keys(told) as (keyof Floor)[])
    .filter((key) => (key === 'falseAnswer' ? now[key] > floor[key] : now[key] < floor[key]))
    .map((key) => `${told[key]} ${now[key]} %, ${key === 'falseAnswer' ? 'at most' : 'at least'} ${floor[key]} %`);
}
