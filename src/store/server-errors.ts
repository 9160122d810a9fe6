/** What a PostgreSQL server refuses, in plain words and with what to do about it. An error's own text may name what was sent, so it is never told. */
import { codeOf } from './error-code.ts';
import { StoreError } from './store.ts';

/** By Node's and PostgreSQL's codes (PostgreSQL's documentation, appendix A). */
const CODES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Is PostgreSQL running, and are host and port right?',
  ENOTFOUND: 'there is no host of that name.',
  EAI_AGAIN: 'its host’s name could not be looked up.',
  ETIMEDOUT: 'it does not answer. Is it reachable from here?',
  ECONNRESET: 'it cut the connection.',
  '28P01': 'it refuses the password.',
  '28000': 'it refuses the user or wants another way to log in.',
  '3D000': 'it has no database of that name. Make it first: createdb NAME.',
  '42501': 'the user lacks a right. It needs CREATE on the database and its schema public.',
  '53300': 'it has no connection left. Raise max_connections, or run fewer bots.',
  '57P03': 'it is starting up or shutting down.',
  '57P01': 'it was shut down.',
  '25006': 'it is read-only: is it a standby?',
};

/** A host with several addresses fails with all of their errors at once. */
const firstOf = (error: unknown): unknown => (error instanceof AggregateError ? error.errors[0] : error);

/** `db.example:5432/sourcebook`: the address without user and password. */
export function placeOf(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: 'DATABASE_URL', pathname: '' };
  return `${host}${pathname}`;
}

/** @param url the address, of which only host and database are told. */
export function serverError(error: unknown, url: string): StoreError {
  const code = codeOf(firstOf(error));
  const timedOut = error instanceof Error && /timeout/i.test(error.message);
  const why = CODES[code] ?? (timedOut ? CODES.ETIMEDOUT : `it refuses (${code || 'unknown'}).`);
  return new StoreError(`The PostgreSQL at ${placeOf(url)} can’t be used: ${why}`, { cause: error });
}
