/** Citations ready to paste. */
import { citeRecord, type Pasteable, type Style } from '../../base/citation.ts';
import type { Base } from '../../base/schema.ts';
import { plainLines } from './text.ts';

/** A footnote stands by itself; a parenthesis needs its entry in the list of works cited. */
function lines({ style, note, reference }: Pasteable): string[] {
  if (note === undefined) return [reference];
  return style === 'chicago' ? [note] : [note, reference];
}

/** The citation of a record as text, or undefined when the base has no such record. */
export async function citationText(base: Base, id: string, style: Style): Promise<string | undefined> {
  const record = base.byId.get(id);
  if (!record) return undefined;
  const pasteables = await citeRecord(base, record, style);
  return plainLines(`${pasteables.flatMap(lines).join('\n')}\n`);
}
