/** Footnotes and references, set by a CSL processor. Nothing here reaches for the network. */
import type { CSL } from '@citation-js/core';
import type { Base, FactRecord, Source } from './schema.ts';

declare module '@citation-js/core' {
  namespace plugins {
    namespace output {
      interface Formats {
        /** Registered by the RIS plugin, which ships no types of its own. */
        ris: () => string;
      }
    }
  }
}

/** The styles a citation can be had in, with what each is called. */
export const STYLES = {
  chicago: 'Chicago, 17th edition, full note',
  apa: 'APA, 7th edition',
  mla: 'MLA, 9th edition',
  bibtex: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL-JSON',
} as const;
export type Style = keyof typeof STYLES;

/** A citation ready to paste. */
export interface Pasteable {
  style: Style;
  /** For the text itself: a footnote (Chicago) or a parenthesis (APA, MLA). Data formats have none. */
  note?: string;
  /** For the list of works cited, or the whole entry in a data format. Chicago's full note needs none, but has one. */
  reference: string;
}

/** What the processor calls the styles. */
const STYLE_NAMES = { chicago: 'chicago-fullnote-bibliography', apa: 'apa', mla: 'modern-language-association' } as const;
/** MLA gives paragraph numbers only where the work prints them; the paragraphs of our sources are counted. */
const LOCATES: ReadonlySet<Style> = new Set(['chicago', 'apa']);

export const isStyle = (text: string): text is Style => Object.hasOwn(STYLES, text);

type DateParts = NonNullable<NonNullable<CSL['issued']>['date-parts']>;
type ToPart = (digits: string) => number | string;
const dateParts = (iso: string, part: ToPart): { 'date-parts': DateParts } => ({ 'date-parts': [iso.split('-').map(part)] as unknown as DateParts });

const cslName = ({ given, family }: Source['authors'][number]) => (given === undefined ? { family } : { family, given });

/** A source as CSL-JSON. */
function cslOf({ id, type, title, authors, publisher, date, accessed, url, language }: Source, part: ToPart = Number): CSL {
  const [issued, read] = [dateParts(date, part), dateParts(accessed, part)];
  return { id, type, title, author: authors.map(cslName), publisher, issued, accessed: read, URL: url, language };
}

/** The processor takes a third of a second to load, so only those who cite pay for it. */
async function loadProcessor() {
  const { Cite, plugins } = await import('@citation-js/core');
  const [chicago, mla] = await Promise.all([
    import('./csl/chicago-fullnote-bibliography.json', { with: { type: 'json' } }),
    import('./csl/modern-language-association.json', { with: { type: 'json' } }),
    import('@citation-js/plugin-csl'),
    import('@citation-js/plugin-bibtex'),
    import('@citation-js/plugin-ris'),
  ]);
  const { styles } = plugins.config.get('@csl');
  styles.add(STYLE_NAMES.chicago, chicago.default.join('\n'));
  styles.add(STYLE_NAMES.mla, mla.default.join('\n'));
  return { Cite, output: plugins.output };
}
let processor: ReturnType<typeof loadProcessor> | undefined;

/** RIS as the library breaks it, after every 70 characters, splits addresses that programs then read as two fields. */
const rejoin = (ris: string): string => ris.replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, '');

async function set(source: Source, style: Style, paragraphs: readonly number[]): Promise<Pasteable> {
  processor ??= loadProcessor();
  const { Cite, output } = await processor;
  const entry = new Cite([cslOf(source)]);
  if (style === 'csl') return { style, reference: entry.format('data', { format: 'text' }).trim() };
  if (style === 'bibtex') return { style, reference: entry.format('bibtex').trim() };
  // RIS wants its months and days in two digits, which only survive outside an entry.
  if (style === 'ris') return { style, reference: rejoin(String(output.format('ris', [cslOf(source, String)])).trim()) };
  const options = { style: STYLE_NAMES[style], lang: 'en-US', format: 'text' };
  const locator = paragraphs.length > 0 && LOCATES.has(style) ? { locator: paragraphs.join(', '), label: 'paragraph' as const } : {};
  return {
    style,
    note: entry.format('citation', { ...options, entry: { id: source.id, ...locator }, citationsPre: [], citationsPost: [] }).trim(),
    reference: entry.format('bibliography', options).trim(),
  };
}

/** What was set before: records share their source's paragraphs, and each costs the processor some ten milliseconds. */
const known = new WeakMap<Source, Map<string, Promise<Pasteable>>>();

/**
 * A citation of a source, or of places in it, in the given style: plain text without markup.
 * @param paragraphs are told where the style has a place for them.
 */
export function cite(source: Source, style: Style, paragraphs: readonly number[] = []): Promise<Pasteable> {
  const ofSource = known.getOrInsertComputed(source, () => new Map());
  const places = LOCATES.has(style) ? paragraphs.join() : '';
  return ofSource.getOrInsertComputed(`${style} ${places}`, () => set(source, style, paragraphs));
}

/** A record's citations in the given style: one for each source, with all its paragraphs. */
export async function citeRecord(base: Base, record: FactRecord, style: Style): Promise<Pasteable[]> {
  const bySource = Map.groupBy(record.citations, ({ source }) => source);
  const pasteables: Pasteable[] = [];
  for (const [id, citations] of bySource) {
    const source = base.sources.get(id);
    const paragraphs = [...new Set(citations.map(({ paragraph }) => paragraph))].sort((a, b) => a - b);
    if (source) pasteables.push(await cite(source, style, paragraphs));
  }
  return pasteables;
}
