import { comparison } from '../replies/comparison.ts';
import { defineCommand } from './command.ts';
import { entityMeant, isReply, suggestBeside } from './entities.ts';
import { nameOption } from './filters/options.ts';

/** Two countries, companies, people, systems or regions side by side. */
export const compare = defineCommand({
  name: 'compare',
  type: 'slash',
  description: 'Two countries, companies, people, systems or regions side by side',
  localised: {
    name: { tr: 'karşılaştır', ru: 'сравнить', uk: 'порівняти' },
    description: {
      tr: 'İki ülke, şirket, kişi, sistem veya bölge yan yana',
      ru: 'Две страны, компании, системы, два человека или региона рядом',
      uk: 'Дві країни, компанії, системи, дві особи чи два регіони поруч',
    },
  },
  options: {
    a: nameOption(
      {
        description: 'The one',
        name: { tr: 'birinci', ru: 'первое', uk: 'перше' },
        localised: { tr: 'Biri', ru: 'Что сравнить', uk: 'Що порівняти' },
      },
      true,
    ),
    b: nameOption(
      {
        description: 'The other',
        name: { tr: 'ikinci', ru: 'второе', uk: 'друге' },
        localised: { tr: 'Öteki', ru: 'С чем сравнить', uk: 'З чим порівняти' },
      },
      true,
    ),
  },
  suggest: (option, given, request, context) => suggestBeside(given[option === 'a' ? 'b' : 'a'], given[option], context, request),
  execute: ({ a, b }, request, context) => {
    const [left, right] = [entityMeant(a, context, request), entityMeant(b, context, request)];
    if (isReply(left)) return left;
    if (isReply(right)) return right;
    if (left.entity === right.entity) return { kind: 'notice', title: `Both are ${left.entity.name}.`, lines: ['Name two that differ.'] };
    return comparison(context.base, [left, right], context.search.within);
  },
});
