/** What a user in Discord sees, the same by both ways. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBase, aContext, aDeal, aFact, aMatch, aQuote } from '../build.ts';
import { type Answered, type APIMessage, type Discord, startDiscord } from '../discord/fake/index.ts';
import { base, search } from '../search/shipped.ts';
import { type Bot, onGateway, onHttp } from './bot.ts';
import { registered } from './registered.ts';

const context = { base, search };
const QUESTION = 'what did kirgizistan buy in jan 2023';
const LIST = 'which deals did Türkiye make';
const EPHEMERAL = 64;

interface Part {
  custom_id?: string;
  label?: string;
  url?: string;
  disabled?: boolean;
  options?: { value: string }[];
}
const parts = (message: APIMessage | undefined): Part[] =>
  (message?.components ?? []).flatMap((row) => ('components' in row ? (row.components as Part[]) : []));
const labels = (message: APIMessage | undefined) => parts(message).flatMap(({ label }) => label ?? []);
const idOf = (message: APIMessage | undefined, label: RegExp): string => parts(message).find((part) => label.test(part.label ?? ''))?.custom_id ?? '';
const isPrivate = ({ message }: Answered) => ((message?.flags ?? 0) & EPHEMERAL) !== 0;
const embed = ({ message }: Answered) => message?.embeds[0];
const shown = async (answered: Answered): Promise<APIMessage> => {
  const { message } = answered;
  if (!message) throw new Error('no message');
  // As it stands now: the fake's own changes with every press.
  return structuredClone(message);
};

describe.each(['gateway', 'http'] as const)('by %s', (way) => {
  let discord: Discord;
  let bot: Bot;

  beforeAll(async () => {
    discord = await startDiscord({ commands: registered });
    bot = await (way === 'gateway' ? onGateway : onHttp)(discord, { context });
  });
  afterAll(async () => {
    await bot.stop();
    await discord.stop();
  });

  it('a question is answered with one record: what was asked, what it is, its status in words, its passage and its source', async () => {
    const answered = await discord.slash('ask', { question: QUESTION });
    expect(answered.callback.type).toBe(4);
    expect(isPrivate(answered)).toBe(false);
    expect(embed(answered)).toMatchObject({ author: { name: `/ask ${QUESTION}` }, title: 'Deal (sale): Türkiye to Kyrgyzstan' });
    expect(embed(answered)?.description).toMatch(/✅ \*\*Confirmed\*\* · January 2023/);
    expect(embed(answered)?.description).toMatch(/^> January for Aksungur and Anka$/m);
    expect(embed(answered)?.footer?.text).toBe(
      'Turkish Drones to Draw Political Influences in the Caspian Region · Meray Ozat · Caspian Policy Center · 31 July 2023',
    );
    expect(labels(answered.message)).toEqual(expect.arrayContaining(['Read in context', 'Why it matched', 'Neighbours', 'Cite']));
    expect(parts(answered.message)[0]?.url).toMatch(/^https:\/\/.+#:~:text=/);
  });

  it('an answer asked for privately is seen by the asker alone, and can be shared with credit that pings nobody', async () => {
    const answered = await discord.slash('ask', { question: QUESTION, private: true });
    expect(isPrivate(answered)).toBe(true);
    const message = await shown(answered);
    const again = await discord.press(message, idOf(message, /Share/));
    expect(isPrivate(again)).toBe(false);
    expect(again.message?.content).toBe(`Asked and shared by <@${discord.user.id}>`);
    expect(again.message?.embeds[0]?.description).toBe(message.embeds[0]?.description);
    expect(again.message?.mentions ?? []).toEqual([]);
    expect(labels(again.message)).toContain('Cite');
    expect(labels(again.message)).not.toContain('Share to the channel');
    // What was shared goes on working.
    const why = await discord.press(await shown(again), idOf(again.message, /Why/));
    expect(embed(why)?.title).toBe('Why it matched');
  });

  it('why it matched is told to whoever wants to know, and to nobody else', async () => {
    const message = await shown(await discord.slash('ask', { question: QUESTION }));
    const why = await discord.press(message, idOf(message, /Why/));
    expect(isPrivate(why)).toBe(true);
    expect(labels(why.message)).toEqual(['Share to the channel']);
    expect(embed(why)?.description).toContain('“kirgizistan” → Kyrgyzstan');
  });

  it('a question that no record answers is plainly not answered, with the reason, and then what comes closest', async () => {
    const answered = await discord.slash('ask', { question: 'did kirgizistan buy anka in 2021' });
    const [refusal, closest] = answered.message?.embeds ?? [];
    expect(refusal).toMatchObject({ title: 'No sourced fact answers this' });
    expect(refusal?.description).toContain('• It is not of 2021.');
    expect(closest?.author?.name).toBe('The closest record · not an answer');
    expect(labels(answered.message)).toContain('What led here');
  });

  it('what was not answered can be asked in other words, which a modal asks for', async () => {
    const message = await shown(await discord.slash('ask', { question: 'did kirgizistan buy anka in 2021', private: true }));
    const modal = await discord.press(message, idOf(message, /^Rephrase$/));
    expect(modal.callback).toMatchObject({ type: 9, data: { title: 'Ask in other words' } });
    const [label] = modal.callback.data?.components ?? [];
    expect(label).toMatchObject({ label: 'Your question', component: { value: 'did kirgizistan buy anka in 2021' } });
    const answered = await discord.submit(modal, { [label?.component?.custom_id ?? '']: QUESTION });
    expect([answered.message?.id === message.id, isPrivate(answered), embed(answered)?.author?.name]).toEqual([false, true, `/ask ${QUESTION}`]);
    // Whatever asks again from there works, too.
    expect(embed(await discord.press(await shown(answered), idOf(answered.message, /Why/)))?.title).toBe('Why it matched');

    const list = await shown(await discord.slash('deal', { supplier: 'Türkiye' }));
    const closer = await discord.press(list, idOf(list, /^Rephrase$/));
    const narrowed = await discord.submit(closer, { request: 'supplier: Türkiye recipient: Kyrgyzstan status: negative' });
    expect([isPrivate(narrowed), embed(narrowed)?.author?.name]).toEqual([false, '/deal supplier: Türkiye recipient: Kyrgyzstan status: negative']);
  });

  it('a list has five on a page, turned in place, and each can be opened', async () => {
    const answered = await discord.slash('ask', { question: LIST });
    const message = await shown(answered);
    expect(message.embeds[0]?.description?.match(/^\*\*\d+\. /gm)).toHaveLength(5);
    expect(parts(message).find(({ label }) => label === 'Back')?.disabled).toBe(true);
    const turned = await discord.press(message, idOf(message, /^More/));
    expect(turned.callback.type).toBe(7);
    expect(turned.message?.id).toBe(message.id);
    expect(turned.message?.embeds[0]?.description).toMatch(/^\*\*6\. /m);
    const select = parts(turned.message).find(({ options }) => options);
    const opened = await discord.select(await shown(turned), select?.custom_id ?? '', [select?.options?.[0]?.value ?? '']);
    expect(isPrivate(opened)).toBe(true);
    expect(embed(opened)?.author?.name).toBe('Opened record');
    expect(labels(opened.message)).not.toContain('Why it matched');
    const back = await discord.press(message, idOf(turned.message, /^Back/));
    expect(back.message?.embeds[0]?.description).toBe(message.embeds[0]?.description);
  });

  it('the next match is shown in place, and the previous one again', async () => {
    const message = await shown(await discord.slash('ask', { question: QUESTION }));
    const next = await discord.press(message, idOf(message, /^Next/));
    expect(next.message?.id).toBe(message.id);
    expect(embed(next)?.author?.name).toBe(`/ask ${QUESTION}`);
    expect(embed(next)?.title).not.toBe(message.embeds[0]?.title);
    const previous = await discord.press(message, idOf(next.message, /^Previous/));
    expect(embed(previous)?.title).toBe(message.embeds[0]?.title);
  });

  it('neighbours and citations of a record are told to whoever presses, each in one message', async () => {
    const message = await shown(await discord.slash('ask', { question: QUESTION }));
    const near = await discord.press(message, idOf(message, /Neighbours/));
    expect([isPrivate(near), embed(near)?.author?.name]).toEqual([true, 'Neighbours']);
    const more = await discord.press(await shown(near), idOf(near.message, /^More/));
    expect([more.message?.id, embed(more)?.author?.name]).toEqual([near.message?.id, 'Neighbours']);
    expect(embed(more)?.description).toMatch(/^\*\*6\. /m);
    const back = await discord.press(await shown(more), idOf(more.message, /^Back/));
    expect(embed(back)?.description).toMatch(/^\*\*1\. /m);
    const cited = await discord.press(message, idOf(message, /Cite/));
    expect(isPrivate(cited)).toBe(true);
    await cited.settled();
    for (const style of ['Chicago', 'APA', 'MLA', 'BibTeX', 'RIS', 'CSL-JSON']) expect(embed(cited)?.description).toMatch(new RegExp(`^\\*\\*${style}`, 'm'));
    expect(embed(cited)?.description?.match(/```/g)).toHaveLength(18);
  });

  it('a name is completed while it is typed, best first, and other options narrow it', async () => {
    const typed = await discord.autocomplete('deal', 'recipient', 'kirgiz');
    expect(typed.choices[0]).toMatchObject({ value: 'kyrgyzstan', name: expect.stringMatching(/^Kyrgyzstan · \d+ records$/) });
    const all = await discord.autocomplete('deal', 'recipient', '');
    const narrowed = await discord.autocomplete('deal', 'recipient', '', { year: '2023' });
    expect(all.choices.length).toBeGreaterThan(narrowed.choices.length);
    expect(narrowed.choices.length).toBeGreaterThan(0);
  });

  it('a dossier is turned page by page, with a heading for each part', async () => {
    const message = await shown(await discord.slash('profile', { name: 'kazakhstan' }));
    expect(message.embeds[0]?.description).toMatch(/__Deals as recipient \(\d+\)__/);
    const turned = await discord.press(message, idOf(message, /^More/));
    expect(embed(turned)?.description).toMatch(/__.+ \(\d+\)__|__.+, continued__/);
    expect(embed(turned)?.author?.name).toBe('/profile Kazakhstan');
  });

  it('a dossier is opened at any of its parts', async () => {
    const message = await shown(await discord.slash('profile', { name: 'turkiye' }));
    const jump = parts(message).find(({ custom_id }) => custom_id === '1:jump');
    const last = jump?.options?.at(-1)?.value ?? '';
    const jumped = await discord.select(message, '1:jump', [last]);
    expect(jumped.message?.id).toBe(message.id);
    expect(embed(jumped)?.footer?.text).toContain(`Page ${Number(last) + 1} of`);
  });

  it('a name that several have is asked back for, each one press away', async () => {
    const asked = await discord.slash('profile', { name: 'bayraktar' });
    const message = await shown(asked);
    const chosen = await discord.press(message, idOf(message, /^Bayraktar TB2/));
    expect([chosen.message?.id, embed(chosen)?.title, embed(chosen)?.author?.name]).toEqual([message.id, 'Bayraktar TB2', '/profile Bayraktar TB2']);
  });

  it('a source comes with its records one press away', async () => {
    const answered = await discord.slash('source', {});
    const message = structuredClone(await answered.settled());
    const taken = await discord.press(message, idOf(message, /^Its \d+ records/));
    expect([isPrivate(taken), embed(taken)?.author?.name]).toEqual([true, 'Taken from a source']);
    expect(embed(taken)?.title).toMatch(/^\d+ records from “Turkish Drones/);
    const more = await discord.press(await shown(taken), idOf(taken.message, /^More/));
    expect(embed(more)?.description).toMatch(/^\*\*6\. /m);
  });

  it('two are compared side by side, and each has its dossier one press away', async () => {
    const answered = await discord.slash('compare', { a: 'kazakhstan', b: 'uzbekistan' });
    expect(embed(answered)?.fields?.[0]?.value).toMatch(/^Kazakhstan: \*\*.+\*\*\nUzbekistan: \*\*.+\*\*$/);
    const profile = await discord.press(await shown(answered), idOf(answered.message, /^Profile: Uzbekistan/));
    expect([isPrivate(profile), embed(profile)?.title]).toEqual([true, 'Uzbekistan']);
  });

  it('the help is private, and its examples run', async () => {
    const answered = await discord.slash('help');
    expect(isPrivate(answered)).toBe(true);
    const message = await shown(answered);
    const example = parts(message).find(({ custom_id }) => custom_id?.startsWith('1:run:'));
    const ran = await discord.press(message, example?.custom_id ?? '');
    expect(embed(ran)?.author?.name).toBe(`/ask ${example?.label}`);
  });

  it('a message is checked statement by statement, for the asker alone until they share it', async () => {
    const said = discord.says(
      'Tajikistan has Bayraktar drones. 29 countries have acquired Turkish drones. **Kazakhstan** bought 30 drones for 100 million dollars in 2021.',
    );
    const answered = await discord.messageCommand('Check against the base', said);
    expect(isPrivate(answered)).toBe(true);
    await answered.settled();
    const titles = answered.message?.embeds.map(({ title }) => title) ?? [];
    expect(titles[0]).toMatch(/^❓ Unconfirmed/);
    expect(titles[1]).toMatch(/^✅ Matches/);
    expect(titles.at(-1)).toMatch(/^➖ Not in the base/);
    expect(answered.message?.embeds[1]?.description).toMatch(/^> 29 countries have acquired Turkish drones$/m);
    const message = await shown(answered);
    const shared = await discord.press(message, idOf(message, /Share/));
    expect([isPrivate(shared), shared.message?.embeds.length]).toEqual([false, titles.length]);
    const select = parts(message).find(({ options }) => options);
    const opened = await discord.select(message, select?.custom_id ?? '', [select?.options?.[0]?.value ?? '']);
    expect(embed(opened)?.author?.name).toBe('Opened record');
  });

  it('works in direct messages and where the user alone has installed it', async () => {
    const user = discord.newUser(`bea-${way}`);
    for (const channel of [discord.direct(user), discord.group(user, discord.user)]) {
      const answered = await discord.slash('ask', { question: QUESTION }, { user, channel });
      expect(embed(answered)?.title).toBe('Deal (sale): Türkiye to Kyrgyzstan');
    }
  });

  it('a button of an older version, and one whose message has lost its question, say so', async () => {
    const message = await shown(await discord.slash('ask', { question: QUESTION }));
    const { application_id, channel_id } = { application_id: discord.applicationId, channel_id: discord.channel.id };
    const pressed = (custom_id: string, embeds: unknown[]) => ({
      id: '123456789012345678',
      application_id,
      type: 3,
      token: 'strange',
      version: 1,
      channel_id,
      user: { id: '5' },
      data: { component_type: 2, custom_id },
      message: { ...message, embeds },
    });
    if (way === 'gateway') return;
    const url = (bot as Bot & { url: string }).url;
    for (const payload of [
      pressed('0:page:1', message.embeds),
      pressed('1:page:1', []),
      pressed('1:page:1', [{ author: { name: 'somebody' } }]),
      pressed('1:end', []),
    ]) {
      const { status, body } = await discord.endpoint.post(url, payload);
      expect(status).toBe(200);
      expect(body).toMatchObject({ type: 4, data: { flags: EPHEMERAL, embeds: [{ description: 'This button is from an older version; ask again.' }] } });
    }
  });

  it('nothing of a question stands in the log', () => {
    expect(bot.logged.length).toBeGreaterThan(5);
    expect(JSON.stringify(bot.logged)).not.toMatch(/kirgizistan|Central Asia|anka/i);
    expect(JSON.stringify(bot.logged)).not.toContain(discord.token);
  });

  it('what was answered is counted by command and kind', async () => {
    expect(await bot.metrics()).toMatch(new RegExp(`sourcebook_answers_total\\{surface="${way}",command="ask",kind="record"\\} \\d`));
  });
});

describe('a record that tries to set something of its own', () => {
  it('shows as the plain text it is, and calls nobody', async () => {
    const evil = aDeal({ summary: '# Big @everyone <@1> **bold** ||hidden|| [link](https://example.org) \u202eturned', note: '> quoted\n- listed `code`' });
    const evilBase = aBase([evil, aQuote(), aFact()]);
    const discord = await startDiscord({ commands: registered });
    const bot = await onHttp(discord, { context: aContext({ x: { kind: 'answer', list: false, matches: [aMatch(evil)] } }, evilBase) });
    const answered = await discord.slash('ask', { question: 'x' });
    const text = embed(answered)?.description ?? '';
    expect(text).toContain('\\# Big \\@everyone \\<@1\\> \\*\\*bold\\*\\* \\|\\|hidden\\|\\| \\[link\\](https\\://example.org) turned');
    expect(text).toContain('📝 \\> quoted - listed \\`code\\`');
    expect(answered.message?.mention_everyone ?? false).toBe(false);
    await bot.stop();
    await discord.stop();
  });
});
