/** Every command there is, listed by hand: a bad one fails the type check instead of vanishing in a loader. */
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { deal } from './deal.ts';
import { quote } from './quote.ts';

export const commands: readonly Command[] = [ask, deal, quote];
