import { defineCommand } from './command.ts';
import { question } from './question.ts';

const { resolve, reply } = question('quote');

/** A question that prefers quotable words. */
export const quote = defineCommand({
  name: 'quote',
  type: 'slash',
  description: 'Find the exact words, and who said them',
  localised: {
    name: { tr: 'alıntı', ru: 'цитата', uk: 'цитата' },
    description: {
      tr: 'Sözlerin aslını ve kimin söylediğini bulun',
      ru: 'Найти точные слова и того, кто их сказал',
      uk: 'Знайти точні слова й того, хто їх сказав',
    },
  },
  options: {
    query: {
      description: 'A speaker, a topic or words you remember',
      localised: {
        name: { tr: 'sorgu', ru: 'запрос', uk: 'запит' },
        description: {
          tr: 'Konuşan, konu veya hatırladığınız sözler',
          ru: 'Кто говорил, о чём или слова, которые вы помните',
          uk: 'Хто говорив, про що або слова, які ви пам’ятаєте',
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
