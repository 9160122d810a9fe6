/** What is wrong with a base, where, and what to do about it. */
import Fuse from 'fuse.js';
import { count } from './count.ts';
import type { Place } from './schema.ts';

export interface Problem {
  severity: 'error' | 'warning';
  /** Name of the rule that found it; `schema` and `yaml` for what the loader itself finds. */
  rule: string;
  at: Place;
  /** Id of the record, source or entity; empty for a whole file. */
  item: string;
  /** Path of the field, dot-separated; empty for the whole item. */
  field: string;
  /** What is wrong, with the offending value. */
  message: string;
  /** What to do next. */
  mend?: string | undefined;
}

/**
 * One line for a terminal or a log: ``deals.yaml:42 kg-2023-01: recipient `Kirgizstan` is no entity; did you mean `kyrgyzstan`?``
 * A list's last index is left out: the value in the message tells which.
 */
export function describeProblem({ at, item, field, message, mend }: Problem): string {
  const where = `${at.file}${at.line > 0 ? `:${at.line}` : ''}${item ? ` ${item}` : ''}`;
  const name = field.replace(/(?:\.\d+)+$/, '');
  return `${where}: ${name ? `${name} ` : ''}${message}${mend ? `; ${mend}` : ''}`;
}

/** Problems in reading order: by file, then by line. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.at.file === b.at.file ? a.at.line - b.at.line : a.at.file < b.at.file ? -1 : 1));
}

/** Counts in words: `3 errors, 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const severities = ['error', 'warning'] as const;
  return severities.map((name) => count(problems.filter(({ severity }) => severity === name).length, name)).join(', ');
}

/** Longest name that is compared by likeness; Fuse.js takes no longer pattern. */
const LONGEST_PATTERN = 32;

/** The known name nearest to a mistyped one, or undefined when none is near. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const fuse = new Fuse([...known], { threshold: 0.34, ignoreLocation: true, isCaseSensitive: false });
  return fuse.search(typed.slice(0, LONGEST_PATTERN), { limit: 1 })[0]?.item;
}

/**
 * A mend that offers what a mistyped name was meant to be.
 * @param known the names, or names with what each stands for, which is then what is offered.
 * @param otherwise the mend when nothing is near.
 */
export function suggest(typed: string, known: Iterable<string> | ReadonlyMap<string, string>, otherwise: string): string {
  const names = known instanceof Map ? (known as ReadonlyMap<string, string>) : undefined;
  const near = nearest(typed, names ? names.keys() : (known as Iterable<string>));
  return near === undefined ? otherwise : `did you mean \`${names?.get(near) ?? near}\`?`;
}
