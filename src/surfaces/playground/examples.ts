/** Questions to begin with, taken from whatever base is served, each tried before it is offered. */
import type { Base, Deal, FactRecord, Quote } from '../../base/schema.ts';
import { isUnstated } from '../../base/schema.ts';
import type { Context } from '../../commands/command.ts';
import { resolution } from '../../commands/dispatch.ts';
import { exampleAsks } from '../../replies/examples.ts';

export interface Example {
  /** What the question shows: `A deal`, `In Turkish`. */
  shows: string;
  question: string;
  /** BCP 47. */
  language: string;
}

/** Questions of a kind that are tried. */
const TRIED = 12;
/** Traps that are tried. */
const MOST_TRAPS = 60;
/** UTF-16 units that a button holds on two lines of a phone. */
const LONGEST = 64;
/** Languages shown beside English, where the base has asks in them; the first two are taken. */
const LANGUAGES = ['ru', 'tr', 'az', 'kk', 'uk', 'ky', 'uz'];

const isDeal = (record: FactRecord): record is Deal => record.type === 'deal';
const isSaid = (record: FactRecord): record is Quote => record.type === 'quote' && record.form === 'direct';

/** What a question resolves to, as the page's own commands would have it. */
const kindOf = (question: string, context: Context, today: string): string | undefined =>
  resolution({ command: 'ask', options: { question }, today, surface: 'playground' }, context)?.kind;

/** How much a record tells: who, whom, what and when. The fuller ones show more of what an answer is. */
const fullness = (record: FactRecord): number => {
  const parts = record.type === 'deal' ? [record.supplier, record.recipient, record.systems, record.date] : [record.date];
  return parts.filter((part) => !isUnstated(part)).length;
};

const fullestFirst = (records: readonly FactRecord[]): FactRecord[] => records.toSorted((a, b) => fullness(b) - fullness(a));

/** The first question about such a record that the base answers with it. */
function answered({ base, search }: Context, today: string, fits: (record: FactRecord) => boolean, language = 'en'): string | undefined {
  const records = fullestFirst(base.records.filter(fits)).slice(0, TRIED);
  const leads = (record: FactRecord, question: string): boolean => {
    const found = search.resolve(question, { today });
    return found.kind === 'answer' && found.matches[0].record.id === record.id;
  };
  for (const record of records) {
    const [question] = exampleAsks({ ...base, records: [record] }, 1, language, LONGEST);
    if (question !== undefined && question.length <= LONGEST && leads(record, question)) return question;
  }
  return undefined;
}

const nameIn = (base: Base, ids: unknown): string | undefined => (Array.isArray(ids) && ids.length === 1 ? base.entities.get(String(ids[0]))?.name : undefined);

/** A deal asked the wrong way round: who bought is said to have sold. */
function turned(base: Base, { supplier, recipient, systems }: Deal): string[] {
  const [seller, buyer, system] = [nameIn(base, supplier), nameIn(base, recipient), isUnstated(systems) ? undefined : nameIn(base, systems)];
  return seller && buyer ? [`Did ${buyer} sell ${system ?? 'anything'} to ${seller}?`] : [];
}

/** Words in the mouth of somebody else. */
function misattributed(base: Base, quote: Quote, all: readonly Quote[]): string[] {
  const other = all.find(({ speaker }) => String(speaker) !== String(quote.speaker) && !isUnstated(speaker));
  const name = other && nameIn(base, other.speaker);
  return name ? [`Did ${name} say “${quote.words}”?`] : [];
}

/** A year of which the base can't tell. */
const misdated = ({ asks }: FactRecord): string[] => (asks.en ?? []).slice(0, 1).map((ask) => `${ask.replace(/[?.!]+$/, '')} in 1923?`);

/** A question that sounds like the base's own and has no answer in it. */
function trap(context: Context, today: string): string | undefined {
  const { records } = context.base;
  const quotes = records.filter(isSaid);
  const candidates = [
    ...fullestFirst(records)
      .filter(isDeal)
      .flatMap((deal) => turned(context.base, deal)),
    ...quotes.slice(0, TRIED).flatMap((quote) => misattributed(context.base, quote, quotes)),
    ...records.slice(0, TRIED).flatMap(misdated),
  ];
  const fitting = candidates.filter((question) => question.length <= LONGEST).slice(0, MOST_TRAPS);
  return fitting.find((question) => kindOf(question, context, today) === 'closest');
}

const languageName = new Intl.DisplayNames(['en'], { type: 'language' });

/** Up to six: a deal, a quote, something unconfirmed, a trap, and two in other languages; fewer where the base has none. */
export function examples(context: Context, today: string): Example[] {
  const found = (shows: string, question: string | undefined, language = 'en'): Example[] => (question === undefined ? [] : [{ shows, question, language }]);
  const foreign = LANGUAGES.flatMap((language) =>
    found(
      `In ${languageName.of(language)}`,
      answered(context, today, () => true, language),
      language,
    ),
  );
  return [
    ...found(
      'A deal',
      answered(context, today, (record) => isDeal(record) && record.status === 'confirmed'),
    ),
    ...found('Somebody’s words', answered(context, today, isSaid)),
    ...found(
      'Unconfirmed',
      answered(context, today, (record) => record.status === 'unconfirmed'),
    ),
    ...found('A trap', trap(context, today)),
    ...foreign.slice(0, 2),
  ];
}
