/** The playground's server: whom it answers, with what, and what it keeps to itself. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBase } from '../../../src/base/load.ts';
import { openPlayground } from '../../../src/bot/playground.ts';
import { examples } from '../../../src/surfaces/playground/examples.ts';
import { isOurs } from '../../../src/surfaces/playground/guard.ts';
import { createBoard } from '../../../src/surfaces/playground/news.ts';
import { deal, files, quote } from '../../base/build.ts';
import { folderOf } from '../../base/folder.ts';
import { aContext, aDeal, aMatch, aRealContext, TODAY } from '../../build.ts';
import { registered } from '../registered.ts';
import { type Served, serve } from './served.ts';

const context = aContext({ x: { kind: 'answer', list: false, matches: [aMatch(aDeal())] } });
const asking = (question: string) => ({
  id: '1',
  application_id: '2',
  type: 2,
  token: 'abc',
  version: 1,
  user: { id: '3' },
  data: { type: 1, name: 'ask', options: [{ name: 'question', type: 3, value: question }] },
});

let served: Served;
beforeAll(async () => {
  served = await serve(context);
});
afterAll(async () => {
  await served.stop();
});

interface Message {
  embeds: { title: string }[];
  components: object[];
}
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(served.address + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const answer = async (question: string) => (await (await post('/interactions', asking(question))).json()) as { type: number; data: Message };

/** The status that a request with such headers gets; `fetch` would not send a Host of ours. */
const statusWith = (headers: Record<string, string>, path = '/'): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(served.address + path, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });

describe('the playground’s server', () => {
  it('answers raw interactions with the bodies of callbacks, as Discord’s endpoint does', async () => {
    const { type, data } = await answer('x');
    expect(type).toBe(4);
    expect(data.embeds[0]?.title).toBe('Deal (sale): Türkiye to Kyrgyzstan');
  });

  it('tells the commands as they are registered', async () => {
    expect(await (await fetch(`${served.address}/commands`)).json()).toEqual(registered);
  });

  it('takes the first screen’s questions from the base it serves, each of which does what it shows', async () => {
    const asks = { en: ['Who took ten machines of Country B?'], ru: ['Кто взял десять машин?'] };
    const folder = await folderOf(files({ deals: [deal({ asks, date: { on: '2020-05', precision: 'month' } })], quotes: [quote()] }));
    const loaded = await loadBase([folder]);
    if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
    const own = aRealContext(loaded.base);
    const told = examples(own, TODAY);
    expect(told.map(({ shows }) => shows)).toEqual(['A deal', 'A trap', 'In Russian']);
    expect(told[0]?.question).toBe('Who took ten machines of Country B?');
    const kinds = told.map(({ question }) => own.search.resolve(question, { today: TODAY }).kind);
    expect(kinds).toEqual(['answer', 'closest', 'answer']);
  });

  it('tells what is behind a message, and gives a record’s view', async () => {
    const { data } = await answer('x');
    expect(await (await post('/behind', data)).json()).toMatchObject({ record: 'deal-a', why: expect.stringContaining('why') });
    expect(await (await post('/behind', { components: 'nonsense' })).json()).toEqual({ others: [] });
    const view = await (await fetch(`${served.address}/record/deal-a`)).json();
    expect(view).toMatchObject({ id: 'deal-a', status: { label: 'Confirmed' }, verified: { by: 'Curators', on: '22 November 2026' } });
    expect(await statusWith({}, '/record/nobody')).toBe(404);
  });

  it('answers to its own names only, so that no foreign name can be pointed at it', async () => {
    const { port } = served;
    expect(await statusWith({ host: `127.0.0.1:${port}` })).toBe(200);
    expect(await statusWith({ host: `localhost:${port}` })).toBe(200);
    expect(await statusWith({ host: `evil.example:${port}` })).toBe(421);
    expect(await statusWith({ host: `127.0.0.1.evil.example:${port}` })).toBe(421);
    expect(isOurs('192.168.1.5:3900', '127.0.0.1')).toBe(false);
    expect(isOurs('192.168.1.5:3900', '0.0.0.0')).toBe(true);
    expect(isOurs('evil.example', '0.0.0.0')).toBe(false);
    expect(isOurs('desk.local:3900', 'desk.local')).toBe(true);
    expect(isOurs('', '0.0.0.0')).toBe(false);
    expect(isOurs(undefined, '0.0.0.0')).toBe(false);
  });

  it('answers its own page only', async () => {
    expect((await post('/interactions', asking('x'), { origin: served.address })).status).toBe(200);
    expect((await post('/interactions', asking('x'), { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/interactions', asking('x'), { origin: 'null' })).status).toBe(403);
    expect((await post('/interactions', asking('x'), { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('serves its own files and no others', async () => {
    expect(await statusWith({}, '/app.js')).toBe(200);
    expect(await statusWith({}, '/docs/curating.md')).toBe(200);
    for (const path of ['/../app.ts', '/%2e%2e%2fapp.ts', '/..%2fapp.ts', '/docs/..%2f..%2fpackage.json', '/docs/architecture.md', '/.env']) {
      expect(await statusWith({}, path)).toBe(404);
    }
  });

  it('lets the page run nothing but its own files', async () => {
    const { headers } = await fetch(served.address);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const page = await (await fetch(served.address)).text();
    expect(page).not.toMatch(/ style=| on\w+=|<script(?! type="module" src=)/);
  });

  it('takes the next port when its own is taken', async () => {
    const options = { context, folders: [], board: createBoard(), today: () => TODAY };
    const next = await openPlayground({ ...options, place: { host: '127.0.0.1', port: served.port } });
    expect(next.port).toBeGreaterThan(served.port);
    expect((await fetch(next.address)).status).toBe(200);
    await next.stop();
  });

  it('takes nothing large and nothing that is no JSON', async () => {
    expect((await post('/interactions', 'x'.repeat(300_000))).status).toBe(413);
    const broken = await fetch(`${served.address}/interactions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
    expect(broken.status).toBe(415);
  });

  it('ends though a page still listens to its news', async () => {
    const other = await serve(context);
    const news = await fetch(`${other.address}/events`);
    expect(news.headers.get('content-type')).toContain('text/event-stream');
    await other.stop();
    await news.text();
  });
});
