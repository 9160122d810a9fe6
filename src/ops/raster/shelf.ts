/** Pictures as they were painted, the last used longest, within a bound of bytes. */

export interface Shelf {
  get(key: string): Uint8Array | undefined;
  set(key: string, bytes: Uint8Array): void;
  /** Of all that is kept. */
  readonly bytes: number;
}

/** @param most bytes of all together; what is larger by itself is not kept. */
export function createShelf(most: number): Shelf {
  const kept = new Map<string, Uint8Array>();
  let total = 0;
  const drop = (key: string): void => {
    total -= kept.get(key)?.byteLength ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const bytes = kept.get(key);
      if (!bytes) return undefined;
      // A map keeps the order of arrival: whatever is used arrives anew.
      kept.delete(key);
      kept.set(key, bytes);
      return bytes;
    },
    set(key, bytes) {
      drop(key);
      if (bytes.byteLength > most) return;
      for (const oldest of kept.keys()) {
        if (total + bytes.byteLength <= most) break;
        drop(oldest);
      }
      kept.set(key, bytes);
      total += bytes.byteLength;
    },
    get bytes() {
      return total;
    },
  };
}
