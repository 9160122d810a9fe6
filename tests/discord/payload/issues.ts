/** What a schema finds wrong, in lines that a reader of a failing test understands. */
import { z } from 'zod';

export interface Complaint {
  /** Whose rule it breaks: Discord's own description, or the limits that it leaves out. */
  by: 'description' | 'limits';
  path: readonly PropertyKey[];
  message: string;
}

type Issue = z.core.$ZodIssue;

const tells = (alternative: readonly Issue[]): boolean => !alternative.some(({ path }) => path.at(-1) === 'type' || path.at(-1) === 'style');

/** A union says nothing itself. The alternative of the payload's own type speaks, and of those the one with the least to say. */
function leaves(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const own = issue.errors.filter(tells);
  const [nearest = []] = (own.length ? own : issue.errors).toSorted((one, other) => one.length - other.length);
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(leaves);
}

/** Everything a schema has against a value. */
export const complain = (by: Complaint['by'], schema: z.core.$ZodType, value: unknown): Complaint[] =>
  (z.safeParse(schema, value).error?.issues ?? []).flatMap(leaves).map(({ path, message }) => ({ by, path, message }));

/** `embeds.0.title: is blank (limits)`. */
export const line = ({ by, path, message }: Complaint): string => `${path.length ? `${path.join('.')}: ` : ''}${message} (${by})`;
