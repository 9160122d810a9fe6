/** What the Tab key offers. */
import { STYLES } from '../../base/citation.ts';
import type { Base } from '../../base/schema.ts';

/** Those that want more end in a space. */
const COMMANDS = [
  '/deal ',
  '/quote ',
  '/profile ',
  '/compare ',
  '/map ',
  '/timeline ',
  '/chart ',
  '/source',
  '/check ',
  '/digest preview ',
  '/why',
  '/cite ',
  '/help',
  '/quit',
] as const;
/** More offers than this are no help. */
const MOST = 30;

/** Completions, and the end of the line that they replace: what readline asks for. */
type Completion = [string[], string];

/** Without case and marks: nobody types the dots of Türkiye to complete them. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function starting(offers: readonly string[], begun: string): string[] {
  const start = fold(begun);
  return offers.filter((offer) => fold(offer).startsWith(start)).slice(0, MOST);
}

/** The ends of a line that could be a name begun: longest first, so that "Saudi A" counts as one name. */
function endings(line: string): string[] {
  const starts = [...line.matchAll(/(?<![^\s(“"])\S/g)].map(({ index }) => index);
  return starts.map((start) => line.slice(start));
}

/** Offers commands after a slash, styles after `/cite`, names of the base's entities everywhere else. */
export function createCompleter(base: Base): (line: string) => Completion {
  const names = [...base.entities.values()].map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en'));
  return (line) => {
    const style = /^\/cite\s+(\S*)$/.exec(line)?.[1];
    if (style !== undefined) return [starting(Object.keys(STYLES), style), style];
    if (/^\/\S*$/.test(line)) return [starting(COMMANDS, line), line];
    const found = endings(line).map((begun): Completion => [starting(names, begun), begun]);
    return found.find(([offers]) => offers.length > 0) ?? [[], line];
  };
}
