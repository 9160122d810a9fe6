/** What the bot can do, what it knows, and three questions to begin with. */
import type { APIEmbed } from 'discord-api-types/v10';
import { written } from '../../commands/dispatch.ts';
import { careLines } from '../../replies/counts.ts';
import type { HelpReply } from '../../replies/reply.ts';
import type { BaseView } from '../../replies/views.ts';
import { type Block, escapedCut, fill, prose, whole } from '../cut.ts';
import { escaped } from '../markdown.ts';
import { button, rows, shareButton } from './components.ts';
import { author, COLOUR, type Message, roomFor, type Setting } from './message.ts';

const baseBlocks = ({ title, description, revised }: BaseView): Block[] => [
  prose(title, 200, { before: '**', after: '**' }),
  prose(description, 300, { gap: '\n' }),
  whole(`-# Last revised ${escaped(revised)}`, '\n'),
];

/** How much is there, and how much of it needs care. */
function careBlock(reply: HelpReply): Block {
  const [records, ...care] = careLines(reply);
  return whole([`**${records}**`, ...care.map((line) => `- ${line}`)].join('\n'));
}

/** Examples as buttons that ask them. */
function exampleButtons({ examples }: HelpReply): ReturnType<typeof button> {
  return examples.flatMap((example) => {
    const request = written(example);
    return button(Object.values(example.options).join(' ') || request, { action: 'run', request }, { emoji: '💬' });
  });
}

/** A command on messages is found where messages are. */
function commandBlock({ name, type, description }: HelpReply['commands'][number], index: number): Block {
  const title = escapedCut(name, 40);
  const before = type === 'slash' ? `**/${title}** · ` : `**${title}** (in a message’s menu, under Apps) · `;
  return prose(description, 160, { before, ...(index > 0 && { gap: '\n' }) });
}

/** Everything on one card. */
export function renderHelp(reply: HelpReply, setting: Setting): Message {
  const commands = reply.commands.map(commandBlock);
  const frame: APIEmbed = { author: author(setting.written), title: 'Ask, and get the record with its passage', color: COLOUR.source };
  const rules = whole('-# Every answer cites the passage it rests on. What no record supports gets no answer.');
  return {
    embeds: [{ ...frame, description: fill([...commands, ...reply.bases.flatMap(baseBlocks), careBlock(reply), rules], roomFor(frame)) }],
    components: rows([...exampleButtons(reply).slice(0, 4), ...shareButton(setting.private)]),
  };
}
