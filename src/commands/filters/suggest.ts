/** What an option could be, offered while it is typed. */
import Fuse from 'fuse.js';
import type { Base, Status } from '../../base/schema.ts';
import { cutTo } from '../../replies/cut.ts';
import { CHOICES } from '../../replies/room.ts';
import { fold } from '../../search/text.ts';
import type { Suggestion } from '../command.ts';
import type { Numbers } from './facets.ts';
import { recordCount, statusName, statusNames } from './told.ts';

/** Longest pattern that Fuse.js takes. */
const LONGEST_PATTERN = 32;

/** A value that may be offered, with all it is called. */
export interface Offer {
  value: string;
  name: string;
  /** Other names that may be typed. */
  aliases: readonly string[];
  /** How many records picking it would give. */
  records: number;
}

function suggestion({ value, name, records }: Offer, locale: string | undefined): Suggestion {
  const told = ` · ${recordCount(records, locale)}`;
  return { value, name: `${cutTo(name.replace(/\s+/g, ' '), CHOICES.name - told.length)}${told}` };
}

/** Names folded once; most are typed against again and again. */
const folded = new Map<string, string>();
const MOST_FOLDED = 200_000;
function foldOnce(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  if (folded.size >= MOST_FOLDED) folded.clear();
  const made = fold(name);
  folded.set(name, made);
  return made;
}

/** How a typed beginning fits a name: 0 for the whole name, then its beginning, a word's beginning, any part; none otherwise. */
function closeness(typed: string, name: string): number | undefined {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  const at = ` ${name}`.indexOf(` ${typed}`);
  if (at >= 0) return 2;
  return typed.length > 2 && name.includes(typed) ? 3 : undefined;
}

/** The best fit of an offer; its own name counts before its others. */
function fitOf(typed: string, { name, aliases }: Offer): number | undefined {
  const own = closeness(typed, foldOnce(name));
  const others = aliases.map((alias) => closeness(typed, foldOnce(alias))).filter((value) => value !== undefined);
  const best = Math.min(own ?? 9, ...others.map((value) => value + 0.5));
  return best < 9 ? best : undefined;
}

/** Fewer letters are near too many names. */
const LEAST_TYPED = 4;

/** Those spelt nearly so, when none is spelt so. */
function near(typed: string, offers: readonly Offer[]): Offer[] {
  if (typed.length < LEAST_TYPED) return [];
  const entries = offers.map((offer) => ({ offer, names: [offer.name, ...offer.aliases].map(foldOnce) }));
  const fuse = new Fuse(entries, { keys: ['names'], threshold: 0.3, includeScore: true });
  const found = fuse.search(typed.slice(0, LONGEST_PATTERN));
  return found.sort((a, b) => (a.score ?? 1) - (b.score ?? 1) || b.item.offer.records - a.item.offer.records).map(({ item }) => item.offer);
}

/** Offers that are counted again: counting asks the search. */
const RECOUNTED = 30;

export interface Suggesting {
  /** The language of the asker's client. */
  locale?: string | undefined;
  /** Counts what picking an offer would give, where its own count does not know: asked of the best ones alone. */
  recount?: ((value: string) => number) | undefined;
}

/** With their true counts, those that would give nothing left out; the order is as before, and of equals the one that gives more comes first. */
function recounted(offers: readonly Offer[], recount: (value: string) => number, typed: string): Offer[] {
  const all = offers.slice(0, RECOUNTED).map((offer) => ({ ...offer, records: recount(offer.value) }));
  const some = all.filter(({ records }) => records > 0);
  return typed === '' ? some.sort((a, b) => b.records - a.records) : some;
}

/** Suggestions for what was typed so far, best first; for nothing typed, those with the most records first. */
export function suggest(typed: string, offers: readonly Offer[], { locale, recount }: Suggesting = {}): Suggestion[] {
  const possible = offers.filter(({ value, records }) => records > 0 && value.length <= CHOICES.value);
  const text = fold(typed);
  const fitting =
    text === ''
      ? possible.map((offer) => ({ offer, fit: 0 }))
      : possible.flatMap((offer) => {
          const how = fitOf(text, offer);
          return how === undefined ? [] : [{ offer, fit: how }];
        });
  const sorted = fitting
    .sort((a, b) => a.fit - b.fit || b.offer.records - a.offer.records || a.offer.name.localeCompare(b.offer.name, 'en'))
    .map(({ offer }) => offer);
  const best = sorted.length > 0 ? sorted : near(text, possible);
  return (recount ? recounted(best, recount, text) : best).slice(0, CHOICES.choices).map((offer) => suggestion(offer, locale));
}

/** How many of these records are among those wanted. */
const heldOf = (numbers: Numbers, among?: ReadonlySet<number>): number =>
  among ? numbers.reduce((sum, number) => sum + (among.has(number) ? 1 : 0), 0) : numbers.length;

/** Offers of entities, each with the records that it would give. @param among positions of the records that the other options leave. */
export function entityOffers(base: Base, records: ReadonlyMap<string, Numbers>, among?: ReadonlySet<number>): Offer[] {
  return [...records].flatMap(([id, numbers]): Offer[] => {
    const entity = base.entities.get(id);
    return entity ? [{ value: id, name: entity.name, aliases: entity.aliases, records: heldOf(numbers, among) }] : [];
  });
}

/** Offers of words that stand for themselves. */
export const wordOffers = <W extends string>(
  records: ReadonlyMap<W, Numbers>,
  among?: ReadonlySet<number>,
  named: (word: W) => Pick<Offer, 'name' | 'aliases'> = (name) => ({ name, aliases: [] }),
): Offer[] => [...records].map(([value, numbers]) => ({ value, ...named(value), records: heldOf(numbers, among) }));

/** Offers of statuses, called as the asker calls them and found by their names in any language. */
export const statusOffers = (records: ReadonlyMap<Status, Numbers>, locale: string | undefined, among?: ReadonlySet<number>): Offer[] =>
  wordOffers(records, among, (status) => ({ name: statusName(status, locale), aliases: statusNames(status) }));
