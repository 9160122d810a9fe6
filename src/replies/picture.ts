/** A picture with the records it draws. */
import type { Base } from '../base/schema.ts';
import type { Picture, Theme } from '../pictures/picture.ts';
import { recordLine } from './record.ts';
import type { PictureReply } from './reply.ts';

/** What it shows, in words, to stand under its title: what the title says already is left out. */
export const wordsUnder = ({ title, words }: Picture): string[] => words.filter((text) => text.replace(/\.$/, '') !== title);

/** @param name what its files are called, without ending. */
export const pictureReply = (base: Base, name: string, theme: Theme, picture: Picture): PictureReply => ({
  kind: 'picture',
  name,
  theme,
  picture,
  records: picture.records.flatMap((id) => base.byId.get(id) ?? []).map((record) => recordLine(base, record)),
});
