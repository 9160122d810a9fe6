/** A statement against one record: what agrees, what differs, and what the record does not speak to. */
import { dateRange, dateWords } from '../../base/dates.ts';
import { type Deal, type FactDate, type FactRecord, isUnstated, type Stated } from '../../base/schema.ts';
import type { Meaning } from '../../search/meaning.ts';
import type { Search } from '../../search/resolution.ts';
import { fold } from '../../search/text.ts';
import { isTimeWord } from '../../search/when.ts';
import { isHedge } from './hedge.ts';
import { DAY, type Told, tellsOf } from './tells.ts';

/** One thing on which the two differ, in the words of each. */
export interface Difference {
  message: string;
  source: string;
}

export interface Comparison {
  record: FactRecord;
  /** How many names, and how many other things, agree; and how many of either belong to this matter and few others. */
  agreed: { names: number; others: number; specific: number };
  differs: Difference[];
  /** What the message states and the record leaves open. */
  open: {
    names: string[];
    /** How many of the names are of those who deal. */
    traders: number;
    /** Numbers and dates. */
    counts: string[];
    words: string[];
    /** Sentences on what else is open. */
    doubts: string[];
  };
}

type Name = Meaning['names'][number];

interface Subject {
  text: string;
  meaning: Meaning;
  record: FactRecord;
  told: Told;
  search: Search;
}

const DENIED = 'The source and the message do not say “not” of the same thing: read the passage.';
const ORDER = 'The source has it the other way round, or does not tell who does it to whom.';
const TRADING: ReadonlySet<string> = new Set(['buy', 'sell', 'supply', 'import', 'export']);

const blank = (record: FactRecord): Comparison => ({
  record,
  agreed: { names: 0, others: 0, specific: 0 },
  differs: [],
  open: { names: [], traders: 0, counts: [], words: [], doubts: [] },
});

const nameWords = ({ search }: Subject, ids: Stated<readonly string[]>): string =>
  isUnstated(ids) ? ids : ids.map((id) => search.nameOf(id) ?? id).join(' and ');

/** Whether a name means one of these, or what one of these belongs to. */
const isAmong = ({ search }: Subject, { ids }: Name, others: Stated<readonly string[]>): boolean =>
  !isUnstated(others) && others.some((one) => ids.includes(one) || search.within(one).some((above) => ids.includes(above)));

/** Who stands on the other side than the message says. */
const turnedNames = (subject: Subject, { supplier, recipient, maker, systems }: Deal): Name[] =>
  subject.meaning.names.filter(
    (name) =>
      (name.role === 'giver' && ![supplier, maker, systems].some((ids) => isAmong(subject, name, ids)) && isAmong(subject, name, recipient)) ||
      (name.role === 'taker' && !isAmong(subject, name, recipient) && isAmong(subject, name, supplier)),
  );

/** Supplier and recipient changed over. With one side named it may be another deal, of which nothing is known. */
function direction(subject: Subject, deal: Deal, out: Comparison): void {
  const { names } = subject.meaning;
  if (turnedNames(subject, deal).length === 0) return;
  const of = (role: 'giver' | 'taker') =>
    names.filter((name) => name.role === role && isParty(subject, deal, name)).map(({ ids }) => nameWords(subject, ids.slice(0, 1)));
  const [givers, takers] = [of('giver').join(' and '), of('taker').join(' and ')];
  if (givers && takers)
    out.differs.push({ message: `${givers} to ${takers}`, source: `${nameWords(subject, deal.supplier)} to ${nameWords(subject, deal.recipient)}` });
  else out.open.doubts.push(ORDER);
}

const TRADERS: ReadonlySet<string> = new Set(['country', 'company', 'place']);
/** Ideas of trade stand in most records on arms, and tell none apart. */
const USUAL: ReadonlySet<string> = new Set(['buy', 'sell', 'supply', 'import', 'export', 'deal', 'drone', 'say', 'own']);

const isOf = ({ search }: Subject, { ids }: Name, types: ReadonlySet<string>): boolean => ids.some((id) => types.has(search.typeOf(id) ?? ''));

/** Who trades must have a part in the deal; who is only spoken of beside it is no party. */
const isParty = (subject: Subject, deal: Deal, name: Name): boolean =>
  [deal.supplier, deal.recipient, deal.maker, deal.systems].some((ids) => isAmong(subject, name, ids));

/** A name of several, such as a maker and its drone, is only said where the record says which, or the very word. */
const isTold = ({ told }: Subject, { ids, said }: Name): boolean =>
  ids.every((id) => told.ids.has(id)) || (ids.some((id) => told.ids.has(id)) && told.text.includes(said.toLowerCase()));

function compareName(subject: Subject, name: Name, out: Comparison): void {
  const { record } = subject;
  if (name.role === 'speaker' && record.type === 'quote' && !isAmong(subject, name, record.speaker)) {
    const source = isUnstated(record.speaker) ? 'a speaker whom the source does not name' : nameWords(subject, record.speaker);
    out.differs.push({ message: nameWords(subject, name.ids.slice(0, 1)), source });
    return;
  }
  const outside = record.type === 'deal' && isOf(subject, name, TRADERS) && !isParty(subject, record, name);
  if (!isTold(subject, name) || outside) {
    out.open.names.push(name.said);
    if (isOf(subject, name, TRADERS)) out.open.traders += 1;
    return;
  }
  out.agreed.names += 1;
  if (!isOf(subject, name, TRADERS)) out.agreed.specific += 1;
}

function compareNames(subject: Subject, out: Comparison): void {
  for (const name of subject.meaning.names) compareName(subject, name, out);
  if (subject.record.type === 'deal') direction(subject, subject.record, out);
}

/** `20 villages`: what a number counts. */
function countedWords({ tokens, words }: Meaning, end: number): { stems: readonly string[]; ideas: readonly string[] } {
  const next = words.filter(({ at: [start] }) => start >= end && start <= end + 2);
  return { stems: [...next.flatMap(({ stems }) => stems), ...(tokens[end] ? [tokens[end].text] : [])], ideas: next.flatMap(({ ideas }) => ideas) };
}

function compareNumbers({ meaning, record, told, search }: Subject, out: Comparison): void {
  for (const { value, said, at } of meaning.numbers) {
    if (told.numbers.has(value) || record.figures.some((figure) => figure.value === value)) {
      out.agreed.others += 1;
      out.agreed.specific += 1;
      continue;
    }
    const counted = countedWords(meaning, at[1]);
    const other = record.figures.find((figure) => {
      const unit = search.read(figure.unit, DAY).words;
      return unit.some(({ stems, ideas }) => stems.some((stem) => counted.stems.includes(stem)) || ideas.some((idea) => counted.ideas.includes(idea)));
    });
    if (other) out.differs.push({ message: said, source: `${other.value.toLocaleString('en')} ${other.unit}` });
    else out.open.counts.push(said);
  }
}

const SHORT_DAYS = 125;
const isShort = (from: string, to: string): boolean => Date.parse(to) - Date.parse(from) < SHORT_DAYS * 86_400_000;

function compareDates({ meaning, record }: Subject, out: Comparison): void {
  const dates = (record.type === 'deal' ? [record.date, record.signed, record.delivered] : [record.date]).filter((date): date is FactDate => !isUnstated(date));
  for (const { from, to, said, words } of meaning.dates) {
    if (from === undefined || to === undefined || dates.length === 0) {
      out.open.counts.push(said);
      continue;
    }
    const overlapping = dates.map(dateRange).filter((range) => range.from <= to && range.to >= from);
    // Another date of the same matter differs; of a purchase like any other it may be another purchase.
    if (overlapping.length === 0 && out.agreed.specific > 0) out.differs.push({ message: words, source: [...new Set(dates.map(dateWords))].join(', ') });
    else if (overlapping.length === 0) out.open.counts.push(said);
    // A year does not tell of each of its months.
    else if (overlapping.some((range) => isShort(range.from, range.to) || !isShort(from, to))) out.agreed.others += 1;
    else out.open.counts.push(said);
  }
}

/** Words that only point at others, or say that a date is one. */
const isEmpty = (said: string): boolean => isTimeWord(fold(said)) || /^(?:ones?|thing|things|also|recently)$/i.test(said);

function compareWords({ meaning, told }: Subject, out: Comparison): void {
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

function compareSweep({ text, told }: Subject, out: Comparison): void {
  for (const [word] of text.matchAll(SWEEPING)) if (!told.text.includes(word.toLowerCase())) out.open.words.push(word);
}

const ACTORS: ReadonlySet<string> = new Set(['country', 'company', 'organisation', 'person']);
const PASSIVE = /\bby\b|tarafından|тарафынан|со стороны/iu;

/** `Tajikistan reported 15 casualties`: who tells of it need not be who did it. */
const tellsOfIt = (name: Name | undefined, { words }: Meaning): boolean => words.some(({ at, said, ideas }) => at[0] === name?.at[1] && isHedge(said, ideas));

/** `X does it to Y`: all must have a part in the fact, and the message must not have them the other way round. */
function compareOrder(subject: Subject, out: Comparison): void {
  const { record, meaning, text } = subject;
  if (record.type !== 'fact') return;
  const actors = meaning.names.filter((name) => isOf(subject, name, ACTORS));
  const place = (ids: readonly string[]): number => actors.findIndex((name) => isAmong(subject, name, ids));
  const [doer, other] = [place(record.subject), place(record.object)];
  const turned = other === 0 && doer !== 0 && record.subject.length > 0 && actors[0]?.at[0] === 0 && !PASSIVE.test(text) && !tellsOfIt(actors[0], meaning);
  const apart = actors.length > 1 && !actors.every((name) => isAmong(subject, name, [...record.subject, ...record.object]));
  if (turned || apart) out.open.doubts.push(ORDER);
}

/** The named system is another than the one that the deal of that day was on. */
function compareSystems(subject: Subject, out: Comparison): void {
  const { record, meaning, told, search } = subject;
  if (
    record.type !== 'deal' ||
    isUnstated(record.systems) ||
    meaning.dates.length === 0 ||
    out.open.words.length + out.open.counts.length + out.differs.length > 0
  )
    return;
  const other = meaning.names.find(({ ids }) => ids.length === 1 && search.typeOf(ids[0] ?? '') === 'system' && !told.ids.has(ids[0] ?? ''));
  if (!other) return;
  out.open.names = out.open.names.filter((said) => said !== other.said);
  out.differs.push({ message: nameWords(subject, other.ids), source: nameWords(subject, record.systems) });
}

/** Holds a statement against a record. */
export function compare(text: string, meaning: Meaning, record: FactRecord, search: Search): Comparison {
  const out = blank(record);
  const subject: Subject = { text, meaning, record, told: tellsOf(record, search), search };
  compareNames(subject, out);
  compareNumbers(subject, out);
  compareWords(subject, out);
  compareDates(subject, out);
  compareSweep(subject, out);
  compareOrder(subject, out);
  compareSystems(subject, out);
  // A deal's own fields say who did what; a fact's words may deny what they are about.
  if (record.type === 'fact' && record.status !== 'negative' && subject.told.denies !== meaning.negated) out.open.doubts.push(DENIED);
  return out;
}

/** Whether a statement speaks of buying or supplying. */
export const speaksOfTrade = ({ words }: Meaning): boolean => words.some(({ ideas }) => ideas.some((idea) => TRADING.has(idea)));

/** Two traders and a word of trade: only a deal tells who supplies whom. */
export const isTrade = (meaning: Meaning, search: Search): boolean =>
  speaksOfTrade(meaning) && meaning.names.filter(({ ids }) => ids.some((id) => TRADERS.has(search.typeOf(id) ?? ''))).length > 1;
