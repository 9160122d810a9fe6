/** An edition with its picture: once, the same or none, and never instead of its words. */
import { describe, expect, it } from 'vitest';
import { preparePictures } from '../../../src/digest/prepare.ts';
import type { Brush } from '../../../src/pictures/studio.ts';
import { stores } from '../../store/stores.ts';
import { BRUSH } from '../build.ts';
import { useDesk } from './desk.ts';

describe.each(stores)('an edition with a picture, on $name', ({ open }) => {
  const at = useDesk(open);

  const courier = (more = {}) => ({ ...at.desk.courier, brush: BRUSH, ...more });
  /** Tries to deliver a digest with a map, after a fault of Discord's. */
  const tried = async (fault?: Parameters<typeof at.desk.discord.fault>[1], more = {}) => {
    await at.desk.subscribe(30, { picture: 'map' });
    await at.desk.plan();
    if (fault) at.desk.discord.fault('message.create', fault);
    await at.desk.deliver(courier(more));
  };
  const row = async () => (await at.desk.ledger())[0];
  const messages = () => at.desk.discord.messages();
  const changed = { base: () => ({ ...at.desk.courier.base(), records: [] }) };
  const WITHOUT = 'without its picture: ';

  it('shows it below the first embed’s words, described for whoever does not see it', async () => {
    await tried();
    const [message] = messages();
    const [first, second] = message?.embeds ?? [];
    expect(first).toMatchObject({ title: expect.stringContaining('Daily digest'), image: { url: 'attachment://map.png' } });
    expect(second).not.toHaveProperty('image');
    expect(message?.attachments).toMatchObject([{ filename: 'map.png', content_type: 'image/png', description: 'A map of the-steppe.' }]);
    expect(at.desk.discord.file(message?.attachments[0] ?? { id: '' })?.bytes.toString()).toBe('painted <svg>map of 3</svg>');
    expect(await row()).toMatchObject({ state: 'sent', reason: null, attempts: 1 });
  });

  it('stands there once, with its picture, when the line was cut after Discord had it', async () => {
    await tried({ cut: 'after' });
    await at.desk.deliver(courier());
    const requests = at.desk.discord.requests('message.create');
    expect(requests.map(({ files }) => files.length)).toEqual([1, 1]);
    expect(requests[1]?.body).toEqual(requests[0]?.body);
    expect(requests[0]?.body).toMatchObject({ nonce: expect.any(String), enforce_nonce: true });
    expect(messages().map(({ attachments }) => attachments.length)).toEqual([1]);
    expect(await row()).toMatchObject({ state: 'sent', reason: null, attempts: 2 });
  });

  it.each([
    ['goes without it', { status: 503 }, 0, `${WITHOUT}the base has changed since the first attempt`],
    ['has it if it stands there already', { cut: 'after' as const }, 1, null],
  ])('whose base changed between attempts %s', async (_, fault, files, reason) => {
    await tried(fault);
    await at.desk.deliver(courier(changed));
    expect(messages().map(({ attachments }) => attachments.length)).toEqual([files]);
    expect(at.desk.discord.requests('message.create').map((request) => request.files.length)).toEqual([1, 0]);
    expect(await row()).toMatchObject({ state: 'sent', reason });
  });

  it('is posted in words where the bot may not attach files, and the ledger says so', async () => {
    await tried({ code: 50013 });
    const [message, ...more] = messages();
    expect([message?.attachments, message?.embeds[0]?.image, more]).toEqual([[], undefined, []]);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2, reason: `${WITHOUT}the bot lacks Attach Files in the channel` });
    expect((await at.desk.subscription((await row())?.subscription ?? '')).state).toBe('active');
  });

  it('finds it drawn ahead, once for all of a region that are due in a moment', async () => {
    const asked: string[] = [];
    const brush: Brush = {
      ...BRUSH,
      draw: (base, drawing) => {
        asked.push(`${drawing.name} of ${drawing.filters.names}`);
        return BRUSH.draw(base, drawing);
      },
    };
    const region = 'kyrgyzstan';
    await at.desk.subscribe(-60, { picture: 'map' });
    await at.desk.subscribe(-60, { picture: 'map', channel: '7' });
    await at.desk.subscribe(-60, { picture: 'timeline', region });
    await at.desk.subscribe(-60, { channel: '8' });
    await at.desk.subscribe(-3600, { picture: 'map', region, channel: '9' });
    await preparePictures(courier({ brush }));
    expect(asked.toSorted()).toEqual(['map of steppe', 'timeline of kyrgyzstan']);
  });

  it('waits for it no longer than it can, and keeps to having none', async () => {
    await tried({ status: 503 }, { patience: 20, brush: { ...BRUSH, paint: () => new Promise(() => {}) } });
    expect(at.desk.discord.requests('message.create').map(({ files }) => files.length)).toEqual([0]);
    await at.desk.deliver(courier());
    expect(messages().map(({ attachments }) => attachments.length)).toEqual([0]);
    expect(await row()).toMatchObject({ state: 'sent', reason: `${WITHOUT}it took too long to draw` });
  });

  it('is posted without one that can’t be drawn, which the log tells', async () => {
    await tried(undefined, { brush: { ...BRUSH, draw: () => Promise.reject(new Error('no')) } });
    expect(await row()).toMatchObject({ state: 'sent', reason: `${WITHOUT}it could not be drawn` });
    expect(at.desk.logged.map(({ msg }) => msg)).toContain('the picture of an edition could not be drawn');
  });
});
