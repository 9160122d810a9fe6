/** How surely a message states a thing. */
import type { Meaning } from '../../search/meaning.ts';
import { type Attribution, attributionOf, isTelling } from './attribution.ts';
import { governs } from './clauses.ts';
import { LEANING, NOT_VOUCHED, OPEN, PLANNED, REPORTED, VOUCHES } from './hedge-words.ts';

/** The hedges that govern what a statement claims. */
export interface Hedge {
  /** Left open: possible, unclear. */
  open: boolean;
  /** Passed on without proof: reported, alleged. */
  reported: boolean;
  /** Held for so, but not sure: likely, seemingly. */
  leaning: boolean;
  /** Planned, to come. */
  planned: boolean;
  /** Who is said to say or to think it. */
  by: Attribution;
}

/** Turkic verbs hold their "not" within: `almadı`, `satmayacak`, `алмады`. */
const DENYING_VERB =
  /\p{L}{2}(?:m[aeə](?:d[ıi]|m[ıi][şs]|y[ıiə]b|yaca[kq]|yecek|z|gan)|m[ıiuü]yor)(?:lar|ler|lər)?(?!\p{L})|\p{L}{2}м[ае](?:д[ыіи]|[гқк][ае]н|йд[ыіи])(?!\p{L})/iu;
const TURKIC: ReadonlySet<string> = new Set(['tr', 'az', 'uz', 'kk', 'ky']);

/** Whether a statement denies by the form of its verb. */
export const deniesByVerb = (text: string, { languages }: Meaning): boolean =>
  languages[0] !== 'en' && languages.some((language) => TURKIC.has(language)) && DENYING_VERB.test(text);

/** `has not been confirmed` is one hedge, however many words it has, and no denial of what follows. */
export const inOneWord = (text: string): string => text.replace(NOT_VOUCHED, 'unconfirmed');

/** Whether a text tells of what is to come, anywhere in it. */
export const plans = (text: string): boolean => PLANNED.test(text);

const vouches = (text: string): boolean => VOUCHES.test(inOneWord(text));

/** In other languages than English verbs are not told by their form, but their words of doubt are known to the search. */
const means = ({ words, languages }: Meaning, idea: string): boolean => languages[0] !== 'en' && words.some(({ ideas }) => ideas.includes(idea));

/**
 * Reads the hedges of a statement.
 * @param authors names of those who wrote the sources
 */
export function hedgeOf(text: string, meaning: Meaning, authors: readonly string[]): Hedge {
  const by = attributionOf(text, meaning, authors);
  if (vouches(text)) return { open: false, reported: false, leaning: false, planned: false, by };
  const plain = inOneWord(text);
  return {
    open: governs(OPEN, plain),
    reported: governs(REPORTED, plain) || means(meaning, 'unconfirmed'),
    leaning: governs(LEANING, plain),
    planned: governs(PLANNED, plain, true),
    by,
  };
}

const HEDGING: readonly RegExp[] = [
  OPEN,
  REPORTED,
  LEANING,
  /^(?:(?:the|this) )?(?:author|article|writer|source)$/iu,
  /\b(?:unconfirmed|reported(?:ly)?|reports?|alleged(?:ly)?|rumou?r\p{L}*|purported\p{L}*|supposedly|according|will|would|plan\p{L}*|going|intend\p{L}*|intention|aim\p{L}*|negotiat\p{L}+|talks|under way|to be|iddia\p{L}*|söylenti\p{L}*|doğrulanmamış|göre)(?!\p{L})|неподтвержд|якобы|по слухам|сообща|непідтвердж|нібито|план|собира|намер|намір/iu,
];

/** Ideas and words that tell how sure something is or who says it, not what it is. */
export const isHedge = (said: string, ideas: readonly string[]): boolean =>
  ideas.some((idea) => idea === 'unconfirmed' || idea === 'confirm' || idea === 'plan' || idea === 'say') ||
  isTelling(said) ||
  HEDGING.some((hedge) => hedge.test(said));
