/** What `deal` can be asked by. */
import { nameOption, wordsOption } from './options.ts';

export const DEAL_OPTIONS = {
  query: wordsOption(
    {
      description: 'Who, what or when: for example “Kyrgyzstan January 2023”',
      name: { tr: 'sorgu', ru: 'запрос', uk: 'запит' },
      localised: {
        tr: 'Kim, ne veya ne zaman: örneğin “Kırgızistan Ocak 2023”',
        ru: 'Кто, что или когда: например, «Киргизия, январь 2023»',
        uk: 'Хто, що або коли: наприклад, «Киргизстан, січень 2023»',
      },
    },
    false,
  ),
  supplier: nameOption(
    {
      description: 'Country or company that supplies',
      name: { tr: 'tedarikçi', ru: 'поставщик', uk: 'постачальник' },
      localised: { tr: 'Tedarik eden ülke veya şirket', ru: 'Страна или компания, которая поставляет', uk: 'Країна або компанія, що постачає' },
    },
    false,
  ),
  recipient: nameOption(
    {
      description: 'Country or region that receives',
      name: { tr: 'alıcı', ru: 'получатель', uk: 'отримувач' },
      localised: { tr: 'Alan ülke veya bölge', ru: 'Страна или регион, который получает', uk: 'Країна або регіон, що отримує' },
    },
    false,
  ),
  system: nameOption(
    {
      description: 'Drone type or other system',
      name: { tr: 'sistem', ru: 'система', uk: 'система' },
      localised: { tr: 'İHA tipi veya başka bir sistem', ru: 'Тип беспилотника или другая система', uk: 'Тип безпілотника або інша система' },
    },
    false,
  ),
  year: nameOption(
    {
      description: 'A year, or a date such as “early 2022”',
      name: { tr: 'yıl', ru: 'год', uk: 'рік' },
      localised: { tr: 'Bir yıl veya “2022 başı” gibi bir tarih', ru: 'Год или дата, например «январь 2023»', uk: 'Рік або дата, наприклад «січень 2023»' },
    },
    false,
  ),
  status: nameOption(
    {
      description: 'How sure the source is: confirmed, unconfirmed, planned …',
      name: { tr: 'durum', ru: 'статус', uk: 'статус' },
      localised: {
        tr: 'Kaynağın ne kadar emin olduğu: doğrulanmış, doğrulanmamış, planlanan …',
        ru: 'Насколько уверен источник: подтверждено, не подтверждено, планируется …',
        uk: 'Наскільки певне джерело: підтверджено, не підтверджено, планується …',
      },
    },
    false,
  ),
};
