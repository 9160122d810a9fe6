/** Bases and answers that would like to be more than text; files that change while the page is open. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { loadLive } from '../../../src/context.ts';
import { deal, entity, files, type Parts, source } from '../../base/build.ts';
import { folderOf } from '../../base/folder.ts';
import { ask, closeAll, lastMessage, open, sharedBrowser, skipBrowser } from './browser.ts';
import { type Served, serve } from './served.ts';

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=1</script>';

/** The playground over a base on disk, kept up with it as the program does. */
async function live(folder: string): Promise<Served> {
  const end = new AbortController();
  let told: Served | undefined;
  const config = { bases: [folder], colour: false, bot: () => ({ wrong: [] }), store: () => ({ wrong: [] }) };
  const context = await loadLive(config, (lines, loaded) => told?.board.post({ event: 'base', loaded, lines }), end.signal);
  if ('problems' in context) throw new Error(JSON.stringify(context.problems));
  const served = await serve(context, [folder]);
  told = served;
  onTestFinished(async () => {
    end.abort();
    await served.stop();
  });
  return served;
}

describe.skipIf(skipBrowser)('the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedBrowser();
  });
  afterEach(() => closeAll(browser));

  it('shows a record’s markup, scripts and huge texts as text', async () => {
    const huge = `${MARKUP} ${'very long '.repeat(140)}`.slice(0, 1500);
    const parts: Parts = {
      info: { title: MARKUP, description: MARKUP },
      sources: [source({ title: MARKUP, publisher: MARKUP })],
      entities: [entity('country-a', { name: MARKUP }), entity('country-b', { name: '[x](javascript:alert`1`)' })],
      deals: [deal({ summary: huge, note: MARKUP })],
    };
    const served = await live(await folderOf(files(parts)));
    const { page, errors } = await open(browser, served.address);
    await ask(page, 'deal-a');
    await page.locator('#panel').getByText('deals.yaml:').waitFor();
    expect(await lastMessage(page).textContent()).toContain('<script>document.title=1</script>');
    expect(await page.locator('img, .message script, #panel script, #welcome script').count()).toBe(0);
    expect(await page.title()).toBe('Sourcebook playground');
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(errors).toEqual([]);
  });

  it('opens no address but http and https, whatever an answer says', async () => {
    const served = await live(await folderOf(files({ deals: [deal()] })));
    const { page } = await open(browser, served.address);
    const script = 'javascript:document.title=1';
    const embed = {
      title: 'A title',
      url: script,
      description: `[a](${script}) [b](https://example.org/b) <${script}> **[c](data:text/html,x)** ${'*'.repeat(2000)} ${'['.repeat(2000)}`,
      fields: [{ name: `[n](${script})`, value: `> ${MARKUP}` }],
      footer: { text: MARKUP },
    };
    const buttons = [
      { type: 2, style: 5, label: 'Link', url: script },
      { type: 2, style: 2, label: MARKUP, custom_id: 'x' },
    ];
    await page.route('**/interactions', (route) =>
      route.fulfill({ json: { type: 4, data: { embeds: [embed], components: [{ type: 1, components: buttons }] } } }),
    );
    await ask(page, 'anything');
    const addresses = await lastMessage(page)
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses).toEqual(['https://example.org/b']);
    expect(await lastMessage(page).locator('img, script').count()).toBe(0);
  });

  it('follows the base: a good change refreshes the last answer, a bad one is told with file and line', async () => {
    const folder = await folderOf(files({ deals: [deal()] }));
    const write = (parts: Parts) => writeFile(join(folder, 'deals.yaml'), files(parts)['deals.yaml']);
    const served = await live(folder);
    const { page } = await open(browser, served.address);
    await ask(page, 'deal-a');
    await lastMessage(page).getByText('Country A took ten machines').waitFor();
    await lastMessage(page).getByRole('button', { name: 'Why it matched' }).click();
    await page.getByText('Only you can see this').waitFor();

    await write({ deals: [deal({ summary: 'Country A took eleven machines.' })] });
    await page.locator('.message').first().getByText('Country A took eleven machines').waitFor();
    await page.locator('#panel').getByText('summary: Country A took eleven machines').first().waitFor();
    expect(await page.locator('.message').count()).toBe(2);

    await write({ deals: [deal({ recipient: ['nowhere-known'] })] });
    await page.getByRole('alert').getByText('deals.yaml:7 deal-a: recipient `nowhere-known` is no entity').waitFor();
    await page.locator('.message').first().getByText('Country A took eleven machines').waitFor();

    const late = await open(browser, served.address);
    await late.page.getByRole('alert').waitFor();
    await write({ deals: [deal()] });
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });
});
