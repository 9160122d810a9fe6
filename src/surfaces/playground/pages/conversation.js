/** The conversation: what is asked goes out as Discord sends it, what comes back is shown as Discord shows it. */
import { byId, tell } from './dom.js';
import { drawMessage, PRIVATE } from './message.js';
import { openModal } from './modal.js';
import { asDiscord, COMPONENT, interaction, SUBMITTED, send, snowflake } from './talk.js';

/** Discord's types of callbacks: a new message, put off, an update put off, an update, a modal. */
const MESSAGE = 4;
const PUT_OFF = 5;
const PUT_OFF_UPDATE = 6;
const UPDATE = 7;
const MODAL = 9;

/** Pixels left free above and below a message that is brought into view. */
const AROUND = 8;

const log = byId('log');
const list = byId('messages');
/** What is being sent, by its interaction. */
const underway = new Map();
/** Messages by the interaction whose answer they wait for. */
const awaited = new Map();

const sentence = (text) => ({ embeds: [{ color: 0xd55e00, description: text }], components: [], flags: PRIVATE });

/** Shows a message whole: its end, or its beginning where it is taller than the window. */
function reveal({ item }) {
  const room = log.clientHeight - 2 * AROUND;
  log.scrollTop = item.offsetTop - AROUND - Math.max(0, room - item.offsetHeight);
}

const controlsOf = ({ item }) => [...(item?.querySelectorAll('.body button, .body select, .body a') ?? [])];

/** Puts the focus on what now stands in a place of the message, or on what comes nearest. */
function refocus(message, place) {
  const all = controlsOf(message);
  const next = [all[place], ...all].find((one) => one && !one.disabled) ?? message.item;
  next.focus({ preventScroll: true });
}

const headOf = ({ embeds = [], content }) => embeds[0]?.title ?? embeds[0]?.description ?? content ?? '';

/** @param {{ more: Function, shown: Function }} outside the menu of a message, and who wants to know of answers */
export function createConversation({ more, shown }) {
  const messages = [];
  const actions = { press, dismiss, more };

  /** Draws a message, anew where it stands; the focus stays where it was. */
  function draw(message) {
    const isNew = !message.item;
    const place = controlsOf(message).indexOf(document.activeElement);
    message.item = drawMessage(message, actions);
    if (isNew) list.append(message.item);
    if (place >= 0) refocus(message, place);
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

  /** Sends an interaction and shows its callback. Nothing that comes later is shown before. */
  async function exchange(sent, show) {
    const done = send(sent)
      .catch((error) => ({ type: MESSAGE, data: sentence(error.message) }))
      .then(show);
    underway.set(sent.id, done);
    await done;
    underway.delete(sent.id);
  }

  /** A message whose answer comes later. */
  function putOff(message, sent, flags) {
    message.flags = flags;
    message.made = sent;
    awaited.set(sent.id, message);
  }

  /** Sends an interaction whose answer is a new message. @param {string} [used] what stands above it */
  async function ask(sent, used) {
    const message = add({ used });
    await exchange(sent, ({ type, data = {} }) => {
      if (type === PUT_OFF) putOff(message, sent, data.flags);
      else settle(message, data, sent);
      reveal(message);
    });
  }

  /** Shows what belongs to a message and stands below it. */
  function below(message, data, sent) {
    const next = add({ from: message });
    settle(next, data, sent);
    reveal(next);
  }

  /** Lets a modal be filled in, and asks with what it holds. */
  async function fillIn(message, modal) {
    const components = await openModal(modal);
    if (components) await ask(interaction(SUBMITTED, { custom_id: modal.custom_id, components }, asDiscord(message)));
  }

  /** Shows what a button or a select came to: the same message anew, another one below, or a modal. */
  function follow(message, sent, { type, data = {} }) {
    if (type === MODAL) void fillIn(message, data);
    else if (type === UPDATE) settle(message, data, sent);
    else if (type === PUT_OFF_UPDATE) putOff(message, sent, message.data.flags);
    else if (type === PUT_OFF) putOff(add({ from: message }), sent, data.flags);
    else below(message, data, sent);
  }

  /** A button or a select under a message. */
  async function press(message, data, element) {
    if (element.getAttribute('aria-busy') === 'true') return;
    element.setAttribute('aria-busy', 'true');
    const sent = interaction(COMPONENT, data, asDiscord(message));
    await exchange(sent, (answer) => {
      element.removeAttribute('aria-busy');
      follow(message, sent, answer);
    });
  }

  /** The answer to what was put off: in its place, or below it. */
  async function came({ interaction: id, as, message: data }) {
    await underway.get(id);
    const message = awaited.get(id);
    awaited.delete(id);
    if (!message || !data) return;
    if (as === 'message') return below(message, data);
    const isNew = !message.data;
    settle(message, { flags: message.flags, ...data });
    if (isNew) reveal(message);
  }

  /** Asks once more; what is shown stays until the answer is there. */
  async function again(message) {
    if (!message.made) return;
    const sent = { ...message.made, id: snowflake() };
    const { type, data } = await send(sent).catch(() => ({}));
    if (type === MESSAGE || type === UPDATE) settle(message, data, message.made);
    else if (type === PUT_OFF || type === PUT_OFF_UPDATE) awaited.set(sent.id, message);
  }

  /** Asks for the last answer again, in its place, after what its buttons gave: what is behind it is then shown last. */
  async function refresh() {
    const last = messages.findLastIndex(({ bot, made, from }) => bot && made && !from);
    for (const message of messages.slice(Math.max(last, 0)).reverse()) await again(message);
  }

  /** The line to the server is there again: what was to come over it may be lost, and the base may be another. */
  async function reconnected() {
    const waiting = [...awaited.values()].filter(({ data }) => !data);
    awaited.clear();
    for (const message of waiting) await again(message);
    await refresh();
  }

  const say = (content) => add({ bot: false, data: { content, flags: 0 } });
  const of = (item) => messages.find((message) => message.item === item);

  return { ask, say, came, refresh, reconnected, of };
}
