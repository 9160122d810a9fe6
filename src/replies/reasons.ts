/** Why a record was found, in words for people who don't read the code. */
import { nearest } from '../base/problem.ts';
import type { Base, Entity } from '../base/schema.ts';
import type { Reason } from '../search/resolution.ts';

/** How a word of the question came to count; `asked` and `role` have sentences of their own. */
const HOWS: Record<Exclude<Reason['how'], 'asked' | 'role'>, string> = {
  name: 'a name',
  spelling: 'spelt nearly so',
  date: 'a date',
  number: 'a number',
  idea: 'the same idea',
  word: 'the same word',
  kind: 'the kind of record',
};

/** Without case, marks and what is no letter: nobody types the dots of Türkiye to be understood. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i');

/** Words of this many letters or fewer are compared whole. */
const SHORT = 3;
/** Letters at the end that may be a case ending or a plural. */
const ENDING = 3;

/** Whether two words differ at the end alone: a case ending or a plural, no slip. */
function isInflected(said: string, word: string): boolean {
  const stem = Math.max(SHORT, Math.max(said.length, word.length) - ENDING);
  return said.slice(0, stem) === word.slice(0, stem);
}

/** How what was typed is a name of an entity. */
function nameWords({ name, aliases }: Pick<Entity, 'name' | 'aliases'>, said: string): string {
  const typed = fold(said);
  const [own = '', ...others] = [name, ...aliases].map(fold);
  const near = (names: readonly string[]): boolean =>
    nearest(
      typed,
      names.filter((one) => Math.abs(one.length - typed.length) <= ENDING),
    ) !== undefined;
  if (typed === own) return HOWS.name;
  if (others.includes(typed)) return near([own]) ? 'another spelling' : 'another name';
  const slipped = typed.length > SHORT && near([own, ...others]) && ![own, ...others].some((known) => isInflected(typed, known));
  return slipped ? HOWS.spelling : HOWS.name;
}

/** What the search calls the side that an entity takes: `Kyrgyzstan (recipient)`. */
const WITH_ROLE = /^(.*) \(([^()]+)\)$/;

function nameReason(base: Base, { said, means, how }: Reason): string {
  const [, name = means, role] = how === 'role' ? (WITH_ROLE.exec(means) ?? []) : [];
  // A name that could be several entities' is none of theirs alone.
  const entity = base.entities.values().find((one) => one.name === name);
  const words = entity ? nameWords(entity, said) : HOWS.name;
  const notes = role === undefined ? [words] : [`as ${role}`, ...(words === HOWS.name ? [] : [words])];
  return `“${said}”${fold(said) === fold(name) ? '' : ` → ${name}`} (${notes.join('; ')})`;
}

/**
 * One reason as a line: `“tadjikistn” → Tajikistan (spelt nearly so)`, `“salary” (the same word)`, `The question asks for a price`.
 */
export function reasonWords(base: Base, reason: Reason): string {
  const { said, means, how } = reason;
  switch (how) {
    case 'asked':
      return `The question ${means}`;
    case 'name':
    case 'role':
      return nameReason(base, reason);
    case 'idea':
      return isInflected(fold(said), fold(means)) ? `“${said}” (${HOWS.word})` : `“${said}” → ${means} (${HOWS.idea})`;
    case 'spelling':
    case 'date':
    case 'number':
    case 'word':
    case 'kind':
      return `“${said}”${fold(said) === fold(means) ? '' : ` → ${means}`} (${HOWS[how]})`;
  }
}
