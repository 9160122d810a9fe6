/** What those who run the bot may ask, on a port of its own: is it alive, can it answer, how does it do. */
import { Hono } from 'hono';
import type { Metrics } from '../../ops/metrics.ts';

/** @param isReady whether questions can be answered now. */
export function createOps(metrics: Metrics, isReady: () => boolean): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.text('alive\n'));
  app.get('/readyz', (c) => (isReady() ? c.text('ready\n') : c.text('not ready\n', 503)));
  app.get('/metrics', async (c) => {
    const { text, type } = await metrics.read();
    return c.body(text, 200, { 'content-type': type });
  });
  return app;
}
