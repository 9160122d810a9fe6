/** `base snapshot`: a source's text from its page into the curator's own folder. */
import { mkdir, writeFile } from 'node:fs/promises';
import { listSources, type SourceStub } from '../../../base/load.ts';
import { hashSnapshot, normaliseSnapshot } from '../../../base/passages.ts';
import { suggest } from '../../../base/problem.ts';
import { type Extract, extractPage, extractText } from './extract.ts';
import { FETCH_LIMITS, type FetchLimits, fetchPage } from './fetch.ts';
import { type BaseIO, fileTrouble } from './io.ts';
import { readIfThere, snapshotPath } from './snapshots.ts';

export interface SnapshotOptions {
  /** The source's id. */
  source: string;
  folders: readonly string[];
  /** Folder for the snapshot; made when missing. */
  out: string;
  /** Write over a snapshot that differs. */
  force: boolean;
  limits?: FetchLimits | undefined;
}

/** A source's id names a file, so it must be one that the schema allows. */
const isSafeId = (id: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id);

async function findSource(id: string, folders: readonly string[]): Promise<SourceStub> {
  const known = await listSources(folders);
  const found = known.find((source) => source.id === id);
  if (found && isSafeId(id)) return found;
  const mend = suggest(
    id,
    known.map((source) => source.id),
    'give it an `id` and a `url` in sources.yaml first.',
  );
  throw new Error(`\`${id}\` is no source; ${mend}`);
}

/** Writes a snapshot unless another one is in the way. @returns what was done, or undefined when nothing was. */
async function keep(path: string, text: string, force: boolean): Promise<string | undefined> {
  const there = await readIfThere(path);
  if (there !== undefined && normaliseSnapshot(there) === text) return 'is there already, the same';
  if (there !== undefined && !force) return undefined;
  await writeFile(path, `${text}\n`);
  return there === undefined ? 'written' : 'written over the old one';
}

function tell({ text, body, words }: Extract, stub: SourceStub, io: BaseIO): void {
  const sha256 = hashSnapshot(text);
  io.out('For sources.yaml, once you have looked whether the blocks are the text proper:');
  io.out(`  sha256: ${sha256}`);
  io.out(`  body: { first: ${body.first}, last: ${body.last} }`);
  io.out(`  words: ${words}`);
  if (stub.sha256 !== undefined && stub.sha256 !== sha256)
    io.out('sources.yaml has another hash: the page has changed since, or was saved another way. Passages were verified against that one.');
}

/**
 * Fetches a source's page and saves its readable text as `<source id>.txt`.
 * @returns 1 when a differing snapshot is in the way. @throws Error with a sentence for the user when the page cannot be had.
 */
export async function snapshotCommand({ source, folders, out, force, limits = FETCH_LIMITS }: SnapshotOptions, io: BaseIO): Promise<number> {
  const stub = await findSource(source, folders);
  const page = await fetchPage(stub.url, limits);
  const extract = page.type === 'text/html' ? extractPage(page.text, stub.language) : extractText(page.text, stub.language);
  const path = snapshotPath(out, source);
  const kept = await mkdir(out, { recursive: true })
    .then(() => keep(path, extract.text, force))
    .catch((error: unknown) => {
      throw new Error(fileTrouble(error, path), { cause: error });
    });
  if (kept === undefined) io.out(`${path} is there and differs. It was left; --force writes over it.`);
  else io.out(`${path} ${kept}.`);
  tell(extract, stub, io);
  return kept === undefined ? 1 : 0;
}
