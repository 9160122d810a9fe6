/** What a question asks for: a price, a quantity, a date, a speaker …, told by its cue phrases in any of the languages. */
import { fold, type Token } from './text.ts';
import cues from './words/asked.json' with { type: 'json' };

/** What may be asked. `list` and `compare` ask for several records; the others for one thing that a record states. */
export type Asked = keyof typeof cues;

const BY_FIRST_WORD = new Map<string, { words: string[]; asked: Asked }[]>();
for (const [asked, phrases] of Object.entries(cues) as [Asked, string[]][]) {
  for (const phrase of phrases) {
    const words = fold(phrase).split(' ');
    const first = words[0] ?? '';
    BY_FIRST_WORD.set(first, [...(BY_FIRST_WORD.get(first) ?? []), { words, asked }]);
  }
}

/** Words of "how many" right before what is counted, folded. */
const HOW_MANY = new Set(['many', 'kac', 'skolko', 'nece', 'necha', 'nechta', 'qansha', 'neshe', 'kancha', 'qancha']);

/** Indexes of the words right behind a "how many". */
export function countedAt(tokens: readonly Token[]): Set<number> {
  return new Set(tokens.flatMap(({ text }, i) => (HOW_MANY.has(text) ? [i + 1] : [])));
}

/** Everything that the tokens' cue phrases ask for. */
export function askedFor(tokens: readonly Token[]): Set<Asked> {
  const asked = new Set<Asked>();
  tokens.forEach((token, i) => {
    for (const cue of BY_FIRST_WORD.get(token.text) ?? []) if (cue.words.every((word, k) => tokens[i + k]?.text === word)) asked.add(cue.asked);
  });
  return asked;
}
