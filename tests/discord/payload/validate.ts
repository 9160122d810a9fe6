/** Holds what a client sends against Discord's own description and against the limits that it leaves out. */
import { type Complaint, complain } from './issues.ts';
import { rulesOf } from './rules.ts';

/** Discord takes permissions as text, says its documentation; its description says number, and would refuse what every client sends. */
function asDescribed(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(asDescribed);
  if (typeof body !== 'object' || body === null || !('default_member_permissions' in body)) return body;
  const bits = body.default_member_permissions;
  return { ...body, default_member_permissions: typeof bits === 'string' ? Number(bits) : bits };
}

/** What is wrong with a request's payload; nothing where no rule is known for it. `path` is without `/api/v10`. */
export async function validate(method: string, path: string, body: unknown): Promise<Complaint[]> {
  const rules = await rulesOf(method, path, body);
  if (!rules) return [];
  return [...complain('description', rules.description, asDescribed(body)), ...(rules.limits ? complain('limits', rules.limits, body) : [])];
}
