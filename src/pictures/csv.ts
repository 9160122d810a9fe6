/** A picture's data as CSV (RFC 4180), harmless in a spreadsheet. */
import type { Picture } from './picture.ts';

/** Without it Excel takes UTF-8 for another encoding, and Türkiye for TÃ¼rkiye. */
const BOM = '\ufeff';
/** What a spreadsheet would compute or call instead of showing. OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r\n]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** An apostrophe before it is how spreadsheets themselves write "this is text". */
const harmless = (cell: string): string => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell);

function cellOf(text: string): string {
  const cell = harmless(text.toWellFormed().replaceAll('\0', ''));
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The table with its columns' names in the first line; lines end in CR LF. */
export const csvOf = ({ columns, rows }: Picture['table']): string => BOM + [columns, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
