/** A list tells different things first: records that rest on words already cited come after those that rest on others. */
import type { Citation, FactRecord } from '../base/schema.ts';

/** Two runs this close, in characters, are of one statement. */
const CLOSE = 40;

function touch(a: Citation, b: Citation): boolean {
  if (a.source !== b.source || a.paragraph !== b.paragraph) return false;
  if (a.start === undefined || b.start === undefined) return a.exact === b.exact;
  return a.start <= b.start + b.exact.length + CLOSE && b.start <= a.start + a.exact.length + CLOSE;
}

/** Whether some words of one record stand beside words of the other. */
export const isBeside = (a: FactRecord, b: FactRecord): boolean => a.citations.some((one) => b.citations.some((other) => touch(one, other)));

/** Entries in their order, but those first whose passages touch no passage before them. */
export function spread<Entry>(entries: readonly Entry[], recordOf: (entry: Entry) => FactRecord): Entry[] {
  const cited: Citation[] = [];
  const fresh: Entry[] = [];
  const repeated: Entry[] = [];
  for (const entry of entries) {
    const { citations } = recordOf(entry);
    const known = citations.every((citation) => cited.some((other) => touch(citation, other)));
    (known ? repeated : fresh).push(entry);
    if (!known) cited.push(...citations);
  }
  return [...fresh, ...repeated];
}
