/** Discord's markdown as nodes: what a message of the bot can hold, and no markup of anybody's. */
import { link, make } from './dom.js';

const styled = (tag) => (found) => make(tag, {}, ...inline(found[1]));

/** Runs within a line, tried in order where one of their first letters stands. Patterns are sticky: they match here or not at all. */
const RUNS = [
  [/\\([^\sA-Za-z0-9])/y, (found) => found[1]],
  [/(`+)([\s\S]*?[^`])\1(?!`)/y, (found) => make('code', {}, found[2])],
  [/\*\*([\s\S]+?)\*\*(?!\*)/y, styled('strong')],
  [/__([\s\S]+?)__(?!_)/y, styled('u')],
  [/\*(?=\S)((?:\\.|[^\\])*?\S)\*(?!\*)/y, styled('em')],
  [/_(?=\S)((?:\\.|[^\\])*?\S)_(?![A-Za-z0-9_])/y, styled('em')],
  [/~~([\s\S]+?)~~/y, styled('s')],
  [/\[((?:\\.|[^\]\\])+)\]\(<?(https?:[^\s)>]+)>?\)/y, (found) => link(found[2], {}, ...inline(found[1]))],
  [/<(https?:[^\s>]+)>/y, (found) => link(found[1], {}, found[1])],
  [/https?:\/\/[^\s<]+[^\s<.,:;"')\]]/y, (found) => link(found[0], {}, found[0])],
  [/<@!?\d+>/y, () => make('span', { class: 'mention' }, '@You')],
  [/\n/y, () => make('br')],
];
const STARTS = /[\\`*_~[<h\n]/;
const PLAIN = /[^\\`*_~[<h\n]+/y;

function runAt(text, at) {
  if (!STARTS.test(text[at])) return undefined;
  for (const [pattern, show] of RUNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { end: at + found[0].length, node: show(found) };
  }
  return undefined;
}

function plainEnd(text, at) {
  PLAIN.lastIndex = at;
  return at + (PLAIN.exec(text)?.[0].length ?? 1);
}

/** The runs of a text. @param {string} text @returns {(Node | string)[]} */
export function inline(text) {
  const nodes = [];
  for (let at = 0; at < text.length; ) {
    const run = runAt(text, at);
    const end = run?.end ?? plainEnd(text, at);
    nodes.push(run?.node ?? text.slice(at, end));
    at = end;
  }
  return nodes;
}

const unquoted = (line) => line.replace(/^> ?/, '');

/** Blocks by how their first line begins; `while` tells which lines belong to it. */
const BLOCKS = [
  { start: /^> /, goesOn: (line) => /^> ?/.test(line), show: (lines) => make('blockquote', {}, ...blocks(lines.map(unquoted).join('\n'))) },
  { start: /^-# /, goesOn: () => false, show: ([line]) => make('small', { class: 'small' }, ...inline(line.slice(3))) },
  { start: /^[-*] /, goesOn: (line) => /^[-*] /.test(line), show: (lines) => make('ul', {}, ...lines.map((line) => make('li', {}, ...inline(line.slice(2))))) },
  { start: /^#{1,3} /, goesOn: () => false, show: ([line]) => make('p', { class: 'heading' }, ...inline(line.replace(/^#+ /, ''))) },
];
const isFence = (line) => line.startsWith('```');
const paragraph = {
  goesOn: (line) => line.trim() !== '' && !isFence(line) && !BLOCKS.some(({ start }) => start.test(line)),
  show: (lines) => make('p', {}, ...inline(lines.join('\n'))),
};

/** A block of code, up to its closing fence or the end. */
function fenced(lines, from) {
  const close = lines.findIndex((line, index) => index > from && line.trimEnd().endsWith('```'));
  const end = close < 0 ? lines.length : close;
  return { node: make('pre', { tabindex: 0 }, make('code', {}, lines.slice(from + 1, end).join('\n'))), end: end + 1 };
}

function blockAt(lines, from) {
  if (isFence(lines[from])) return fenced(lines, from);
  const block = BLOCKS.find(({ start }) => start.test(lines[from])) ?? paragraph;
  let end = from + 1;
  while (end < lines.length && block.goesOn(lines[end])) end += 1;
  return { node: block.show(lines.slice(from, end)), end };
}

/** The blocks of a text. @param {string} text @returns {Node[]} */
export function blocks(text) {
  const lines = String(text).split(/\r?\n/);
  const nodes = [];
  for (let at = 0; at < lines.length; ) {
    const { node, end } = lines[at].trim() === '' ? { end: at + 1 } : blockAt(lines, at);
    if (node) nodes.push(node);
    at = end;
  }
  return nodes;
}
