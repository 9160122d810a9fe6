/** The options of the command that is being written, each a field with its name. */
import { byId, make } from './dom.js';
import { sentOption } from './draft.js';

const place = byId('chips');
/** @type {{ option: object, input: HTMLInputElement, element: HTMLElement, picked?: { text: string, value: unknown } }[]} */
let chips = [];

export const allChips = () => chips;
export const takenNames = () => new Set(chips.map(({ option }) => option.name));
export const chipOf = (input) => chips.find((chip) => chip.input === input);

/** The chip before one, or the last. */
export const chipBefore = (chip) => chips[(chip ? chips.indexOf(chip) : chips.length) - 1];

function fieldOf({ name, description, required, max_length: longest = 200 }) {
  return make('input', {
    role: 'combobox',
    'aria-label': `${name}${required ? ', required' : ''}: ${description}`,
    'aria-controls': 'picker-list',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    'aria-describedby': 'hint',
    maxlength: longest,
    spellcheck: 'false',
    autocapitalize: 'off',
    enterkeyhint: 'send',
  });
}

/** Adds an option's field. @param {object} option @param {{ text: string, value?: unknown }} [given] */
export function addChip(option, given) {
  const input = fieldOf(option);
  const chip = { option, input, element: make('span', { class: 'chip' }, make('span', { class: 'chip-name', 'aria-hidden': 'true' }, option.name), input) };
  chips.push(chip);
  place.append(chip.element);
  if (given) fillChip(chip, given.text, given.value);
  return chip;
}

/** Puts a value in; a picked one counts as long as its text stays. */
export function fillChip(chip, text, value) {
  chip.input.value = text;
  chip.picked = value === undefined ? undefined : { text, value };
}

export function removeChip(chip) {
  chips = chips.filter((one) => one !== chip);
  chip.element.remove();
}

export function clearChips() {
  chips = [];
  place.replaceChildren();
}

/** A chip's picked value, if what it shows is what was picked. */
const pickedOf = ({ input, picked }) => (picked?.text === input.value ? picked.value : undefined);

export const givenOf = (chip) => ({ text: chip.input.value, value: pickedOf(chip) });

/** A chip as Discord is sent it; undefined when it is empty or no choice fits. */
export const sentOf = (chip) => (chip.input.value.trim() === '' ? undefined : sentOption(chip.option, chip.input.value, pickedOf(chip)));

/** Why the chip can't be sent, in a sentence; undefined when it can. Marks it. */
export function faultOf(chip) {
  const { option, input } = chip;
  const empty = input.value.trim() === '';
  const fault =
    (empty && option.required && `${option.name} is required.`) || (!empty && !sentOf(chip) && `${option.name}: pick one of the choices.`) || undefined;
  input.setAttribute('aria-invalid', String(fault !== undefined));
  return fault;
}
