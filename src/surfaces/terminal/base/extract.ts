/** A web page's readable text as blank-line-separated paragraphs, letters and quotation marks as they stand. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { blocksOf, countWords, normaliseSnapshot } from '../../../base/passages.ts';

const BLOCKS: ReadonlySet<string> = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
);
const SILENT: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'BUTTON', 'IFRAME']);
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** What the walk needs of a node; the library's own types lean on a browser's. */
interface DomNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<DomNode>;
}

/** Collects a tree's text; blocks and double line breaks part paragraphs. */
function paragraphsOf(root: DomNode): string[] {
  const paragraphs: string[] = [];
  let current = '';
  const part = () => {
    // Blanks that a browser would fold; a no-break space is a letter of the source's.
    const text = current.replace(/[ \t\r\n\f]+/g, ' ').trim();
    if (text !== '') paragraphs.push(text);
    current = '';
  };
  const walk = (node: DomNode): void => {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === TEXT_NODE) current += node.textContent ?? '';
    else if (name === 'BR') current += '\n';
    else if (node.nodeType === ELEMENT_NODE && !SILENT.has(name)) {
      const block = BLOCKS.has(name);
      if (block) part();
      for (const child of node.childNodes) walk(child);
      if (block) part();
    }
  };
  walk(root);
  part();
  return paragraphs;
}

export interface Extract {
  /** Normalised. */
  text: string;
  /** Which blocks look like the text proper, counted from 1; for the curator to check. */
  body: { first: number; last: number };
  /** Words of those blocks. */
  words: number;
}

/** Words from which a block looks like a paragraph rather than a heading, a byline or a caption. */
const PARAGRAPH = 12;

function suggestBody(text: string, language: string): Extract {
  const blocks = blocksOf(text).map(({ start, end }) => text.slice(start, end));
  const prose = blocks.map((block) => countWords(block, language) >= PARAGRAPH && /[.!?…。！？]['"’”»)\]]*$/u.test(block));
  const first = Math.max(0, prose.indexOf(true));
  const last = Math.max(first, prose.lastIndexOf(true));
  const words = blocks.slice(first, last + 1).reduce((sum, block) => sum + countWords(block, language), 0);
  return { text, body: { first: first + 1, last: last + 1 }, words };
}

/** Bounds of a page in which an article is looked for; the library's time grows steeply with both. */
const MOST_ELEMENTS = 50_000;
const DEEPEST = 200;

/** Whether a tree is nested deeper than any page that people read. */
function isTooDeep(root: DomNode): boolean {
  let level = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap(({ childNodes }) => [...childNodes]);
  }
  return false;
}

function readArticle(html: string): { head: string[]; content: string[] } | undefined {
  const { document } = parseHTML(html);
  if (isTooDeep(document as unknown as DomNode)) throw new Error('nested too deep');
  // linkedom's document has all that Readability uses, but not all of a browser's type.
  const readable = document as unknown as ConstructorParameters<typeof Readability>[0];
  const article = new Readability(readable, { maxElemsToParse: MOST_ELEMENTS }).parse();
  if (!article?.content) return undefined;
  const content = paragraphsOf(parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document.body as unknown as DomNode);
  const head = [article.title, article.byline].map((line) => line?.replace(/\s+/g, ' ').trim() ?? '');
  return { head: head.filter((line) => line !== '' && line !== content[0]), content };
}

/**
 * Readable text of an HTML page: its title, its byline, then its paragraphs.
 * @throws Error with a sentence for the user when the page holds no article.
 */
export function extractPage(html: string, language: string): Extract {
  const mend = 'Save its text by hand.';
  try {
    const article = readArticle(html);
    if (article && article.content.length > 0) return suggestBody(normaliseSnapshot([...article.head, ...article.content].join('\n\n')), language);
  } catch (error) {
    // Markup nested or broken beyond what the library bears.
    throw new Error(`The page cannot be read as an article. ${mend}`, { cause: error });
  }
  throw new Error(`The page holds no readable article. ${mend}`);
}

/** Plain text as it stands. */
export const extractText = (text: string, language: string): Extract => suggestBody(normaliseSnapshot(text), language);
