/** The bot as a process: from start to signal, with an exit code. */
import type { Context } from '../commands/command.ts';
import type { BotConfig, StoreConfig } from '../config.ts';
import { StartError } from '../ops/start-error.ts';
import { ended } from './signals.ts';
import { startBot } from './start.ts';
import type { Way } from './way.ts';

type Say = (line: string) => void;

const OK = 0;
const FAILED = 1;

/** Does it, and says in plain words why it could not be done. */
async function plainly(work: () => Promise<number>, say: Say): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    say(error.message);
    return FAILED;
  }
}

/** Runs the bot until a signal ends it or Discord does. @returns the exit code. */
export const runBot = (way: Way, config: BotConfig, store: StoreConfig, context: Context, today: () => string, say: Say): Promise<number> =>
  plainly(async () => {
    const end = ended();
    const bot = await Promise.race([startBot(way, { config, store, context, today, say }), end]);
    // Nothing was answered yet, and nothing takes back a request to Discord that hangs.
    if (bot === 'ended') process.exit(OK);
    say(way.by === 'gateway' ? 'Connected to Discord. Ctrl-C ends it.' : 'Waiting for Discord’s requests. Ctrl-C ends it.');
    if (way.by === 'endpoint' && way.token !== undefined) say('Discord delivers to the endpoint or to the gateway, never to both: the gateway stays closed.');
    const why = await Promise.race([bot.failed, end]);
    await bot.stop();
    if (why === 'ended') return OK;
    say(why);
    return FAILED;
  }, say);

/** `npm run register`. @returns the exit code. */
export const runRegister = (config: BotConfig, say: Say): Promise<number> =>
  plainly(async () => {
    const { token, application, guild, api } = config;
    if (token === undefined) throw new StartError('Commands are registered with the bot’s token: set DISCORD_TOKEN.');
    const { registerAlone } = await import('../surfaces/gateway/register.ts');
    await registerAlone({ token, application, guild, api });
    say(guild === undefined ? 'The commands are registered everywhere.' : `The commands are registered in the server ${guild}.`);
    return OK;
  }, say);
