/** Words as they stand, but for their inflection: what a text literally says, and not only what it may mean. */

const IRREGULAR: Readonly<Record<string, string>> = {
  bought: 'buy',
  sold: 'sell',
  built: 'build',
  made: 'make',
  paid: 'pay',
  gave: 'give',
  given: 'give',
  took: 'take',
  taken: 'take',
  got: 'get',
  sent: 'send',
  won: 'win',
  lost: 'lose',
  began: 'begin',
  begun: 'begin',
  became: 'become',
  held: 'hold',
  grew: 'grow',
  shown: 'show',
};

/** `produces`, `produced`, `producing` → one form; `production` is another word. */
function formOf(word: string): string {
  const lower = word.toLowerCase();
  const base = IRREGULAR[lower] ?? lower;
  const stem = base.length > 3 ? base.replace(/(?<=[^s])s$|(?:ed|ing)$/, '').replace(/i(?:e)?$/, 'y') : base;
  return stem.replace(/([^aeiouls])\1$/, '$1').replace(/(?<=..)e$/, '');
}

/** The forms of all words of a text. */
export const formsIn = (text: string): string[] => (text.match(/[\p{L}\d]+/gu) ?? []).map(formOf);

/** Whether every word of a phrase stands among the forms. */
export const stands = (said: string, forms: ReadonlySet<string>): boolean => formsIn(said).every((form) => forms.has(form));
