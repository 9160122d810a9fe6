import type { Filters } from '../pictures/picture.ts';
import { type Context, defineCommand, type Request } from './command.ts';
import { DEAL_OPTIONS } from './filters/deal-options.ts';
import { dayMeant, drawn, filtersOf, leftBy, namesMeant, statusMeant } from './filters/drawing.ts';
import { offerNames, offerStatuses, offerYears } from './filters/offered.ts';
import { nameOption } from './filters/options.ts';
import { UNTIL_OPTION } from './filters/span-options.ts';

const OPTIONS = {
  region: {
    ...nameOption(
      {
        description: 'Region or country that receives',
        name: { tr: 'bölge', ru: 'регион', uk: 'регіон' },
        localised: { tr: 'Alan bölge veya ülke', ru: 'Регион или страна, куда поставляют', uk: 'Регіон або країна, куди постачають' },
      },
      false,
    ),
    bare: true as const,
  },
  supplier: DEAL_OPTIONS.supplier,
  status: DEAL_OPTIONS.status,
  until: UNTIL_OPTION,
};

type Given = Readonly<Record<keyof typeof OPTIONS, string | undefined>>;

const filters = ({ region, supplier, status, until }: Given, request: Request, context: Context) =>
  filtersOf<Filters>({
    regions: region === undefined ? region : namesMeant(region, request, context),
    suppliers: supplier === undefined ? supplier : namesMeant(supplier, request, context),
    status: status === undefined ? status : statusMeant(status, request, context),
    until: until === undefined ? until : dayMeant(until, 'to', request, context),
  });

/** Who supplies whom. */
export const map = defineCommand({
  name: 'map',
  type: 'slash',
  description: 'A map of who supplies whom',
  localised: {
    name: { tr: 'harita', ru: 'карта', uk: 'мапа' },
    description: { tr: 'Kimin kime tedarik ettiğinin haritası', ru: 'Карта: кто кому поставляет', uk: 'Мапа: хто кому постачає' },
  },
  options: OPTIONS,
  slow: true,
  suggest: (option, given, request, context) => {
    const typed = given[option] ?? '';
    const rest = leftBy(filters({ ...given, [option]: undefined }, request, context));
    switch (option) {
      case 'region':
        return offerNames(typed, ['recipient'], rest, request, context);
      case 'supplier':
        return offerNames(typed, ['supplier'], rest, request, context);
      case 'status':
        return offerStatuses(typed, rest, request, context);
      case 'until':
        return offerYears(typed, 'until', rest, request, context);
    }
  },
  execute: (given, request, context) => drawn({ name: 'map', what: 'deal' }, filters(given, request, context), request, context),
});
