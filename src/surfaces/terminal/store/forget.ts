/** `npm run store -- forget SERVER`. */
import { count } from '../../../base/count.ts';
import { forgetGuild } from '../../../store/forget.ts';
import { StoreError } from '../../../store/store.ts';
import { type StoreCommand, withStore } from './desk.ts';

/** Discord's ids. */
const ID = /^\d{15,20}$/;

export const forget: StoreCommand = async (desk, [guild = '']) => {
  if (!ID.test(guild))
    throw new StoreError('A server is named by its id: 15 to 20 digits. In Discord: Developer Mode on, right-click the server, Copy Server ID.');
  const { subscriptions, deliveries, settings, misses } = await withStore(desk, ({ db }) => forgetGuild(db, guild));
  desk.out(
    `Deleted of the server ${guild}: ${count(subscriptions, 'subscription')}, ${count(deliveries, 'edition')}, ${count(settings, 'setting')}, ${count(misses, 'count')} of questions that found nothing.`,
  );
  desk.out('Earlier backups still hold it; they are replaced within about a week.');
  return true;
};
