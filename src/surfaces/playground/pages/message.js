/** One message of the conversation, whoever wrote it. */
import { drawRow } from './components.js';
import { make } from './dom.js';
import { drawEmbed } from './embed.js';
import { drawFiles } from './files.js';
import { blocks } from './markdown.js';

/** Discord's flag of a message that only its reader sees. */
export const PRIVATE = 64;

const clock = new Intl.DateTimeFormat([], { timeStyle: 'short' });

const face = (who) => make('span', { class: `face ${who}`, 'aria-hidden': 'true' }, who === 'you' ? 'Y' : '');

const usedLine = (used) => make('p', { class: 'used' }, face('you'), make('b', {}, 'You'), ' used ', make('code', {}, used));

function whoLine({ bot, at }) {
  const name = make('b', {}, bot ? 'Sourcebook' : 'You');
  return make('p', { class: 'who' }, name, bot && make('span', { class: 'app' }, 'APP'), make('time', { datetime: at.toISOString() }, clock.format(at)));
}

const dots = () => make('span', { class: 'dots', 'aria-hidden': 'true' }, make('i'), make('i'), make('i'));

const thinking = () => make('p', { class: 'thinking' }, dots(), 'Sourcebook is thinking…');

function privateNote(dismiss) {
  const button = make('button', { type: 'button', class: 'linklike', click: dismiss }, 'Dismiss message');
  return make('p', { class: 'private' }, make('span', { 'aria-hidden': 'true' }, '👁 '), 'Only you can see this · ', button);
}

const moreButton = (open) =>
  make('button', { type: 'button', class: 'more', 'aria-label': 'More about this message', 'aria-haspopup': 'menu', click: open }, '⋯');

/** What stands under the name: words, embeds, components. */
function bodyOf(message, actions) {
  const { data } = message;
  if (!data) return [thinking()];
  return [
    data.content && make('div', { class: 'words' }, ...blocks(data.content)),
    ...(data.embeds ?? []).map(drawEmbed),
    drawFiles(data.attachments ?? []),
    ...(data.components ?? []).map((row) => drawRow(row, (pressed, element) => actions.press(message, pressed, element))),
    (data.flags & PRIVATE) !== 0 && privateNote(() => actions.dismiss(message)),
  ];
}

/**
 * Draws a message into its place in the list, anew when it changed.
 * @param {object} message {id, bot, at, used, data}
 * @param {{ press: Function, dismiss: Function, more: Function }} actions
 */
export function drawMessage(message, actions) {
  const isPrivate = ((message.data?.flags ?? 0) & PRIVATE) !== 0;
  const item = message.item ?? make('li', { tabindex: -1, 'data-id': message.id });
  item.className = isPrivate ? 'message for-you' : 'message';
  item.replaceChildren(
    ...(message.used ? [usedLine(message.used)] : []),
    face(message.bot ? 'bot' : 'you'),
    make('div', { class: 'body' }, whoLine(message), ...bodyOf(message, actions)),
    moreButton((event) => actions.more(message, event)),
  );
  return item;
}

const textOf = (embed) => [embed.title, embed.description].filter(Boolean).join('\n');

/** A message's words, without markdown's signs, for the clipboard. */
export const plainText = ({ data }) =>
  [data?.content, ...(data?.embeds ?? []).map(textOf)]
    .filter(Boolean)
    .join('\n\n')
    .replace(/^(?:> |-# )/gm, '')
    .replace(/\\([^\sA-Za-z0-9])/g, '$1')
    .replace(/\*\*/g, '');
