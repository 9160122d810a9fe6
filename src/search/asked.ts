/** What a question asks for: a price, a quantity, a date, a speaker …, told by its cue phrases in any of the languages. */
import { noteOn } from './remember.ts';
import { fold, folded, type Token } from './text.ts';
import { askedByWhich, namesModel, namesOutlet, WHICH, type Which } from './which.ts';
import cues from './words/asked.json' with { type: 'json' };
import kinds from './words/cues.json' with { type: 'json' };

/** What may be asked. `list` and `compare` ask for several records; the others for one thing that a record states. */
export type Asked = keyof typeof cues | Which;

/** A cue phrase: its words, and those that follow after a gap; none for most. */
interface Cue {
  words: readonly string[];
  later: readonly string[];
  asked: Asked;
}

/** In the list of cues: some words may stand here, `what did ... pay`. */
const GAP = '...';
/** Words that a gap may hold. */
const WIDEST_GAP = 5;
const NO_WORDS: readonly string[] = [];

const BY_FIRST_WORD = new Map<string, Cue[]>();
for (const [asked, phrases] of Object.entries(cues) as [Asked, string[]][]) {
  for (const phrase of phrases) {
    const [words = NO_WORDS, later = NO_WORDS] = phrase.split(GAP).map((part) => fold(part).split(' '));
    const first = words[0] ?? '';
    BY_FIRST_WORD.set(first, [...(BY_FIRST_WORD.get(first) ?? []), { words, later, asked }]);
  }
}

const NO_CUES: readonly Cue[] = [];
const cuesFrom = noteOn(({ text }) => BY_FIRST_WORD.get(text) ?? NO_CUES);

const standAt = (tokens: readonly Token[], start: number, words: readonly string[]): boolean => words.every((word, k) => tokens[start + k]?.text === word);

/** Whether a cue's words stand at a place, and its later words within the gap behind. */
function isCueAt(tokens: readonly Token[], start: number, { words, later }: Cue): boolean {
  if (!standAt(tokens, start, words)) return false;
  if (later.length === 0) return true;
  const behind = start + words.length;
  for (let i = behind; i <= behind + WIDEST_GAP; i++) if (standAt(tokens, i, later)) return true;
  return false;
}

const MANY = 'many';
/** Words of "how many" right before what is counted, folded. */
const HOW_MANY = new Set([MANY, 'kac', 'skolko', 'nece', 'necha', 'nechta', 'qansha', 'neshe', 'kancha', 'qancha']);

/** Words after which a thing may be told more closely: `how many Kyrgyz soldiers`. */
const NEARBY = 3;

/** To set the bot's rules aside. */
const OVERRIDE = { verbs: folded(kinds.verbs), objects: folded(kinds.objects) };
/** What a bot that writes might be told to do; the verb stands first or last. */
const TASK = { verbs: folded(kinds.task_verbs), objects: folded(kinds.task_objects) };
const TRANSLATE = folded(kinds.translate);

const ALL = 'all';
/** `all it wants`, `all along`, `after all` are of no several. */
const BEHIND_ALL = new Set(['it', 'they', 'he', 'she', 'i', 'you', 'along', 'right', 'over', 'about', 'too']);
const BEFORE_ALL = new Set(['after', 'above', 'once', 'for', 'not']);
const isAllOfOne = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.text === ALL && (BEHIND_ALL.has(tokens[i + 1]?.text ?? '') || BEFORE_ALL.has(tokens[i - 1]?.text ?? ''));

const HOW = 'how';
/** `necə` is "how", and folds to the same as `neçə`, "how many"; `bir neçə` is "several". */
const OTHER_HOW = /^necə$/i;
const SEVERAL = { before: 'bir', word: 'nece' } as const;
const isOtherHow = ({ raw, text }: Token, before: Token | undefined): boolean =>
  text === SEVERAL.word && (OTHER_HOW.test(raw) || before?.text === SEVERAL.before);

/** "How many", and not "too many". */
const asksHowMany = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i] as Token;
  return HOW_MANY.has(token.text) && (token.text !== MANY || tokens[i - 1]?.text === HOW) && !isOtherHow(token, tokens[i - 1]);
};

/** Words between "how many" and what is counted: `how many of its own soldiers`. */
const PASSED = new Set(['of', 'the', 'its', 'their', 'his', 'her', 'our', 'own', 'these', 'those']);

/** Indexes of the words behind a "how many", as far as the thing counted may stand. */
export function countedAt(tokens: readonly Token[]): Set<number> {
  const behind = (i: number): number[] => {
    const indexes = Array.from({ length: 2 * NEARBY }, (_, k) => i + 1 + k);
    return indexes.filter((k) => k < tokens.length && !PASSED.has(tokens[k]?.text ?? '')).slice(0, NEARBY);
  };
  return new Set(tokens.flatMap((_, i) => (asksHowMany(tokens, i) ? behind(i) : [])));
}

const has = (tokens: readonly (Token | undefined)[], words: ReadonlySet<string>): boolean =>
  tokens.some((token) => token !== undefined && words.has(token.text));

const WHEN = 'when';
/** Words around a "when" that asks; elsewhere it joins two clauses: `when it comes to …`. */
const BEFORE_WHEN = new Set(['and', 'or', 'since', 'exactly', 'know', 'tell', 'me', 'remember', 'about', 'roughly', 'just', 'say', 'says']);
const AFTER_WHEN = new Set(['did', 'was', 'were', 'is', 'are', 'will', 'does', 'do', 'has', 'have', 'had', 'exactly', 'would', 'should']);
/** `что …, когда …`: behind another question word, the Russian "when" joins two clauses. */
const RUSSIAN_WHEN = 'kogda';
const ASKED_BEFORE = folded(kinds.asked_before_when);
const joinsClauses = (tokens: readonly Token[], i: number): boolean =>
  (tokens[i]?.text === RUSSIAN_WHEN && has(tokens.slice(0, i), ASKED_BEFORE)) ||
  (tokens[i]?.text === WHEN && i > 0 && i < tokens.length - 1 && !BEFORE_WHEN.has(tokens[i - 1]?.text ?? '') && !AFTER_WHEN.has(tokens[i + 1]?.text ?? ''));

/** True for a text that gives the bot orders instead of asking: `ignore your rules and …`, `write a poem`. */
export const givesOrders = (tokens: readonly Token[]): boolean =>
  (has(tokens, OVERRIDE.verbs) && has(tokens, OVERRIDE.objects)) ||
  (has([tokens[0], tokens.at(-1)], TASK.verbs) && has(tokens, TASK.objects)) ||
  has(tokens.slice(0, 1), TRANSLATE);

/** Everything that the tokens' cue phrases ask for. */
export function askedFor(tokens: readonly Token[]): Set<Asked> {
  const asked = new Set<Asked>();
  tokens.forEach((token, i) => {
    if (cuesFrom(token).length === 0 || isOtherHow(token, tokens[i - 1]) || joinsClauses(tokens, i) || isAllOfOne(tokens, i)) return;
    for (const cue of cuesFrom(token)) if (isCueAt(tokens, i, cue)) asked.add(cue.asked);
  });
  for (const thing of askedByWhich(tokens)) asked.add(thing);
  // The name of a newspaper is no company's.
  if (asked.has('title') && namesOutlet(tokens)) asked.add('outlet');
  // `the model of X`; but `are X's models dearer than Y's` asks for no model.
  if (!asked.has('compare') && namesModel(tokens)) asked.add('model');
  return asked;
}

/** What may be asked, in a fixed order: bits stand for these. */
const KINDS: ReadonlySet<Asked> = new Set([...(Object.keys(cues) as (keyof typeof cues)[]), ...WHICH]);
const BITS: ReadonlyMap<Asked, number> = new Map([...KINDS].map((kind, i) => [kind, 1 << i]));

/** One bit for each thing that is asked for. */
export function askedBits(asked: Iterable<Asked>): number {
  let bits = 0;
  for (const kind of asked) bits |= BITS.get(kind) ?? 0;
  return bits;
}
