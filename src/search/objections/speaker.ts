/** The words are somebody else's, or on another matter. */

import { label } from '../labels.ts';
import type { Meaning } from '../meaning.ts';
import type { Ranked } from '../rank.ts';
import { wordsOf } from '../roles/sentence.ts';
import { LIMITS } from '../weights.ts';
import { ROLE_WORDS } from '../words/index.ts';
import type { Case, Objector } from './case.ts';

const SPEECH = ROLE_WORDS.speech;

type WordEntry = Ranked['words'][number];

/** Ideas of what is said on something. */
const UTTERED: ReadonlySet<string> = new Set(['react', 'criticise', 'praise', 'accuse', 'deny']);
/** Offices by which a speaker may be named. */
const OFFICES: ReadonlySet<string> = new Set(['president', 'minister', 'spokesman', 'ceo', 'ambassador', 'royal', 'head']);

const isTold = ({ value, hearsay }: WordEntry): boolean => value >= LIMITS.explained && !hearsay;
const weigh = (words: readonly WordEntry[]): number => words.reduce((sum, { weight }) => sum + weight, 0);

/** The matter of the question, apart from the saying itself. */
const matter = ({ ranked }: Case): WordEntry[] => ranked.words.filter(({ word }) => word.ideas.length > 0 && !word.ideas.includes('say'));

/** What the person named as the speaker is not the source of. */
function objectToPerson(subject: Case): string[] {
  const { ranked, record, lexicon } = subject;
  const speakers = ranked.names.filter(({ name, role }) => name.role === 'speaker' && role !== 'differs');
  if (speakers.length === 0) return [];
  const content = matter(subject);
  const told = content.filter(isTold);
  const unsaid = content.find((entry) => !told.includes(entry));
  const elsewhere = unsaid && ranked.ask < LIMITS.hearsay && weigh(told) < weigh(content) * LIMITS.told;
  return speakers.flatMap(({ name }) => {
    if (elsewhere) return [`The base has nothing that ${label(lexicon, name)} said of “${unsaid.word.said}”.`];
    return record.type !== 'quote' && ranked.ask < LIMITS.sameAsk ? [`These are not ${label(lexicon, name)}’s words.`] : [];
  });
}

/** The words are asked of an office, `the minister`, that the record does not name. */
/** `our minister wants to know …`, `a speech for the minister`, `the minister's draft`: who asks, not who spoke. */
const ASKING_FOR = wordsOf(SPEECH.asking_for);
const PURPOSE = wordsOf(SPEECH.purpose);
const PAPERS = wordsOf(SPEECH.papers);
/** `bakanımızın`: our minister's. */
const OURS = /(?:[iuy]m[iuy]z(?:[iuy]n)?|[iy]m[iy]zd[iy]n)$/;
const asks = ({ tokens }: Meaning, start: number): boolean => {
  const some = (from: number, to: number, list: ReadonlySet<string>) => tokens.slice(Math.max(0, from), to).some(({ text }) => list.has(text));
  const own = OURS.test(tokens[start]?.text ?? '');
  return own || some(start - 2, start, ASKING_FOR) || some(start + 1, start + 2, PAPERS) || some(start + 1, start + 4, PURPOSE);
};

function objectToOffice({ ranked, meaning }: Case): string[] {
  if (!(meaning.speaks || meaning.words.some(({ ideas }) => ideas.some((idea) => UTTERED.has(idea)))) || ranked.ask >= LIMITS.sameAsk) return [];
  const offices = ranked.words.filter(({ word }) => word.ideas.some((idea) => OFFICES.has(idea)));
  if (offices.some(isTold)) return [];
  const office = offices.find(({ word }) => !asks(meaning, word.at[0]));
  return office ? [`These are not the words of a “${office.word.said}”.`] : [];
}

export const objectToSpeaker: Objector = (subject) => [...objectToPerson(subject), ...objectToOffice(subject)];
