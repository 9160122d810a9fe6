/** Words of the question that the record does not bear out: strangers, deeds, counts, what is taken for granted. */
import { ordinary } from '../ordinary.ts';
import { fold } from '../text.ts';
import { LIMITS } from '../weights.ts';
import { countsCountries } from './asked.ts';
import type { Case, Objector } from './case.ts';

type WordEntry = Case['ranked']['words'][number];

/** Written like a name, and not the record's. */
const isStranger = ({ word, value, hearsay }: WordEntry, { ranked }: Case): boolean =>
  word.manner === 'name' && word.ideas.length === 0 && (value < LIMITS.explained || (hearsay && ranked.ask < LIMITS.sameAsk));

/** The one thing asked of a name, which the record has only in an idiom of its asks. */
const isStray = ({ word, hearsay }: WordEntry, { ranked }: Case): boolean =>
  hearsay &&
  word.ideas.length === 0 &&
  (word.manner === 'noun' || word.manner === 'other') &&
  word.likeness === 1 &&
  ranked.words.length === 1 &&
  ranked.names.length > 0 &&
  ranked.dates.length === 0 &&
  ranked.ask < LIMITS.nearAsk &&
  /^[a-z]+$/i.test(word.said) &&
  ordinary(fold(word.said)) !== undefined;

/** The deed that the question wants confirmed, which the record does not tell. To own goods is to have got them, which roles tell. */
const isUntold = ({ word, value, hearsay }: WordEntry, { ranked, meaning }: Case): boolean =>
  !word.ideas.includes('own') && meaning.deeds.has(word.at[0]) && (value < LIMITS.explained || hearsay) && ranked.ask < LIMITS.sameAsk;

/** Ideas of what people ask every bot: near a country's name such a question has nothing to do with the records on that country. */
const EVERYDAY = ['weather', 'travel', 'food', 'paperwork', 'pastime'] as const;
/** Ideas that a question takes for granted: that a deal was given up, that there is a second meeting. */
const GRANTED = ['cancel', 'next'] as const;
/** Matters of politics that are told of by name or not at all. */
const MATTERS = ['sanctions', 'election'] as const;
const ELSEWHERE: ReadonlySet<string> = new Set([...EVERYDAY, ...GRANTED, ...MATTERS]);

/** Of a matter that the record does not tell, and that none near it does by chance. */
const isElsewhere = ({ word, value, hearsay }: WordEntry, { ranked }: Case): boolean =>
  word.ideas.some((idea) => ELSEWHERE.has(idea)) && (value < LIMITS.explained || (hearsay && ranked.ask < LIMITS.nearAsk));

const FOREMOST = 'rank';

/** `is X the number one buyer`: the record that tells of X as a buyer does not say so. */
const isUnranked = ({ word, value, hearsay }: WordEntry, { meaning, ranked }: Case): boolean =>
  meaning.closed && word.ideas.length === 1 && word.ideas[0] === FOREMOST && (value < LIMITS.explained || hearsay) && ranked.ask < LIMITS.nearAsk;

/** A word of another language that nobody knows, in a question for a number: a record that states numbers may well answer it. */
const isUnread = ({ word }: WordEntry, { record }: Case): boolean => word.manner === 'foreign' && word.ideas.length === 0 && record.figures.length > 0;

/** What is to be counted, which the record does not tell. */
const isUncounted = (entry: WordEntry, subject: Case): boolean =>
  entry.value < LIMITS.explained && subject.meaning.counted.has(entry.word.at[0]) && !isUnread(entry, subject) && !countsCountries(subject);

export const objectToWords: Objector = (subject) =>
  subject.ranked.words.flatMap((entry) => {
    const { word } = entry;
    if (isStranger(entry, subject)) return [`The base knows nothing of “${word.said}”.`];
    if (isUncounted(entry, subject)) return [`The source gives no number of “${word.said}”.`];
    return isStray(entry, subject) || isUntold(entry, subject) || isUnranked(entry, subject) || isElsewhere(entry, subject)
      ? [`It says nothing of “${word.said}”.`]
      : [];
  });
