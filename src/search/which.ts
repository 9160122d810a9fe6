/** What a "which" asks to be named, told by the noun beside it: `which Tajik city`, `какие модели`, `hangi firmadan`. */
import { AUXILIARY } from './doers.ts';
import { ordinary } from './ordinary.ts';
import { noteOn } from './remember.ts';
import { numberOf } from './sense.ts';
import { folded, type Token } from './text.ts';
import kinds from './words/cues.json' with { type: 'json' };

/** Kinds of noun; the first that fits counts. */
const KINDS = ['city', 'model', 'company', 'outlet', 'party', 'group'] as const;
type Kind = (typeof KINDS)[number];
const OTHER = 'other';

const NOUNS = KINDS.map((kind) => ({ kind, nouns: folded(kinds[kind]) }));
const WHICH_WORDS = folded(kinds.which);
const WHICH_ONES = folded(kinds.which_ones);
const NAME = 'name';
const [WHICH_OF, ONES] = ['which', 'ones'];

/** Endings make a noun longer than it stands in a list: by at most so many letters, in a noun of at least so many. */
const LONGEST_ENDING = 4;
const SHORTEST_NOUN = 5;

/** The kind of a noun, with or without an ending. */
const kindOf = noteOn(({ text: word }): Kind | typeof OTHER => {
  // `statesmen` are no states.
  const most = ordinary(word) === undefined ? Math.min(LONGEST_ENDING, word.length - SHORTEST_NOUN) : 0;
  for (let cut = 0; cut <= Math.max(0, most); cut++) {
    const noun = word.slice(0, word.length - cut);
    const found = NOUNS.find(({ nouns }) => nouns.has(noun));
    if (found) return found.kind;
  }
  return OTHER;
});

/** Words after which a thing may be told more closely: `which two Tajik cities`. */
const NEARBY = 3;

/** `four countries`; a larger number is a year. */
const isFew = ({ text }: Token): boolean => (numberOf(text) ?? 1000) < 1000;

/** What a "which" may ask for. */
export const WHICH = ['city', 'model', 'company', 'outlet', 'names', 'members'] as const;
export type Which = (typeof WHICH)[number];

/** 1 for a word at which something may be asked for; most are none. */
const mayAsk = noteOn(({ text }) => (text === NAME || text === ONES || WHICH_ONES.has(text) || WHICH_WORDS.has(text) ? 1 : 0));

/** Few of something that is called by its kind, `four countries`, within a question up to a word. */
const namesFew = (tokens: readonly Token[], end: number): boolean =>
  tokens.slice(0, end).some((token, i) => isFew(token) && tokens.slice(i + 1, i + 1 + NEARBY).some((behind) => kindOf(behind) !== OTHER));

function askedAt(tokens: readonly Token[], i: number): Which | undefined {
  const word = tokens[i]?.text ?? '';
  // `name the four governments`; `dört ülke hangileri`, `four governments: which ones`
  if (word === NAME && tokens.slice(i + 1, i + NEARBY).some(isFew)) return 'names';
  if (WHICH_ONES.has(word) && tokens.slice(Math.max(0, i - NEARBY), i).some(isFew)) return 'names';
  if (word === ONES && tokens[i - 1]?.text === WHICH_OF && namesFew(tokens, i)) return 'names';
  // `what do states pay` asks for no states.
  if (!WHICH_WORDS.has(word) || AUXILIARY.test(tokens[i + 1]?.text ?? '')) return undefined;
  const behind = tokens.slice(i + 1, i + 1 + NEARBY).map(kindOf);
  const kind = KINDS.find((one) => behind.includes(one));
  if (kind !== undefined && kind !== 'party' && kind !== 'group') return kind;
  // `which two changes` are no names.
  if (kind !== undefined && tokens.slice(i + 1, i + 2).some(isFew)) return 'names';
  return kind === 'party' ? 'members' : undefined;
}

/** `which president`, `hangi bakanlar`: a "which" right before a word, or one word further. */
export const isBehindWhich = (tokens: readonly Token[], i: number): boolean =>
  [1, 2].some((back) => WHICH_WORDS.has(tokens[i - back]?.text ?? '') && !AUXILIARY.test(tokens[i - back + 1]?.text ?? ''));

/** Everything that a question's "which" asks for. */
export const askedByWhich = (tokens: readonly Token[]): Which[] => tokens.flatMap((token, i) => (mayAsk(token) === 1 && askedAt(tokens, i)) || []);

/** True when some word stands for a newspaper or a channel. */
export const namesOutlet = (tokens: readonly Token[]): boolean => tokens.some((token) => kindOf(token) === 'outlet');

/** True for a noun of countries: `how many states`. */
export const isOfCountries = (token: Token): boolean => kindOf(token) === 'party';

/** True when some word stands for a model: `the model of X`. */
export const namesModel = (tokens: readonly Token[]): boolean => tokens.some((token) => kindOf(token) === 'model');
