/** Commands as Discord has them, and as they ought to be. */
import { REST, type RESTGetAPIApplicationCommandsResult, type RESTOptions, Routes } from 'discord.js';
import { commands } from '../../commands/dispatch.ts';
import { definitions, sameDefinitions } from '../../discord/definitions.ts';
import { errorFacts, type Log } from '../../ops/log.ts';
import { StartError } from '../../ops/start-error.ts';
import { describeError, explain } from './errors.ts';

export interface Where {
  /** Unless told, the one that the token belongs to. */
  application?: string | undefined;
  /** One server for development, where changes show at once; all of them unless told. */
  guild?: string | undefined;
}

type Outcome = 'written' | 'unchanged';

/** The application that a token belongs to. */
async function applicationOf(rest: REST): Promise<string> {
  const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
  return id;
}

/** Writes the commands where they differ. @returns whether anything was written. @throws discord.js's errors; `describeError` tells them. */
async function register(rest: REST, { application, guild }: Where): Promise<Outcome> {
  const id = application ?? (await applicationOf(rest));
  const route = guild === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guild);
  const ours = definitions(commands, guild !== undefined);
  const theirs = (await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })) as RESTGetAPIApplicationCommandsResult;
  if (sameDefinitions(ours, theirs)) return 'unchanged';
  await rest.put(route, { body: ours });
  return 'written';
}

const DEED = 'register the commands';

/** Registers the commands as the bot starts. What may pass is only told: those that are registered go on working. @throws what won't pass. */
export async function registerAtStart(rest: REST, where: Where, log: Log): Promise<void> {
  try {
    log.info({ outcome: await register(rest, where), guild: where.guild }, 'commands registered');
  } catch (error) {
    if (explain(error) !== undefined) throw error;
    log.error({ ...errorFacts(error), why: describeError(error, DEED) }, 'the commands could not be registered');
  }
}

interface Access extends Where {
  token: string;
  /** Discord's address without version. */
  api?: string | undefined;
}

const restFor = ({ token, api }: Access, more: Partial<RESTOptions> = {}): REST => new REST({ ...(api !== undefined && { api }), ...more }).setToken(token);

const refusal = (error: unknown): StartError => new StartError(describeError(error, DEED), { cause: error });

/** Registers the commands and does nothing else. @throws StartError in plain words, whatever was wrong. */
export async function registerAlone(access: Access): Promise<Outcome> {
  return register(restFor(access), access).catch((error: unknown) => {
    throw refusal(error);
  });
}

/** An endpoint does not wait for Discord to be well: milliseconds for one try, and tries after the first. */
const IMPATIENT: Partial<RESTOptions> = { timeout: 5000, retries: 1, rejectOnRateLimit: () => true };

/** Registers the commands as the endpoint starts. @throws StartError in plain words for what won't pass. */
export async function registerBeside(access: Access, log: Log): Promise<void> {
  await registerAtStart(restFor(access, IMPATIENT), access, log).catch((error: unknown) => {
    throw refusal(error);
  });
}
