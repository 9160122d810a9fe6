/** Where questions and commands are written, with the keyboard alone if need be. */
import { allChips, chipBefore, chipOf, faultOf, removeChip, sentOf } from './chips.js';
import { byId, tell } from './dom.js';
import { FREE, readLine, slashCommands, slashData } from './draft.js';
import { goTo, offer, offerNothing } from './offers.js';
import { isPicking, movePick, takePick } from './picker.js';
import { COMMAND, interaction } from './talk.js';
import { clear, currentCommand, describe, enter, isEmpty, isRecalling, placeRest, recall, remember, stopRecalling } from './writing.js';

const form = byId('composer');
const text = byId('text');
const STRING = 3;
/** Pasted text with lines, or longer than this, is a message to check and no question. */
const LONGEST_QUESTION = 250;
const LONGEST_MESSAGE = 4000;

const isField = ({ target }) => target.tagName === 'INPUT';

/** Moves in the list; without one, through what was sent. */
function onArrow(event, by) {
  if (isPicking()) movePick(by);
  else if (isRecalling() || (by < 0 && isEmpty())) {
    recall(-by);
    offerNothing();
  } else return;
  event.preventDefault();
}

const take = (event) => {
  if (isPicking() && takePick()) event.preventDefault();
};

/** Closes the list; where there is none, drops what is written. */
function leave() {
  if (isPicking()) return offerNothing();
  clear();
  return text.focus();
}

/** At the start of a field: an empty option goes; before the first, the command. */
function onBackspace(event, commands) {
  const { target: input } = event;
  const chip = chipOf(input);
  if (!currentCommand() || input.selectionEnd !== 0 || (chip && input.value !== '')) return;
  event.preventDefault();
  const before = chipBefore(chip);
  if (chip) removeChip(chip);
  else if (!before) clear();
  goTo(before?.input ?? text, commands);
}

function onKey(event, commands) {
  const keys = {
    ArrowDown: () => onArrow(event, 1),
    ArrowUp: () => onArrow(event, -1),
    Enter: () => take(event),
    Tab: () => !event.shiftKey && take(event),
    Escape: leave,
    Backspace: () => onBackspace(event, commands),
  };
  if (!event.isComposing) keys[event.key]?.();
}

function onInput({ target }, commands) {
  stopRecalling();
  target.removeAttribute('aria-invalid');
  const read = target === text && !currentCommand() ? readLine(text.value, commands) : undefined;
  if (!read) return offer(target, commands);
  const given = new Map([...read.values].map(([name, value]) => [name, { text: value }]));
  return goTo(enter(read.command, given, read.rest), commands);
}

/** Whether the options can be sent; if not, says why and goes where it is wrong. */
function isComplete() {
  const faults = allChips().flatMap((chip) => faultOf(chip) ?? []);
  const chip = allChips().find(({ input }) => input.getAttribute('aria-invalid') === 'true');
  if (!chip) return true;
  chip.input.focus();
  offerNothing();
  describe(faults[0]);
  tell(faults[0]);
  return false;
}

/** The interaction of what is written, and what stands above its answer; undefined when it can't be sent. */
function written(commands) {
  const words = text.value.trim();
  const command = currentCommand();
  if (command) {
    placeRest();
    return isComplete() ? { name: command.name, options: allChips().flatMap((chip) => sentOf(chip) ?? []) } : undefined;
  }
  const typed = slashCommands(commands).find(({ name }) => words === `/${name}`)?.name ?? /^\/(\S+)/.exec(words)?.[1];
  if (typed) return { name: typed, options: [] };
  return words === '' ? undefined : freely(words);
}

const freely = (words) => ({ name: FREE.command, options: [{ name: FREE.option, type: STRING, value: words }] });

/** @param {object[]} commands as registered @param {{ ask: Function, post: Function }} outside sends an interaction; shows a message of the reader's own */
export function createComposer(commands, { ask, post }) {
  const send = ({ name, options }) => ask(interaction(COMMAND, slashData(name, options)), `/${name}`);

  function onSubmit(event) {
    event.preventDefault();
    const data = written(commands);
    if (!data) return;
    remember();
    clear();
    text.focus();
    void send(data);
  }

  function onPaste(event) {
    const pasted = event.clipboardData.getData('text').trim();
    if (!isEmpty() || (pasted.length <= LONGEST_QUESTION && !pasted.includes('\n'))) return;
    event.preventDefault();
    post(pasted.slice(0, LONGEST_MESSAGE));
  }

  form.addEventListener('keydown', (event) => isField(event) && onKey(event, commands));
  form.addEventListener('input', (event) => onInput(event, commands));
  form.addEventListener('focusin', (event) => isField(event) && currentCommand() && !isRecalling() && offer(event.target, commands));
  form.addEventListener('focusout', ({ relatedTarget }) => !form.contains(relatedTarget) && offerNothing());
  form.addEventListener('submit', onSubmit);
  text.addEventListener('paste', onPaste);
  describe();
  return { askFreely: (words) => send(freely(words)), focus: () => text.focus() };
}
