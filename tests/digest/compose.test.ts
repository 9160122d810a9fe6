/** What an edition holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactRecord } from '../../src/base/schema.ts';
import { historyAfter, NO_HISTORY } from '../../src/digest/compose/history.ts';
import { recordsIn, regionNamed, regionsOf } from '../../src/digest/compose/regions.ts';
import { aDeal, aFact, anEntity, aQuote } from '../build.ts';
import { base as shipped } from '../search/shipped.ts';
import { aRegion, edition, historyOf, idsOf, sectionOf, tagsOf } from './build.ts';

const verified = (on: string) => ({ by: 'Curators', on });
const news = (records: readonly FactRecord[], before: readonly FactRecord[], date = '2026-11-22') =>
  edition(aRegion(records), date, historyOf(aRegion(before), '2026-11-21'));

describe('news', () => {
  it('are none in a first edition, which says what there is', () => {
    expect(sectionOf(edition(aRegion([aDeal(), aDeal({ id: 'deal-b' })]), '2026-11-22'), 'news')).toEqual({
      part: 'news',
      title: 'New or changed',
      lead: 'The first edition: the base has 2 records on The Steppe, from 1 source. What is added or changed from now on is told here.',
      items: [],
    });
  });

  it('say so when there are none', () => {
    const quiet = news([aDeal()], [aDeal()]);
    expect(sectionOf(quiet, 'news')?.lead).toBe('Nothing new or changed since 21 November 2026.');
    expect(idsOf(quiet, 'news')).toEqual([]);
  });

  it('tell what is new', () => {
    const one = news([aDeal(), aDeal({ id: 'deal-b' })], [aDeal()]);
    expect(idsOf(one, 'news')).toEqual(['deal-b']);
    expect(tagsOf(one, 'news')).toEqual(['new']);
    expect(sectionOf(one, 'news')?.lead).toBe('1 new since 21 November 2026.');
  });

  it('tell what has changed first, and how sure the source was before', () => {
    const before = [aDeal(), aDeal({ id: 'deal-b', status: 'unconfirmed' })];
    const now = [aDeal({ id: 'deal-c' }), aDeal({ value: 'USD 5 million' }), aDeal({ id: 'deal-b', status: 'confirmed' })];
    const one = news(now, before);
    expect(idsOf(one, 'news')).toEqual(['deal-a', 'deal-b', 'deal-c']);
    expect(tagsOf(one, 'news')).toEqual(['changed', 'changed; was unconfirmed', 'new']);
    expect(sectionOf(one, 'news')?.lead).toBe('1 new and 2 changed since 21 November 2026.');
  });

  it('are not what only curators see: asks, topics, the order of fields, where a passage begins', () => {
    const { id, ...rest } = aDeal();
    const [citation] = rest.citations;
    const moved = {
      ...rest,
      id,
      asks: { en: ['another ask'] },
      topics: ['topic'],
      review_by: '2027-01-01',
      citations: [{ ...citation, start: 7 }],
    } as FactRecord;
    expect(sectionOf(news([moved], [aDeal()]), 'news')?.lead).toBe('Nothing new or changed since 21 November 2026.');
  });

  it('tell that records were verified again, unchanged', () => {
    const one = news([aDeal({ verified: verified('2026-11-23') })], [aDeal()]);
    expect(sectionOf(one, 'news')?.lead).toBe('Nothing new or changed since 21 November 2026. 1 record was verified again, unchanged.');
  });

  it('tell once that records were withdrawn', () => {
    const history = historyOf(aRegion([aDeal(), aDeal({ id: 'deal-b' })]), '2026-11-21');
    const base = aRegion([aDeal()]);
    const first = edition(base, '2026-11-22', history);
    expect(sectionOf(first, 'news')?.lead).toBe('Nothing new or changed since 21 November 2026. 1 record was withdrawn from the base.');
    expect(sectionOf(edition(base, '2026-11-23', historyAfter(base, history, first)), 'news')?.lead).toBe('Nothing new or changed since 22 November 2026.');
  });

  it('are four at most, and each of the others follows once', () => {
    const added = Array.from({ length: 10 }, (_, n) => aDeal({ id: `deal-${n}` }));
    const base = aRegion([aDeal(), ...added]);
    let history = historyOf(aRegion([aDeal()]), '2026-11-21');
    const told = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((date) => {
      const one = edition(base, date, history);
      history = historyAfter(base, history, one);
      return one;
    });
    expect(told.map((one) => idsOf(one, 'news').length)).toEqual([4, 4, 2, 0]);
    expect(new Set(told.flatMap((one) => idsOf(one, 'news'))).size).toBe(10);
    expect(sectionOf(told[0] as (typeof told)[0], 'news')?.lead).toBe('10 new since 21 November 2026. 6 more follow in the next edition.');
  });

  it('say that a region has nothing', () => {
    const one = edition(aRegion([]), '2026-11-22');
    expect(one.sections).toEqual([{ part: 'news', title: 'New or changed', lead: 'The base has no record on The Steppe yet.', items: [] }]);
  });
});

describe('on this day', () => {
  const on = (date: FactRecord['date'], today: string, ...before: string[]) => {
    const base = aRegion([aDeal({ date })]);
    const one = edition(base, today, historyOf(base, ...before));
    return { day: tagsOf(one, 'day'), month: tagsOf(one, 'month') };
  };
  const none = { day: [], month: [] };
  const day = { on: '2023-07-18', precision: 'day' } as const;
  const month = { on: '2023-07', precision: 'month' } as const;

  it('is a day of a later year, and only that day', () => {
    expect(on(day, '2026-07-18')).toEqual({ day: ['3 years ago'], month: [] });
    expect(on(day, '2024-07-18')).toEqual({ day: ['1 year ago'], month: [] });
    for (const other of ['2026-07-17', '2026-07-19', '2026-08-18', '2023-07-18', '2022-07-18']) expect(on(day, other)).toEqual(none);
  });

  it('is a month once, in the first edition of that month', () => {
    expect(on(month, '2026-07-01', '2026-06-30')).toEqual({ day: [], month: ['3 years ago'] });
    expect(on(month, '2026-07-03', '2026-06-30')).toEqual({ day: [], month: ['3 years ago'] });
    expect(on(month, '2026-07-02', '2026-07-01')).toEqual(none);
    expect(on(month, '2026-08-01', '2026-07-31')).toEqual(none);
    expect(on(month, '2023-07-31', '2023-06-30')).toEqual(none);
  });

  it('is never a year, what is about, or what is not stated', () => {
    expect(on({ on: '2023', precision: 'year' }, '2026-01-01')).toEqual(none);
    expect(on({ on: '2023-07-18', precision: 'about', as_stated: 'mid-July 2023' }, '2026-07-18')).toEqual(none);
    expect(on('not stated', '2026-07-18')).toEqual(none);
  });

  it('is a leap day on leap days alone, and a span where it begins', () => {
    expect(on({ on: '2024-02-29', precision: 'day' }, '2025-02-28')).toEqual(none);
    expect(on({ on: '2024-02-29', precision: 'day' }, '2028-02-29').day).toEqual(['4 years ago']);
    expect(on({ on: '2023-07-18', until: '2023-07-20', precision: 'day' }, '2026-07-18').day).toEqual(['3 years ago']);
    expect(on({ on: '2023-07-18', until: '2023-07-20', precision: 'day' }, '2026-07-19')).toEqual(none);
  });

  it('says when a curator took part of the date from context', () => {
    expect(on({ ...day, inferred: 'year from the article’s date' }, '2026-07-18').day).toEqual(['3 years ago; date partly inferred']);
  });

  it('names the month, and tells of how many it shows some', () => {
    const base = aRegion(Array.from({ length: 5 }, (_, n) => aDeal({ id: `deal-${n}`, date: month })));
    expect(sectionOf(edition(base, '2026-07-01'), 'month')).toMatchObject({ title: 'In July of earlier years', lead: '2 of 5 records.' });
  });
});

describe('what goes round', () => {
  const PARTS = ['deal', 'quote', 'figure', 'unconfirmed', 'overdue'] as const;

  it('shows every deal, quote, figure and unconfirmed record of a region once before any twice, for each region of the base', () => {
    for (const region of regionsOf(shipped).filter(({ members }) => members.length > 0)) {
      let history = NO_HISTORY;
      const shown = new Map(PARTS.map((part): [string, string[]] => [part, []]));
      for (let day = 0; day < 100; day += 1) {
        const one = edition(shipped, Temporal.PlainDate.from('2027-06-01').add({ days: day }).toString(), history, region);
        history = historyAfter(shipped, history, one);
        for (const part of PARTS) shown.get(part)?.push(...idsOf(one, part));
      }
      const isOf: Record<(typeof PARTS)[number], (record: FactRecord) => boolean> = {
        deal: ({ type }) => type === 'deal',
        quote: ({ type }) => type === 'quote',
        figure: ({ type, figures }) => type === 'fact' && figures.length > 0,
        unconfirmed: ({ status }) => status === 'unconfirmed' || status === 'disputed',
        overdue: ({ review_by: by = '9999' }) => by < '2027-06-01',
      };
      for (const part of PARTS) {
        const all = recordsIn(shipped, region.id)
          .filter(isOf[part])
          .map(({ id }) => id);
        for (let round = 0; all.length > 0 && (round + 1) * all.length <= 100; round += 1) {
          const turns = shown.get(part)?.slice(round * all.length, (round + 1) * all.length);
          expect(turns?.toSorted(), `${region.id}: ${part}, round ${round + 1}`).toEqual(all.toSorted());
        }
      }
    }
  });

  it('holds for any base that grows and shrinks meanwhile: nobody is shown twice while somebody has not been', () => {
    const pools = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(pools, (days) => {
        let history = NO_HISTORY;
        for (const [index, ids] of days.entries()) {
          const base = aRegion(ids.map((id) => aDeal({ id: `deal-${id}` })));
          const one = edition(base, Temporal.PlainDate.from('2026-01-01').add({ days: index }).toString(), history);
          const [shown = ''] = idsOf(one, 'deal');
          const before = history.shown.deal ?? [];
          const waiting = ids.map((id) => `deal-${id}`).filter((id) => !before.includes(id));
          expect(waiting.length === 0 || waiting.includes(shown)).toBe(true);
          if (ids.length > 1) expect(shown).not.toBe(before.at(-1));
          history = historyAfter(base, history, one);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('lets others go first when a record stands in the edition already', () => {
    const added = aDeal({ id: 'deal-new' });
    const one = news([aDeal(), added, aDeal({ id: 'deal-b' }), aDeal({ id: 'deal-c' })], [aDeal(), aDeal({ id: 'deal-b' }), aDeal({ id: 'deal-c' })]);
    expect(idsOf(one, 'news')).toEqual(['deal-new']);
    expect(idsOf(one, 'deal')).not.toContain('deal-new');
  });
});

describe('one edition', () => {
  const old = [aDeal(), aDeal({ id: 'deal-b', status: 'unconfirmed' }), aDeal({ id: 'deal-c', status: 'unconfirmed' })];

  it('tells what is news no second time as unconfirmed: it counts it, and tells it another day', () => {
    const now = [...old, aDeal({ id: 'deal-new', status: 'unconfirmed' })];
    const one = news(now, old);
    expect(idsOf(one, 'news')).toEqual(['deal-new']);
    expect(sectionOf(one, 'unconfirmed')).toMatchObject({ lead: '3 records on this region: not to be repeated as fact.', items: [] });
    const history = historyAfter(aRegion(now), historyOf(aRegion(old), '2026-11-21'), one);
    expect(idsOf(edition(aRegion(now), '2026-11-23', history), 'unconfirmed')).toEqual(['deal-new']);
  });

  it('focuses on a deal that is not told elsewhere in it', () => {
    expect(idsOf(edition(aRegion(old), '2026-11-22'), 'deal')).toEqual(['deal-a']);
  });
});

describe('quotes, figures, what is unconfirmed or overdue', () => {
  const quote = aQuote({ speaker: ['baryssov'], about: ['kyrgyzstan'] });

  it('put a speaker’s own words in quotation marks, and say of others’ that they are paraphrased', () => {
    const direct = sectionOf(edition(aRegion([quote]), '2026-11-22'), 'quote')?.items[0];
    expect(direct?.words).toEqual({ text: 'We are brotherly nations.', speaker: 'Aibek Baryssov' });
    expect(direct?.tag).toBeUndefined();
    const paraphrase = sectionOf(edition(aRegion([{ ...quote, form: 'paraphrased' }]), '2026-11-22'), 'quote')?.items[0];
    expect(paraphrase?.words).toBeUndefined();
    expect(paraphrase?.tag).toBe('paraphrased');
  });

  it('take figures from facts that have one', () => {
    const one = edition(aRegion([aFact({ about: ['tajikistan'] }), aFact({ id: 'fact-b', about: ['tajikistan'], figures: [] })]), '2026-11-22');
    expect(idsOf(one, 'figure')).toEqual(['fact-a']);
  });

  it('count what is unconfirmed or disputed, and warn', () => {
    const one = edition(aRegion([aDeal({ status: 'unconfirmed' }), aDeal({ id: 'deal-b', status: 'disputed' }), aDeal({ id: 'deal-c' })]), '2026-11-22');
    expect(idsOf(one, 'unconfirmed').toSorted()).toEqual(['deal-a', 'deal-b']);
    expect(sectionOf(one, 'unconfirmed')?.lead).toBe('2 records on this region: not to be repeated as fact.');
  });

  it('tell what is overdue from the day after it was due', () => {
    const base = aRegion([aDeal({ review_by: '2026-11-21' })]);
    expect(idsOf(edition(base, '2026-11-21'), 'overdue')).toEqual([]);
    expect(tagsOf(edition(base, '2026-11-22'), 'overdue')).toEqual(['due since 21 November 2026']);
  });

  it('cite every item', () => {
    for (const { items } of edition(shipped, '2027-07-18', NO_HISTORY, shipped.entities.get('central-asia')).sections)
      for (const { line } of items) expect(line.cited[0].passages[0].exact.length).toBeGreaterThan(11);
  });
});

describe('an edition', () => {
  it('is the same for the same inputs, and has another id when anything in it is another', () => {
    const base = aRegion([aDeal(), aQuote({ about: ['kyrgyzstan'] })]);
    const history = historyOf(base, '2026-11-20', '2026-11-21');
    expect(edition(base, '2026-11-22', history)).toEqual(edition(base, '2026-11-22', structuredClone(history)));
    expect(edition(base, '2026-11-22', history).id).toMatch(/^steppe-2026-11-22-[0-9a-f]{8}$/);
    expect(edition(base, '2026-11-22').id).not.toBe(edition(base, '2026-11-22', history).id);
  });

  it('and its history are plain values that survive being stored', () => {
    const base = aRegion([aDeal(), aQuote({ about: ['kyrgyzstan'] })]);
    const history = historyOf(base, '2026-11-20', '2026-11-21');
    expect(JSON.parse(JSON.stringify(history))).toEqual(history);
    const one = edition(base, '2026-11-22', history);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  it('names region, weekday and date', () => {
    expect(edition(aRegion([]), '2026-11-22').title).toBe('Daily digest: The Steppe · Sunday 22 November 2026');
  });
});

describe('regions', () => {
  const base = aRegion([aDeal(), aDeal({ id: 'deal-saudi', recipient: ['saudi-arabia'] }), aFact({ id: 'fact-steppe', about: ['steppe'] })]);

  it('hold the records that concern them or one of their members', () => {
    expect(recordsIn(base, 'steppe').map(({ id }) => id)).toEqual(['deal-a', 'fact-steppe']);
    expect(recordsIn(base, 'kyrgyzstan').map(({ id }) => id)).toEqual(['deal-a']);
    expect(recordsIn(base, 'nowhere')).toEqual([]);
  });

  it('hold what lies wholly within them, and hold nothing of what is larger', () => {
    const wide = anEntity({ id: 'wide', name: 'Wide', type: 'place', members: ['kyrgyzstan', 'tajikistan', 'saudi-arabia'] });
    const wider = { ...base, entities: new Map([...base.entities, ['wide', wide]]) };
    expect(recordsIn(wider, 'wide').map(({ id }) => id)).toEqual(['deal-a', 'deal-saudi', 'fact-steppe']);
    expect(recordsIn(wider, 'tajikistan').map(({ id }) => id)).toEqual([]);
  });

  it('are the base’s own first, then countries, each found by id, name or alias, in any case and without marks', () => {
    expect(regionsOf(base)[0]?.id).toBe('steppe');
    for (const typed of ['central-asia', 'Central Asia', 'CENTRAL ASIA', 'Orta Asya', 'Центральная Азия']) {
      expect(regionNamed(shipped, typed)).toMatchObject({ region: { id: 'central-asia' } });
    }
    expect(regionNamed(shipped, 'turkiye')).toMatchObject({ region: { id: 'turkiye' } });
  });

  it('offer the nearest name for a slip, and the base’s own for anything else', () => {
    expect(regionNamed(shipped, 'Central Azia')).toEqual({ near: ['Central Asia'] });
    expect(regionNamed(shipped, 'qqqq')).toEqual({ near: ['Caspian region', 'Central Asia', 'Caucasus', 'Gulf region'] });
  });
});
