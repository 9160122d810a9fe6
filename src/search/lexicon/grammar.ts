/** Case endings of names, and what they tell of who gives and who takes. */

/** The grammatical case in which a name stands, as far as it tells who gives and who takes. */
export type Grammar = 'from' | 'to' | 'of' | 'by' | 'with' | 'in' | 'object' | 'plain';

/** Endings of an inflected name, folded, and what they tell. Longest first. */
const ENDINGS: readonly (readonly [RegExp, Grammar])[] = [
  [/^(?:d[aeo]n|t[aeo]n|n[aeo]n)$/, 'from'],
  [/^(?:gh?[aeo]|q[ae]|k[aeo]|y[ae]|n[ae]|yu|u|e|a|am|yam)$/, 'to'],
  [/^(?:ov|ev|n[iuy]ng?|d[iuy]ng?|t[iuy]ng?|y?[iuy]n|[iuy]ng)$/, 'of'],
  [/^(?:om|em|ey|ami|yami|ei|oy|oyu|eyu)$/, 'by'],
  [/^(?:d[aeo]|t[aeo]|akh|yakh|ye|[dt][ae](?:gh?[iy]|ki)(?:n[aei]n?|l[ae]r[a-z]{0,3})?)$/, 'in'],
  [/^(?:[mpb]en|yl[ae]|l[ae])$/, 'with'],
  // `Ресейдікінен`, `İran'ınkiler`: from, or those of, what belongs to it.
  [/^(?:[dnt][iy]k[iy](?:n[ae]n)?|n?[iuy]nk[iuy](?:l[ae]r)?(?:[dn][ae]n?|[ae]|n?[iuy])?)$/, 'plain'],
  [/^(?:lar|ler|dar|der|tar|ter)$/, 'plain'],
  [/^(?:n[iuy]|d[iuy]|t[iuy]|y[iuy]|[iuy])$/, 'object'],
];

/** What these endings tell in Russian; in no Turkic language is the dative so short behind a consonant. */
const RUSSIAN: ReadonlyMap<string, Grammar> = new Map([
  ['a', 'of'],
  ['e', 'in'],
]);

/** What a case ending tells. @param turkic whether it stands in a text of a Turkic language. */
export function grammarOf(ending: string, turkic = true): Grammar {
  const russian = turkic ? undefined : RUSSIAN.get(ending);
  if (russian) return russian;
  for (const [pattern, grammar] of ENDINGS) if (pattern.test(ending)) return grammar;
  return 'plain';
}

/** True for the ending of a case, or the English plural's. */
export const isEnding = (ending: string): boolean => ending === 's' || ENDINGS.some(([pattern]) => pattern.test(ending));
