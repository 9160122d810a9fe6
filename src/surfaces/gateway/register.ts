/** Commands as Discord has them, and as they ought to be. */
import { REST, type RESTGetAPIApplicationCommandsResult, Routes } from 'discord.js';
import { commands } from '../../commands/dispatch.ts';
import { definitions, sameDefinitions } from '../../discord/definitions.ts';
import { StartError } from '../../ops/start-error.ts';
import { explain, UNREACHED } from './errors.ts';

export interface Where {
  application: string;
  /** One server for development, where changes show at once; all of them unless told. */
  guild?: string;
}

/** Writes the commands where they differ. @returns whether anything was written. @throws discord.js's errors; `explain` tells them. */
export async function register(rest: REST, { application, guild }: Where): Promise<'written' | 'unchanged'> {
  const route = guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  const ours = definitions(commands, guild !== undefined);
  const theirs = (await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })) as RESTGetAPIApplicationCommandsResult;
  if (sameDefinitions(ours, theirs)) return 'unchanged';
  await rest.put(route, { body: ours });
  return 'written';
}

/** The application that a token belongs to. */
async function applicationOf(rest: REST): Promise<string> {
  const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
  return id;
}

interface Alone {
  token: string;
  application?: string | undefined;
  guild?: string | undefined;
  /** Discord's address without version. */
  api?: string | undefined;
}

/** The same without a connection to the gateway. @throws StartError in plain words. */
export async function registerAlone({ token, application, guild, api }: Alone): Promise<'written' | 'unchanged'> {
  const rest = new REST({ ...(api !== undefined && { api }) }).setToken(token);
  try {
    const id = application ?? (await applicationOf(rest));
    return await register(rest, { application: id, ...(guild !== undefined && { guild }) });
  } catch (error) {
    throw new StartError(explain(error) ?? UNREACHED, { cause: error });
  }
}
