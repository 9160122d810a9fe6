/** Links that open a source at the passage: text fragments, https://wicg.github.io/scroll-to-text-fragment/ */
import type { Citation } from './schema.ts';

type Passage = Pick<Citation, 'exact' | 'prefix' | 'suffix'>;

/** Words that stand for each end of a long passage; fewer when the address would grow too long. */
const ENDS = [5, 4, 3, 2] as const;
/** Longest address, in characters: chats allow 512 in a button. */
const LONGEST = 512;
/** Words of context that make a passage unique. */
const CONTEXT = 4;

/** Percent-encodes a part of a text directive, in which `-`, `,` and `&` have meanings of their own. */
const encode = (words: string): string => encodeURIComponent(words.toWellFormed()).replace(/-/g, '%2D');

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** The last words of a prefix; its first may be cut inside a word, which no browser would find. */
function prefixWords(prefix: string): string[] {
  const words = wordsOf(prefix);
  return (words.length > 1 && !/^\s/.test(prefix) ? words.slice(1) : words).slice(-CONTEXT);
}

function suffixWords(suffix: string): string[] {
  const words = wordsOf(suffix);
  return (words.length > 1 && !/\s$/.test(suffix) ? words.slice(0, -1) : words).slice(0, CONTEXT);
}

/** The text directive of a passage, `[prefix-,]start[,end][,-suffix]`, each end told by so many words. */
function textDirective({ exact, prefix, suffix }: Passage, ends: number): string {
  const words = wordsOf(exact);
  const span = words.length > 2 * ends ? [words.slice(0, ends), words.slice(-ends)] : [words];
  const parts = span.map((part) => encode(part.join(' ')));
  const before = prefixWords(prefix ?? '');
  const after = suffixWords(suffix ?? '');
  if (before.length > 0) parts.unshift(`${encode(before.join(' '))}-`);
  if (after.length > 0) parts.push(`-${encode(after.join(' '))}`);
  return `text=${parts.join(',')}`;
}

/**
 * The source's address with a text fragment that makes a browser scroll to the first passage and mark all of them.
 * Passages that would make the address too long for a chat's button are left out; so is the fragment when not even one fits.
 * @param url the source's address; a fragment of its own is kept, a text directive in it replaced.
 */
export function deepLink(url: string, passages: readonly Passage[]): string {
  const [address = '', ...rest] = url.split('#');
  const fragment = rest.join('#').split(':~:')[0] ?? '';
  const start = `${address}#${fragment}:~:`;
  let directives = '';
  for (const passage of passages) {
    const shapes = ENDS.map((ends) => [directives, textDirective(passage, ends)].filter(Boolean).join('&'));
    directives = shapes.find((shape) => start.length + shape.length <= LONGEST) ?? directives;
  }
  return directives === '' ? url : start + directives;
}
