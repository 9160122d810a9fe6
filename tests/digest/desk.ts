/** A server's digests for tests: who asks where, and a Discord that says what the bot may do there. */
import type { Context, Permission, Place, Request } from '../../src/commands/command.ts';
import { dispatch, suggestions } from '../../src/commands/dispatch.ts';
import type { Channels, DigestService, Reach } from '../../src/digest/service.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { aDeal, aFact, aQuote, aRealContext, TODAY } from '../build.ts';
import { aRegion } from './build.ts';

export const GUILD = '1000';
export const CHANNEL = '2000';
export const OTHER = '2001';
export const ROLE = '4000';

/** Sunday 22 November 2026, 14:00 in Almaty. */
export const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');

const base = aRegion([aDeal(), aQuote(), aFact()]);
export const shipped: Context = aRealContext(base);

/** Channels in which anything may be posted, unless the test says otherwise. */
export function somewhere(reach: Reach = { can: 'post', name: 'morning', lacks: [] }): Channels & { reached: Reach; also: readonly Permission[] } {
  const told = { reached: reach, also: [] as readonly Permission[] };
  const names = new Map([
    [CHANNEL, 'morning'],
    [OTHER, 'evening'],
  ]);
  const look: Channels['reach'] = async (_guild, _channel, also = []) => {
    told.also = also;
    return told.reached;
  };
  return Object.assign(told, { reach: look, names: async () => names });
}

export interface Asker {
  guild?: string;
  channel?: string;
  may?: readonly Permission[];
  roles?: readonly string[];
  /** What the bot may do there, as the request tells; nothing unless told. */
  app?: readonly Permission[];
  now?: Temporal.Instant;
}

const placeOf = ({ guild = GUILD, channel = CHANNEL, may = ['Manage Server'], roles = [], app = [] }: Asker): Place => ({
  guild,
  channel,
  user: '3000',
  member: { may: new Set(may), roles },
  app: new Set(app),
});

const requestOf = (command: string, options: Request['options'] = {}, asker: Asker = {}): Request => ({
  command: `digest ${command}`,
  options,
  today: TODAY,
  now: asker.now ?? NOW,
  place: placeOf(asker),
  surface: 'gateway',
});

/** Asks as somebody with Manage Server, in the first channel, unless told otherwise. */
export const ask = (digests: DigestService | undefined, command: string, options: Request['options'] = {}, asker: Asker = {}): Promise<Reply> =>
  dispatch(requestOf(command, options, asker), { ...shipped, ...(digests && { digests }) });

export const offered = async (digests: DigestService, command: string, option: string, options: Request['options'] = {}, asker: Asker = {}) =>
  (await suggestions(requestOf(command, options, asker), option, { ...shipped, digests })).map(({ name }) => name);
