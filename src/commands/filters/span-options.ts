/** Options of pictures that cover a time: from when, until when. */
import { nameOption } from './options.ts';

export const FROM_OPTION = nameOption(
  {
    description: 'The first year or date to draw: 2021, January 2022',
    name: { tr: 'başlangıç', ru: 'с', uk: 'від' },
    localised: {
      tr: 'Çizilecek ilk yıl veya tarih: 2021, Ocak 2022',
      ru: 'Первый год или дата: 2021, январь 2022',
      uk: 'Перший рік або дата: 2021, січень 2022',
    },
  },
  false,
);

export const UNTIL_OPTION = nameOption(
  {
    description: 'The last year or date to draw: 2022, July 2023',
    name: { tr: 'bitiş', ru: 'до', uk: 'до' },
    localised: {
      tr: 'Çizilecek son yıl veya tarih: 2022, Temmuz 2023',
      ru: 'Последний год или дата: 2022, июль 2023',
      uk: 'Останній рік або дата: 2022, липень 2023',
    },
  },
  false,
);
