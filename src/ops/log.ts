/** The program's log: JSON lines on standard error. No message text, no question and no secret is ever written. */
import { pino } from 'pino';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

/** What may be said of an event: ids, names, counts and times. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(facts: Facts, event: string): void;
  warn(facts: Facts, event: string): void;
  error(facts: Facts, event: string): void;
}

/** Should somebody pass one of these after all. */
const SECRETS = ['token', 'authorization', 'content', 'question', 'options'];

/** @param out where lines go; standard error unless told. */
export function createLog(level: Level, out: { write(line: string): void } = process.stderr): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: SECRETS, formatters: { level: (label) => ({ level: label }) } }, out);
}

/** What a log may say of an error: its name, code and status, and no text of ours or others that could hold a token or a question. */
export function errorFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name } = error;
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : undefined;
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  // Where it happened; the first line of a stack is the message.
  const at = error.stack
    ?.split('\n')
    .find((line) => line.includes('/src/'))
    ?.trim()
    .replace(/^at /, '')
    .replace(/\(?file:.*\/src\//, '(src/');
  return { error: name, ...(code !== undefined && { code }), ...(status !== undefined && { status }), ...(at !== undefined && { at }) };
}
