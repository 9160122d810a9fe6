import { describe, expect, test } from 'vitest';
import { dispatch, readWritten, shown, suggestions } from '../../src/commands/dispatch.ts';
import type { RecordLine, Reply } from '../../src/replies/reply.ts';
import { aBase, aDeal, aFact, anEntity, aQuote, aRealContext, TODAY } from '../build.ts';
import { base, search } from '../search/shipped.ts';

const shipped = { base, search };
const request = (command: string, options: Record<string, string>) => ({ command, options, today: TODAY, surface: 'gateway' as const });
const deal = (options: Record<string, string>, context = shipped) => dispatch(request('deal', options), context);
const linesOf = (reply: Reply): RecordLine[] =>
  reply.kind === 'list' ? reply.records : reply.kind === 'record' || reply.kind === 'closest' ? [reply.record, ...reply.others] : [];
const idsOf = (reply: Reply): string[] => linesOf(reply).map(({ id }) => id);
const offered = (option: string, options: Record<string, string>, context = shipped) => suggestions(request('deal', options), option, context);
const names = async (option: string, options: Record<string, string>) => (await offered(option, options)).map(({ name }) => name);

describe('options of a deal', () => {
  test('give every record for which all of them hold, and no other', async () => {
    const reply = await deal({ supplier: 'turkiye', recipient: 'tajikistan' });
    const expected = base.records.filter((record) => record.type === 'deal' && record.supplier.includes('turkiye') && record.recipient.includes('tajikistan'));
    expect(idsOf(reply).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(reply).toMatchObject({ kind: 'list', title: '3 deal records: 3 unconfirmed' });
  });

  test('are understood as typed, in any script and misspelt', async () => {
    const picked = idsOf(await deal({ supplier: 'turkiye', recipient: 'kyrgyzstan' }));
    for (const [supplier, recipient] of [
      ['Turkey', 'Kyrgyzstan'],
      ['Турция', 'Кыргызстан'],
      ['Türkiye', 'kyrgzstan'],
    ] as const) {
      expect(idsOf(await deal({ supplier, recipient }))).toEqual(picked);
    }
  });

  test('count a region as its members, but not a member as its region', async () => {
    const region = idsOf(await deal({ recipient: 'central-asia' }));
    expect(region).toEqual(expect.arrayContaining(['kg-first-purchase-2021', 'tm-first-purchase-2021']));
    expect(idsOf(await deal({ recipient: 'kazakhstan' }))).not.toContain('baykar-central-asia-main-customers');
  });

  test('take a date at the record’s own precision: a year is not known to be one of its months', async () => {
    expect(idsOf(await deal({ recipient: 'kyrgyzstan', year: 'January 2023' }))).toEqual(['kg-aksungur-anka-2023-01']);
    expect(idsOf(await deal({ recipient: 'turkmenistan', year: '2021' }))).toEqual(['tm-first-purchase-2021']);
    const month = await deal({ recipient: 'turkmenistan', year: 'January 2021' });
    expect(month).toMatchObject({ kind: 'closest', why: ['The base has no deal dated January 2021.'] });
  });

  test('rank what holds by the free words', async () => {
    expect(idsOf(await deal({ recipient: 'kyrgyzstan', query: 'Aksungur' }))[0]).toBe('kg-aksungur-anka-2023-01');
    expect(await deal({ supplier: 'turkiye', recipient: 'saudi-arabia', query: 'July 2023' })).toMatchObject({
      kind: 'record',
      record: { id: 'turkiye-saudi-deal-2023-07-18' },
    });
  });

  test('that name nothing join the free words', async () => {
    expect(await deal({ supplier: 'zzyzx' })).toMatchObject({ kind: 'nothing' });
    expect(idsOf(await deal({ recipient: 'kyrgyzstan', system: 'counter-drone' }))[0]).toBe('kg-counter-drone-2023-04');
  });
});

describe('when no record joins the options', () => {
  test('the answer says which, and tells of the other way round', async () => {
    const reply = await deal({ supplier: 'kyrgyzstan', recipient: 'turkiye' });
    expect(reply).toMatchObject({ kind: 'closest', why: ['The base has no deal in which Kyrgyzstan supplies Türkiye. It has 7 records the other way round.'] });
  });

  test('it names only those that fail, and offers those that come nearest', async () => {
    const reply = await deal({ supplier: 'turkiye', recipient: 'kazakhstan', system: 'tb2', status: 'planned' });
    expect(reply).toMatchObject({ kind: 'closest', why: ['The base has no deal that names Bayraktar TB2 in which Kazakhstan receives.'] });
    expect(idsOf(reply)).toEqual(['kz-tusas-joint-production']);
  });

  test('an unconfirmed deal is not offered as a confirmed one', async () => {
    const reply = await deal({ recipient: 'tajikistan', supplier: 'turkiye', status: 'confirmed' });
    expect(reply).toMatchObject({ kind: 'closest', why: ['The base has no confirmed deal in which Türkiye supplies Tajikistan.'] });
    expect(linesOf(reply).length).toBeGreaterThan(0);
  });

  test('a country that the base does not know is named all the same', async () => {
    expect(await deal({ supplier: 'France' })).toMatchObject({ kind: 'nothing', why: ['The base has no deal in which France supplies.'] });
  });

  test('a deal that did not happen is shown as none', async () => {
    expect(await deal({ supplier: 'turkiye', recipient: 'uzbekistan' })).toMatchObject({
      kind: 'record',
      record: { status: { label: 'Negative' }, heading: 'No deal: Türkiye to Uzbekistan' },
    });
  });
});

test('with nothing given it tells how to ask', async () => {
  expect(await deal({})).toMatchObject({ kind: 'notice', lines: expect.arrayContaining([expect.stringContaining('/deal supplier: ')]) });
  expect(await deal({ query: '  ' })).toMatchObject({ kind: 'notice' });
  expect(await dispatch(request('quote', {}), shipped)).toMatchObject({ kind: 'notice' });
});

describe('suggestions', () => {
  test('tell how many records a choice gives, and keep the promise', async () => {
    for (const options of [{}, { supplier: 'turkiye' }, { status: 'unconfirmed' }, { recipient: 'central-asia', year: '2022' }] as Record<string, string>[]) {
      for (const option of ['supplier', 'recipient', 'system', 'year', 'status'].filter((name) => !(name in options))) {
        for (const { value, name } of await offered(option, options)) {
          const reply = await deal({ ...options, [option]: value });
          const told = reply.kind === 'list' ? reply.records.length : reply.kind === 'record' ? 1 : 0;
          expect(`${option} ${name}`).toMatch(new RegExp(` · ${told} records?$`));
        }
      }
    }
  });

  test('come most records first, and best first once something is typed', async () => {
    expect((await names('supplier', {}))[0]).toBe('Türkiye · 21 records');
    expect((await names('recipient', { recipient: 'ka' }))[0]).toMatch(/^Kazakhstan · /);
    expect(await names('recipient', { recipient: 'Кырг' })).toEqual([expect.stringMatching(/^Kyrgyzstan · /)]);
    expect((await names('recipient', { recipient: 'krgzstan' }))[0]).toMatch(/^Kyrgyzstan · /);
    expect(await names('recipient', { recipient: 'qqqq' })).toEqual([]);
  });

  test('offer systems where a system is asked for, and nobody who makes them', async () => {
    const offers = await offered('system', {});
    expect(offers.length).toBeGreaterThan(2);
    for (const { value } of offers) expect(shipped.base.entities.get(value)?.type, value).toBe('system');
  });

  test('are narrowed by the other options', async () => {
    expect(await names('recipient', { supplier: 'iran' })).toEqual(expect.arrayContaining(['Tajikistan · 3 records', 'Armenia · 2 records']));
    expect((await names('recipient', { supplier: 'iran' })).join()).not.toContain('Kazakhstan');
  });

  test('count what picking them gives with the words beside, and offer nothing that gives none', async () => {
    for (const given of [
      { query: 'combat drones' },
      { query: 'january 2023' },
      { query: 'drones', recipient: 'kyrgyzstan' },
      { query: 'when was it signed' },
    ]) {
      for (const option of ['supplier', 'recipient', 'system', 'year', 'status'] as const) {
        if (option in given) continue;
        for (const { value, name } of await offered(option, given)) {
          const reply = await deal({ ...given, [option]: value });
          const found = reply.kind === 'record' ? reply.of : reply.kind === 'list' ? reply.records.length : 0;
          const told = Number(/ · (\d+) records?$/.exec(name)?.[1]);
          expect(`${option} ${value}: ${told}`).toBe(`${option} ${value}: ${found}`);
        }
      }
    }
    expect((await offered('recipient', { query: 'january 2023' })).map(({ value }) => value)).toContain('kyrgyzstan');
    expect((await offered('recipient', { query: 'january 2023' })).map(({ value }) => value)).not.toContain('azerbaijan');
  });

  test('stand in the asker’s language where they are no names, and are found in any', async () => {
    const asked = (typed: string, locale?: string) => suggestions({ ...request('deal', { status: typed }), ...(locale && { locale }) }, 'status', shipped);
    expect((await asked('', 'tr')).map(({ name }) => name)).toContainEqual(expect.stringMatching(/^doğrulanmamış · \d+ kayıt$/));
    expect((await asked('не', 'ru')).map(({ name }) => name)).toContainEqual(expect.stringMatching(/^не подтверждено · \d+ запис(?:ь|и|ей)$/));
    expect((await asked('не', 'uk')).map(({ value }) => value)).toContain('unconfirmed');
    expect((await asked('doğrulanm', 'en-GB')).map(({ name }) => name)).toContainEqual(expect.stringMatching(/^unconfirmed · \d+ records?$/));
    expect(idsOf(await deal({ status: 'не подтверждено' }))).toEqual(idsOf(await deal({ status: 'unconfirmed' })));
  });

  test('fit Discord whatever the curators call things', async () => {
    const long = `${'Ministry of Very Long Names '.repeat(9)}🛩`;
    const entities = Array.from({ length: 40 }, (_, i) => anEntity({ id: `long-${i}`, name: `${i} ${long}` }));
    const records = entities.map(({ id }) => aDeal({ id: `deal-${id}`, recipient: [id] }));
    const plain = aBase(records);
    const context = aRealContext({ ...plain, entities: new Map([...plain.entities, ...entities.map((entity) => [entity.id, entity] as const)]) });
    const found = await offered('recipient', {}, context);
    expect(found).toHaveLength(25);
    for (const { value, name } of found) {
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name.isWellFormed()).toBe(true);
      expect(name).toMatch(/\w… · 1 record$/);
      expect(value.length).toBeLessThanOrEqual(100);
    }
  });

  test('there are none for an option or a command that has none', async () => {
    expect(await offered('query', {})).toEqual([]);
    expect(await offered('constructor', {})).toEqual([]);
    expect(await suggestions(request('nosuch', {}), 'query', shipped)).toEqual([]);
  });

  test('come at once', () => {
    offered('recipient', {});
    const started = performance.now();
    for (const typed of ['', 'k', 'ka', 'kyrg', 'centr', 'Тур', 'zzzz']) offered('recipient', { recipient: typed, supplier: 'turkiye' });
    expect((performance.now() - started) / 7).toBeLessThan(20);
  });
});

test('a picked id is shown by its name, which asks for the same again', async () => {
  const asked = request('deal', { supplier: 'turkiye', recipient: 'saudi-arabia', query: 'drones' });
  const line = shown(asked, shipped);
  expect(line).toBe('/deal drones supplier: Türkiye recipient: Saudi Arabia');
  expect(idsOf(await dispatch({ ...asked, ...readWritten(line) }, shipped))).toEqual(idsOf(await dispatch(asked, shipped)));
});

describe('options of a quote', () => {
  const quote = (options: Record<string, string>) => dispatch(request('quote', options), shipped);

  test('pick by speaker and by topic', async () => {
    expect(idsOf(await quote({ speaker: 'aibek-baryssov' })).sort()).toEqual(['baryssov-brotherly-nations', 'baryssov-readiness-to-cooperate']);
    expect(idsOf(await quote({ speaker: 'Baryssov', topic: 'brotherhood' }))).toEqual(['baryssov-brotherly-nations']);
    expect(idsOf(await quote({ speaker: 'Baryssov', query: 'brotherly' }))[0]).toBe('baryssov-brotherly-nations');
  });

  test('never put words into a mouth', async () => {
    expect(await quote({ speaker: 'recep-tayyip-erdogan' })).toMatchObject({ why: ['The base has no words of Recep Tayyip Erdogan.'] });
    expect(await quote({ speaker: 'haluk-bayraktar', topic: 'NATO' })).toMatchObject({
      kind: 'closest',
      why: ['The base has no words of Haluk Bayraktar on NATO.'],
    });
  });
});

test('options that are hostile find nothing and break nothing', async () => {
  const context = aRealContext(aBase([aDeal(), aQuote(), aFact()]));
  for (const value of ['@everyone', '**', '../../x', '__proto__', '\u202e', 'a'.repeat(5000), '```', '{}', '%', 'supplier: turkiye']) {
    for (const option of ['supplier', 'recipient', 'system', 'year', 'status', 'query']) {
      const reply = await deal({ [option]: value }, context);
      expect(['nothing', 'closest', 'notice', 'record']).toContain(reply.kind);
      expect((await offered(option, { [option]: value }, context)).length).toBeLessThanOrEqual(25);
    }
  }
});
