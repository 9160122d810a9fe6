/** Bases for maps: deals between real countries of some part of the world, the same for the same seed. */
import type { Base, Deal, Status } from '../../../src/base/schema.ts';
import { aBase, aDeal, anEntity } from '../../build.ts';
import { randomOf } from '../bases.ts';

/** Parts of the world, by the codes of their countries. */
const PARTS = {
  africa: 'NG ET ML BF TG SO RW DJ MA LY TN EG KE UG BI GH SN GM GW SL CI CM TD SD SS CD CG GA AO ZM ZW MW MZ ZA LS SZ BW NA MG MU KM',
  americas: 'US CA MX GT SV HN NI CR PA CU HT DO JM BS BB TT CO VE GY SR EC PE BO BR PY UY AR CL',
  asia: 'TR IR IL SA QA AE BH KW OM YE IQ SY JO LB AM AZ GE KZ UZ TM KG TJ AF PK IN BD LK MV NP BT MM TH LA KH VN MY SG BN ID TL PH CN MN KP KR JP TW',
  europe: 'GB IE FR ES PT IT MT DE NL BE LU CH AT CZ SK PL HU SI HR BA RS XK ME MK AL GR BG RO MD UA BY LT LV EE FI SE NO DK IS CY',
  oceania: 'AU NZ PG FJ WS TO VU SB KI FM MH PW NR',
} as const;
type Part = keyof typeof PARTS;
const codesOf = (parts: readonly Part[]): string[] => parts.flatMap((part) => PARTS[part].split(' '));

const regions = new Intl.DisplayNames(['en'], { type: 'region' });
const country = (code: string) => anEntity({ id: code.toLowerCase(), name: regions.of(code) ?? code, iso: code });

/** A base of these deals, each told as `TR KG` or `TR TJ unconfirmed`. */
export function trade(lines: readonly string[], more: Partial<Deal> = {}): Base {
  const deals = lines.map((line, index) => {
    const [supplier = '', recipient = '', status = 'confirmed'] = line.split(' ');
    return aDeal({ id: `deal-${index}`, supplier: [supplier.toLowerCase()], recipient: [recipient.toLowerCase()], status: status as Status, ...more });
  });
  const codes = new Set(lines.flatMap((line) => line.split(' ').slice(0, 2)));
  return { ...aBase(deals), entities: new Map([...codes].map((code) => [code.toLowerCase(), country(code)])) };
}

const STATUSES: readonly Status[] = ['confirmed', 'confirmed', 'confirmed', 'reported', 'unconfirmed', 'disputed', 'planned', 'assessment', 'negative'];

export interface Wanted {
  parts: readonly Part[];
  deals: number;
  suppliers: number;
  seed: number;
}

/** A base of generated deals. */
export function traded({ parts, deals, suppliers, seed }: Wanted): Base {
  const random = randomOf(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const codes = codesOf(parts);
  const from = Array.from({ length: suppliers }, () => pick(codes));
  return trade(Array.from({ length: deals }, () => `${pick(from)} ${pick(codes)} ${pick(STATUSES)}`));
}
