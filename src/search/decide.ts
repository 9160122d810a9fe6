/**
 * Whether a record answers a question, by what was asked and not by the score alone. Wrong direction, another date, a name the
 * record lacks, a thing it does not state are objections, told in words; one objection suffices to refuse.
 */
import type { FactRecord } from '../base/schema.ts';
import type { Index } from './index.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { objectToAsked } from './objections/asked.ts';
import type { Case } from './objections/case.ts';
import { objectToDates, objectToNames } from './objections/names.ts';
import { objectToPair } from './objections/pair.ts';
import { objectToSpeaker } from './objections/speaker.ts';
import { objectToWords } from './objections/words.ts';
import type { Ranked } from './rank.ts';
import { LIMITS } from './weights.ts';

const OBJECTORS = [objectToNames, objectToDates, objectToSpeaker, objectToWords, objectToPair, objectToAsked] as const;

/** Everything that speaks against a record being the answer, one sentence each, the gravest kind first. */
export function objectionsTo(ranked: Ranked, meaning: Meaning, index: Index, lexicon: Lexicon): string[] {
  const record = index.records[ranked.number] as FactRecord;
  const subject: Case = { ranked, record, meaning, index, lexicon };
  return OBJECTORS.flatMap((object) => object(subject));
}

/**
 * How much speaks for a record: the share of the question that it explains, its likeness to an ask, and the weight of the words
 * that it explains or leaves out. Weights fitted on the tuning questions.
 */
export function evidenceOf({ cover, ask, words, names, numbers, dates }: Ranked): number {
  let explained = 0;
  let left = 0;
  for (const { word, weight, value } of words) {
    if (value >= LIMITS.explained) explained += weight;
    else if (word.ideas.length > 0) left += weight;
  }
  const agreeing = [...names, ...numbers].filter(({ stance }) => stance === 'agrees').length;
  const said = words.filter(({ value }) => value >= LIMITS.explained).length + agreeing + dates.length;
  // One word alone is chance, unless it is the whole question and spelt right.
  const guessed = words.some(({ word }) => word.likeness < 1);
  const alone = said < 2 && (words.length + names.length > 1 || guessed) ? 0.15 : 0;
  // Without a name, a record must tell some of the question itself: asks alone make chance likenesses.
  const told = words.some(({ value, hearsay }) => value >= LIMITS.explained && !hearsay);
  const hearsayOnly = names.length === 0 && !told && (guessed || ask < LIMITS.hearsay) ? 0.45 : 0;
  // Most of what is asked stands nowhere in the record.
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const strange = total > 0.5 && explained < total * 0.4 && ask < 0.62 ? 0.2 : 0;
  return 0.75 * cover + ask + 0.23 * Math.min(explained, 2) - 0.1 * left - alone - hearsayOnly - strange;
}
