/** Time zones by name, city or country, as people type them. */
import { fold } from '../fold.ts';
import { zonesOfCountries } from './countries.ts';

/** A time zone as it is offered. */
export interface Zone {
  /** IANA name: `Asia/Almaty`. */
  zone: string;
  /** Wall time there now, `HH:MM`. */
  now: string;
  /** From UTC, now: `+05:00`. */
  offset: string;
}

/** Parts of the world that zones are named by. Names newer than the runtime's own list (`Europe/Kyiv`) are found by trying these. */
const AREAS = ['Europe', 'Asia', 'America', 'Africa', 'Pacific', 'Atlantic', 'Indian', 'Australia', 'Antarctica', 'Arctic'] as const;

/** @throws RangeError for a name that is no time zone. */
function zoneAt(name: string, now: Temporal.Instant): Zone {
  const there = now.toZonedDateTimeISO(name);
  return { zone: there.timeZoneId, now: there.toPlainTime().toString({ smallestUnit: 'minute' }), offset: there.offset };
}

/**
 * The zone of exactly this name, in any case. Offsets (`+05:00`) and abbreviations (`EST`) are none: the clocks change and they do not,
 * which is not what anybody means by them.
 */
export function zoneNamed(name: string, now: Temporal.Instant): Zone | undefined {
  try {
    return /^(?:[a-z]\w*\/.+|utc|gmt)$/i.test(name.trim()) ? zoneAt(name.trim(), now) : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** `New_York` of `America/New_York`. */
const cityOf = (zone: string): string => zone.split('/').at(-1) ?? zone;

/** `kyiv` may be a city of any part of the world that this runtime knows under another name. */
const tried = (typed: string, now: Temporal.Instant): string[] =>
  AREAS.flatMap((area) => zoneNamed(`${area}/${typed.trim().replace(/\s+/g, '_')}`, now)?.zone ?? []);

/** Passes the first name of each zone: `Europe/Kyiv` and `Europe/Kiev` are one, and whoever comes first was typed. */
function isFirstOfItsNames(now: Temporal.Instant): (zone: string) => boolean {
  const seen: Temporal.ZonedDateTime[] = [];
  return (zone) => {
    const there = now.toZonedDateTimeISO(zone);
    const isNew = !seen.some((other) => other.equals(there));
    if (isNew) seen.push(there);
    return isNew;
  };
}

/**
 * Zones that a text may mean, best first: the very name, a city, a country or its capital, then what only begins or contains it.
 * @param text `Asia/Almaty`, `new york`, `Kazakhstan`, `Астана`; anybody's spelling without marks and case.
 * @param now for the wall time there.
 * @param most how many; Discord takes 25 suggestions.
 */
export function findZones(text: string, now: Temporal.Instant, most = 25): Zone[] {
  const typed = fold(text);
  if (typed === '') return [];
  const known = Intl.supportedValuesOf('timeZone');
  const like = (passes: (name: string) => boolean): string[] => known.filter((zone) => passes(fold(cityOf(zone))));
  const found = new Set([
    ...(zoneNamed(text, now) ? [text.trim()] : []),
    ...like((city) => city === typed),
    ...zonesOfCountries((name) => name === typed),
    ...tried(text, now),
    ...like((city) => city.startsWith(typed)),
    ...(typed.length < 3 ? [] : zonesOfCountries((name) => name.startsWith(typed))),
    ...known.filter((zone) => fold(zone).includes(typed)),
  ]);
  return found
    .values()
    .filter(isFirstOfItsNames(now))
    .take(most)
    .map((zone) => zoneAt(zone, now))
    .toArray();
}

const MINUTES_A_DAY = 24 * 60;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
/** A clock is read to the quarter of an hour. In minutes. */
const NEAR = 15;

/** Minutes between two times of day, round midnight. */
function apart(one: string, other: string): number {
  const minutes = Math.abs(minutesOf(one) - minutesOf(other));
  return Math.min(minutes, MINUTES_A_DAY - minutes);
}

/** Zones in which it is this time now, capitals' first; for those who know their clock and not their zone. @param time `HH:MM` */
export function zonesAt(time: string, now: Temporal.Instant, most = 25): Zone[] {
  const names = new Set([...zonesOfCountries(() => true), ...Intl.supportedValuesOf('timeZone')]);
  const zones = [...names].map((zone) => zoneAt(zone, now)).filter((zone) => apart(zone.now, time) <= NEAR);
  const isFirst = isFirstOfItsNames(now);
  return zones.filter(({ zone }) => isFirst(zone)).slice(0, most);
}

/** Zones named when a text may mean several. */
const NAMED = 8;

/** `Asia/Almaty (now 21:53, UTC+05:00)`. */
export const zoneWords = ({ zone, now, offset }: Zone): string => `${zone} (now ${now}, UTC${offset})`;

/** A text's one zone, or what to say. A city's own name is enough, even if others contain it. */
export function readZone(typed: string, now: Temporal.Instant): { zone: Zone } | { wrong: string } {
  const found = findZones(typed, now, NAMED);
  const [first, ...others] = found;
  if (!first) return { wrong: `“${typed}” is no time zone, city or country that is known. Name a big city of the zone, such as Almaty.` };
  const names = [first.zone, first.zone.split('/').at(-1) ?? ''].map((name) => name.replaceAll('_', ' ').toLowerCase());
  if (others.length === 0 || names.includes(typed.replaceAll('_', ' ').toLowerCase())) return { zone: first };
  return { wrong: `“${typed}” has several time zones; name one of them: ${found.map(zoneWords).join(', ')}.` };
}
