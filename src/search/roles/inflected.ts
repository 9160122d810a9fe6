/** A name's role in a language of case endings. */
import { PEOPLE } from '../offices.ts';
import type { NameUnit } from '../read.ts';
import type { Role } from '../roles.ts';
import { folded } from '../text.ts';
import { ROLE_WORDS } from '../words/index.ts';
import { DEEDS, GIVE, isAgent, type Sentence, TAKE, THINGS } from './sentence.ts';

const { inflected } = ROLE_WORDS;
const DEAL: ReadonlySet<string> = new Set(['deal']);
const FROM = folded(inflected.from);
const FOR = folded(inflected.for);
const ABOUT = folded(inflected.about);
const IN = folded(inflected.in);
/** `у кого купил` names the giver; `у X есть` does not. */
const AT = folded(inflected.at);
/** What turns "from X" into "after X", "besides X", "since X". */
const AFTER_FROM = folded(inflected.after_from);
const DATIVE = 'ii';
const AMONG = folded(inflected.among);
/** "With X" as a word behind the name. */
const WITH = folded(inflected.with);
/** "From whom", "from which country": who else is named takes. */
const FROM_WHOM = folded(inflected.from_whom);
/** "Who" as the doer. `komu`, `kime` ask for the taker, and then an unmarked name is the giver all the same. */
const WHO = folded(inflected.who);
const HAVE = folded(inflected.have);
/** Who arms itself takes. */
const REFLEXIVE = folded(inflected.reflexive);

/** `Orta Asya'dan kimler`: from among those of a region. */
const isFromAmong = ({ word, lexicon }: Sentence, { ids, at: [, end] }: NameUnit): boolean =>
  AMONG.has(word(end)) && ids.some((id) => lexicon.named.get(id)?.type === 'place');

/** True for "from X" that tells where goods come from. */
const isOrigin = (sentence: Sentence, name: NameUnit): boolean =>
  name.grammar === 'from' && !AFTER_FROM.has(sentence.word(name.at[1])) && !isFromAmong(sentence, name);

/** Whether the question tells or asks from whom goods come: then an unmarked name takes them. */
const asksOrigin = (sentence: Sentence, name: NameUnit): boolean =>
  sentence.names.some((other) => other !== name && isOrigin(sentence, other)) || sentence.tokens.some(({ text }) => FROM_WHOM.has(text));

/** A name's role by its preposition and ending; `subject` is the one name without an ending that speaks of a giver or taker. */
export function inflectedRole(sentence: Sentence, name: NameUnit, subject: NameUnit | undefined): Role | undefined {
  const { word, tells } = sentence;
  const before = word(name.at[0] - 1);
  if (ABOUT.has(before)) return undefined;
  const [gives, takes] = [tells(GIVE), tells(TAKE)];
  // `от турецких дронов`: of the goods, not from whom they come.
  if (FROM.has(before)) return sentence.means(name.at[1], THINGS) || isFromHome(sentence, name) ? undefined : 'giver';
  if (AT.has(before)) return takes ? 'giver' : undefined;
  if (IN.has(before)) return gives && !takes ? 'taker' : undefined;
  if (!gives && !takes && !tells(DEAL)) return undefined;
  if (FOR.has(before)) return 'taker';
  switch (name.grammar) {
    case 'from':
      return isOrigin(sentence, name) ? 'giver' : undefined;
    case 'to':
      return gives || !takes ? 'taker' : undefined;
    case 'by':
      return gives === takes ? undefined : takes ? 'taker' : 'giver';
  }
  // A Russian name in -ии may stand in any of three cases; right behind "sold" it is the dative.
  if (name !== subject && word(name.at[1] - 1).endsWith(DATIVE) && sentence.means(name.at[0] - 1, GIVE)) return 'taker';
  if (name !== subject) return undefined;
  // `вооружать страны`: what stands behind an infinitive is its object.
  if ([1, 2, 3].some((back) => isInfinitive(sentence, name.at[0] - back))) return 'taker';
  if (asksOrigin(sentence, name)) return 'taker';
  if (gives === takes) return undefined;
  return gives && !sentence.tokens.some(({ text }) => REFLEXIVE.has(text)) ? 'giver' : 'taker';
}

/** A Russian infinitive of giving. */
const isInfinitive = ({ tokens, means }: Sentence, i: number): boolean => /ть$/u.test(tokens[i]?.raw ?? '') && means(i, GIVE);

/** `покупатели из X`, `министр из X`, `из министров X`: who is told of is from there. */
const isFromHome = ({ word, means }: Sentence, { at: [start, end] }: NameUnit): boolean =>
  isAgent(word(start - 2)) || means(start - 2, PEOPLE) || means(end, PEOPLE);

/** `X var?`: whether X is among them. */
const isThere = ({ word }: Sentence, { at: [, end] }: NameUnit): boolean => HAVE.has(word(end));

/** `X ilə`, with nobody else behind it: in company, not the subject. */
const accompanies = ({ word, nameAt }: Sentence, { at: [, end] }: NameUnit): boolean => WITH.has(word(end)) && nameAt(end + 1) === undefined;

/** The name that gives or takes without an ending that says so. @param turkic whether a genitive may be the subject. */
export function subjectOf(sentence: Sentence, turkic: boolean): NameUnit | undefined {
  const { tokens, names, trades, means } = sentence;
  if (tokens.some(({ text }) => WHO.has(text))) return undefined;
  const maySubject = ({ grammar, at: [start] }: NameUnit): boolean => grammar === 'plain' || (grammar === 'of' && (turkic || means(start - 1, DEEDS)));
  const unmarked = names.filter(
    (name) => trades(name) && maySubject(name) && !accompanies(sentence, name) && !isThere(sentence, name) && !means(name.at[1], THINGS),
  );
  // The genitive is the subject of a clause within: `türklərin … silahlandırması`.
  const named = unmarked.find(({ grammar }) => grammar === 'of') ?? unmarked[0];
  if (named) return named;
  // "X dronları Y-ə satıb": beside a name with its case, an unmarked one is the subject even before what is sold.
  const marked = names.some(({ grammar }) => grammar === 'to' || grammar === 'from');
  return marked ? names.find((name) => trades(name) && name.grammar === 'plain') : undefined;
}
