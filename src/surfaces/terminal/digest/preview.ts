/** What would be posted, and on which regions. */
import { count } from '../../../base/count.ts';
import { isIsoDay } from '../../../base/dates.ts';
import type { Base, Entity } from '../../../base/schema.ts';
import { historyAfter, NO_HISTORY } from '../../../digest/compose/history.ts';
import { recordsIn, regionNamed, regionsOf } from '../../../digest/compose/regions.ts';
import { compose } from '../../../digest/compose.ts';
import { SMALL, type Small, smallPicture } from '../../../pictures/small.ts';
import { drawHere } from '../../../pictures/studio.ts';
import type { Edition } from '../../../replies/edition.ts';
import { safeJson } from '../json.ts';
import { around, keepPicture } from '../picture.ts';
import { render, renderTable, renderText } from '../render.ts';
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

/** The editions' words, and the picture that each of them carries: from one base they all carry the same. */
async function illustrated(words: string, name: Small, base: Base, { id, name: region }: Entity, date: string, io: DigestIo): Promise<Said> {
  const picture = await smallPicture(drawHere, base, { name, about: id, today: date });
  if (!picture) return { text: `${words}\n${renderText(`The base has too little on ${region} to draw a ${name}.`, io)}` };
  const kept = await keepPicture({ name, picture }, io);
  return { text: around(kept, words), failed: kept.failed };
}

const isSmall = (typed: string): typed is Small => SMALL.some((name) => name === typed);

/** One edition or several, as text or as JSON lines. */
export async function preview(asked: Asked, base: Base, io: DigestIo): Promise<Said> {
  const typed = asked.words.join(' ');
  const date = textOf(asked, 'date') ?? io.today;
  const most = editionsOf(asked, 1);
  if (typed === '') return { misuse: '`preview` needs a region; `npm run digest -- regions` lists them.' };
  if (!isIsoDay(date)) return { misuse: `--date takes a day of the calendar such as 2026-11-22, not “${date}”.` };
  if (typeof most !== 'number') return { misuse: most.wrong };
  const picture = textOf(asked, 'picture') ?? 'none';
  if (picture !== 'none' && !isSmall(picture)) return { misuse: `--picture takes map or timeline, not “${picture}”.` };
  if (picture !== 'none' && asked.flags.json === true) return { misuse: '--json tells the words as data, and takes no --picture.' };
  const found = regionNamed(base, typed);
  if ('near' in found) return { missing: `There is no region “${typed}”. ${nearWords(found.near)}` };
  const editions = editionsFrom(base, found.region, date, most);
  if (asked.flags.json === true) return { text: editions.map((edition) => `${safeJson(edition)}\n`).join('') };
  const words = shown(editions, io);
  return picture === 'none' ? { text: words } : illustrated(words, picture, base, found.region, date, io);
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
