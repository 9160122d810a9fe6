/** An app on a port. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

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

/** Opens a port. @throws the system's error when it is taken or not allowed. */
export function listen(app: Hono, { host, port }: Place): Promise<Listening> {
  const limits = { requestTimeout: SLOWEST, headersTimeout: SLOWEST, connectionsCheckingInterval: 1000, keepAliveTimeout: 30_000 };
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions: limits }) as Server;
    server.once('error', reject);
    server.once('listening', () => resolve({ port: (server.address() as AddressInfo).port, stop: () => stop(server) }));
  });
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
