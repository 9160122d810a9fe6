/** A program that answers for long: its search is asked at once what people may ask, so that the first of them need not wait for the compiler. */
import type { Context } from './commands/command.ts';
import { warmUpQuestions } from './search/warm-up.ts';

/** Milliseconds of asking, and of rest after them: other work is let through, and half of the processor is left to others. */
const AT_ONCE = 8;
const REST = 8;
/** Any day will do: nobody reads these answers. */
const SOME_DAY = '2026-01-01';

/** Asks in the background. Never keeps the process alive. @param end stops it. */
export function warm({ base, search }: Context, end: AbortSignal): void {
  const questions = warmUpQuestions(base);
  let next = 0;
  const ask = (): void => {
    const started = performance.now();
    while (next < questions.length && !end.aborted && performance.now() - started < AT_ONCE) search.resolve(questions[next++] ?? '', { today: SOME_DAY });
    if (next < questions.length && !end.aborted) setTimeout(ask, REST).unref();
  };
  setTimeout(ask).unref();
}
