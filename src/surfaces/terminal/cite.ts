/** Citations ready to paste. */
import { citeRecord, type Pasteable, type Style } from '../../base/citation.ts';
import { suggest } from '../../base/problem.ts';
import type { Base } from '../../base/schema.ts';
import { plain, plainLines } from './text.ts';

/** A footnote stands by itself; a parenthesis needs its entry in the list of works cited. */
function lines({ style, note, reference }: Pasteable): string[] {
  if (note === undefined) return [reference];
  return style === 'chicago' ? [note] : [note, reference];
}

/** That the base lacks a record, with the id that was perhaps meant. */
function missing(base: Base, id: string): string {
  const mend = suggest(id, base.byId.keys(), '');
  return plain(`The base has no record “${id}”${mend ? `; ${mend}` : '.'}`);
}

/** The citation of a record as text, or what to say when the base has no such record. */
export async function citationText(base: Base, id: string, style: Style): Promise<{ text: string } | { missing: string }> {
  const record = base.byId.get(id);
  if (!record) return { missing: missing(base, id) };
  const pasteables = await citeRecord(base, record, style);
  return { text: plainLines(`${pasteables.flatMap(lines).join('\n')}\n`) };
}
