/** What a record tells in its own words: the summary, the passages and its fields, never the questions that it is asked by. */
import { type FactRecord, isUnstated } from '../../base/schema.ts';
import type { Meaning } from '../../search/meaning.ts';
import type { Search } from '../../search/resolution.ts';
import { concerned } from '../profile.ts';
import { isTelling } from './attribution.ts';
import { formsIn } from './forms.ts';

/** A number with what it counts. */
export interface Counted {
  value: number;
  /** In the text's own words: `20`, `15 casualties`. */
  said: string;
  /** Folded stems and ideas of the words right behind it. */
  words: readonly string[];
}

export interface Told {
  /** Entities it names. */
  ids: ReadonlySet<string>;
  /** Folded stems and ideas of its words. */
  stems: ReadonlySet<string>;
  ideas: ReadonlySet<string>;
  counted: readonly Counted[];
  /** Numbers that the curators hold apart, to be held against others. */
  figures: readonly Counted[];
  /** Forms of the words of its summary and passages, as they stand there. */
  forms: ReadonlySet<string>;
  /** Entities of whom it says that they say or find something. */
  tellers: ReadonlySet<string>;
  /** Its text in one, in lower case. */
  text: string;
  /** The source's own words hold a "not". */
  denies: boolean;
}

/** What a sale says by being one. A joint factory, a service or an agreement of another kind is not yet a purchase. */
const TRADE = ['deal', 'buy', 'sell', 'supply', 'import', 'export'] as const;

function implied(record: FactRecord): readonly string[] {
  if (record.type === 'quote') return ['say'];
  if (record.type === 'fact') return [];
  return record.kind === 'sale' || record.kind === 'supply' ? TRADE : ['deal'];
}

/** Everything that the record says in words. */
function textsOf(record: FactRecord): string[] {
  const fields = record.type === 'deal' ? [record.ordered, record.value] : record.type === 'quote' ? [record.role, record.venue, record.words] : [];
  const figures = record.figures.map(({ value, unit, of }) => `${value} ${unit} ${of ?? ''}`);
  const all = [record.summary, ...record.citations.map(({ exact }) => exact), ...record.topics, ...figures, ...fields.filter((value) => !isUnstated(value))];
  // The search reads a sentence or two at a time.
  return all.flatMap((text) => text.match(/[^.;!?]+[.;!?]*/g) ?? []);
}

/** A record's dates stand in its fields; the day of reading tells nothing here. */
const DAY = { today: '2000-01-01' } as const;

const told = new WeakMap<FactRecord, Told>();

/** How many tokens behind a number tell what it counts. */
const BEHIND = 3;

/** The numbers of a text with what they count. */
export const countedIn = ({ numbers, words }: Meaning): Counted[] =>
  numbers.map(({ value, said, at: [, end] }) => {
    const behind = words.filter(({ at: [start] }) => start >= end && start < end + BEHIND);
    return { value, said, words: behind.flatMap(({ stems, ideas }) => [...stems, ...ideas]) };
  });

/** Whether two numbers count the same kind of thing. */
export const shares = (a: Counted, b: Counted): boolean => a.words.some((word) => b.words.includes(word));

const figuresOf = (record: FactRecord, search: Search): Counted[] =>
  record.figures.map(({ value, unit }) => ({
    value,
    said: `${value.toLocaleString('en')} ${unit}`,
    words: search.read(unit, DAY).words.flatMap(({ stems, ideas }) => [...stems, ...ideas]),
  }));

/** Summary and passages: what the record says, without the words by which it is found. */
const ownWords = ({ summary, citations }: FactRecord): string[] => [summary, ...citations.map(({ exact }) => exact)];

/** `Tajikistan found that …`: names with a word of telling right behind them. */
const tellersIn = ({ names, tokens }: Meaning): string[] =>
  names.filter(({ at: [, end] }) => TELLING.test(tokens[end]?.raw ?? '') || isTelling(tokens[end]?.raw ?? '')).flatMap(({ ids }) => ids);
/** A source tells of what others found, too. */
const TELLING = /^(?:found|finds|discovered|discovers|reports|confirmed|disclosed)$/i;

/** Reads a record once. */
export function tellsOf(record: FactRecord, search: Search): Told {
  const known = told.get(record);
  if (known) return known;
  const texts = textsOf(record);
  const read = texts.map((text) => search.read(text, DAY));
  const words = read.flatMap((meaning) => meaning.words);
  const figures = figuresOf(record, search);
  const made: Told = {
    ids: new Set([...concerned(record, search.within), ...read.flatMap(({ names }) => names.flatMap(({ ids }) => ids))]),
    stems: new Set(words.flatMap(({ stems }) => stems)),
    ideas: new Set([...implied(record), ...words.flatMap(({ ideas }) => ideas)]),
    counted: [...figures, ...read.flatMap(countedIn)],
    figures,
    forms: new Set(ownWords(record).flatMap(formsIn)),
    tellers: new Set(read.flatMap(tellersIn)),
    text: texts.join(' ').toLowerCase(),
    denies: record.citations.some(({ exact }) => search.read(exact, DAY).negated),
  };
  told.set(record, made);
  return made;
}
