/** An app on a port. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { StartError } from '../../ops/start-error.ts';

/** Milliseconds for a request to come in whole; whoever is slower is cut off. */
const SLOWEST = 5000;

export interface Listening {
  /** The port; the system's choice when 0 was asked for. */
  port: number;
  /** Takes no more requests, and waits until those under way are answered. */
  stop(): Promise<void>;
}

export interface Place {
  host: string;
  port: number;
}

const refusal = ({ host, port }: Place, error: Error): StartError =>
  new StartError(`The port ${host}:${port} can’t be opened (${'code' in error ? error.code : error.name}). Set another with HTTP_PORT or OPS_PORT.`);

/** Opens a port. @throws StartError when it is taken or not allowed. */
export function listen(app: Hono, { host, port }: Place): Promise<Listening> {
  const limits = { requestTimeout: SLOWEST, headersTimeout: SLOWEST, connectionsCheckingInterval: 1000, keepAliveTimeout: 30_000 };
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions: limits }) as Server;
    server.once('error', (error) => reject(refusal({ host, port }, error)));
    server.once('listening', () => resolve({ port: (server.address() as AddressInfo).port, stop: () => stop(server) }));
  });
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
