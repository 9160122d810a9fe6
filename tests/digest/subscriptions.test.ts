/** Subscriptions as the people of a server make and manage them, on both engines. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { historyAfter, NO_HISTORY } from '../../src/digest/compose/history.ts';
import { compose } from '../../src/digest/compose.ts';
import type { DigestService, Subscription } from '../../src/digest/service.ts';
import { createDigests } from '../../src/digest/subscriptions.ts';
import { stores, type TestStore } from '../store/stores.ts';
import { ask, CHANNEL, GUILD, NOW, OTHER, offered, ROLE, shipped, somewhere } from './desk.ts';

const WANTED = { region: 'steppe', time: '8.30am', timezone: 'Almaty' };
const MEMBER = { may: [] };

describe.each(stores)('a server’s digests on $name', ({ open }) => {
  let store: TestStore;
  let digests: DigestService;
  let discord: ReturnType<typeof somewhere>;

  // An embedded store takes a few seconds to open, and more on a busy machine.
  beforeAll(async () => {
    store = await open();
  }, 60_000);
  beforeEach(async () => {
    await store.empty();
    discord = somewhere();
    digests = createDigests(async () => store.db, discord);
  });
  afterAll(() => store.close());

  const only = async (): Promise<Subscription> => {
    const [one, ...more] = await digests.list(GUILD);
    if (!one || more.length > 0) throw new Error(`${more.length + (one ? 1 : 0)} subscriptions`);
    return one;
  };

  it('subscribes a channel at the time that was typed, and tells when the next edition is', async () => {
    expect(await ask(digests, 'subscribe', { ...WANTED, days: 'mon-fri' })).toEqual({
      kind: 'subscribed',
      did: 'made',
      subscription: {
        id: expect.any(String),
        channel: CHANNEL,
        region: 'The Steppe',
        when: '08:30, weekdays, Asia/Almaty',
        state: 'active',
        next: { words: 'Mon 23 November 2026, 08:30', at: Temporal.Instant.from('2026-11-23T03:30:00Z').epochMilliseconds / 1000 },
      },
      notes: [],
    });
    expect(await only()).toMatchObject({ guild: GUILD, by: '3000', next: { date: '2026-11-23' }, schedule: { days: [1, 2, 3, 4, 5] } });
  });

  it('has several regions and channels in a server, and one time for a channel’s region', async () => {
    await ask(digests, 'subscribe', WANTED);
    expect(await ask(digests, 'subscribe', { ...WANTED, time: '20' })).toMatchObject({
      did: 'changed',
      subscription: { when: '20:00, every day, Asia/Almaty' },
    });
    await ask(digests, 'subscribe', { ...WANTED, region: 'kyrgyzstan' });
    await ask(digests, 'subscribe', { ...WANTED, channel: OTHER });
    expect((await digests.list(GUILD)).map(({ channel, region, schedule }) => [channel, region, schedule.time])).toEqual([
      [CHANNEL, 'kyrgyzstan', '08:30'],
      [CHANNEL, 'steppe', '20:00'],
      [OTHER, 'steppe', '08:30'],
    ]);
    expect(await ask(digests, 'list')).toMatchObject({ kind: 'subscriptions', title: '3 digests in this server' });
  });

  it('carries the picture that was asked for, in any of its names, until it is subscribed again without', async () => {
    expect(await ask(digests, 'subscribe', { ...WANTED, picture: 'Harita' })).toMatchObject({ did: 'made', subscription: { picture: 'map' } });
    expect(discord.also).toEqual(['Attach Files']);
    expect(await ask(digests, 'list')).toMatchObject({ subscriptions: [{ when: '08:30, every day, Asia/Almaty', picture: 'map' }] });
    expect(await ask(digests, 'pause')).toMatchObject({ subscription: { picture: 'map' } });
    expect(await ask(digests, 'subscribe', { ...WANTED, picture: 'chart' })).toMatchObject({
      kind: 'notice',
      title: '“chart” is no picture that a digest can carry.',
    });
    expect((await only()).picture).toBe('map');
    await ask(digests, 'subscribe', WANTED);
    expect(discord.also).toEqual([]);
    expect(await only()).not.toHaveProperty('picture');
    expect(await offered(digests, 'subscribe', 'picture', { picture: 'кар' })).toEqual(['map · who supplies whom']);
  });

  it('posts once a date, whatever the time is changed to', async () => {
    await ask(digests, 'subscribe', { ...WANTED, time: '13:00' });
    await store.db
      .insertInto('deliveries')
      .values({ subscription: (await only()).id, date: '2026-11-22', due_at: new Date('2026-11-22T08:00:00Z'), state: 'sent' })
      .execute();
    await ask(digests, 'subscribe', { ...WANTED, time: '20:00' });
    expect((await only()).next?.date).toBe('2026-11-23');
  });

  it('names everything that is wrong with a time, a zone and days at once', async () => {
    const reply = await ask(digests, 'subscribe', { ...WANTED, time: '25', timezone: 'United States', days: 'someday' });
    expect(reply).toMatchObject({
      kind: 'notice',
      title: 'Nothing was subscribed.',
      lines: [
        expect.stringContaining('“25” is no time of day'),
        expect.stringContaining('“United States” has several time zones'),
        expect.stringContaining('“someday”'),
      ],
    });
    expect(await ask(digests, 'subscribe', { ...WANTED, region: 'Atlantis' })).toMatchObject({ kind: 'notice', title: 'There is no region “Atlantis”.' });
    expect(await digests.list(GUILD)).toEqual([]);
  });

  it('names the missing permission, and keeps nothing', async () => {
    discord.reached = { can: 'not', name: 'morning', lacks: ['Send Messages', 'Embed Links'] };
    expect(await ask(digests, 'subscribe', WANTED)).toMatchObject({ kind: 'notice', title: 'In #morning the bot lacks Send Messages and Embed Links.' });
    for (const can of ['unseen', 'absent', 'unknown'] as const) {
      discord.reached = { can };
      expect(await ask(digests, 'subscribe', WANTED)).toMatchObject({ kind: 'notice', lines: expect.arrayContaining(['Nothing was subscribed.']) });
    }
    expect(await digests.list(GUILD)).toEqual([]);
  });

  it('takes what the request tells of this channel when Discord does not answer', async () => {
    discord.reached = { can: 'unknown' };
    const app = ['View Channel', 'Send Messages', 'Send Messages in Threads', 'Embed Links'] as const;
    expect(await ask(digests, 'subscribe', { ...WANTED, picture: 'map' }, { app })).toMatchObject({ kind: 'notice' });
    expect(await ask(digests, 'subscribe', WANTED, { app: app.slice(1) })).toMatchObject({ kind: 'notice' });
    expect(await ask(digests, 'subscribe', { ...WANTED, channel: OTHER }, { app })).toMatchObject({ kind: 'notice' });
    expect(await ask(digests, 'subscribe', WANTED, { app })).toMatchObject({ did: 'made' });
  });

  it('is managed by those with Manage Server, and by a role that they hand it to', async () => {
    const role = { may: [], roles: [ROLE] };
    for (const command of ['subscribe', 'pause', 'resume', 'remove', 'managers']) {
      expect(await ask(digests, command, WANTED, role)).toMatchObject({ kind: 'notice', title: expect.stringContaining('needs Manage Server') });
    }
    expect(await ask(digests, 'managers', { role: ROLE })).toEqual({ kind: 'managers', did: 'handed', role: ROLE });
    expect(await ask(digests, 'subscribe', WANTED, role)).toMatchObject({ did: 'made' });
    expect(await ask(digests, 'managers', { role: '4001' }, role)).toMatchObject({ kind: 'notice' });
    expect(await ask(digests, 'managers', { role: GUILD })).toMatchObject({ title: 'Managing cannot be handed to everyone.' });
    expect(await ask(digests, 'managers', { withdraw: 'yes' })).toEqual({ kind: 'managers', did: 'withdrawn' });
    expect(await ask(digests, 'pause', {}, role)).toMatchObject({ kind: 'notice' });
    expect((await only()).state).toBe('active');
  });

  it('is paused, resumed and removed, by this channel, by region or by what was picked', async () => {
    await ask(digests, 'subscribe', WANTED);
    expect(await ask(digests, 'pause')).toMatchObject({ did: 'paused', subscription: { state: 'paused' } });
    expect((await only()).next).toBeUndefined();
    expect(await ask(digests, 'resume', { digest: 'the steppe' })).toMatchObject({
      did: 'resumed',
      subscription: { next: { words: 'Mon 23 November 2026, 08:30' } },
    });
    const { id } = await only();
    expect(await ask(digests, 'remove', { digest: id }, { channel: OTHER })).toMatchObject({ did: 'removed' });
    expect(await ask(digests, 'remove')).toMatchObject({ kind: 'notice', title: 'No digest is subscribed here.' });
    expect(await digests.list(GUILD)).toEqual([]);
  });

  it('does not touch another server’s', async () => {
    await ask(digests, 'subscribe', WANTED);
    const { id } = await only();
    const elsewhere = { guild: '1001', channel: '2002' };
    for (const command of ['pause', 'remove']) expect(await ask(digests, command, { digest: id }, elsewhere)).toMatchObject({ kind: 'notice' });
    expect(await digests.remove('1001', id)).toBeUndefined();
    for (const hostile of ['', 'x', '__proto__', "'; drop table subscriptions; --"]) expect(await digests.remove(GUILD, hostile)).toBeUndefined();
    expect((await only()).state).toBe('active');
  });

  it('is asked which one where several may be meant', async () => {
    await ask(digests, 'subscribe', WANTED);
    await ask(digests, 'subscribe', { ...WANTED, region: 'kyrgyzstan', channel: OTHER });
    await ask(digests, 'subscribe', { ...WANTED, region: 'kyrgyzstan' });
    expect(await ask(digests, 'pause')).toMatchObject({
      title: 'Several digests may be meant.',
      lines: [expect.anything(), 'Kyrgyzstan · this channel · 08:30, every day, Asia/Almaty', 'The Steppe · this channel · 08:30, every day, Asia/Almaty'],
    });
    expect(await ask(digests, 'pause', { digest: 'Kyrgyzstan' })).toMatchObject({ did: 'paused', subscription: { channel: CHANNEL, region: 'Kyrgyzstan' } });
    expect(await offered(digests, 'resume', 'digest', { digest: 'kyrg' })).toEqual([
      'Kyrgyzstan · this channel · 08:30, every day, Asia/Almaty · paused',
      'Kyrgyzstan · #evening · 08:30, every day, Asia/Almaty',
    ]);
    await ask(digests, 'subscribe', { ...WANTED, region: 'kyrgyzstan', channel: '2009' });
    expect(await offered(digests, 'resume', 'digest')).toContain('Kyrgyzstan · channel 2009 · 08:30, every day, Asia/Almaty');
    expect(await offered(digests, 'resume', 'digest', {}, MEMBER)).not.toContain('Kyrgyzstan · #evening · 08:30, every day, Asia/Almaty');
  });

  it('goes on with a blocked one only when the bot may post there again', async () => {
    await ask(digests, 'subscribe', WANTED);
    await store.db
      .updateTable('subscriptions')
      .set({ state: 'blocked', state_reason: 'The bot lacks View Channel.', next_at: null, next_date: null })
      .execute();
    discord.reached = { can: 'not', name: 'morning', lacks: ['View Channel'] };
    expect(await ask(digests, 'resume')).toMatchObject({ title: 'In #morning the bot lacks View Channel.' });
    expect(await only()).toMatchObject({ state: 'blocked', reason: 'The bot lacks View Channel.' });
    discord.reached = { can: 'post', name: 'morning', lacks: ['Read Message History'] };
    expect(await ask(digests, 'resume')).toMatchObject({ did: 'resumed', notes: [expect.stringContaining('Read Message History')] });
    expect(await only()).not.toHaveProperty('reason');
  });

  it('accounts for every edition: sent, late, skipped, blocked, failed and the next', async () => {
    await ask(digests, 'subscribe', WANTED);
    const { id } = await only();
    const link = `https://discord.com/channels/${GUILD}/${CHANNEL}/5000`;
    const row = (day: number, more: object) => ({ subscription: id, date: `2026-11-${day}`, due_at: new Date(`2026-11-${day}T03:30:00Z`), ...more });
    await store.db
      .insertInto('deliveries')
      .values([
        row(18, { state: 'sent', link }),
        row(19, { state: 'sent', link, late_seconds: 7500, reason: 'The bot was not running.' }),
        row(20, { state: 'skipped', reason: 'The bot was not running for 7 hours.' }),
        row(21, { state: 'blocked', reason: 'The bot lacks Send Messages.' }),
        row(22, { state: 'failed', reason: 'Discord did not take the message.' }),
      ])
      .execute();
    const told = { kind: 'accounts', accounts: [{ subscription: { next: { words: 'Mon 23 November 2026, 08:30' } }, editions: { length: 5 } }] };
    const reply = await ask(digests, 'why', {}, MEMBER);
    expect(reply).toMatchObject(told);
    expect(reply.kind === 'accounts' && reply.accounts[0]?.editions).toEqual([
      { date: 'Sun 22 November 2026', state: 'failed', told: 'failed', reason: 'Discord did not take the message.' },
      { date: 'Sat 21 November 2026', state: 'blocked', told: 'blocked', reason: 'The bot lacks Send Messages.' },
      { date: 'Fri 20 November 2026', state: 'skipped', told: 'skipped', reason: 'The bot was not running for 7 hours.' },
      { date: 'Thu 19 November 2026', state: 'sent', told: 'sent 2 h 5 min late', reason: 'The bot was not running.', link },
      { date: 'Wed 18 November 2026', state: 'sent', told: 'sent', link },
    ]);
  });

  it('shows those who do not manage what is in their channel, and nothing of others', async () => {
    await ask(digests, 'subscribe', { ...WANTED, channel: OTHER });
    expect(await ask(digests, 'list', {}, MEMBER)).toMatchObject({ kind: 'notice', title: 'No digest is subscribed here.' });
    expect(await ask(digests, 'why', { channel: OTHER }, MEMBER)).toMatchObject({ kind: 'notice', title: 'Ask in that channel.' });
    expect(await ask(digests, 'list', {}, { ...MEMBER, channel: OTHER })).toMatchObject({ kind: 'subscriptions', title: '1 digest in this channel' });
    expect(await ask(digests, 'why', { channel: OTHER })).toMatchObject({ kind: 'accounts' });
  });

  it('previews for anyone what this channel would get, with what its readers were told', async () => {
    await ask(digests, 'subscribe', WANTED);
    const region = shipped.base.entities.get('steppe');
    if (!region) throw new Error('no region');
    const history = historyAfter(shipped.base, NO_HISTORY, compose(shipped.base, region, NO_HISTORY, '2026-11-22'));
    await store.db
      .updateTable('subscriptions')
      .set({ history: JSON.stringify(history) })
      .execute();
    const reply = await ask(digests, 'preview', {}, MEMBER);
    expect(reply).toMatchObject({ kind: 'digest', aside: 'Preview: what this channel would get on 23 November 2026.' });
    const { sections } = compose(shipped.base, region, history, '2026-11-23');
    expect(reply.kind === 'digest' && reply.edition.sections).toEqual(sections);
    expect(await ask(digests, 'preview', { region: 'kyrgyzstan', date: 'tomorrow' }, MEMBER)).toMatchObject({
      aside: 'Preview: a first edition on Kyrgyzstan, of 23 November 2026. This channel has no subscription to it.',
    });
    expect((await digests.history(CHANNEL, 'steppe'))?.history).toEqual(history);
  });

  it('has a bound', async () => {
    const row = { guild: GUILD, region: 'steppe', time: '08:00', zone: 'UTC', days: '1', created_by: '3000' };
    await store.db
      .insertInto('subscriptions')
      .values(Array.from({ length: 50 }, (_, index) => ({ ...row, channel: `9${index}` })))
      .execute();
    expect(await ask(digests, 'subscribe', WANTED)).toMatchObject({ kind: 'notice', title: 'This server has 50 digests, and may have no more.' });
    expect(await ask(digests, 'subscribe', WANTED, { channel: '90' })).toMatchObject({ did: 'changed' });
  });
});

describe('without a store that answers', () => {
  const broken = createDigests(() => Promise.reject(new Error('ECONNREFUSED 127.0.0.1:5432')), somewhere());

  test.each(['subscribe', 'list', 'why', 'pause', 'resume', 'remove', 'managers', 'preview'])('/digest %s says so in plain words', async (command) => {
    const reply = await ask(broken, command, command === 'subscribe' ? WANTED : {});
    expect(reply).toMatchObject({ kind: 'notice', title: 'The store that keeps the digests does not answer. Nothing was changed.' });
  });

  test('offers no digest while one is typed', async () => {
    expect(await offered(broken, 'pause', 'digest')).toEqual([]);
  });

  test('a bot without one says so too, and previews all the same', async () => {
    expect(await ask(undefined, 'list')).toMatchObject({ title: 'This bot keeps no digests at present.' });
    expect(await ask(undefined, 'preview', { region: 'steppe' })).toMatchObject({ kind: 'digest', edition: { date: '2026-11-22' } });
  });
});

describe('what is offered while a subscription is typed', () => {
  const digests = createDigests(() => Promise.reject(new Error('not asked')), somewhere());

  test('zones of the region before anything is typed, then by city, country or what the clock shows', async () => {
    const zones = (timezone: string) => offered(digests, 'subscribe', 'timezone', { region: 'steppe', timezone });
    expect(await zones('')).toEqual(expect.arrayContaining(['UTC · now 09:00, UTC+00:00']));
    expect(await zones('bishkek')).toEqual(['Asia/Bishkek · now 15:00, UTC+06:00']);
    expect((await zones('Kazakhstan'))[0]).toBe('Asia/Almaty · now 14:00, UTC+05:00');
    expect(await zones('2pm')).toEqual(expect.arrayContaining(['Asia/Almaty · now 14:00, UTC+05:00', 'Asia/Tashkent · now 14:00, UTC+05:00']));
    expect(await zones('zzzz')).toEqual([]);
  });

  test('times and days as they were understood', async () => {
    expect(await offered(digests, 'subscribe', 'time', { time: '8.30am' })).toEqual(['08:30']);
    expect(await offered(digests, 'subscribe', 'days', { days: 'Mon,Wed' })).toEqual(['Monday and Wednesday']);
    expect(await offered(digests, 'subscribe', 'days', {})).toEqual(['weekdays', 'every day', 'Saturday and Sunday', 'Monday, Wednesday and Friday']);
    expect(await offered(digests, 'subscribe', 'region', { region: 'step' })).toEqual(['The Steppe · 1 record']);
  });
});

test('the moment of these tests is what it says', () => {
  expect(NOW.toZonedDateTimeISO('Asia/Almaty').toPlainTime().toString()).toBe('14:00:00');
});
