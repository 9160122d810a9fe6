/** What the base's commands are given and give: no command reads the environment, the clock or the streams itself. */
import type { Rule } from '../../../base/checks/rule.ts';
import { countProblems, describeProblem, type Problem } from '../../../base/problem.ts';

export interface BaseIO {
  /** Writes one line of the answer. */
  out(line: string): void;
  /** Writes one line about what went wrong in asking. */
  err(line: string): void;
  /** Paths on the command line are relative to this. */
  cwd: string;
  /** The curator's today, an ISO 8601 day. */
  today: string;
  /** The base folders meant when the command line names none. */
  folders: readonly string[];
  /** Rules of other rooms, which `check` runs after the base's own. */
  rules?: readonly Rule[];
  /** Width of the terminal in columns, to wrap by; undefined leaves each problem on one line, for tools that read them. */
  columns?: number | undefined;
}

/** What a command line must be right about, told with the usage. */
export type Outcome = number | { misuse: string };

/** Wraps a line at blanks, with what follows indented. */
export function wrap(line: string, columns: number | undefined): string[] {
  if (columns === undefined) return [line];
  const width = Math.max(columns, 20);
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const indent = lines.length > 0 ? '  ' : '';
    if (current !== '' && indent.length + current.length + 1 + word.length > width) {
      lines.push(indent + current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, (lines.length > 0 ? '  ' : '') + current];
}

/** Tells problems as they come, one a line, and how many there are. Nothing when there is none. */
export function tellProblems(problems: readonly Problem[], io: BaseIO): void {
  const told = (problem: Problem) => wrap(`${problem.severity === 'warning' ? 'warning: ' : ''}${describeProblem(problem)}`, io.columns);
  for (const problem of problems) for (const line of told(problem)) io.out(line);
  if (problems.length > 0) io.out(countProblems(problems));
}

/** A share in words: `47.7 %`. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A failed file operation in words, without the stack. */
export function fileTrouble(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Record<string, string> = {
    ENOENT: 'does not exist',
    EACCES: 'is not yours to read or write',
    EPERM: 'is not yours to read or write',
    ENOTDIR: 'leads through a file',
    EISDIR: 'is a folder',
    EEXIST: 'is in the way',
    ENOSPC: 'finds no room on the disk',
    EROFS: 'is on a disk that cannot be written',
  };
  return `${path} ${reasons[code] ?? `cannot be used${code ? ` (${code})` : ''}`}.`;
}
