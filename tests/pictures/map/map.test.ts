/** What a map says of its deals, and that it says no more than they do. */
import { describe, expect, it } from 'vitest';
import { loadBase } from '../../../src/base/load.ts';
import { drawMap } from '../../../src/pictures/map.ts';
import { THEMES } from '../../../src/pictures/picture.ts';
import { aBase, aDeal, anEntity, aSource, TODAY } from '../../build.ts';
import { inLines, layoutOf } from '../layout.ts';
import { trade } from './trades.ts';

const titleOf = (...lines: string[]) => drawMap(trade(lines), {}, 'dark', TODAY)?.title;
const wordsOf = (...lines: string[]) => drawMap(trade(lines), {}, 'dark', TODAY)?.words.join(' ') ?? '';

/** The picture without the land, which the geography's own tests hold. */
const landless = (svg: string | undefined) => svg?.replace(/d="M[^"]{400,}"/g, 'd="…"');

describe('the map of the shipped base', () => {
  it('tells who supplies whom as the records do', async () => {
    const loaded = await loadBase(['src/data/turkish-drones']);
    if ('problems' in loaded) throw new Error('the shipped base does not load');
    const picture = drawMap(loaded.base, {}, 'dark', TODAY);
    expect(picture?.title).toBe('Türkiye supplies seven of ten countries');
    expect(picture?.words).toEqual([
      'Türkiye supplies seven of ten countries.',
      'Türkiye supplies Azerbaijan, Kazakhstan, Kyrgyzstan, Qatar, Saudi Arabia, Turkmenistan and United Arab Emirates.',
      'Iran supplies Armenia and Tajikistan.',
      'China, Russia and United States supply Uzbekistan.',
      'Dashed, because no record states it as fact: Türkiye to Tajikistan (unconfirmed).',
      'The map draws 25 deal records.',
      'Six of the 24 deal records are not stated as fact: three unconfirmed, two planned and one the author’s judgement.',
      'Not counted: one record of what did not happen (Türkiye to Uzbekistan).',
      'Not drawn: 3 deals that name a region or a group, not a country (Türkiye, Central Asia, Caucasus, Baykar and China).',
      'Not drawn: 1 deal that does not state both sides.',
    ]);
    expect(picture?.records).toHaveLength(25);
    expect(picture?.table.rows).toHaveLength(29);
  });
});

describe('the picture', () => {
  const DEALS = ['TR KG', 'TR KZ', 'TR TJ unconfirmed', 'IR TJ', 'CN UZ', 'RU UZ', 'TR UZ negative', 'US KZ planned'];

  it.each(THEMES)('stays as it is in the %s theme', async (theme) => {
    await expect(inLines(landless(drawMap(trade(DEALS), {}, theme, TODAY)?.svg))).toMatchFileSnapshot(`drawn/map-${theme}.svg`);
  });

  it('is the same for the same base', () => {
    expect(drawMap(trade(DEALS), {}, 'dark', TODAY)).toEqual(drawMap(trade(DEALS), {}, 'dark', TODAY));
  });

  it('dashes the arrow and hatches the land where no record states a supply as fact', () => {
    const firm = drawMap(trade(['TR KG']), {}, 'dark', TODAY)?.svg ?? '';
    const soft = drawMap(trade(['TR KG unconfirmed']), {}, 'dark', TODAY)?.svg ?? '';
    const shaft = /<path d="M[\d. -]+Q[^"]*"[^>]*stroke-dasharray/;
    expect([shaft.test(firm), shaft.test(soft)]).toEqual([false, true]);
    expect([firm.includes('url(#uKG)'), soft.includes('url(#uKG)')]).toEqual([false, true]);
  });

  it('marks what did not happen with a cross and no arrow', () => {
    const svg = drawMap(trade(['TR KG', 'TR UZ negative']), {}, 'dark', TODAY)?.svg ?? '';
    expect(svg.match(/d="M[\d. -]+Q/g)).toHaveLength(2);
    expect(layoutOf(svg).texts.map(({ content }) => content)).toContain('Did not happen: Türkiye to Uzbekistan');
  });
});

describe('the finding', () => {
  it.each([
    ['Türkiye supplies Kyrgyzstan', ['TR KG']],
    ['Türkiye supplies both countries', ['TR KG', 'TR KZ']],
    ['Türkiye supplies all three countries', ['TR KG', 'TR KZ', 'TR UZ']],
    ['Türkiye supplies two of three countries', ['TR KG', 'TR KZ', 'IR TJ']],
    ['Two countries supply two others', ['TR KG', 'IR TJ']],
    ['Three countries supply Uzbekistan', ['US UZ', 'CN UZ', 'RU UZ']],
    ['No supply here is stated as fact: one is unsure', ['TR KG unconfirmed']],
    ['No supply: what is told here did not happen', ['TR UZ negative']],
  ])('is %j', (title, lines) => {
    expect(titleOf(...lines)).toBe(title);
  });

  it('counts neither what is unconfirmed nor what did not happen', () => {
    expect(titleOf('TR KG', 'TR TJ unconfirmed', 'TR UZ negative', 'IR TJ planned')).toBe('Türkiye supplies Kyrgyzstan');
    expect(wordsOf('TR KG', 'TR TJ unconfirmed')).toContain('no record states it as fact: Türkiye to Tajikistan (unconfirmed)');
  });
});

describe('what cannot be drawn', () => {
  it('makes no map when no deal joins two countries', () => {
    expect(drawMap(aBase([]), {}, 'dark', TODAY)).toBeUndefined();
    expect(drawMap(aBase([aDeal({ recipient: 'not stated' })]), {}, 'dark', TODAY)).toBeUndefined();
  });

  it('never takes a region for its countries', () => {
    const base = trade(['TR KG']);
    const region = anEntity({ id: 'central-asia', name: 'Central Asia', type: 'place', members: ['kg', 'tj'] });
    const more = { ...base, records: [...base.records, aDeal({ id: 'region', supplier: ['tr'], recipient: ['central-asia'] })] };
    const picture = drawMap({ ...more, entities: new Map([...base.entities, ['central-asia', region]]) }, {}, 'dark', TODAY);
    expect(picture?.records).toEqual(['deal-0']);
    expect(picture?.words.join(' ')).toContain('Not drawn: 1 deal that names a region or a group, not a country');
  });

  it('stands a company for its country', () => {
    const base = trade(['TR KG']);
    const maker = anEntity({ id: 'baykar', name: 'Baykar', type: 'company', of: ['tr'] });
    const records = [aDeal({ id: 'company', supplier: ['baykar', 'tr'], recipient: ['kg'] })];
    const picture = drawMap({ ...base, records, entities: new Map([...base.entities, ['baykar', maker]]) }, {}, 'dark', TODAY);
    expect(picture?.title).toBe('Türkiye supplies Kyrgyzstan');
  });

  it('lets no markup of a base become markup of its own', () => {
    const bad = '</text><script href="x">&" onload=\'x\' \u0000\u202e';
    const base = trade(['TR KG', 'US KG']);
    const entities = new Map([...base.entities].map(([id, entity]) => [id, { ...entity, name: `${bad}${id}` }]));
    const svg = drawMap({ ...base, entities, sources: new Map([['report-a', aSource({ title: bad })]]) }, {}, 'dark', TODAY)?.svg ?? '';
    const allowed = ['svg', 'title', 'desc', 'defs', 'pattern', 'clipPath', 'g', 'rect', 'circle', 'path', 'text'];
    expect(layoutOf(svg).elements.filter((name) => !allowed.includes(name))).toEqual([]);
  });
});
