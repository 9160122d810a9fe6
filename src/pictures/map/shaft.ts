/** How an arrow looks: its shaft, its head, and a rim that parts it from what lies under it. */
import { DASHES } from '../marks.ts';
import { el, join, round, type Svg } from '../svg.ts';
import type { Hue, Palette } from '../theme.ts';
import type { Arrow } from './arrow.ts';

/** Length and half width of an arrow's head, in pixels. */
const HEAD = { length: 9.5, half: 4.6 } as const;

/** Shaft and head; a hollow head and a dashed shaft where no record states it as fact. */
export function arrowOf({ from, handle, to }: Arrow, { hue, dashed }: { hue: Hue; dashed: boolean }, palette: Palette): { under: Svg; over: Svg } {
  const angle = Math.atan2(to.y - handle.y, to.x - handle.x);
  const at = (back: number, aside: number) =>
    `${round(to.x - back * Math.cos(angle) - aside * Math.sin(angle))} ${round(to.y - back * Math.sin(angle) + aside * Math.cos(angle))}`;
  const shaft = `M${round(from.x)} ${round(from.y)}Q${round(handle.x)} ${round(handle.y)} ${at(HEAD.length - 1, 0)}`;
  const head = `M${at(0, 0)}L${at(HEAD.length, HEAD.half)}L${at(HEAD.length, -HEAD.half)}Z`;
  return {
    under: join(
      el('path', { d: shaft, fill: 'none', stroke: palette.card, 'stroke-width': 4.8, 'stroke-opacity': 0.7 }),
      el('path', { d: head, fill: palette.card, stroke: palette.card, 'stroke-width': 3.2, 'stroke-linejoin': 'round', 'stroke-opacity': 0.7 }),
    ),
    over: join(
      el('path', { d: shaft, fill: 'none', stroke: hue.edge, 'stroke-width': 2.2, 'stroke-dasharray': dashed ? DASHES : undefined }),
      el('path', { d: head, fill: dashed ? palette.card : hue.edge, stroke: hue.edge, 'stroke-width': dashed ? 1.6 : 0.8, 'stroke-linejoin': 'round' }),
    ),
  };
}
