/** What is typed after a command → a request. */
import type { Request } from '../../commands/command.ts';
import { readWritten } from '../../commands/dispatch.ts';

/** The two sides of `Kazakhstan | Kyrgyzstan`. */
function sidesOf(words: string): Request['options'] | undefined {
  const [a = '', b = '', ...more] = words.split('|').map((side) => side.trim());
  return words.includes('|') && more.length === 0 ? { a, b } : undefined;
}

function optionsOf(command: string, text: string): Request['options'] {
  const words = text.trim().replace(/\s+/g, ' ');
  if (command === 'check') return { message: text.trim() };
  const sides = command === 'compare' ? sidesOf(words) : undefined;
  return sides ?? readWritten(`/${command}${words === '' ? '' : ` ${words}`}`)?.options ?? {};
}

/** A request in the way that answers show it: free words first, options by name (`/deal early 2022 supplier: Türkiye`). */
export const typedRequest = (command: string, text: string, today: string): Request => ({
  command,
  options: optionsOf(command, text),
  today,
  surface: 'terminal',
});
