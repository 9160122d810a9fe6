/** Days of the week as people type them, and in words. ISO 8601: Monday is 1. */

/** Monday first. */
export const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];
const EVERY = [...WEEKDAYS, ...WEEKEND];

const GROUPS: Readonly<Record<string, readonly number[]>> = {
  weekday: WEEKDAYS,
  weekdays: WEEKDAYS,
  workdays: WEEKDAYS,
  weekend: WEEKEND,
  weekends: WEEKEND,
  daily: EVERY,
  everyday: EVERY,
  alldays: EVERY,
  all: EVERY,
};

/** What people put between days. */
const BETWEEN = /\s*(?:,|;|&|\+|\band\b|\s)\s*/;
/** What they put between the first and the last of several. */
const RANGE = /\s*(?:[-–—]|\bto\b|\bthrough\b)\s*/g;

/** A day by its name or the beginning of it: two letters tell all seven apart. */
function dayNamed(word: string): number | undefined {
  const name = word.replace(/\.$/, '').replace(/(?<=day)s$/, '');
  const at = name.length < 2 ? -1 : DAY_NAMES.findIndex((day) => day.toLowerCase().startsWith(name));
  return at < 0 ? undefined : at + 1;
}

/** `fri-mon` goes over the weekend. */
function rangeOf(word: string): readonly number[] | undefined {
  const [from, to, ...more] = word.split('-').map(dayNamed);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, ahead) => ((from - 1 + ahead) % 7) + 1);
}

function daysOf(word: string): readonly number[] | undefined {
  if (Object.hasOwn(GROUPS, word)) return GROUPS[word];
  const day = dayNamed(word);
  return day === undefined ? rangeOf(word) : [day];
}

/**
 * Days of the week, Monday first, each once; or what to say when the text names something else.
 * @param text such as `weekdays`, `daily`, `mon-fri`, `Mon,Wed`, `tuesday and friday`.
 */
export function readDays(text: string): { days: number[] } | { wrong: string } {
  const typed = text.normalize('NFKC').trim().toLowerCase();
  const words = typed
    .replace(/\b(?:every|all)\s+days?\b/g, 'daily')
    .replace(RANGE, '-')
    .split(BETWEEN)
    .filter(Boolean);
  const unknown = words.find((word) => daysOf(word) === undefined);
  if (unknown !== undefined) return { wrong: `“${unknown}” is no day of the week: type weekdays, daily, mon-fri, or days such as Mon,Wed.` };
  if (words.length === 0) return { wrong: 'Name at least one day: weekdays, daily, mon-fri, or days such as Mon,Wed.' };
  return { days: EVERY.filter((day) => words.some((word) => daysOf(word)?.includes(day))) };
}

const same = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((day) => b.includes(day));

/** Days in words: `every day`, `weekdays`, `Monday, Wednesday and Friday`. */
export function daysWords(days: readonly number[]): string {
  if (same(days, EVERY)) return 'every day';
  if (same(days, WEEKDAYS)) return 'weekdays';
  const names = days.map((day) => DAY_NAMES[day - 1] ?? '');
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
