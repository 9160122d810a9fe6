import { CHART_BY, type ChartBy, type ChartFilters } from '../pictures/picture.ts';
import type { Reply } from '../replies/reply.ts';
import { fold } from '../search/text.ts';
import { defineCommand } from './command.ts';
import { DEAL_OPTIONS } from './filters/deal-options.ts';
import { drawn, filtersOf, namesMeant } from './filters/drawing.ts';
import { offerNames } from './filters/offered.ts';
import { nameOption } from './filters/options.ts';
import { wordIn } from './filters/told.ts';

/** What each way of counting is called, in every language that the options have. */
const namesOf = (by: ChartBy): string[] => [by, ...Object.values(DEAL_OPTIONS[by].localised.name)].map(fold);

const byMeant = (typed: string): ChartBy | Reply =>
  CHART_BY.find((by) => namesOf(by).includes(fold(typed))) ?? {
    kind: 'notice',
    title: `Deals are not counted by “${typed}”.`,
    lines: [`They can be counted by ${CHART_BY.slice(0, -1).join(', ')} or ${CHART_BY.at(-1)}.`],
  };

const suggestBy = (typed: string, locale: string | undefined) =>
  CHART_BY.filter((by) => namesOf(by).some((name) => name.startsWith(fold(typed)))).map((by) => ({
    value: by,
    name: wordIn(by, DEAL_OPTIONS[by].localised.name, locale),
  }));

/** Deals, counted. */
export const chart = defineCommand({
  name: 'chart',
  type: 'slash',
  description: 'A chart of deals, counted by recipient, supplier, year or status',
  localised: {
    name: { tr: 'grafik', ru: 'диаграмма', uk: 'діаграма' },
    description: {
      tr: 'Alıcıya, tedarikçiye, yıla veya duruma göre sayılan anlaşmaların grafiği',
      ru: 'Диаграмма сделок по получателям, поставщикам, годам или статусу',
      uk: 'Діаграма угод за отримувачами, постачальниками, роками чи статусом',
    },
  },
  options: {
    what: {
      ...nameOption(
        {
          description: 'Only deals of this country, company, system or region',
          name: { tr: 'ne', ru: 'что', uk: 'що' },
          localised: {
            tr: 'Yalnızca bu ülkenin, şirketin, sistemin veya bölgenin anlaşmaları',
            ru: 'Только сделки этой страны, компании, системы или региона',
            uk: 'Лише угоди цієї країни, компанії, системи чи регіону',
          },
        },
        false,
      ),
      bare: true,
    },
    by: nameOption(
      {
        description: 'What to count by: recipient, supplier, year or status',
        name: { tr: 'göre', ru: 'по', uk: 'за' },
        localised: {
          tr: 'Neye göre sayılacağı: alıcı, tedarikçi, yıl veya durum',
          ru: 'По чему считать: получатель, поставщик, год или статус',
          uk: 'За чим рахувати: отримувач, постачальник, рік чи статус',
        },
      },
      false,
    ),
  },
  slow: true,
  suggest: (option, given, request, context) =>
    option === 'by' ? suggestBy(given.by ?? '', request.locale) : offerNames(given.what ?? '', ['recipient', 'supplier', 'system'], {}, request, context),
  execute: ({ what, by }, request, context) => {
    const filters = filtersOf<ChartFilters>({ names: what === undefined ? what : namesMeant(what, request, context), by: by === undefined ? by : byMeant(by) });
    return drawn({ name: 'chart', what: 'deal' }, filters, request, context);
  },
});
