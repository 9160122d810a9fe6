/** How a record stands to one part of a question: it agrees, differs or is silent. */
import { type Days, dayIn, firstSpan, yearOf } from './days.ts';
import { type Index, TRAIT } from './index.ts';
import type { DateLookup, Lookup, NameLookup } from './lookup.ts';
import type { Named } from './meaning.ts';
import { FIELD, MASKS, ROLES } from './postings.ts';
import { WEIGHTS } from './weights.ts';
import type { When } from './when/span.ts';

/** How a record stands to one part of a question. */
export type Stance = 'agrees' | 'differs' | 'silent';

/** How a record has a name. */
export interface NameStance {
  name: Named;
  /** 0 to 1. */
  strength: number;
  stance: Stance;
  role: Stance;
  /** Only the record's asks have it, not the record. */
  hearsay: boolean;
}

const { field } = WEIGHTS;

/** How much a name counts where it stands, if its role is not another. */
function placeOf(mask: number): number {
  if (mask & ROLES) return mask & FIELD.inherited ? field.inherited : field.curated;
  if (mask & FIELD.summary) return field.text;
  if (mask & FIELD.passage) return field.passage;
  return mask & FIELD.ask ? field.ask : field.passage;
}

/** How much a word counts by the best field it stands in. */
function wordPlaceOf(mask: number): number {
  if (mask & (FIELD.summary | FIELD.topic | ROLES)) return field.text;
  return mask & FIELD.ask ? field.ask : field.passage;
}

/** For every mask, told once: scoring asks for thousands in a question. */
const NAME_PLACES = Float64Array.from({ length: MASKS }, (_, mask) => placeOf(mask));
const WORD_PLACES = Float64Array.from({ length: MASKS }, (_, mask) => (mask === 0 ? 0 : wordPlaceOf(mask)));

/** How much a word counts in the fields of a mask; 0 in none. */
export const fieldValue = (mask: number): number => WORD_PLACES[mask] as number;

/** Whether a name's role in the question is its role in a record of these traits. Silent where either does not say. */
function judgeRole(mask: number, { role }: Named, traits: number): Stance {
  switch (role) {
    case undefined:
      // A model is asked for as what was dealt in, and needs no word to say so.
      return mask & FIELD.system && !(mask & FIELD.inherited) ? 'agrees' : 'silent';
    case 'speaker':
      if (!(traits & TRAIT.quote)) return 'silent';
      return mask & FIELD.speaker ? 'agrees' : 'differs';
    case 'doer':
      if (mask & (FIELD.subject | FIELD.supplier | FIELD.recipient)) return 'agrees';
      return traits & TRAIT.fact && mask & FIELD.object ? 'differs' : 'silent';
  }
  if (!(traits & TRAIT.deal)) return 'silent';
  if (mask & (role === 'giver' ? FIELD.supplier : FIELD.recipient)) return 'agrees';
  return mask & (FIELD.supplier | FIELD.recipient) ? 'differs' : 'silent';
}

const strengthOf = (mask: number, role: Stance, q: number): number => q * (role === 'differs' ? field.against : (NAME_PLACES[mask] as number));

/** How strongly a record has a name, 0 to 1: the strength of `judgeName` alone, for the many records that get no closer look. */
export function nameStrength({ postings, traits }: Index, record: number, { name, keys }: NameLookup): number {
  let best = 0;
  for (const { posting, q } of keys) {
    const mask = postings.mask(posting, record);
    if (mask) best = Math.max(best, strengthOf(mask, judgeRole(mask, name, traits[record] as number), q));
  }
  return best;
}

/** Strength and role of a name in a record, from the fields it stands in. */
export function judgeName({ postings, traits }: Index, record: number, { name, keys }: NameLookup): NameStance {
  let strength = 0;
  let role: Stance = 'silent';
  let fields = 0;
  for (const { posting, q } of keys) {
    const mask = postings.mask(posting, record);
    if (!mask) continue;
    const played = judgeRole(mask, name, traits[record] as number);
    const value = strengthOf(mask, played, q);
    if (value <= strength) continue;
    strength = value;
    role = played;
    fields = mask;
  }
  const stance = strength === 0 ? 'silent' : role === 'differs' ? 'differs' : 'agrees';
  return { name, strength, stance, role, hearsay: strength > 0 && (fields & ~(FIELD.ask | FIELD.inherited)) === 0 };
}

/** Whether one of a date's years or numbers stands in one of these fields of a record. */
const standsIn = ({ postings }: Index, record: number, { keys }: Lookup, fields: number): boolean =>
  keys.some(({ posting }) => (postings.mask(posting, record) & fields) !== 0);

/** Whether the record's own words name the month that a date begins in. */
const tellsMonth = ({ postings }: Index, record: number, { month }: DateLookup): boolean =>
  month !== undefined && (postings.mask(month, record) & ~FIELD.ask) !== 0;

/** How a record's dates stand to a date of the question. A date that only its texts hold counts where it has none of its own. */
export function judgeDate(index: Index, record: number, lookup: DateLookup): Stance {
  const { days } = index;
  const { days: asked } = lookup;
  if (!asked) return judgeOpenDate(days, record, lookup.date);
  const first = firstSpan(days, record);
  const end = days.ends[record] as number;
  let overlaps = false;
  for (let i = first; i < end; i++) {
    if ((days.from[i] as number) > asked.to || (days.to[i] as number) < asked.from) continue;
    // A year does not tell of each of its months, unless the record's own words do.
    if (days.short[i] || !asked.short) return 'agrees';
    overlaps = true;
  }
  if (overlaps) return tellsMonth(index, record, lookup) ? 'agrees' : 'silent';
  const undated = first === end;
  const fields = undated ? FIELD.passage | FIELD.summary | FIELD.ask : FIELD.passage;
  if (asked.years && standsIn(index, record, lookup, fields)) return 'agrees';
  return undated ? 'silent' : 'differs';
}

/** A month, with or without a day, of any year. */
function judgeOpenDate(days: Days, record: number, { month = 0, day }: When): Stance {
  const first = firstSpan(days, record);
  const end = days.ends[record] as number;
  for (let i = first; i < end; i++) {
    const from = days.from[i] as number;
    const to = days.to[i] as number;
    const year = yearOf(from);
    if (yearOf(to) !== year || (from <= dayIn(year, month, day ?? 31) && to >= dayIn(year, month, day ?? 1))) return 'agrees';
  }
  return first === end ? 'silent' : 'differs';
}

/** Whether one of the record's dates lies wholly within the question's span: January 2023 is told better by January than by the year. */
export function isWithin({ days }: Index, record: number, { days: asked }: DateLookup): boolean {
  if (!asked) return true;
  const end = days.ends[record] as number;
  for (let i = firstSpan(days, record); i < end; i++) if ((days.from[i] as number) >= asked.from && (days.to[i] as number) <= asked.to) return true;
  return false;
}
