/** What is being written: words, or a command with its options. */
import { addChip, allChips, clearChips, fillChip, givenOf, takenNames } from './chips.js';
import { byId } from './dom.js';
import { freeOption } from './draft.js';
import { closePicker } from './picker.js';

const text = byId('text');
const badge = byId('command');
const hint = byId('hint');
const PLACEHOLDER = text.placeholder;
const HINT = 'Enter sends · / lists the commands · ↑ brings back what you asked';

let command;

export const currentCommand = () => command;
export const isEmpty = () => !command && text.value === '';

/** The line above the field; the general one when there are no words. @param {string} [words] */
export function describe(words = HINT) {
  hint.textContent = words;
}

export function clear() {
  command = undefined;
  clearChips();
  closePicker();
  badge.hidden = true;
  text.value = '';
  text.placeholder = PLACEHOLDER;
  describe();
}

/**
 * Begins a command, with fields for what it requires and for what is given.
 * @param {Map<string, {text: string, value?: unknown}>} given values by option
 * @param {string} rest words without an option's name
 * @returns {HTMLInputElement} the field to go on in
 */
export function enter(next, given = new Map(), rest = '') {
  clear();
  command = next;
  badge.textContent = `/${next.name}`;
  badge.hidden = false;
  text.placeholder = 'add an option, or Enter';
  for (const option of next.options ?? []) if (option.required || given.has(option.name)) addChip(option, given.get(option.name));
  const empty = allChips().find(({ input }) => input.value === '');
  if (rest !== '' && empty) fillChip(empty, rest);
  else text.value = rest;
  return empty?.input ?? text;
}

/** What is left over in the line goes into the first option that takes any words. */
export function placeRest() {
  const option = text.value.trim() === '' ? undefined : freeOption(command, takenNames());
  if (!option) return;
  addChip(option, { text: text.value.trim() });
  text.value = '';
}

const draft = () => ({ command, given: new Map(allChips().map((chip) => [chip.option.name, givenOf(chip)])), words: text.value });

/** What was sent, last first. */
const sent = [];
const MOST = 50;
/** Which of them is shown; -1 for none. */
let shown = -1;

export function remember() {
  sent.unshift(draft());
  sent.length = Math.min(sent.length, MOST);
  shown = -1;
}

export const isRecalling = () => shown >= 0;
export function stopRecalling() {
  shown = -1;
}

/** Brings back what was sent before. @param {number} by 1: earlier, -1: later */
export function recall(by) {
  const next = Math.min(shown + by, sent.length - 1);
  clear();
  shown = next;
  const { command: was, given, words = '' } = sent[next] ?? {};
  if (was) enter(was, given, words);
  else text.value = words;
  (allChips().at(-1)?.input ?? text).focus();
}
