/** Deals → who supplies whom: what a map can draw of them, and what it cannot, with the reason. */
import { type Base, type Deal, isUnstated } from '../../base/schema.ts';
import { nameOf, partiesOf, standingOf, stated } from '../select.ts';
import { theWorld } from './geography/world.ts';

/** One country's supplies to another, with the records behind it by how sure they are. */
export interface Flow {
  /** Ids of entities. */
  supplier: string;
  recipient: string;
  firm: Deal[];
  /** Unconfirmed, disputed, planned, or the author's judgement. */
  soft: Deal[];
  /** What the source says did not happen. */
  negative: Deal[];
}

/** Why a deal is not on the map. */
export type Undrawable = 'unstated' | 'region' | 'landless' | 'inside';

export interface Trade {
  /** In the order of the base. */
  flows: Flow[];
  /** Countries of the flows: entity id → code of their land. */
  codes: ReadonlyMap<string, string>;
  /** Deals drawn, in the order of the base. */
  drawn: Deal[];
  undrawn: { deal: Deal; why: Undrawable }[];
}

/** The code of an entity's land; undefined for a region, or a country that the map has no land of. */
function codeOf(base: Base, id: string): string | undefined {
  const { iso, type } = base.entities.get(id) ?? {};
  return type === 'country' && iso !== undefined && theWorld().lands.has(iso) ? iso : undefined;
}

function whyUndrawn(base: Base, { supplier, recipient }: Deal): Undrawable {
  if (isUnstated(supplier) || isUnstated(recipient)) return 'unstated';
  const all = [...partiesOf(base, supplier), ...partiesOf(base, recipient)];
  if (all.every((id) => codeOf(base, id) !== undefined)) return 'inside';
  return all.some((id) => base.entities.get(id)?.type === 'country' && codeOf(base, id) === undefined) ? 'landless' : 'region';
}

/** Pairs of countries that a deal joins. */
function pairsOf(base: Base, { supplier, recipient }: Deal): { supplier: string; recipient: string }[] {
  const drawable = (ids: readonly string[]) => ids.filter((id) => codeOf(base, id) !== undefined);
  const recipients = drawable(partiesOf(base, recipient));
  return drawable(partiesOf(base, supplier)).flatMap((from) => recipients.filter((to) => to !== from).map((to) => ({ supplier: from, recipient: to })));
}

/** What the map draws of these deals. A company stands for its country; a region is never taken for its members. */
export function tradeOf(base: Base, deals: readonly Deal[]): Trade {
  const flows = new Map<string, Flow>();
  const [drawn, undrawn]: [Deal[], Trade['undrawn']] = [[], []];
  for (const deal of deals) {
    const pairs = pairsOf(base, deal);
    if (pairs.length === 0) undrawn.push({ deal, why: whyUndrawn(base, deal) });
    else drawn.push(deal);
    for (const pair of pairs) {
      const key = `${pair.supplier} ${pair.recipient}`;
      const flow = flows.get(key) ?? { ...pair, firm: [], soft: [], negative: [] };
      flow[standingOf(deal)].push(deal);
      flows.set(key, flow);
    }
  }
  const ids = new Set([...flows.values()].flatMap(({ supplier, recipient }) => [supplier, recipient]));
  return { flows: [...flows.values()], codes: new Map([...ids].map((id) => [id, codeOf(base, id) ?? ''])), drawn, undrawn };
}

/** Whether a flow is drawn as a supply at all: a mere denial is none. */
export const isSupply = ({ firm, soft }: Flow): boolean => firm.length + soft.length > 0;

/** Suppliers by how many countries they supply, the most first; then by records, then by name. */
export function suppliersOf(base: Base, flows: readonly Flow[]): string[] {
  const weight = (id: string) => {
    const own = flows.filter(({ supplier }) => supplier === id);
    const firm = own.filter((flow) => flow.firm.length > 0).length;
    return firm * 1_000_000 + own.filter(isSupply).length * 1000 + own.reduce((sum, flow) => sum + flow.firm.length + flow.soft.length, 0);
  };
  const ids = [...new Set(flows.map(({ supplier }) => supplier))];
  return ids.sort((a, b) => weight(b) - weight(a) || nameOf(base, a).localeCompare(nameOf(base, b), 'en'));
}

/** Names of the parties that a deal states but a map has no land for, for telling them in words. */
export const partyNames = (base: Base, { supplier, recipient }: Deal): string[] => [...stated(supplier), ...stated(recipient)].map((id) => nameOf(base, id));
