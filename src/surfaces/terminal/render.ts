/** Replies as text on a terminal. */
import type { Field, RecordLine, RecordView, Reply } from '../../replies/reply.ts';
import { citedBlock, items, known, sourcesBlock, statusLine, table, title } from './blocks.ts';
import { digestBlocks } from './edition.ts';
import { createPage, type Page, paragraph, stack } from './page.ts';
import { accountBlock, managersBlock, subscribedBlocks, subscriptionBlock } from './subscriptions.ts';
import { checkBlocks, citationBlocks, comparisonBlocks, helpBlocks, pictureBlocks, profileBlocks, profileLines, sourceBlocks, sourcesBlocks } from './views.ts';

interface RenderOptions {
  columns: number;
  colour: boolean;
  /** Whether to tell why it matched. */
  why?: boolean;
}

/** Under a refusal nothing matched; something was only found. */
const reasonTitle = ({ kind }: Reply): string => (kind === 'closest' ? 'What led to the closest record' : 'Why it matched');

function reasonBlock(page: Page, reply: Reply): string[] {
  const reasons = 'reasons' in reply ? reply.reasons : [];
  const lines = reasons.flatMap((reason) => paragraph(page, reason, { first: '  ', rest: '    ' }));
  return [...title(page, reasonTitle(reply)), ...(lines.length > 0 ? lines : paragraph(page, 'The words of its passage and summary.', { first: '  ' }))];
}

/** Each sentence speaks of the closest record, so the line before them names it. */
function refusal(page: Page, why: readonly string[]): string[] {
  const sentences = why.flatMap((text) => paragraph(page, text, { first: '  · ' }));
  return [...title(page, 'No sourced fact answers this.'), ...paragraph(page, 'Why the closest record does not:'), ...sentences];
}

const corrections = (page: Page, texts: readonly string[]): string[] =>
  texts.flatMap((text) => paragraph(page, text, { first: '! ', format: ['bold', 'yellow'] }));

function noteBlock(page: Page, record: RecordView): string[] {
  const overdue = record.review?.overdue ? `A review of this record has been due since ${record.review.by}.` : '';
  return [record.note ?? '', overdue].filter(Boolean).flatMap((text, index) => paragraph(page, text, { first: index === 0 ? 'Note  ' : '      ' }));
}

/** Somebody's own words and whose they are; left out where the passage is those words and nothing else. */
function spokenBlock(page: Page, { words, cited }: RecordView): string[] {
  if (!words || cited.some(({ passages }) => passages.some(({ exact }) => exact.replace(/[“”"]/g, '').trim() === words.text))) return [];
  return [...paragraph(page, `“${words.text}”`, { first: '  ', format: 'bold' }), ...paragraph(page, `— ${words.speaker}`, { first: '  ', rest: '    ' })];
}

function recordBlocks(page: Page, record: RecordView): string[][] {
  return [
    [
      ...title(page, record.heading),
      ...statusLine(page, record.status, known(record.date)),
      ...paragraph(page, record.status.sentence, { first: '  ', format: 'dim' }),
    ],
    paragraph(page, record.summary),
    spokenBlock(page, record),
    ...record.cited.map((cited) => citedBlock(page, cited)),
    table(page, record.fields),
    noteBlock(page, record),
    record.tension.length > 0 ? [...title(page, 'At odds with this, in the same source'), ...items(page, record.tension, true)] : [],
  ];
}

function nextBest(page: Page, others: readonly RecordLine[], from: number): string[] {
  return others.length === 0 ? [] : [...title(page, 'Next best'), ...items(page, others, false, from)];
}

const recordId = (page: Page, { id }: RecordView): string[] => paragraph(page, `Record ${id}`, { format: 'dim' });

function blocksOf(page: Page, reply: Reply, why: boolean): string[][] {
  switch (reply.kind) {
    case 'record':
      return [
        corrections(page, reply.corrections),
        reply.aside === undefined ? [] : paragraph(page, reply.aside),
        ...recordBlocks(page, reply.record),
        why ? reasonBlock(page, reply) : [],
        nextBest(page, reply.others, reply.record.tension.length + 1),
        recordId(page, reply.record),
      ];
    case 'list':
      return [
        title(page, reply.title),
        corrections(page, reply.corrections),
        items(page, reply.records, true),
        sourcesBlock(page, reply.records),
        why ? reasonBlock(page, reply) : [],
      ];
    case 'closest': {
      const offered = closestLines(reply);
      return [
        refusal(page, reply.why),
        corrections(page, reply.corrections),
        title(page, offered.length === 1 ? 'The closest record, which is not an answer' : 'The closest records, which are not an answer'),
        items(page, offered, true),
        sourcesBlock(page, offered),
        why ? reasonBlock(page, reply) : [],
      ];
    }
    case 'nothing':
      return [
        [...title(page, 'No sourced fact.'), ...reply.why.flatMap((text) => paragraph(page, text))],
        reply.hints.length === 0 ? [] : [...paragraph(page, 'Ask, for example:'), ...reply.hints.flatMap((hint) => paragraph(page, hint, { first: '  · ' }))],
      ];
    case 'notice':
      return [title(page, reply.title), reply.lines.flatMap((line) => paragraph(page, line, { rest: '  ' }))];
    case 'profile':
      return profileBlocks(page, reply);
    case 'comparison':
      return comparisonBlocks(page, reply);
    case 'source':
      return sourceBlocks(page, reply);
    case 'sources':
      return sourcesBlocks(page, reply);
    case 'citation':
      return citationBlocks(page, reply);
    case 'text':
      return [...recordBlocks(page, reply.record), recordId(page, reply.record)];
    case 'check':
      return checkBlocks(page, reply);
    case 'digest':
      return [...(reply.aside === undefined ? [] : [paragraph(page, reply.aside)]), ...digestBlocks(page, reply.edition)];
    case 'subscribed':
      return subscribedBlocks(page, reply);
    case 'subscriptions':
      return [title(page, reply.title), ...reply.subscriptions.map((one) => subscriptionBlock(page, one)), ...reply.notes.map((note) => paragraph(page, note))];
    case 'accounts':
      return [title(page, reply.title), ...reply.accounts.map((one) => accountBlock(page, one))];
    case 'managers':
      return [managersBlock(page, reply)];
    case 'picture':
      return pictureBlocks(page, reply);
    case 'help':
      return helpBlocks(page, reply);
  }
}

const closestLines = ({ record, others }: Extract<Reply, { kind: 'closest' }>): RecordLine[] => [record, ...others];

/** The ids of the records that a reply numbers, in the order of their numbers. */
export function numbered(reply: Reply): string[] {
  switch (reply.kind) {
    case 'record':
      return [...reply.record.tension, ...reply.others].map(({ id }) => id);
    case 'list':
      return reply.records.map(({ id }) => id);
    case 'closest':
      return closestLines(reply).map(({ id }) => id);
    case 'profile':
      return profileLines(reply.profile).map(({ id }) => id);
    case 'comparison':
      return reply.between.map(({ id }) => id);
    case 'citation':
      return [reply.record.id];
    case 'picture':
      return reply.records.map(({ id }) => id);
    case 'check':
      return reply.statements.flatMap(({ record }) => record?.id ?? []);
    case 'text':
    case 'nothing':
    case 'notice':
    case 'source':
    case 'sources':
    case 'digest':
    case 'subscribed':
    case 'subscriptions':
    case 'accounts':
    case 'managers':
    case 'help':
      return [];
  }
}

/**
 * A reply as text that fits the window, ending in a line break. Only addresses may be longer than a line.
 */
export function render(reply: Reply, { columns, colour, why = false }: RenderOptions): string {
  const page = createPage(columns, colour);
  return `${stack(blocksOf(page, reply, why)).join('\n')}\n`;
}

/** Why the records of a reply matched, alone. */
export function renderReasons(reply: Reply, { columns, colour }: RenderOptions): string {
  const page = createPage(columns, colour);
  const lines = 'reasons' in reply ? reasonBlock(page, reply) : paragraph(page, 'There was no question to be matched.');
  return `${lines.join('\n')}\n`;
}

/** Names and what they mean, in two columns where the window allows. */
export function renderTable(rows: readonly (readonly [string, string])[], { columns, colour }: RenderOptions): string {
  const fields = rows.map(([name, value]): Field => ({ name, value, unknown: false }));
  return `${table(createPage(columns, colour), fields).join('\n')}\n`;
}

/** One plain paragraph, wrapped. */
export function renderText(text: string, { columns, colour }: RenderOptions): string {
  return `${paragraph(createPage(columns, colour), text).join('\n')}\n`;
}
