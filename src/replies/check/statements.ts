/** A chat message → its statements. */

/** UTF-16 units of a message that are read; Discord's longest message. */
export const LONGEST_MESSAGE = 4000;
/** Statements that are held against the base. */
const MOST_STATEMENTS = 10;

/** Code, links, mentions and custom emoji state nothing. */
const UNREAD = /```[\s\S]*?(?:```|$)|<a?:\w+:\d+>|<(?:@[!&]?|#|id:|\/[^:>]+:)[^>\s]*>|<?https?:\/\/\S+|@(?:everyone|here)\b/g;
/** Marks of lists, quotations and headings at the beginning of a line, and those of emphasis anywhere. */
const LINE_MARK = /^\s*(?:>{1,3}\s|[-*•–]\s|\d{1,2}[.)]\s|#{1,3}\s|-#\s)/gm;
const EMPHASIS = /\*{1,3}|_{2,3}|~~|\|\||`/g;
const LETTERS = /\p{L}{2}/u;
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A shortened word does not end a sentence: `The U.S. sold`, `approx. 20`. */
const SHORTENED =
  /(?:^|\s)(?:\p{Lu}\.|(?:\p{Lu}\.){2,}|approx\.|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|ca\.|No\.|Mr\.|Mrs\.|Dr\.|Gen\.|Col\.|e\.g\.|i\.e\.|vs\.|г\.|гг\.|т\.е\.|bkz\.)$/u;

/** The segmenter goes on where a number follows: `in 2023. 20 were lost`. */
const BEFORE_NUMBER = /(?<=[\p{L}\p{N})”"]\.)\s+(?=\d)/u;

function sentencesOf(line: string): string[] {
  const found: string[] = [];
  const pieces = [...sentences.segment(line)].flatMap(({ segment }) => segment.trim().split(BEFORE_NUMBER));
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last !== undefined && SHORTENED.test(last)) found[found.length - 1] = `${last} ${piece}`;
    else found.push(piece);
  }
  return found;
}

/** A question states nothing. */
const states = (sentence: string): boolean => LETTERS.test(sentence) && !/\?["”»)]*$/.test(sentence);

/** A statement that is repeated, with whatever marks, is the same statement. Digits keep their marks: 1.5 is not 15. */
const sameAs = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/(?<!\d)[^\p{L}\p{M}\d%]+|[^\p{L}\p{M}\d%]+(?!\d)/gu, ' ')
    .trim();

/**
 * The statements of a message in its own words, each once, and how many more it has than are held against the base.
 * @param split a sentence into what it states
 */
export function statementsIn(message: string, split: (sentence: string) => readonly string[]): { statements: string[]; more: number } {
  const text = message.slice(0, LONGEST_MESSAGE).toWellFormed().replace(UNREAD, ' ').replace(LINE_MARK, '').replace(EMPHASIS, '');
  const stated = text
    .split(/\n+/)
    .flatMap((line) => sentencesOf(line.replace(/\s+/g, ' ').trim()))
    .filter(states)
    .flatMap(split);
  const all = [...Map.groupBy(stated, sameAs).values()].flatMap(([first]) => first ?? []);
  return { statements: all.slice(0, MOST_STATEMENTS), more: Math.max(0, all.length - MOST_STATEMENTS) };
}
