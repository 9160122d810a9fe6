/** The option that asks for a picture in a digest. */
import { fold } from '../../digest/fold.ts';
import { SMALL, type Small } from '../../pictures/small.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Localised, OptionDefinition, Suggestion } from '../command.ts';
import { wordIn } from '../filters/told.ts';

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

/** What each is called and what it shows; the names are those of the commands that draw it. */
const LABELS: Readonly<Record<PictureChoice, Localised & { en: string }>> = {
  none: { en: 'none', tr: 'yok', ru: 'нет', uk: 'немає' },
  map: { en: 'map · who supplies whom', tr: 'harita · kim kime tedarik ediyor', ru: 'карта · кто кому поставляет', uk: 'мапа · хто кому постачає' },
  timeline: {
    en: 'timeline · deals and events',
    tr: 'zaman çizelgesi · anlaşmalar ve olaylar',
    ru: 'хронология · сделки и события',
    uk: 'хронологія · угоди й події',
  },
};

/** The names without what they show. */
const namesOf = (choice: PictureChoice): string[] => Object.values(LABELS[choice]).map((label) => fold(label.split(' · ')[0] ?? ''));

/** What was typed or picked. */
export const pictureMeant = (typed: string): PictureChoice | Reply =>
  CHOICES.find((choice) => namesOf(choice).includes(fold(typed))) ?? {
    kind: 'notice',
    title: `“${typed}” is no picture that a digest can carry.`,
    lines: ['It can carry a map or a timeline, or none.'],
  };

/** In the asker's language. */
export const suggestPictures = (typed: string, locale: string | undefined): Suggestion[] =>
  CHOICES.filter((choice) => namesOf(choice).some((name) => name.startsWith(fold(typed)))).map((choice) => ({
    value: choice,
    name: wordIn(LABELS[choice].en, LABELS[choice], locale),
  }));
