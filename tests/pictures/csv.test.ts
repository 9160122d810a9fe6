/** A picture's data, as a spreadsheet and any other reader of CSV take it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/pictures/csv.ts';

/** A reader by the letter of RFC 4180. */
function read(csv: string): string[][] {
  const rows: string[][] = [];
  let rest = csv;
  while (rest !== '') {
    const row: string[] = [];
    for (;;) {
      const cell = /^(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^",\r\n]*))(?<end>,|\r\n)/.exec(rest);
      if (!cell?.groups) throw new Error(`no CSV: ${rest.slice(0, 40)}`);
      row.push(cell.groups.quoted?.replaceAll('""', '"') ?? cell.groups.bare ?? '');
      rest = rest.slice(cell[0].length);
      if (cell.groups.end === '\r\n') break;
    }
    rows.push(row);
  }
  return rows;
}

describe('CSV', () => {
  it('has the columns’ names first, quotes what needs it, and tells Excel that it is UTF-8', () => {
    const csv = csvOf({
      columns: ['Supplier', 'Systems'],
      rows: [
        ['Türkiye', 'Anka, “Aksungur”'],
        ['a "b"', 'two\nlines'],
      ],
    });
    expect(csv).toBe('\ufeffSupplier,Systems\r\nTürkiye,"Anka, “Aksungur”"\r\n"a ""b""","two\nlines"\r\n');
  });

  it('holds nothing that a spreadsheet would compute, and leaves numbers alone', () => {
    const rows = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '-5', '+1.5', '2023-01'].map((cell) => [cell]);
    expect(
      read(csvOf({ columns: ['x'], rows }).slice(1))
        .slice(1)
        .flat(),
    ).toEqual(["'=1+1", "'+cmd", "'-2+3", "'@SUM(A1)", "'\t=1", '-5', '+1.5', '2023-01']);
  });

  it('gives every text back as it was, but for the apostrophe before a formula', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(',', '"', '\r', '\n', '=', 'a', '-') }));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const [, ...back] = read(csvOf({ columns: ['a', 'b'], rows }).slice(1));
        const bare = (text: string): string => text.replaceAll('\0', '').toWellFormed();
        expect(back.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r\n])/, '')))).toEqual(
          rows.map((row) => row.map((text) => bare(text).replace(/^'(?=[=+\-@\t\r\n])/, ''))),
        );
        for (const text of back.flat()) expect(/^[=+\-@\t\r\n]/.test(text) && !/^[+-]\d+(?:\.\d+)?$/.test(text)).toBe(false);
      }),
    );
  });
});
