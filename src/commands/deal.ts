import { defineCommand } from './command.ts';
import { question } from './question.ts';

const { resolve, reply } = question('deal');

/** A question that prefers deals. */
export const deal = defineCommand({
  name: 'deal',
  type: 'slash',
  description: 'Find a deal: who supplies what to whom',
  localised: {
    name: { tr: 'anlaşma', ru: 'сделка', uk: 'угода' },
    description: {
      tr: 'Bir anlaşma bulun: kim, kime, ne sağlıyor',
      ru: 'Найти сделку: кто, кому и что поставляет',
      uk: 'Знайти угоду: хто, кому й що постачає',
    },
  },
  options: {
    query: {
      description: 'Who, what or when: for example “Kyrgyzstan January 2023”',
      localised: {
        name: { tr: 'sorgu', ru: 'запрос', uk: 'запит' },
        description: {
          tr: 'Kim, ne veya ne zaman: örneğin “Kırgızistan Ocak 2023”',
          ru: 'Кто, что или когда: например, «Кыргызстан, январь 2023»',
          uk: 'Хто, що або коли: наприклад, «Киргизстан, січень 2023»',
        },
      },
      required: false,
      longest: 240,
      bare: true,
    },
  },
  resolve: (given, request, context) => resolve(given.query ?? '', request, context),
  execute: (given, request, context) => reply(given.query ?? '', request, context),
});
