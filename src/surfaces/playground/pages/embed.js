/** Embeds as Discord shows them. */
import { link, make } from './dom.js';
import { drawPicture } from './files.js';
import { blocks, inline } from './markdown.js';

/** Inline fields that share a row. */
const PER_ROW = 3;

/** Fields in rows: those that are inline share one, up to three. */
function rowsOf(fields) {
  const rows = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.inline && last?.[0].inline && last.length < PER_ROW) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

const cell = ({ name, value }) => make('div', { class: 'field' }, make('dt', {}, ...inline(name)), make('dd', {}, ...blocks(value)));

const row = (fields) => make('dl', { class: fields[0].inline ? 'fields inline' : 'fields' }, ...fields.map(cell));

const colourOf = (colour) => `#${Number(colour).toString(16).padStart(6, '0')}`;

/** @param {object} embed as Discord's API has it */
export function drawEmbed({ author, title, url, description, color, fields = [], footer, image }) {
  const name = title ?? author?.name;
  const box = make(
    'article',
    { class: 'embed', 'aria-label': name === undefined ? 'Embed' : name.replace(/\\/g, '') },
    author && make('p', { class: 'embed-author' }, author.name),
    title && make('h3', { class: 'embed-title' }, link(url, {}, ...inline(title))),
    description && make('div', { class: 'embed-text' }, ...blocks(description)),
    ...rowsOf(fields).map(row),
    image && drawPicture(image),
    footer && make('p', { class: 'embed-footer' }, footer.text),
  );
  if (color !== undefined) box.style.setProperty('--bar', colourOf(color));
  return box;
}
