/** Countries: their names in the search's languages, and those that a base does not know. */
import type { Entity } from '../../base/schema.ts';
import { COUNTRIES } from '../words/index.ts';

const LOCALES = ['en', 'ru', 'tr', 'az', 'kk', 'ky', 'uz'] as const;

/** A country's names in the search's languages, from ICU. */
export function localNames(iso: string): string[] {
  return LOCALES.flatMap((locale) => regionNames(locale).of(iso) ?? []);
}
const displayNames = new Map<string, Intl.DisplayNames>();
function regionNames(locale: string): Intl.DisplayNames {
  let names = displayNames.get(locale);
  if (!names) {
    names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    displayNames.set(locale, names);
  }
  return names;
}

/** Every country with its names, but those whose ISO code a base's entity has. */
export function worldEntities(taken: ReadonlySet<string>): Entity[] {
  return Object.entries(COUNTRIES)
    .filter(([iso]) => !taken.has(iso))
    .map(([iso, { capital = [], demonym = [], names = [] }]) => ({
      id: `world-${iso.toLowerCase()}`,
      type: 'country' as const,
      name: regionNames('en').of(iso) ?? iso,
      iso,
      aliases: [...capital, ...demonym, ...names],
      members: [],
      of: [],
    }));
}
