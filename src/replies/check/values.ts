/** Numbers, dates and words. */
import { dateRange, dateWords, isOfSpan } from '../../base/dates.ts';
import { type FactDate, isUnstated } from '../../base/schema.ts';
import { fold } from '../../search/text.ts';
import { isTimeWord } from '../../search/when.ts';
import { isHedge } from './hedge.ts';
import type { Comparison, Subject } from './subject.ts';
import { type Counted, countedIn, shares } from './tells.ts';

/** Whether two numbers count the same kind of thing; a number that counts nothing counts anything. */
const countAlike = (a: Counted, b: Counted): boolean => a.words.length === 0 || shares(a, b);

/** Numbers with what they count: two purchases are not two drones. */
export function compareNumbers({ meaning, told }: Subject, out: Comparison): void {
  for (const counted of countedIn(meaning)) {
    const alike = told.counted.filter((one) => countAlike(counted, one));
    const other = told.figures.find((one) => counted.words.length > 0 && shares(counted, one));
    if (alike.some(({ value }) => value === counted.value)) {
      out.agreed.others += 1;
      out.agreed.specific += 1;
    } else if (other) out.differs.push({ message: counted.said, source: other.said });
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

/** Words that only point at others, or say that a date is one. */
const isEmpty = (said: string): boolean => isTimeWord(fold(said)) || /^(?:ones?|thing|things|also|recently)$/i.test(said);

/** What else is said; hedges are weighed elsewhere. */
export function compareWords({ meaning, told }: Subject, out: Comparison): void {
  for (const { said, stems, ideas } of meaning.words) {
    if (stems.some((stem) => told.stems.has(stem)) || ideas.some((idea) => told.ideas.has(idea))) {
      out.agreed.others += 1;
      if (!ideas.some((idea) => USUAL.has(idea)) && !isHedge(said, ideas)) out.agreed.specific += 1;
    } else if (!isHedge(said, ideas) && !isEmpty(said)) out.open.words.push(said);
  }
}

/** Words that make a statement wider than most records are; the search passes over them. */
const SWEEPING =
  /(?<![\p{L}])(?:only|all|every|never|always|none|nobody|solely|exclusively|entirely|sadece|yalnızca|yalnız|tüm|bütün|hiçbir|hep|только|лишь|все|всегда|никогда|никто|лише|тільки|завжди|ніколи)(?![\p{L}])/giu;

export function compareSweep({ text, told }: Subject, out: Comparison): void {
  for (const [word] of text.matchAll(SWEEPING)) if (!told.text.includes(word.toLowerCase())) out.open.words.push(word);
}
