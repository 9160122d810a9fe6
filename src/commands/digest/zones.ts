/** Times, time zones and days, offered while they are typed. */
import type { Base, Entity } from '../../base/schema.ts';
import { zonesOfCountry } from '../../digest/calendar/countries.ts';
import { daysWords, readDays } from '../../digest/calendar/days.ts';
import { readTime } from '../../digest/calendar/time.ts';
import { findZones, type Zone, zoneNamed, zonesAt } from '../../digest/calendar/zones.ts';
import { regionNamed } from '../../digest/compose/regions.ts';
import type { Suggestion } from '../command.ts';

/** Discord shows no more. */
const MOST = 25;
/** Where nothing is known of the reader. */
const USUAL = ['UTC', 'Europe/London', 'Europe/Istanbul', 'America/New_York'];

const offered = ({ zone, now, offset }: Zone): Suggestion => ({ value: zone, name: `${zone} · now ${now}, UTC${offset}` });

/** Zones of the countries in a region. */
function zonesIn(region: Entity, base: Base): string[] {
  const parts = [region, ...region.members.flatMap((id) => base.entities.get(id) ?? [])];
  return parts.flatMap(({ iso }) => (iso === undefined ? [] : zonesOfCountry(iso)));
}

/** @param region as typed so far: its countries' zones are offered before anything is typed. */
export function suggestZones(typed: string, region: string, base: Base, now: Temporal.Instant): Suggestion[] {
  const time = readTime(typed);
  if ('time' in time) return zonesAt(time.time, now, MOST).map(offered);
  if (typed.trim() !== '') return findZones(typed, now, MOST).map(offered);
  const found = region === '' ? undefined : regionNamed(base, region);
  const zones = [...(found && 'region' in found ? zonesIn(found.region, base) : []), ...USUAL];
  return [...new Set(zones)]
    .slice(0, MOST)
    .flatMap((zone) => zoneNamed(zone, now) ?? [])
    .map(offered);
}

const TIMES = ['07:00', '08:00', '08:30', '09:00', '18:00'];

export function suggestTimes(typed: string): Suggestion[] {
  const read = readTime(typed);
  const times = 'time' in read ? [read.time] : TIMES.filter((time) => time.startsWith(typed.trim()));
  return times.map((time) => ({ value: time, name: time }));
}

const DAYS = ['weekdays', 'daily', 'weekend', 'mon,wed,fri'];

export function suggestDays(typed: string): Suggestion[] {
  const read = readDays(typed);
  const texts = 'days' in read ? [typed] : DAYS.filter((text) => text.startsWith(typed.trim().toLowerCase()));
  return texts.flatMap((text) => {
    const days = readDays(text);
    return 'days' in days ? [{ value: text, name: daysWords(days.days) }] : [];
  });
}
