/** What the fake remembers, by id: so much and no more, so that a long run does not fill memory with what is over. */
export interface Shelf<V> {
  get(id: string): V | undefined;
  put(id: string, value: V): V;
  drop(id: string): void;
  /** Oldest first. */
  all(): V[];
}

export function createShelf<V>(most: number): Shelf<V> {
  const held = new Map<string, V>();
  return {
    get: (id) => held.get(id),
    put: (id, value) => {
      held.set(id, value);
      const [oldest] = held.size > most ? held.keys() : [];
      if (oldest !== undefined) held.delete(oldest);
      return value;
    },
    drop: (id) => {
      held.delete(id);
    },
    all: () => [...held.values()],
  };
}
