/** What is to be done about an interaction: how the answer is to be shown, and how to make it. */
import type { Context, Place, Request } from '../commands/command.ts';
import { bounded, commands, dispatch, shown as inWriting, readWritten } from '../commands/dispatch.ts';
import type { Button } from '../replies/button.ts';
import type { Reply } from '../replies/reply.ts';
import type { Shown } from './bodies.ts';
import type { Asked, OwnMessage } from './interaction.ts';
import { buttonsOf, isPrivate, pageShown, showsPicture, themeOf, writtenOver } from './pressed.ts';
import { type Message, render, renderCsv, renderReasons, renderSvg, sentence } from './render/index.ts';
import { rephrased } from './rephrase.ts';
import { creditOf, shared } from './share.ts';

interface Made {
  message: Message;
  /** For log and metrics: the reply's kind, or what else it is. */
  kind: string;
  missed?: Missed;
}

/** A question that found nothing, as somebody asked it just now. For those who add to the base, and never for a log. */
export interface Missed {
  question: string;
  /** Ids of the entities that it names, as far as the base has them. */
  entities: readonly string[];
}

export interface Plan {
  shown: Shown;
  /** For log and metrics: a command's name, or what else was asked. */
  name: string;
  /** The work may take a second or two: it is put off from the start. */
  slow?: true;
  make(): Promise<Made>;
}

/** What a plan is made with. */
export interface Means {
  context: Context;
  /** The reader's day, in ISO 8601. */
  today: string;
  now?: Temporal.Instant;
  surface: Request['surface'];
  /** Id of who asks. */
  user: string;
  place?: Place;
  locale?: string;
}

/** What of the means is told to a command. */
export const requestOf = ({ today, now, surface, place, locale }: Omit<Means, 'context'>): Omit<Request, 'command' | 'options' | 'at'> => ({
  today,
  surface,
  ...(now && { now }),
  ...(place && { place }),
  ...(locale !== undefined && { locale }),
});

const OLD = 'This button is from an older version; ask again.';
const STRANGE = 'This version of the bot does not know what was asked. Type / to see what it does know.';
const NOTHING_TO_SHARE = 'There is nothing here to share; ask again.';

const say = (name: string, kind: string, text: string): Plan => ({ shown: 'private', name, make: async () => ({ message: sentence(text), kind }) });

type Bare = Pick<Request, 'command' | 'options' | 'at' | 'theme'>;

interface Showing {
  shown: Shown;
  page?: number;
  /** Whether only the asker sees it; told by `shown` but for an update. */
  private?: boolean;
  look?: typeof render;
  /** Somebody asks this now, who did not only press a button to see the answer again. */
  anew?: true;
}

/** What a free question that found no answer was about. */
function missedBy({ options }: Request, reply: Reply, { context: { base, search }, today }: Means): Missed | undefined {
  if (reply.kind !== 'nothing' && reply.kind !== 'closest') return undefined;
  const question = Object.values(options).join(' ');
  const ids = search.read(question, { today }).names.flatMap((name) => name.ids);
  return { question, entities: [...new Set(ids)].filter((id) => base.entities.has(id)) };
}

/** Asks a command and shows its reply. */
function asking(asked: Bare, means: Means, { shown, page = 0, private: alone = shown === 'private', look = render, anew }: Showing): Plan {
  const request = bounded({ ...asked, ...requestOf(means) });
  const command = commands.find(({ name }) => name === asked.command);
  const line = inWriting(request, means.context);
  const setting = { page, private: alone, ...(command?.heading === undefined ? { written: line } : { written: command.heading, again: line }) };
  return {
    shown,
    name: command?.name ?? 'unknown',
    ...(command?.slow && { slow: command.slow }),
    make: async () => {
      const reply: Reply = await dispatch(request, means.context);
      const missed = anew && missedBy(request, reply, means);
      return { message: look(reply, setting), kind: reply.kind, ...(missed && { missed }) };
    },
  };
}

function planCommand({ name, options, private: told }: Extract<Asked, { kind: 'command' }>, means: Means): Plan {
  const command = commands.find((one) => one.name === name && one.type === 'slash');
  if (!command) return asking({ command: name, options }, means, { shown: 'private' });
  // What is always private is not for sharing either.
  if (command.quiet === 'always') return asking({ command: name, options }, means, { shown: 'private', private: false, anew: true });
  return asking({ command: name, options }, means, { shown: (told ?? command.quiet ?? false) ? 'private' : 'public', anew: true });
}

/** What is checked of others' messages is the asker's own business until they share it. */
function planMessage({ title, text, whose }: Extract<Asked, { kind: 'message' }>, means: Means): Plan {
  const command = commands.find((one) => one.type === 'message' && (one.title ?? one.name) === title);
  const [option] = Object.keys(command?.options ?? {});
  if (!command || option === undefined) return say('unknown', 'strange', STRANGE);
  return asking({ command: command.name, options: { [option]: text } }, means, {
    shown: 'private',
    look: (reply, setting) => render(reply, { ...setting, ...(whose && { whose }) }),
  });
}

/** As the command itself would answer it, and as private as what it was asked under. */
function planRephrased({ words, message }: Extract<Asked, { kind: 'rephrased' }>, means: Means): Plan {
  const request = rephrased(message, words);
  return request ? asking(request, means, { shown: isPrivate(message) ? 'private' : 'public', anew: true }) : say('button', 'old', OLD);
}

function planGo({ n, request }: Extract<Button, { action: 'go' }>, message: OwnMessage, means: Means): Plan {
  const asked = readWritten(request);
  if (!asked) return say('button', 'old', OLD);
  return asking({ ...asked, ...themeOf(message) }, means, { shown: 'update', private: isPrivate(message), page: n });
}

function planAgain(button: Extract<Button, { action: 'why' | 'at' | 'page' }>, message: OwnMessage, means: Means): Plan {
  const request = writtenOver(message);
  if (!request) return say('button', 'old', OLD);
  if (button.action === 'why') return asking({ ...request, at: button.n }, means, { shown: 'private', look: renderReasons });
  const alone = isPrivate(message);
  return button.action === 'at'
    ? asking({ ...request, at: button.n }, means, { shown: 'update', private: alone })
    : asking(request, means, { shown: 'update', private: alone, page: button.n });
}

/** A picture in other colours, in its place; or a file of it, for whoever wants one. */
function planPicture(action: 'dark' | 'light' | 'svg' | 'csv', message: OwnMessage, means: Means): Plan {
  const request = writtenOver(message);
  if (!request) return say('button', 'old', OLD);
  if (action === 'svg') return asking(request, means, { shown: 'private', look: renderSvg });
  if (action === 'csv') return asking(request, means, { shown: 'private', look: renderCsv });
  return asking({ ...request, theme: action }, means, { shown: 'update', private: isPrivate(message), page: pageShown(message) });
}

/** A picture is drawn again: the one that only its asker saw can't be handed on. */
function planSharedPicture(request: Bare, message: OwnMessage, means: Means): Plan {
  const look: typeof render = (reply, setting) => ({ ...render(reply, setting), content: creditOf(means.user) });
  return asking(request, means, { shown: 'public', page: pageShown(message), look });
}

function planShare(message: OwnMessage, means: Means): Plan {
  const { user } = means;
  // What could not be painted then may be now.
  const isDrawn = showsPicture(message) || buttonsOf(message).some(({ action }) => action === 'svg');
  const drawn = isDrawn ? writtenOver(message) : undefined;
  if (drawn) return planSharedPicture(drawn, message, means);
  const again = shared(message, user);
  return again ? { shown: 'public', name: 'share', make: async () => ({ message: again, kind: 'shared' }) } : say('share', 'old', NOTHING_TO_SHARE);
}

function planButton(button: Button, message: OwnMessage, means: Means): Plan {
  const privately = (request: Bare): Plan => asking(request, means, { shown: 'private' });
  switch (button.action) {
    case 'why':
    case 'at':
    case 'page':
      return planAgain(button, message, means);
    case 'record':
      return privately({ command: 'record', options: { record: button.id } });
    case 'text':
      return privately({ command: 'text', options: { record: button.id } });
    case 'near':
      return privately({ command: 'neighbours', options: { record: button.id } });
    case 'cite':
      return privately({ command: 'citation', options: { record: button.id } });
    case 'run': {
      const request = readWritten(button.request);
      return request ? privately(request) : say('button', 'old', OLD);
    }
    case 'go':
      return planGo(button, message, means);
    case 'share':
      return planShare(message, means);
    case 'dark':
    case 'light':
    case 'svg':
    case 'csv':
      return planPicture(button.action, message, means);
    case 'open':
    case 'jump':
    case 'rephrase':
    case 'start':
    case 'end':
      return say('button', 'old', OLD);
  }
}

/** The plan for whatever gets a message as its answer; so does a rephrasing when there is nothing to rephrase. */
export function planFor(asked: Exclude<Asked, { kind: 'typing' }>, means: Means): Plan {
  switch (asked.kind) {
    case 'command':
      return planCommand(asked, means);
    case 'message':
      return planMessage(asked, means);
    case 'button':
      return planButton(asked.button, asked.message, means);
    case 'rephrased':
      return planRephrased(asked, means);
    case 'open':
      return asking({ command: 'record', options: { record: asked.record } }, means, { shown: 'private' });
    case 'rephrase':
    case 'old':
      return say('button', 'old', OLD);
    case 'strange':
      return say('unknown', 'strange', STRANGE);
  }
}
