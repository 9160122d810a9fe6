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
import { objectToDates } from './objections/dates.ts';
import { objectToNames } from './objections/names.ts';
import { objectToPair } from './objections/pair.ts';
import { objectToSpeaker } from './objections/speaker.ts';
import { objectToSufferer } from './objections/sufferer.ts';
import { isTraded } from './objections/traded.ts';
import { objectToWords } from './objections/words.ts';
import type { Ranked } from './rank.ts';
import { EVIDENCE, LIMITS } from './weights.ts';

const OBJECTORS = [objectToNames, objectToDates, objectToSpeaker, objectToSufferer, objectToWords, objectToPair, objectToAsked] as const;

/** What finds everything that speaks against a record being the answer to a question: one sentence each, the gravest kind first. */
export function createObjector(meaning: Meaning, index: Index, lexicon: Lexicon): (ranked: Ranked) => string[] {
  // Many records are asked about it, and it is the same for all.
  let traded: boolean | undefined;
  const askTraded = (): boolean => {
    traded ??= isTraded(meaning, index);
    return traded;
  };
  return (ranked) => {
    const record = index.records[ranked.number] as FactRecord;
    const subject: Case = { ranked, record, meaning, index, lexicon, isTraded: askTraded };
    const objections: string[] = [];
    for (const object of OBJECTORS) objections.push(...object(subject));
    return objections;
  };
}

/** What a question's words come to in a record: how many it explains, and their weights. */
interface Tally {
  total: number;
  explained: number;
  /** Weight of ideas that the record lacks. */
  leftIdeas: number;
  count: number;
  /** Whether the record itself, and not only its asks, has one of them. */
  told: boolean;
  /** Whether one of the question's words is misspelt. */
  guessed: boolean;
}

function tallyWords(words: Ranked['words']): Tally {
  const tally: Tally = { total: 0, explained: 0, leftIdeas: 0, count: 0, told: false, guessed: false };
  for (const { word, weight, value, hearsay } of words) {
    tally.total += weight;
    if (word.likeness < 1) tally.guessed = true;
    if (value >= LIMITS.explained) {
      tally.explained += weight;
      tally.count++;
      if (!hearsay) tally.told = true;
    } else if (word.ideas.length > 0) tally.leftIdeas += weight;
  }
  return tally;
}

const countAgreeing = (parts: Ranked['names'] | Ranked['numbers']): number => {
  let count = 0;
  for (const { stance } of parts) if (stance === 'agrees') count++;
  return count;
};

/** What a likeness by chance looks like: each sign takes off its part. */
function chance({ ask, words, names, numbers, dates }: Ranked, { total, explained, count, told, guessed }: Tally): number {
  const parts = count + countAgreeing(names) + countAgreeing(numbers) + dates.length;
  // Ordinary words come near some record by chance; a name does not.
  let signs = names.length === 0 ? EVIDENCE.nameless : 0;
  // One word alone, unless it is the whole question and spelt right.
  if (parts < 2 && (words.length + names.length > 1 || guessed)) signs += EVIDENCE.alone;
  // Without a name, nothing of the question in the record itself: only its asks are like it.
  if (names.length === 0 && !told && (guessed || ask < LIMITS.hearsay)) signs += EVIDENCE.hearsayOnly;
  // Most of what is asked stands nowhere in the record.
  if (total > EVIDENCE.strangeFrom && explained < total * EVIDENCE.strangeBelow && ask < LIMITS.farAsk) signs += EVIDENCE.strange;
  return signs;
}

/**
 * How much speaks for a record: the share of the question that it explains, its likeness to an ask, and the weight of the words
 * that it explains or leaves out, less what looks like chance. Weights fitted on the tuning questions.
 */
export function evidenceOf(ranked: Ranked): number {
  const tally = tallyWords(ranked.words);
  const words = EVIDENCE.explained * Math.min(tally.explained, EVIDENCE.explainedMost) - EVIDENCE.leftIdeas * tally.leftIdeas;
  return EVIDENCE.cover * ranked.cover + ranked.ask + EVIDENCE.wording * ranked.wording + words - chance(ranked, tally);
}
