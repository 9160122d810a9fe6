/** Time zones by name, city or country, as people type them. */
import { localNames } from '../../search/lexicon/world.ts';
import { COUNTRIES } from '../../search/words/index.ts';

/** A time zone as it is offered. */
export interface Zone {
  /** IANA name: `Asia/Almaty`. */
  zone: string;
  /** Wall time there now, `HH:MM`. */
  now: string;
  /** From UTC, now: `+05:00`. */
  offset: string;
}

/**
 * Zones of the capital, for countries with several: what a country's name means first. Compiled from the capitals in the search's word
 * lists and the cities that the IANA time zone database puts in each zone (`zone1970.tab`).
 */
const CAPITALS: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Pohnpei',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
};

/** Parts of the world that zones are named by. Names newer than the runtime's own list (`Europe/Kyiv`) are found by trying these. */
const AREAS = ['Europe', 'Asia', 'America', 'Africa', 'Pacific', 'Atlantic', 'Indian', 'Australia', 'Antarctica', 'Arctic'] as const;

/** Letters and digits alone, without marks or case: nobody types the underscore of `New_York` or the dots of Türkiye. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]/gu, '');

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

let countries: ReadonlyMap<string, readonly string[]> | undefined;
/** ISO code → folded names of the country and its capital. Built once: the names come from ICU in seven languages. */
const countryNames = (): ReadonlyMap<string, readonly string[]> => {
  countries ??= new Map(
    Object.entries(COUNTRIES).map(([iso, { capital = [], demonym = [], names = [] }]) => [
      iso,
      [...localNames(iso), ...names, ...capital, ...demonym, iso].map(fold),
    ]),
  );
  return countries;
};

/** Zones of a country, its capital's first. */
function zonesOf(iso: string): string[] {
  const all = new Intl.Locale(`und-${iso}`).getTimeZones?.() ?? [];
  const capital = CAPITALS[iso];
  return capital === undefined ? all : [capital, ...all.filter((zone) => zone !== capital)];
}

/** Zones of the countries of which a name passes. */
const ofCountries = (passes: (name: string) => boolean): string[] =>
  [...countryNames()].filter(([, names]) => names.some(passes)).flatMap(([iso]) => zonesOf(iso));

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
    ...ofCountries((name) => name === typed),
    ...tried(text, now),
    ...like((city) => city.startsWith(typed)),
    ...(typed.length < 3 ? [] : ofCountries((name) => name.startsWith(typed))),
    ...known.filter((zone) => fold(zone).includes(typed)),
  ]);
  return found
    .values()
    .filter(isFirstOfItsNames(now))
    .take(most)
    .map((zone) => zoneAt(zone, now))
    .toArray();
}
