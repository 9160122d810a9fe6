import { describe, expect, it } from 'vitest';
import { THEMES } from '../../src/pictures/picture.ts';
import { type Palette, paintAt, paletteOf } from '../../src/pictures/theme.ts';
import { PALE } from '../../src/pictures/timeline/deal.ts';

type Rgb = [number, number, number];
const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const linear = (channel: number) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]: Rgb) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
/** WCAG 2.2's contrast ratio. */
const ratio = (a: Rgb, b: Rgb) => {
  const [low, high] = [luminance(a), luminance(b)].sort((one, other) => one - other) as [number, number];
  return (high + 0.05) / (low + 0.05);
};
const contrast = (a: string, b: string) => ratio(rgb(a), rgb(b));
const mixed = (over: string, under: string, share: number): Rgb =>
  rgb(over).map((channel, index) => channel * share + (rgb(under)[index] ?? 0) * (1 - share)) as Rgb;
const grounds = ({ card, panel, land, sea }: Palette) => [card, panel, land, sea];

describe.each(THEMES)('the %s theme', (theme) => {
  const palette = paletteOf(theme);
  const hues = [...palette.hues, palette.other];

  it('has text that is read on everything it stands on (4.5 to 1, WCAG AA)', () => {
    for (const ground of grounds(palette)) {
      expect(contrast(palette.text, ground)).toBeGreaterThan(7);
      expect(contrast(palette.quiet, ground)).toBeGreaterThan(4.5);
    }
  });

  it('has text that is read on every fill', () => {
    for (const { fill, on } of hues) expect(contrast(on, fill)).toBeGreaterThanOrEqual(4.5);
  });

  it('has text that is read inside the pale bar of an inexact date', () => {
    for (const { fill } of hues)
      for (const ground of [palette.card, palette.panel]) expect(ratio(rgb(palette.text), mixed(fill, ground, PALE))).toBeGreaterThan(4.5);
  });

  it('has outlines and marks that are seen on everything they stand on (3 to 1)', () => {
    for (const ground of grounds(palette)) for (const { edge } of hues) expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3);
    for (const ground of grounds(palette)) expect(contrast(palette.mark, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('gives every series a texture of its own, so that no hue stands alone', () => {
    const textures = palette.hues.map((_, index) => paintAt(palette, index).defs.replace(/#[0-9a-f]{6}|id="\w+"/g, ''));
    expect(new Set(textures).size).toBe(palette.hues.length);
  });

  it('hatches what is not firm in every hue', () => {
    hues.forEach((_, index) => {
      const paint = paintAt(palette, index);
      expect(paint.fill('soft')).toMatch(/^url\(#h\d\)$/);
      expect(paint.defs).toContain(`id="${paint.fill('soft').slice(5, -1)}"`);
      expect(paint.fill('soft')).not.toBe(paint.fill('firm'));
    });
  });

  it('keeps its hues apart in common colour visions', () => {
    // Machado, Oliveira and Fernandes (2009), severity 1: protanopia, deuteranopia, tritanopia, on linear channels.
    const visions = [
      [1, 0, 0, 0, 1, 0, 0, 0, 1],
      [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
      [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
      [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
    ];
    const seen = (hex: string, m: number[]) => {
      const [r, g, b] = rgb(hex).map(linear) as Rgb;
      return [0, 3, 6].map((at) => Math.cbrt(Math.max(0, (m[at] ?? 0) * r + (m[at + 1] ?? 0) * g + (m[at + 2] ?? 0) * b)));
    };
    const apart = (a: number[], b: number[]) => Math.hypot(...a.map((channel, index) => channel - (b[index] ?? 0)));
    const [first, second] = [palette.hues[0].fill, palette.hues[1]?.fill ?? ''];
    for (const vision of visions) expect(apart(seen(first, vision), seen(second, vision))).toBeGreaterThan(0.25);
  });
});
