/** Replies that state no fact: nothing found, notices, reasons. */
import type { APIEmbed } from 'discord-api-types/v10';
import { written } from '../../commands/dispatch.ts';
import type { Choice, Reply } from '../../replies/reply.ts';
import { cell, fill, prose, whole } from '../cut.ts';
import { EMBED } from '../limits.ts';
import { button, rephraseButton, rows, shareButton } from './components.ts';
import { author, COLOUR, type Message, type Setting, type Words } from './message.ts';

type Of<K extends Reply['kind']> = Extract<Reply, { kind: K }>;

/** Units of a text that is read in passing. */
const SHORT = 2000;

/** A question as a button that asks it. */
function askButton(question: string): ReturnType<typeof button> {
  return button(question, { action: 'run', request: written({ command: 'ask', options: { question } }) }, { emoji: '💬' });
}

/** Questions that buttons ask. */
const MOST_BUTTONS = 4;

/** Not even near: why, and questions that the base does answer. */
export function renderNothing({ why, hints }: Of<'nothing'>, setting: Setting): Message {
  // What a button asks need not be read twice.
  const told = hints.filter((hint, index) => index >= MOST_BUTTONS || askButton(hint).length === 0);
  const offer =
    hints.length > 0
      ? [whole('Try other words, a name or a year; or ask, for example:'), ...told.map((hint) => prose(hint, 200, { before: '• ', gap: '\n' }))]
      : [];
  const embed: APIEmbed = {
    author: author(setting.written),
    title: 'No sourced fact',
    color: COLOUR.refusal,
    description: fill([...why.map((text) => prose(text, 300)), ...offer], SHORT),
  };
  return {
    embeds: [embed],
    components: [...rows(hints.slice(0, MOST_BUTTONS).flatMap(askButton)), ...rows([...rephraseButton(), ...shareButton(setting.private)])],
  };
}

/** Offers that take the place of what they stand under. */
const choiceButtons = (choices: readonly Choice[]) =>
  choices.slice(0, 10).flatMap(({ label, command, options }) => button(label, { action: 'go', n: 0, request: written({ command, options }) }));

/** About the bot itself. */
export function renderNotice({ title, lines, choices = [] }: Of<'notice'>, setting: Setting): Message {
  const description = fill(
    lines.map((line, index) => prose(line, 200, index === 0 ? {} : { gap: '\n' })),
    SHORT,
  );
  const head = { author: author(setting.written), title: cell(title, EMBED.title), color: COLOUR.notice };
  return { embeds: [description === '' ? head : { ...head, description }], components: rows([...choiceButtons(choices), ...shareButton(setting.private)]) };
}

/** One sentence of the bot's own, when there is nothing else to show. */
export const sentence = (text: string): Words => ({ embeds: [{ color: COLOUR.notice, description: text }], components: [] });

/** Which words of the question led to what is shown. Under a refusal nothing matched; something was only found. */
export function renderReasons(reply: Reply, setting: Setting): Message {
  const reasons = 'reasons' in reply ? reply.reasons : [];
  const lines = reasons.map((reason) => prose(reason, 200, { before: '• ', gap: '\n' }));
  const embed: APIEmbed = {
    // The id is for curators, who look here when an answer was wrong.
    ...('record' in reply && { footer: { text: `Record ${reply.record.id}` } }),
    author: author(setting.written),
    title: reply.kind === 'closest' ? 'What led to the closest record' : 'Why it matched',
    color: COLOUR.source,
    description: fill(lines.length > 0 ? lines : [whole('The words of its passage and summary.')], SHORT),
  };
  return { embeds: [embed], components: rows(shareButton(setting.private)) };
}
