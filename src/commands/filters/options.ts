/** Options that commands share. */
import type { Localised, OptionDefinition } from '../command.ts';

interface Texts {
  description: string;
  name: Localised;
  localised: Localised;
}

/** An id has 64 characters at most. */
const LONGEST_NAME = 64;

/** An option whose values are offered while it is typed. */
const offered = <const R extends boolean>({ description, name, localised }: Texts, required: R) =>
  ({ description, localised: { name, description: localised }, required, longest: LONGEST_NAME, suggests: true }) satisfies OptionDefinition;

/** A picked entity or any words for one. */
export const nameOption = <const R extends boolean>(texts: Texts, required: R) => offered(texts, required);

/** Free words, written first and bare. */
export const wordsOption = <const R extends boolean>({ description, name, localised }: Texts, required: R, longest = 240) =>
  ({ description, localised: { name, description: localised }, required, longest, bare: true }) satisfies OptionDefinition;
