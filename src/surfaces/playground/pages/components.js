/** Buttons and selects under a message. */
import { link, make } from './dom.js';

const ROW = 1;
const BUTTON = 2;
const SELECT = 3;
/** A button that opens an address. */
const LINK = 5;
const LOOKS = { 1: 'main', 2: 'plain', 3: 'good', 4: 'danger' };

const faceOf = ({ emoji, label }) => [emoji?.name && make('span', { class: 'emoji', 'aria-hidden': 'true' }, emoji.name), label];

function drawLink(button) {
  const mark = make('span', { 'aria-hidden': 'true' }, '↗');
  return link(button.url, { class: 'button plain' }, ...faceOf(button), mark, make('span', { class: 'hidden' }, ' (opens beside this page)'));
}

function drawButton(button, press) {
  if (button.style === LINK) return drawLink(button);
  const pressed = (event) => press({ component_type: BUTTON, custom_id: button.custom_id }, event.currentTarget);
  return make('button', { type: 'button', class: `button ${LOOKS[button.style] ?? 'plain'}`, disabled: button.disabled, click: pressed }, ...faceOf(button));
}

const optionWords = ({ emoji, label, description }) => [emoji?.name, [label, description].filter(Boolean).join(' — ')].filter(Boolean).join(' ');

/** A select of the browser's own: it works with every keyboard, screen reader and phone. */
function drawSelect({ custom_id: id, placeholder = 'Choose', options, disabled }, press) {
  const first = make('option', { value: '', disabled: true, selected: true }, placeholder);
  const chosen = (event) => {
    const select = event.currentTarget;
    press({ component_type: SELECT, custom_id: id, values: [select.value] }, select);
    select.value = '';
  };
  const rest = options.map((option) => make('option', { value: option.value }, optionWords(option)));
  return make('select', { class: 'select', 'aria-label': placeholder, disabled, change: chosen }, first, ...rest);
}

/** @param {object} row as Discord's API has it @param {(data: object, element: HTMLElement) => void} press */
export function drawRow(row, press) {
  if (row.type !== ROW) return undefined;
  const drawn = row.components.map((component) => (component.type === SELECT ? drawSelect(component, press) : drawButton(component, press)));
  return make('div', { class: 'buttons' }, ...drawn);
}
