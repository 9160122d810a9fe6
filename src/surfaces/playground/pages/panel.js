/** The curator's view beside the conversation, and what is wrong with the base on disk. */
import { note, partsOf } from './behind.js';
import { byId, make } from './dom.js';

const panel = byId('panel');
const toggle = byId('panel-toggle');
const chat = byId('chat');
const wide = matchMedia('(min-width: 1080px)');
const TITLE = 'Behind the answer';

const faults = make('div', {});
const body = make('div', { class: 'panel-body' }, note('Ask something: here you see why it matched, and the record as its file has it.'));
/** Counts what was asked for, so that a late answer does not replace a newer one. */
let turn = 0;

/** Shows what is behind an answer; one that a button gave and that names no record leaves what is shown. */
export async function showBehind(message) {
  turn += 1;
  const mine = turn;
  const parts = await partsOf(message).catch(() => [note('The server does not answer.')]);
  if (mine !== turn || (parts.length === 0 && message.from)) return;
  body.replaceChildren(...(parts.length > 0 ? parts : [note('This answer shows no record of the base.')]));
  panel.scrollTop = 0;
}

const faultBox = ([first, ...rest]) =>
  make('div', { class: 'fault', role: 'alert' }, make('b', {}, first), make('ul', {}, ...rest.map((line) => make('li', {}, line))));

/** Tells that the base on disk does not load, with file and line; or that it does again. @param {string[] | undefined} lines */
export function showFault(lines) {
  faults.replaceChildren(...(lines ? [faultBox(lines)] : []));
  toggle.classList.toggle('alarm', lines !== undefined);
  toggle.textContent = lines ? 'The base does not load' : TITLE;
}

/** Opens or closes the panel. @param {{ focus?: boolean }} [how] whether the focus goes there, or back */
export function openPanel(open, { focus = false } = {}) {
  panel.hidden = !open;
  // In a narrow window it lies over the conversation.
  chat.inert = open && !wide.matches;
  toggle.setAttribute('aria-expanded', String(open));
  if (focus) (open ? panel.querySelector('button') : toggle).focus();
}

const close = () => openPanel(false, { focus: true });
const closeButton = make('button', { type: 'button', class: 'round', 'aria-label': 'Close', click: close }, '✕');
panel.append(make('div', { class: 'panel-head' }, make('h2', {}, TITLE), closeButton), faults, body);
panel.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
toggle.addEventListener('click', () => openPanel(panel.hidden, { focus: !wide.matches }));
wide.addEventListener('change', ({ matches }) => openPanel(matches));
openPanel(wide.matches);
