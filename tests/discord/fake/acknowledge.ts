/** First answers to interactions: what they make of it, by whichever way they came. */
import { MessageFlags, MessageType } from 'discord-api-types/v10';
import { INTERACTION } from '../../../src/discord/limits.ts';
import type { Complaint } from '../payload/issues.ts';
import { type Answer, done, invalid, ok, refuse } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { copyOf, createMessage, editMessage } from './messages.ts';
import type { APIMessage, Callback, MessageBody, Upload } from './types.ts';
import type { World } from './world.ts';

/** What Discord takes as an answer to which interaction: 1 ping, 2 command, 3 component, 4 autocomplete, 5 modal. */
const TAKEN: Record<number, readonly number[]> = { 1: [1], 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5, 6, 7] };

const WRONG_TYPE: Complaint = { by: 'description', path: ['type'], message: 'is no answer to this kind of interaction' };

/** What messages that answer an interaction say of it. */
function answering(world: World, { interaction }: Exchange): Partial<APIMessage> {
  const { id, type, authorizing_integration_owners, message } = interaction;
  const user = interaction.member?.user ?? interaction.user;
  const triggering = { id, type: 2, user, authorizing_integration_owners };
  const more = type === 3 ? { interacted_message_id: message?.id } : type === 5 ? { triggering_interaction_metadata: triggering } : {};
  const metadata = { id, type, user, authorizing_integration_owners, ...more };
  return {
    type: type === 2 ? MessageType.ChatInputCommand : MessageType.Reply,
    webhook_id: world.application.id,
    application_id: world.application.id,
    interaction_metadata: metadata as unknown as NonNullable<APIMessage['interaction_metadata']>,
  };
}

/** A new message that answers an interaction. */
export const createAnswer = (world: World, exchange: Exchange, body: MessageBody, files: readonly Upload[]): APIMessage =>
  createMessage(world, exchange.channel, body, { extra: answering(world, exchange), files });

/** Puts the answer into effect. The message that it makes or changes, if any. */
function effect(world: World, exchange: Exchange, { type, data = {} }: Callback, files: readonly Upload[]): APIMessage | undefined {
  const standing = exchange.interaction.message && world.messages.get(exchange.interaction.message.id);
  if (type === 4) return createAnswer(world, exchange, data as MessageBody, files);
  if (type === 5) return createAnswer(world, exchange, { flags: (data.flags ?? 0) | MessageFlags.Loading }, []);
  if (type === 7 && standing) return editMessage(world, standing, data as MessageBody, files);
  return type === 6 ? standing : undefined;
}

function result({ interaction, loading }: Exchange, type: number, message: APIMessage | undefined): object {
  const told = message && {
    response_message_id: message.id,
    response_message_loading: loading,
    response_message_ephemeral: Boolean((message.flags ?? 0) & MessageFlags.Ephemeral),
  };
  return {
    interaction: { id: interaction.id, type: interaction.type, ...told },
    ...(message && (type === 4 || type === 7) ? { resource: { type, message: copyOf(message) } } : {}),
  };
}

export interface Acknowledgement {
  callback: Callback;
  files: readonly Upload[];
  /** By `performance.now()`. */
  at: number;
  withResponse: boolean;
}

/** Takes the first answer, if it is the first and comes in time: 40060 for a second one, 10062 for one after three seconds. */
export function acknowledge(world: World, exchange: Exchange, { callback, files, at, withResponse }: Acknowledgement): Answer {
  if (exchange.callback) return refuse(40060);
  if (world.clock.now() - exchange.created > INTERACTION.answerWithin) return refuse(10062);
  if (!TAKEN[exchange.interaction.type]?.includes(callback.type)) return invalid([WRONG_TYPE]);
  const message = effect(world, exchange, callback, files);
  Object.assign(exchange, { callback, files, ms: at - exchange.sent, loading: callback.type === 5, ...(message && { original: message.id }) });
  exchange.news.emit('change');
  return withResponse ? ok(result(exchange, callback.type, message)) : done;
}
