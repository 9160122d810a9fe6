/** A dossier, and two side by side. */
import type { APIEmbed } from 'discord-api-types/v10';
import { count } from '../../base/count.ts';
import { written } from '../../commands/dispatch.ts';
import type { Reply } from '../../replies/reply.ts';
import type { ComparisonRow, Profile } from '../../replies/views.ts';
import { cell, escapedCut, prose, whole } from '../cut.ts';
import { imageOf } from '../files.ts';
import { embedsLength } from '../lengths.ts';
import { EMBED } from '../limits.ts';
import { button } from './components.ts';
import { beginnings, pageComponents, pageEmbed, pageOf } from './list.ts';
import { author, COLOUR, type Message, type Setting } from './message.ts';
import { drawn } from './picture.ts';
import { footerOf } from './words.ts';

type Of<K extends Reply['kind']> = Extract<Reply, { kind: K }>;

/** What the base has on one entity, section by section. */
export function renderProfile({ profile, illustration }: Of<'profile'>, setting: Setting): Message {
  const { name, type, about, records, sections } = profile;
  const page = pageOf(sections, setting.page);
  const frame: APIEmbed = { author: author(setting.written), title: cell(name, 200), color: COLOUR.dossier };
  const head = [whole(`**${count(records, 'record')}** · ${type}`), ...(about === undefined || page.at > 0 ? [] : [prose(about, 1000, { gap: '\n' })])];
  const embed = pageEmbed(page, frame, head);
  const components = pageComponents(page, setting, [], beginnings(sections));
  if (!illustration) return { embeds: [embed], components };
  // Later pages let go of the picture: they are turned to for the records.
  const files = page.at === 0 ? [drawn(illustration)] : [];
  return { embeds: [{ ...embed, ...(files[0] && { image: imageOf(files[0]) }) }], components, files };
}

/** Units of a side's name and of a row's name. */
const SIDE = 32;
/** Units of a value where all are to fit: with all rows there are, these leave room for the records that concern both. */
const CELL = 80;
/** Units of the table while values need not be cut, and of one of its values. */
const TABLE = 3000;
const LONG_CELL = 450;
const ROW_NAME = 30;
/** No comparison has more rows. */
const ROWS = 14;

function rowField({ name, left, right }: ComparisonRow, [first, second]: readonly [Profile, Profile], most: number) {
  const side = (who: Profile, value: string) => `${escapedCut(who.name, SIDE)}: **${cell(value, most)}**`;
  return { name: cell(name, ROW_NAME), value: `${side(first, left)}\n${side(second, right)}`, inline: true };
}

/** Side by side; values are cut only where there are too many long ones. */
function tableFields(table: readonly ComparisonRow[], sides: readonly [Profile, Profile]) {
  const rows = table.slice(0, ROWS);
  const fields = rows.map((row) => rowField(row, sides, LONG_CELL));
  return embedsLength([{ fields }]) <= TABLE ? fields : rows.map((row) => rowField(row, sides, CELL));
}

/** A button to the dossier of each side. */
const profileButtons = (sides: readonly Profile[]) =>
  sides.flatMap(({ id, name }) => button(`Profile: ${name}`, { action: 'run', request: written({ command: 'profile', options: { name: id } }) }));

/** Side by side; below, the records that concern both. */
export function renderComparison({ title, rows: table, sides, between }: Of<'comparison'>, setting: Setting): Message {
  const compared: APIEmbed = {
    author: author(setting.written),
    title: cell(title, EMBED.title),
    color: COLOUR.dossier,
    fields: tableFields(table, sides),
    ...(between.length === 0 && { description: 'No record concerns both.' }),
    ...footerOf(sides.flatMap(({ sections }) => sections.flatMap(({ records }) => records))),
  };
  const more = profileButtons(sides);
  if (between.length === 0) return { embeds: [compared], components: pageComponents(pageOf([], 0), setting, more) };
  const page = pageOf([{ records: between }], setting.page);
  const both = pageEmbed(page, { title: `Records that concern both (${between.length})`, color: COLOUR.dossier }, [], [compared]);
  return { embeds: [compared, both], components: pageComponents(page, setting, more) };
}
