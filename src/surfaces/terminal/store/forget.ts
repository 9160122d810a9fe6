/** `npm run store -- forget SERVER`. */
import { count } from '../../../base/count.ts';
import { forgetGuild } from '../../../store/forget.ts';
import { type Store, StoreError } from '../../../store/store.ts';
import { type StoreCommand, withStore } from './desk.ts';

/** Discord's ids. */
const ID = /^\d{15,20}$/;

const EARLIER: Readonly<Record<Store['kind'], string>> = {
  embedded: 'Earlier backups may hold it until newer ones have replaced them, in about a week; folders that were set aside, until you delete them.',
  postgres: 'Earlier backups may hold it until you delete them.',
};

export const forget: StoreCommand = async (desk, [guild = '']) => {
  if (!ID.test(guild))
    throw new StoreError('A server is named by its id: 15 to 20 digits. In Discord: Developer Mode on, right-click the server, Copy Server ID.');
  const { kind, subscriptions, deliveries, settings, misses } = await withStore(desk, async (store) => ({
    kind: store.kind,
    ...(await forgetGuild(store.db, guild)),
  }));
  if (subscriptions + deliveries + settings + misses === 0) desk.out(`Nothing is kept of the server ${guild}.`);
  else
    desk.out(
      `Deleted of the server ${guild}: ${count(subscriptions, 'subscription')}, ${count(deliveries, 'edition')}, ${count(settings, 'setting')}, ${count(misses, 'count')} of questions that found nothing.`,
    );
  desk.out(EARLIER[kind]);
  return true;
};
