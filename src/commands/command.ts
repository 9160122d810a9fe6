/** The contract of a command: a value that turns a request into a reply. Only surfaces send. */
import type { Base } from '../base/schema.ts';
import type { DigestService } from '../digest/service.ts';
import type { Theme } from '../pictures/picture.ts';
import type { Studio } from '../pictures/studio.ts';
import type { Reply } from '../replies/reply.ts';
import type { Resolution, Search } from '../search/resolution.ts';

/** The languages beside English that commands are named in; Discord has no Azerbaijani, Kazakh, Kyrgyz or Uzbek. */
type Locale = 'tr' | 'ru' | 'uk';
export type Localised = Readonly<Record<Locale, string>>;

export interface OptionDefinition {
  /** One line; 100 UTF-16 units at most, as Discord has it. */
  description: string;
  localised: { name: Localised; description: Localised };
  required: boolean;
  /** UTF-16 units; what stands beyond is cut. */
  longest: number;
  /** What is picked where there is something to pick; words where this is absent. A channel or a role comes as its id, a flag that is up as `yes`. */
  kind?: 'channel' | 'role' | 'flag';
  /** The command offers values while they are typed. */
  suggests?: true;
  /** In writing this option stands first and without its name; one option of a command at most. */
  bare?: true;
}
export type Options = Readonly<Record<string, OptionDefinition>>;

/** A value offered while it is typed. */
export interface Suggestion {
  /** What comes back when it is picked: a stable id, 100 UTF-16 units at most. */
  value: string;
  /** `Kazakhstan · 5 records`; 100 UTF-16 units at most. */
  name: string;
}

type Suggestions = readonly Suggestion[] | Promise<readonly Suggestion[]>;

/** What Discord lets somebody do, in its own words; those that matter here. */
export type Permission =
  | 'Administrator'
  | 'Manage Server'
  | 'View Channel'
  | 'Send Messages'
  | 'Send Messages in Threads'
  | 'Embed Links'
  | 'Attach Files'
  | 'Read Message History'
  | 'Manage Threads';

/** Where somebody asks, as far as a surface knows; ids are Discord's. */
export interface Place {
  /** Absent in direct messages. */
  guild?: string;
  channel: string;
  user: string;
  /** Who asks, as a member of the server: what they may do in this channel, and ids of their roles. */
  member?: { may: ReadonlySet<Permission>; roles: readonly string[] };
  /** What this application may do in this channel. */
  app: ReadonlySet<Permission>;
}

/** What somebody asked for, as plain values, whichever surface it came from. */
export interface Request {
  command: string;
  /** Options by name, as typed or picked. */
  options: Readonly<Record<string, string>>;
  /** Which of the matches is shown, from 0. */
  at?: number;
  /** In which colours a picture is drawn; dark ones unless told. */
  theme?: Theme;
  /** The reader's day, in ISO 8601. */
  today: string;
  /** The moment of asking, where the surface has a clock. */
  now?: Temporal.Instant;
  place?: Place;
  /** The language of the asker's client, as Discord tells it: `tr`, `en-GB`. */
  locale?: string;
  surface: 'terminal' | 'playground' | 'http' | 'gateway';
}

/** What every command may use. */
export interface Context {
  base: Base;
  search: Search;
  /** Subscriptions to the daily digest, where there is a store to keep them. */
  digests?: DigestService;
  /** Draws pictures; on the spot unless there is a thread for it. */
  draw?: Studio;
}

/** Commands that Discord shows as one with subcommands: the first word of their names. */
export interface Group {
  name: string;
  description: string;
  localised: { name: Localised; description: Localised };
}

interface Named {
  /** What is typed after the slash: one word, or the group's and one more: `digest subscribe`. */
  name: string;
  /** Absent where the name is one word. `localised` then tells the second word alone. */
  group?: Group;
  /** `slash` and `message` are registered; a `button` is reached from replies only. */
  type: 'slash' | 'message' | 'button';
  /** What stands in Discord's menu of a message, where names may have spaces. */
  title?: string;
  /** One line, for lists of commands. */
  description: string;
  /** What stands above its answers, where the request in writing would tell a reader nothing: `/neighbours kg-aksungur-anka-2023-01`. */
  heading?: string;
  /** For a message command the names are titles. */
  localised: { name: Localised; description: Localised };
  /** Private unless told otherwise; or always, and then nobody is asked. */
  quiet?: true | 'always';
  /** May take a second or two: where Discord waits, the answer is put off at once and the work begins after that. */
  slow?: true;
}

/** A command with its options' names forgotten, as lists and surfaces have it; built by {@link defineCommand}. */
export interface Command extends Named {
  options: Options;
  /** Values for one option, best first; `request.options[option]` is what was typed so far. */
  suggest?(option: string, request: Request, context: Context): Suggestions;
  /** What the request resolves to, for those who want records and not their wording; absent when the command asks nothing. */
  resolve?(request: Request, context: Context): Resolution;
  execute(request: Request, context: Context): Reply | Promise<Reply>;
}

/** The options' values: a required one that is missing is empty. */
type Given<O extends Options> = { readonly [K in keyof O]: O[K]['required'] extends true ? string : string | undefined };

/** Names of the options that offer values. */
type Suggesting<O extends Options> = { [K in keyof O]: O[K] extends { suggests: true } ? K : never }[keyof O];

interface Definition<O extends Options> extends Named {
  options: O;
  suggest?(option: Suggesting<O>, given: Given<O>, request: Request, context: Context): Suggestions;
  resolve?(given: Given<O>, request: Request, context: Context): Resolution;
  execute(given: Given<O>, request: Request, context: Context): Reply | Promise<Reply>;
}

function givenIn<O extends Options>(options: O, request: Request): Given<O> {
  const values = Object.entries(options).map(([name, { required }]) => [
    name,
    Object.hasOwn(request.options, name) ? request.options[name] : required ? '' : undefined,
  ]);
  return Object.fromEntries(values) as Given<O>;
}

/** Makes a command of a definition whose handlers are typed by its options, so that the two can't drift apart. */
export function defineCommand<const O extends Options>({ suggest, resolve, execute, ...named }: Definition<O>): Command {
  const { options } = named;
  return {
    ...named,
    ...(suggest && {
      suggest: (option: string, request: Request, context: Context) =>
        Object.hasOwn(options, option) && options[option]?.suggests ? suggest(option as Suggesting<O>, givenIn(options, request), request, context) : [],
    }),
    ...(resolve && { resolve: (request: Request, context: Context) => resolve(givenIn(options, request), request, context) }),
    execute: (request, context) => execute(givenIn(options, request), request, context),
  };
}
