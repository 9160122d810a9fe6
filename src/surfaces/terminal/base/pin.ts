/** Writes `start:` into a base file's citations, and changes nothing else in it. */
import { isDeepStrictEqual } from 'node:util';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';

/** Where a citation's `exact` starts, by the citation's place in the file. */
export interface Pin {
  /** Index of the record in the file's list, and of the citation in the record. */
  record: number;
  citation: number;
  /** Offset in the normalised snapshot, in UTF-16 units. */
  start: number;
}

/** The byte order mark, which the parser does not bear. */
const MARK = '\uFEFF';

interface Edit {
  from: number;
  to: number;
  text: string;
}

const pairOf = (map: YAMLMap, key: string): Pair | undefined => map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
const rangeOf = (node: unknown): readonly [number, number, number] | undefined => (isNode(node) ? (node.range ?? undefined) : undefined);

function citationNode(document: Document, { record, citation }: Pin): YAMLMap | undefined {
  const node = document.getIn([record, 'citations'], true);
  const list = isAlias(node) ? node.resolve(document) : node;
  const item = isSeq(list) ? list.items[citation] : undefined;
  const map = isAlias(item) ? item.resolve(document) : item;
  return isMap(map) ? map : undefined;
}

/** A new line after the one on which the paragraph stands, with the paragraph's own indentation. */
function insertLine(text: string, key: number, after: number, start: number): Edit {
  const lineStart = text.lastIndexOf('\n', key - 1) + 1;
  const indent = text.slice(lineStart, key).replace(/[^\t]/g, ' ');
  const lineEnd = text.indexOf('\n', after);
  const at = lineEnd === -1 ? text.length : lineEnd;
  const carriage = text[at - 1] === '\r' ? 1 : 0;
  return { from: at - carriage, to: at - carriage, text: `${text.includes('\r\n') ? '\r\n' : '\n'}${indent}start: ${start}` };
}

function editFor(text: string, map: YAMLMap, start: number): Edit | undefined {
  const pinned = rangeOf(pairOf(map, 'start')?.value);
  if (pinned) return { from: pinned[0], to: pinned[1], text: String(start) };
  const paragraph = pairOf(map, 'paragraph');
  const [key, value] = [rangeOf(paragraph?.key), rangeOf(paragraph?.value)];
  if (!key || !value) return undefined;
  return map.flow ? { from: value[1], to: value[1], text: `, start: ${start}` } : insertLine(text, key[0], value[1], start);
}

/** The file's values without the citations' `start`. */
function unpinned(text: string): unknown {
  return JSON.parse(
    JSON.stringify(parseDocument(text).toJS(), (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('exact' in value)) return value;
      return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'start'));
    }),
  );
}

/**
 * Pins citations by the smallest edit: one line, or one entry in a flow mapping, or another number.
 * @returns the new text, the same text when all is pinned already, or undefined when the edit would change more than `start`.
 */
export function pinText(text: string, pins: readonly Pin[]): string | undefined {
  if (text.startsWith(MARK)) {
    const pinned = pinText(text.slice(MARK.length), pins);
    return pinned === undefined ? undefined : MARK + pinned;
  }
  const document = parseDocument(text, { keepSourceTokens: false });
  const edits = new Map<number, Edit>();
  for (const pin of pins) {
    const map = citationNode(document, pin);
    const edit = map && editFor(text, map, pin.start);
    if (edit) edits.set(edit.from, edit);
  }
  const pinned = [...edits.values()]
    .toSorted((a, b) => b.from - a.from)
    .reduce((whole, { from, to, text: insert }) => whole.slice(0, from) + insert + whole.slice(to), text);
  return isDeepStrictEqual(unpinned(pinned), unpinned(text)) ? pinned : undefined;
}
