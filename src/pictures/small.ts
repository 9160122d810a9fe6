/** Small pictures that stand beside words: under a profile, in a digest. */
import type { Base } from '../base/schema.ts';
import type { Picture, Theme } from './picture.ts';
import type { Studio } from './studio.ts';

export const SMALL = ['map', 'timeline'] as const;
export type Small = (typeof SMALL)[number];

/** Records without which there is no picture: few dates make no timeline. */
const LEAST: Readonly<Record<Small, number>> = { map: 1, timeline: 3 };

interface Wanted {
  name: Small;
  /** Id of the entity that it is about; a region stands for its countries. */
  about: string;
  theme?: Theme;
  /** The reader's day, in ISO 8601. */
  today: string;
}

/** Has a small picture drawn; undefined when there is too little to draw. Rejects as the studio does. */
export async function smallPicture(draw: Studio, base: Base, { name, about, theme = 'dark', today }: Wanted): Promise<Picture | undefined> {
  const picture = await draw(base, { name, filters: { names: [about] }, theme, today });
  return picture && picture.records.length >= LEAST[name] ? picture : undefined;
}
