/** Where pictures are drawn: here, or by whoever has a thread for it. */
import type { Base } from '../base/schema.ts';
import type { Paint } from './paint.ts';
import type { ChartFilters, Filters, Picture, Theme } from './picture.ts';

/** What is to be drawn, as plain values. */
export type Drawing = ({ name: 'map' | 'timeline'; filters: Filters } | { name: 'chart'; filters: ChartFilters }) & {
  theme: Theme;
  /** The reader's day, in ISO 8601. */
  today: string;
};

/** Draws; undefined when no record fits. A rejection means that there is no picture now. */
export type Studio = (base: Base, drawing: Drawing) => Promise<Picture | undefined>;

/** Draws pictures, and paints what was drawn. */
export interface Brush {
  draw: Studio;
  paint: Paint;
}

/** Draws on the spot. What it draws with is read when it is first needed: most questions need no map. */
export const drawHere: Studio = async (base, drawing) => (await import('./draw.ts')).draw(base, drawing);
