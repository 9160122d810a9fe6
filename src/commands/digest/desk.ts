/** Who asks for what of a server's digests, and whether they may. */
import { type DigestService, DigestsUnavailable, type Reach } from '../../digest/service.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Context, Permission, Place, Request } from '../command.ts';

/** A request that comes from a server whose digests are kept. */
export interface Desk {
  digests: DigestService;
  guild: string;
  /** Where it was asked, and what the bot may do there, as the request itself tells. */
  channel: string;
  app: ReadonlySet<Permission>;
  user: string;
  now: Temporal.Instant;
  /** Whether who asks may manage: by Manage Server, or by the role that it was handed to. */
  manages: boolean;
  /** Whether who asks has Manage Server: handing managing on takes that. */
  governs: boolean;
}

const notice = (title: string, ...lines: string[]): Reply => ({ kind: 'notice', title, lines });

const NO_STORE = notice(
  'This bot keeps no digests at present.',
  'Whoever runs it finds the reason in its log.',
  'Questions, and /digest preview, work without them.',
);
const NO_SERVER: Record<Request['surface'], Reply> = {
  gateway: notice('Digests belong to a server’s channel.', 'Ask there. In direct messages there is only /digest preview.'),
  http: notice('Digests belong to a server’s channel.', 'Ask there. In direct messages there is only /digest preview.'),
  playground: notice('The playground posts no digests: it is no server of Discord’s.', 'Here there is /digest preview.'),
  terminal: notice('Subscriptions are made in Discord.', 'Here there is /digest preview; npm run digest -- list shows those that are kept.'),
};
/** For who runs the bot, in a terminal. */
export const NOWHERE = notice(
  'No digest is subscribed in any server.',
  'Subscriptions are made in Discord: /digest subscribe.',
  'npm run digest -- preview REGION shows what one would say.',
);
const MAY_NOT = notice(
  'Managing digests needs Manage Server.',
  'Somebody who has it can hand managing to a role: /digest managers.',
  'Without it there are /digest preview, list and why.',
);
const MAY_NOT_GOVERN = notice('Handing managing to a role needs Manage Server.', 'The role itself does not suffice for that.');

/** The moment of asking; the beginning of the reader's day where the surface has no clock. */
export const momentOf = ({ now, today }: Pick<Request, 'now' | 'today'>): Temporal.Instant =>
  now ?? Temporal.PlainDate.from(today).toZonedDateTime('UTC').toInstant();

async function rightsOf({ guild, member }: Place & { guild: string }, digests: DigestService): Promise<Pick<Desk, 'manages' | 'governs'>> {
  const governs = member?.may.has('Manage Server') ?? false;
  if (governs || !member) return { governs, manages: governs };
  const role = await digests.managers(guild);
  return { governs, manages: role !== undefined && member.roles.includes(role) };
}

/** The desk of a request, or why there is none. */
export async function deskOf(request: Request, { digests }: Context): Promise<Desk | Reply> {
  const { place, surface } = request;
  if (place?.guild === undefined || surface === 'playground') return NO_SERVER[surface];
  if (!digests) return NO_STORE;
  const { guild, channel, user, app } = place;
  const rights = await rightsOf({ ...place, guild }, digests);
  return { digests, guild, channel, app, user, now: momentOf(request), ...rights };
}

/** What suffices in a channel of any kind. */
const SUFFICIENT: readonly Permission[] = ['View Channel', 'Send Messages', 'Send Messages in Threads', 'Embed Links'];

/**
 * Whether the bot may post in a channel. Where Discord does not answer in time, what it told with the request has to do.
 * @param also what is needed beside what every digest needs.
 */
export async function reachOf({ digests, guild, channel: here, app }: Desk, channel: string, also: readonly Permission[] = []): Promise<Reach> {
  const reach = await digests.channels.reach(guild, channel, also);
  const isKnown = reach.can !== 'unknown' || channel !== here || [...SUFFICIENT, ...also].some((one) => !app.has(one));
  return isKnown ? reach : { can: 'post', name: channel, lacks: [] };
}

export const isReply = (found: object): found is Reply => 'kind' in found;

type Work = (desk: Desk) => Promise<Reply>;

/** That the store does not answer is a reply too. */
export async function plainly(work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DigestsUnavailable)) throw error;
    return notice(error.message, 'Try again in a few minutes.');
  }
}

/** Does something at the desk. */
export const atDesk = (request: Request, context: Context, work: Work): Promise<Reply> =>
  plainly(async () => {
    const desk = await deskOf(request, context);
    return isReply(desk) ? desk : work(desk);
  });

/** The same for what changes something: only those who may manage. */
export const managing = (request: Request, context: Context, work: Work): Promise<Reply> =>
  atDesk(request, context, async (desk) => (desk.manages ? work(desk) : MAY_NOT));

/** And for what only those with Manage Server may do. */
export const governing = (request: Request, context: Context, work: Work): Promise<Reply> =>
  atDesk(request, context, async (desk) => (desk.governs ? work(desk) : MAY_NOT_GOVERN));
