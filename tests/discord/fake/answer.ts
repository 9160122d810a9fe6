/** What the fake answers to a request: results, and refusals as Discord words them. */
import type { Complaint } from '../payload/issues.ts';

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** D topics/opcodes-and-status-codes.mdx, "JSON Error Codes". */
const REFUSALS = {
  0: [401, '401: Unauthorized'],
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  30034: [400, 'Max number of daily application command creates has been reached (200)'],
  40005: [413, 'Request entity too large'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40094: [400, 'This interaction has hit the maximum number of follow up messages'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50109: [400, 'The request body contains invalid JSON.'],
} as const satisfies Record<number, readonly [status: number, message: string]>;

export type Code = keyof typeof REFUSALS;

export const ok = (body: unknown, status = 200): Answer => ({ status, body });
export const done: Answer = { status: 204 };

export function refuse(code: Code, more: object = {}): Answer {
  const [status, message] = REFUSALS[code];
  return { status, body: { message, code, ...more } };
}

interface Errors {
  [step: string]: Errors | { code: string; message: string }[];
}

/** Discord tells faults of a form in a tree of the payload's own shape. */
function tree(complaints: readonly Complaint[]): Errors {
  const root: Errors = {};
  for (const { path, message, by } of complaints) {
    const place = path.reduce<Errors>((at, step) => {
      at[String(step)] ??= {};
      return at[String(step)] as Errors;
    }, root);
    place._errors = [...((place._errors as { code: string; message: string }[] | undefined) ?? []), { code: `BROKEN_${by.toUpperCase()}`, message }];
  }
  return root;
}

/** 50035, with each complaint where it belongs. */
export const invalid = (complaints: readonly Complaint[]): Answer => refuse(50035, { errors: tree(complaints) });
