/** The fake's REST side: reads a request, lets faults befall it, authorises it, holds its payload against the rules, answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Complaint } from '../payload/issues.ts';
import { line } from '../payload/issues.ts';
import { validate } from '../payload/validate.ts';
import { type Answer, invalid, refuse } from './answer.ts';
import { type Carried, read } from './body.ts';
import { type Bucket, type Buckets, createGlobalLimit, createLimiter } from './buckets.ts';
import { befall, nextFault, type Outcome, type Script } from './faults.ts';
import { findRoute, type RouteName } from './rest/index.ts';
import type { Route } from './rest/route.ts';
import type { MessageBody, Upload } from './types.ts';
import { fileComplaints, tooLarge } from './uploads.ts';
import type { World } from './world.ts';

/** A request as it came, with what was answered. */
export interface Request {
  route: RouteName | undefined;
  method: string;
  /** Without `/api/v10` and without what follows the question mark. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: unknown;
  files: readonly Upload[];
  /** What was answered; nothing where the connection was cut or left hanging. */
  status?: number;
  answer?: unknown;
}

export interface Rest {
  world: World;
  routes: readonly Route<RouteName>[];
  /** The token that is taken; none where the bot's has been revoked. */
  token: () => string | undefined;
  scripts: Script[];
  buckets: Buckets;
  /** What all routes share that need the token; nothing unless told. */
  everywhere?: Bucket | undefined;
  /** Whether payloads are held against the rules. */
  validates: boolean;
  note(request: Request): void;
  complain(text: string): void;
}

const messageOf = (name: RouteName, body: unknown): MessageBody | undefined =>
  name === 'callback' ? (body as { data?: MessageBody }).data : name === 'followup' || name === 'message.create' ? (body as MessageBody) : undefined;

/** All that is wrong with a payload. Files of edits are looked at where the message is known. */
export async function complaintsOf(name: RouteName, method: string, path: string, { body, files }: Pick<Request, 'body' | 'files'>): Promise<Complaint[]> {
  const wrong = await validate(method, path, body);
  const message = wrong.length ? undefined : messageOf(name, body);
  return message ? fileComplaints(message, files) : wrong;
}

async function carried(request: IncomingMessage): Promise<Carried> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return read(Buffer.concat(chunks), request.headers['content-type'] ?? '');
}

function send(response: ServerResponse, outcome: Outcome, headers: Record<string, string>): void {
  if (outcome === 'hang') return;
  if (outcome === 'cut') return void response.socket?.destroy();
  const { status, body } = outcome;
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...headers, ...outcome.headers }).end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Uploaded files, where their messages say that they are. */
function file(world: World, path: string, response: ServerResponse): void {
  const found = world.files.get(path.split('/')[2] ?? '');
  response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' }).end(found?.bytes);
}

type Found = NonNullable<ReturnType<typeof findRoute>>;

/** Puts a request into effect. */
async function apply(rest: Rest, { route, params }: Found, request: Request, at: number): Promise<Answer> {
  if (!route.open && request.headers.authorization !== `Bot ${rest.token()}`) return refuse(0);
  if (tooLarge(request.files)) return refuse(40005);
  const wrong = rest.validates ? await complaintsOf(route.name, request.method, request.path, request) : [];
  for (const complaint of wrong) rest.complain(`${route.name}: ${line(complaint)}`);
  if (wrong.length) return invalid(wrong);
  return route.handle({ world: rest.world, params, query: request.query, body: request.body, files: request.files, at });
}

/** What a route's limit is counted for: each channel, server or token has its own. */
const resourceOf = ({ params }: Found): string => params.channel ?? params.guild ?? params.token ?? '';

type Answering = (request: Request, at: number) => Promise<{ outcome: Outcome; headers: Record<string, string> }>;

function answering(rest: Rest): Answering {
  const limiter = createLimiter(rest.buckets);
  const shared = rest.everywhere && createGlobalLimit(rest.everywhere);
  return async (request, at) => {
    const found = findRoute(rest.routes, request.method, request.path);
    if (!found) {
      rest.complain(`there is no route ${request.method} ${request.path}`);
      return { outcome: { status: 404, body: { message: '404: Not Found', code: 0 } }, headers: {} };
    }
    request.route = found.route.name;
    const { headers, refused } = limiter(found.route.name, resourceOf(found));
    if (refused) return { outcome: refused, headers };
    const tooMany = found.route.open ? undefined : shared?.();
    if (tooMany) return { outcome: tooMany, headers };
    const fault = nextFault(rest.scripts, found.route.name);
    const run = () => apply(rest, found, request, at);
    return { outcome: await (fault ? befall(fault, run) : run()), headers };
  };
}

async function handle(rest: Rest, answer: Answering, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const at = performance.now();
  const { pathname, searchParams: query } = new URL(incoming.url ?? '/', 'http://localhost');
  if (pathname.startsWith('/files/')) return file(rest.world, pathname, response);
  const path = decodeURIComponent(pathname.replace(/^\/api(?:\/v10)?/, ''));
  const { body, files } = await carried(incoming);
  const request: Request = { route: undefined, method: incoming.method ?? 'GET', path, query, headers: incoming.headers, body, files };
  rest.note(request);
  const { outcome, headers } = await answer(request, at);
  if (typeof outcome === 'object') Object.assign(request, { status: outcome.status, answer: outcome.body });
  send(response, outcome, headers);
}

/** A server of all this; the caller opens its port. What the fake itself stumbles over is a complaint, and answered with 500. */
export function createRest(rest: Rest): Server {
  const answer = answering(rest);
  return createServer((incoming, response) => {
    handle(rest, answer, incoming, response).catch((error: unknown) => {
      if (incoming.destroyed && !incoming.complete) return;
      rest.complain(`${incoming.method} ${incoming.url}: ${error}`);
      if (!response.headersSent) send(response, error instanceof SyntaxError ? refuse(50109) : { status: 500 }, {});
    });
  });
}
