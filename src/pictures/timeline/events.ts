/** Events of a timeline: marked above the lanes and, while they are few, numbered there and told below. */
import { dateWords } from '../../base/dates.ts';
import type { Fact } from '../../base/schema.ts';
import { INNER, PAD } from '../card.ts';
import { wrapped } from '../fonts.ts';
import { cross, DASHES, diamond } from '../marks.ts';
import { standingOf, whenOf } from '../select.ts';
import { el, join, type Svg } from '../svg.ts';
import { lines, SIZES, text } from '../text.ts';
import type { Palette } from '../theme.ts';
import { capital, statusWords } from '../wording.ts';
import type { Bar } from './bars.ts';
import { type Part, tips } from './part.ts';
import type { Scale } from './time.ts';

/** More events than this are marked without a number and told beside the picture only. */
export const MOST_NUMBERED = 10;

/** CSS pixels: radius of a number's disc, from line to line, where the text begins, width of the dates. */
const [DISC, LINE, INDENT, DATE] = [8.5, 17, 28, 124];
/** Width of a disc with the room around it. */
export const DISC_WIDTH = 2 * DISC + 3;

/** Each event's number; none where there are too many. */
export type Numbers = ReadonlyMap<Fact, number>;

/** A numbered disc, hollow where what it tells of is not stated as fact. x and y are its centre. */
function disc(n: number, event: Fact, x: number, y: number, palette: Palette): Svg {
  const isFirm = standingOf(event) === 'firm';
  const look = isFirm
    ? { r: DISC, fill: palette.mark, stroke: palette.card, 'stroke-width': 1.5 }
    : { r: DISC - 0.5, fill: palette.card, stroke: palette.mark, 'stroke-width': 1.4, 'stroke-dasharray': '3.4 2' };
  return join(
    el('circle', { cx: x, cy: y, ...look }),
    text(String(n), x, y + 4.1, { size: 11.5, weight: 600, anchor: 'middle', fill: isFirm ? palette.card : palette.text }),
  );
}

/** An event without a number: a cross where it did not happen. */
function mark(event: Fact, x: number, y: number, palette: Palette): Svg {
  const standing = standingOf(event);
  return standing === 'negative' ? cross(x, y, palette) : diamond(x, y, palette, standing);
}

/** From one row of events to the next, in CSS pixels. */
const stepOf = (numbers: Numbers): number => (numbers.size > 0 ? 24 : 15);

/** Height of the events' lane, in CSS pixels. */
export const eventsHeight = (events: readonly Bar<Fact>[], numbers: Numbers): number => 34 + Math.max(...events.map(({ row }) => row)) * stepOf(numbers);

/** The time that an event may have taken place in. */
const stretch = (from: number, to: number, y: number, event: Fact, palette: Palette): Svg =>
  el('rect', {
    ...{ x: from + 1, y: y - 3.5, width: to - from - 2, height: 7, rx: 3.5 },
    ...{ fill: palette.mark, 'fill-opacity': 0.3, stroke: palette.mark, 'stroke-dasharray': standingOf(event) === 'firm' ? undefined : DASHES },
  });

/** @param top where the lane begins, in CSS pixels. */
export function drawEvent({ of: event, x, width, row, span, on }: Bar<Fact>, top: number, numbers: Numbers, scale: Scale, palette: Palette): Part {
  const y = top + 17 + row * stepOf(numbers);
  const [from, to] = [scale.x(span.from), scale.x(span.to)];
  const middle = x + width / 2;
  const n = numbers.get(event);
  const svg = join(
    to - from > DISC_WIDTH ? stretch(from, to, y, event, palette) : undefined,
    to - from > 3 * DISC_WIDTH ? tips({ on, x: from + 1, width: to - from - 2 }, y, palette) : undefined,
    n === undefined ? mark(event, middle, y, palette) : disc(n, event, middle, y, palette),
  );
  return { svg, taken: { from: Math.min(x, from) - 2, to: Math.max(x + width, to) + 2, top: y - 10, bottom: y + 10 } };
}

/** What happened; what is not plainly confirmed says so first. */
function told(event: Fact): string {
  const status = statusWords(event);
  return status === undefined ? event.summary : `${capital(status)}: ${event.summary}`;
}

/** The numbered events as text, from the left edge of the card: number, date, what happened. */
export function eventKey(events: readonly Fact[], palette: Palette): { svg: Svg; height: number } {
  let y = 4;
  const parts = events.map((event, index) => {
    const when = whenOf(event);
    const date = wrapped(when ? capital(dateWords(when)) : '', SIZES.small, DATE, { weight: 600, lines: 3 });
    const what = wrapped(told(event), SIZES.small, INNER - INDENT - DATE - 12, { lines: 4 });
    const top = y;
    y += Math.max(date.length, what.length) * LINE + 7;
    return join(
      disc(index + 1, event, PAD + DISC, top + 8.5, palette),
      lines(date, PAD + INDENT, top + 13, LINE, { size: SIZES.small, weight: 600, fill: palette.text }),
      lines(what, PAD + INDENT + DATE + 12, top + 13, LINE, { size: SIZES.small, fill: palette.text }),
    );
  });
  return { svg: join(parts), height: y };
}
