/** How questions are read: misspelt words as what they may have been. */
import type { Lexicon } from './lexicon.ts';
import { looksLikeName } from './manner.ts';
import { createReading, type Reading } from './read.ts';
import type { Spelling } from './spelling.ts';
import type { Language } from './text.ts';

/** The reading of questions in some languages. @param titled whether most of the words begin with a capital, which then tells nothing. */
export type Readings = (languages: readonly Language[], titled: boolean) => Reading;

/** Prepares the readings of a base; each is made once. Lists of languages are told apart as objects, as `languagesOf` gives them. */
export function createReadings(lexicon: Lexicon, spelling: Spelling): Readings {
  const create = (languages: readonly Language[], titled: boolean): Reading =>
    createReading(lexicon, languages, {
      respell: (token, sense) => {
        const others = spelling.respell(token.text, languages, sense);
        // Who is written like a name is misspelt as a name or not at all.
        return looksLikeName(token, titled) ? others.filter(({ word }) => lexicon.inBaseName(word)) : others;
      },
      month: spelling.month,
    });
  const made = new Map<readonly Language[], { titled: Reading; plain: Reading }>();
  return (languages, titled) => {
    let readings = made.get(languages);
    if (!readings) {
      readings = { titled: create(languages, true), plain: create(languages, false) };
      made.set(languages, readings);
    }
    return titled ? readings.titled : readings.plain;
  };
}
