/** Whom a message pings, as Discord decides it: what its words name, as far as its `allowed_mentions` lets them. D resources/message.mdx. */
import type { AllowedMentionsTypes } from 'discord-api-types/v10';
import type { APIMessage, MessageBody } from './types.ts';
import type { World } from './world.ts';

type Pings = Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>;

const named = (content: string, pattern: RegExp): string[] => [...new Set([...content.matchAll(pattern)].map(([, id]) => id ?? ''))];

/** @param everything What counts as allowed where the message does not say: in channels all kinds, elsewhere users alone. */
export function pingsOf(world: World, { content, allowed_mentions }: MessageBody, everything: boolean): Pings {
  const allowed: NonNullable<MessageBody['allowed_mentions']> = allowed_mentions ?? {
    parse: (everything ? ['users', 'roles', 'everyone'] : ['users']) as AllowedMentionsTypes[],
  };
  const parse: readonly string[] = allowed.parse ?? [];
  const may = (kind: string, ids: readonly string[] | undefined) => (id: string) => parse.includes(kind) || (ids ?? []).includes(id);
  const users = named(content ?? '', /<@!?(\d+)>/g).filter(may('users', allowed.users));
  return {
    mentions: users.flatMap((id) => world.users.get(id) ?? []),
    mention_roles: named(content ?? '', /<@&(\d+)>/g).filter(may('roles', allowed.roles)),
    mention_everyone: parse.includes('everyone') && /@(?:everyone|here)\b/.test(content ?? ''),
  };
}
