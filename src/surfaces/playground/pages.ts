/** The page's own files, as they stand beside this one. No other file can be asked for. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'pages');
const DOCS = join(import.meta.dirname, '..', '..', '..', 'docs');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.md': 'text/plain; charset=utf-8',
};

export interface PageFile {
  type: string;
  text: string;
}

const known: ReadonlySet<string> = new Set(readdirSync(FOLDER));
/** What the first screen links to. */
const told: ReadonlySet<string> = new Set(['curating.md', 'discord.md']);

const fileAt = async (folder: string, name: string): Promise<PageFile | undefined> => {
  const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : { type: TYPES[extname(name)] ?? 'text/plain; charset=utf-8', text };
};

/** A file of the page; read from disk each time, so that who works on it sees the change. @param name without any folder. */
export const pageFile = async (name: string): Promise<PageFile | undefined> => (known.has(name) ? fileAt(FOLDER, name) : undefined);

/** One of the documents that the page links to; undefined where the program is installed without them. */
export const docFile = async (name: string): Promise<PageFile | undefined> => (told.has(name) ? fileAt(DOCS, name) : undefined);
