/** Text for Discord: harmless wherever it comes from, with no say in how it is set. */

/** Characters without a shape of their own: they hide text, turn its direction or fake a space. */
const INVISIBLE = /\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cn}\u115f\u1160\u2800\u3164\uffa0]/gu;
/** More marks than this on one letter are no language's; they run over the lines above. */
const PILE = /(\p{M}{4})\p{M}+/gu;

/**
 * One line of plain text: nothing invisible, single spaces. For the places where Discord sets no markdown: author line, footer, buttons,
 * choices of a select.
 */
export function plain(text: string): string {
  // Most texts are plain already, and the classes below are slow to look up.
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  return text.toWellFormed().replace(/\s+/g, ' ').replace(INVISIBLE, '').replace(PILE, '$1').replace(/ {2,}/g, ' ').trim();
}

/** What Discord's markdown acts on wherever it stands: emphasis, code, spoilers, links, mentions, emoji, timestamps. */
const ANYWHERE = /[\\*_~`|<>[\]]/g;
/** At the start of a line: headings, small print, lists, quotations. */
const AT_START = /^(?:[#+-]|\d+(?=[.)]))/;
/** Bare addresses become links, and `:name:` an emoji. */
const COLON = /:(?=\/\/|\w+:)/g;
const EVERYBODY = /@(?=everyone|here)/gi;

/** `12.` at a line's start would be a list: there the dot is escaped, and for the others the character itself. */
const escapeStart = (start: string): string => (/\d/.test(start) ? `${start}\\` : `\\${start}`);

/** One line of text in which Discord's markdown finds nothing to act on. */
export function escaped(text: string): string {
  return plain(text).replace(ANYWHERE, '\\$&').replace(COLON, '\\:').replace(EVERYBODY, '\\@').replace(AT_START, escapeStart);
}

/** Text in a block of code, with its lines. Nothing inside can end the block. */
export function codeBlock(text: string): string {
  const lines = text.toWellFormed().split(/\r?\n/);
  const harmless = lines.map((line) => line.replace(/\t/g, '  ').replace(INVISIBLE, '').trimEnd()).join('\n');
  return `\`\`\`\n${harmless.replace(/`{3,}/g, (ticks) => [...ticks].join(' '))}\n\`\`\``;
}
