/** The run of a source that is most like a passage which does not stand in it, for a curator to judge. */
import type { Proposal } from './locate.ts';
import type { Paragraph, Snapshot, Span } from './passages.ts';

interface Token extends Span {
  word: string;
}

/** Paragraphs that are compared word by word: those that share most words with the passage. Bounds the time. */
const PARAGRAPHS = 12;
/** Most words of a paragraph, and of a passage, that are compared. */
const PARAGRAPH_WORDS = 4000;
const PASSAGE_WORDS = 250;
/** A run less like the passage than this is not worth a curator's look. */
const LEAST_LIKENESS = 0.5;

/** Words without regard to case, accents and marks. */
const tokensOf = (text: string, most: number): Token[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .slice(0, most)
    .map(({ 0: word, index }) => ({ word: word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(), start: index, end: index + word.length }));

/** 0 for the same word, 1 for another; a slip of the pen lies between. */
function distance(a: string, b: string): number {
  if (a === b) return 0;
  const shortest = Math.min(a.length, b.length);
  let same = 0;
  while (same < shortest && a[same] === b[same]) same++;
  let tail = 0;
  while (tail < shortest - same && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return Math.min(1, 1 - (same + tail - 1) / Math.max(a.length, b.length));
}

interface Run {
  first: number;
  last: number;
  cost: number;
}

/** The cheapest alignment of a whole passage with any run of a paragraph: Sellers' algorithm over words. */
function align(passage: readonly Token[], paragraph: readonly Token[]): Run | undefined {
  let costs = passage.map((_, row) => row + 1);
  let firsts = passage.map(() => 0);
  let best: Run | undefined;
  for (const [column, { word }] of paragraph.entries()) {
    const nextCosts: number[] = [];
    const nextFirsts: number[] = [];
    for (const [row, token] of passage.entries()) {
      const diagonal = (row === 0 ? 0 : (costs[row - 1] ?? 0)) + distance(token.word, word);
      const left = (costs[row] ?? 0) + 1;
      const up = (row === 0 ? 0 : (nextCosts[row - 1] ?? 0)) + 1;
      const cost = Math.min(diagonal, left, up);
      nextCosts.push(cost);
      const fromDiagonal = row === 0 ? column : (firsts[row - 1] ?? column);
      const fromUp = row === 0 ? column + 1 : (nextFirsts[row - 1] ?? column);
      nextFirsts.push(cost === diagonal ? fromDiagonal : cost === left ? (firsts[row] ?? column) : fromUp);
    }
    costs = nextCosts;
    firsts = nextFirsts;
    const cost = costs.at(-1) ?? 0;
    if (!best || cost < best.cost) best = { first: firsts.at(-1) ?? column, last: column, cost };
  }
  return best;
}

/** Takes in the marks that adjoin a run, where the passage begins or ends with some. */
function withMarks(text: string, { start, end }: Span, passage: string): Span {
  const before = /^[^\p{L}\p{N}\s]/u.test(passage) ? (/[^\p{L}\p{N}\s]+$/u.exec(text.slice(0, start))?.[0].length ?? 0) : 0;
  const after = /[^\p{L}\p{N}\s]$/u.test(passage) ? (/^[^\p{L}\p{N}\s]+/u.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return { start: start - before, end: end + after };
}

/** The paragraphs most likely to hold a passage, the one cited first among equals. */
function likely(words: ReadonlySet<string>, snapshot: Snapshot, cited: number): Paragraph[] {
  const shared = (paragraph: Paragraph) => new Set(tokensOf(paragraph.text, PARAGRAPH_WORDS).flatMap(({ word }) => (words.has(word) ? [word] : []))).size;
  return snapshot.paragraphs
    .map((paragraph) => ({ paragraph, score: shared(paragraph) + (paragraph.number === cited ? 0.5 : 0) }))
    .filter(({ score }) => score >= 1)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, PARAGRAPHS)
    .map(({ paragraph }) => paragraph);
}

/** The most alike run of the text proper, or undefined when none is at least half alike. At most some ten million steps. */
export function proposeRun(exact: string, snapshot: Snapshot, cited: number): Proposal | undefined {
  const passage = tokensOf(exact, PASSAGE_WORDS);
  const runs = likely(new Set(passage.map(({ word }) => word)), snapshot, cited).flatMap((paragraph) => {
    const tokens = tokensOf(paragraph.text, PARAGRAPH_WORDS);
    const run = align(passage, tokens);
    const [first, last] = [tokens[run?.first ?? -1], tokens[run?.last ?? -1]];
    if (!run || !first || !last || last.end <= first.start) return [];
    return [{ paragraph, span: withMarks(paragraph.text, { start: first.start, end: last.end }, exact), likeness: 1 - run.cost / passage.length }];
  });
  const best = runs.toSorted((a, b) => b.likeness - a.likeness)[0];
  if (!best || best.likeness < LEAST_LIKENESS) return undefined;
  const { paragraph, span, likeness } = best;
  return {
    start: paragraph.start + span.start,
    end: paragraph.start + span.end,
    paragraph: paragraph.number,
    exact: paragraph.text.slice(span.start, span.end),
    likeness,
  };
}
