/** Dates counted from today: `last July`, `this year`, `five months ago`, `geçen yıl`. */
import { daySpan, type Found, monthSpan, PARTS, partSpan, type Reader, yearSpan } from './span.ts';

/** Words for "ago" in every language, after a number and a unit. */
const AGO = new Set(['ago', 'once', 'nazad', 'evvel', 'buryn', 'murun', 'oldin', 'avval', 'back']);

/** `five months ago`, `beş ay önce`: the month, year or week that lies so far back. */
function agoSpan(reader: Reader, i: number, [y, m, d]: readonly [number, number, number]): Found | undefined {
  const count = reader.tokens[i]?.text === 'a' ? 1 : reader.numberAt(i);
  if (count === undefined || count > 200 || !AGO.has(reader.tokens[i + 2]?.text ?? '')) return undefined;
  const unit = reader.cuesAt(i + 1);
  if (unit.has('year')) return { ...yearSpan(y - count), relative: true, length: 3 };
  if (unit.has('month')) {
    const date = new Date(Date.UTC(y, m - 1 - count, 1));
    return { ...monthSpan(date.getUTCFullYear(), date.getUTCMonth() + 1), relative: true, length: 3 };
  }
  if (!unit.has('week')) return undefined;
  const date = new Date(Date.UTC(y, m - 1, d - 7 * count));
  return { ...monthSpan(date.getUTCFullYear(), date.getUTCMonth() + 1), relative: true, length: 3 };
}

/** Counts back from today to the latest month or year that a relative word means. */
export function relativeSpan(reader: Reader, i: number): Found | undefined {
  const [y = 0, m = 1, d = 1] = reader.today.split('-').map(Number);
  const ago = agoSpan(reader, i, [y, m, d]);
  if (ago) return ago;
  const here = reader.cuesAt(i);
  if (here.has('yesterday') || here.has('today')) {
    const date = new Date(Date.UTC(y, m - 1, d - (here.has('yesterday') ? 1 : 0)));
    return { ...daySpan(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()), relative: true, length: 1 };
  }
  if (here.has('last year')) return { ...yearSpan(y - 1), relative: true, length: 1 };
  if (here.has('this year')) return { ...yearSpan(y), relative: true, length: 1 };
  const shift = here.has('last') ? -1 : here.has('this') ? 0 : here.has('next') ? 1 : undefined;
  if (shift === undefined) return undefined;
  const unit = reader.cuesAt(i + 1);
  if (unit.has('year')) return { ...yearSpan(y + shift), relative: true, length: 2 };
  if (unit.has('month')) {
    const date = new Date(Date.UTC(y, m - 1 + shift, 1));
    return { ...monthSpan(date.getUTCFullYear(), date.getUTCMonth() + 1), relative: true, length: 2 };
  }
  if (unit.has('week')) {
    const [from, to] = [0, 6].map((offset) => new Date(Date.UTC(y, m - 1, d + 7 * shift - 6 + offset)).toISOString().slice(0, 10));
    return { from: from as string, to: to as string, words: `the week to ${to}`, relative: true, length: 2 };
  }
  const named = reader.monthAt(i + 1);
  if (named) {
    const back = shift < 0 ? (named < m ? 0 : -1) : shift > 0 ? (named > m ? 0 : 1) : 0;
    return { ...monthSpan(y + back, named), relative: true, length: 2 };
  }
  for (const cue of unit) {
    const part = PARTS[cue];
    if (!part || cue === 'early' || cue === 'mid' || cue === 'late') continue;
    const back = shift < 0 ? (part[1] < m ? 0 : -1) : shift;
    const span = partSpan(y + back, cue);
    if (span) return { ...span, relative: true, length: 2 };
  }
  return undefined;
}
