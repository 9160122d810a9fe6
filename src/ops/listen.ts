/** An app on a port. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { StartError } from './start-error.ts';

/** Milliseconds for a request to come in whole; whoever is slower is cut off. */
const SLOWEST = 5000;
/** Milliseconds that an idle connection stays open: longer than proxies keep theirs (60 s with nginx and others), lest one send a request into a connection that is being closed. */
const IDLE = 75_000;

export interface Listening {
  /** The port; the system's choice when 0 was asked for. */
  port: number;
  /** Takes no more requests, and waits until those under way are answered. */
  stop(): Promise<void>;
}

/** A host and a port to listen on. */
export interface Place {
  host: string;
  port: number;
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

function refusal({ host, port }: Place, cause: Error): StartError {
  const why = codeOf(cause) ?? cause.name;
  return new StartError(`The port ${host}:${port} can’t be opened (${why}). Set another with HTTP_PORT, OPS_PORT or PLAYGROUND_PORT.`, { cause });
}

/** Opens a port. @throws StartError when it is taken or not allowed. */
export function listen(app: Hono, { host, port }: Place): Promise<Listening> {
  const limits = { requestTimeout: SLOWEST, headersTimeout: SLOWEST, connectionsCheckingInterval: 1000, keepAliveTimeout: IDLE };
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions: limits }) as Server;
    server.once('error', (error) => reject(refusal({ host, port }, error)));
    server.once('listening', () => resolve({ port: (server.address() as AddressInfo).port, stop: () => stop(server) }));
  });
}

/** Ports tried after the one that was asked for. */
const NEXT = 20;
const LAST_PORT = 65_535;

/** Opens the port that was asked for or, when somebody has it, one of the next. @throws StartError when all are taken or one is not allowed. */
export async function listenNear(app: Hono, { host, port }: Place): Promise<Listening> {
  const last = port === 0 ? 0 : Math.min(port + NEXT, LAST_PORT);
  for (let next = port; next < last; next += 1) {
    try {
      return await listen(app, { host, port: next });
    } catch (error) {
      if (!(error instanceof StartError) || codeOf(error.cause) !== 'EADDRINUSE') throw error;
    }
  }
  return listen(app, { host, port: last });
}

/** Milliseconds between looks for connections that have become idle: Node closes those that are at once, and keeps the others open after. */
const LOOK = 50;

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const closing = setInterval(() => server.closeIdleConnections(), LOOK);
    server.close(() => {
      clearInterval(closing);
      resolve();
    });
    server.closeIdleConnections();
  });
