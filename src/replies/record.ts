/** Records of the base as a reader meets them. */
import { dateInFull, dateWords, isoWords } from '../base/dates.ts';
import { deepLink } from '../base/deep-link.ts';
import {
  type Base,
  type Citation,
  type Deal,
  type Fact,
  type FactRecord,
  type Figure,
  isUnstated,
  type Quote,
  type Source,
  type Stated,
  type Status,
} from '../base/schema.ts';
import type { CitedSource, Field, PassageView, RecordLine, RecordView, SourceLine } from './reply.ts';
import { statusWords } from './status.ts';

/** More authors than this are told as the first "and others". */
const MOST_AUTHORS = 3;

/** `A, B and C`. */
const listed = (items: readonly string[]): string => (items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`);
const field = (name: string, value: string): Field => ({ name, value, unknown: isUnstated(value) });
const entityName = (base: Base, id: string): string => base.entities.get(id)?.name ?? id;
const names = (base: Base, ids: Stated<readonly string[]>): string => (isUnstated(ids) ? ids : listed(ids.map((id) => entityName(base, id))));
const when = (date: FactRecord['date'], words = dateInFull): string => (isUnstated(date) ? date : words(date));

function authorNames({ authors }: Source): string {
  const all = authors.map(({ given, family }) => [given, family].filter(Boolean).join(' '));
  return all.length > MOST_AUTHORS ? `${all[0]} and others` : listed(all);
}

/** A source in the words that stand beside a passage. */
export function sourceLine(source: Source): SourceLine {
  const { id, title, publisher, date, url } = source;
  return { id, title, authors: authorNames(source), publisher, date: isoWords(date), url };
}

function citedSource(base: Base, id: string, citations: readonly Citation[]): CitedSource {
  const source = base.sources.get(id);
  const [first, ...rest] = citations.map(({ exact, paragraph }): PassageView => ({ exact, paragraph }));
  if (!source || !first) throw new TypeError(`no source ${id}`);
  return { source: sourceLine(source), passages: [first, ...rest], link: deepLink(source.url, citations) };
}

/** What a record rests on, source by source; the schema promises at least one. */
function citedSources(base: Base, { id, citations }: FactRecord): [CitedSource, ...CitedSource[]] {
  const groups = [...Map.groupBy(citations, ({ source }) => source)];
  const [first, ...rest] = groups.map(([source, passages]) => citedSource(base, source, passages));
  if (!first) throw new TypeError(`${id} cites nothing`);
  return [first, ...rest];
}

/** Who wrote the record's source, for what is told as the author's. */
export function authorOf(base: Base, record: FactRecord): string {
  const source = base.sources.get(record.citations[0]?.source ?? '');
  return (source && (authorNames(source) || source.publisher)) || 'the source';
}

/** A heading is read first and repeated first, so it carries the hedge too. */
const DEAL_WORDS: Record<Status, string> = {
  confirmed: 'Deal',
  reported: 'Reported deal',
  unconfirmed: 'Unconfirmed deal',
  disputed: 'Disputed deal',
  planned: 'Planned deal',
  assessment: 'Possible deal, as the author judges',
  negative: 'No deal',
};

function dealHeading(base: Base, { kind, supplier, recipient, status }: Deal): string {
  const what = kind === 'other' || status === 'negative' ? DEAL_WORDS[status] : `${DEAL_WORDS[status]} (${kind})`;
  const from = isUnstated(supplier) ? '' : names(base, supplier);
  const to = isUnstated(recipient) ? '' : names(base, recipient);
  if (from && to) return `${what}: ${from} to ${to}`;
  return from || to ? `${what} ${from ? `from ${from}` : `to ${to}`}` : what;
}

function speakerOf(base: Base, { speaker }: Quote): string {
  return isUnstated(speaker) ? 'a speaker whom the source does not name' : names(base, speaker);
}

const FACT_WORDS: Record<Fact['kind'], string> = { figure: 'figure', event: 'event', assessment: 'assessment', statement: 'fact' };
/** What stands before them; an assessment is told as one whatever it is about. */
const FACT_HEDGES: Record<Exclude<Status, 'assessment'>, string> = {
  confirmed: '',
  reported: 'reported ',
  unconfirmed: 'unconfirmed ',
  disputed: 'disputed ',
  planned: 'planned ',
  negative: 'denied ',
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function factHeading(base: Base, fact: Fact): string {
  const kind = fact.status === 'assessment' ? 'Assessment' : capital(`${FACT_HEDGES[fact.status]}${FACT_WORDS[fact.kind]}`);
  return fact.subject.length === 0 ? kind : `${kind}: ${names(base, fact.subject)}`;
}

function heading(base: Base, record: FactRecord): string {
  switch (record.type) {
    case 'deal':
      return dealHeading(base, record);
    case 'quote':
      return record.form === 'direct' ? `Quote: ${speakerOf(base, record)}` : `Paraphrase of ${speakerOf(base, record)}`;
    case 'fact':
      return factHeading(base, record);
  }
}

/** `29 countries have acquired Turkish drones`. */
const figureWords = ({ value, unit, of }: Figure): string => [value.toLocaleString('en-GB', { maximumFractionDigits: 6 }), unit, of].filter(Boolean).join(' ');

function figureFields({ figures }: FactRecord): Field[] {
  if (figures.length === 0) return [];
  return [field(figures.length === 1 ? 'Figure' : 'Figures', figures.map(figureWords).join('; '))];
}

function aboutField(base: Base, name: string, ids: readonly string[]): Field[] {
  const unique = [...new Set(ids)];
  return unique.length === 0 ? [] : [field(name, names(base, unique))];
}

/** Everything a deal may state; what the source leaves out is said to be left out. */
function dealFields(base: Base, deal: Deal): Field[] {
  return [
    field('Supplier', names(base, deal.supplier)),
    field('Recipient', names(base, deal.recipient)),
    field('Maker', names(base, deal.maker)),
    field('Systems', names(base, deal.systems)),
    field('Ordered', deal.ordered),
    field('Value', deal.value),
    field('Date', when(deal.date)),
    field('Signed', when(deal.signed)),
    field('Delivered', when(deal.delivered)),
    ...figureFields(deal),
    ...aboutField(base, 'Also about', deal.about),
  ];
}

/** Somebody known by a role alone has it for a name. */
const isNamedBy = (speaker: string, role: string): boolean => speaker.toLowerCase().replace(/^the /, '') === role.toLowerCase().replace(/^the /, '');

function quoteFields(base: Base, quote: Quote): Field[] {
  const speaker = names(base, quote.speaker);
  return [
    field('Speaker', speaker),
    ...(isUnstated(quote.role) || !isNamedBy(speaker, quote.role) ? [field('Role', quote.role)] : []),
    field('Venue', quote.venue),
    field('Date', when(quote.date)),
    field('Form', quote.form === 'direct' ? 'direct quotation' : 'paraphrased by the source'),
    ...figureFields(quote),
    ...aboutField(base, 'About', quote.about),
  ];
}

function factFields(base: Base, fact: Fact): Field[] {
  return [
    ...aboutField(base, 'Who', fact.subject),
    ...aboutField(
      base,
      'About',
      [...fact.object, ...fact.about].filter((id) => !fact.subject.includes(id)),
    ),
    field('Date', when(fact.date)),
    ...figureFields(fact),
  ];
}

function fieldsOf(base: Base, record: FactRecord): Field[] {
  switch (record.type) {
    case 'deal':
      return dealFields(base, record);
    case 'quote':
      return quoteFields(base, record);
    case 'fact':
      return factFields(base, record);
  }
}

/** One record in a few lines, for lists and for the next best. */
export function recordLine(base: Base, record: FactRecord): RecordLine {
  const { id, type, summary } = record;
  return {
    id,
    type,
    heading: heading(base, record),
    status: statusWords(record, authorOf(base, record)),
    date: when(record.date, dateWords),
    summary,
    cited: citedSources(base, record),
  };
}

function tensionLines(base: Base, record: FactRecord): RecordLine[] {
  return record.tension.flatMap((id) => base.byId.get(id) ?? []).map((other) => recordLine(base, other));
}

/**
 * One record, ready to show.
 * @param today the reader's day, in ISO 8601, against which a review is overdue.
 */
export function recordView(base: Base, record: FactRecord, today: string): RecordView {
  const { note, review_by: by } = record;
  return {
    ...recordLine(base, record),
    ...(record.type === 'quote' && record.form === 'direct' && { words: { text: record.words, speaker: speakerOf(base, record) } }),
    fields: fieldsOf(base, record),
    ...(note !== undefined && { note }),
    tension: tensionLines(base, record),
    ...(by !== undefined && { review: { by: isoWords(by), overdue: by < today } }),
  };
}
