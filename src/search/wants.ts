/** What a question asks for, by its cues and by what its words mean. */
import { type Asked, askedFor } from './asked.ts';
import { NAMED } from './offices.ts';
import type { NameUnit, WordUnit } from './read.ts';
import { folded, type Token } from './text.ts';
import { MODELLED, SUPPLYING } from './trade.ts';
import { isBehindWhich } from './which.ts';
import cues from './words/cues.json' with { type: 'json' };
import { BETWEEN } from './words/index.ts';

const CLOSED_FIRST = folded(cues.closed_first);
/** True for a question that opens with its verb: `did X …`. */
export const opensClosed = ([first]: readonly Token[]): boolean => CLOSED_FIRST.has(first?.text ?? '');

const EXCEPT_AFTER = folded(BETWEEN.except_after);
/** True for a word that sets the name before it aside: `X dışında`. */
export const setsAside = (token: Token | undefined): boolean => EXCEPT_AFTER.has(token?.text ?? '');

/** What else is done with what comes in models. */
const PICKING: ReadonlySet<string> = new Set(['choose', 'own']);
const WHOM = folded(BETWEEN.whom);

/** `X kimi, Y kimi silahlandırır`, `whom does X arm and whom Y`: of each in turn. */
export const asksInTurn = (tokens: readonly Token[], names: readonly NameUnit[]): boolean =>
  names.length > 1 && tokens.filter(({ text }) => WHOM.has(text)).length > 1;

/** `how do X and Y differ`: a word of difference that sets no name aside. */
const asksDifference = (tokens: readonly Token[], words: readonly WordUnit[], names: readonly NameUnit[]): boolean =>
  names.length > 1 && words.some(({ ideas, at: [start] }) => ideas.includes('different') && !setsAside(tokens[start]));

const YOU = 'you';
/** Who pays is asked, and not how much. */
const WHO = new Set(['who', 'whose', 'whom']);

/** A question as far as what it asks for hangs on it. */
interface Parts {
  /** The question as typed. */
  text: string;
  tokens: readonly Token[];
  names: readonly NameUnit[];
  words: readonly WordUnit[];
  /** Tokens right behind a "how many". */
  counted: ReadonlySet<number>;
}

/** What a question asks for. */
export function wantsOf({ text, tokens, names, words, counted }: Parts): Set<Asked> {
  const asked = askedFor(tokens);
  if (asksInTurn(tokens, names) || asksDifference(tokens, words, names)) asked.add('compare');
  if (words.some(({ ideas: own, at: [start] }) => counted.has(start) && own.some((idea) => MODELLED.has(idea)))) asked.add('quantity');
  if (asked.has('count') && words.some(({ ideas: own }) => own.length > 0 && own.every((idea) => idea === 'pay' || idea === 'price'))) asked.add('price');
  if (words.some(({ ideas, at: [start] }) => isBehindWhich(tokens, start) && ideas.some((idea) => NAMED.has(idea)))) asked.add('person');
  if (WHO.has(tokens[0]?.text ?? '')) asked.delete('price');
  // `can X sell to every state` wants a yes or a no; `can you list every state` does not.
  if (opensClosed(tokens) && tokens[1]?.text !== YOU) asked.delete('list');
  // A summit or an economy may be a model, too.
  if (!words.some(({ ideas }) => ideas.some((idea) => MODELLED.has(idea) || SUPPLYING.has(idea) || PICKING.has(idea)))) asked.delete('model');
  if (text.includes('%')) asked.add('share');
  return asked;
}
