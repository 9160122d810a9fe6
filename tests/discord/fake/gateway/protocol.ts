/** What a client says at the gateway, and what comes of it. D events/gateway.mdx; numbers of `op` and of closing: D topics/opcodes-and-status-codes.mdx. */
import type { WebSocket } from 'ws';
import type { World } from '../world.ts';
import { welcome } from './ready.ts';
import { openSession, replay, type Session, send } from './session.ts';

const [HEARTBEAT, IDENTIFY, RESUME, INVALID_SESSION, HEARTBEAT_ACK] = [1, 2, 6, 9, 11] as const;

/** Members, presences and message contents are for those whom Discord has allowed them. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
/** Bytes of what a client may send at once. */
const LONGEST = 4096;

/** What the gateway is made of. */
export interface Hall {
  world: World;
  /** The token that is taken; none where the bot's has been revoked. */
  token: () => string | undefined;
  shards: number;
  /** By id; also those whose client is away. */
  sessions: Map<string, Session>;
  counts: { identified: number; resumed: number };
  faults: { deaf: boolean; closed: boolean };
}

/** Why a connection is closed. */
type Close = readonly [code: number, reason: string];

interface Payload {
  op: number;
  d: { token?: string; intents?: number; shard?: [number, number]; session_id?: string; seq?: number };
}

const STRANGER: Close = [4004, 'Authentication failed.'];

export const sessionOf = ({ sessions }: Hall, socket: WebSocket): Session | undefined => [...sessions.values()].find((session) => session.socket === socket);

function refusal({ token, shards }: Hall, { token: given, intents = 0, shard = [0, 1] }: Payload['d']): Close | undefined {
  if (given === undefined || given !== token()) return STRANGER;
  if (shard[0] >= shard[1] || shard[1] < shards) return [4010, 'Invalid shard.'];
  return intents & PRIVILEGED ? [4014, 'Disallowed intent(s).'] : undefined;
}

function identify(hall: Hall, socket: WebSocket, d: Payload['d']): Close | undefined {
  const refused = refusal(hall, d);
  if (refused) return refused;
  hall.counts.identified++;
  const session = openSession(socket, d.shard ?? [0, 1], d.intents ?? 0);
  hall.sessions.set(session.id, session);
  welcome(hall.world, session);
  return undefined;
}

function resume({ sessions, token, counts }: Hall, socket: WebSocket, { token: given, session_id = '', seq = 0 }: Payload['d']): Close | undefined {
  const session = sessions.get(session_id);
  if (given === undefined || given !== token()) return STRANGER;
  if (session && seq > session.sequence) return [4007, 'Invalid seq.'];
  if (!session) {
    send(socket, { op: INVALID_SESSION, d: false });
    return undefined;
  }
  counts.resumed++;
  session.socket = socket;
  replay(session, seq);
  return undefined;
}

/** Takes what a client sent. Why its connection must be closed, if so. */
export function receive(hall: Hall, socket: WebSocket, raw: Buffer): Close | undefined {
  if (raw.length > LONGEST) return [4002, 'Decode error.'];
  const { op, d } = JSON.parse(raw.toString()) as Payload;
  if (op === IDENTIFY) return identify(hall, socket, d);
  if (op === RESUME) return resume(hall, socket, d);
  if (op === HEARTBEAT && !hall.faults.deaf) send(socket, { op: HEARTBEAT_ACK });
  return op === HEARTBEAT || sessionOf(hall, socket) ? undefined : [4003, 'Not authenticated.'];
}
