import { commands } from '../../src/commands/dispatch.ts';
import { definitions } from '../../src/discord/definitions.ts';

/** The commands as Discord has them when no client registers them. */
export const registered = definitions(commands) as { name: string; type?: number }[];
