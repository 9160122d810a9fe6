/**
 * Requests in writing: `/deal early 2022 supplier: Türkiye status: unconfirmed`.
 * An answer shows its request so, and a button under it asks again from there: the state lives in the message.
 */
import { firstOf } from '../replies/cut.ts';
import { AUTHOR_LINE } from '../replies/room.ts';
import type { Command, Options, Request } from './command.ts';
import { commands } from './index.ts';

/** UTF-16 units: the line above an answer shows the request. */
export const LONGEST_WRITTEN = AUTHOR_LINE;

/** What a writing tells: everything but when and where it was asked. */
export type Wording = Pick<Request, 'command' | 'options'>;

const byName: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.name, command]));
/** The command of a name. */
export const commandOf = (name: string): Command | undefined => byName.get(name);

/** Whoever shows a line must not be led by what stands in it. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const oneLine = (text: string): string => text.toWellFormed().replace(/\s+/gu, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim();

/** A value in which nothing reads like an option's name: `status: open` → `status open`. The search passes over colons anyway. */
function withoutNames(text: string, options: Options): string {
  return text.replace(new RegExp(`(?<=^| )(${Object.keys(options).join('|')}):(?= |$)`, 'g'), '$1');
}

const bareOf = (options: Options): string | undefined => Object.keys(options).find((name) => options[name]?.bare);

function write(name: string, options: Options, values: Wording['options']): string {
  const bare = bareOf(options);
  const free = bare === undefined ? undefined : values[bare];
  const named = Object.keys(options).filter((option) => option !== bare && values[option] !== undefined);
  return [`/${name}`, ...(free === undefined ? [] : [free]), ...named.map((option) => `${option}: ${values[option]}`)].join(' ');
}

function valuesOf({ options }: Command, request: Wording, longest: number): Record<string, string> {
  const values = Object.entries(options).map(([name, option]) => {
    const given = Object.hasOwn(request.options, name) ? (request.options[name] ?? '') : '';
    return [name, withoutNames(firstOf(oneLine(given), Math.min(option.longest, longest)).trim(), options)] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

/**
 * The options of a request as they are answered and shown: known ones, on one line each, cut to what fits the writing, the longest first.
 * A message to be checked is no line to be shown, and keeps its own length and lines.
 */
export function boundedOptions(command: Command, request: Wording): Record<string, string> {
  if (command.type === 'message') {
    const texts = Object.entries(command.options).map(([name, { longest }]) => [name, firstOf((request.options[name] ?? '').toWellFormed(), longest).trim()]);
    return Object.fromEntries(texts);
  }
  let longest = LONGEST_WRITTEN;
  let values = valuesOf(command, request, longest);
  while (write(command.name, command.options, values).length > LONGEST_WRITTEN) {
    longest -= 1;
    values = valuesOf(command, request, longest);
  }
  return values;
}

/**
 * A bounded request in writing, {@link LONGEST_WRITTEN} UTF-16 units at most; {@link readWritten} reads it back.
 * A checked message is not written out: its request is the command alone.
 */
export function written({ command, options }: Wording): string {
  const known = commandOf(command);
  return known && known.type !== 'message' ? write(command, known.options, options) : `/${command}`;
}

/** A command's name has one word, or two; the longer one is meant where both are names. */
const BEGINNINGS = [/^\/(\p{L}+ \p{L}+)(?: (.*))?$/su, /^\/(\p{L}+)(?: (.*))?$/su];

/** The request that a writing stands for; undefined when it is none, or one that writing doesn't hold. */
export function readWritten(text: string): Wording | undefined {
  const read = BEGINNINGS.map((beginning) => beginning.exec(text) ?? []);
  const [, name = '', rest = ''] = read.find(([, word = '']) => commandOf(word)) ?? [];
  const command = commandOf(name);
  if (!command || command.type === 'message') return undefined;
  const { options } = command;
  const bare = bareOf(options);
  const [free = '', ...named] = rest.split(new RegExp(`(?:^| )(${Object.keys(options).join('|') || '(?!)'}): `));
  if (bare === undefined && free !== '') return undefined;
  const pairs = named.flatMap((value, index) => (index % 2 === 0 ? [[value, named[index + 1] ?? ''] as const] : []));
  return { command: name, options: Object.fromEntries([...(free === '' ? [] : [[bare ?? '', free] as const]), ...pairs]) };
}
