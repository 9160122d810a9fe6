/** A message against the base, statement by statement. */
import type { Base, FactRecord } from '../../base/schema.ts';
import type { Meaning } from '../../search/meaning.ts';
import type { Search } from '../../search/resolution.ts';
import { LONGEST_QUERY } from '../../search/text.ts';
import type { Reply } from '../reply.ts';
import type { Statement } from '../views.ts';
import { compare, isTrade } from './compare.ts';
import { deniesByVerb, hedgeOf, inOneWord } from './hedge.ts';
import { clausesOf } from './joined.ts';
import { statementsIn } from './statements.ts';
import { nearest, verdictOf } from './verdict.ts';

/** What a check needs of the outside. */
export interface Checking {
  base: Base;
  search: Search;
  /** The reader's day, in ISO 8601. */
  today: string;
  /** Records that concern an entity. */
  recordsOn(id: string): readonly FactRecord[];
}

/** Records looked at for one statement. */
const MOST_RECORDS = 300;

/** Records that the statement may be about: what the search finds, and what concerns its names, the rarest first. */
function candidates(text: string, names: Meaning['names'], preference: 'ask' | 'quote', { search, today, recordsOn }: Checking): FactRecord[] {
  const resolved = search.resolve(text, { today, preference });
  const found = resolved.kind === 'nothing' ? [] : resolved.matches.map(({ record }) => record);
  const named = names.map(({ ids }) => ids.flatMap((id) => recordsOn(id))).sort((a, b) => a.length - b.length);
  return [...new Set([...found, ...named.flat()])].slice(0, MOST_RECORDS);
}

/** A statement that names, counts and means nothing that a base could speak to: a greeting, a remark. */
const isIdle = ({ names, numbers, words }: Meaning): boolean => names.length === 0 && numbers.length === 0 && words.every(({ ideas }) => ideas.length === 0);

/** Family names of those who wrote the sources. */
const authorsOf = ({ sources }: Base): string[] => [...sources.values()].flatMap(({ authors }) => authors.map(({ family }) => family));

function judge(text: string, checking: Checking): Statement[] {
  const { base, search, today } = checking;
  if (text.length > LONGEST_QUERY) return [{ text, verdict: 'absent', words: 'Not checked: too long for one statement', differences: [] }];
  const plain = search.read(inOneWord(text), { today });
  const attributed = hedgeOf(text, plain, authorsOf(base)).by.kind;
  const preference = attributed === 'none' || attributed === 'author' ? 'ask' : 'quote';
  const read = preference === 'quote' ? search.read(inOneWord(text), { today, preference }) : plain;
  const meaning = { ...read, negated: read.negated || deniesByVerb(inOneWord(text), read) };
  if (isIdle(meaning)) return [];
  const hedge = hedgeOf(text, meaning, authorsOf(base));
  const deals = isTrade(meaning, search);
  const possible = candidates(text, meaning.names, preference, checking).filter(({ type }) => !deals || type === 'deal');
  const comparisons = possible.map((record) => compare(text, meaning, hedge.by, record, search));
  return [verdictOf({ text, meaning, hedge, base }, nearest(comparisons))];
}

const NOTHING: Reply = {
  kind: 'notice',
  title: 'The message states nothing that the base could speak to.',
  lines: ['Questions, links and pictures are not read.'],
};

/** Each statement of a message, held against the base. */
export function checkMessage(message: string, checking: Checking): Reply {
  const { search, today } = checking;
  const { statements, more } = statementsIn(message, (sentence) => clausesOf(sentence, (text) => search.read(inOneWord(text), { today })));
  const judged = statements.flatMap((text) => judge(text, checking));
  return judged.length === 0 ? NOTHING : { kind: 'check', statements: judged, more };
}
