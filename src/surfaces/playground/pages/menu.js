/** The menu of a message: by right click, long press, the menu key or its own button. */
import { make } from './dom.js';

/** Milliseconds that a finger rests on a message. */
const LONG = 550;

let menu;
let opener;

function close(refocus = true) {
  if (!menu) return;
  menu.remove();
  menu = undefined;
  if (refocus) opener?.focus();
}

function onKey(event) {
  const all = [...menu.querySelectorAll('button')];
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) all[to % all.length].focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function drawItem({ label, note, run }) {
  const chosen = () => {
    close();
    run();
  };
  return make('button', { type: 'button', role: 'menuitem', tabindex: -1, click: chosen }, label, note && make('small', {}, note));
}

/** Keeps the menu within the window. */
function placeAt(x, y) {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.setProperty('left', `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`);
  menu.style.setProperty('top', `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`);
}

/** Opens a menu. @param {{ label: string, note?: string, run: () => void }[]} items @param {{ x: number, y: number, from: HTMLElement }} where */
export function openMenu(items, { x, y, from }) {
  close(false);
  opener = from;
  menu = make('div', { class: 'menu', role: 'menu', 'aria-label': 'Message', keydown: onKey }, ...items.map(drawItem));
  document.querySelector('main').append(menu);
  placeAt(x, y);
  menu.querySelector('button').focus();
}

document.addEventListener('pointerdown', ({ target }) => {
  if (menu && !menu.contains(target)) close(false);
});

/** Where the browser's own menu is of more use: links, selects, chosen text, and between messages. */
const isElsewhere = ({ target }) => target.closest('a, select') !== null || target.closest('.message') === null || String(getSelection()) !== '';

/** Calls with the message under a right click, a long press or the menu key. @param {HTMLElement} list @param {(item: HTMLElement, where: object) => void} open */
export function onMenu(list, open) {
  let timer;
  const at = (event) => {
    const item = event.target.closest('.message');
    if (!item) return;
    const { left, top } = item.getBoundingClientRect();
    // The menu key has no place of its own.
    const where = event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : { x: left + 72, y: top + 24 };
    open(item, { ...where, from: document.activeElement === document.body ? item : document.activeElement });
  };
  list.addEventListener('contextmenu', (event) => {
    if (isElsewhere(event)) return;
    event.preventDefault();
    if (!menu) at(event);
  });
  list.addEventListener(
    'touchstart',
    (event) => {
      const [{ clientX, clientY }] = event.touches;
      timer = setTimeout(() => !menu && at({ target: event.target, clientX, clientY }), LONG);
    },
    { passive: true },
  );
  for (const end of ['touchend', 'touchmove', 'touchcancel']) list.addEventListener(end, () => clearTimeout(timer), { passive: true });
}
