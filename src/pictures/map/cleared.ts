/** What arrows run through is moved out of their way. */
import { type Box, crossing, padded } from '../labels.ts';
import { type Arrow, crosses, trace } from './arrow.ts';
import type { Frame } from './frame.ts';
import type { Grid } from './grid.ts';
import { type Named, nameAll, placerFor } from './named.ts';
import type { Calm } from './naming.ts';
import type { Party } from './party.ts';
import type { Spot } from './places.ts';

/** What is in its place already. */
interface Laid {
  frame: Frame;
  grid: Grid;
  spots: ReadonlyMap<string, Spot>;
  arrows: readonly Arrow[];
  calm: Calm;
}

/** Codes of the countries whose names or crosses an arrow runs through, and of those to whose names only the line is crossed. */
function hits({ names, leaders, crosses: marks }: Named, arrows: readonly Arrow[]): { through: Set<string>; over: Set<string> } {
  const isHit = (box: Box) => arrows.some((arrow) => crosses(arrow, padded(box, 1)));
  const codes = [...names.filter(isHit).map(({ code }) => code), ...[...marks].filter(([, box]) => isHit(box)).map(([code]) => code)];
  const ways = arrows.map(trace);
  const crossed = leaders.filter(({ line }) => ways.some((way) => crossing(line, way))).map(({ name }) => name.code);
  const through = new Set(codes);
  return { through, over: new Set(crossed.filter((code) => !through.has(code))) };
}

const among = ({ names, leaders, crosses: marks }: Named, isWanted: (code: string) => boolean): Named => ({
  names: names.filter(({ code }) => isWanted(code)),
  leaders: leaders.filter(({ name }) => isWanted(name.code)),
  crosses: new Map([...marks].filter(([code]) => isWanted(code))),
});

const both = (one: Named, other: Named): Named => ({
  names: [...one.names, ...other.names],
  leaders: [...one.leaders, ...other.leaders],
  crosses: new Map([...one.crosses, ...other.crosses]),
});

/** These countries' names anew, where no arrow is. */
function again({ frame, grid, spots, arrows, calm }: Laid, stay: Named, parties: readonly Party[], isMoved: (code: string) => boolean): Named {
  const placer = placerFor(frame, parties, spots);
  for (const box of [...stay.names, ...stay.crosses.values()]) placer.block(box);
  for (const line of [...stay.leaders.map((leader) => leader.line), ...arrows.map(trace)]) placer.line(line);
  const moved = parties.filter(({ code }) => isMoved(code));
  return nameAll(grid, moved, spots, { calm, nodes: [], ways: [] }, placer);
}

/** Names that an arrow runs through find another place or none; one whose line alone is crossed stays when there is no better place. */
export function cleared(laid: Laid, named: Named, parties: readonly Party[]): Named {
  const { through, over } = hits(named, laid.arrows);
  const stay = among(named, (code) => !through.has(code));
  const free =
    through.size === 0
      ? named
      : both(
          stay,
          again(laid, stay, parties, (code) => through.has(code)),
        );
  return [...over].reduce((all, code) => {
    const others = among(all, (other) => other !== code);
    const better = again(laid, others, parties, (other) => other === code);
    const isWhole = better.names.length > 0 && better.crosses.size === all.crosses.size - others.crosses.size;
    return isWhole ? both(others, better) : all;
  }, free);
}
