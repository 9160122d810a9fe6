/** A daily digest as blocks of terminal text. */
import type { Edition, EditionItem, EditionSection } from '../../replies/edition.ts';
import { known, placeWords, sourcesBlock, statusLine, title } from './blocks.ts';
import { type Page, paragraph, stack } from './page.ts';

const INDENT = '  ';

function itemLines(page: Page, { line, tag, words }: EditionItem): string[] {
  const places = line.cited.map(({ source, passages }) => `${source.publisher}, ${placeWords(passages)}`);
  const told = words ? `${words.speaker}: “${words.text}”` : line.summary;
  return [
    ...statusLine(page, line.status, [known(line.date), tag].filter(Boolean).join(' · '), INDENT),
    ...paragraph(page, told, { first: INDENT.repeat(2) }),
    ...paragraph(page, [...places, line.id].join(' · '), { first: INDENT.repeat(2), format: 'dim' }),
  ];
}

function sectionLines(page: Page, section: EditionSection): string[] {
  const lead = section.lead === undefined ? [] : paragraph(page, section.lead, { first: INDENT });
  const blocks = [lead, ...section.items.map((item) => itemLines(page, item))];
  return [...title(page, section.title), ...stack(blocks)];
}

/** An edition section by section, then its sources with their addresses. */
export const digestBlocks = (page: Page, { id, title: heading, sections }: Edition): string[][] => [
  title(page, heading),
  ...sections.map((section) => sectionLines(page, section)),
  sourcesBlock(
    page,
    sections.flatMap(({ items }) => items.map(({ line }) => line)),
  ),
  paragraph(page, `Edition ${id}`, { format: 'dim' }),
];
