/** Runs of neighbouring letters within words, as 32-bit hashes. */
import type { Token } from './text.ts';

/** Letters in a run; the edge of a word counts as one. */
const RUN = 4;
/** `^`, which stands for a word's edge: no folded word has it. */
const EDGE = 94;

/** FNV-1a of the run that starts at a place of a word; -1 is the edge before its first letter. Mixed, since the low bits serve as addresses. */
function hashAt(word: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < start + RUN; i++) {
    const code = i < 0 || i >= word.length ? EDGE : word.charCodeAt(i);
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Hands over the hash of every run of some words; a word of up to two letters is one run. */
export function eachRun(tokens: readonly Token[], take: (hash: number) => void): void {
  for (const { text } of tokens) {
    const last = Math.max(-1, text.length + 1 - RUN);
    for (let start = -1; start <= last; start++) take(hashAt(text, start));
  }
}
