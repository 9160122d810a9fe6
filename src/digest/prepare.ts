/** Pictures of editions that are due in a moment, drawn ahead, so that none of these waits for its own. */
import type { Courier } from './deliver/courier.ts';
import { paintedPicture } from './deliver/illustrate.ts';
import type { Subscription } from './ledger.ts';

/** Milliseconds that are looked ahead: more than two looks. */
const AHEAD = 90_000;
/** Pictures of one look; the painter keeps no more drawings anyway. */
const MOST = 30;

const soon = ({ store: { db } }: Courier, now: number): Promise<Pick<Subscription, 'region' | 'picture' | 'next_date'>[]> =>
  db
    .selectFrom('subscriptions')
    .select(['region', 'picture', 'next_date'])
    .distinct()
    .where('state', '=', 'active')
    .where('picture', '<>', 'none')
    .where('next_at', '>', new Date(now))
    .where('next_at', '<=', new Date(now + AHEAD))
    .limit(MOST)
    .execute();

/** Has them drawn and painted; what was before is not again. What fails is tried once more when it is due, and told of then. @throws when the store does. */
export async function preparePictures(courier: Courier): Promise<void> {
  const { brush, base, end } = courier;
  if (!brush) return;
  for (const { region, picture, next_date: date } of await soon(courier, courier.now())) {
    if (end.aborted) return;
    if (picture !== 'none' && date !== null) await paintedPicture(brush, base(), { name: picture, about: region, today: date }).catch(() => {});
  }
}
