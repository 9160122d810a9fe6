/** What is posted: composed at the first attempt and kept, so that a later one posts the same, whatever became of the base meanwhile. */
import { render } from '../../discord/render/index.ts';
import { type History, historyAfter } from '../compose/history.ts';
import { compose } from '../compose.ts';
import { type Delivery, type Frozen, freeze, type Hold, type Subscription } from '../ledger.ts';
import type { Courier } from './courier.ts';
import type { Illustrated } from './illustrate.ts';

/** A picture's bytes are not kept: they are drawn again, and must come out the same. */
const keptOf = (illustrated: Illustrated): NonNullable<Frozen['picture']> =>
  'why' in illustrated ? illustrated : { name: illustrated.name, hash: illustrated.hash };

/** @returns what was kept, or is kept by this; undefined when the base no longer has the region. */
export async function writeEdition(
  { store, base }: Courier,
  hold: Hold,
  { payload, edition, date }: Delivery,
  subscription: Subscription,
  illustrated: Illustrated | undefined,
): Promise<Frozen | undefined> {
  // Nobody else writes this column.
  if (payload !== null && edition !== null) return { edition, ...(payload as Omit<Frozen, 'edition'>) };
  const now = base();
  const region = now.entities.get(subscription.region);
  if (!region) return undefined;
  const history = subscription.history as History;
  const composed = compose(now, region, history, date, subscription.id);
  const frozen: Frozen = {
    edition: composed.id,
    message: render({ kind: 'digest', edition: composed }, { written: '', page: 0, private: false }),
    history: historyAfter(now, history, composed),
    ...(illustrated && { picture: keptOf(illustrated) }),
  };
  await freeze(store.db, hold, frozen);
  return frozen;
}
