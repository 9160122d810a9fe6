import type { Command } from './command.ts';
import { question } from './question.ts';

/** A question that prefers quotable words. */
export const quote = {
  name: 'quote',
  description: 'Find the exact words, and who said them',
  options: { query: { description: 'A speaker, a topic or words you remember', required: true } },
  ...question('quote'),
} satisfies Command;
