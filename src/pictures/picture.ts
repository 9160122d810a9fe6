/** What a picture is, and what it is drawn from. Plain values: a surface turns them into a message, a file or a page. */
import type { Base, Status } from '../base/schema.ts';

export const THEMES = ['dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

/** One picture, with all that a reader needs who does not see it. */
export interface Picture {
  /** A whole SVG document. Its fonts are those of {@link file://./fonts}. */
  svg: string;
  /** In CSS pixels; a PNG has {@link ZOOM} times as many. */
  width: number;
  height: number;
  /** The finding, in one line: `Türkiye is the supplier in seven of nine deals`. */
  title: string;
  /** Sentences that state what it shows, with every hedge of the records. */
  words: string[];
  /** For a reader who does not see the picture: at most {@link LONGEST_ALT} UTF-16 units. */
  alt: string;
  /** Ids of the records drawn, in the picture's order; what was left out is told in `words`. */
  records: string[];
  /** The data behind it; each row has a cell for every column. */
  table: { columns: string[]; rows: string[][] };
}

/** Pixels of a PNG for each CSS pixel, so that it stays sharp where Discord shows it smaller. */
export const ZOOM = 2;
/** The longest description that Discord takes for an attachment, in UTF-16 units. */
export const LONGEST_ALT = 1024;

/** Which records to draw. Of several ids one is enough; what is not given leaves nothing out. */
export interface Filters {
  /** Entities of which one must stand on either side of a deal, or be what a fact is about: `/timeline name`. */
  names?: readonly string[];
  /** A place that the recipient must belong to: `/map region`. */
  regions?: readonly string[];
  suppliers?: readonly string[];
  recipients?: readonly string[];
  status?: Status;
  /** First and last day, ISO 8601, both included. An undated record is left out when either is given. */
  from?: string;
  until?: string;
}

/** Draws a picture; undefined when no record fits. Pure: the same records, filters, theme and day give the same picture. @param today ISO 8601. */
export type Draw<F extends Filters = Filters> = (base: Base, filters: F, theme: Theme, today: string) => Picture | undefined;

/** What a chart counts deals by. */
export const CHART_BY = ['recipient', 'supplier', 'year', 'status'] as const;
export type ChartBy = (typeof CHART_BY)[number];
/** `/chart by`; by recipient when not given. */
export interface ChartFilters extends Filters {
  by?: ChartBy;
}
