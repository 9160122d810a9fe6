/** Channels and the messages in them. D resources/message.mdx. */
import { type Answer, done, invalid, ok, refuse } from '../answer.ts';
import { copyOf, createMessage, editMessage } from '../messages.ts';
import type { APIMessage, Channel, MessageBody } from '../types.ts';
import { fileComplaints } from '../uploads.ts';
import { type Call, route } from './route.ts';

/** How long Discord knows a nonce again, in milliseconds: it says “the past few minutes”. */
const NONCE_LIFE = 3 * 60 * 1000;

/** The bot is in servers and in its own direct messages; of other channels it knows nothing. */
const inChannel = (handle: (call: Call, channel: Channel) => Answer) => (call: Call) => {
  const channel = call.world.channels.get(call.params.channel ?? '');
  if (!channel) return refuse(10003);
  return channel.type === 3 ? refuse(50001) : handle(call, channel);
};

function posted({ world }: Call, channel: Channel, { nonce, enforce_nonce }: MessageBody): APIMessage | undefined {
  if (!enforce_nonce || nonce === undefined) return undefined;
  const since = new Date(world.clock.now() - NONCE_LIFE).toISOString();
  return world.messages.all().find((message) => message.channel_id === channel.id && message.nonce === nonce && message.timestamp >= since);
}

function create(call: Call, channel: Channel): Answer {
  const body = call.body as MessageBody;
  const before = posted(call, channel, body);
  return ok(copyOf(before ?? createMessage(call.world, channel, body, { files: call.files })));
}

const inMessage = (handle: (call: Call, message: APIMessage) => Answer) =>
  inChannel((call, channel) => {
    const message = call.world.messages.get(call.params.message ?? '');
    return message?.channel_id === channel.id ? handle(call, message) : refuse(10008);
  });

function change({ world, body, files }: Call, message: APIMessage): Answer {
  if (message.author.id !== world.bot.id) return refuse(50005);
  const wrong = fileComplaints(
    body as MessageBody,
    files,
    message.attachments.map(({ filename }) => filename),
  );
  return wrong.length ? invalid(wrong) : ok(copyOf(editMessage(world, message, body as MessageBody, files)));
}

function remove({ world }: Call, { id }: APIMessage): Answer {
  world.messages.drop(id);
  return done;
}

/** Newest first; `before` a message, or those next `after` one. */
function list({ world, query }: Call, channel: Channel): Answer {
  const { id } = channel;
  const [limit, before, after] = [Number(query.get('limit') ?? 50), query.get('before'), query.get('after')];
  // Who may not read a channel's history is shown none of it, and no error: D resources/message.mdx, "Get Channel Messages".
  const all = world.messages.all().filter((message) => message.channel_id === id && channel.history_hidden !== true);
  if (after !== null)
    return ok(
      all
        .filter((message) => BigInt(message.id) > BigInt(after))
        .slice(0, limit)
        .reverse(),
    );
  return ok(
    all
      .filter((message) => before === null || BigInt(message.id) < BigInt(before))
      .reverse()
      .slice(0, limit),
  );
}

const CHANNEL = '/channels/:channel';

export const channels = [
  route(
    'channel',
    'GET',
    CHANNEL,
    inChannel((_, channel) => ok(channel)),
  ),
  route('message.list', 'GET', `${CHANNEL}/messages`, inChannel(list)),
  route('message.create', 'POST', `${CHANNEL}/messages`, inChannel(create)),
  route(
    'message.get',
    'GET',
    `${CHANNEL}/messages/:message`,
    inMessage((_, message) => ok(copyOf(message))),
  ),
  route('message.edit', 'PATCH', `${CHANNEL}/messages/:message`, inMessage(change)),
  route('message.delete', 'DELETE', `${CHANNEL}/messages/:message`, inMessage(remove)),
] as const;
