/** The conversation: what is asked goes out as Discord sends it, what comes back is shown as Discord shows it. */
import { byId, tell } from './dom.js';
import { drawMessage, PRIVATE } from './message.js';
import { asDiscord, COMPONENT, interaction, send, snowflake } from './talk.js';

/** Discord's types of callbacks: a new message, put off, an update put off, an update. */
const MESSAGE = 4;
const PUT_OFF = 5;
const PUT_OFF_UPDATE = 6;
const UPDATE = 7;

const log = byId('log');
const list = byId('messages');
/** Messages by the interaction whose answer they wait for. */
const awaited = new Map();

const sentence = (text) => ({ embeds: [{ color: 0xd55e00, description: text }], components: [], flags: PRIVATE });

/** Shows a message whole: its end, or its beginning where it is taller than the window. */
function reveal({ item }) {
  const { height } = item.getBoundingClientRect();
  log.scrollTop = item.offsetTop - (height > log.clientHeight ? 8 : log.clientHeight - height - 8);
}

const headOf = ({ embeds = [], content }) => embeds[0]?.title ?? embeds[0]?.description ?? content ?? '';

/** @param {{ more: Function, shown: Function }} outside the menu of a message, and who wants to know of answers */
export function createConversation({ more, shown }) {
  const messages = [];
  const actions = { press, dismiss, more };

  function draw(message) {
    const isNew = !message.item;
    message.item = drawMessage(message, actions);
    if (isNew) list.append(message.item);
    for (const one of messages) one.item.tabIndex = one === message ? 0 : -1;
  }

  function add(message) {
    const whole = { id: snowflake(), at: new Date(), bot: true, ...message };
    messages.push(whole);
    draw(whole);
    reveal(whole);
    return whole;
  }

  /** Shows what an interaction came to. @param made what to send again when the base has changed */
  function settle(message, data, made) {
    message.data = { ...data, flags: data.flags ?? message.data?.flags ?? 0 };
    message.made = made ?? message.made;
    draw(message);
    tell(`Sourcebook: ${headOf(data).replace(/\\/g, '')}`);
    shown(message);
  }

  function dismiss(message) {
    messages.splice(messages.indexOf(message), 1);
    const next = message.item.previousElementSibling ?? byId('text');
    message.item.remove();
    next.focus();
  }

  async function receive(message, sent) {
    const { type, data = {} } = await send(sent).catch((error) => ({ type: MESSAGE, data: sentence(error.message) }));
    if (type === PUT_OFF) {
      message.flags = data.flags;
      awaited.set(sent.id, message);
    } else settle(message, data, sent);
    reveal(message);
  }

  /** Sends an interaction whose answer is a new message. @param {string} [used] what stands above it */
  async function ask(sent, used) {
    const message = add({ used });
    await receive(message, sent);
    return message;
  }

  /** A button or a select under a message. Focus stays where it is: on the button of the same place when the message changes. */
  async function press(message, data, element) {
    if (element.getAttribute('aria-busy') === 'true') return;
    element.setAttribute('aria-busy', 'true');
    const sent = interaction(COMPONENT, data, asDiscord(message));
    const place = [...message.item.querySelectorAll('button, select, a')].indexOf(element);
    const answer = await send(sent).catch((error) => ({ type: MESSAGE, data: sentence(error.message) }));
    element.removeAttribute('aria-busy');
    if (answer.type === UPDATE) {
      settle(message, answer.data, sent);
      refocus(message, place);
    } else if (answer.type === PUT_OFF_UPDATE) awaited.set(sent.id, message);
    else if (answer.type === PUT_OFF) awaited.set(sent.id, add({ from: message, flags: answer.data?.flags }));
    else {
      const next = add({ from: message });
      settle(next, answer.data, sent);
      reveal(next);
    }
  }

  function refocus({ item }, place) {
    const all = [...item.querySelectorAll('button, select, a')];
    const wanted = all[place];
    (wanted && !wanted.disabled ? wanted : (all.find((one) => one !== wanted && !one.disabled && one.tagName === 'BUTTON') ?? item)).focus({
      preventScroll: true,
    });
  }

  /** The answer to what was put off. */
  function edited({ interaction: id, message: data }) {
    const message = awaited.get(id);
    awaited.delete(id);
    if (!message || !data) return;
    settle(message, { flags: message.flags, ...data });
    reveal(message);
  }

  /** Asks for the last answer again, in its place. */
  async function refresh() {
    const message = messages.findLast(({ bot, made }) => bot && made);
    if (!message) return;
    const { type, data } = await send({ ...message.made, id: snowflake() }).catch(() => ({}));
    if (type === MESSAGE || type === UPDATE) settle(message, data, message.made);
  }

  const say = (content) => add({ bot: false, data: { content, flags: 0 } });
  const of = (item) => messages.find((message) => message.item === item);

  return { ask, say, edited, refresh, of };
}
