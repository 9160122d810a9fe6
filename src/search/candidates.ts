/** Which records are worth scoring. */
import type { Index } from './index.ts';
import type { Lookup } from './lookup.ts';
import type { Posting } from './postings.ts';

/** Records worth scoring: those with every part of the question, else all but one, else any; rarest parts first; bounded. */
export function candidates(index: Index, lookups: readonly Lookup[], most = 300, enough = 60): Set<number> {
  const parts = lookups
    .filter(({ keys }) => keys.length > 0)
    .map(({ weight, keys }) => ({
      weight,
      postings: keys.map(({ posting }) => posting),
      total: keys.reduce((sum, { posting }) => sum + posting.records.length, 0),
    }))
    .sort((a, b) => a.total - b.total);
  const found = new Set<number>();
  if (index.postings.size <= most || parts.reduce((sum, { total }) => sum + total, 0) <= most * 2) {
    for (const { postings } of parts) for (const { records } of postings) for (const record of records) found.add(record);
    return found;
  }
  const has = (postings: readonly Posting[], record: number) => postings.some((posting) => index.postings.mask(posting, record) !== 0);
  const conjunction = (kept: typeof parts) => {
    const [driver, ...rest] = kept;
    if (!driver) return;
    for (const { records, bits } of driver.postings) {
      const dense = bits && rest.length > 0 && rest.every(({ postings }) => postings.length === 1 && postings[0]?.bits);
      if (dense) {
        const others = rest.map(({ postings }) => postings[0]?.bits as Uint32Array);
        for (let block = 0; block < bits.length; block++) {
          let set = bits[block] as number;
          for (const other of others) set &= other[block] as number;
          for (; set; set &= set - 1) {
            found.add(block * 32 + 31 - Math.clz32(set & -set));
            if (found.size >= most) return;
          }
        }
        continue;
      }
      for (const record of records) {
        if (rest.every(({ postings }) => has(postings, record))) found.add(record);
        if (found.size >= most) return;
      }
    }
  };
  conjunction(parts);
  if (found.size >= enough || parts.length === 1) return found;
  for (const light of [...parts].sort((a, b) => a.weight - b.weight)) {
    conjunction(parts.filter((part) => part !== light));
    if (found.size >= enough) return found;
  }
  if (found.size > 0) return found;
  const byWeight = [...parts].sort((a, b) => b.weight - a.weight);
  for (let first = 0; first < byWeight.length && found.size < enough; first++) {
    for (let second = first + 1; second < byWeight.length && found.size < enough; second++)
      conjunction([byWeight[first], byWeight[second]].filter((part) => part !== undefined).sort((a, b) => a.total - b.total));
  }
  for (const { postings } of parts) {
    for (const { records } of postings) {
      for (const record of records) {
        if (found.size >= enough) return found;
        found.add(record);
      }
    }
  }
  return found;
}
