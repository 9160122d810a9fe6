/** The option that asks for a picture in a digest. */
import { fold } from '../../digest/fold.ts';
import { SMALL, type Small } from '../../pictures/small.ts';
import type { Reply } from '../../replies/reply.ts';
import type { OptionDefinition, Suggestion } from '../command.ts';

export const PICTURE_OPTION = {
  description: 'A picture of the region below the words: map, timeline or none',
  localised: {
    name: { tr: 'resim', ru: 'картинка', uk: 'малюнок' },
    description: {
      tr: 'Sözlerin altında bölgenin resmi: map, timeline veya none',
      ru: 'Картинка о регионе под текстом: map, timeline или none',
      uk: 'Малюнок про регіон під текстом: map, timeline або none',
    },
  },
  required: false,
  longest: 20,
  suggests: true,
} satisfies OptionDefinition;

export type PictureChoice = Small | 'none';

const CHOICES = ['none', ...SMALL] as const;

/** What each is called, as the commands that draw it are in every language that they have. */
const NAMES: Readonly<Record<PictureChoice, readonly string[]>> = {
  none: ['none', 'no', 'yok', 'hiçbiri', 'нет', 'без', 'немає'],
  map: ['map', 'harita', 'карта', 'мапа'],
  timeline: ['timeline', 'zaman-çizelgesi', 'хронология', 'хронологія'],
};
const LABELS: Readonly<Record<PictureChoice, string>> = { none: 'none', map: 'map · who supplies whom', timeline: 'timeline · deals and events' };

const namesOf = (choice: PictureChoice): string[] => NAMES[choice].map(fold);

/** What was typed or picked. */
export const pictureMeant = (typed: string): PictureChoice | Reply =>
  CHOICES.find((choice) => namesOf(choice).includes(fold(typed))) ?? {
    kind: 'notice',
    title: `“${typed}” is no picture that a digest can carry.`,
    lines: ['It can carry a map or a timeline, or none.'],
  };

export const suggestPictures = (typed: string): Suggestion[] =>
  CHOICES.filter((choice) => namesOf(choice).some((name) => name.startsWith(fold(typed)))).map((choice) => ({ value: choice, name: LABELS[choice] }));
