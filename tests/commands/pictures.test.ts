/** The commands that draw: what their options leave in a picture, what is offered while they are typed, and what is said when nothing fits. */
import { describe, expect, it } from 'vitest';
import { dispatch, suggestions } from '../../src/commands/dispatch.ts';
import type { PictureReply, Reply } from '../../src/replies/reply.ts';
import { aBase, aContext, aDeal, anEntity, aRealContext, TODAY } from '../build.ts';
import { base, search } from '../search/shipped.ts';

const shipped = { base, search };
type Options = Readonly<Record<string, string>>;
const request = (command: string, options: Options = {}) => ({ command, options, today: TODAY, surface: 'terminal' as const });
const draw = (command: string, options: Options = {}, context = shipped): Promise<Reply> => dispatch(request(command, options), context);

async function drawn(command: string, options: Options = {}): Promise<PictureReply> {
  const reply = await draw(command, options);
  if (reply.kind !== 'picture') throw new Error(JSON.stringify(reply));
  return reply;
}
/** Ids of the records drawn. */
const ids = async (command: string, options: Options = {}): Promise<string[]> => (await drawn(command, options)).records.map(({ id }) => id).sort();
const deal = (id: string) => {
  const record = base.byId.get(id);
  if (record?.type !== 'deal') throw new Error(`${id} is no deal`);
  return record;
};

describe('/map', () => {
  it('draws who supplies whom, with the records beside it', async () => {
    const { name, picture, records, theme } = await drawn('map');
    expect([name, theme, picture.title]).toEqual(['map', 'dark', 'Türkiye supplies seven of ten countries']);
    expect(records.map(({ id }) => id)).toEqual(picture.records);
    for (const { cited } of records) expect(cited[0].passages[0].exact).not.toBe('');
  });

  it('keeps to a region, a supplier and a status, as picked or as typed', async () => {
    const all = await ids('map');
    const iran = await ids('map', { supplier: 'iran' });
    expect(iran).toEqual(all.filter((id) => deal(id).supplier.includes('iran')));
    expect(await ids('map', { supplier: 'Iranian' })).toEqual(iran);
    expect(await ids('map', { region: 'Tadjikistan', supplier: 'Iran' })).toEqual(iran.filter((id) => deal(id).recipient.includes('tajikistan')));
    const unconfirmed = await ids('map', { status: 'unconfirmed' });
    expect(unconfirmed).toEqual(all.filter((id) => deal(id).status === 'unconfirmed'));
    expect(await ids('map', { region: 'Gulf' })).toEqual(
      all.filter((id) => ['qatar', 'saudi-arabia', 'united-arab-emirates'].some((place) => deal(id).recipient.includes(place))),
    );
  });

  it('ends with the last day of what is typed', async () => {
    const dated = async (until: string) => (await ids('map', { until })).map((id) => deal(id).date);
    expect(await dated('2021')).toEqual(Array(2).fill({ on: '2021', precision: 'year' }));
    expect((await dated('January 2023')).length).toBeGreaterThan((await dated('2022')).length);
  });
});

describe('/timeline and /chart', () => {
  it('a timeline keeps to a name and a span', async () => {
    const all = await ids('timeline');
    const some = await ids('timeline', { name: 'kazakhstan', from: '2022', to: '2022' });
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    for (const id of some) expect(all).toContain(id);
  });

  it('a chart counts by what is named, in any of the languages', async () => {
    const { picture } = await drawn('chart', { by: 'year' });
    expect(picture.title).toMatch(/^2022 has the most/);
    for (const by of ['yıl', 'Год', 'рік']) expect((await drawn('chart', { by })).picture.svg).toBe(picture.svg);
    expect((await drawn('chart')).picture.svg).toBe((await drawn('chart', { by: 'recipient' })).picture.svg);
  });

  it('the light picture shows the same in other colours', async () => {
    const [dark, light] = [await draw('chart'), await dispatch({ ...request('chart'), theme: 'light' }, shipped)];
    if (dark.kind !== 'picture' || light.kind !== 'picture') throw new Error('no picture');
    expect(light.theme).toBe('light');
    expect(light.picture.words).toEqual(dark.picture.words);
    expect(light.picture.svg).not.toBe(dark.picture.svg);
  });
});

describe('when there is nothing to draw', () => {
  it('what was asked for is named, and the base’s own questions are offered', async () => {
    const reply = await draw('map', { region: 'Qatar', supplier: 'Iran', until: '2022' });
    expect(reply).toMatchObject({
      kind: 'nothing',
      why: [
        'The base has no deal that fits: recipients in Qatar, supplier Iran, until 31 December 2022.',
        'What has no date is left out when a time is given.',
      ],
    });
    expect(await draw('map', {}, aContext({}, aBase([])))).toMatchObject({ kind: 'nothing', why: ['The base has no deal.'] });
  });

  it.each([
    ['map', { region: 'Atlantis' }, 'The base has nothing on “Atlantis”.'],
    ['map', { supplier: 'Moldova' }, 'The base has nothing on “Moldova”.'],
    ['map', { status: 'blue' }, '“blue” is no status.'],
    ['map', { until: 'soon' }, '“soon” is no date with a year.'],
    ['timeline', { from: 'March' }, '“March” is no date with a year.'],
    ['chart', { by: 'colour' }, 'Deals are not counted by “colour”.'],
  ] as const)('/%s %j says what can’t be read', async (command, options, title) => {
    const reply = await draw(command, options);
    expect(reply).toMatchObject({ kind: 'notice', title });
    expect(reply.kind === 'notice' && reply.lines.length).toBeGreaterThan(0);
  });
});

describe('while an option is typed', () => {
  const offered = async (command: string, option: string, options: Options = {}) => suggestions(request(command, options), option, shipped);

  it('names come with the records that picking them leaves, beside the other options', async () => {
    const [first] = await offered('map', 'supplier', { supplier: 'tur' });
    expect(first).toMatchObject({ value: 'turkiye', name: expect.stringMatching(/^Türkiye · \d+ records$/) });
    const beside = await offered('map', 'supplier', { region: 'qatar' });
    expect(beside.map(({ value }) => value)).not.toContain('iran');
    expect((await offered('timeline', 'name', { name: 'kirg' }))[0]?.value).toBe('kyrgyzstan');
    expect((await offered('chart', 'what', { what: 'tb2' }))[0]?.value).toMatch(/tb2/);
  });

  it('years are offered from the latest, with all that is drawn until or from then', async () => {
    const until = await offered('map', 'until');
    expect(until.map(({ value }) => value)).toEqual(['2023', '2022', '2021']);
    const counts = until.map(({ name }) => Number(/(\d+) record/.exec(name)?.[1]));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    const from = (await offered('timeline', 'from')).map(({ name }) => Number(/(\d+) record/.exec(name)?.[1]));
    expect(from).toEqual([...from].sort((a, b) => a - b));
    expect(await offered('map', 'status', { status: 'unc' })).toMatchObject([{ value: 'unconfirmed' }]);
    expect((await offered('chart', 'by', { by: 'y' })).map(({ value }) => value)).toEqual(['year']);
  });

  it.each([
    ['map', 'status', 'unc', /^не подтверждено · \d+ запис(?:ь|и|ей)$/],
    ['map', 'region', 'kirg', /^Kyrgyzstan · \d+ запис(?:ь|и|ей)$/],
    ['map', 'until', '2022', /^2022 · \d+ запис(?:ь|и|ей)$/],
    ['timeline', 'name', 'kirg', /^Kyrgyzstan · \d+ запис(?:ь|и|ей)$/],
    ['chart', 'by', 'year', /^год$/],
  ])('/%s %s is offered in the asker’s language', async (command, option, typed, name) => {
    const [first] = await suggestions({ ...request(command, { [option]: typed }), locale: 'ru' }, option, shipped);
    expect(first?.name).toMatch(name);
  });
});

describe('what comes from a base', () => {
  it('is text in a picture and in its words, whatever it looks like', async () => {
    const name = '<script>alert(1)</script> & "Co" ]]>';
    const own = aBase([aDeal({ supplier: ['evil'] })]);
    const entities = new Map([...own.entities, ['evil', anEntity({ id: 'evil', name, type: 'company' })]]);
    for (const command of ['map', 'timeline', 'chart']) {
      const reply = await draw(command, {}, aRealContext({ ...own, entities }));
      // An entity without a country stands on no map, and a deal without a date on no timeline.
      expect([command, reply.kind === 'picture' ? reply.picture.svg.match(/<script|]]>/) : reply.kind]).toEqual([
        command,
        reply.kind === 'picture' ? null : 'nothing',
      ]);
    }
  });
});
