/** The curator's view beside the conversation: why it matched, and the records as their files have them. */
import { byId, make } from './dom.js';
import { drawEmbed } from './embed.js';
import { asDiscord, COMPONENT, get, interaction, post, send } from './talk.js';

const panel = byId('panel');
const toggle = byId('panel-toggle');
const wide = matchMedia('(min-width: 1080px)');
/** Counts what was asked for, so that a late answer does not replace a newer one. */
let turn = 0;
let fault;

const note = (words) => make('p', { class: 'faint' }, words);
const section = (title, ...content) => make('section', {}, make('h3', {}, title), ...content);

/** YAML with its keys set apart; everything stays text. */
function yamlLine(line) {
  const [, indent, key, rest] = /^(\s*(?:- )?)([\w-]+:)(.*)$/.exec(line) ?? [];
  return key === undefined ? [line, '\n'] : [indent, make('b', {}, key), rest, '\n'];
}

const yamlOf = ({ place, yaml }) =>
  yaml === undefined
    ? note('The file has changed since and does not hold the record there any more.')
    : make('pre', { class: 'yaml', tabindex: 0, 'aria-label': `The record in ${place}` }, ...yaml.split('\n').flatMap(yamlLine));

const passage = ({ exact, paragraph, source }) =>
  make('figure', {}, make('blockquote', {}, exact), make('figcaption', {}, `${source}, paragraph ${paragraph}`));

const fact = (name, value) => make('div', {}, make('dt', {}, name), make('dd', {}, value));

const reviewWords = (review) => (review ? `${review.by}${review.overdue ? ' · overdue' : ''}` : 'no date set');

const factsOf = ({ status, verified, review, place, id }) =>
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
  factsOf(record),
  section('Passage', ...record.passages.map(passage)),
  section('Record', yamlOf(record)),
];

/** A further record, read when it is opened. */
function drawOther(id) {
  const details = make('details', {}, make('summary', {}, make('code', {}, id)));
  details.addEventListener('toggle', async () => {
    if (!details.open || details.children.length > 1) return;
    const record = await get(`/record/${encodeURIComponent(id)}`).catch(() => undefined);
    details.append(...(record ? recordParts(record) : [note('The base has no such record any more.')]));
  });
  return details;
}

/** Why it matched, as the button under the message tells it. */
async function whyParts(message, id) {
  if (id === undefined) return [];
  const { data } = await send(interaction(COMPONENT, { component_type: 2, custom_id: id }, asDiscord(message))).catch(() => ({}));
  const [embed] = data?.embeds ?? [];
  return embed ? [section(embed.title, drawEmbed({ description: embed.description }))] : [];
}

const othersParts = (others, record) =>
  others.length === 0 ? [] : [section(record ? 'Also named' : `Its ${others.length} record${others.length === 1 ? '' : 's'}`, ...others.map(drawOther))];

async function partsOf(message) {
  const { record: id, others, why } = await post('/behind', asDiscord(message));
  const [reasons, record] = await Promise.all([whyParts(message, why), id ? get(`/record/${encodeURIComponent(id)}`).catch(() => undefined) : undefined]);
  const further = othersParts(
    others.filter((other) => other !== id),
    record,
  );
  return [...reasons, ...(record ? recordParts(record) : []), ...further];
}

const faultBox = () =>
  fault && make('div', { class: 'fault', role: 'alert' }, make('b', {}, fault[0]), make('ul', {}, ...fault.slice(1).map((line) => make('li', {}, line))));

const body = make('div', { class: 'panel-body' }, note('Ask something: here you see why it matched, and the record as its file has it.'));
const faults = make('div', {});

/** Shows what is behind an answer; one that a button gave and that names no record leaves what is shown. */
export async function showBehind(message) {
  turn += 1;
  const mine = turn;
  const parts = await partsOf(message).catch(() => [note('The server does not answer.')]);
  if (mine !== turn || (parts.length === 0 && message.from)) return;
  body.replaceChildren(...(parts.length > 0 ? parts : [note('This answer rests on no record of the base.')]));
  panel.scrollTop = 0;
}

/** Tells that the base on disk does not load, with file and line; or that it does again. @param {string[] | undefined} lines */
export function showFault(lines) {
  fault = lines;
  faults.replaceChildren(...(fault ? [faultBox()] : []));
  toggle.classList.toggle('alarm', fault !== undefined);
  toggle.textContent = fault ? 'The base does not load' : 'Behind the answer';
}

/** Opens or closes the panel. */
export function openPanel(open, { focus = false } = {}) {
  panel.hidden = !open;
  toggle.setAttribute('aria-expanded', String(open));
  if (!focus) return;
  if (open) panel.querySelector('button').focus();
  else toggle.focus();
}

const closeButton = make('button', { type: 'button', class: 'round', 'aria-label': 'Close', click: () => openPanel(false, { focus: true }) }, '✕');
panel.append(make('div', { class: 'panel-head' }, make('h2', {}, 'Behind the answer'), closeButton), faults, body);
panel.addEventListener('keydown', ({ key }) => key === 'Escape' && openPanel(false, { focus: true }));
toggle.addEventListener('click', () => openPanel(panel.hidden, { focus: !wide.matches }));
wide.addEventListener('change', ({ matches }) => openPanel(matches));
openPanel(wide.matches);
