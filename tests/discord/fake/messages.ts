/** Messages: made and changed from what a client sends, with everything that Discord fills in. */
import { MessageFlags, MessageType } from 'discord-api-types/v10';
import { pingsOf } from './mentions.ts';
import type { APIAttachment, APIMessage, Channel, Component, MessageBody, Upload } from './types.ts';
import type { World } from './world.ts';

/** Discord numbers components, rows before what stands in them, and states its defaults. */
function numbered(components: readonly Component[], next: () => number): Component[] {
  return components.map((component) => {
    const id = next();
    const defaults = component.type === 3 ? { min_values: 1, max_values: 1 } : {};
    const inner = component.components ? { components: numbered(component.components, next) } : {};
    return { ...defaults, ...component, id, ...inner };
  });
}

/** A message as it stands now, for sending; later changes do not reach into it. */
export const copyOf = <T>(value: T): T => structuredClone(value);

function counter(): () => number {
  let last = 0;
  return () => ++last;
}

const shownComponents = (body: MessageBody): NonNullable<APIMessage['components']> =>
  numbered((body.components ?? []) as unknown as Component[], counter()) as unknown as NonNullable<APIMessage['components']>;

const shownEmbeds = (body: MessageBody): APIMessage['embeds'] =>
  (body.embeds ?? []).map((embed) => ({
    ...embed,
    type: 'rich',
    ...(embed.fields && { fields: embed.fields.map((field) => ({ inline: false, ...field })) }),
  })) as APIMessage['embeds'];

/** `files[2]` belongs to the attachment with the id 2. */
function attach(world: World, body: MessageBody, file: Upload): APIAttachment {
  const id = world.newId();
  world.files.put(id, file);
  const url = `${world.origin}/files/${id}/${encodeURIComponent(file.name)}`;
  const told = (body.attachments ?? []).find((one) => `files[${one.id}]` === file.key);
  const description = told && 'description' in told && told.description ? { description: told.description } : {};
  return { id, filename: file.name, size: file.bytes.length, url, proxy_url: url, content_type: file.type || 'application/octet-stream', ...description };
}

export interface Origin {
  /** Set for messages that answer an interaction. */
  extra?: Partial<APIMessage>;
  author?: APIMessage['author'];
  files?: readonly Upload[];
}

/** Makes a message and keeps it. */
export function createMessage(world: World, channel: Channel, body: MessageBody, { extra = {}, author = world.bot, files = [] }: Origin = {}): APIMessage {
  const id = world.newId();
  const message: APIMessage = {
    id,
    channel_id: channel.id,
    type: MessageType.Default,
    content: body.content ?? '',
    author,
    timestamp: new Date(world.clock.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    ...pingsOf(world, body, !extra.webhook_id),
    attachments: files.map((file) => attach(world, body, file)),
    embeds: shownEmbeds(body),
    components: shownComponents(body),
    pinned: false,
    flags: (body.flags ?? 0) as number,
    ...(body.nonce === undefined ? {} : { nonce: body.nonce }),
    ...extra,
  };
  channel.last_message_id = id;
  return world.messages.put(id, message);
}

/** The same message anew. */
export function repeatMessage(world: World, message: APIMessage): APIMessage {
  const id = world.newId();
  return world.messages.put(id, { ...copyOf(message), id });
}

/** Which of the old files stay: all, unless the change lists those that shall. New ones come behind. */
function attachments(world: World, message: APIMessage, body: MessageBody, files: readonly Upload[]): APIAttachment[] {
  const listed = body.attachments?.map(({ id }) => String(id));
  return [...message.attachments.filter(({ id }) => listed?.includes(id) ?? true), ...files.map((file) => attach(world, body, file))];
}

/** Changes a message in place; what the change leaves out stays. A message that was still to come is there from now on. */
export function editMessage(world: World, message: APIMessage, body: MessageBody, files: readonly Upload[] = []): APIMessage {
  const kept = (message.flags ?? 0) & ~(MessageFlags.Loading | MessageFlags.SuppressEmbeds);
  return Object.assign(message, {
    ...(body.content !== undefined && { content: body.content ?? '', ...pingsOf(world, body, !message.webhook_id) }),
    ...(body.embeds !== undefined && { embeds: shownEmbeds(body) }),
    ...(body.components !== undefined && { components: shownComponents(body) }),
    attachments: attachments(world, message, body, files),
    flags: kept | (body.flags ?? (message.flags ?? 0) & MessageFlags.SuppressEmbeds),
    edited_timestamp: new Date(world.clock.now()).toISOString(),
  });
}
