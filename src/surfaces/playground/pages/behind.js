/** What is behind an answer: why it matched, and the records as their files have them. */
import { make } from './dom.js';
import { drawEmbed } from './embed.js';
import { asDiscord, COMPONENT, get, interaction, post, send } from './talk.js';

/** A line of small account. */
export const note = (words) => make('p', { class: 'faint' }, words);

const section = (title, ...content) => make('section', {}, make('h3', {}, title), ...content);

/** YAML with its keys set apart; everything stays text. */
function yamlLine(line) {
  const [, indent, key, rest] = /^(\s*(?:- )?)([\w-]+:)(.*)$/.exec(line) ?? [];
  return key === undefined ? [line, '\n'] : [indent, make('b', {}, key), rest, '\n'];
}

function drawYaml({ place, yaml }) {
  if (yaml === undefined) return note('The file has changed since and does not hold the record there any more.');
  return make('pre', { class: 'yaml', tabindex: 0, 'aria-label': `The record in ${place}` }, ...yaml.split('\n').flatMap(yamlLine));
}

const drawPassage = ({ exact, paragraph, source }) =>
  make('figure', {}, make('blockquote', {}, exact), make('figcaption', {}, `${source}, paragraph ${paragraph}`));

const fact = (name, value) => make('div', {}, make('dt', {}, name), make('dd', {}, value));

const reviewWords = (review) => (review ? `${review.by}${review.overdue ? ' · overdue' : ''}` : 'no date set');

const drawFacts = ({ status, verified, review, place, id }) =>
  make(
    'dl',
    { class: 'facts' },
    fact('Status', `${status.label}. ${status.sentence}`),
    fact('Review by', reviewWords(review)),
    fact('Verified', `${verified.on}, ${verified.by}`),
    fact('Stands in', make('code', {}, place ?? 'not found on disk')),
    fact('Id', make('code', {}, id)),
  );

const recordParts = (record) => [
  make('p', { class: 'record-title' }, record.heading),
  drawFacts(record),
  section('Passage', ...record.passages.map(drawPassage)),
  section('Record', drawYaml(record)),
];

const recordOf = (id) => get(`/record/${encodeURIComponent(id)}`).catch(() => undefined);

/** A further record, read when it is opened. */
function drawOther({ id, label }) {
  const details = make('details', {}, make('summary', {}, label.replace(/^\d+\. /, ''), make('code', {}, id)));
  details.addEventListener('toggle', async () => {
    if (!details.open || details.children.length > 1) return;
    const record = await recordOf(id);
    details.append(...(record ? recordParts(record) : [note('The base has no such record any more.')]));
  });
  return details;
}

function othersParts(others, record) {
  if (others.length === 0) return [];
  const title = record ? 'Also named' : `Its record${others.length === 1 ? '' : 's'}`;
  return [section(title, ...others.map(drawOther))];
}

/** Why it matched, as the button under the message tells it. */
async function whyParts(message, id) {
  if (id === undefined) return [];
  const { data } = await send(interaction(COMPONENT, { component_type: 2, custom_id: id }, asDiscord(message))).catch(() => ({}));
  const [embed] = data?.embeds ?? [];
  return embed ? [section(embed.title, drawEmbed({ description: embed.description }))] : [];
}

/** What is to be shown; nothing for a message that names no record. @param {object} message */
export async function partsOf(message) {
  const { record: id, others, why } = await post('/behind', asDiscord(message));
  const [reasons, record] = await Promise.all([whyParts(message, why), id ? recordOf(id) : undefined]);
  const further = othersParts(
    others.filter((other) => other.id !== id),
    record,
  );
  return [...reasons, ...(record ? recordParts(record) : []), ...further];
}
