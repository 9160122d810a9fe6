/** `npm run store -- misses [DAYS]`: what was asked and not found, for those who add to the base. */
import { missesOf } from '../../../store/misses.ts';
import { StoreError } from '../../../store/store.ts';
import { plain } from '../text.ts';
import { type StoreCommand, withStore } from './desk.ts';

const DAYS = 30;
const MOST_DAYS = 400;

const line = (n: number, what: string): string => `${String(n).padStart(6)}  ${plain(what)}`;

export const misses: StoreCommand = (desk, [word = String(DAYS)]) => {
  const days = Number(word);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw new StoreError(`Days are a number from 1 to ${MOST_DAYS}.`);
  return withStore(desk, async ({ db }) => {
    const { all, entities, questions } = await missesOf(db, desk.now(), days);
    const when = days === 1 ? 'today' : `in the last ${days} days`;
    desk.out(all === 0 ? `No question that found nothing was counted ${when}.` : `Questions that found nothing ${when}, by what they named:`);
    for (const { entity, count: n } of entities) desk.out(line(n, entity === '' ? '(nothing that the base knows)' : entity));
    if (questions.length > 0) desk.out('The questions:');
    for (const { question, count: n } of questions) desk.out(line(n, question));
    if (all > 0 && questions.length === 0) desk.out('Their text is kept if SOURCEBOOK_KEEP_MISSES says for how many days.');
    return true;
  });
};
