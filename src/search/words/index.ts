/** The search's plain word lists, typed. Each is data that a reader can mend without reading code. */
import between from './between.json' with { type: 'json' };
import az from './concepts/az.json' with { type: 'json' };
import en from './concepts/en.json' with { type: 'json' };
import kk from './concepts/kk.json' with { type: 'json' };
import ky from './concepts/ky.json' with { type: 'json' };
import ru from './concepts/ru.json' with { type: 'json' };
import tr from './concepts/tr.json' with { type: 'json' };
import uz from './concepts/uz.json' with { type: 'json' };
import countries from './countries.json' with { type: 'json' };
import deeds from './deeds.json' with { type: 'json' };
import english from './english.json' with { type: 'json' };
import losses from './losses.json' with { type: 'json' };
import months from './months.json' with { type: 'json' };
import numbers from './numbers.json' with { type: 'json' };
import roles from './roles.json' with { type: 'json' };
import stopwords from './stopwords.json' with { type: 'json' };

type WordLists = Readonly<Record<string, readonly string[]>>;

/** Concept id → words and phrases, by language. */
export const CONCEPTS: Readonly<Record<string, WordLists>> = { en, tr, ru, az, kk, ky, uz };

const { negation, ...functionWords } = stopwords;
/** Words that carry no content, by language. */
export const STOPWORDS: WordLists = functionWords;
/** Words of negation, by language. */
export const NEGATIONS: WordLists = negation;

/** ISO 3166-1 alpha-2 code → capital, demonyms and other names. */
export const COUNTRIES: Readonly<Record<string, { capital?: readonly string[]; demonym?: readonly string[]; names?: readonly string[] }>> = countries;

/** Month names with case forms, January first. */
export const MONTHS: readonly (readonly string[])[] = Object.entries(months)
  .sort(([a], [b]) => Number(a) - Number(b))
  .map(([, names]) => names);

/** Value → number words. */
export const NUMBERS: WordLists = numbers;

/** Words between names: those that only join them, those before or after a name that a question sets aside, those that ask for each in turn. */
export const BETWEEN: Readonly<
  Record<'joining' | 'except_before' | 'except_after' | 'anchor_before' | 'anchor_after' | 'anchor_end' | 'whom', readonly string[]>
> = between;

/** Words that tell who gives, who takes and who is asked for. What is called a start is the beginning of longer words. */
export const ROLE_WORDS = roles;

/** Words around a side's losses: of its people, between a loss and a name, verbs of losing. */
export const LOSSES: Readonly<Record<'side' | 'of' | 'lose', readonly string[]>> = losses;

/** English verbs whose subject is who does it, in their base form. */
export const DEEDS: readonly string[] = deeds.en;

/** Ordinary English words, from WordNet: `nouns` are nouns only. */
export const ENGLISH = { nouns: new Set(english.nouns.split(' ')), others: new Set(english.others.split(' ')) } as const;
