/** What axe-core finds on each screen, in both themes: nothing. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { base, search } from '../../search/shipped.ts';
import { ask, closeAll, lastMessage, open, PHONE, sharedBrowser, skipBrowser } from './browser.ts';
import { type Served, serve } from './served.ts';

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

const THEMES = ['dark', 'light'] as const;

/** Rules that the page breaks in either theme, with where. The script comes by the debugger's way, past the page's policy. */
async function violations(page: Page): Promise<string[]> {
  const told: string[] = [];
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations: found } = await page.evaluate<{ violations: Violation[] }>('axe.run(document, { resultTypes: ["violations"] })');
    told.push(
      ...found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary = '' }) => `${colorScheme}: ${id} at ${target.join(' ')}: ${failureSummary}`)),
    );
  }
  return told;
}

describe.skipIf(skipBrowser)('axe finds nothing', () => {
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    [browser, served] = await Promise.all([sharedBrowser(), serve({ base, search }, ['src/data/turkish-drones'])]);
  });
  afterEach(() => closeAll(browser));
  afterAll(async () => {
    await served?.stop();
  });

  it('wrong from the first screen to every kind of answer', async () => {
    const { page } = await open(browser, served.address);
    await page.evaluate(axe.source);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type('/deal ');
    await page.locator('#picker-list [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await ask(page, 'what did kirgizistan buy in jan 2023');
    await ask(page, 'did erdogan say biggest defense deal');
    await lastMessage(page).getByRole('button', { name: 'Rephrase' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await ask(page, '/chart by: year');
    await lastMessage(page).getByRole('button', { name: 'SVG file' }).click();
    await lastMessage(page).locator('.file').waitFor();
    await ask(page, 'who buys drones from Türkiye');
    await lastMessage(page).getByRole('button', { name: /Why/ }).first().click();
    await lastMessage(page).getByText('Only you can see this').waitFor();
    served.board.post({ event: 'base', loaded: false, lines: ['The base changed but does not load.', 'deals.yaml:7 deal-a: recipient is no entity'] });
    await page.getByRole('alert').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('.more').last().click();
    expect(await violations(page)).toEqual([]);
    served.board.post({ event: 'base', loaded: true, lines: ['The base changed and was loaded again.'] });
  });

  it('wrong on a phone, with the curator’s view and the dialog for pasting open', async () => {
    const { page } = await open(browser, served.address, PHONE);
    await page.evaluate(axe.source);
    expect(await violations(page)).toEqual([]);
    await ask(page, 'what did kirgizistan buy in jan 2023');
    expect(await violations(page)).toEqual([]);
    await page.locator('#panel-toggle').tap();
    await page.locator('#panel').getByText('Stands in').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('#panel').getByRole('button', { name: 'Close' }).tap();
    await page.getByRole('button', { name: 'Paste a text' }).tap();
    expect(await violations(page)).toEqual([]);
  });
});
