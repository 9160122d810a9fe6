/** `base check`: every rule over every base, without snapshots. */
import { otherRules, rules } from '../../../base/checks/index.ts';
import { quotedShares } from '../../../base/checks/quoted-share.ts';
import { applyRules, type Rule } from '../../../base/checks/rule.ts';
import { count } from '../../../base/count.ts';
import type { Draft } from '../../../base/draft.ts';
import { loadBase } from '../../../base/load.ts';
import { inReadingOrder } from '../../../base/problem.ts';
import { type BaseIO, percent, tellProblems, wrap } from './io.ts';

const allRules = ({ rules: more = [] }: BaseIO): Rule[] => [...rules, ...more];

function tellRules(io: BaseIO): void {
  for (const { name, severity, description } of allRules(io)) for (const line of wrap(`${name} (${severity}): ${description}`, io.columns)) io.out(line);
}

function summarise(draft: Draft, io: BaseIO): void {
  const { records, entities, sources } = draft;
  io.out(`${draft.info.id}: ${count(records.length, 'record')}, ${count(entities.length, 'entity', 'entities')}, ${count(sources.length, 'source')}.`);
  for (const { source, quoted, share } of quotedShares(draft)) io.out(`  ${source.id}: ${quoted} of ${source.words} words quoted, ${percent(share)}.`);
}

/** Checks bases. @returns 1 when there is an error; warnings are told and pass. */
export async function checkCommand(folders: readonly string[], showRules: boolean, io: BaseIO): Promise<number> {
  if (showRules) {
    tellRules(io);
    return 0;
  }
  const loaded = await loadBase(folders);
  const drafts = 'base' in loaded ? loaded.drafts : loaded.partial;
  if ('base' in loaded) for (const draft of drafts) summarise(draft, io);
  else io.out('The base does not load.');
  const refusals = 'base' in loaded ? [] : loaded.problems;
  const problems = [...refusals, ...drafts.flatMap((draft) => inReadingOrder(applyRules([...otherRules, ...(io.rules ?? [])], draft, { today: io.today })))];
  tellProblems(problems, io);
  if (problems.length === 0) io.out(`All ${allRules(io).length} rules hold.`);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}
