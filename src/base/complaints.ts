/** What the schema finds wrong, in a curator's words instead of a type checker's. */
import type { z } from 'zod';
import { nearest, suggest } from './problem.ts';
import { NOT_DISCLOSED, NOT_STATED } from './schema.ts';

/** A step into a YAML file: a key or an index. */
export type Step = string | number;

export interface Complaint {
  path: Step[];
  message: string;
  mend: string;
}

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

/** The mend when none is nearer at hand. */
const FIELDS = 'see docs/curating.md for the fields';
const KINDS: Record<string, string> = {
  array: 'list',
  object: 'mapping',
  record: 'mapping',
  string: 'text',
  number: 'number',
  int: 'whole number',
  boolean: '`true` or `false`',
};
const kindOf = (expected: string): string => KINDS[expected] ?? expected;

/** Where a mapping in braces was cut at a comma, what follows the comma is a field without a value. */
const CUT = 'if it belongs to the text before it, put that text in quotation marks: inside `{ }` a comma ends a text';
const UNQUOTED = 'put it in quotation marks';

/** A value as a curator would recognise it, shortened. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined), root);
}

const literals = (issues: readonly Issue[]): z.core.util.Primitive[] =>
  issues.flatMap((issue) => (issue.code === 'invalid_value' && issue.path.length === 0 ? issue.values : []));

/** The plain words that a union allows besides its substance: how to say that a source says nothing. */
const silences = (issue: IssueOf<'invalid_union'>): string[] => [NOT_STATED, NOT_DISCLOSED].filter((word) => literals(issue.errors.flat()).includes(word));

/** A mend that also tells how to say that the source says nothing. */
function mendOrSilence(mend: string, silent: readonly string[], value: unknown): string {
  const meant = typeof value === 'string' ? nearest(value, silent) : undefined;
  if (meant) return `did you mean \`${meant}\`?`;
  const silence = `where the source is silent, write ${silent.map((word) => `\`${word}\``).join(' or ')}`;
  return mend === FIELDS ? silence : `${mend}; ${silence}`;
}

/** A union says nothing itself: the alternative that got furthest speaks, and the plain words it allows are offered. */
function complainUnion(issue: IssueOf<'invalid_union'>, value: unknown, known: readonly string[]): Complaint[] {
  const path = issue.path as Step[];
  const silent = silences(issue);
  const mend = (own: string) => (silent.length > 0 ? mendOrSilence(own, silent, value) : own);
  if (value === undefined) return [{ path, message: 'is missing', mend: mend(FIELDS) }];
  const substance = issue.errors.filter((errors) => literals(errors).length === 0);
  const deeper =
    substance.find((errors) => errors.some((error) => error.path.length > 0 || error.code !== 'invalid_type')) ?? substance[0] ?? issue.errors[0] ?? [];
  return deeper
    .flatMap((error) => complain(error, value, known))
    .map((complaint) => ({ ...complaint, path: [...path, ...complaint.path], mend: complaint.path.length === 0 ? mend(complaint.mend) : complaint.mend }));
}

function sizeMessage(issue: IssueOf<'too_small' | 'too_big'>, value: unknown): string {
  const [limit, word] = issue.code === 'too_small' ? [issue.minimum, 'shorter'] : [issue.maximum, 'longer'];
  if (issue.origin === 'number' || issue.origin === 'int')
    return `${show(value)} is too ${word === 'shorter' ? 'small' : 'large'}; ${word === 'shorter' ? 'least' : 'most'} is ${limit}${issue.inclusive === false ? ', not included' : ''}`;
  if (issue.code === 'too_small' && limit === 1) return 'is empty';
  return `is ${word} than ${limit} ${issue.origin === 'string' ? 'characters' : 'items'}`;
}

function complainValue(values: readonly unknown[], value: unknown): Pick<Complaint, 'message' | 'mend'> {
  const names = values.map(String);
  const list = names.join(', ');
  if (value === undefined) return { message: 'is missing', mend: `one of ${list}` };
  return { message: `${show(value)} is none of ${list}`, mend: suggest(String(value), names, 'choose one of them') };
}

/** A long number no longer looks like what was written. */
function misread(value: number | boolean): string {
  const shown = typeof value === 'boolean' || Number.isSafeInteger(value) ? `${show(value)} ` : '';
  return `${shown}is read as ${typeof value === 'number' ? 'a number' : kindOf('boolean')}`;
}

const FORMATS: Record<string, string> = { date: 'is no calendar day, written YYYY-MM-DD', url: 'is no http or https address' };

/**
 * The complaints of one issue of zod's.
 * @param root the value that was checked; the issue's path leads into it.
 * @param known the fields that the item may have, for a mistyped one.
 */
export function complain(issue: Issue, root: unknown, known: readonly string[]): Complaint[] {
  const path = issue.path as Step[];
  const value = valueAt(root, path);
  const one = (message: string, mend = FIELDS): Complaint[] => [{ path, message, mend }];
  switch (issue.code) {
    case 'invalid_union':
      return complainUnion(issue, value, known);
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const otherwise = valueAt(value, [key]) === null ? CUT : FIELDS;
        return { path: [...path, key], message: 'is no field here', mend: path.length === 0 ? suggest(key, known, otherwise) : otherwise };
      });
    case 'invalid_value':
      return [{ path, ...complainValue(issue.values, value) }];
    case 'invalid_type':
      if (value === undefined) return one('is missing');
      return issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')
        ? one(misread(value), UNQUOTED)
        : one(
            `${show(value)} is no ${kindOf(issue.expected)}`,
            issue.expected === 'array' ? `write a list: [${typeof value === 'string' ? value : '…'}]` : FIELDS,
          );
    case 'too_small':
    case 'too_big':
      return one(sizeMessage(issue, value));
    case 'invalid_format':
      return one(FORMATS[issue.format] ? `${show(value)} ${FORMATS[issue.format]}` : `${show(value)} is not well-formed: ${issue.message}`);
    case 'invalid_key':
      return one(`is no key to use here: it takes ${issue.issues[0]?.message ?? 'another'}`);
    default:
      return one(issue.message);
  }
}
