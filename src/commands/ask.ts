import type { Command } from './command.ts';
import { question } from './question.ts';

/** A question to whatever the base holds. */
export const ask = {
  name: 'ask',
  description: 'Ask the fact base anything',
  options: { query: { description: 'A question in English, Turkish, Russian, Azerbaijani, Kazakh, Kyrgyz or Uzbek', required: true } },
  ...question('ask'),
} satisfies Command;
