/** The contract of a command: a value that turns a request into a reply. Only surfaces send. */
import type { Base } from '../base/schema.ts';
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

/** What somebody asked for, as plain values, whichever surface it came from. */
export interface Request {
  command: string;
  /** Options by name, as typed or picked. */
  options: Readonly<Record<string, string>>;
  /** Which of the matches is shown, from 0. */
  at?: number;
  /** The reader's day, in ISO 8601. */
  today: string;
  surface: 'terminal' | 'playground' | 'http' | 'gateway';
}

/** What every command may use. */
export interface Context {
  base: Base;
  search: Search;
}

interface Named {
  /** What is typed after the slash. */
  name: string;
  /** `slash` and `message` are registered; a `button` is reached from replies only. */
  type: 'slash' | 'message' | 'button';
  /** What stands in Discord's menu of a message, where names may have spaces. */
  title?: string;
  /** One line, for lists of commands. */
  description: string;
  /** For a message command the names are titles. */
  localised: { name: Localised; description: Localised };
  /** Private unless told otherwise. */
  quiet?: true;
  /** May take a second or two: where Discord waits, the answer is put off at once and the work begins after that. */
  slow?: true;
}

/** A command with its options' names forgotten, as lists and surfaces have it; built by {@link defineCommand}. */
export interface Command extends Named {
  options: Options;
  /** Values for one option, best first; `request.options[option]` is what was typed so far. */
  suggest?(option: string, request: Request, context: Context): readonly Suggestion[];
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
  suggest?(option: Suggesting<O>, given: Given<O>, request: Request, context: Context): readonly Suggestion[];
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
