/** What the terminal surface needs of the outside, so that it can be run anywhere. */
import type { Readable, Writable } from 'node:stream';
import type { Problem } from '../../base/problem.ts';
import type { Context } from '../../commands/command.ts';
import type { Gallery } from './gallery.ts';

export interface TerminalIo {
  in: Readable;
  out: Writable;
  err: Writable;
  /** Width of the window; a getter follows it when it changes. */
  readonly columns: number;
  /** Whether colour is wanted: a terminal, and nobody said NO_COLOR. */
  colour: boolean;
  /** Whether a person sits at both ends, so that a prompt makes sense. */
  interactive: boolean;
  /** The reader's day, in ISO 8601. */
  today: string;
  /** Where pictures go; without it they are told in words alone. */
  pictures?: Gallery;
  /**
   * The base and its search, or all that is wrong with the base.
   * @param tell is called with what becomes of the base while the program runs, line by line.
   */
  load(tell: (lines: readonly string[]) => void): Promise<Context | { problems: readonly Problem[] }>;
}

/** Where news goes that nobody asked for; whoever holds the screen puts it in its place. */
export interface News {
  tell(lines: readonly string[]): void;
}

/**
 * Writes, and waits until it is written: nothing piles up, and nothing is lost at exit.
 * @returns false when the reader is gone (`… | head`).
 */
export function write(stream: Writable, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.errored) resolve(false);
    else stream.write(text, (error) => resolve(!error));
  });
}
