import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/pictures/chart.ts';
import { CHART_BY, type ChartFilters, THEMES } from '../../src/pictures/picture.ts';
import { aBase, aDeal, anEntity, TODAY } from '../build.ts';
import { generated } from './bases.ts';
import { caspian } from './caspian.ts';
import { inLines, layoutOf } from './layout.ts';

const drawn = (filters: ChartFilters = {}, base = caspian()) => {
  const picture = drawChart(base, filters, 'dark', TODAY);
  if (!picture) throw new Error('nothing was drawn');
  return picture;
};
const textsOf = (svg: string) => layoutOf(svg).texts.map(({ content }) => content);

describe('a chart', () => {
  it.each(CHART_BY.flatMap((by) => THEMES.map((theme) => [by, theme] as const)))('by %s looks as it did, in the %s theme', async (by, theme) => {
    await expect(inLines(drawChart(caspian(), { by }, theme, TODAY)?.svg)).toMatchFileSnapshot(`drawn/chart-${by}-${theme}.svg`);
  });

  it('writes round years where not all of them have room', () => {
    const base = generated({ deals: 300, years: [1991, 34] });
    const { texts } = layoutOf(drawChart(base, { by: 'year' }, 'dark', TODAY)?.svg ?? '');
    const years = texts.map(({ content }) => content).filter((text) => /^(?:19|20)\d\d$/.test(text));
    expect(years).toEqual(['1995', '2000', '2005', '2010', '2015', '2020']);
  });

  it('says in its title what it finds', () => {
    expect(drawn().title).toBe('Kyrgyzstan is the recipient in three of eight deal records, one of them not stated as fact');
    expect(drawn({ by: 'supplier' }).title).toBe('Türkiye is the supplier in five of eight deal records, one of them not stated as fact');
    expect(drawn({ by: 'year' }).title).toBe('2022 has the most: three of six dated deal records, two of them not stated as fact');
    expect(drawn({ by: 'status' }).title).toBe('The source states five of eight deal records as fact');
    expect(drawn({ recipients: ['saudi-arabia'] }).title).toBe('One deal record: Türkiye to Saudi Arabia');
    expect(drawn({ status: 'unconfirmed' }).title).toBe('One deal record (unconfirmed): Türkiye to Tajikistan');
    expect(drawn({ recipients: ['tajikistan'] }).title).toBe('Tajikistan is the recipient in all two deal records, none stated as fact');
    expect(drawn({ suppliers: ['turkiye'], recipients: ['kyrgyzstan'] }).title).toBe('Kyrgyzstan is the recipient in all two deal records');
  });

  it('never counts what did not happen, but marks and tells it', () => {
    const { words, records, svg, table } = drawn();
    expect(words).toContain('Not counted: one record of what did not happen (Türkiye to Uzbekistan).');
    expect(words.join(' ')).toContain('Uzbekistan: 1 (1 of no deal)');
    expect(records).toContain('uz-none');
    expect(textsOf(svg)).toContain('Did not happen');
    expect(table.rows.find((row) => row.includes('uz-none'))?.[1]).toBe('no');
    expect(drawn({ status: 'negative' }).title).toBe('No deal: one record of what did not happen');
  });

  it('says what is not stated as fact, talks among it', () => {
    expect(drawn().words).toContain('Three of the eight deal records are not stated as fact: one unconfirmed, one planned and one under negotiation.');
    expect(textsOf(drawn().svg)).toContain('Unconfirmed, planned or under negotiation');
    expect(textsOf(drawn({ recipients: ['saudi-arabia'] }).svg)).not.toContain('Unconfirmed');
  });

  it('counts a company under its country, and each of several parties', () => {
    const { words } = drawn({ by: 'supplier' });
    expect(words.join(' ')).toContain(
      'Deal records by supplier: Türkiye: 5 (1 not stated as fact, 1 of no deal); China: 1; Iran: 1 (1 not stated as fact); Russia: 1; Not stated: 1 (1 not stated as fact).',
    );
    expect(words).toContain('A record with several suppliers counts for each.');
  });

  it('leaves out what the options leave out, and says so', () => {
    const { words, records } = drawn({ regions: ['central-asia'], suppliers: ['turkiye'], until: '2022-12-31' });
    expect(words[1]).toBe('Recipients in Central Asia, supplier Türkiye, until 31 December 2022.');
    expect(records).toEqual(['kz-deals', 'kg-2021', 'tj-tb2']);
  });

  it('says how many have no date when it is by year', () => {
    expect(drawn({ by: 'year' }).words).toContain('Not drawn: two deal records without a date.');
    expect(drawn({ by: 'year' }, aBase([aDeal({ date: 'not stated' })])).title).toBe('No deal record with a date');
  });

  it('draws every year between the first and the last', () => {
    const far = aBase([aDeal({ id: 'a', date: { on: '2001', precision: 'year' } }), aDeal({ id: 'b', date: { on: '2005', precision: 'year' } })]);
    expect(textsOf(drawn({ by: 'year' }, far).svg)).toEqual(expect.arrayContaining(['2001', '2002', '2003', '2004', '2005']));
  });

  it('says when names stand in other letters than their own', () => {
    const base = caspian();
    const georgia = { ...base, entities: new Map([...base.entities, ['kyrgyzstan', anEntity({ id: 'kyrgyzstan', name: 'საქართველო' })] as const]) };
    expect(textsOf(drawn({}, georgia).svg).join(' ')).toMatch(/sakartvelo .*Latin ones/);
    expect(textsOf(drawn().svg).join(' ')).not.toContain('Latin ones');
    expect(drawn({}, georgia).words[0]).toContain('საქართველო');
  });

  it('gives a supplier the same colour in every picture of a base', () => {
    const colour = (filters: ChartFilters) => /<rect [^>]*fill="([^"]+)"[^>]*stroke="#f0b429"/.exec(drawn(filters).svg)?.[1];
    expect(colour({})).toBe('#e69f00');
    expect(colour({ recipients: ['tajikistan'], suppliers: ['turkiye', 'iran'] })).toBeDefined();
  });
});
