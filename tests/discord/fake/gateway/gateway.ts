/** The fake's gateway: who is connected, and what a test does to them. */
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { World } from '../world.ts';
import { type Hall, receive, sessionOf } from './protocol.ts';
import { shardOf } from './ready.ts';
import { dispatch, type Session, send } from './session.ts';

const [RECONNECT, INVALID_SESSION, HELLO] = [7, 9, 10] as const;

export interface GatewaySetup {
  world: World;
  server: Server;
  token: () => string | undefined;
  shards: number;
  /** In milliseconds. */
  heartbeat: number;
}

export interface Gateway {
  /** How often a client has begun a session, and how often it has taken one up again. */
  counts: Hall['counts'];
  /** What a test can do wrong on purpose: not to answer heartbeats, not to let anybody in. */
  faults: Hall['faults'];
  /** Sessions that could be taken up again, connected or not. */
  sessions(): Session[];
  /** Tells the shard of a server, or the first one, of an event. Whether there was a session to tell. */
  tell(event: string, data: unknown, guild?: string): boolean;
  /** Closes all connections with a code. */
  close(code: number, reason?: string): void;
  /** Cuts all connections without a word. */
  cut(): void;
  /** Asks all to connect anew and resume. */
  reconnect(): void;
  /** Declares all sessions invalid; those that are not resumable are forgotten. */
  invalidate(resumable: boolean): void;
  /** Forgets all sessions without saying so. */
  forget(): void;
  stop(): void;
}

function welcomeSocket(hall: Hall, socket: WebSocket, heartbeat: number): void {
  send(socket, { op: HELLO, d: { heartbeat_interval: heartbeat, _trace: [] } });
  socket.on('message', (raw) => {
    const closed = receive(hall, socket, raw as Buffer);
    if (closed) socket.close(...closed);
  });
  socket.on('close', () => {
    const session = sessionOf(hall, socket);
    if (session) session.socket = undefined;
  });
}

function tell({ sessions }: Hall, event: string, data: unknown, guild?: string): boolean {
  const told = [...sessions.values()].filter(({ shard: [id, count] }) => shardOf(guild, count) === id);
  for (const session of told) dispatch(session, event, data);
  return told.length > 0;
}

/** A connection that is to end is told of no more events: they wait for the session's next one. */
function detach({ sessions }: Hall): void {
  for (const session of sessions.values()) session.socket = undefined;
}

export function createGateway({ server, heartbeat, ...setup }: GatewaySetup): Gateway {
  const hall: Hall = { ...setup, sessions: new Map(), counts: { identified: 0, resumed: 0 }, faults: { deaf: false, closed: false } };
  const sockets = new WebSocketServer({ noServer: true });
  const each = (act: (socket: WebSocket) => void): void => [...sockets.clients].forEach(act);

  server.on('upgrade', (request, connection, head) => {
    if (hall.faults.closed) connection.destroy();
    else sockets.handleUpgrade(request, connection, head, (socket) => welcomeSocket(hall, socket, heartbeat));
  });

  return {
    counts: hall.counts,
    faults: hall.faults,
    sessions: () => [...hall.sessions.values()],
    tell: (event, data, guild) => tell(hall, event, data, guild),
    close: (code, reason) => each((socket) => socket.close(code, reason)),
    cut: () => each((socket) => socket.terminate()),
    reconnect: () => {
      detach(hall);
      each((socket) => send(socket, { op: RECONNECT, d: null }));
    },
    invalidate: (resumable) => {
      detach(hall);
      if (!resumable) hall.sessions.clear();
      each((socket) => send(socket, { op: INVALID_SESSION, d: resumable }));
    },
    forget: () => hall.sessions.clear(),
    stop: () => {
      each((socket) => socket.terminate());
      sockets.close();
    },
  };
}
