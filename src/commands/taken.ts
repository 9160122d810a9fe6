import { count } from '../base/count.ts';
import { recordLine } from '../replies/record.ts';
import { recordsFrom } from '../replies/source.ts';
import { defineCommand } from './command.ts';

/** Records of one list; who wants more asks more closely. */
const MOST_LISTED = 200;

/** What the base takes from a source, record by record, in the source's own order. */
export const taken = defineCommand({
  name: 'taken',
  type: 'button',
  description: 'The records that the base takes from a source',
  heading: 'Taken from a source',
  localised: {
    name: { tr: 'alınanlar', ru: 'взято', uk: 'взято' },
    description: { tr: 'Tabanın bir kaynaktan aldığı kayıtlar', ru: 'Записи, взятые в базу из источника', uk: 'Записи, взяті до бази з джерела' },
  },
  options: {
    source: {
      description: 'The source’s id',
      localised: {
        name: { tr: 'kaynak', ru: 'источник', uk: 'джерело' },
        description: { tr: 'Kaynağın kimliği', ru: 'Идентификатор источника', uk: 'Ідентифікатор джерела' },
      },
      required: true,
      longest: 64,
      bare: true,
    },
  },
  execute: (given, _request, { base }) => {
    const source = base.sources.get(given.source);
    const all = source ? recordsFrom(base, source) : [];
    const [first, ...rest] = all.slice(0, MOST_LISTED).map((record) => recordLine(base, record));
    if (!source || !first) return { kind: 'notice', title: 'The base takes nothing from this source, or no longer has it.', lines: [] };
    const told = all.length > MOST_LISTED ? `The first ${MOST_LISTED} of ${all.length.toLocaleString('en')} records` : count(all.length, 'record');
    return { kind: 'list', title: `${told} from “${source.title}”`, records: [first, ...rest], corrections: [], reasons: [] };
  },
});
