/** A message held against the base: one statement, one embed. */
import type { APIEmbed } from 'discord-api-types/v10';
import { count } from '../../base/count.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Statement, Verdict } from '../../replies/views.ts';
import { BLANK, type Block, escapedCut, fill, prose, whole } from '../cut.ts';
import { EMBED, MESSAGE } from '../limits.ts';
import { openSelect, rows, shareButton } from './components.ts';
import { author, COLOUR, type Message, type Setting } from './message.ts';
import { footerOf, passageBlock, placesOf, statusLine } from './words.ts';

/** Words say the verdict, too: no colour stands alone. */
const LOOK: Record<Verdict, { icon: string; colour: number }> = {
  matches: { icon: '✅', colour: COLOUR.quote },
  differs: { icon: '❌', colour: COLOUR.notice },
  unconfirmed: { icon: '❓', colour: COLOUR.fact },
  absent: { icon: '➖', colour: COLOUR.refusal },
};

/** Units of all statements together: the rest is for the author line, the sources and what was left unread. */
const ROOM = EMBED.total - EMBED.author - 600;

function statementBlocks({ text, differences, record }: Statement): Block[] {
  return [
    prose(text, 200, { before: '“', after: '”' }),
    ...differences.map((difference) => prose(difference, 160, { before: '• ', gap: '\n' })),
    ...(record
      ? [
          whole(statusLine(record)),
          ...record.cited.flatMap(({ passages }) => passages.map((passage) => passageBlock(passage, 200))),
          prose(placesOf(record.cited), 150, { before: '-# ', gap: '\n' }),
        ]
      : []),
  ];
}

function statementEmbed(statement: Statement, room: number): APIEmbed {
  const { icon, colour } = LOOK[statement.verdict];
  const title = `${icon} ${escapedCut(statement.words, 200)}`;
  return { title, color: colour, description: fill(statementBlocks(statement), Math.min(EMBED.description, room - title.length)) || BLANK };
}

/** Statement by statement: matches, differs, unconfirmed or not in the base. */
export function renderCheck({ statements, more }: Extract<Reply, { kind: 'check' }>, setting: Setting): Message {
  if (statements.length === 0) {
    return {
      embeds: [
        {
          author: author(setting.written),
          title: 'Nothing to check',
          color: COLOUR.refusal,
          description: 'The message states nothing that the base could speak to.',
        },
      ],
      components: [],
    };
  }
  const shown = statements.slice(0, MESSAGE.embeds);
  const left = more + statements.length - shown.length;
  const embeds = shown.map((statement) => statementEmbed(statement, Math.floor(ROOM / shown.length)));
  const records = shown.flatMap(({ record }) => record ?? []);
  const [first, last] = [embeds[0], embeds.at(-1)];
  if (first) first.author = author(setting.whose ? `Checked against the base: ${setting.whose}` : 'Checked against the base');
  if (last) Object.assign(last, footerOf(records, left > 0 ? `${count(left, 'more statement')} not checked` : ''));
  return { embeds, components: [...openSelect(records, 'Open a record'), ...rows(shareButton(setting.private))] };
}
