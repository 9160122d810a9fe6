/** Answers to interactions: the first one, and what follows through the interaction's token. D interactions/receiving-and-responding.mdx. */
import { INTERACTION } from '../../../../src/discord/limits.ts';
import { acknowledge, createAnswer } from '../acknowledge.ts';
import { type Answer, done, invalid, ok, refuse } from '../answer.ts';
import type { Exchange } from '../exchange.ts';
import { copyOf, editMessage } from '../messages.ts';
import type { APIMessage, Callback, MessageBody } from '../types.ts';
import { fileComplaints } from '../uploads.ts';
import { type Call, route } from './route.ts';

function callback({ world, params: { id = '', token }, query, body, files, at }: Call): Answer {
  const exchange = world.exchanges.get(id);
  if (!exchange || exchange.interaction.token !== token) return refuse(10062);
  return acknowledge(world, exchange, { callback: body as Callback, files, at, withResponse: query.get('with_response') === 'true' });
}

/** The interaction whose token stands in the path; refused before it is answered, and from 15 minutes on. */
const known = (handle: (call: Call, exchange: Exchange) => Answer) => (call: Call) => {
  const exchange = call.world.tokens.get(call.params.token ?? '');
  if (!exchange?.callback || call.params.application !== call.world.application.id) return refuse(10015);
  return call.world.clock.now() - exchange.created > INTERACTION.tokenLife ? refuse(50027) : handle(call, exchange);
};

/** Follow-ups that an application may send where nobody but the user has installed it. */
const FOLLOWUPS_OF_USERS = 5;

const byUserAlone = ({ interaction: { authorizing_integration_owners: owners } }: Exchange): boolean => !('0' in owners);

function followUp(call: Call, exchange: Exchange): Answer {
  const { world, body, files } = call;
  const original = exchange.loading && world.messages.get(exchange.original ?? '');
  // What comes first after “is thinking …” takes its place, and is as private as that was.
  if (original) return change({ ...call, body: { ...(body as MessageBody), flags: undefined } }, exchange, original);
  if (byUserAlone(exchange) && exchange.followups.length >= FOLLOWUPS_OF_USERS) return refuse(40094);
  const message = createAnswer(world, exchange, body as MessageBody, files);
  exchange.followups.push(message);
  exchange.news.emit('change');
  return ok(copyOf(message));
}

/** `@original`, or the id of a follow-up. */
function messageOf({ world, params: { message = '' } }: Call, exchange: Exchange): APIMessage | undefined {
  if (message === '@original') return world.messages.get(exchange.original ?? '');
  return message === exchange.original || exchange.followups.some(({ id }) => id === message) ? world.messages.get(message) : undefined;
}

function change({ world, body, files }: Call, exchange: Exchange, message: APIMessage): Answer {
  const wrong = fileComplaints(
    body as MessageBody,
    files,
    message.attachments.map(({ filename }) => filename),
  );
  if (wrong.length) return invalid(wrong);
  const edited = editMessage(world, message, body as MessageBody, files);
  if (message.id === exchange.original) Object.assign(exchange, { loading: false, edits: exchange.edits + 1 });
  exchange.news.emit('change');
  return ok(copyOf(edited));
}

function remove({ world }: Call, exchange: Exchange, { id }: APIMessage): Answer {
  world.messages.drop(id);
  exchange.news.emit('change');
  return done;
}

const one = (handle: (call: Call, exchange: Exchange, message: APIMessage) => Answer) =>
  known((call, exchange) => {
    const message = messageOf(call, exchange);
    return message ? handle(call, exchange, message) : refuse(10008);
  });

const WEBHOOK = '/webhooks/:application/:token';

export const interactions = [
  route('callback', 'POST', '/interactions/:id/:token/callback', callback, true),
  route('followup', 'POST', WEBHOOK, known(followUp), true),
  route(
    'answer.get',
    'GET',
    `${WEBHOOK}/messages/:message`,
    one((_, __, message) => ok(copyOf(message))),
    true,
  ),
  route('answer.edit', 'PATCH', `${WEBHOOK}/messages/:message`, one(change), true),
  route('answer.delete', 'DELETE', `${WEBHOOK}/messages/:message`, one(remove), true),
] as const;
