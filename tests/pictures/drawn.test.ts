/** What holds of every chart and timeline, whatever the base: nothing touches, nothing hostile gets through, and what is not drawn is said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { WIDTH } from '../../src/pictures/card.ts';
import { drawChart } from '../../src/pictures/chart.ts';
import { draws, FONT_FILES } from '../../src/pictures/fonts.ts';
import { isWithin, overlapOf, runThrough } from '../../src/pictures/labels.ts';
import { CHART_BY, LONGEST_ALT, type Picture, THEMES } from '../../src/pictures/picture.ts';
import { drawTimeline } from '../../src/pictures/timeline.ts';
import { aBase, aDeal, anEntity, aSource, TODAY } from '../build.ts';
import { generated, type Wanted } from './bases.ts';
import { layoutOf } from './layout.ts';

const SIZES: readonly Wanted[] = [
  { deals: 1 },
  { deals: 3, events: 1 },
  { deals: 12, events: 9, parties: 5 },
  { deals: 40, events: 14, parties: 10 },
  { deals: 120, events: 3, parties: 30, years: [1950, 70] },
  { deals: 300, events: 40, parties: 60, years: [1990, 34] },
];
const DRAWN: readonly { name: string; draw(wanted: Wanted): Picture | undefined }[] = [
  ...CHART_BY.map((by) => ({ name: `a chart by ${by}`, draw: (wanted: Wanted) => drawChart(generated(wanted), { by }, 'dark', TODAY) })),
  { name: 'a timeline', draw: (wanted: Wanted) => drawTimeline(generated(wanted), {}, 'light', TODAY) },
];

/** Pictures of many generated bases; the small ones may have nothing with a date. */
const pictures = (draw: (wanted: Wanted) => Picture | undefined): Picture[] =>
  SIZES.flatMap((wanted) => Array.from({ length: wanted.deals > 100 ? 2 : 4 }, (_, seed) => draw({ ...wanted, seed: seed + 1 }) ?? []).flat());

describe.each(DRAWN)('$name', ({ draw }) => {
  const all = pictures(draw);

  it('lets no text touch another, nor leave the card', () => {
    for (const { svg, width, height } of all) {
      const { texts } = layoutOf(svg);
      expect(texts.length).toBeGreaterThan(3);
      const touching = texts.flatMap((one, index) =>
        texts
          .slice(index + 1)
          .filter((other) => overlapOf(one, other) > 0.5)
          .map((other) => `${one.content} / ${other.content}`),
      );
      expect(touching).toEqual([]);
      expect(texts.filter((box) => !isWithin(box, { x: 0, y: 0, width, height })).map(({ content }) => content)).toEqual([]);
    }
  });

  it('has each text inside an area or clear of it', () => {
    for (const { svg } of all) {
      const { texts, areas } = layoutOf(svg);
      expect(areas.length).toBeGreaterThan(0);
      // A number's disc covers what lies under it.
      const open = texts.filter((box) => !areas.some((area) => area.round && isWithin(box, area)));
      const across = open.filter((box) => areas.some((area) => overlapOf(box, area) > 1 && !isWithin(box, area)));
      expect(across.map(({ content }) => content)).toEqual([]);
    }
  });

  it('runs no line of the grid through a text', () => {
    for (const { svg } of all) {
      const { texts, uprights } = layoutOf(svg);
      expect(texts.filter((box) => uprights.some((line) => runThrough(line, box) > 0)).map(({ content }) => content)).toEqual([]);
    }
  });

  it('draws no character that the font lacks', () => {
    for (const { svg } of all) for (const { content } of layoutOf(svg).texts) expect([...content].filter((one) => !draws(one))).toEqual([]);
  });

  it('is as wide as a chat needs it, and not so high that nobody reads it', () => {
    for (const { width, height } of all) {
      expect(width).toBe(WIDTH);
      expect(height).toBeLessThan(1300);
    }
  });

  it('describes itself within Discord’s limit, in sentences', () => {
    for (const { alt, words, title } of all) {
      expect(alt.length).toBeLessThanOrEqual(LONGEST_ALT);
      expect(words[0]).toBe(`${title}.`);
      for (const sentence of words) expect(sentence).toMatch(/^.*\.$/);
      expect(`${alt}${words.join('')}`).not.toMatch(/undefined|NaN|null/);
    }
  });

  it('has a cell for every column, and a row for every record', () => {
    for (const { table, records } of all) {
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      const ids = table.rows.map((row) => row[table.columns.indexOf('record')]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(records.filter((id) => !ids.includes(id))).toEqual([]);
      expect(new Set(records).size).toBe(records.length);
    }
  });

  it('tells of every record that it leaves out', () => {
    for (const { table, records, words } of all) if (records.length < table.rows.length) expect(words.join(' ')).toMatch(/Not drawn: /);
  });
});

describe('every picture', () => {
  it('is the same for the same base', () => {
    for (const theme of THEMES) {
      expect(drawTimeline(generated({ deals: 40, events: 4 }), {}, theme, TODAY)).toEqual(drawTimeline(generated({ deals: 40, events: 4 }), {}, theme, TODAY));
    }
  });

  it('is nothing when no record fits', () => {
    expect(drawChart(aBase(), { suppliers: ['nobody'] }, 'dark', TODAY)).toBeUndefined();
    expect(drawTimeline(aBase([aDeal({ date: 'not stated' })]), {}, 'dark', TODAY)).toBeUndefined();
  });

  it('lets no markup of a base become markup of its own', () => {
    const bad = '</text><script href="x">&<![CDATA[" onload=\'x\' \u0000\ud800\u202e';
    const base = aBase([aDeal({ supplier: ['bad'], recipient: ['bad'], systems: ['bad'] })]);
    const entities = new Map([...base.entities, ['bad', anEntity({ id: 'bad', name: bad })] as const]);
    const hostile = { ...base, entities, sources: new Map([['report-a', aSource({ title: bad, publisher: bad })]]) };
    const fontFiles = FONT_FILES.map((file) => join(import.meta.dirname, '..', '..', 'src', 'pictures', 'fonts', file));
    const kinds = [
      ...CHART_BY.map((by) => drawChart(hostile, { by, names: ['bad'] }, 'dark', TODAY)),
      drawTimeline(hostile, { names: ['bad'] }, 'dark', TODAY),
    ];
    for (const picture of kinds) {
      const { elements } = layoutOf(picture?.svg ?? '');
      expect(elements.filter((name) => !['svg', 'title', 'desc', 'defs', 'pattern', 'g', 'rect', 'circle', 'path', 'text'].includes(name))).toEqual([]);
      // resvg reads XML strictly: what is not well-formed throws.
      expect(new Resvg(picture?.svg ?? '', { font: { fontFiles, loadSystemFonts: false } }).render().width).toBe(WIDTH);
    }
  });

  it('names no place but its own', () => {
    const { svg } = drawChart(aBase(), {}, 'dark', TODAY) ?? { svg: '' };
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|xlink|href|<image|<use|@import/);
    expect(readFileSync(join(import.meta.dirname, '..', '..', 'src', 'pictures', 'svg.ts'), 'utf8')).not.toContain('foreignObject');
  });
});
