import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cite, citeRecord, STYLES, type Style } from '../../src/base/citation.ts';
import { aBase, aDeal, aSource } from '../build.ts';

const url = 'https://www.caspianpolicy.org/research/security-and-politics-program-spp/turkish-drones-to-draw-political-influences-in-the-caspian-region';
const source = aSource({ id: 'cpc-turkish-drones', url });

test('Chicago gives a full note with the paragraph', async () => {
  const { note, reference } = await cite(source, 'chicago', [6]);
  expect(note).toBe(`Meray Ozat, “Turkish Drones to Draw Political Influences in the Caspian Region” (Caspian Policy Center, July 31, 2023), para. 6, ${url}.`);
  expect(reference).toBe(`Ozat, Meray. “Turkish Drones to Draw Political Influences in the Caspian Region.” Caspian Policy Center, July 31, 2023. ${url}.`);
});

test('APA gives a parenthesis with the paragraph, and the reference', async () => {
  expect(await cite(source, 'apa', [6])).toEqual({
    style: 'apa',
    note: '(Ozat, 2023, para. 6)',
    reference: `Ozat, M. (2023). Turkish Drones to Draw Political Influences in the Caspian Region. Caspian Policy Center. ${url}`,
  });
});

test('MLA gives no paragraph number, for the source prints none', async () => {
  expect(await cite(source, 'mla', [6])).toEqual({
    style: 'mla',
    note: '(Ozat)',
    reference: `Ozat, Meray. Turkish Drones to Draw Political Influences in the Caspian Region. Caspian Policy Center, 31 July 2023, ${url}.`,
  });
});

test('BibTeX is one entry with the address whole', async () => {
  const { reference, note } = await cite(source, 'bibtex');
  expect(note).toBeUndefined();
  expect(reference).toMatch(/^@techreport\{Ozat2023Turkish,\n/);
  expect(reference).toContain(`url = {${url}}`);
  expect(reference).toContain('accessed 2026-11-22');
});

test('RIS keeps each field on its line', async () => {
  const { reference } = await cite(source, 'ris');
  expect(reference.split('\n')).toEqual(expect.arrayContaining(['TY  - RPRT', 'AU  - Ozat, Meray', 'DA  - 2023/07/31/', 'PY  - 2023', `UR  - ${url}`]));
  expect(reference.split('\n').every((line) => /^[A-Z][A-Z0-9] {2}-/.test(line))).toBe(true);
});

test('CSL-JSON is what other programs read', async () => {
  const [item] = JSON.parse((await cite(source, 'csl')).reference);
  expect(item).toMatchObject({
    id: 'cpc-turkish-drones',
    type: 'report',
    URL: url,
    issued: { 'date-parts': [[2023, 7, 31]] },
    accessed: { 'date-parts': [[2026, 11, 22]] },
  });
});

test('paragraphs of one source are cited together, in order and once', async () => {
  const citation = { source: 'report-a', exact: 'some words of it' };
  const deal = aDeal({ citations: [9, 6, 9].map((paragraph) => ({ ...citation, paragraph })) });
  const [only, ...more] = await citeRecord(aBase([deal]), deal, 'apa');
  expect(more).toEqual([]);
  expect(only?.note).toBe('(Ozat, 2023, paras. 6, 9)');
});

test.each(Object.keys(STYLES) as Style[])('%s holds no markup, whatever the title', async (style) => {
  if (style === 'csl' || style === 'ris' || style === 'bibtex') return;
  const { note, reference } = await cite(aSource({ title: 'Drones & “deals”: <i>Bayraktar</i>', type: 'webpage' }), style, [1]);
  expect(`${note}${reference}`).not.toMatch(/<\/?\w+>|&\w+;/);
  expect(reference).toContain('Drones & ');
});

test.each(['chicago-fullnote-bibliography', 'modern-language-association'])('the style %s is its authors’, letter for letter, as the notice says', (style) => {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'base', 'csl');
  const lines: string[] = JSON.parse(readFileSync(join(folder, `${style}.json`), 'utf8'));
  const hash = createHash('sha256').update(lines.join('\n')).digest('hex');
  expect(readFileSync(join(folder, 'NOTICE'), 'utf8')).toMatch(new RegExp(`${style} .*\\n +${hash}`));
});
