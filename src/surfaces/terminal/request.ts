/** What is typed after a command → a request. */
import type { Request } from '../../commands/command.ts';
import { readWritten } from '../../commands/dispatch.ts';

/** The two sides of `Kazakhstan | Kyrgyzstan`. */
function sidesOf(words: string): Request['options'] | undefined {
  const [a = '', b = '', ...more] = words.split('|').map((side) => side.trim());
  return words.includes('|') && more.length === 0 ? { a, b } : undefined;
}

function askedFor(command: string, text: string): Pick<Request, 'command' | 'options'> {
  const words = text.trim().replace(/\s+/g, ' ');
  if (command === 'check') return { command, options: { message: text.trim() } };
  const sides = command === 'compare' ? sidesOf(words) : undefined;
  if (sides) return { command, options: sides };
  return readWritten(`/${command}${words === '' ? '' : ` ${words}`}`) ?? { command, options: {} };
}

/** A request in the way that answers show it: free words first, options by name (`/deal early 2022 supplier: Türkiye`). */
export const typedRequest = (command: string, text: string, today: string): Request => ({
  ...askedFor(command, text),
  today,
  surface: 'terminal',
});
