import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hashSnapshot, normaliseSnapshot } from '../../src/base/passages.ts';
import { extractPage } from '../../src/surfaces/terminal/base/extract.ts';
import { FETCH_LIMITS, fetchPage } from '../../src/surfaces/terminal/base/fetch.ts';
import { folderOf } from './folder.ts';
import { run } from './terminal.ts';

const sentence = 'Country A bought ten machines from Country B, which the Ministry of Things of Country A calls “very green machines” indeed.';
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Machines of Türkmen make</title><style>p{}</style></head><body>
<nav><a href="/">Home</a> <a href="/about">About</a></nav>
<article><h1>Machines of Türkmen make</h1>
${Array.from({ length: 6 }, (_, i) => `<p>${i + 1}. ${sentence}\n   <em>Nobody</em> else’s did.<br>So it is.</p>`).join('\n')}
<ul><li>First of the list of things to know about all the machines.</li><li>Second.</li></ul>
<script>alert('no')</script></article>
<footer>Privacy</footer></body></html>`;

/** A server on this machine; the address of its root. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const html =
  (body: string | Buffer, type = 'text/html; charset=utf-8'): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  };

const baseAt = (url: string) => folderOf({ 'sources.yaml': `- id: source-a\n  url: ${url}\n  language: en\n` });

describe('snapshot', () => {
  test("saves a page's readable text and prints what sources.yaml needs", async () => {
    const folder = await baseAt(await serve(html(PAGE)));
    const { code, out } = await run(['snapshot', 'source-a', folder, '--out', 'own'], { cwd: folder });
    expect(code).toBe(0);
    const text = await readFile(join(folder, 'own', 'source-a.txt'), 'utf8');
    expect(text).toContain(`\n\n1. ${sentence} Nobody else’s did. So it is.\n\n2. `);
    expect(text).toContain('\n\nFirst of the list of things to know about all the machines.\n\nSecond.');
    expect(text).toMatch(/^Machines of Türkmen make\n\n/);
    expect(text).not.toMatch(/alert|Privacy|Home/);
    expect(out).toContain(`sha256: ${hashSnapshot(normaliseSnapshot(text))}`);
    expect(out).toMatch(/body: \{ first: 2, last: [78] \}\n {2}words: \d+/);
  });

  test('leaves a snapshot that differs, unless forced', async () => {
    const folder = await baseAt(await serve(html('Short text, as it is.', 'text/plain')));
    const take = (...more: string[]) => run(['snapshot', 'source-a', folder, '--out', folder, ...more]);
    expect(await take()).toMatchObject({ code: 0, out: expect.stringContaining('source-a.txt written.') });
    expect(await take()).toMatchObject({ code: 0, out: expect.stringContaining('is there already, the same') });
    const other = await folderOf({ 'source-a.txt': 'Another text.' });
    const differing = (...more: string[]) => run(['snapshot', 'source-a', folder, '--out', other, ...more]);
    expect(await differing()).toMatchObject({ code: 1, out: expect.stringContaining('is there and differs') });
    expect(await readFile(join(other, 'source-a.txt'), 'utf8')).toBe('Another text.');
    expect(await differing('--force')).toMatchObject({ code: 0, out: expect.stringContaining('written over the old one') });
    expect(await readFile(join(other, 'source-a.txt'), 'utf8')).toBe('Short text, as it is.\n');
  });

  test('of an unknown source offers the known one', async () => {
    const folder = await baseAt('https://source-a.example/');
    expect(await run(['snapshot', 'sorce-a', folder, '--out', folder])).toMatchObject({ code: 1, err: '`sorce-a` is no source; did you mean `source-a`?' });
  });

  test('never writes outside its folder, whatever the id', async () => {
    const folder = await folderOf({ 'sources.yaml': `- id: ../escape\n  url: ${await serve(html('x', 'text/plain'))}\n` });
    expect((await run(['snapshot', '../escape', folder, '--out', join(folder, 'own')])).code).toBe(1);
  });

  test('says in a sentence when the page has no article', async () => {
    const folder = await baseAt(await serve(html('<html><body></body></html>')));
    expect(await run(['snapshot', 'source-a', folder, '--out', folder])).toMatchObject({
      code: 1,
      err: 'The page holds no readable article. Save its text by hand.',
    });
  });
});

describe('fetching', () => {
  const limits = { timeout: 400, bytes: 1000, redirects: 5 };
  const hops: RequestListener = (request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) return html('arrived', 'text/plain')(request, response as never);
    response.writeHead(302, { location: `/${left - 1}` });
    return response.end();
  };

  test('follows five redirects and no more', async () => {
    const url = await serve(hops);
    expect(await fetchPage(`${url}/5`, limits)).toMatchObject({ text: 'arrived', url: `${url}/0` });
    await expect(fetchPage(`${url}/6`, limits)).rejects.toThrow('redirects more than 5 times.');
  });

  test('goes to http and https only, by a redirect too', async () => {
    const url = await serve((_request, response) => response.writeHead(301, { location: 'file:///etc/hosts' }).end());
    await expect(fetchPage(url, limits)).rejects.toThrow('file:///etc/hosts is no http or https address.');
    await expect(fetchPage('ftp://source-a.example/', limits)).rejects.toThrow('is no http or https address.');
  });

  test('stops at the size allowed, counted as it comes', async () => {
    let sent = 0;
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = () => {
        sent += 500;
        if (!response.destroyed && sent < 1e7) response.write('x'.repeat(500), () => setImmediate(more));
      };
      more();
    });
    await expect(fetchPage(url, { ...limits, timeout: 5000 })).rejects.toThrow('The page is larger than');
    expect(sent).toBeLessThan(1e7);
  });

  test('stops when the time is over, before the answer and within it', async () => {
    const silent = await serve(() => {});
    await expect(fetchPage(silent, limits)).rejects.toThrow('did not answer within 0.4 seconds.');
    const slow = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.write('a beginning');
    });
    await expect(fetchPage(slow, limits)).rejects.toThrow('did not answer within 0.4 seconds.');
  });

  test('takes web pages and plain text only', async () => {
    await expect(fetchPage(await serve(html('%PDF', 'application/pdf')), limits)).rejects.toThrow('is application/pdf, not a web page or plain text.');
    await expect(fetchPage(await serve((_request, response) => response.writeHead(200).end('x')), limits)).rejects.toThrow('of no stated type');
  });

  test('tells a refusal by its status, and an unreachable host as such', async () => {
    await expect(fetchPage(await serve((_request, response) => response.writeHead(404).end()), limits)).rejects.toThrow('answers with status 404.');
    await expect(fetchPage('http://127.0.0.1:1/', limits)).rejects.toThrow('could not be reached.');
  });

  test('reads the encoding that the header or the page names', async () => {
    const windows = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    expect((await fetchPage(await serve(html(windows, 'text/plain; charset=windows-1251')), limits)).text).toBe('Привет');
    const page = Buffer.concat([Buffer.from('<meta charset="windows-1251"><p>'), windows]);
    expect((await fetchPage(await serve(html(page, 'text/html')), limits)).text).toContain('Привет');
  });

  test('is bounded by default to 20 seconds, 5 MB and 5 redirects', () => {
    expect(FETCH_LIMITS).toEqual({ timeout: 20_000, bytes: 5_242_880, redirects: 5 });
  });
});

test('a page nested beyond all measure ends in a sentence', () => {
  expect(() => extractPage('<div>'.repeat(5000), 'en')).toThrow(
    /^The page (?:cannot be read as an article|holds no readable article)\. Save its text by hand\.$/,
  );
});
