/** What took work to make, the last used longest, within a bound of bytes. */

interface Sized {
  byteLength: number;
}

export interface Shelf<V extends Sized = Uint8Array> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  /** Of all that is kept. */
  readonly bytes: number;
}

/** @param most bytes of all together; what is larger by itself is not kept. */
export function createShelf<V extends Sized = Uint8Array>(most: number): Shelf<V> {
  const kept = new Map<string, V>();
  let total = 0;
  const drop = (key: string): void => {
    total -= kept.get(key)?.byteLength ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const value = kept.get(key);
      if (!value) return undefined;
      // A map keeps the order of arrival: whatever is used arrives anew.
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key, value) {
      drop(key);
      if (value.byteLength > most) return;
      for (const oldest of kept.keys()) {
        if (total + value.byteLength <= most) break;
        drop(oldest);
      }
      kept.set(key, value);
      total += value.byteLength;
    },
    get bytes() {
      return total;
    },
  };
}
