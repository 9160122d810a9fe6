import type { Command } from './command.ts';
import { question } from './question.ts';

/** A question that prefers deals. */
export const deal = {
  name: 'deal',
  description: 'Find a deal: who supplies what to whom',
  options: { query: { description: 'Who, what or when: for example “Kyrgyzstan January 2023”', required: true } },
  ...question('deal'),
} satisfies Command;
