/** What the commands of the daily digest share: their first word, and options that several have. */
import type { Group, OptionDefinition } from '../command.ts';

export const DIGEST: Group = {
  name: 'digest',
  description: 'A daily post on a region, in a channel at its own time',
  localised: {
    name: { tr: 'bülten', ru: 'дайджест', uk: 'дайджест' },
    description: {
      tr: 'Bir bölge hakkında, kanalda kendi saatinde günlük gönderi',
      ru: 'Ежедневный пост о регионе, в канале в своё время',
      uk: 'Щоденний допис про регіон, у каналі у свій час',
    },
  },
};

/** Of a region; the bare words of a request in writing. */
export const REGION_OPTION = {
  description: 'A region or a country of the base',
  localised: {
    name: { tr: 'bölge', ru: 'регион', uk: 'регіон' },
    description: { tr: 'Tabandaki bir bölge veya ülke', ru: 'Регион или страна из базы', uk: 'Регіон або країна з бази' },
  },
  longest: 100,
  suggests: true,
  bare: true,
} satisfies Omit<OptionDefinition, 'required'>;
