/** A dossier, and two side by side. */
import type { APIEmbed } from 'discord-api-types/v10';
import { count } from '../../base/count.ts';
import { written } from '../../commands/dispatch.ts';
import type { Reply } from '../../replies/reply.ts';
import type { ComparisonRow, Profile } from '../../replies/views.ts';
import { cell, escapedCut, prose, whole } from '../cut.ts';
import { EMBED } from '../limits.ts';
import { button } from './components.ts';
import { pageComponents, pageEmbed, pageOf } from './list.ts';
import { author, COLOUR, type Message, type Setting } from './message.ts';
import { footerOf } from './words.ts';

type Of<K extends Reply['kind']> = Extract<Reply, { kind: K }>;

/** What the base has on one entity, section by section. */
export function renderProfile({ profile }: Of<'profile'>, setting: Setting): Message {
  const { name, type, about, records, sections } = profile;
  const page = pageOf(sections, setting.page);
  const frame: APIEmbed = { author: author(setting.written), title: cell(name, 200), color: COLOUR.dossier };
  const head = [whole(`**${count(records, 'record')}** · ${type}`), ...(about === undefined || page.at > 0 ? [] : [prose(about, 300, { gap: '\n' })])];
  return { embeds: [pageEmbed(page, frame, head)], components: pageComponents(page, setting) };
}

/** Units of a side's name, of its value and of a row's name: with all rows there are, these leave room for the records that concern both. */
const SIDE = 32;
const CELL = 80;
const ROW_NAME = 30;
/** No comparison has more rows. */
const ROWS = 14;

function rowField({ name, left, right }: ComparisonRow, [first, second]: readonly [Profile, Profile]): { name: string; value: string; inline: boolean } {
  const side = (who: Profile, value: string) => `${escapedCut(who.name, SIDE)}: **${cell(value, CELL)}**`;
  return { name: cell(name, ROW_NAME), value: `${side(first, left)}\n${side(second, right)}`, inline: true };
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
    fields: table.slice(0, ROWS).map((row) => rowField(row, sides)),
    ...(between.length === 0 && { description: 'No record concerns both.' }),
    ...footerOf(sides.flatMap(({ sections }) => sections.flatMap(({ records }) => records))),
  };
  const more = profileButtons(sides);
  if (between.length === 0) return { embeds: [compared], components: pageComponents(pageOf([], 0), setting, more) };
  const page = pageOf([{ records: between }], setting.page);
  const both = pageEmbed(page, { title: `Records that concern both (${between.length})`, color: COLOUR.dossier }, [], [compared]);
  return { embeds: [compared, both], components: pageComponents(page, setting, more) };
}
