/** Rows for tests. */
import type { Insertable } from 'kysely';
import type { Subscriptions } from '../../src/store/schema.ts';

let channels = 0;

/** A subscription of a channel of its own. */
export const aSubscription = (values: Partial<Insertable<Subscriptions>> = {}): Insertable<Subscriptions> => {
  channels += 1;
  return { guild: '1', channel: `${channels}`, region: 'gulf', time: '08:00', zone: 'Asia/Almaty', days: '12345', created_by: '3', ...values };
};
