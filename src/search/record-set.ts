/** A set of record numbers that is used again and again: emptying it costs nothing, and adding needs no hash. */
export interface RecordSet {
  /** What was added, each once, in that order; valid until the set is emptied. */
  readonly list: readonly number[];
  add(record: number): void;
  clear(): void;
}

/** @param size records are numbered below it. */
export function createRecordSet(size: number): RecordSet {
  /** By record, the round in which it was added last. */
  const added = new Uint32Array(size);
  let round = 1;
  const list: number[] = [];
  return {
    list,
    add: (record) => {
      if (added[record] === round) return;
      added[record] = round;
      list.push(record);
    },
    clear: () => {
      list.length = 0;
      round++;
    },
  };
}
