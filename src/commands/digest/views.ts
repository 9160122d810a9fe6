/** Subscriptions and ledger rows → views. */
import { isoWords } from '../../base/dates.ts';
import type { Base } from '../../base/schema.ts';
import { daysWords } from '../../digest/calendar/days.ts';
import type { Schedule } from '../../digest/calendar.ts';
import type { Delivery, Subscription } from '../../digest/service.ts';
import type { EditionView, Moment, SubscriptionView } from '../../replies/subscriptions.ts';
import { regionName } from './regions.ts';

const dayWords = (date: Temporal.PlainDate): string => `${date.toLocaleString('en-GB', { weekday: 'short' })} ${isoWords(date.toString())}`;

/** A moment in the words of a zone: `Mon 23 November 2026, 08:30`. */
function momentIn(at: Temporal.Instant, zone: string): Moment {
  const there = at.toZonedDateTimeISO(zone);
  const words = `${dayWords(there.toPlainDate())}, ${there.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  return { words, at: Math.floor(at.epochMilliseconds / 1000) };
}

/** `08:30, weekdays, Asia/Almaty`. */
export const scheduleWords = ({ time, zone, days }: Schedule): string => [time, daysWords(days), zone].join(', ');

export function subscriptionView({ id, channel, region, schedule, picture, state, reason, next, probe }: Subscription, base: Base): SubscriptionView {
  const at = state === 'blocked' ? probe : next?.at;
  return {
    id,
    channel,
    region: regionName(region, base),
    when: scheduleWords(schedule),
    ...(picture && { picture }),
    state,
    ...(reason !== undefined && { reason }),
    ...(at && { next: momentIn(at, schedule.zone) }),
  };
}

/** `2 h 5 min`. */
function lateWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])].join(' ');
}

const TOLD: Record<Exclude<Delivery['state'], 'sent'>, string> = {
  queued: 'waiting to be sent',
  sending: 'being sent',
  skipped: 'skipped',
  blocked: 'blocked',
  failed: 'failed',
};

function told({ state, late }: Delivery): string {
  if (state !== 'sent') return TOLD[state];
  return late === undefined ? 'sent' : `sent ${lateWords(late)} late`;
}

export const editionView = (delivery: Delivery): EditionView => ({
  date: dayWords(Temporal.PlainDate.from(delivery.date)),
  state: delivery.state,
  told: told(delivery),
  ...(delivery.reason !== undefined && { reason: delivery.reason }),
  ...(delivery.link !== undefined && { link: delivery.link }),
});
