/** Editions for tests: bases of a few records, and days in a row. */
import type { Base, Entity, FactRecord, Source } from '../../src/base/schema.ts';
import { type History, historyAfter, NO_HISTORY } from '../../src/digest/compose/history.ts';
import { compose } from '../../src/digest/compose.ts';
import type { Brush } from '../../src/pictures/studio.ts';
import type { Edition, EditionPart } from '../../src/replies/edition.ts';
import { aBase, anEntity } from '../build.ts';

const STEPPE: Entity = anEntity({ id: 'steppe', name: 'The Steppe', type: 'place', members: ['kyrgyzstan', 'tajikistan'] });

/** A base with a region of two countries, and these records. */
export function aRegion(records: readonly FactRecord[], source: Partial<Source> = {}): Base {
  const base = aBase(records, source);
  return { ...base, infos: base.infos.map((info) => ({ ...info, regions: ['steppe'] })), entities: new Map([...base.entities, ['steppe', STEPPE]]) };
}

/** Draws and paints without drawing: a picture is what it is asked for and how many records there are. */
export const BRUSH: Brush = {
  draw: async ({ records }, { name, filters: { names = [] } }) => ({
    ...{ svg: `<svg>${name} of ${records.length}</svg>`, width: 680, height: 400, title: 'T', words: [], alt: `A ${name} of the-${names}.` },
    ...{ records: ['a', 'b', 'c'], table: { columns: [], rows: [] } },
  }),
  paint: async (svg) => Buffer.from(`painted ${svg}`),
};

export const edition = (base: Base, date: string, history: History = NO_HISTORY, region = STEPPE): Edition => compose(base, region, history, date);

/** The history after first editions of these dates. */
export const historyOf = (base: Base, ...dates: string[]): History =>
  dates.reduce((history, date) => historyAfter(base, history, edition(base, date, history)), NO_HISTORY);

export const sectionOf = ({ sections }: Edition, part: EditionPart) => sections.find((section) => section.part === part);
export const idsOf = (one: Edition, part: EditionPart): string[] => sectionOf(one, part)?.items.map(({ line }) => line.id) ?? [];
export const tagsOf = (one: Edition, part: EditionPart): (string | undefined)[] => sectionOf(one, part)?.items.map(({ tag }) => tag) ?? [];
