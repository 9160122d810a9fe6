/** A name's role in a language of case endings. */
import type { NameUnit } from '../read.ts';
import type { Role } from '../roles.ts';
import { ROLE_WORDS } from '../words/index.ts';
import { GIVE, type Sentence, TAKE, THINGS, wordsOf } from './sentence.ts';

const { inflected } = ROLE_WORDS;
const DEAL: ReadonlySet<string> = new Set(['deal']);
const FROM = wordsOf(inflected.from);
const FOR = wordsOf(inflected.for);
const IN = wordsOf(inflected.in);
/** "Who" as the doer. `komu`, `kime` ask for the taker, and then an unmarked name is the giver all the same. */
const WHO = wordsOf(inflected.who);

/** A name's role by its preposition and ending; `subject` is the one name without an ending that speaks of a giver or taker. */
export function inflectedRole({ word, tells }: Sentence, name: NameUnit, subject: NameUnit | undefined): Role | undefined {
  const before = word(name.at[0] - 1);
  if (FROM.has(before)) return 'giver';
  if (FOR.has(before)) return 'taker';
  const [gives, takes] = [tells(GIVE), tells(TAKE)];
  if (IN.has(before)) return gives && !takes ? 'taker' : undefined;
  if (!gives && !takes && !tells(DEAL)) return undefined;
  switch (name.grammar) {
    case 'from':
      return 'giver';
    case 'to':
      return gives || !takes ? 'taker' : undefined;
    case 'by':
      return gives === takes ? undefined : takes ? 'taker' : 'giver';
  }
  if (name !== subject || gives === takes) return undefined;
  return gives ? 'giver' : 'taker';
}

/** The name that gives or takes without an ending that says so. */
export function subjectOf({ tokens, names, trades, means }: Sentence): NameUnit | undefined {
  if (tokens.some(({ text }) => WHO.has(text))) return undefined;
  const unmarked = names.filter((name) => trades(name) && (name.grammar === 'plain' || name.grammar === 'of') && !means(name.at[1], THINGS));
  // The genitive is the subject of a clause within: `türklərin … silahlandırması`.
  const named = unmarked.find(({ grammar }) => grammar === 'of') ?? unmarked[0];
  if (named) return named;
  // "X dronları Y-ə satıb": beside a name with its case, an unmarked one is the subject even before what is sold.
  const marked = names.some(({ grammar }) => grammar === 'to' || grammar === 'from');
  return marked ? names.find((name) => trades(name) && name.grammar === 'plain') : undefined;
}
