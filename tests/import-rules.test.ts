/** The design's import rules, enforced on the sources as they stand. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

interface Import {
  from: string;
  /** A path below `src`, or a package's name. */
  to: string;
  typeOnly: boolean;
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*[,)]/g;

const importsOf = (file: string): Import[] =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(IMPORT)].map(([, type, statement, dynamic]) => {
    const target = statement ?? dynamic ?? '';
    const to = target.startsWith('.') ? relative(SRC, join(SRC, dirname(file), target)).replaceAll('\\', '/') : target;
    return { from: file, to, typeOnly: type !== undefined };
  });

const imports = files.flatMap(importsOf);
const room = (path: string): string => (path.startsWith('surfaces/') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? ''));
const told = (broken: readonly Import[]) => broken.map(({ from, to }) => `${from} → ${to}`);

const PURE = ['base', 'search', 'replies', 'discord', 'pictures', 'digest/calendar', 'digest/compose', 'digest/fold.ts'];
const isPure = (file: string) => PURE.some((place) => file === place || file === `${place}.ts` || file.startsWith(`${place}/`));
/** Files of pure rooms that may read and watch the disk: they are the only readers of a base. */
const READERS = new Set(['base/load.ts', 'base/watch.ts']);
/** The one way in to commands, and their contract. */
const ENTRY = new Set(['commands/dispatch.ts', 'commands/command.ts']);
const EFFECTS =
  /^(?:node:(?:fs|net|http|https|child_process|os|process|timers|worker_threads|readline|dns|tls|dgram)(?:\/.*)?|discord\.js|@discordjs\/.*|dotenv)$/;

describe('import rules', () => {
  it('sees the sources and their imports', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(imports.some(({ from, to }) => from === 'base/load.ts' && to === 'base/schema.ts')).toBe(true);
  });

  it('lets pure rooms import no I/O and no discord.js', () => {
    expect(told(imports.filter(({ from, to }) => isPure(from) && !READERS.has(from) && EFFECTS.test(to)))).toEqual([]);
  });

  it('gives pure rooms no clock, no randomness and no environment', () => {
    const impure = files
      .filter(isPure)
      .filter((file) =>
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bTemporal\.Now\b|\bsetTimeout\(|\bfetch\(/.test(readFileSync(join(SRC, file), 'utf8')),
      );
    expect(impure.filter((file) => !READERS.has(file))).toEqual([]);
  });

  it('lets pure rooms import only pure rooms, but for Discord’s language, which reaches commands as surfaces do', () => {
    const isEntry = ({ from, to }: Import) => room(from) === 'discord' && ENTRY.has(to);
    expect(told(imports.filter((one) => isPure(one.from) && one.to.endsWith('.ts') && !isPure(one.to) && !isEntry(one)))).toEqual([]);
  });

  it('keeps the base below search and search below replies', () => {
    const above: Record<string, readonly string[]> = {
      base: ['search', 'replies', 'commands', 'surfaces', 'discord'],
      search: ['replies', 'commands', 'surfaces', 'discord'],
      replies: ['commands', 'surfaces', 'discord'],
      commands: ['discord'],
    };
    expect(told(imports.filter(({ from, to }) => above[room(from)]?.includes(to.split('/')[0] ?? '')))).toEqual([]);
  });

  it('lets commands import no surface', () => {
    expect(told(imports.filter(({ from, to }) => room(from) === 'commands' && to.startsWith('surfaces/')))).toEqual([]);
  });

  it('lets nobody import a command but the list of them', () => {
    // A command is what the list names. `question.ts` is none: it holds what the commands of a free question share.
    const commands = new Set(imports.filter(({ from, typeOnly }) => from === 'commands/index.ts' && !typeOnly).map(({ to }) => to));
    expect([...commands]).toEqual(expect.arrayContaining(['commands/ask.ts', 'commands/deal.ts', 'commands/quote.ts']));
    expect(told(imports.filter(({ from, to }) => commands.has(to) && from !== 'commands/index.ts'))).toEqual([]);
  });

  it('lets surfaces reach commands only through dispatch and never another surface', () => {
    const surfaces = imports.filter(({ from }) => from.startsWith('surfaces/'));
    expect(told(surfaces.filter(({ to }) => to.startsWith('commands/') && !ENTRY.has(to)))).toEqual([]);
    expect(told(surfaces.filter(({ from, to }) => to.startsWith('surfaces/') && room(to) !== room(from)))).toEqual([]);
  });

  it('keeps the playground’s page to itself: it imports its own files alone, and no text becomes markup in it', () => {
    const folder = join(SRC, 'surfaces', 'playground', 'pages');
    const pages = readdirSync(folder).filter((file) => file.endsWith('.js'));
    const texts = pages.map((file) => readFileSync(join(folder, file), 'utf8'));
    const targets = texts.flatMap((text) => [...text.matchAll(/\bfrom '([^']+)'/g)].map(([, target]) => target));
    expect(targets.filter((target) => !pages.some((page) => target === `./${page}`))).toEqual([]);
    expect(texts.filter((text) => /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?:\/\/[\w-]/.test(text))).toEqual([]);
  });

  it('names discord.js only in the gateway', () => {
    expect(told(imports.filter(({ from, to }) => /^(?:discord\.js|@discordjs\/)/.test(to) && room(from) !== 'surfaces/gateway'))).toEqual([]);
  });

  it('keeps the store below all that uses it: it knows no Discord, no base and no other room', () => {
    const above = (to: string) => to.endsWith('.ts') && room(to) !== 'store' && to !== 'config.ts';
    expect(told(imports.filter(({ from, to }) => room(from) === 'store' && (above(to) || /discord/.test(to))))).toEqual([]);
  });

  it('reads the environment only in config.ts and lets nobody import index.ts', () => {
    expect(files.filter((file) => /\bprocess\.env\b/.test(readFileSync(join(SRC, file), 'utf8')))).toEqual(['config.ts']);
    expect(told(imports.filter(({ to }) => to === 'index.ts'))).toEqual([]);
  });

  it('draws no circles among files', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) if (to.endsWith('.ts') && !typeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});
