/**
 * What a button does, in writing: `1:page:2`. All that a button needs is in it and in the message it stands under, so that it still
 * works after a restart and nothing is kept in memory.
 */
import { BUTTON_ID } from './room.ts';

/** The form of ids below; buttons of another form are of another version. */
const VERSION = '1';

/** Actions that carry a count from 0: reasons of, or going to, a match; a page of a list. */
const COUNTED = ['why', 'at', 'page'] as const;
/** Actions that carry a record's id: open it, its full text, its neighbours, its citations. */
const NAMED = ['record', 'text', 'near', 'cite'] as const;
/**
 * Actions that carry nothing. `open`: a select whose values are record ids; `jump`: one whose values are pages of the list. `start`, `end`: the
 * ends of a row, which cannot be pressed. `dark`, `light`: a picture in the other colours. `svg`, `csv`: it as a file, or its data.
 * `rephrase`: opens a modal to ask in other words, which is known by the same id.
 */
const BARE = ['share', 'rephrase', 'open', 'jump', 'start', 'end', 'dark', 'light', 'svg', 'csv'] as const;

export type Button =
  | { action: (typeof COUNTED)[number]; n: number }
  | { action: (typeof NAMED)[number]; id: string }
  | { action: (typeof BARE)[number] }
  /** Asks what stands on the button, a request in writing: `/ask who buys drones`. */
  | { action: 'run'; request: string }
  /** Asks it in place of the message that it stands under, and shows that page, from 0. */
  | { action: 'go'; n: number; request: string };

const isOne = <T extends string>(list: readonly T[], text: string): text is T => (list as readonly string[]).includes(text);

function argumentOf(button: Button): string | undefined {
  if (button.action === 'go') return `${button.n}:${button.request}`;
  if ('n' in button) return String(button.n);
  if ('id' in button) return button.id;
  return button.action === 'run' ? button.request : undefined;
}

/** The button's id; undefined when it would be longer than Discord allows: leave the button out then. */
export function writeButton(button: Button): string | undefined {
  const argument = argumentOf(button);
  const id = [VERSION, button.action, ...(argument === undefined ? [] : [argument])].join(':');
  return id.length <= BUTTON_ID ? id : undefined;
}

/** A page or match beyond 9999 is nobody's. */
const COUNT = '0|[1-9]\\d{0,3}';
const ALONE = new RegExp(`^(?:${COUNT})$`);
const BEFORE_REQUEST = new RegExp(`^(${COUNT}):([\\s\\S]+)$`);

/** A count that stands alone, as on a button or as a value of a select. */
export const readCount = (text: string): number | undefined => (ALONE.test(text) ? Number(text) : undefined);

function readGo(argument: string): Button | undefined {
  const [, n, request] = BEFORE_REQUEST.exec(argument) ?? [];
  return request === undefined ? undefined : { action: 'go', n: Number(n), request };
}

/** What a button's id says; undefined when it is of another version or nobody's. */
export function readButton(id: string): Button | undefined {
  const [, action, argument] = /^1:([a-z]+)(?::([\s\S]*))?$/.exec(id) ?? [];
  if (action === undefined || id.length > BUTTON_ID) return undefined;
  if (argument === undefined) return isOne(BARE, action) ? { action } : undefined;
  const n = readCount(argument);
  if (isOne(COUNTED, action)) return n === undefined ? undefined : { action, n };
  if (action === 'go') return readGo(argument);
  if (isOne(NAMED, action)) return argument === '' ? undefined : { action, id: argument };
  return action === 'run' && argument !== '' ? { action, request: argument } : undefined;
}
