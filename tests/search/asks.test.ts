/** The curated asks are written from the records, never from the questions that the search is measured with. */
import { expect, test } from 'vitest';
import { isAnyStopword } from '../../src/search/sense.ts';
import { words } from '../../src/search/text.ts';
import { setNames } from '../eval/names.ts';
import { readSet } from '../eval/sets.ts';
import { base } from './shipped.ts';

const LEAST_CONTENT = 4;
const ALIKE = 0.85;

interface Read {
  label: string;
  text: string;
  sequence: string;
  content: ReadonlySet<string>;
}

function read(label: string, text: string): Read {
  const tokens = words(text).map((token) => token.text);
  return { label, text, sequence: tokens.join(' '), content: new Set(tokens.filter((token) => !isAnyStopword(token))) };
}

const asks = base.records.flatMap(({ id, asks }) => Object.entries(asks).flatMap(([language, texts]) => texts.map((text) => read(`${id} ${language}`, text))));
const questions = setNames.flatMap((name) => readSet(name).map(({ id, query }) => read(`${name} ${id}`, query)));

function alike(a: Read, b: Read): boolean {
  if (a.sequence === b.sequence) return true;
  if (Math.min(a.content.size, b.content.size) < LEAST_CONTENT) return false;
  const shared = a.content.intersection(b.content).size;
  return shared / (a.content.size + b.content.size - shared) >= ALIKE;
}

/** The asks that share a word with a question, or are made of stopwords alone: no other can be like it. */
const byWord = new Map<string, Read[]>();
for (const ask of asks) for (const word of ask.content.size > 0 ? ask.content : ['']) byWord.set(word, [...(byWord.get(word) ?? []), ask]);
const near = ({ content }: Read): Set<Read> => new Set(['', ...content].flatMap((word) => byWord.get(word) ?? []));

test('there are asks and questions to compare', () => {
  expect(asks.length).toBeGreaterThan(1000);
  expect(questions.length).toBeGreaterThan(500);
});

test('no ask of the shipped base equals or nearly equals a question of the eval sets', () => {
  const pairs = questions.flatMap((question) =>
    [...near(question)].filter((ask) => alike(ask, question)).map((ask) => `${question.label} “${question.text}” = ${ask.label} “${ask.text}”`),
  );
  expect(pairs).toEqual([]);
});

test('no two records share an ask', () => {
  const known = new Map<string, string>();
  const twice = asks.flatMap(({ label, text, sequence }) => {
    const before = known.get(sequence);
    known.set(sequence, label);
    return before && before.split(' ')[0] !== label.split(' ')[0] ? [`“${text}”: ${before} and ${label}`] : [];
  });
  expect(twice).toEqual([]);
});
