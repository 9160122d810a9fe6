/** Endings of words, found without regular expressions: base texts hold many thousand words. */

const A = 'a'.charCodeAt(0);
const LETTERS = 26;
/** Slots of a node: the child for each letter, then whether an ending is complete here. */
const NODE = LETTERS + 1;

/**
 * A tree of endings, read from their last letters.
 * @param endings of letters a to z, separated by spaces.
 * @returns the length of the longest ending of a word's first `length` characters; 0 when it has none.
 */
function endingFinder(endings: string): (word: string, length: number) => number {
  const tree: number[] = new Array<number>(NODE).fill(0);
  for (const ending of endings.split(' ')) {
    let node = 0;
    for (let i = ending.length - 1; i >= 0; i--) {
      const slot = node + ending.charCodeAt(i) - A;
      if (tree[slot] === 0) {
        tree[slot] = tree.length;
        for (let k = 0; k < NODE; k++) tree.push(0);
      }
      node = tree[slot] as number;
    }
    tree[node + LETTERS] = 1;
  }
  const nodes = Uint16Array.from(tree);
  return (word, length) => {
    let longest = 0;
    let node = 0;
    for (let i = length - 1; i >= 0; i--) {
      const letter = word.charCodeAt(i) - A;
      node = letter >= 0 && letter < LETTERS ? (nodes[node + letter] as number) : 0;
      if (node === 0) break;
      if (nodes[node + LETTERS]) longest = length - i;
    }
    return longest;
  };
}

/** Shortest word that has an ending, and what must stay of it; in letters. */
const SHORTEST_WORD = 5;
const SHORTEST_STEM = 4;

const isLetters = (word: string): boolean => {
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - A;
    if (letter < 0 || letter >= LETTERS) return false;
  }
  return true;
};

/**
 * Takes endings off folded words, the longest first, at most `rounds` one after another.
 * @param endings of letters a to z, separated by spaces.
 */
export function endingsOff(endings: string, rounds: number): (word: string) => string {
  const endingOf = endingFinder(endings);
  return (word) => {
    if (word.length < SHORTEST_WORD || !isLetters(word)) return word;
    let { length } = word;
    for (let round = 0; round < rounds; round++) {
      const cut = endingOf(word, length);
      if (cut === 0 || length - cut < SHORTEST_STEM) break;
      length -= cut;
    }
    return word.slice(0, length);
  };
}
