/** What the digest's commands are given and give: none reads the environment, the clock or the streams itself. */
import type { Problem } from '../../../base/problem.ts';
import type { Context } from '../../../commands/command.ts';
import type { Ran } from '../../../digest/run.ts';
import type { DigestService } from '../../../digest/service.ts';
import type { Gallery } from '../gallery.ts';

/** What is kept of digests, opened for one command. */
export interface Kept {
  digests: DigestService;
  /** Delivers what is due now, once. */
  run(context: Context): Promise<Ran | { missing: string }>;
  close(): Promise<void>;
}

export interface DigestIo {
  out(text: string): void;
  err(text: string): void;
  /** The reader's day, in ISO 8601. */
  today: string;
  now: Temporal.Instant;
  /** Width of the window. */
  columns: number;
  colour: boolean;
  /** Where pictures go; without it they are told in words alone. */
  pictures?: Gallery;
  load(): Promise<Context | { problems: readonly Problem[] }>;
  /** Opens the store, or tells why it can't be. */
  keep(): Promise<Kept | { missing: string }>;
}

/** `failed`: the words stand, and something beside them could not be done. `misuse`: the command line makes no sense. `missing`: it does, but names what is not there. */
export type Said = { text: string; failed?: boolean } | { misuse: string } | { missing: string };
