/** The list above the composer: commands, options or values, for whichever field has the focus. */
import { byId, make } from './dom.js';

const box = byId('picker');
const list = byId('picker-list');
const title = byId('picker-title');

let items = [];
let at = -1;
let field;

const elementAt = (index) => list.children[index];

function mark(next) {
  elementAt(at)?.setAttribute('aria-selected', 'false');
  at = next;
  const element = elementAt(at);
  element?.setAttribute('aria-selected', 'true');
  element?.scrollIntoView({ block: 'nearest' });
  if (element) field.setAttribute('aria-activedescendant', element.id);
  else field?.removeAttribute('aria-activedescendant');
}

export function closePicker() {
  box.hidden = true;
  mark(-1);
  field?.setAttribute('aria-expanded', 'false');
  items = [];
}

export const isPicking = () => !box.hidden;

/** Moves up or down, round the ends. */
export function movePick(by) {
  mark(at < 0 && by < 0 ? items.length - 1 : (at + by + items.length) % items.length);
}

/** Takes the marked item. @returns whether there was one */
export function takePick() {
  const item = items[at];
  if (!item) return false;
  closePicker();
  item.pick();
  return true;
}

const drawItem = ({ label, detail }, index) =>
  make(
    'div',
    {
      id: `pick-${index}`,
      role: 'option',
      'aria-selected': 'false',
      // The field keeps the focus.
      pointerdown: (event) => event.preventDefault(),
      click: () => {
        mark(index);
        takePick();
      },
    },
    make('b', {}, label),
    detail && make('span', {}, detail),
  );

/**
 * Offers items for a field; none closes the list.
 * @param {HTMLInputElement} input
 * @param {{ heading: string, offered: { label: string, detail?: string, pick: () => void }[], marked: boolean }} what `marked`: Enter takes the first
 */
export function offerPicks(input, { heading, offered, marked }) {
  closePicker();
  if (offered.length === 0) return;
  field = input;
  items = offered;
  title.textContent = heading;
  list.replaceChildren(...items.map(drawItem));
  box.hidden = false;
  list.scrollTop = 0;
  field.setAttribute('aria-expanded', 'true');
  if (marked) mark(0);
}
