/** Pictures as a user in Discord meets them, the same by both ways. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRasteriser, type Rasteriser } from '../../src/ops/raster/raster.ts';
import type { Paint } from '../../src/pictures/paint.ts';
import type { Studio } from '../../src/pictures/studio.ts';
import { type Answered, type APIMessage, type Discord, startDiscord } from '../discord/fake/index.ts';
import { base, search } from '../search/shipped.ts';
import { type Bot, onGateway, onHttp } from './bot.ts';
import { registered } from './registered.ts';

const EPHEMERAL = 64;

interface Part {
  custom_id?: string;
  label?: string;
  options?: { value: string }[];
}
const parts = (message: APIMessage): Part[] => (message.components ?? []).flatMap((row) => ('components' in row ? (row.components as Part[]) : []));
const labels = (message: APIMessage) => parts(message).flatMap(({ label }) => label ?? []);
const isPrivate = ({ flags }: APIMessage) => ((flags ?? 0) & EPHEMERAL) !== 0;
/** As it stands now: the fake's own changes with every press. */
const shown = async (answered: Answered): Promise<APIMessage> => structuredClone(await answered.settled());

let raster: Rasteriser;
let paint: Paint;
let draw: Studio;
beforeAll(() => {
  raster = createRasteriser();
});
afterAll(() => raster.stop());

describe.each(['gateway', 'http'] as const)('by %s', (way) => {
  let discord: Discord;
  let bot: Bot;

  beforeAll(async () => {
    paint = raster.paint;
    draw = (...what) => raster.draw(...what);
    discord = await startDiscord({ commands: registered, patience: 8000 });
    bot = await (way === 'gateway' ? onGateway : onHttp)(discord, {
      context: { base, search, draw: (...what) => draw(...what) },
      paint: (...what) => paint(...what),
    });
  });
  afterAll(async () => {
    await bot.stop();
    await discord.stop();
  });

  const press = async (message: APIMessage, label: RegExp): Promise<Answered> =>
    discord.press(message, parts(message).find((part) => label.test(part.label ?? ''))?.custom_id ?? '');
  const bytesOf = (message: APIMessage, at = 0): Buffer => discord.file(message.attachments[at] ?? { id: '' })?.bytes ?? Buffer.alloc(0);

  it('a chart is put off at once and comes with its words, its description and the records drawn, each with its source', async () => {
    const answered = await discord.slash('chart', { by: 'year' });
    expect(answered.callback).toEqual({ type: 5 });
    const message = await shown(answered);
    const [picture, records] = message.embeds;
    expect(picture).toMatchObject({
      author: { name: '/chart by: year' },
      title: expect.stringMatching(/deal records/),
      image: { url: expect.stringContaining('chart.png') },
    });
    expect(picture?.description).toContain('not stated as fact');
    expect(records).toMatchObject({
      title: expect.stringMatching(/^Records drawn \(\d+\)$/),
      footer: { text: expect.stringContaining('Caspian Policy Center · 31 July 2023') },
    });
    expect(records?.description?.match(/^-# Caspian Policy Center, paragraph/gm)).toHaveLength(5);
    expect(message.attachments).toMatchObject([{ filename: 'chart.png', description: expect.stringContaining('Bar chart of deal records by year.') }]);
    const png = bytesOf(message);
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 2 * 680]);
    expect(labels(message)).toEqual(expect.arrayContaining(['Light', 'SVG file', 'Data (CSV)']));
  });

  it('the other colours take the picture’s place, on the page that was open, and stay when it is turned', async () => {
    const dark = await shown(await discord.slash('chart', {}));
    const turned = await shown(await press(dark, /^More/));
    const light = await shown(await press(turned, /^Light$/));
    expect(light.id).toBe(dark.id);
    expect([light.embeds[1]?.description, labels(light)[0]]).toEqual([turned.embeds[1]?.description, 'Dark']);
    expect(light.attachments).toHaveLength(1);
    expect(bytesOf(light).equals(bytesOf(turned))).toBe(false);
    const back = await shown(await press(light, /^Back/));
    expect([back.embeds[1]?.description, labels(back)[0]]).toEqual([dark.embeds[1]?.description, 'Dark']);
    expect(bytesOf(back).equals(bytesOf(light))).toBe(true);
    expect(bytesOf(await shown(await press(back, /^Dark$/))).equals(bytesOf(turned))).toBe(true);
  });

  it('the drawing and its data come as files, to whoever presses', async () => {
    const message = await shown(await discord.slash('map', { region: 'Tajikistan' }));
    const [svg, csv] = [await shown(await press(message, /^SVG/)), await shown(await press(message, /CSV/))];
    expect([isPrivate(svg), svg.attachments[0]?.filename, bytesOf(svg).toString().slice(0, 4)]).toEqual([true, 'map.svg', '<svg']);
    expect(bytesOf(svg).toString()).toMatch(/<title>.*<desc>(?!.*<text)/s);
    expect([isPrivate(csv), csv.attachments[0]?.filename]).toEqual([true, 'map.csv']);
    expect(bytesOf(csv).toString()).toMatch(/^\ufeff[^\r]+\r\n[\s\S]*Tajikistan/);
  });

  it('a record drawn is opened like any other', async () => {
    const message = await shown(await discord.slash('chart', { what: 'Kazakhstan' }));
    const select = parts(message).find(({ options }) => options);
    const opened = await shown(await discord.select(message, select?.custom_id ?? '', [select?.options?.[0]?.value ?? '']));
    expect([isPrivate(opened), opened.embeds[0]?.description]).toEqual([true, expect.stringMatching(/^> /m)]);
  });

  it('a picture that was drawn for one alone is drawn again for the channel, in the colours chosen', async () => {
    const alone = await shown(await discord.slash('chart', { by: 'status', private: true }));
    expect(isPrivate(alone)).toBe(true);
    const light = await shown(await press(alone, /^Light$/));
    const shared = await shown(await press(light, /^Share/));
    expect([isPrivate(shared), shared.content]).toEqual([false, `Asked and shared by <@${discord.user.id}>`]);
    expect(shared.mentions ?? []).toEqual([]);
    expect(bytesOf(shared).equals(bytesOf(light))).toBe(true);
    expect(labels(shared)).not.toContain('Share to the channel');
  });

  it('a profile has a timeline on its first page, shared or not, and stays whole where none can be drawn', async () => {
    const first = await shown(await discord.slash('profile', { name: 'Kyrgyzstan' }));
    expect(first.embeds[0]).toMatchObject({ title: 'Kyrgyzstan', image: { url: expect.stringContaining('timeline.png') } });
    expect(first.attachments).toMatchObject([{ filename: 'timeline.png', description: expect.stringMatching(/^Timeline\. .*Kyrgyzstan/) }]);
    const turned = await shown(await press(first, /^More/));
    expect([turned.id, turned.embeds[0]?.image, turned.attachments]).toEqual([first.id, undefined, []]);
    const alone = await shown(await discord.slash('profile', { name: 'Kyrgyzstan', private: true }));
    const shared = await shown(await press(alone, /^Share/));
    expect([isPrivate(shared), shared.embeds[0]?.title, bytesOf(shared).equals(bytesOf(first))]).toEqual([false, 'Kyrgyzstan', true]);
    draw = () => Promise.reject(new Error('secret words'));
    const bare = await shown(await discord.slash('profile', { name: 'Kyrgyzstan' }));
    draw = (...what) => raster.draw(...what);
    expect([bare.embeds[0]?.description, bare.attachments]).toEqual([first.embeds[0]?.description, []]);
  });

  it('where no record fits, that is said, and what was asked for', async () => {
    const message = await shown(await discord.slash('timeline', { name: 'Qatar', to: '1990' }));
    expect(message.embeds[0]).toMatchObject({
      title: 'No sourced fact',
      description: expect.stringMatching(/no dated deal or event that fits: .*Qatar.*1990/),
    });
    expect(message.attachments).toEqual([]);
    const strange = await shown(await discord.slash('chart', { by: 'colour' }));
    expect(strange.embeds[0]).toMatchObject({ title: 'Deals are not counted by “colour”.' });
  });

  it('what can’t be painted is told in words, and the reason is logged', async () => {
    paint = () => Promise.reject(new Error('secret words'));
    const message = await shown(await discord.slash('chart', { by: 'supplier' }));
    paint = raster.paint;
    expect(message.embeds[0]?.description).toMatch(/^⚠️ The picture itself could not be drawn just now/);
    expect([message.embeds[0]?.image, message.attachments, labels(message)]).toEqual([undefined, [], expect.arrayContaining(['Data (CSV)'])]);
    expect(bot.logged.findLast(({ msg }) => msg === 'an answer failed')).toMatchObject({ command: 'chart', error: 'Error' });
    expect(JSON.stringify(bot.logged)).not.toContain('secret words');
    // The buttons still draw it.
    expect((await shown(await press(message, /^Light$/))).attachments).toHaveLength(1);
  });

  it('what can’t be drawn now is said, with what to do instead', async () => {
    draw = () => Promise.reject(new Error('secret words'));
    const message = await shown(await discord.slash('map', {}));
    draw = (...what) => raster.draw(...what);
    expect(message.embeds[0]).toMatchObject({
      title: 'The picture could not be drawn just now.',
      description: expect.stringContaining('Try again in a minute'),
    });
  });

  it.each([40005, 50013] as const)('where Discord takes no file (%i) the words come without it', async (code) => {
    const before = bot.logged.filter(({ msg }) => msg === 'an answer’s files were refused').length;
    discord.fault('answer.edit', { code });
    const message = await shown(await discord.slash('chart', { by: 'recipient' }));
    expect(message.embeds[0]?.description).toMatch(/^⚠️ Discord does not take the file here; may the bot attach files in this channel\?/);
    expect(message.attachments).toEqual([]);
    expect(bot.logged.filter(({ msg }) => msg === 'an answer’s files were refused').slice(before)).toMatchObject([{ code }]);
  });
});
