/** Where questions and commands are written, with the keyboard alone if need be. */
import { addChip, allChips, chipBefore, chipOf, clearChips, faultOf, fillChip, givenOf, removeChip, sentOf, takenNames } from './chips.js';
import { byId, tell } from './dom.js';
import { choicesOf, FREE, freeOption, matching, readLine, slashCommands } from './draft.js';
import { closePicker, isPicking, movePick, offerPicks, takePick } from './picker.js';
import { COMMAND, interaction, send, TYPING } from './talk.js';

const form = byId('composer');
const text = byId('text');
const badge = byId('command');
const hint = byId('hint');

const HINT = 'Enter sends · / lists the commands · ↑ brings back what you asked';
const PLACEHOLDER = text.placeholder;
/** Milliseconds after the last letter until values are asked for. */
const PAUSE = 60;
/** Pasted text with lines, or longer than this, is a message to check and no question. */
const LONGEST_QUESTION = 250;

/** @param {object[]} commands as registered @param {{ ask: Function, post: Function }} outside sends an interaction; shows a message of the reader's own */
export function createComposer(commands, { ask, post }) {
  const sent = [];
  let command;
  let back = -1;
  let typing = 0;

  const describe = (words = HINT) => {
    hint.textContent = words;
  };

  function clear() {
    command = undefined;
    clearChips();
    closePicker();
    badge.hidden = true;
    text.value = '';
    text.placeholder = PLACEHOLDER;
    describe();
  }

  /** Begins a command. @param {Map<string, {text: string, value?: unknown}>} given @param {string} rest words without an option's name */
  function enter(next, given = new Map(), rest = '') {
    clear();
    command = next;
    badge.textContent = `/${next.name}`;
    badge.hidden = false;
    text.placeholder = 'add an option, or Enter';
    for (const option of next.options ?? []) if (option.required || given.has(option.name)) addChip(option, given.get(option.name));
    const empty = allChips().find(({ input }) => input.value === '');
    if (rest !== '' && empty) fillChip(empty, rest);
    else text.value = rest;
    (empty?.input ?? text).focus();
    offer(empty?.input ?? text);
  }

  const offerCommands = () => {
    const found = matching(slashCommands(commands), text.value.slice(1));
    const offered = found.map((one) => ({ label: `/${one.name}`, detail: one.description, pick: () => enter(one) }));
    offerPicks(text, { heading: 'Commands', offered, marked: true });
  };

  const offerOptions = () => {
    const free = (command.options ?? []).filter(({ name }) => !takenNames().has(name));
    const offered = matching(free, text.value).map((option) => ({ label: option.name, detail: option.description, pick: () => take(option) }));
    offerPicks(text, { heading: `Options of /${command.name}`, offered, marked: text.value.trim() !== '' && offered.length === 1 });
  };

  function take(option) {
    text.value = '';
    const { input } = addChip(option);
    input.focus();
    offer(input);
  }

  /** After a value: the next empty field, else on to further options. */
  function goOn() {
    const next = allChips().find(({ input, option }) => option.required && input.value.trim() === '')?.input ?? text;
    next.focus();
    offer(next);
  }

  async function valuesFor(chip) {
    const fixed = choicesOf(chip.option);
    if (fixed) return matching(fixed, chip.input.value);
    if (!chip.option.autocomplete) return [];
    const others = allChips()
      .filter((one) => one !== chip)
      .flatMap((one) => sentOf(one) ?? []);
    const focused = { name: chip.option.name, type: chip.option.type, value: chip.input.value, focused: true };
    const { data } = await send(interaction(TYPING, { type: 1, name: command.name, options: [...others, focused] })).catch(() => ({}));
    return data?.choices ?? [];
  }

  /** Values for a field while it is typed in; late ones are dropped. */
  async function offerValues(chip) {
    typing += 1;
    const mine = typing;
    await new Promise((resolve) => setTimeout(resolve, choicesOf(chip.option) ? 0 : PAUSE));
    const values = mine === typing ? await valuesFor(chip) : [];
    if (mine !== typing || document.activeElement !== chip.input) return;
    const pick =
      ({ name, value }) =>
      () => {
        fillChip(chip, name, value);
        goOn();
      };
    const offered = values.map((choice) => ({ label: choice.name, pick: pick(choice) }));
    offerPicks(chip.input, { heading: `Values for ${chip.option.name}`, offered, marked: true });
  }

  function offer(input) {
    const chip = chipOf(input);
    if (chip) {
      describe(`${chip.option.name}${chip.option.required ? ' (required)' : ''}: ${chip.option.description}`);
      closePicker();
      void offerValues(chip);
      return;
    }
    typing += 1;
    describe(command ? `/${command.name}: ${command.description}` : HINT);
    if (command) offerOptions();
    else if (/^\/\S*$/.test(text.value)) offerCommands();
    else closePicker();
  }

  const isEmpty = () => !command && text.value === '';
  const draft = () => ({ command, given: new Map(allChips().map((chip) => [chip.option.name, givenOf(chip)])), text: text.value });

  /** Brings back what was sent before. @param {number} by 1: earlier, -1: later */
  function recall(by) {
    const next = Math.min(back + by, sent.length - 1);
    if (sent.length === 0) return;
    back = next;
    clear();
    if (back < 0) return;
    const { command: was, given, text: words } = sent[back];
    if (was) enter(was, given, words);
    else text.value = words;
    typing += 1;
    closePicker();
    (allChips().at(-1)?.input ?? text).focus();
  }

  function remember() {
    sent.unshift(draft());
    sent.length = Math.min(sent.length, 50);
    back = -1;
  }

  /** What is left over in the line goes into the first option that takes any words. */
  function placeRest() {
    const option = text.value.trim() === '' ? undefined : freeOption(command, takenNames());
    if (!option) return;
    addChip(option, { text: text.value.trim() });
    text.value = '';
  }

  function submitCommand() {
    placeRest();
    const faulty = allChips()
      .map((chip) => [chip, faultOf(chip)])
      .find(([, fault]) => fault);
    if (faulty) {
      const [chip, fault] = faulty;
      chip.input.focus();
      describe(fault);
      tell(fault);
      return;
    }
    const options = allChips().flatMap((chip) => sentOf(chip) ?? []);
    const { name } = command;
    remember();
    clear();
    text.focus();
    void ask(interaction(COMMAND, { type: 1, name, options }), `/${name}`);
  }

  function submitText() {
    const words = text.value.trim();
    if (words === '') return;
    remember();
    clear();
    const unknown = /^\/(\S+)/.exec(words)?.[1];
    if (unknown) void ask(interaction(COMMAND, { type: 1, name: unknown, options: [] }), `/${unknown}`);
    else askFreely(words);
  }

  /** A question without a command. */
  function askFreely(words) {
    const options = [{ name: FREE.option, type: 3, value: words }];
    return ask(interaction(COMMAND, { type: 1, name: FREE.command, options }), `/${FREE.command}`);
  }

  function leave() {
    if (isPicking()) closePicker();
    else clear();
    text.focus();
  }

  function eraseBack(event, input) {
    if (input.selectionStart !== 0 || input.selectionEnd !== 0 || !command) return;
    const chip = chipOf(input);
    if (chip && input.value !== '') return;
    event.preventDefault();
    const before = chipBefore(chip);
    if (chip) removeChip(chip);
    if (!chip && !before) clear();
    const next = before?.input ?? text;
    next.focus();
    offer(next);
  }

  const KEYS = {
    ArrowDown: (event) => {
      if (isPicking()) movePick(1);
      else if (back >= 0) recall(-1);
      else return;
      event.preventDefault();
    },
    ArrowUp: (event) => {
      if (isPicking()) movePick(-1);
      else if (isEmpty() || back >= 0) recall(1);
      else return;
      event.preventDefault();
    },
    Enter: (event) => {
      if (isPicking() && takePick()) event.preventDefault();
    },
    Tab: (event) => {
      if (!event.shiftKey && isPicking() && takePick()) event.preventDefault();
    },
    Escape: leave,
    Backspace: (event) => eraseBack(event, event.target),
  };

  form.addEventListener('keydown', (event) => {
    if (event.target.tagName === 'INPUT' && !event.isComposing) KEYS[event.key]?.(event);
  });
  form.addEventListener('input', ({ target }) => {
    back = -1;
    target.removeAttribute('aria-invalid');
    const read = target === text && !command ? readLine(text.value, commands) : undefined;
    if (read) enter(read.command, new Map([...read.values].map(([name, value]) => [name, { text: value }])), read.rest);
    else offer(target);
  });
  form.addEventListener('focusin', ({ target }) => {
    if (target.tagName === 'INPUT' && command) offer(target);
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!form.contains(relatedTarget)) closePicker();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (command) submitCommand();
    else submitText();
  });
  text.addEventListener('paste', (event) => {
    const pasted = event.clipboardData.getData('text').trim();
    if (command || text.value !== '' || (pasted.length <= LONGEST_QUESTION && !pasted.includes('\n'))) return;
    event.preventDefault();
    post(pasted.slice(0, 4000));
  });
  describe();

  return { askFreely, focus: () => text.focus() };
}
