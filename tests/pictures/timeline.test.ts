import { describe, expect, it } from 'vitest';
import type { FactDate } from '../../src/base/schema.ts';
import { type Filters, THEMES } from '../../src/pictures/picture.ts';
import { sayingsOf } from '../../src/pictures/timeline/bars.ts';
import { dayOf, scaleOf, spanOf } from '../../src/pictures/timeline/time.ts';
import { drawTimeline } from '../../src/pictures/timeline.ts';
import { doubtOf } from '../../src/pictures/wording.ts';
import { aBase, aDeal, aFact, TODAY } from '../build.ts';
import { generated } from './bases.ts';
import { caspian } from './caspian.ts';
import { inLines, layoutOf } from './layout.ts';

const drawn = (filters: Filters = {}, base = caspian()) => {
  const picture = drawTimeline(base, filters, 'dark', TODAY);
  if (!picture) throw new Error('nothing was drawn');
  return picture;
};
const textsOf = (svg: string) => layoutOf(svg).texts.map(({ content }) => content);
const days = (date: FactDate, last = 0) => {
  const { from, to } = spanOf(date, last);
  return to - from;
};

describe('a timeline', () => {
  it.each(THEMES)('looks as it did, in the %s theme', async (theme) => {
    await expect(inLines(drawTimeline(caspian(), {}, theme, TODAY)?.svg)).toMatchFileSnapshot(`drawn/timeline-${theme}.svg`);
  });

  it('draws a bar as long as the date is inexact', () => {
    expect(days({ on: '2023-07-18', precision: 'day' })).toBe(1);
    expect(days({ on: '2024-02', precision: 'month' })).toBe(29);
    expect(days({ on: '2023', precision: 'year' })).toBe(365);
    expect(days({ on: '2022-01', until: '2022-04', precision: 'about', as_stated: 'early 2022' })).toBe(120);
    expect(days({ on: '2022', precision: 'year', as_stated: 'since 2022' }, dayOf('2023-07-31') + 1)).toBe(365 + 212);
  });

  it('puts every day where its share of the whole is, and labels years', () => {
    const scale = scaleOf(dayOf('2021-03-01'), dayOf('2023-07-18'), 100, 500);
    expect(scale.ticks.filter(({ year }) => year).map(({ label }) => label)).toEqual(['2021', '2022', '2023']);
    expect(scale.x(scale.from)).toBe(100);
    expect(scale.x(scale.to)).toBe(600);
    expect(scale.x((scale.from + scale.to) / 2)).toBeCloseTo(350);
    expect(scale.x(scale.from - 1000)).toBe(100);
  });

  it('says in its title what it finds', () => {
    expect(drawn().title).toBe('Three of six dated deal records are of 2022, two of them not stated as fact');
    expect(drawn({ names: ['kyrgyzstan'] }).title).toBe('Kyrgyzstan: two dated deal records and one event from 2021 to 2023');
    expect(drawn({ names: ['tb2'] }).title).toBe('Bayraktar TB2: one dated deal record (unconfirmed) in 2022');
    expect(drawn({ names: ['uzbekistan'] }).title).toBe('Uzbekistan: one record of no deal in 2023');
  });

  it('numbers its events and tells them below, with their status', () => {
    const texts = textsOf(drawn().svg);
    expect(texts).toEqual(expect.arrayContaining(['September 2022', 'Border clashes between Kyrgyzstan and Tajikistan.', 'Reported: Purchases slowed down.']));
    expect(texts.filter((text) => text === '1' || text === '2').length).toBeGreaterThanOrEqual(4);
  });

  it('says of each bar what it is and when, and of what did not happen that it did not', () => {
    const texts = textsOf(drawn().svg);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Aksungur + Anka, January 2023',
        'Bayraktar TB2 (unconfirmed), early 2022',
        'Factory (planned), October 2022',
        'Sale, 18 July 2023',
        'No sale, 2023',
      ]),
    );
  });

  it('says nothing of an unsure deal without its doubt, however little room there is', () => {
    const base = generated({ deals: 200 });
    const unsure = base.records.flatMap((record) => (record.type === 'deal' && doubtOf(record) !== undefined ? [record] : []));
    expect(unsure.length).toBeGreaterThan(50);
    const bare = unsure.flatMap((deal) => sayingsOf(base, deal).texts.filter((text) => !text.toLowerCase().includes(doubtOf(deal) ?? '')));
    expect(bare).toEqual([]);
  });

  it('marks events that are not stated as fact, and counts none that did not happen', () => {
    const statuses = ['confirmed', 'unconfirmed', 'negative'] as const;
    const events = (n: number) =>
      aBase(
        Array.from({ length: n }, (_, index) =>
          aFact({
            id: `e-${index}`,
            kind: 'event',
            status: statuses[index % 3] ?? 'confirmed',
            date: { on: `2021-${String((index % 9) + 1).padStart(2, '0')}`, precision: 'month' },
          }),
        ),
      );
    const [few, many] = [drawn({}, events(3)), drawn({}, events(12))];
    expect(few.title).toBe('Two events (one of them not stated as fact) in 2021');
    expect(few.svg).toContain('stroke-dasharray="3.4 2"');
    expect(few.alt).toContain(', did not happen: ');
    expect(many.words).toEqual(
      expect.arrayContaining(['Four of the eight events are not stated as fact: four unconfirmed.', 'Not counted: four events that did not happen.']),
    );
    expect(textsOf(many.svg)).toEqual(expect.arrayContaining(['8', 'Event', 'Event, not stated as fact', 'Did not happen']));
  });

  it('tells a reader who does not see it what stands in every lane', () => {
    const { alt } = drawn();
    expect(alt).toContain('Kyrgyzstan: Sale (2021); Aksungur + Anka (January 2023).');
    expect(alt).toContain('Tajikistan: Bayraktar TB2 (early 2022, unconfirmed); Factory (October 2022, planned).');
    expect(alt).toContain('Event, September 2022: Border clashes between Kyrgyzstan and Tajikistan.');
  });

  it('says what has no date', () => {
    expect(drawn().words).toContain('Not drawn: two deal records and one event without a date.');
  });

  it('draws only what the options leave', () => {
    expect(drawn({ from: '2023-01-01', until: '2023-06-30' }).records.toSorted()).toEqual(['kg-2023', 'slower', 'uz-none']);
    expect(drawn({ regions: ['central-asia'] }).records).not.toContain('sa-2023');
    expect(drawn({ suppliers: ['iran'] }).records).toEqual(['tj-plant']);
  });

  it('shows with a tip, and says, where a time goes on beyond what is drawn', () => {
    const since = aBase([
      aDeal({ id: 'open', date: { on: '2019', precision: 'year', as_stated: 'since 2019' } }),
      aDeal({ id: 'closed', date: { on: '2021', precision: 'year' } }),
    ]);
    expect(drawn({}, since).words).toContain('A tip shows where a time goes on.');
    expect(drawn({ from: '2022-06-01', until: '2022-12-31' }).words).toContain('A tip shows where a time goes on.');
    expect(drawn().words.join(' ')).not.toContain('A tip');
  });

  it('writes the year below a first month that is no January', () => {
    const base = aBase([aDeal({ date: { on: '2023-07-18', precision: 'day' } })]);
    expect(textsOf(drawn({}, base).svg)).toEqual(expect.arrayContaining(['May', '2023']));
  });
});
