/** What would be posted, and on which regions. */
import { count } from '../../../base/count.ts';
import { isIsoDay } from '../../../base/dates.ts';
import type { Base, Entity } from '../../../base/schema.ts';
import { historyAfter, NO_HISTORY } from '../../../digest/compose/history.ts';
import { recordsIn, regionNamed, regionsOf } from '../../../digest/compose/regions.ts';
import { compose } from '../../../digest/compose.ts';
import type { Edition } from '../../../replies/edition.ts';
import { safeJson } from '../json.ts';
import { render, renderTable } from '../render.ts';
import type { DigestIo, Said } from './io.ts';
import { type Asked, editionsOf, textOf } from './usage.ts';

/** Editions as they would follow each other, one a day, from a date on. */
function editionsFrom(base: Base, region: Entity, date: string, most: number): Edition[] {
  const editions: Edition[] = [];
  let history = NO_HISTORY;
  for (let day = Temporal.PlainDate.from(date); editions.length < most; day = day.add({ days: 1 })) {
    const edition = compose(base, region, history, day.toString());
    history = historyAfter(base, history, edition);
    editions.push(edition);
  }
  return editions;
}

/** One edition or several, as text or as JSON lines. */
export function preview(asked: Asked, base: Base, io: DigestIo): Said {
  const typed = asked.words.join(' ');
  const date = textOf(asked, 'date') ?? io.today;
  const most = editionsOf(asked, 1);
  if (typed === '') return { misuse: '`preview` needs a region; `npm run digest -- regions` lists them.' };
  if (!isIsoDay(date)) return { misuse: `--date takes a day of the calendar such as 2026-11-22, not “${date}”.` };
  if (typeof most !== 'number') return { misuse: most.wrong };
  const found = regionNamed(base, typed);
  if ('near' in found) return { missing: `There is no region “${typed}”. ${nearWords(found.near)}` };
  const editions = editionsFrom(base, found.region, date, most);
  return { text: asked.flags.json === true ? editions.map((edition) => `${safeJson(edition)}\n`).join('') : shown(editions, io) };
}

const nearWords = (near: readonly string[]): string =>
  near.length > 0 ? `Perhaps you mean ${near.join(', ')}; \`npm run digest -- regions\` lists all.` : 'The base names none.';

const shown = (editions: readonly Edition[], io: DigestIo): string =>
  editions.map((edition) => render({ kind: 'digest', edition }, io)).join(`\n${'─'.repeat(20)}\n\n`);

/** Every region with its id and how many records it has. */
export function regions(asked: Asked, base: Base, io: DigestIo): Said {
  if (asked.words.length > 0) return { misuse: `\`regions\` takes no name: ${asked.words.join(' ')}` };
  const own = new Set(base.infos.flatMap((info) => info.regions));
  const rows = regionsOf(base).map(({ id, name, type }) => {
    const kind = own.has(id) ? 'a region of the base' : type;
    return [name, `${id} · ${kind} · ${count(recordsIn(base, id).length, 'record')}`] as const;
  });
  return { text: rows.length > 0 ? renderTable(rows, io) : 'The base names no region and no country.\n' };
}
