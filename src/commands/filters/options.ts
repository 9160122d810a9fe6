/** Options that commands share. */
import type { Localised } from '../command.ts';

interface Texts {
  description: string;
  name: Localised;
  localised: Localised;
}

/** An id has 64 characters at most. */
const LONGEST_NAME = 64;

/** A picked entity or any words for one; values are offered while it is typed. */
export const nameOption = <const R extends boolean>(texts: Texts, required: R) => ({
  description: texts.description,
  localised: { name: texts.name, description: texts.localised },
  required,
  longest: LONGEST_NAME,
  suggests: true as const,
});

/** Free words, written first and bare. */
export const wordsOption = <const R extends boolean>(texts: Texts, required: R, longest = 240) => ({
  description: texts.description,
  localised: { name: texts.name, description: texts.localised },
  required,
  longest,
  bare: true as const,
});
