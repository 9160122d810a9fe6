/** Interactions with the fake, answered by the real discord.js client. */
import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  EmbedBuilder,
  Events,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complain } from '../payload/issues.ts';
import { description } from '../payload/rules.ts';
import { connect } from './client.ts';
import { type Discord, startDiscord } from './index.ts';

const text = (name: string, more = {}) => ({ type: 3, name, description: name, ...more });
const EVERYWHERE = { contexts: [0, 1, 2], integration_types: [0, 1] };
const COMMANDS = [
  {
    type: 1,
    name: 'ask',
    description: 'Ask',
    options: [text('question', { required: true, max_length: 20 }), { type: 5, name: 'private', description: 'Private' }],
    ...EVERYWHERE,
  },
  {
    type: 1,
    name: 'deal',
    description: 'Deal',
    options: [text('supplier', { autocomplete: true }), text('status', { choices: [{ name: 'Open', value: 'open' }] })],
  },
  { type: 3, name: 'Check this', ...EVERYWHERE },
];

/** For what is not answered. */
const BRIEFLY = { patience: 300 };

let discord: Discord;
let client: Client<true>;
/** What the client's handler came to grief with. */
let trouble: unknown[];

const handle = (handler: (interaction: Interaction) => unknown) =>
  client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await handler(interaction);
    } catch (error) {
      trouble.push(error);
    }
  });

const next = new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary);
const menu = new StringSelectMenuBuilder().setCustomId('open').addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' });

beforeEach(async () => {
  discord = await startDiscord({ commands: COMMANDS });
  client = await connect(discord);
  trouble = [];
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

describe('a slash command', () => {
  it('is answered at once, and the answer stands in the channel', async () => {
    handle(
      (i) =>
        i.isChatInputCommand() &&
        i.reply({
          embeds: [new EmbedBuilder().setTitle(i.options.getString('question', true))],
          flags: i.options.getBoolean('private') ? MessageFlags.Ephemeral : [],
        }),
    );
    const asked = await discord.slash('ask', { question: 'Who?', private: true });
    expect(asked.callback).toMatchObject({ type: 4, data: { flags: 64, embeds: [{ title: 'Who?' }] } });
    expect(asked.ms).toBeGreaterThan(0);
    expect(asked.message).toMatchObject({ flags: 64, webhook_id: discord.applicationId, embeds: [{ title: 'Who?', type: 'rich' }] });
    expect(discord.messages()).toEqual([asked.message]);
    expect(discord.requests('callback')[0]?.headers.authorization).toBeUndefined();
  });

  it('says who asks, where, by whose leave and in which language', async () => {
    const seen: unknown[] = [];
    handle((i) => {
      seen.push([
        i.user.username,
        i.context,
        i.locale,
        i.guildId,
        i.authorizingIntegrationOwners.userId,
        i.appPermissions.has('SendMessages'),
        i.attachmentSizeLimit,
      ]);
      return i.isRepliable() && i.reply('Yes.');
    });
    const user = discord.newUser('visitor');
    const size = 10 * 1024 * 1024;
    await discord.slash('ask', { question: 'a' }, { user, locale: 'tr' });
    await discord.slash('ask', { question: 'b' }, { user, channel: discord.direct(user) });
    await discord.slash('ask', { question: 'c' }, { user, channel: discord.group(user, discord.user), install: 'user' });
    expect(seen).toEqual([
      ['visitor', 0, 'tr', discord.guilds[0]?.id, null, true, size],
      ['visitor', 1, 'en-US', null, null, true, size],
      ['visitor', 2, 'en-US', null, user.id, true, size],
    ]);
  });

  it('is put off, answered with a file, followed up and taken back', async () => {
    handle(async (i) => {
      if (!i.isChatInputCommand()) return;
      await i.deferReply({ flags: MessageFlags.Ephemeral });
      await i.editReply({ content: 'Here.', files: [new AttachmentBuilder(Buffer.from('a,b'), { name: 'table.csv', description: 'Two letters' })] });
      await i.followUp('More.');
      await i.deleteReply();
    });
    const asked = await discord.slash('ask', { question: 'Who?' });
    expect(asked.callback).toEqual({ type: 5, data: { flags: 64 } });
    const message = await asked.settled();
    expect(message).toMatchObject({ content: 'Here.', flags: 64, attachments: [{ filename: 'table.csv', description: 'Two letters', size: 3 }] });
    expect(discord.file({ id: message.attachments[0]?.id ?? '' })?.bytes.toString()).toBe('a,b');
    expect(await (await fetch(message.attachments[0]?.url ?? '')).text()).toBe('a,b');
    expect(await asked.followup()).toMatchObject({ content: 'More.' });
    await expect.poll(() => asked.message).toBeUndefined();
    expect(trouble).toEqual([]);
  });

  it('gives the answer back to those who want it', async () => {
    const ids: unknown[] = [];
    handle(async (i) => {
      if (!i.isChatInputCommand()) return;
      const { interaction, resource } = await i.reply({ content: 'Yes.', withResponse: true });
      ids.push(interaction.responseMessageId, resource?.message?.id, (await i.fetchReply()).id);
    });
    const asked = await discord.slash('ask', { question: 'Who?' });
    await expect.poll(() => ids).toEqual([asked.message?.id, asked.message?.id, asked.message?.id]);
  });

  it('can only be asked as Discord’s own client would let it be', async () => {
    await expect(discord.slash('quote')).rejects.toThrow('no slash command `quote` is offered here; there are: ask, deal');
    await expect(discord.slash('ask')).rejects.toThrow('/ask requires the option `question`');
    await expect(discord.slash('ask', { question: 'a', year: '2' })).rejects.toThrow('/ask has no option `year`; there are: question, private');
    await expect(discord.slash('ask', { question: 'a'.repeat(21) })).rejects.toThrow('takes 20 characters at most');
    await expect(discord.slash('ask', { question: true })).rejects.toThrow('takes a string');
    await expect(discord.slash('deal', { status: 'closed' })).rejects.toThrow('takes one of open');
    await expect(discord.slash('deal', {}, { channel: discord.group() })).rejects.toThrow('no slash command `deal`');
    await expect(discord.autocomplete('deal', 'status', 'o')).rejects.toThrow('takes no suggestions');
  });

  it('that nobody answers is told to the test', async () => {
    await expect(discord.slash('ask', { question: 'Who?' }, BRIEFLY)).rejects.toThrow('waited 300 ms for an answer to /ask');
  });
});

describe('what is typed, pressed, picked and filled in', () => {
  it('brings suggestions while it is typed', async () => {
    handle((i) => i.isAutocomplete() && i.respond([{ name: `${i.options.getFocused()}, ${i.options.getString('status')}`, value: 'tr' }]));
    const typed = await discord.autocomplete('deal', 'supplier', 'Tür', { status: 'open' });
    expect(typed.choices).toEqual([{ name: 'Tür, open', value: 'tr' }]);
  });

  it('changes the message that a button or a menu stands on', async () => {
    handle((i) => {
      if (i.isChatInputCommand()) return i.reply({ content: 'One', components: [new ActionRowBuilder<ButtonBuilder>().addComponents(next)] });
      if (i.isButton()) return i.update({ content: 'Two', components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)] });
      return i.isStringSelectMenu() && i.reply(`${i.message.content}: ${i.values}`);
    });
    const asked = await discord.slash('ask', { question: 'Who?' });
    const pressed = await discord.press(asked.message, 'next');
    expect(pressed.callback.type).toBe(7);
    expect(pressed.message?.id).toBe(asked.message?.id);
    expect(asked.message?.content).toBe('Two');
    const picked = await discord.select(asked.message, 'open', ['2']);
    expect(picked.message?.content).toBe('Two: 2');
    await expect(discord.press(asked.message, 'next')).rejects.toThrow('the message has no component `next`; there are: none');
    await expect(discord.select(asked.message, 'open', ['3'])).rejects.toThrow('does not offer `3`; it offers: 1, 2');
    await expect(discord.select(asked.message, 'open', ['1', '2'])).rejects.toThrow('lets 1 to 1 be chosen');
  });

  it('puts a change off without a sign', async () => {
    handle(async (i) => {
      if (i.isChatInputCommand()) await i.reply({ content: 'One', components: [new ActionRowBuilder<ButtonBuilder>().addComponents(next)] });
      if (!i.isButton()) return;
      await i.deferUpdate();
      await i.editReply('Two');
    });
    const asked = await discord.slash('ask', { question: 'Who?' });
    const pressed = await discord.press(asked.message, 'next');
    expect(pressed.callback).toEqual({ type: 6 });
    expect(await pressed.settled()).toMatchObject({ id: asked.message?.id, content: 'Two' });
  });

  it('opens a modal and takes what was filled in', async () => {
    const why = new LabelBuilder().setLabel('Why').setTextInputComponent(new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short));
    handle((i) => {
      if (i.isChatInputCommand()) return i.showModal(new ModalBuilder().setCustomId('feedback').setTitle('Feedback').addLabelComponents(why));
      return i.isModalSubmit() && i.reply(i.fields.getTextInputValue('why'));
    });
    const asked = await discord.slash('ask', { question: 'Who?' });
    expect((await discord.submit(asked, { why: 'Because.' })).message?.content).toBe('Because.');
    await expect(discord.submit(asked, { how: 'So.' })).rejects.toThrow('the modal has no field `how`; there are: why');
  });

  it('hands over the message that a command was run on', async () => {
    handle((i) => i.isMessageContextMenuCommand() && i.reply(`${i.targetMessage.author.username}: ${i.targetMessage.content}`));
    const said = discord.says('Twenty drones', { user: discord.newUser('colleague') });
    expect((await discord.messageCommand('Check this', said)).message?.content).toBe('colleague: Twenty drones');
  });
});

describe('an answer that Discord would not take', () => {
  const codes = () => trouble.map((error) => (error as { code?: unknown }).code);

  it('comes after three seconds', async () => {
    handle((i) => {
      discord.clock.advance(3001);
      return i.isChatInputCommand() && i.reply('Late.');
    });
    await expect(discord.slash('ask', { question: 'Who?' }, BRIEFLY)).rejects.toThrow('waited');
    await expect.poll(codes).toEqual([10062]);
  });

  it('is the second one, or comes when the token is over', async () => {
    handle(async (i) => {
      if (!i.isChatInputCommand()) return;
      await i.reply('One');
      await client.rest
        .post(`/interactions/${i.id}/${i.token}/callback`, { auth: false, body: { type: 4, data: { content: 'Two' } } })
        .catch((error) => trouble.push(error));
      discord.clock.advance(15 * 60 * 1000);
      await i.editReply('Three');
    });
    await discord.slash('ask', { question: 'Who?' });
    await expect.poll(codes).toEqual([40060, 50027]);
  });

  it('is to nobody, or edits what is not there', async () => {
    const answer = { auth: false, body: { type: 4, data: { content: 'Hi' } } };
    await expect(client.rest.post('/interactions/1/abc/callback', answer)).rejects.toMatchObject({ code: 10062 });
    await expect(
      client.rest.patch(`/webhooks/${discord.applicationId}/abc/messages/@original`, { auth: false, body: { content: 'Hi' } }),
    ).rejects.toMatchObject({ code: 10015 });
  });

  it('is malformed: the client is told where, and the test fails unless it meant it', async () => {
    handle(
      (i) =>
        i.isChatInputCommand() &&
        client.rest.post(`/interactions/${i.id}/${i.token}/callback`, {
          auth: false,
          body: { type: 4, data: { embeds: [{ fields: [{ name: 'Seller', value: '' }] }] } },
        }),
    );
    await expect(discord.slash('ask', { question: 'Who?' }, { patience: 1000 })).rejects.toThrow('refused: 400 {"message":"Invalid Form Body"');
    expect(trouble[0]).toMatchObject({ code: 50035, message: expect.stringContaining('data.embeds[0].fields[0].value') });
    await expect(discord.stop()).rejects.toThrow('callback: data.embeds.0.fields.0.value: is blank (limits)');
    expect(discord.forgive()).toEqual(['callback: data.embeds.0.fields.0.value: is blank (limits)']);
  });

  it('is of a type that does not answer what was asked', async () => {
    handle(
      (i) => i.isChatInputCommand() && client.rest.post(`/interactions/${i.id}/${i.token}/callback`, { auth: false, body: { type: 8, data: { choices: [] } } }),
    );
    await expect(discord.slash('ask', { question: 'Who?' }, BRIEFLY)).rejects.toThrow('waited');
    await expect.poll(codes).toEqual([50035]);
  });

  it('shows a picture that is not attached', async () => {
    handle((i) => i.isChatInputCommand() && i.reply({ embeds: [new EmbedBuilder().setTitle('Map').setImage('attachment://map.png')] }));
    await expect(discord.slash('ask', { question: 'Who?' }, BRIEFLY)).rejects.toThrow('waited');
    await expect.poll(() => discord.complaints).toHaveLength(1);
    expect(discord.forgive()).toEqual(['callback: embeds.0.image: shows `map.png`, which is not attached (limits)']);
  });
});

it('fills a message in as Discord’s own description has it', async () => {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(next);
  handle(
    (i) =>
      i.isChatInputCommand() &&
      i.reply({ content: '<@1> @everyone', embeds: [new EmbedBuilder().setFields({ name: 'Seller', value: 'One' })], components: [row], withResponse: true }),
  );
  const asked = await discord.slash('ask', { question: 'Who?' });
  const { MessageResponseSchema } = await description();
  expect(complain('description', MessageResponseSchema, JSON.parse(JSON.stringify(asked.message)))).toEqual([]);
  expect(asked.message?.mention_everyone).toBe(false);
});

it('lets five follow-ups pass where only the user has installed the application', async () => {
  handle(async (i) => {
    if (!i.isChatInputCommand()) return;
    await i.reply('0');
    for (const text of '123456') await i.followUp(text);
  });
  const asked = await discord.slash('ask', { question: 'Who?' }, { install: 'user' });
  await expect.poll(() => trouble).toMatchObject([{ code: 40094 }]);
  expect(asked.followups.map(({ content }) => content).join('')).toBe('12345');
});
