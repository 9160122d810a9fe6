/** Countries' zones, by the names that the search knows. */
import { localNames } from '../../search/lexicon/world.ts';
import { COUNTRIES } from '../../search/words/index.ts';
import { fold } from '../fold.ts';

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
  // CLDR gives Kosovo no zone of its own; the database puts Pristina in this one.
  XK: 'Europe/Belgrade',
};

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

/** Zones of a country, its capital's first. @param iso two letters, ISO 3166-1 */
export function zonesOfCountry(iso: string): string[] {
  const all = new Intl.Locale(`und-${iso}`).getTimeZones?.() ?? [];
  const capital = CAPITALS[iso];
  return capital === undefined ? all : [capital, ...all.filter((zone) => zone !== capital)];
}

/** Zones of the countries of which a name passes, capitals' first. */
export const zonesOfCountries = (passes: (name: string) => boolean): string[] =>
  [...countryNames()].filter(([, names]) => names.some(passes)).flatMap(([iso]) => zonesOfCountry(iso));
