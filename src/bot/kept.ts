/** The digests as they are kept, opened for one command of the shell's. */
import type { Context } from '../commands/command.ts';
import type { Config } from '../config.ts';
import type { Ran } from '../digest/run.ts';
import type { Channels, DigestService } from '../digest/service.ts';
import { createDigests } from '../digest/subscriptions.ts';
import { createLog } from '../ops/log.ts';
import { createMetrics } from '../ops/metrics.ts';
import { openStore } from '../store/open.ts';
import { type Store, StoreError } from '../store/store.ts';
import { deliverOnce } from './digests.ts';

/** What the shell's commands may ask of the store. */
interface Kept {
  digests: DigestService;
  /** Delivers what is due now, once. */
  run(context: Context): Promise<Ran | { missing: string }>;
  close(): Promise<void>;
}

/** A shell looks at no channels. */
const UNSEEN: Channels = { reach: async () => ({ can: 'unknown' }), names: async () => new Map() };

const NO_TOKEN = '`run` posts to Discord, which needs the bot’s token: set DISCORD_TOKEN.';

async function run(store: Store, config: Config, graceHours: number, context: Context): ReturnType<Kept['run']> {
  const bot = config.bot();
  if ('wrong' in bot) return { missing: bot.wrong.join('\n') };
  const { token, api, logLevel } = bot;
  if (token === undefined) return { missing: NO_TOKEN };
  // Only what goes wrong: the rest is what the command says at its end.
  const log = createLog(logLevel === 'silent' ? 'silent' : 'warn');
  return deliverOnce(store, { token, api, context, log, metrics: createMetrics(false), graceHours });
}

/** Opens the store for one command, or tells why it can't be. @param say lines for whoever waits. */
export async function openKept(config: Config, say: (line: string) => void): Promise<Kept | { missing: string }> {
  const settings = config.store();
  if ('wrong' in settings) return { missing: settings.wrong.join('\n') };
  try {
    const store = await openStore(settings, say);
    const digests = createDigests(async () => store.db, UNSEEN);
    return { digests, run: (context) => run(store, config, settings.graceHours, context), close: store.close };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { missing: error.message };
  }
}
