import { defineCommand } from './command.ts';
import { question } from './question.ts';

const { resolve, reply } = question('ask');

/** A question to whatever the base holds. */
export const ask = defineCommand({
  name: 'ask',
  type: 'slash',
  description: 'Ask the fact base anything',
  localised: {
    name: { tr: 'sor', ru: 'спросить', uk: 'запитати' },
    description: { tr: 'Bilgi tabanına bir soru sorun', ru: 'Задать вопрос базе фактов', uk: 'Поставити запитання базі фактів' },
  },
  options: {
    question: {
      description: 'A question in English, Turkish, Russian, Azerbaijani, Kazakh, Kyrgyz or Uzbek',
      localised: {
        name: { tr: 'soru', ru: 'вопрос', uk: 'запитання' },
        description: {
          tr: 'Türkçe, İngilizce, Rusça, Azerice, Kazakça, Kırgızca veya Özbekçe bir soru',
          ru: 'Вопрос на русском, английском, турецком, азербайджанском, казахском, киргизском или узбекском',
          uk: 'Запитання англійською, турецькою, російською, азербайджанською, казахською, киргизькою чи узбецькою',
        },
      },
      required: true,
      longest: 250,
      bare: true,
    },
  },
  resolve: (given, request, context) => resolve(given.question, request, context),
  execute: (given, request, context) => reply(given.question, request, context),
});
