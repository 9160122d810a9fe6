/** All names of the trade's countries put on the panel, one after the other, with the crosses beside them. */
import { type Box, createPlacer, type Placer, type Point, padded } from '../labels.ts';
import { SEA } from './cell.ts';
import { counter } from './counter.ts';
import type { Frame } from './frame.ts';
import type { Grid } from './grid.ts';
import { type Leader, LONGEST, leaderFor, type Reach } from './leaders.ts';
import { boxesOn, type Ground, type Name, placeName } from './names.ts';
import { type Calm, codeOf, leadSpellings, naming } from './naming.ts';
import { nodeRadius, type Party, SMALL } from './party.ts';
import type { Spot } from './places.ts';

const square = ({ x, y }: Point, radius: number): Box => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });

/** A placer for the panel on which nodes and dots stand already. */
export function placerFor({ width, height }: Frame, parties: readonly Party[], spots: ReadonlyMap<string, Spot>): Placer {
  const placer = createPlacer(padded({ x: 0, y: 0, width, height }, -5), 2);
  for (const { code, supplies } of parties) {
    const spot = spots.get(code);
    if (!spot) continue;
    if (supplies > 0) placer.block(square(spot, nodeRadius(spot) + 2));
    else if (spot.depth < SMALL) placer.block(square(spot, 5));
  }
  return placer;
}

/** Suppliers first, then the countries with the least room; those that nothing tells of come last. */
const inTurn = (parties: readonly Party[], spots: ReadonlyMap<string, Spot>): Party[] =>
  parties
    .filter(({ code }) => spots.has(code))
    .sort(
      (a, b) =>
        Number(b.told) - Number(a.told) ||
        Number(b.supplies > 1) - Number(a.supplies > 1) ||
        (spots.get(a.code)?.depth ?? 0) - (spots.get(b.code)?.depth ?? 0) ||
        a.code.localeCompare(b.code, 'en'),
    );

export interface Named {
  names: Name[];
  leaders: Leader[];
  /** What did not happen is marked beside the name of who would have received it. */
  crosses: Map<string, Box>;
}

/** Side of the box that a cross stands in, in pixels. */
const CROSS = 16;

/** The nearest place to a country's name where a cross may stand. */
function crossFor(grid: Grid, code: string, name: Box | undefined, spot: Spot, ground: Ground, placer: Placer): Box | undefined {
  const near = name ? { x: name.x - CROSS / 2, y: name.y + name.height / 2 } : spot;
  return placer.place(boxesOn(grid, { code, near, offshore: true }, { width: CROSS, height: CROSS }, ground));
}

/** Longest line to a name that is better than a code on the land itself, in pixels. */
const SHORT_LINE = 80;

interface Around extends Pick<Reach, 'trade' | 'nodes' | 'ways'> {
  calm: Calm;
}

/** In full on its land or beside it; on the sea near by; as a code; on the sea farther off. */
function nameOne(grid: Grid, party: Party, spot: Spot, ground: Ground, { trade, nodes, ways, calm }: Around, placer: Placer): { name?: Name; leader?: Leader } {
  const { spellings: all, ...where } = naming(party, spot, calm);
  if (!party.told) {
    const plain = all.filter(({ size, code }) => size === 12.5 && !code);
    const name = placeName(grid, { ...where, spellings: plain, offshore: false }, ground, placer);
    return name ? { name } : {};
  }
  const place = (code: boolean) => placeName(grid, { ...where, spellings: all.filter((spelling) => (spelling.code ?? false) === code) }, ground, placer);
  const lead = (longest: number, spelt = leadSpellings(party), mayCross = false) =>
    leaderFor(grid, spot, spelt, ground, { trade, longest, nodes, ways: mayCross ? [] : ways, mayCross }, placer);
  const full = place(false);
  if (full) return { name: full };
  const near = lead(SHORT_LINE);
  const code = near ? undefined : place(true);
  if (code) return { name: code };
  const leader = near ?? lead(LONGEST) ?? lead(LONGEST, [codeOf(party)]) ?? lead(LONGEST, [codeOf(party)], true);
  return leader ? { name: leader.name, leader } : {};
}

/** Names in their places; where there is no room, a name on the sea with a line that leads to its land. */
export function nameAll(grid: Grid, parties: readonly Party[], spots: ReadonlyMap<string, Spot>, around: Omit<Around, 'trade'>, placer: Placer): Named {
  const named: Named = { names: [], leaders: [], crosses: new Map() };
  const sea = counter(grid, SEA);
  const trade = new Set(spots.keys());
  for (const party of inTurn(parties, spots)) {
    const spot = spots.get(party.code) as Spot;
    const ground = { own: counter(grid, grid.numbers.get(party.code) ?? -1), sea };
    const { name, leader } = nameOne(grid, party, spot, ground, { ...around, trade }, placer);
    if (name) named.names.push(name);
    if (leader) named.leaders.push(leader);
    const cross = party.denied ? crossFor(grid, party.code, name, spot, ground, placer) : undefined;
    if (cross) named.crosses.set(party.code, cross);
  }
  return named;
}
