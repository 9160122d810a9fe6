/** The data behind a picture: a row for each record, in words, for a spreadsheet. */
import { dateInFull } from '../base/dates.ts';
import { type Base, type FactRecord, isUnstated, NOT_STATED, type Stated } from '../base/schema.ts';
import type { Picture } from './picture.ts';
import { nameOf, whenOf } from './select.ts';

const names = (base: Base, ids: Stated<readonly string[]>): string => (isUnstated(ids) ? ids : ids.map((id) => nameOf(base, id)).join('; '));

/** What every picture tells of a record. */
const COLUMNS = ['record', 'type', 'kind', 'status', 'date', 'supplier', 'recipient', 'systems', 'summary', 'sources'] as const;

function cells(base: Base, record: FactRecord): string[] {
  const when = whenOf(record);
  const sides = record.type === 'deal' ? [record.supplier, record.recipient, record.systems].map((ids) => names(base, ids)) : ['', '', ''];
  const kind = record.type === 'quote' ? record.form : record.kind;
  const sources = [...new Set(record.citations.map(({ source }) => base.sources.get(source)?.url ?? source))].join('; ');
  return [record.id, record.type, kind, record.status, when ? dateInFull(when) : NOT_STATED, ...sides, record.summary, sources];
}

/** @param own columns of one picture's own, with a cell for each record; they stand first. */
export function tableOf(base: Base, records: readonly FactRecord[], own: { column: string; cell(record: FactRecord): string }[] = []): Picture['table'] {
  return {
    columns: [...own.map(({ column }) => column), ...COLUMNS],
    rows: records.map((record) => [...own.map(({ cell }) => cell(record)), ...cells(base, record)]),
  };
}
