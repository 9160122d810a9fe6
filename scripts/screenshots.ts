/**
 * Takes the README's pictures of the playground anew: `npm run screenshots`. Needs Chromium, and a font with emoji
 * (Debian: apt-get install chromium fonts-noto-color-emoji).
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPlayground } from '../src/bot/playground.ts';
import { readConfig } from '../src/config.ts';
import { loadContext } from '../src/context.ts';
import { createBoard } from '../src/surfaces/playground/news.ts';
import { ask, launch, open } from '../tests/surfaces/playground/browser.ts';

const DOCS = join(import.meta.dirname, '..', 'docs');
/** The same at every run, so that a picture changes only when the page does. */
const DAY = '2026-11-22';
const CLOCK = `${DAY}T09:00:00Z`;
/** Milliseconds: a first map takes its time on a busy machine. */
const PATIENCE = 60_000;

interface Shot {
  file: string;
  question: string;
  colorScheme: 'dark' | 'light';
  /** CSS pixels of the window; 840 unless told. */
  height?: number;
}

const PICTURES: readonly Shot[] = [
  { file: 'playground-answer.png', question: 'what did kirgizistan buy in jan 2023', colorScheme: 'dark' },
  { file: 'playground-trap.png', question: 'did erdogan say biggest defense deal', colorScheme: 'light', height: 996 },
  { file: 'playground-map.png', question: '/map', colorScheme: 'dark', height: 1180 },
];

/** A bare command: the first Enter takes it from the list, the second sends it. */
async function command(page: Page, name: string): Promise<void> {
  await page.locator('#text').fill(name);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.locator('.embed-image').waitFor();
}

/** Asks with the composer out of focus afterwards: a blinking caret is in every second picture. */
async function prepare(page: Page, question: string): Promise<void> {
  page.setDefaultTimeout(PATIENCE);
  await page.clock.setFixedTime(CLOCK);
  if (question.startsWith('/')) await command(page, question);
  else await ask(page, question);
  // Behind a picture stand its records, and the picture itself comes after its words.
  await page.locator('#panel .yaml, .embed-image').first().waitFor();
  await page.waitForFunction('[...document.images].every((image) => image.complete)');
  await page.locator('#text').blur();
}

const config = readConfig();
const context = await loadContext(config);
if ('problems' in context) throw new Error('The base does not load: npm run base -- check tells why.');
const place = { host: '127.0.0.1', port: 0 };
const playground = await openPlayground({ place, context, folders: config.bases, board: createBoard(), today: () => DAY });
const browser = await launch();
for (const { file, question, colorScheme, height = 840 } of PICTURES) {
  const viewport = { width: 1160, height };
  const { page } = await open(browser, playground.address, { viewport, colorScheme, timezoneId: 'UTC', locale: 'en-GB' });
  await prepare(page, question);
  await page.screenshot({ path: join(DOCS, file) });
  console.log(`docs/${file}`);
}
await browser.close();
await playground.stop();
