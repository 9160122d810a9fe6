/** What users do: ask, type, press, pick, fill in. Each resolves when the application has answered. */
import { type Answered, answered } from './answered.ts';
import { picked, pressed, submitted } from './components.ts';
import { deliver, type Sender, type Way } from './deliver.ts';
import { openExchange, until } from './exchange.ts';
import { fill, fillFocused, findCommand, type Values } from './options.ts';
import type { Request } from './server.ts';
import type { APIMessage, Command } from './types.ts';
import { channelOfWhere, interactionOf, type Where } from './where.ts';

export interface Actions {
  /** Runs a slash command; a subcommand by its whole name, `digest preview`. Values are as an option's type has them. */
  slash(name: string, values?: Values, where?: Where): Promise<Answered>;
  /** Types into an option of a slash command; `values` are the options filled in so far. */
  autocomplete(name: string, option: string, typed: string, values?: Values, where?: Where): Promise<Answered>;
  /** Runs a command from the menu of a message. */
  messageCommand(name: string, message: APIMessage, where?: Where): Promise<Answered>;
  /** Presses a button of a message as it stands now. */
  press(message: APIMessage | undefined, customId: string, where?: Where): Promise<Answered>;
  /** Picks from a menu of a message as it stands now. */
  select(message: APIMessage | undefined, customId: string, values: readonly string[], where?: Where): Promise<Answered>;
  /** Fills in and sends the modal that was the answer. */
  submit(modal: Answered, fields: Readonly<Record<string, string>>, where?: Where): Promise<Answered>;
}

export interface Acting {
  sender: Sender;
  way: () => Way;
  /** What has been asked of REST so far. */
  requests: () => readonly Request[];
}

/** What an interaction with a command says of it. */
const naming = ({ id, name, type, guild_id }: Command) => ({ id, name, type, ...(guild_id && { guild_id }) });

/** What was wrong with answers that Discord did not take. */
const refusals = (requests: readonly Request[], interaction: string): string[] =>
  requests
    .filter(({ path, status = 0 }) => path.startsWith(`/interactions/${interaction}/`) && status >= 400)
    .map(({ status, answer }) => `refused: ${status} ${JSON.stringify(answer)}`);

export function actionsOf({ sender, way, requests }: Acting): Actions {
  const { world } = sender;

  async function act(type: number, data: unknown, where: Where, what: string, message?: APIMessage): Promise<Answered> {
    const { patience = sender.patience } = where;
    const interaction = interactionOf(world, type, data, where, message);
    const exchange = openExchange(interaction, channelOfWhere(world, where), world.clock.now());
    world.exchanges.put(interaction.id, exchange);
    world.tokens.put(interaction.token, exchange);
    try {
      await deliver({ ...sender, patience }, exchange, way());
      await until(exchange, () => exchange.callback, patience, `an answer to ${what}`);
    } catch (error) {
      throw new Error([String(error), ...refusals(requests(), interaction.id)].join('\n'), { cause: error });
    }
    return answered(world, exchange, patience);
  }

  const standing = (message: APIMessage | undefined): APIMessage => {
    const found = world.messages.get(message?.id ?? '');
    if (!found) throw new Error('there is no such message, or no longer');
    return found;
  };

  /** A component stands where its message does. */
  const beside = (message: APIMessage, where: Where): Where => {
    const channel = world.channels.get(message.channel_id);
    return channel ? { channel, ...where } : where;
  };

  return {
    slash: async (name, values = {}, where = {}) => {
      const command = findCommand(world, 1, name, channelOfWhere(world, where));
      return act(2, { ...naming(command), options: fill(command, name, values) }, where, `/${name}`);
    },
    autocomplete: async (name, option, typed, values = {}, where = {}) => {
      const command = findCommand(world, 1, name, channelOfWhere(world, where));
      return act(4, { ...naming(command), options: fillFocused(command, name, option, typed, values) }, where, `\`${typed}\` in ${option} of /${name}`);
    },
    messageCommand: async (name, message, where = {}) => {
      const place = beside(message, where);
      const command = findCommand(world, 3, name, channelOfWhere(world, place));
      const resolved = { messages: { [message.id]: structuredClone(message) } };
      return act(2, { ...naming(command), target_id: message.id, resolved }, place, name);
    },
    press: async (message, customId, where = {}) => {
      const now = standing(message);
      return act(3, pressed(now, customId), beside(now, where), `the button ${customId}`, now);
    },
    select: async (message, customId, values, where = {}) => {
      const now = standing(message);
      return act(3, picked(now, customId, values), beside(now, where), `the menu ${customId}`, now);
    },
    submit: async (modal, fields, where = {}) => {
      const { channel_id = '', message } = modal.interaction;
      const channel = world.channels.get(channel_id);
      return act(5, submitted(modal.callback, fields), { ...(channel && { channel }), ...where }, 'a modal', message);
    },
  };
}
