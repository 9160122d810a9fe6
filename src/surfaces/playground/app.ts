/** The playground's server: the same raw interactions as Discord's endpoint takes, from a page of ours, and the curator's view beside. */
import { setImmediate as responded } from 'node:timers/promises';
import { Hono, type Context as Request } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { Context } from '../../commands/command.ts';
import { commands } from '../../commands/dispatch.ts';
import type { Later } from '../../discord/bodies.ts';
import { definitions } from '../../discord/definitions.ts';
import type { SentFile } from '../../discord/files.ts';
import type { Handle, Handling } from '../../discord/handle.ts';
import { firstOf } from '../../ops/answering.ts';
import { errorFacts, type Log } from '../../ops/log.ts';
import { guard } from './guard.ts';
import type { Board, News } from './news.ts';
import { docFile, packedJson, pageFile, sendPacked } from './pages.ts';
import { behind, curatorView } from './record.ts';
import { createFileShelf, type Shelf } from './shelf.ts';
import { createWelcome } from './welcome.ts';

/** Bytes. A checked message with its embeds is the largest thing that a page sends. */
const LARGEST_BODY = 256 * 1024;
/** Milliseconds between signs of life on a line that is silent. */
const ALIVE = 15_000;
/** Milliseconds after which a page whose line was lost tries again. */
const BACK_AFTER = 1000;

export interface PlaygroundOptions {
  handle: Handle;
  context: Context;
  /** The base's folders, for the lines of its records. */
  folders: readonly string[];
  board: Board;
  log: Log;
  /** The reader's day, in ISO 8601. */
  today(): string;
  /** The host that the server was told to listen on. */
  listens: string;
  /** Ends open lines to pages. */
  end: AbortSignal;
}

const isJson = (c: Request): boolean => /^application\/json\s*(?:;|$)/i.test(c.req.header('content-type') ?? '');

/** The body as JSON; undefined when it is none. */
async function bodyOf(c: Request): Promise<unknown> {
  return isJson(c) ? c.req.json().catch(() => undefined) : undefined;
}

const newsOf = ({ interaction }: Handling, made: Later | undefined, shelf: Shelf): News => ({
  event: 'later',
  interaction: interaction?.id ?? '',
  ...(made && { as: made.as, message: made.as === 'edit' ? shelf.place(made.body, made.files ?? []) : made.body }),
});

/** Answers in time, or puts off and tells the page later, as Discord would have it. */
async function respond(handling: Handling, { board, log }: PlaygroundOptions, shelf: Shelf) {
  const { body, later } = await firstOf(handling, ({ name: command, error, unfit }) => {
    if (error !== undefined) log.error({ command, ...errorFacts(error) }, 'an answer failed');
    if (unfit !== undefined) log.error({ command, unfit }, 'an answer does not fit a message');
  });
  // Slow work keeps the processor: the response is written first.
  if (later)
    void responded()
      .then(later)
      .then((made) => board.post(newsOf(handling, made, shelf)));
  return body;
}

/** A file of an answer. A drawing is never opened as a page of this server: it is handed out to be kept. */
function sendFile(c: Request, file: SentFile | undefined): Response | Promise<Response> {
  if (!file) return c.notFound();
  const kept = file.type === 'image/png' ? 'inline' : `attachment; filename="${file.name}"`;
  return c.body(new Uint8Array(file.bytes), 200, { 'content-type': file.type, 'content-disposition': kept });
}

/** News to one page, for as long as it listens. */
function events(c: Request, { board, end }: PlaygroundOptions) {
  return streamSSE(c, async (stream) => {
    const { promise: ended, resolve: leave } = Promise.withResolvers<void>();
    const onEnd = (): void => leave();
    stream.onAbort(onEnd);
    end.addEventListener('abort', onEnd);
    const send = ({ event, ...data }: News): void => void stream.writeSSE({ event, data: JSON.stringify(data) });
    const alive = setInterval(() => void stream.write(': alive\n\n'), ALIVE);
    // A page that lost the line is soon back.
    await stream.write(`retry: ${BACK_AFTER}\n\n`);
    const stop = board.listen(send);
    await ended;
    stop();
    clearInterval(alive);
    end.removeEventListener('abort', onEnd);
  });
}

/** The app that the page comes from and asks. */
export function createPlayground(options: PlaygroundOptions): Hono {
  const { handle, context, folders, log, today, listens } = options;
  const app = new Hono();
  const registered = packedJson(definitions(commands));
  const shelf = createFileShelf();
  const welcome = createWelcome(context, today);
  // The first page to be opened shall not wait for it.
  welcome();
  const limit = bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.text('too large', 413) });
  app.use(guard(listens));
  app.get('/events', (c) => events(c, options));
  app.get('/', (c) => sendPacked(c, pageFile('index.html')));
  app.get('/commands', (c) => sendPacked(c, registered));
  app.get('/welcome', (c) => sendPacked(c, welcome()));
  app.post('/interactions', limit, async (c) => {
    const raw = await bodyOf(c);
    return raw === undefined ? c.text('only JSON', 415) : c.json(await respond(handle(raw), options, shelf));
  });
  app.post('/behind', limit, async (c) => c.json(behind(await bodyOf(c))));
  app.get('/record/:id', async (c) => {
    const view = await curatorView(context.base, c.req.param('id'), today(), folders);
    return view ? c.json(view) : c.notFound();
  });
  app.get('/files/:token/:name', (c) => sendFile(c, shelf.take(c.req.param('token'), c.req.param('name'))));
  app.get('/docs/:name', (c) => sendPacked(c, docFile(c.req.param('name'))));
  app.get('/:name', (c) => sendPacked(c, pageFile(c.req.param('name'))));
  app.notFound((c) => c.text('there is nothing here', 404));
  app.onError((error, c) => {
    log.error(errorFacts(error), 'a request failed');
    return c.text('something went wrong', 500);
  });
  return app;
}
