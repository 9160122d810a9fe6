/** The card that every picture stands on: opaque, with the finding on top, then the drawing, the legend, notes and the source. */
import { isoWords } from '../base/dates.ts';
import type { Base, FactRecord } from '../base/schema.ts';
import { wrapped } from './fonts.ts';
import { type LegendItem, legend } from './legend.ts';
import { el, escapeXml, join, moved, type Svg } from './svg.ts';
import { lines, ROOT_TEXT, SIZES } from './text.ts';
import type { Palette } from './theme.ts';

/** Width of every picture and the room at its sides, in CSS pixels. */
export const WIDTH = 680;
export const PAD = 24;
/** Room between the sides. */
export const INNER = WIDTH - 2 * PAD;

export interface CardParts {
  title: string;
  /** What is drawn and how to read it. */
  subtitle: string;
  /** From the card's left edge and the drawing's top; `defs` are definitions it refers to. */
  drawing: { svg: Svg; height: number; defs?: readonly Svg[] };
  legend: readonly LegendItem[];
  /** Sentences that a reader must know, quietly, in one paragraph. */
  notes: readonly string[];
  /** The line that {@link sourceLine} makes. */
  source: string;
  /** For a screen reader that opens the SVG itself. */
  alt: string;
}

const STEPS = { title: 27, subtitle: 19, note: 17 } as const;

function head({ title, subtitle }: CardParts, palette: Palette): { svg: Svg; height: number } {
  const titles = wrapped(title, SIZES.title, INNER, { weight: 600, lines: 3 });
  const subtitles = wrapped(subtitle, SIZES.body, INNER, { lines: 3 });
  const below = 42 + (titles.length - 1) * STEPS.title;
  const svg = join(
    lines(titles, PAD, 42, STEPS.title, { size: SIZES.title, weight: 600, fill: palette.text }),
    lines(subtitles, PAD, below + 23, STEPS.subtitle, { fill: palette.quiet }),
  );
  return { svg, height: below + 23 + (subtitles.length - 1) * STEPS.subtitle + 18 };
}

/** Legend, notes and source from the top of the card's foot. */
function foot(parts: CardParts, palette: Palette): { svg: Svg; height: number } {
  const key = legend(parts.legend, INNER, palette);
  const told = [parts.notes.join(' '), parts.source].filter((note) => note !== '').flatMap((note) => wrapped(note, SIZES.small, INNER, { lines: 8 }));
  const top = key.height === 0 ? 16 : 18 + key.height + 26;
  const svg = join(moved(PAD, 18, key.svg), lines(told, PAD, top, STEPS.note, { size: SIZES.small, fill: palette.quiet }));
  return { svg, height: top + (told.length - 1) * STEPS.note + 20 };
}

/** The whole document, with its size in CSS pixels. */
export function card(parts: CardParts, palette: Palette): { svg: string; width: number; height: number } {
  const [above, below] = [head(parts, palette), foot(parts, palette)];
  const height = Math.ceil(above.height + parts.drawing.height + below.height);
  const svg = el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', ...ROOT_TEXT },
    el('title', {}, escapeXml(parts.title)),
    el('desc', {}, escapeXml(parts.alt)),
    parts.drawing.defs && el('defs', {}, parts.drawing.defs),
    el('rect', { width: WIDTH, height, fill: palette.card }),
    above.svg,
    moved(0, above.height, parts.drawing.svg),
    moved(0, above.height + parts.drawing.height, below.svg),
  );
  return { svg, width: WIDTH, height };
}

/** Sources named on the card; the reply beside it cites all. */
const MOST_SOURCES = 2;

/** `Source: Caspian Policy Center, “Turkish Drones …”, 31 July 2023`; of many sources the most used. */
export function sourceLine(base: Base, records: readonly FactRecord[]): string {
  const uses = new Map<string, number>();
  for (const record of records) for (const id of new Set(record.citations.map(({ source }) => source))) uses.set(id, (uses.get(id) ?? 0) + 1);
  const ids = [...uses].sort(([, a], [, b]) => b - a).map(([id]) => id);
  const told = ids.slice(0, MOST_SOURCES).flatMap((id) => {
    const source = base.sources.get(id);
    return source ? [`${source.publisher}, “${source.title}”, ${isoWords(source.date).replaceAll(' ', '\u00a0')}`] : [];
  });
  const more = ids.length - told.length;
  return `${ids.length === 1 ? 'Source' : 'Sources'}: ${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
