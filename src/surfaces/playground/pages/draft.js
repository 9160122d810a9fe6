/** Commands as they are typed: from a line to a command with options, and from options to what Discord is sent. No page needed. */

const STRING = 3;
const BOOLEAN = 5;
/** Free text without a command asks this. */
export const FREE = { command: 'ask', option: 'question' };

/** A group's commands, each by its whole name: `digest preview`. */
const within = (group) => (group.options ?? []).filter(({ type }) => type === 1).map((one) => ({ ...one, name: `${group.name} ${one.name}` }));

/** Those that are typed after a slash. */
export const slashCommands = (commands) =>
  commands.filter(({ type }) => type === 1).flatMap((command) => (within(command).length > 0 ? within(command) : [command]));

/** A command with its options as Discord sends it; one of a group stands within that. */
export function slashData(name, options) {
  const [first, second] = name.split(' ');
  return { type: 1, name: first, options: second === undefined ? options : [{ type: 1, name: second, options }] };
}
/** Those in the menu of a message. */
export const messageCommands = (commands) => commands.filter(({ type }) => type === 3);

/** The option's fixed values, if it has any. @returns {{ name: string, value: unknown }[] | undefined} */
export function choicesOf({ type, choices }) {
  if (type !== BOOLEAN) return choices;
  return [
    { name: 'True', value: true },
    { name: 'False', value: false },
  ];
}

/** `supplier: Türkiye year: 2022` as values by name, and what stands before the first name. */
function readValues(text, options) {
  const names = options.map(({ name }) => name).join('|');
  const found = names === '' ? [] : [...text.matchAll(new RegExp(`(?:^|\\s)(${names}):`, 'g'))];
  const values = found.map((match, index) => [match[1], text.slice(match.index + match[0].length, found[index + 1]?.index).trim()]);
  return { values: new Map(values), rest: text.slice(0, found[0]?.index).trimStart() };
}

/** A line that begins with a known command and a space; undefined for any other. */
export function readLine(line, commands) {
  const command = slashCommands(commands).find(({ name }) => line.startsWith(`/${name}`) && /^\s/.test(line.slice(name.length + 1)));
  return command && { command, ...readValues(line.slice(command.name.length + 2), command.options ?? []) };
}

/** An option with what was typed or picked, as Discord sends it; undefined when no choice fits. */
export function sentOption(option, text, picked) {
  const fixed = choicesOf(option);
  const { name, type } = option;
  if (!fixed) return { name, type: type ?? STRING, value: picked ?? text };
  const choice = fixed.find((one) => one.value === picked || one.name.toLowerCase() === text.trim().toLowerCase());
  return choice && { name, type, value: choice.value };
}

/** Where words without an option's name belong: the first option, as in writing, if it takes any words and is free. */
export function freeOption({ options: [first] = [] }, taken) {
  return first?.type === STRING && !first.choices && !taken.has(first.name) ? first : undefined;
}

const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Those whose name begins with what was typed, then those that hold it. */
export function matching(items, typed, nameOf = ({ name }) => name) {
  const wanted = fold(typed.trim());
  const at = (item) => fold(nameOf(item)).indexOf(wanted);
  return items.filter((item) => at(item) >= 0).sort((a, b) => Math.min(at(a), 1) - Math.min(at(b), 1));
}
