/** A source's snapshot as text: its normal form, its paragraphs, sentences and words. */
import { createHash } from 'node:crypto';
import type { Source } from './schema.ts';

/** A run of a snapshot: offsets in UTF-16 units, the end not included. */
export interface Span {
  start: number;
  end: number;
}

/** One blank-line-separated block of the text proper. */
export interface Paragraph extends Span {
  /** Counted from 1 at the first block of the source's `body`. */
  number: number;
  text: string;
}

export interface Sentence extends Span {
  paragraph: number;
  /** Counted from 1 within its paragraph. */
  number: number;
  text: string;
}

/** A source's text, ready to be searched. Offsets count in `text`. */
export interface Snapshot {
  text: string;
  language: string;
  /** Blank-line-separated blocks of the whole snapshot, the text proper and what stands around it. */
  blocks: number;
  paragraphs: readonly Paragraph[];
}

/**
 * The form in which a snapshot is hashed and searched: NFC, `\n` between lines, no byte order mark,
 * no blanks (of any kind) at the end of a line, no blank lines at the end of the text.
 */
export function normaliseSnapshot(text: string): string {
  const lines = text
    .replace(/^\uFEFF+/, '')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

/** SHA-256 of a normalised snapshot's UTF-8 bytes, in hexadecimal. */
export const hashSnapshot = (normalised: string): string => createHash('sha256').update(normalised, 'utf8').digest('hex');

/** The blank-line-separated blocks of a normalised snapshot. */
export function blocksOf(normalised: string): Span[] {
  return [...normalised.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map((block) => ({ start: block.index, end: block.index + block[0].length }));
}

/**
 * Reads a snapshot by its source's `body` and `language`.
 * @param text the snapshot as it was saved; normalised here.
 */
export function openSnapshot(text: string, source: Pick<Source, 'body' | 'language'>): Snapshot {
  const normalised = normaliseSnapshot(text);
  const blocks = blocksOf(normalised);
  const paragraphs = blocks
    .slice(source.body.first - 1, source.body.last)
    .map(({ start, end }, index): Paragraph => ({ number: index + 1, start, end, text: normalised.slice(start, end) }));
  return { text: normalised, language: source.language, blocks: blocks.length, paragraphs };
}

/** Titles that stand before a name; a full stop after one ends no sentence. */
const TITLES = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Lt|Capt|Sgt|Sen|Rep|Gov|St|No|Nos|vs|cf|e\.g|i\.e)\.\s*$/;
const INITIAL = /(?:^|\s)\p{Lu}\.\s*$/u;
const WORDLIKE = /[\p{L}\p{N}]/u;

/** A segmenter for a language that may be unknown to it: then the rules that hold for all. */
function segmenter(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch {
    return new Intl.Segmenter('en', { granularity });
  }
}

/**
 * The sentences of a paragraph, by Unicode's rules (UAX 29), with what these cut wrongly put together again:
 * after a title or an initial, at a line break within a block, and where a piece holds no word.
 */
export function sentencesOf(paragraph: Paragraph, language: string): Sentence[] {
  const runs: Span[] = [];
  let open = '';
  for (const { index, segment } of segmenter(language, 'sentence').segment(paragraph.text.replaceAll('\n', ' '))) {
    const last = runs.at(-1);
    if (last && (TITLES.test(open) || INITIAL.test(open) || !WORDLIKE.test(segment) || !WORDLIKE.test(open))) last.end = index + segment.length;
    else runs.push({ start: index, end: index + segment.length });
    open = segment;
  }
  return runs.map(({ start, end }, index) => {
    const raw = paragraph.text.slice(start, end);
    const first = paragraph.start + start + (raw.length - raw.trimStart().length);
    const text = raw.trim();
    return { paragraph: paragraph.number, number: index + 1, start: first, end: first + text.length, text };
  });
}

/** Languages written without blanks between words. */
const UNSPACED = /^(?:zh|ja|th|lo|km|my)\b/i;

/** Words of a text: runs between blanks that hold a letter or a digit; dictionary words where the script has no blanks. */
export function countWords(text: string, language: string): number {
  if (UNSPACED.test(language)) return [...segmenter(language, 'word').segment(text)].filter((piece) => piece.isWordLike).length;
  return text.split(/\s+/u).filter((run) => WORDLIKE.test(run)).length;
}

/** Words of the text proper, as a source's `words` counts them. */
export const wordsOf = (snapshot: Snapshot): number => snapshot.paragraphs.reduce((sum, paragraph) => sum + countWords(paragraph.text, snapshot.language), 0);
