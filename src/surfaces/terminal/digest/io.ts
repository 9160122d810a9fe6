/** What the digest's commands are given and give: none reads the environment, the clock or the streams itself. */
import type { Problem } from '../../../base/problem.ts';
import type { Base } from '../../../base/schema.ts';

export interface DigestIo {
  out(text: string): void;
  err(text: string): void;
  /** The reader's day, in ISO 8601. */
  today: string;
  now: Temporal.Instant;
  /** Width of the window. */
  columns: number;
  colour: boolean;
  load(): Promise<{ base: Base } | { problems: readonly Problem[] }>;
}

/** `misuse`: the command line makes no sense. `missing`: it does, but names what is not there. */
export type Said = { text: string } | { misuse: string } | { missing: string };
