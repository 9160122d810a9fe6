/** The page's own files, as they stand beside this one, and what else is sent packed. No other file can be asked for. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Context as Request } from 'hono';

const FOLDER = join(import.meta.dirname, 'pages');
const DOCS = join(import.meta.dirname, '..', '..', '..', 'docs');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
};

/** A file as it is sent, in both ways that a browser may ask for. */
interface Packed {
  type: string;
  plain: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
}

const known: ReadonlySet<string> = new Set(readdirSync(FOLDER));
/** What the first screen links to. */
const told: ReadonlySet<string> = new Set(['curating.md', 'discord.md']);

/** @param name whose ending tells the type */
function pack(name: string, content: Buffer): Packed {
  return { type: TYPES[extname(name)] ?? 'text/plain; charset=utf-8', plain: new Uint8Array(content), gzip: new Uint8Array(gzipSync(content)) };
}

/** Files as they were when they were last asked for. */
const kept = new Map<string, { changed: number; packed: Packed }>();

/** A file, packed anew when it has changed: who works on the page sees it at the next load. */
function fileAt(path: string): Packed | undefined {
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (changed === undefined) return undefined;
  const last = kept.get(path);
  if (last?.changed === changed) return last.packed;
  const packed = pack(path, readFileSync(path));
  kept.set(path, { changed, packed });
  return packed;
}

/** A file of the page. @param name without any folder */
export const pageFile = (name: string): Packed | undefined => (known.has(name) ? fileAt(join(FOLDER, name)) : undefined);

/** One of the documents that the page links to; undefined where the program is installed without them. */
export const docFile = (name: string): Packed | undefined => (told.has(name) ? fileAt(join(DOCS, name)) : undefined);

/** A value as JSON, packed once. */
export const packedJson = (value: unknown): Packed => pack('.json', Buffer.from(JSON.stringify(value)));

/** Sends what is packed; 404 for nothing. */
export function sendPacked(c: Request, packed: Packed | undefined): Response | Promise<Response> {
  if (!packed) return c.notFound();
  const zips = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  return c.body(zips ? packed.gzip : packed.plain, 200, { 'content-type': packed.type, vary: 'accept-encoding', ...(zips && { 'content-encoding': 'gzip' }) });
}
