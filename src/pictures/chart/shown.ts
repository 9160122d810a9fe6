/** What a chart shows, before it is drawn or told. */
import type { Deal } from '../../base/schema.ts';
import type { ChartBy } from '../picture.ts';
import type { Group } from './groups.ts';

export interface Shown {
  by: ChartBy;
  /** Every group, drawn or not, in order. */
  groups: readonly Group[];
  /** Those drawn. */
  drawn: readonly Group[];
  /** Distinct deals among all groups: counted, and of what did not happen. */
  counted: readonly Deal[];
  negative: readonly Deal[];
  /** Deals that state no date: left out of a chart by year. */
  undated: readonly Deal[];
  /** How many years a column is of. */
  step: number;
}
