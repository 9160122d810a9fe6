/** What is offered while something is written: commands, options of one, values of an option. */
import { addChip, allChips, chipOf, fillChip, sentOf, takenNames } from './chips.js';
import { byId } from './dom.js';
import { choicesOf, matching, slashCommands, slashData } from './draft.js';
import { closePicker, offerPicks } from './picker.js';
import { interaction, send, TYPING } from './talk.js';
import { currentCommand, describe, enter } from './writing.js';

/** Milliseconds after the last letter until values are asked for. */
const PAUSE = 60;

const text = byId('text');
/** Counts what was typed, so that values for an earlier letter are dropped. */
let turn = 0;

/** Goes on in a field, and offers what it may hold. */
export function goTo(input, commands) {
  input.focus();
  offer(input, commands);
}

function offerCommands(commands) {
  const found = matching(slashCommands(commands), text.value.slice(1));
  const offered = found.map((one) => ({ label: `/${one.name}`, detail: one.description, pick: () => goTo(enter(one), commands) }));
  offerPicks(text, { heading: 'Commands', offered, marked: true });
}

function offerOptions({ name, options = [] }, commands) {
  const take = (option) => {
    text.value = '';
    goTo(addChip(option).input, commands);
  };
  const free = options.filter((option) => !takenNames().has(option.name));
  const offered = matching(free, text.value).map((option) => ({ label: option.name, detail: option.description, pick: () => take(option) }));
  offerPicks(text, { heading: `Options of /${name}`, offered, marked: text.value.trim() !== '' && offered.length === 1 });
}

async function valuesFor(chip) {
  const { option, input } = chip;
  const fixed = choicesOf(option);
  if (fixed) return matching(fixed, input.value);
  if (!option.autocomplete) return [];
  const others = allChips().flatMap((one) => (one === chip ? [] : (sentOf(one) ?? [])));
  const focused = { name: option.name, type: option.type, value: input.value, focused: true };
  const { data } = await send(interaction(TYPING, slashData(currentCommand().name, [...others, focused]))).catch(() => ({}));
  return data?.choices ?? [];
}

/** After a value: the next empty field that is required, else on to further options. */
function pickValue(chip, { name, value }, commands) {
  fillChip(chip, name, value);
  const next = allChips().find(({ input, option }) => option.required && input.value.trim() === '');
  goTo(next?.input ?? text, commands);
}

async function offerValues(chip, commands) {
  const mine = turn;
  const isCurrent = () => mine === turn && document.activeElement === chip.input;
  await new Promise((resolve) => setTimeout(resolve, choicesOf(chip.option) ? 0 : PAUSE));
  const values = isCurrent() ? await valuesFor(chip) : [];
  if (!isCurrent()) return;
  const offered = values.map((choice) => ({ label: choice.name, pick: () => pickValue(chip, choice, commands) }));
  offerPicks(chip.input, { heading: `Values for ${chip.option.name}`, offered, marked: true });
}

const optionWords = ({ name, required, description }) => `${name}${required ? ' (required)' : ''}: ${description}`;

/** Offers what a field may hold, and says above it what it is for. */
export function offer(input, commands) {
  turn += 1;
  const chip = chipOf(input);
  const command = currentCommand();
  describe(chip ? optionWords(chip.option) : command && `/${command.name}: ${command.description}`);
  closePicker();
  if (chip) void offerValues(chip, commands);
  else if (command) offerOptions(command, commands);
  else if (/^\/\S*(?: \S*)?$/.test(text.value)) offerCommands(commands);
}

/** Drops what was asked for and has not come. */
export function offerNothing() {
  turn += 1;
  closePicker();
}
