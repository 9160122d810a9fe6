/** Questions to ask before anybody does. */
import type { Base } from '../base/schema.ts';

/** Questions after which hardly anything is left for the compiler. */
const WARM_UP = 2000;

/** An even sample of how the curators expect a base to be asked. */
export function warmUpQuestions({ records }: Pick<Base, 'records'>, most = WARM_UP): string[] {
  const asks = records.flatMap((record) => Object.values(record.asks).flat());
  const step = Math.max(1, Math.ceil(asks.length / most));
  return asks.filter((_, i) => i % step === 0);
}
