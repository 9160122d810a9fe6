/** What the map shows, in words: the finding, the sentences, the notes. */
import { count } from '../../base/count.ts';
import type { Base } from '../../base/schema.ts';
import { nameOf } from '../select.ts';
import { capital, denial, hedge, inWords, listed } from '../wording.ts';
import { type Flow, isSupply, partyNames, suppliersOf, type Trade, type Undrawable } from './flows.ts';

const recipientsOf = (flows: readonly Flow[]): string[] => [...new Set(flows.map(({ recipient }) => recipient))];
const countries = (n: number): string => (n === 1 ? 'one country' : `${inWords(n)} countries`);

/** A finding about supplies that are stated as fact. */
function firmFinding(base: Base, firm: readonly Flow[]): string {
  const all = recipientsOf(firm).length;
  const [first = '', second] = suppliersOf(base, firm);
  const own = (id: string | undefined) => recipientsOf(firm.filter(({ supplier }) => supplier === id)).length;
  if (second === undefined) {
    const [only = '', ...more] = recipientsOf(firm);
    return `${nameOf(base, first)} supplies ${more.length === 0 ? nameOf(base, only) : all === 2 ? 'both countries' : `all ${countries(all)}`}`;
  }
  if (all === 1) return `${capital(inWords(suppliersOf(base, firm).length))} countries supply ${nameOf(base, recipientsOf(firm)[0] ?? '')}`;
  if (own(first) === own(second)) return `${capital(countries(suppliersOf(base, firm).length))} supply ${inWords(all)} others`;
  return `${nameOf(base, first)} supplies ${inWords(own(first))} of ${countries(all)}`;
}

/** `Türkiye supplies seven of ten countries`. What is not stated as fact makes no finding of its own. */
export function titleOf(base: Base, { flows }: Trade): string {
  const firm = flows.filter((flow) => flow.firm.length > 0);
  if (firm.length > 0) return firmFinding(base, firm);
  const soft = flows.filter(isSupply);
  if (soft.length > 0) return `No supply here is stated as fact: ${inWords(soft.length)} ${soft.length === 1 ? 'is' : 'are'} unsure`;
  return 'No supply: what is told here did not happen';
}

const WHY: Readonly<Record<Undrawable, (n: number) => string>> = {
  unstated: (n) => `${n === 1 ? 'does' : 'do'} not state both sides`,
  region: (n) => `${n === 1 ? 'names' : 'name'} a region or a group, not a country`,
  landless: (n) => `${n === 1 ? 'names' : 'name'} a country that the map has no land of`,
  inside: (n) => `${n === 1 ? 'stays' : 'stay'} within one country`,
};

/** Why some deals are not on the map: `Not drawn: 3 deals name a region or a group, not a country (Baykar, Central Asia).` */
function leftOut(base: Base, { undrawn }: Trade): string[] {
  return [...Map.groupBy(undrawn, ({ why }) => why)].map(([why, found]) => {
    const names = [...new Set(found.flatMap(({ deal }) => partyNames(base, deal)))];
    const told = names.length > 0 && why !== 'unstated' ? ` (${listed(names, 5)})` : '';
    return `Not drawn: ${count(found.length, 'deal')} that ${WHY[why](found.length)}${told}.`;
  });
}

const names = (base: Base, ids: readonly string[]): string[] => ids.map((id) => nameOf(base, id)).sort((a, b) => a.localeCompare(b, 'en'));

/** Most sentences about who supplies whom; the data beside the picture has the rest. */
const MOST_TOLD = 8;

/** `Türkiye supplies Azerbaijan, Kazakhstan and Kyrgyzstan.` Suppliers of the same countries are told together. */
function supplies(base: Base, { flows }: Trade): string[] {
  const firm = flows.filter((flow) => flow.firm.length > 0);
  const own = (supplier: string) => names(base, recipientsOf(firm.filter((flow) => flow.supplier === supplier)));
  const groups = [...Map.groupBy(suppliersOf(base, firm), (supplier) => listed(own(supplier), 12))];
  const told = groups.slice(0, MOST_TOLD).map(([to, from]) => `${listed(names(base, from), 8)} ${from.length === 1 ? 'supplies' : 'supply'} ${to}.`);
  const rest = groups.slice(MOST_TOLD).flatMap(([, from]) => from).length;
  return rest > 0 ? [...told, `${capital(inWords(rest))} more ${rest === 1 ? 'supplier stands' : 'suppliers stand'} in the data.`] : told;
}

/** `Dashed, because no record states it as fact: Türkiye to Tajikistan (unconfirmed).` */
function unsure(base: Base, { flows }: Trade): string[] {
  const soft = flows.filter((flow) => flow.firm.length === 0 && flow.soft.length > 0);
  if (soft.length === 0) return [];
  const told = soft.map(({ supplier, recipient, soft: deals }) => {
    const how = [
      ...new Set(deals.map(({ status, kind }) => (status === 'assessment' ? 'the author’s judgement' : kind === 'negotiation' ? 'under negotiation' : status))),
    ];
    return `${nameOf(base, supplier)} to ${nameOf(base, recipient)} (${listed(how)})`;
  });
  return [`Dashed, because no record states it as fact: ${listed(told, 8)}.`];
}

/** Sentences that state what the map shows. @param thinned what is not drawn for want of room. */
export function wordsOf(base: Base, trade: Trade, scope: string | undefined, thinned: readonly string[]): string[] {
  const counted = trade.drawn.filter(({ status }) => status !== 'negative');
  const negatives = trade.drawn.filter(({ status }) => status === 'negative');
  const drawn = `The map draws ${count(trade.drawn.length, 'deal record')}.`;
  return [
    `${titleOf(base, trade)}.`,
    scope,
    ...supplies(base, trade),
    ...unsure(base, trade),
    drawn,
    hedge(counted),
    denial(base, negatives),
    ...thinned,
    ...leftOut(base, trade),
  ].filter((sentence) => sentence !== undefined);
}
