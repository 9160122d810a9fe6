import type { Filters } from '../pictures/picture.ts';
import { type Context, defineCommand, type Request } from './command.ts';
import { suggestEntities } from './entities.ts';
import { dayMeant, drawn, filtersOf, leftBy, namesMeant } from './filters/drawing.ts';
import { offerYears } from './filters/offered.ts';
import { nameOption } from './filters/options.ts';
import { FROM_OPTION, UNTIL_OPTION } from './filters/span-options.ts';

interface Given {
  name: string | undefined;
  from: string | undefined;
  to: string | undefined;
}

const filters = ({ name, from, to }: Given, request: Request, context: Context) =>
  filtersOf<Filters>({
    names: name === undefined ? name : namesMeant(name, request, context),
    from: from === undefined ? from : dayMeant(from, 'from', request, context),
    until: to === undefined ? to : dayMeant(to, 'to', request, context),
  });

/** Deals and events in time. */
export const timeline = defineCommand({
  name: 'timeline',
  type: 'slash',
  description: 'Deals and events in time; the length of a bar is how exact its date is',
  localised: {
    name: { tr: 'zaman-çizelgesi', ru: 'хронология', uk: 'хронологія' },
    description: {
      tr: 'Zaman içinde anlaşmalar ve olaylar; çubuğun uzunluğu tarihin kesinliğidir',
      ru: 'Сделки и события во времени; длина полосы — точность даты',
      uk: 'Угоди й події в часі; довжина смуги — точність дати',
    },
  },
  options: {
    name: {
      ...nameOption(
        {
          description: 'Only what concerns this country, company, person, system or region',
          name: { tr: 'ad', ru: 'название', uk: 'назва' },
          localised: {
            tr: 'Yalnızca bu ülkeyi, şirketi, kişiyi, sistemi veya bölgeyi ilgilendirenler',
            ru: 'Только то, что касается этой страны, компании, персоны, системы или региона',
            uk: 'Лише те, що стосується цієї країни, компанії, особи, системи чи регіону',
          },
        },
        false,
      ),
      bare: true,
    },
    from: FROM_OPTION,
    to: UNTIL_OPTION,
  },
  slow: true,
  suggest: (option, given, request, context) => {
    if (option === 'name') return suggestEntities(given.name ?? '', context, request.locale);
    const rest = leftBy(filters({ ...given, [option]: undefined }, request, context));
    return offerYears(given[option] ?? '', option === 'from' ? 'from' : 'until', rest, request, context);
  },
  execute: (given, request, context) => drawn({ name: 'timeline', what: 'dated deal or event' }, filters(given, request, context), request, context),
});
