/** What the commands of `npm run store` work with. */
import type { StoreConfig } from '../../../config.ts';
import { openStore } from '../../../store/open.ts';
import type { Store } from '../../../store/store.ts';

export interface StoreDesk {
  config: StoreConfig;
  /** A line for whoever asked; the answer itself. */
  out(line: string): void;
  /** A line beside the answer. */
  err(line: string): void;
  /** Writes text as it is, and waits until it is taken. */
  write(text: string): Promise<void>;
  now(): Temporal.Instant;
}

/** One command. @returns whether all is well. @throws StoreError in plain words. */
export type StoreCommand = (desk: StoreDesk, words: readonly string[]) => Promise<boolean>;

/** Opens the store for as long as the work takes. */
export async function withStore<T>({ config, err }: StoreDesk, work: (store: Store) => Promise<T>, open = openStore): Promise<T> {
  const store = await open(config, err);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** `22 November 2026, 03:00 UTC`. @param at ISO 8601. */
export const moment = (at: string): string =>
  `${Temporal.PlainDate.from(at.slice(0, 10)).toLocaleString('en-GB', { dateStyle: 'long' })}, ${at.slice(11, 16)} UTC`;
