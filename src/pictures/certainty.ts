/** Legend entries for how sure the source is: hatching, and the cross for what did not happen. */
import type { Deal } from '../base/schema.ts';
import { areaSwatch, crossSwatch, type LegendItem } from './legend.ts';
import { type Palette, paintAt } from './theme.ts';
import { softLabel } from './wording.ts';

/** @param deals those drawn that happened or may have. @param negatives how many are drawn of what did not. */
export function certaintyItems(deals: readonly Deal[], negatives: number, palette: Palette): LegendItem[] {
  const soft = softLabel(deals);
  return [
    // In grey, for it means the same in every colour.
    ...(soft ? [{ swatch: areaSwatch(paintAt(palette, palette.hues.length), 'soft'), label: soft }] : []),
    ...(negatives > 0 ? [{ swatch: crossSwatch(palette), label: 'Did not happen' }] : []),
  ];
}
