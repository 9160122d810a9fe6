/** What a user can press, pick and fill in, as Discord's own client would let them. */
import type { APIMessage, Callback, Component } from './types.ts';

const partsOf = (message: APIMessage): Component[] => ((message.components ?? []) as unknown as Component[]).flatMap(({ components }) => components ?? []);

/**
 * The component of a message with that id.
 * @throws When there is none, or it is disabled.
 */
function find(message: APIMessage, type: number, customId: string): Component {
  const parts = partsOf(message).filter((part) => part.type === type);
  const found = parts.find((part) => part.custom_id === customId);
  if (!found)
    throw new Error(`the message has no component \`${customId}\`; there are: ${parts.map((part) => part.custom_id ?? part.url).join(', ') || 'none'}`);
  if (found.disabled) throw new Error(`the component \`${customId}\` is disabled`);
  return found;
}

/** The data of an interaction that a pressed button makes. */
export function pressed(message: APIMessage, customId: string): object {
  const { id } = find(message, 2, customId);
  return { component_type: 2, custom_id: customId, id };
}

/**
 * The data of an interaction that a choice in a menu makes.
 * @throws When the menu does not offer a value, or does not let so many be chosen.
 */
export function picked(message: APIMessage, customId: string, values: readonly string[]): object {
  const { id, options = [], min_values = 1, max_values = 1 } = find(message, 3, customId);
  const unknown = values.find((value) => !options.some((option) => option.value === value));
  if (unknown !== undefined)
    throw new Error(`the menu \`${customId}\` does not offer \`${unknown}\`; it offers: ${options.map(({ value }) => value).join(', ')}`);
  if (values.length < min_values || values.length > max_values) throw new Error(`the menu \`${customId}\` lets ${min_values} to ${max_values} be chosen`);
  return { component_type: 3, custom_id: customId, values, id };
}

/**
 * The data of an interaction that a sent modal makes. What is not filled in anew is sent as the modal held it.
 * @throws When the answer was no modal, or it has no such field.
 */
export function submitted({ type, data }: Callback, fields: Readonly<Record<string, string>>): object {
  if (type !== 9) throw new Error('the answer was no modal');
  const inputs = (data?.components ?? []).flatMap(({ component }) => component ?? []);
  const unknown = Object.keys(fields).find((name) => !inputs.some((input) => input.custom_id === name));
  if (unknown !== undefined) throw new Error(`the modal has no field \`${unknown}\`; there are: ${inputs.map((input) => input.custom_id).join(', ')}`);
  const filled = (input: Component) => {
    const value = fields[input.custom_id ?? ''] ?? (typeof input.value === 'string' ? input.value : '');
    return { type: input.type, custom_id: input.custom_id, ...(input.type === 4 ? { value } : { values: value === '' ? [] : [value] }) };
  };
  const components = (data?.components ?? []).map(({ type: kind, component }, at) => ({
    type: kind,
    id: at * 2 + 1,
    ...(component && { component: { id: at * 2 + 2, ...filled(component) } }),
  }));
  return { custom_id: data?.custom_id, components };
}
