/** Pictures in the playground: shown in the page, kept under addresses that nobody can guess, and saved as files. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileShelf } from '../../../src/surfaces/playground/shelf.ts';
import { base, search } from '../../search/shipped.ts';
import { closeAll, lastMessage, open, sharedBrowser, skipBrowser } from './browser.ts';
import { type Served, serve } from './served.ts';

const MB = 1024 * 1024;
const aFile = (name: string, size = 10) => ({ name, description: `about ${name}`, type: 'image/png', bytes: new Uint8Array(size) });
const showing = (name: string) => ({ embeds: [{ title: 'T', image: { url: `attachment://${name}` } }] });

interface Placed {
  embeds: { image: { url: string; description?: string } }[];
  attachments?: { url: string; filename: string }[];
}

describe('the shelf of files', () => {
  it('gives an embed’s picture an address and its description, and lists what no embed shows', () => {
    const shelf = createFileShelf();
    const [map, data] = [aFile('map.png'), aFile('map.csv')];
    const { embeds, attachments } = shelf.place(showing('map.png'), [map, data]) as Placed;
    expect(embeds[0]?.image).toMatchObject({ url: expect.stringMatching(/^\/files\/[\w-]{24}\/map\.png$/), description: 'about map.png' });
    expect(attachments).toMatchObject([{ filename: 'map.csv', url: expect.stringMatching(/^\/files\/[\w-]{24}\/map\.csv$/) }]);
    const [, , token = '', name = ''] = embeds[0]?.image.url.split('/') ?? [];
    expect([shelf.take(token, name), shelf.take(token, 'other.png'), shelf.take('0'.repeat(24), name)]).toEqual([map, undefined, undefined]);
  });

  it('keeps the last files and lets go of the first', () => {
    const shelf = createFileShelf();
    const places = Array.from(
      { length: 5 },
      () => (shelf.place(showing('a.png'), [aFile('a.png', 10 * MB)]) as Placed).embeds[0]?.image.url.split('/')[2] ?? '',
    );
    expect(places.map((token) => shelf.take(token, 'a.png') !== undefined)).toEqual([false, false, true, true, true]);
  });
});

describe.skipIf(skipBrowser)('the page', () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([sharedBrowser(), serve({ base, search }, ['src/data/turkish-drones'])]);
  });
  afterAll(async () => {
    await closeAll(browser);
    await served?.stop();
  });

  it('shows a picture with its description, changes its colours in place, and offers drawing and data to be saved', async () => {
    const { page, errors, strangers } = await open(browser, served.address);
    await page.locator('#text').fill('/chart by: year');
    await page.keyboard.press('Enter');
    const picture = page.locator('.embed-image');
    await picture.waitFor();
    await expect.poll(() => page.evaluate('document.querySelector(".embed-image").naturalWidth')).toBe(1360);
    expect(await picture.getAttribute('alt')).toMatch(/^Bar chart of deal records by year\. .*Source: Caspian Policy Center/);
    const dark = await picture.getAttribute('src');
    await page.getByRole('button', { name: 'Light' }).click();
    await page.getByRole('button', { name: 'Dark' }).waitFor();
    expect(await picture.getAttribute('src')).not.toBe(dark);

    for (const [label, name, type] of [
      ['SVG file', 'chart.svg', 'image/svg+xml'],
      ['Data (CSV)', 'chart.csv', 'text/csv'],
    ] as const) {
      await page.getByRole('button', { name: label }).first().click();
      const file = lastMessage(page).locator('.file', { hasText: name });
      await file.waitFor();
      expect(await file.getAttribute('download')).toBe(name);
      const saved = await fetch(served.address + (await file.getAttribute('href')));
      expect([saved.headers.get('content-type'), saved.headers.get('content-disposition')]).toEqual([type, `attachment; filename="${name}"`]);
    }
    expect((await fetch(`${served.address}/files/${'0'.repeat(24)}/chart.png`)).status).toBe(404);
    expect([errors, strangers]).toEqual([[], []]);
  });
});
