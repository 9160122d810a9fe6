/** What tells that a record has changed for its readers. */
import { createHash } from 'node:crypto';
import type { Citation, FactRecord } from '../../base/schema.ts';

/** Hexadecimal digits kept of a SHA-256: 64 bits, far more than a base's records could make collide. */
const DIGITS = 16;

/** SHA-256 of a text, shortened. */
export const print = (text: string, digits = DIGITS): string => createHash('sha256').update(text).digest('hex').slice(0, digits);

/** What no reader of a digest sees: how a record is found, when it was looked at, where a passage begins in a curator's copy. */
const ASIDE: ReadonlySet<string> = new Set(['asks', 'topics', 'related', 'tension', 'verified', 'review_by']);

/** A value with its keys in order: moving a line in a file changes nothing. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}

const passage = ({ source, paragraph, exact }: Citation) => ({ source, paragraph, exact });

function printOf(record: FactRecord): string {
  const told = Object.entries(record).filter(([key]) => !ASIDE.has(key));
  return print(JSON.stringify(ordered({ ...Object.fromEntries(told), citations: record.citations.map(passage) })));
}

/** Of records that are in use: each edition wants those of its whole region, and no record is ever changed in place. */
const known = new WeakMap<FactRecord, string>();

/** The same for the same facts with the same passages; another when anything that a reader is told has changed. */
export function fingerprint(record: FactRecord): string {
  const found = known.get(record) ?? printOf(record);
  known.set(record, found);
  return found;
}
