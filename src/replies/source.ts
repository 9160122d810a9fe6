/** Sources, and what the base takes from them. */
import { quotedShares } from '../base/checks/quoted-share.ts';
import { cite, citeRecord, type Pasteable, STYLES, type Style } from '../base/citation.ts';
import { isoWords } from '../base/dates.ts';
import type { Base, FactRecord, Source } from '../base/schema.ts';
import { kindCounts, statusCounts } from './counts.ts';
import { sourceLine } from './record.ts';
import type { Field } from './reply.ts';
import type { SourceView, StyledCitation } from './views.ts';

const field = (name: string, value: string): Field => ({ name, value, unknown: false });

const counted = new WeakMap<Base, ReadonlyMap<string, number>>();

/** How many records cite each source. */
export function countBySource(base: Base): ReadonlyMap<string, number> {
  const known = counted.get(base);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const { citations } of base.records) for (const id of new Set(citations.map(({ source }) => source))) counts.set(id, (counts.get(id) ?? 0) + 1);
  counted.set(base, counts);
  return counts;
}

/** The first paragraph of a source that a record rests on. */
const firstPlace = ({ citations }: FactRecord, id: string): number =>
  Math.min(...citations.flatMap(({ source, paragraph }) => (source === id ? [paragraph] : [])));

/** Records that rest on a source, in its own order. */
export const recordsFrom = (base: Base, { id }: Source): FactRecord[] =>
  base.records.filter(({ citations }) => citations.some(({ source }) => source === id)).sort((a, b) => firstPlace(a, id) - firstPlace(b, id));

const languageName = (code: string): string => new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(code) ?? code;

/** `612 of 1,735 words (35%)`. */
function quotedWords(source: Source, records: readonly FactRecord[]): string {
  const [found] = quotedShares({ sources: [source], records });
  const { quoted, share } = found ?? { quoted: 0, share: 0 };
  return `${quoted.toLocaleString('en')} of ${source.words.toLocaleString('en')} words (${Math.round(share * 100)}%)`;
}

/** A source with what rests on it. */
export function sourceView(base: Base, source: Source): SourceView {
  const records = recordsFrom(base, source);
  return {
    source: sourceLine(source),
    records: records.length,
    fields: [
      field('Records', records.length === 0 ? 'none' : `${records.length}: ${kindCounts(records)}`),
      ...(records.length === 0 ? [] : [field('How sure', statusCounts(records))]),
      field('Quoted', quotedWords(source, records)),
      field('Coverage', source.complete ? 'every sentence is in a record, or listed as stating nothing' : 'not promised to be complete'),
      field('Language', languageName(source.language)),
      field('Read on', isoWords(source.accessed)),
    ],
  };
}

const styles = Object.keys(STYLES) as Style[];

const styled = ({ style, note, reference }: Pasteable): StyledCitation => ({ style, name: STYLES[style], ...(note !== undefined && { note }), reference });

/** The citation of a source in every style. The first one ever takes a third of a second, as the processor loads. */
export async function sourceCitations(source: Source): Promise<StyledCitation[]> {
  const citations: StyledCitation[] = [];
  for (const style of styles) citations.push(styled(await cite(source, style)));
  return citations;
}

/** The citations of a record in every style, one for each of its sources, with the paragraphs where the style has a place for them. */
export async function recordCitations(base: Base, record: FactRecord): Promise<StyledCitation[]> {
  const citations: StyledCitation[] = [];
  for (const style of styles) citations.push(...(await citeRecord(base, record, style)).map(styled));
  return citations;
}
