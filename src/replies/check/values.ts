/** Numbers, dates and words. */
import { dateRange, dateWords, isOfSpan } from '../../base/dates.ts';
import { type FactDate, isUnstated } from '../../base/schema.ts';
import type { Meaning } from '../../search/meaning.ts';
import { fold } from '../../search/text.ts';
import { isTimeWord } from '../../search/when.ts';
import { stands } from './forms.ts';
import { isHedge } from './hedge.ts';
import type { Comparison, Subject } from './subject.ts';
import { type Counted, countedIn, shares } from './tells.ts';

/** Whether two numbers count the same kind of thing; a number that counts nothing counts anything. */
const countAlike = (a: Counted, b: Counted): boolean => a.words.length === 0 || shares(a, b);

/** In English, the language of most messages and sources, the words must be the source's own: "want" counts others than "in talks". */
const isOfTheSame = ({ meaning, told }: Subject): boolean =>
  meaning.languages[0] !== 'en' ||
  meaning.words.every(({ said, ideas }) => isHedge(said, ideas) || isEmpty(said) || isUsual(ideas) || stands(said, told.forms));

/** Numbers with what they count: two purchases are not two drones. */
export function compareNumbers(subject: Subject, out: Comparison): void {
  const { meaning, told } = subject;
  const same = isOfTheSame(subject);
  for (const counted of countedIn(meaning)) {
    const alike = told.counted.filter((one) => countAlike(counted, one));
    const other = told.figures.find((one) => counted.words.length > 0 && shares(counted, one));
    if (alike.some(({ value }) => value === counted.value)) {
      out.agreed.others += 1;
      out.agreed.counts += 1;
      out.agreed.specific += 1;
    } else if (other && same) out.differs.push({ message: counted.said, source: other.said });
    else if (told.counted.some(({ value }) => value === counted.value))
      out.open.doubts.push(`The source has “${counted.said}” of what it calls something else: read the passage.`);
    else out.open.counts.push(counted.said);
  }
}

/** Ideas of trade stand in most records on arms, and tell none apart. */
const USUAL: ReadonlySet<string> = new Set(['buy', 'sell', 'supply', 'import', 'export', 'deal', 'drone', 'say', 'own']);

/** Dates, at the record's own precision. */
export function compareDates({ meaning, record }: Subject, out: Comparison): void {
  const dates = (record.type === 'deal' ? [record.date, record.signed, record.delivered] : [record.date]).filter((date): date is FactDate => !isUnstated(date));
  for (const { from, to, said, words } of meaning.dates) {
    if (from === undefined || to === undefined || dates.length === 0) {
      out.open.counts.push(said);
      continue;
    }
    const ranges = dates.map(dateRange);
    const apart = ranges.every((range) => range.from > to || range.to < from);
    if (ranges.some((range) => isOfSpan(range, { from, to }))) out.agreed.others += 1;
    // Another date of the same matter differs; of a purchase like any other it may be another purchase.
    else if (apart && out.agreed.specific > 0) out.differs.push({ message: words, source: [...new Set(dates.map(dateWords))].join(', ') });
    else out.open.counts.push(said);
  }
}

/** Words that only point at others, or say that a date is one; in Azerbaijani a number has an ending of its own (2021-ci). */
const isEmpty = (said: string): boolean => isTimeWord(fold(said)) || /^(?:ones?|thing|things|also|recently|c[iıuü])$/i.test(said);

const MAKING: ReadonlySet<string> = new Set(['produce', 'build']);

const isUsual = (ideas: readonly string[]): boolean => ideas.some((idea) => USUAL.has(idea));

/**
 * Whether the record says a word. What the source judges or quotes must stand in its own words, for a word with a like meaning may carry another claim;
 * and that something was not shown or said is no denial of all that is near it.
 */
function says({ meaning, record, told }: Subject, { said, stems, ideas }: Meaning['words'][number]): boolean {
  const own = stands(said, told.forms) || ideas.includes('drone');
  if (record.type === 'quote' || record.status === 'assessment') return own;
  // Who is said to have bought contradicts "no interest"; who "refused" does not.
  if (record.status === 'negative') return own || (!meaning.negated && isUsual(ideas));
  // An agreement on making something is not yet its making.
  if (record.type === 'deal' && record.status === 'confirmed' && ideas.some((idea) => MAKING.has(idea)) && meaning.languages[0] === 'en') return own;
  return stems.some((stem) => told.stems.has(stem)) || ideas.some((idea) => told.ideas.has(idea));
}

/** What else is said; hedges are weighed elsewhere. */
export function compareWords(subject: Subject, out: Comparison): void {
  for (const word of subject.meaning.words) {
    const { said, ideas } = word;
    if (says(subject, word)) {
      out.agreed.others += 1;
      if (!isUsual(ideas) && !isHedge(said, ideas)) out.agreed.specific += 1;
    } else if (!isHedge(said, ideas) && !isEmpty(said)) out.open.words.push(said);
  }
}

/** Words that make a statement wider than most records are; the search passes over them. */
const SWEEPING =
  /(?<![\p{L}])(?:only|all|every|never|always|none|nobody|solely|exclusively|entirely|sadece|yalnızca|yalnız|tüm|bütün|hiçbir|hep|только|лишь|все|всегда|никогда|никто|лише|тільки|завжди|ніколи)(?![\p{L}])/giu;

/** `better than the Russian ones`: what is compared, and with whom. */
const COMPARING = /(?<!\p{L})((?:more|less|fewer)(?: \p{L}+)?|\p{L}+er)(?: [^,;]{0,60}?)? than(?: (?:the|those|on|in|of|to|from|with))* (\p{L}+)/giu;

/** Whoever compares two says more of either than a source that praises one, and the second of them must be the second there, too. */
function compareComparison({ text, told }: Subject, out: Comparison): void {
  for (const [, more = '', other = ''] of text.matchAll(COMPARING)) {
    const there = new RegExp(`(?<!\\p{L})(?:than|compared (?:to|with)|above|over)(?:\\P{L}+\\p{L}+){0,2}?\\P{L}+${other.toLowerCase()}(?!\\p{L})`, 'u');
    if (!there.test(told.text)) out.open.words.push(`${more} than ${other}`);
  }
}

/** What the search passes over in a question, and what makes the claim of a statement. */
const CLAIMING =
  /\b(?:wants?|wanted|needs?|needed|gets?|got|gives?|gave|takes|took|went|came|finds?|knows?|sees?|saw|seen|looks?|likes?|must|should|ought)\b/giu;

/** Words that the search does not read, and a statement means. */
export function compareSweep(subject: Subject, out: Comparison): void {
  const { text, told } = subject;
  compareComparison(subject, out);
  for (const [word] of text.matchAll(CLAIMING)) if (!stands(word, told.forms)) out.open.words.push(word);
  for (const [word] of text.matchAll(SWEEPING)) if (!told.text.includes(word.toLowerCase())) out.open.words.push(word);
}
