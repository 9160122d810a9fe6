import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapedCut, fill, plainCut, prose, whole } from '../../src/discord/cut.ts';
import { escaped, plain } from '../../src/discord/markdown.ts';
import { anyLetter } from '../any-text.ts';

test('a text that fits is left whole', () => {
  expect(plainCut('Kyrgyzstan bought Anka drones.', 40)).toBe('Kyrgyzstan bought Anka drones.');
});

test('a text is cut at a word, without a comma left hanging', () => {
  expect(plainCut('Kyrgyzstan bought Aksungur, Anka and Bayraktar drones.', 30)).toBe('Kyrgyzstan bought Aksungur…');
});

test('a word longer than the room is cut inside', () => {
  expect(plainCut('a'.repeat(50), 10)).toBe(`${'a'.repeat(9)}…`);
});

test('whatever the text, it is cut to the room, well formed and a beginning of itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyLetter, maxLength: 400 }), fc.integer({ min: 0, max: 300 }), (text, most) => {
      const cut = plainCut(text, most);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(cut.isWellFormed()).toBe(true);
      if (cut !== plain(text) && cut !== '') expect(cut.endsWith('…') && plain(text).startsWith(cut.slice(0, -1))).toBe(true);
    }),
  );
});

test('an escape is never cut in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('*', '_', 'a', ' ', '[', '\\') }), fc.integer({ min: 1, max: 40 }), (text, most) => {
      const cut = escapedCut(text, most);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(escaped(plain(cut.replace(/\\([^0-9A-Za-z\s])/g, '$1')))).toBe(cut);
    }),
  );
});

test('blocks share the room: all that ask for little are whole, what is left goes to the last', () => {
  const text = fill([whole('Head'), prose('middle '.repeat(20), 30), prose('tail '.repeat(100), 30)], 200);
  expect(text.length).toBeLessThanOrEqual(200);
  expect(text.startsWith('Head\n\nmiddle')).toBe(true);
  expect(text.length).toBeGreaterThan(190);
});

test('blocks never take more than the room, and what is whole is never cut', () => {
  const block = fc.oneof(
    fc.string({ maxLength: 50 }).map((text) => whole(escaped(text))),
    fc.record({ text: fc.string({ maxLength: 300 }), most: fc.integer({ min: 1, max: 100 }) }).map(({ text, most }) => prose(text, most, { before: '> ' })),
  );
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 8 }),
      fc.integer({ min: 0, max: 500 }),
      (blocks, room) => void expect(fill(blocks, room).length).toBeLessThanOrEqual(room),
    ),
  );
});
