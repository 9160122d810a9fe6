/** Who does a deed in an English question: `how many villages did X regain`, `X attacked Y`, `regained by X`. */
import type { Token } from './text.ts';
import { DEEDS } from './words/index.ts';

type Span = readonly [start: number, end: number];

/** Past forms that no rule makes. */
const IRREGULAR = new Set(['built', 'drove', 'driven', 'flew', 'flown', 'led', 'lost', 'overtook', 'retook', 'retaken', 'struck', 'took', 'taken', 'won']);
/** `win`, `wins`; `use`, `used`; `occupy`, `occupied`. */
const formsOf = (verb: string): string[] => [
  verb,
  `${verb}s`,
  `${verb}es`,
  verb.endsWith('e') ? `${verb}d` : `${verb}ed`,
  verb.replace(/y$/, 'ied'),
  verb.replace(/y$/, 'ies'),
  `${verb}${verb.at(-1)}ed`,
];
const DONE = new Set([...DEEDS.flatMap(formsOf), ...IRREGULAR]);

/** What opens a question that wants a yes or a no, or stands before its subject. */
export const AUXILIARY = /^(?:did|does|do|has|have|had|will|would|could|can|didnt|doesnt|hasnt|hadnt)$/;
const BY = 'by';
const BUT = 'but';
/** Words between an auxiliary or `by` and a name. */
const ARTICLE = 'the';
/** Words that may stand between a name and its verb: `X also used`, `did X ever win back`. */
const ADVERB = /^(?:also|ever|already|really|actually|first|then|once|not|never|later|finally|reportedly|allegedly)$/;

/** `X forces captured`: X's people do it for X. */
const PEOPLE = /^(?:forces|troops|army|side|soldiers|military|government|authorities|officials|fighters|units)$/;

const isDeed = (word: string | undefined, next?: string): boolean => word !== undefined && DONE.has(word) && !(word === 'used' && next === 'to');

/**
 * The names that do a deed rather than suffer it, by their first tokens, with the tokens of the deeds. Who is told in another way has
 * none: the direction of a deed is judged only where the question states it.
 */
export function deedsOf(tokens: readonly Token[], names: readonly { at: Span }[]): ReadonlyMap<number, number> {
  const word = (i: number): string | undefined => tokens[i]?.text;
  const verbBehind = (end: number): number => {
    const behind = PEOPLE.test(word(end) ?? '') ? end + 1 : end;
    return ADVERB.test(word(behind) ?? '') ? behind + 1 : behind;
  };
  const leading = (start: number): number => (word(start - 1) === ARTICLE ? start - 2 : start - 1);
  const deedOf = ({ at: [start, end] }: { at: Span }): number | undefined => {
    const before = leading(start);
    if (word(before) === BY) return isDeed(word(before - 1)) ? before - 1 : undefined;
    // "Nobody but X" does not ask whether X did it.
    if (word(before) === BUT) return undefined;
    const verb = verbBehind(end);
    // `did X win` has the bare verb; `X won` its past; `drones X used` both.
    const told = AUXILIARY.test(word(before) ?? '') || /(?:ed|s)$/.test(word(verb) ?? '') || IRREGULAR.has(word(verb) ?? '');
    return told && isDeed(word(verb), word(verb + 1)) ? verb : undefined;
  };
  const found = new Map<number, number>();
  for (const name of names) {
    const deed = deedOf(name);
    if (deed !== undefined) found.set(name.at[0], deed);
  }
  return found;
}
