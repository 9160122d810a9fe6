/** A real browser for the page, where the system has one. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where Debian, Fedora, macOS and Chrome's own packages put it. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Milliseconds that anything on the page may take on a busy machine. */
const PATIENCE = 15_000;

/** Whether tests in a browser are left out, which is printed. */
export const skipBrowser = process.env.SKIP_BROWSER === '1';
if (skipBrowser) console.warn('SKIP_BROWSER=1: the tests in a browser are left out.');

/** @throws Error that says what to install where there is no Chromium */
export async function launch(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM ?? '', ...PLACES].find((place) => place !== '' && existsSync(place));
  if (executablePath === undefined) {
    throw new Error('There is no Chromium here. Install it (Debian: apt-get install chromium), name it with CHROMIUM, or set SKIP_BROWSER=1.');
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
}

let launched: Promise<Browser> | undefined;

/** The browser of this worker, which all its files share: a start takes seconds of the processor. It ends with the worker. */
export function sharedBrowser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

/** Nothing moves: painting each frame without a graphics card takes the processor from what is tested. */
const STILL: BrowserContextOptions = { colorScheme: 'light', reducedMotion: 'reduce' };
export const DESKTOP: BrowserContextOptions = { ...STILL, viewport: { width: 1280, height: 860 } };
export const PHONE: BrowserContextOptions = { ...STILL, viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true };

/** Windows that are used again, by their options: a window takes a second of the processor. Nothing of a page outlives its reload. */
const kept = new Map<BrowserContextOptions, Page>();

async function freshWindow(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(PATIENCE);
  return page;
}

/** The kept window of these options, as if it were new. */
async function keptWindow(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const there = kept.get(options);
  const page = there?.context().browser() === browser ? there : await freshWindow(browser, options);
  kept.set(options, page);
  await page.unrouteAll();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return page;
}

/** An open page, and what went wrong in it. */
export interface Opened {
  page: Page;
  /** Errors, refused by the policy or thrown by a script. */
  errors: string[];
  /** Addresses that were asked for outside of the page's own server. */
  strangers: string[];
}

/**
 * Opens the page in a window and waits until it can be used.
 * @param options those of `DESKTOP` and `PHONE` themselves are of windows that are used again; others make a new one.
 * @param before what is to be done to it first; it is then a new one too.
 */
export async function open(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = DESKTOP,
  before?: (page: Page) => Promise<unknown>,
): Promise<Opened> {
  const again = before === undefined && (options === DESKTOP || options === PHONE);
  const page = await (again ? keptWindow : freshWindow)(browser, options);
  const errors: string[] = [];
  const strangers: string[] = [];
  page.removeAllListeners();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('request', (request) => !request.url().startsWith(address) && strangers.push(request.url()));
  await before?.(page);
  await page.goto(address);
  await page.waitForSelector('body[data-ready]');
  return { page, errors, strangers };
}

/** Closes all windows but those that are used again, and leaves the page in these, so that none takes time from the next test. */
export async function closeAll(browser: Browser): Promise<void> {
  const windows = [...kept.values()];
  const others = browser.contexts().filter((context) => !windows.some((page) => page.context() === context));
  await Promise.all([...others.map((context) => context.close()), ...windows.map((page) => page.goto('about:blank'))]);
}

/** The last message of the conversation. */
export const lastMessage = (page: Page) => page.locator('.message').last();

/** Asks in the text field with the keyboard, and waits for the answer. */
export async function ask(page: Page, words: string): Promise<void> {
  const before = await page.locator('.message').count();
  await page.locator('#text').fill(words);
  await page.keyboard.press('Enter');
  await page.locator('.message').nth(before).locator('.embed').first().waitFor();
}
