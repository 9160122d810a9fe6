/** A bot's settings for a fake Discord: by the gateway, on ports that are free, and silent. */
import type { BotConfig } from '../../src/config.ts';
import type { Discord } from '../discord/fake/index.ts';

/** Any port that is free. */
export const FREE = { host: '127.0.0.1', port: 0 };

export const aBotConfig = ({ token, api }: Pick<Discord, 'token' | 'api'>): BotConfig => ({
  token,
  application: undefined,
  publicKey: undefined,
  guild: undefined,
  api,
  http: undefined,
  ops: FREE,
  playground: FREE,
  logLevel: 'silent',
});
