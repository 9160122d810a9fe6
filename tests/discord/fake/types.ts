/** Discord's objects as they go over the wire, as far as the fake has them. */
import type {
  APIApplicationCommandOptionChoice,
  APIAttachment,
  APIBaseInteraction,
  APIEmbed,
  APIGuildMember,
  APIMessage,
  APIRole,
  APIUser,
  InteractionType,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';

export type { APIAttachment, APIMessage, APIRole, APIUser };

/** What a message is made from, by any of the routes that make one. */
export type MessageBody = RESTPostAPIChannelMessageJSONBody;

/** A file as it was uploaded, with the name of its part of the form: `files[0]`. */
export interface Upload {
  key: string;
  name: string;
  type: string;
  bytes: Buffer;
}

/** 0 a server's text channel, 5 its announcements, 10 to 12 threads, 15 a forum; 1 direct messages with the bot, 3 a group of users without it. */
export interface Channel {
  id: string;
  type: 0 | 1 | 3 | 5 | 10 | 11 | 12 | 15;
  guild_id?: string;
  name?: string;
  recipients?: APIUser[];
  [more: string]: unknown;
}

export interface Guild {
  id: string;
  name: string;
  preferred_locale: string;
  owner_id: string;
  roles: APIRole[];
  channels: Channel[];
  /** Users who are in it; the bot among them, unless it is installed by users alone. */
  members: APIGuildMember[];
  [more: string]: unknown;
}

/** A first answer to an interaction, as it was sent. */
export interface Callback {
  type: number;
  data?: {
    content?: string | null;
    embeds?: APIEmbed[];
    components?: Component[];
    flags?: number;
    choices?: APIApplicationCommandOptionChoice<string>[];
    custom_id?: string;
    title?: string;
    allowed_mentions?: { parse?: string[] };
    attachments?: Partial<APIAttachment>[];
  };
}

/** A component, or a row or label of them, in the fields that the fake reads. */
export interface Component {
  type: number;
  custom_id?: string;
  style?: number;
  label?: string;
  url?: string;
  disabled?: boolean;
  min_values?: number;
  max_values?: number;
  options?: { label: string; value: string; description?: string; default?: boolean }[];
  components?: Component[];
  component?: Component;
  [more: string]: unknown;
}

/** An interaction as it is delivered. */
export type Interaction = APIBaseInteraction<InteractionType, unknown>;

/** A command as it is registered, with what Discord adds. */
export interface Command {
  id: string;
  application_id: string;
  guild_id?: string;
  version: string;
  type: number;
  name: string;
  description: string;
  options?: CommandOption[];
  contexts: number[] | null;
  integration_types: number[];
  [more: string]: unknown;
}

export interface CommandOption {
  type: number;
  name: string;
  required?: boolean;
  autocomplete?: boolean;
  max_length?: number;
  choices?: { name: string; value: string | number }[];
  /** Of a subcommand. */
  options?: CommandOption[];
  [more: string]: unknown;
}
