/** Whose losses a question asks for: `Kyrgyz losses`, `casualties of X`, `did X lose`, `потери Киргизии`, `X'in kayıpları`. */
import type { NameUnit } from './read.ts';
import type { Sense } from './sense.ts';
import { folded, type Token } from './text.ts';
import { LOSSES } from './words/index.ts';

const LOSS: ReadonlySet<string> = new Set(['casualty', 'death']);
const GOODS: ReadonlySet<string> = new Set(['drone', 'weapon', 'missile', 'aircraft']);
/** People of a side, `X's own soldiers`, and words between a loss and who bore it. */
const SIDE = folded(LOSSES.side);
const OF = folded(LOSSES.of);
const LOSE = folded(LOSSES.lose);
const ARTICLE = 'the';
/** Words of a side between a name and its loss. */
const REACH = 3;

/** First tokens of the names whose losses are asked for. */
export function sufferersOf(tokens: readonly Token[], senses: readonly Sense[], names: readonly NameUnit[]): ReadonlySet<number> {
  const word = (i: number): string => tokens[i]?.text ?? '';
  const means = (i: number, ideas: ReadonlySet<string>): boolean => senses[i]?.ideas?.some((idea) => ideas.has(idea)) === true;
  /** The first word behind a name that is not of its side. */
  const behindSide = (end: number): number => {
    let behind = end;
    while (SIDE.has(word(behind)) && behind - end < REACH) behind++;
    return behind;
  };
  const suffers = ({ at: [start, end] }: NameUnit): boolean => {
    const behind = behindSide(end);
    if (means(behind, LOSS) || LOSE.has(word(behind))) return true;
    // The losses are those that its weapons caused.
    if (means(end, GOODS)) return false;
    const lost = (i: number): boolean => means(i, LOSS) || (means(i - 1, LOSS) && SIDE.has(word(i)));
    const before = word(start - 1) === ARTICLE ? start - 2 : start - 1;
    return OF.has(word(before)) ? [1, 2, 3].some((back) => lost(before - back)) : lost(before);
  };
  return new Set(names.filter(suffers).map(({ at: [start] }) => start));
}
