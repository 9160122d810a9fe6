/** The shape of a rule about a base's data, and how rules are run. */
import type { Draft, Item } from '../draft.ts';
import type { Problem } from '../problem.ts';

/** One complaint of a rule. The rule's runner adds the file and line. */
export interface Finding {
  item: Item;
  /** Path into the item, for the line and the message. */
  path: (string | number)[];
  /** What is wrong, with the offending value. */
  message: string;
  /** What to do next. */
  mend?: string;
}

/** What a rule may know besides the base. */
export interface Context {
  /** The curator's today, an ISO 8601 day. Without it, nothing is overdue. */
  today?: string;
}

export interface Rule {
  name: string;
  /** One sentence for `base -- check --rules`. */
  description: string;
  severity: Problem['severity'];
  /** Pure; looks at one base. */
  check(draft: Draft, context: Context): Finding[];
}

/** Runs rules over one base and places their findings, in the order of the rules. */
export function applyRules(rules: readonly Rule[], draft: Draft, context: Context = {}): Problem[] {
  return rules.flatMap((rule) =>
    rule.check(draft, context).map(({ item, path, message, mend }) => ({
      severity: rule.severity,
      rule: rule.name,
      at: draft.at(item, ...path),
      item: item.id,
      field: path.join('.'),
      message,
      mend,
    })),
  );
}
