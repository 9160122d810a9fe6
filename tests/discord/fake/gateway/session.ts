/** Sessions of the gateway: what was sent in each, so that a client that was away is told what it missed. D events/gateway.mdx. */
import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';

interface Event {
  op: 0;
  t: string;
  s: number;
  d: unknown;
}

export interface Session {
  id: string;
  shard: readonly [id: number, count: number];
  intents: number;
  sequence: number;
  /** Sent events, oldest first; only so many are kept. */
  log: Event[];
  /** Nothing while the client is away. */
  socket?: WebSocket | undefined;
}

export const openSession = (socket: WebSocket, shard: Session['shard'], intents: number): Session => ({
  id: randomBytes(16).toString('hex'),
  shard,
  intents,
  sequence: 0,
  log: [],
  socket,
});

export function send(socket: WebSocket | undefined, payload: object): void {
  if (socket?.readyState === 1) socket.send(JSON.stringify(payload));
}

/** Events that a session can still be told of; Discord's number is not published. */
const KEPT = 1000;

/** Tells a session of something, now or when it comes back. */
export function dispatch(session: Session, t: string, d: unknown): void {
  const event: Event = { op: 0, t, s: ++session.sequence, d };
  session.log.push(event);
  if (session.log.length > KEPT) session.log.shift();
  send(session.socket, event);
}

/** Tells a session that has come back what it missed, in order. */
export function replay(session: Session, since: number): void {
  for (const event of session.log) if (event.s > since) send(session.socket, event);
  dispatch(session, 'RESUMED', { _trace: [] });
}
