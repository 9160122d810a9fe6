/** Which rules a request's payload keeps: Discord's own description, and ours for what it leaves out. */
import { z } from 'zod';
import { callbackSchema, channelMessageSchema, commandSchema, commandsSchema, editSchema, messageSchema } from '../../../src/discord/schema/index.ts';

type Schema = z.core.$ZodType;

interface Rules {
  description: Schema;
  limits?: Schema;
}

type Description = typeof import('discord-api-spec/zod');

let loading: Promise<Description> | undefined;
/** Discord's description. Loading its 500 schemas takes a fifth of a second, so it is done once and when first needed. */
export const description = (): Promise<Description> => {
  loading ??= import('discord-api-spec/zod');
  return loading;
};

/** A callback's rules go by its type: together they are one union, whose complaints nobody could read. */
function callbackRules(spec: Description, type: unknown): Rules {
  const byType: Record<number, Schema> = {
    1: spec.PongInteractionCallbackRequestSchema,
    4: spec.CreateMessageInteractionCallbackRequestSchema,
    5: spec.CreateMessageInteractionCallbackRequestSchema,
    6: spec.UpdateMessageInteractionCallbackRequestSchema,
    7: spec.UpdateMessageInteractionCallbackRequestSchema,
    8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
    9: spec.ModalInteractionCallbackRequestSchema,
  };
  return { description: byType[Number(type)] ?? z.never(), limits: callbackSchema };
}

const typeOf = (body: unknown): unknown => (typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined);

const ROUTES: readonly [method: string, path: RegExp, rules: (spec: Description, body: unknown) => Rules][] = [
  ['POST', /^\/interactions\/\d+\/[^/]+\/callback$/, (spec, body) => callbackRules(spec, typeOf(body))],
  ['POST', /^\/webhooks\/\d+\/[^/]+$/, (spec) => ({ description: spec.IncomingWebhookRequestPartialSchema, limits: messageSchema })],
  ['PATCH', /^\/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/, (spec) => ({ description: spec.IncomingWebhookUpdateRequestPartialSchema, limits: editSchema })],
  [
    'PUT',
    /^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/,
    (spec) => ({ description: z.array(spec.ApplicationCommandUpdateRequestSchema), limits: commandsSchema }),
  ],
  ['POST', /^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/, (spec) => ({ description: spec.ApplicationCommandCreateRequestSchema, limits: commandSchema })],
  ['PATCH', /^\/applications\/\d+\/(?:guilds\/\d+\/)?commands\/\d+$/, (spec) => ({ description: spec.ApplicationCommandPatchRequestPartialSchema })],
  ['POST', /^\/channels\/\d+\/messages$/, (spec) => ({ description: spec.MessageCreateRequestSchema, limits: channelMessageSchema })],
  ['PATCH', /^\/channels\/\d+\/messages\/\d+$/, (spec) => ({ description: spec.MessageEditRequestPartialSchema, limits: editSchema })],
  ['POST', /^\/users\/@me\/channels$/, (spec) => ({ description: spec.CreatePrivateChannelRequestSchema })],
];

/** The rules of a request; none where its payload has none. `path` is without `/api/v10`. */
export async function rulesOf(method: string, path: string, body: unknown): Promise<Rules | undefined> {
  const route = ROUTES.find(([verb, pattern]) => verb === method && pattern.test(path));
  return route?.[2](await description(), body);
}
