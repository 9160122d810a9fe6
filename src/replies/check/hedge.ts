/** How surely a message states a thing. */
import type { Meaning } from '../../search/meaning.ts';
import { type Attribution, attributionOf, isTelling } from './attribution.ts';
import { governs } from './clauses.ts';

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

const OPEN =
  /\b(?:may(?!\s+\d)|might|could|possibly|perhaps|maybe|unclear(?:\s+whether)?|uncertain|not\s+(?:clear|known|certain)|unknown|whether)\b|\bbelki\b|возможно|можливо|неясно/iu;
const REPORTED =
  /\baccording to (?:[\p{L}]+\s+){0,3}(?:reports?|rumou?rs)\b|\b(?:[\p{L}]+\s+)?(?:reports?|rumou?rs)\s+(?:suggest|say|claim|indicate|allege|have it)\w*\b|\b(?:is|are|was|were|been)\s+(?:reported|said|alleged|rumou?red|believed|thought)\s+(?:to|that)\b|\b(?:unconfirmed|unverified)(?=\s+(?:\p{L}+\s+)?(?:reports?|rumou?rs|claims?|accounts?|information|sources?|that|whether)\b)|\b(?:is|are|was|were|has|have|remains?)\s+(?:unconfirmed|unverified)\b|\b(?:not\s+(?:been\s+)?(?:confirmed|verified)|reportedly|allegedly|purportedly|supposedly)\b|\b(?:doğrulanmamış|iddia\p{L}*|söylenti\p{L}*)|неподтвержд\p{L}*|якобы|по слухам|сообща\p{L}+|непідтвердж\p{L}*|нібито/iu;
const LEANING = /\b(?:likely|probably|presumably|apparently|seemingly|seems?|appears?|can(?!not))\b|вероятно|muhtemelen|ймовірно/iu;
const PLANNED =
  /\b(?:will|would|shall|(?:plan(?:s|ned|ning)?|intend(?:s|ed)?|aim(?:s|ed)?|hop(?:es?|ing)|want(?:s|ed)?|seek(?:s|ing)?|going|set|agreed|is|are|was|were)\s+to(?=\s)|plans?\s+(?:an?|the|for|on)\b|(?:is|are|was|were|been)\s+planned|negotiat(?:es?|ing|ions?)|in talks|in negotiations?|consider(?:s|ing)|(?:show(?:s|n|ed|ing)?\s+)?interest(?:ed)?\s+in)\b|\b(?:planlıyor|planlan(?:ıyor|makta\p{L}*)|görüş\p{L}+|\p{L}+(?:acak|ecek)(?:lar|ler)?)(?!\p{L})|планиру(?:ет|ют|ется|ются)(?!\p{L})|собира\p{L}*|намерен\p{L}*|переговор\p{L}*|будет|будут|буде(?!\p{L})|намір\p{L}*/iu;

/** Turkic verbs hold their "not" within: `almadı`, `satmayacak`, `алмады`. */
const DENYING_VERB =
  /\p{L}{2}(?:m[aeə](?:d[ıi]|m[ıi][şs]|y[ıiə]b|yaca[kq]|yecek|z|gan)|m[ıiuü]yor)(?:lar|ler|lər)?(?!\p{L})|\p{L}{2}м[ае](?:д[ыіи]|[гқк][ае]н|йд[ыіи])(?!\p{L})/iu;
const TURKIC: ReadonlySet<string> = new Set(['tr', 'az', 'uz', 'kk', 'ky']);

/** Whether a statement denies by the form of its verb. */
export const deniesByVerb = (text: string, { languages }: Meaning): boolean =>
  languages[0] !== 'en' && languages.some((language) => TURKIC.has(language)) && DENYING_VERB.test(text);

/** Words that vouch for a thing. "Not confirmed" does not. */
const VOUCHES =
  /\b(?:confirm(?:s|ed|ing)?|certain(?:ly)?|sure(?:ly)?|definite(?:ly)?|indeed|undoubtedly|unquestionably|undeniabl[ey]|no doubt|beyond doubt|proven?|proved|proves?|verified|established|officially|in fact|actually|kesin\p{L}*|doğruland\p{L}*)(?!\p{L})|(?<!не)(?<!\p{L})подтвержд\p{L}*|(?<!\p{L})підтвердж\p{L}*|несомненно|точно/iu;
const NOT_VOUCHED =
  /\b(?:not|never|nobody|cannot|without|far from)\s+(?:\p{L}+\s+){0,2}?(?:confirm\p{L}*|verif\p{L}*|certain|sure|proven?|proved|established)(?!\p{L})|не\s+(?:было\s+)?(?:подтвержд|підтвердж)\p{L}*/giu;

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
  LEANING,
  /^(?:(?:the|this) )?(?:author|article|writer|source)$/iu,
  /\b(?:unconfirmed|reported(?:ly)?|reports?|alleged(?:ly)?|rumou?r\p{L}*|purported\p{L}*|supposedly|according|will|would|plan\p{L}*|going|intend\p{L}*|intention|aim\p{L}*|negotiat\p{L}+|talks|under way|to be|iddia\p{L}*|söylenti\p{L}*|doğrulanmamış|göre)(?!\p{L})|неподтвержд|якобы|по слухам|сообща|непідтвердж|нібито|план|собира|намер|намір/iu,
];

/** Ideas and words that tell how sure something is or who says it, not what it is. */
export const isHedge = (said: string, ideas: readonly string[]): boolean =>
  ideas.some((idea) => idea === 'unconfirmed' || idea === 'confirm' || idea === 'plan' || idea === 'say') ||
  isTelling(said) ||
  HEDGING.some((hedge) => hedge.test(said));
