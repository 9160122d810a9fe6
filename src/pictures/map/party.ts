/** The countries of a map, and the arrows between them. */
import type { Flow } from './flows.ts';
import type { Spot } from './places.ts';

/** A country of the trade as the layout needs it. */
export interface Party {
  code: string;
  name: string;
  /** How many countries it supplies. */
  supplies: number;
  /** Whether it is supplied by anybody. */
  receives: boolean;
  /** Whether a record says of it that a supply to it did not happen. */
  denied: boolean;
  /** Whether an arrow or a cross tells of it: on a crowded map others are named only where their own land has room for it. */
  told: boolean;
}

/** One arrow, by the codes of its ends. */
export interface Way {
  flow: Flow;
  supplier: string;
  recipient: string;
}

/** Radius of a supplier's node, in pixels. */
export const nodeRadius = ({ depth }: Spot): number => (depth >= 9 ? 6 : 4);
/** A country with less room than this is marked by a dot. */
export const SMALL = 4;
