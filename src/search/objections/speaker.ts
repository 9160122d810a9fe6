/** The words are somebody else's, or on another matter. */
import { label } from '../labels.ts';
import type { Meaning } from '../meaning.ts';
import { HELD, OFFICES } from '../offices.ts';
import type { Ranked } from '../rank.ts';
import { folded } from '../text.ts';
import { LIMITS, WEIGHTS } from '../weights.ts';
import { ROLE_WORDS } from '../words/index.ts';
import { type Case, type Objector, tellsIdea } from './case.ts';

const SPEECH = ROLE_WORDS.speech;

type WordEntry = Ranked['words'][number];

/** Ideas of what is said on something. */
const UTTERED: ReadonlySet<string> = new Set(['react', 'criticise', 'praise', 'accuse', 'deny']);

const isTold = ({ value, hearsay }: WordEntry): boolean => value >= LIMITS.explained && !hearsay;
const weigh = (words: readonly WordEntry[]): number => words.reduce((sum, { weight }) => sum + weight, 0);

/** The matter of the question, apart from the saying itself. */
const matter = ({ ranked }: Case): WordEntry[] => ranked.words.filter(({ word }) => word.ideas.length > 0 && !word.ideas.includes('say'));

/** What the person named as the speaker is not the source of. What else the question names, and the record too, is matter that is told. */
function objectToPerson(subject: Case): string[] {
  const { ranked, record, lexicon } = subject;
  const speakers = ranked.names.filter(({ name, role }) => name.role === 'speaker' && role !== 'differs');
  if (speakers.length === 0) return [];
  const content = matter(subject);
  const told = content.filter(isTold);
  const unsaid = content.find((entry) => !told.includes(entry));
  const named = ranked.names.filter(({ name, stance, hearsay }) => name.role !== 'speaker' && stance === 'agrees' && !hearsay).length * WEIGHTS.name;
  const elsewhere = unsaid && ranked.ask < LIMITS.hearsay && weigh(told) + named < (weigh(content) + named) * LIMITS.told;
  return speakers.flatMap(({ name }) => {
    if (elsewhere) return [`The base has nothing that ${label(lexicon, name)} said of “${unsaid.word.said}”.`];
    return record.type !== 'quote' && ranked.ask < LIMITS.sameAsk ? [`These are not ${label(lexicon, name)}’s words.`] : [];
  });
}

const ASKING_FOR = folded(SPEECH.asking_for);
const PURPOSE = folded(SPEECH.purpose);
const PAPERS = folded(SPEECH.papers);
/** `bakanımızın`: our minister's. */
const OURS = /(?:[iuy]m[iuy]z(?:[iuy]n)?|[iy]m[iy]zd[iy]n)$/;

/** `our minister wants to know`, `a speech for the minister`, `the minister's draft`, `nazirin çıxışı üçün`: who asks, not who spoke. */
function isOnBehalf({ tokens, names }: Meaning, start: number): boolean {
  const isName = (i: number): boolean => names.some(({ at: [first, end] }) => i >= first && i < end);
  const has = (i: number, list: ReadonlySet<string>): boolean => list.has(tokens[i]?.text ?? '');
  if (OURS.test(tokens[start]?.text ?? '') || has(start - 1, ASKING_FOR) || has(start - 2, ASKING_FOR)) return true;
  if (tokens[start]?.suffix !== '' && has(start + 1, PAPERS)) return true;
  return has(start + 1, PURPOSE) || (!isName(start + 1) && has(start + 2, PURPOSE));
}

/** `the leader`: whatever office a quotation's speaker holds. */
const isAnyHead = ({ word }: WordEntry, subject: Case): boolean =>
  word.ideas.includes('head') && subject.record.type === 'quote' && [...OFFICES].some((office) => tellsIdea(subject, office));

const isUttered = ({ speaks, words }: Meaning): boolean => speaks || words.some(({ ideas }) => ideas.some((idea) => UTTERED.has(idea)));

/** The words are asked of an office, `the minister`, that the record does not name. */
function objectToOffice(subject: Case): string[] {
  const { ranked, meaning } = subject;
  if (!isUttered(meaning) || ranked.ask >= LIMITS.sameAsk) return [];
  const offices = ranked.words.filter(({ word }) => word.ideas.some((idea) => OFFICES.has(idea)));
  if (offices.some((office) => isTold(office) || isAnyHead(office, subject))) return [];
  const office = offices.find(({ word }) => !isOnBehalf(meaning, word.at[0]));
  return office ? [`These are not the words of a “${office.word.said}”.`] : [];
}

/** `which minister signed`, `the name of the press secretary`: whoever is asked for holds an office that the record does not tell of. */
function objectToHolder({ ranked, meaning }: Case): string[] {
  if (!(meaning.asked.has('person') || meaning.asked.has('signatory') || meaning.asked.has('title')) || ranked.ask >= LIMITS.sameAsk) return [];
  const office = ranked.words.find((entry) => entry.word.ideas.some((idea) => HELD.has(idea)) && !isTold(entry));
  return office ? [`It does not tell which “${office.word.said}”.`] : [];
}

export const objectToSpeaker: Objector = (subject) => [...objectToPerson(subject), ...objectToOffice(subject), ...objectToHolder(subject)];
