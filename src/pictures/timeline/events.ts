/** Events of a timeline: numbered above the lanes, told below them. */
import { dateWords } from '../../base/dates.ts';
import type { Fact } from '../../base/schema.ts';
import { INNER, PAD } from '../card.ts';
import { wrapped } from '../fonts.ts';
import { whenOf } from '../select.ts';
import { el, join, type Svg } from '../svg.ts';
import { lines, SIZES, text } from '../text.ts';
import type { Palette } from '../theme.ts';
import { capital } from '../wording.ts';

/** More events than this are marked without a number and told beside the picture only. */
export const MOST_NUMBERED = 10;

/** CSS pixels: radius of a number's disc, from line to line, where the text begins, width of the dates. */
const [DISC, LINE, INDENT, DATE] = [8.5, 17, 28, 124];
/** Width of a disc with the room around it. */
export const DISC_WIDTH = 2 * DISC + 3;

/** A numbered disc. x and y are its centre. */
export const disc = (n: number, x: number, y: number, palette: Palette): Svg =>
  join(
    el('circle', { cx: x, cy: y, r: DISC, fill: palette.mark, stroke: palette.card, 'stroke-width': 1.5 }),
    text(String(n), x, y + 4.1, { size: 11.5, weight: 600, anchor: 'middle', fill: palette.card }),
  );

/** What happened; what is not plainly confirmed says so first. */
function told({ status, summary }: Fact): string {
  if (status === 'confirmed') return summary;
  return `${status === 'negative' ? 'Did not happen' : capital(status)}: ${summary}`;
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
      disc(index + 1, PAD + DISC, top + 8.5, palette),
      lines(date, PAD + INDENT, top + 13, LINE, { size: SIZES.small, weight: 600, fill: palette.text }),
      lines(what, PAD + INDENT + DATE + 12, top + 13, LINE, { size: SIZES.small, fill: palette.text }),
    );
  });
  return { svg: join(parts), height: y };
}
