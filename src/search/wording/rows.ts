/** What each run of letters tells in each record of a small base, run by run: one pass over a question's runs tells of all records. */

/** Rows laid end to end, as plain data. */
export interface PackedRows {
  /** Hashes of the runs, ascending, and where each one's row ends. */
  hashes: Uint32Array;
  ends: Uint32Array;
  /** Records that have the run, and what it tells in each. */
  records: Uint16Array;
  tells: Float32Array;
}

/** Lays out rows. @param byRun for each run the records that have it and what it tells there, alternating; records are below 65 536. */
export function packRows(byRun: ReadonlyMap<number, readonly number[]>): PackedRows {
  const hashes = Uint32Array.from(byRun.keys()).sort();
  let pairs = 0;
  const ends = Uint32Array.from(hashes, (hash) => {
    pairs += (byRun.get(hash)?.length ?? 0) / 2;
    return pairs;
  });
  const rows: PackedRows = { hashes, ends, records: new Uint16Array(pairs), tells: new Float32Array(pairs) };
  let at = 0;
  for (const hash of hashes) {
    const row = byRun.get(hash) ?? [];
    for (let i = 0; i < row.length; i += 2, at++) {
      rows.records[at] = row[i] as number;
      rows.tells[at] = row[i + 1] as number;
    }
  }
  return rows;
}

/** Place of a number among ascending ones; -1 when it is not there. */
function placeOf(ascending: Uint32Array, number: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === number ? low : -1;
}

/**
 * Rows ready to be summed.
 * @returns by record, what these runs tell in it together. Valid until the next call.
 */
export function openRows({ hashes, ends, records, tells }: PackedRows, size: number): (asked: ReadonlySet<number>) => Float64Array {
  const sums = new Float64Array(size);
  return (asked) => {
    sums.fill(0);
    for (const hash of asked) {
      const row = placeOf(hashes, hash);
      if (row < 0) continue;
      const end = ends[row] as number;
      for (let at = row === 0 ? 0 : (ends[row - 1] as number); at < end; at++) {
        const record = records[at] as number;
        sums[record] = (sums[record] as number) + (tells[at] as number);
      }
    }
    return sums;
  };
}
