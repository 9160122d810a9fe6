/** Dates in numbers. */
import { daysInMonth } from '../../base/dates.ts';
import { dayNumber, daySpan, type Found, monthSpan, type Reader, year } from './span.ts';

/** A numeric date: `2023-01-05`, `2023-01`, `18.07.2023`, `07/2023`. */
export function numericSpan(reader: Reader, i: number, text: string): Found | undefined {
  const t = (k: number) => reader.tokens[i + k]?.text;
  const joined = (k: number) =>
    text.includes(Array.from({ length: k }, (_, n) => t(n)).join('-')) ||
    text.includes(Array.from({ length: k }, (_, n) => t(n)).join('.')) ||
    text.includes(Array.from({ length: k }, (_, n) => t(n)).join('/'));
  const two = (word: string | undefined) => (word && /^\d\d$/.test(word) ? Number(word) : 0);
  const valid = (y: number, m: number, d: number) => m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m);
  const [y, m, d] = [year(t(0)), two(t(1)), two(t(2))];
  if (y && m && d && joined(3) && valid(y, m, d)) return { ...daySpan(y, m, d), relative: false, length: 3 };
  if (y && m && joined(2) && valid(y, m, 1)) return { ...monthSpan(y, m), relative: false, length: 2 };
  const last = year(t(2));
  if (last && joined(3) && valid(last, two(t(1)), dayNumber(t(0)) ?? 0))
    return { ...daySpan(last, two(t(1)), dayNumber(t(0)) ?? 1), relative: false, length: 3 };
  const end = year(t(1));
  if (end && two(t(0)) && joined(2) && valid(end, two(t(0)), 1)) return { ...monthSpan(end, two(t(0))), relative: false, length: 2 };
  return undefined;
}
