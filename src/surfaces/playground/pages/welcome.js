/** The first screen: what this is, questions to begin with, and the two ways on. */
import { byId, make } from './dom.js';

const count = (n, what) => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;

const exampleButton = ({ shows, question, language }, ask) =>
  make('button', { type: 'button', class: 'example', click: () => ask(question) }, make('span', {}, shows), make('b', { lang: language }, question));

const baseLine = ({ title, description, revised }) => make('p', { class: 'base' }, make('b', {}, title), ` ${description} Last revised ${revised}.`);

const shell = (...lines) => make('pre', { tabindex: 0 }, make('code', {}, lines.join('\n')));
const doc = (name, words) => make('a', { href: `/docs/${name}`, target: '_blank', rel: 'noopener' }, words);

const ownBase = () =>
  make(
    'details',
    {},
    make('summary', {}, 'Bring your own base'),
    make('p', {}, 'A base is a folder of YAML files. Edit them while this page is open: the last answer follows each change.'),
    shell('SOURCEBOOK_BASE=my-base npm start'),
    make('p', {}, doc('curating.md', 'How to curate a base')),
  );

const discord = () =>
  make(
    'details',
    {},
    make('summary', {}, 'Connect it to Discord'),
    make('p', {}, 'With a bot’s token the same program answers in your server, with the same embeds and buttons.'),
    shell('cp .env.example .env   # set DISCORD_TOKEN', 'npm start'),
    make('p', {}, doc('discord.md', 'From “New Application” to the first answer')),
  );

/** Draws the first screen. @param {object} told what the server says of the base @param {(question: string) => void} ask */
export function drawWelcome({ bases, records, sources, unconfirmed, examples }, ask) {
  byId('channel').textContent = bases[0].id;
  const figures = [count(records, 'record'), count(sources, 'source'), `${unconfirmed} unconfirmed`].join(' · ');
  byId('welcome').replaceChildren(
    make('span', { class: 'badge', 'aria-hidden': 'true' }, '#'),
    make('h2', {}, 'Ask, and see the source'),
    make(
      'p',
      { class: 'lead' },
      'Sourcebook finds the record in a fact base that people curated by hand, with the exact passage it rests on; what no record supports gets no answer.',
    ),
    ...bases.map(baseLine),
    make('p', { class: 'figures' }, figures),
    make('div', { class: 'examples' }, ...examples.map((example) => exampleButton(example, ask))),
    make('div', { class: 'ways' }, ownBase(), discord()),
  );
}
