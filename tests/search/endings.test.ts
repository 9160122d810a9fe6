/** Endings found letter by letter against the regular expressions that they spell out. */
import fc from 'fast-check';
import { it } from 'vitest';
import { slavicStem, turkicStem } from '../../src/search/text.ts';

const TURKIC =
  /(?:l[aeoi]r|d[ae]r|t[ae]r|(?:[dt]|n)[ae]n|d[ae]|t[ae]|[nd]y?[iuy]n?g?|ty?[iuy]ng?|nyng?|s[iuy]|l[iuy]k|l[iuy]q|n[iuy]|y[aeiu]|g[aei]|gh[ae]|q[ae]|k[ae]|n[ae]|[dt][iuy]r?|m[iuy]s|m[ae]k|m[ae]q|[iuy]p|[iu]yor|[ae]c[ae][kg]|[iuy]l[ae]n|[iuy]m[iuy]z|l[ae]r[iuy]|[aeiouy]|n|m)$/;
const SLAVIC =
  /(?:iyami|yami|ami|iyakh|yakh|akh|ikh|ykh|iyam|yam|am|iem|em|om|ov|ev|ey|iy|yy|oy|ogo|ego|omu|emu|ymi|imi|uyu|yuyu|aya|yaya|oyu|eyu|oe|ee|ye|ie|iya|iyu|yu|ya|las|lis|losi|lsya|lo|la|li|l|tsya|t|tsa|et|it|yut|ut|yat|at|ali|ila|ili|il|al|sya|s|i|y|a|o|e|u)$/;

function naive(word: string, endings: RegExp, rounds: number): string {
  if (!/^[a-z]{5,}$/.test(word)) return word;
  let stem = word;
  for (let round = 0; round < rounds; round++) {
    const next = stem.replace(endings, '');
    if (next === stem || next.length < 4) break;
    stem = next;
  }
  return stem;
}

const PIECES = [
  'dron',
  'satt',
  'ular',
  'lar',
  'dan',
  'ning',
  'iyami',
  'yakh',
  'yuyu',
  'losi',
  'tsya',
  'acak',
  'iyor',
  'ymyz',
  'dyyng',
  'ogo',
  'l',
  'n',
  'g',
  'y',
  'i',
  'e',
  '7',
];
const aWord = fc.array(fc.constantFrom(...PIECES, ...'abcdefghijklmnopqrstuvwxyz'), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));

it.each([
  ['Turkic', turkicStem, TURKIC, 4],
  ['Slavic', slavicStem, SLAVIC, 2],
] as const)('%s stems are what is left when the endings are taken off', (_name, stem, endings, rounds) => {
  fc.assert(
    fc.property(aWord, (word) => stem(word) === naive(word, endings, rounds)),
    { numRuns: 3000 },
  );
});
