/** What is typed after a command → a request. */
import type { Request } from '../../commands/command.ts';
import { readWritten } from '../../commands/dispatch.ts';

/** A request in the way that answers show it: free words first, options by name (`/deal early 2022 supplier: Türkiye`). */
export function typedRequest(command: string, text: string, today: string): Request {
  const words = text.trim().replace(/\s+/g, ' ');
  const { options } = readWritten(`/${command}${words === '' ? '' : ` ${words}`}`) ?? { options: {} };
  return { command, options, today, surface: 'terminal' };
}
