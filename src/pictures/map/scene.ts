/** What a map is made of before anything is drawn: who trades, which arrows, and where all of it stands. */
import type { Base, Deal } from '../../base/schema.ts';
import { nameOf } from '../select.ts';
import { type Flow, isSupply, type Trade, tradeOf } from './flows.ts';
import { type Layout, layOut } from './layout.ts';
import type { Party, Way } from './party.ts';

/** Most arrows that still read as single ones. */
const MOST_ARROWS = 18;

function partiesOf(base: Base, { flows, codes }: Trade, ways: readonly Way[]): Party[] {
  const arrows = new Set(ways.flatMap(({ supplier, recipient }) => [supplier, recipient]));
  return [...codes].map(([id, code]) => ({
    code,
    name: nameOf(base, id),
    supplies: flows.filter((flow) => flow.supplier === id && isSupply(flow)).length,
    receives: flows.some((flow) => flow.recipient === id && isSupply(flow)),
    denied: flows.some((flow) => flow.recipient === id && flow.negative.length > 0),
    told: arrows.has(code) || flows.some((flow) => flow.recipient === id && flow.negative.length > 0),
  }));
}

const weight = ({ firm, soft }: Flow): number => firm.length * 10 + soft.length;

/** The flows that get an arrow: those with the most records behind them. */
function waysOf({ flows, codes }: Trade): Way[] {
  const supplies = flows.filter(isSupply).toSorted((a, b) => weight(b) - weight(a));
  return supplies.slice(0, MOST_ARROWS).map((flow) => ({ flow, supplier: codes.get(flow.supplier) ?? '', recipient: codes.get(flow.recipient) ?? '' }));
}

/** A map without its colours. */
export interface Scene {
  trade: Trade;
  parties: readonly Party[];
  /** Those that get an arrow, in the order of the layout's arrows. */
  ways: readonly Way[];
  layout: Layout;
}

/** The map of these deals; undefined when none of them joins two countries. */
export function sceneOf(base: Base, deals: readonly Deal[]): Scene | undefined {
  const trade = tradeOf(base, deals);
  if (trade.flows.length === 0) return undefined;
  const ways = waysOf(trade);
  const parties = partiesOf(base, trade, ways);
  return { trade, parties, ways, layout: layOut(parties, ways) };
}
