import type { Reply } from '../../replies/reply.ts';
import { defineCommand } from '../command.ts';
import { type Desk, governing } from './desk.ts';
import { DIGEST } from './group.ts';

const EVERYONE: Reply = {
  kind: 'notice',
  title: 'Managing cannot be handed to everyone.',
  lines: ['Pick a role that those who manage digests have.'],
};

async function hand(role: string, { digests, guild, now }: Desk): Promise<Reply> {
  // The role for everyone has the server's id.
  if (role === guild) return EVERYONE;
  await digests.handTo(guild, role, now);
  return { kind: 'managers', did: 'handed', role };
}

async function withdraw({ digests, guild, now }: Desk): Promise<Reply> {
  await digests.handTo(guild, undefined, now);
  return { kind: 'managers', did: 'withdrawn' };
}

async function tell({ digests, guild }: Desk): Promise<Reply> {
  const role = await digests.managers(guild);
  return { kind: 'managers', did: 'told', ...(role !== undefined && { role }) };
}

/** Hands managing to a role, takes it back, or tells which role has it. */
export const digestManagers = defineCommand({
  name: 'digest managers',
  group: DIGEST,
  type: 'slash',
  description: 'Let a role manage digests; needs Manage Server',
  localised: {
    name: { tr: 'yöneticiler', ru: 'управляющие', uk: 'керівники' },
    description: {
      tr: 'Bültenleri bir role bırak; Manage Server gerekir',
      ru: 'Доверить дайджесты роли; нужно право Manage Server',
      uk: 'Довірити дайджести ролі; потрібне право Manage Server',
    },
  },
  options: {
    role: {
      description: 'The role that may manage digests beside those with Manage Server',
      localised: {
        name: { tr: 'rol', ru: 'роль', uk: 'роль' },
        description: {
          tr: 'Manage Server yetkisi olanlar dışında yönetebilecek rol',
          ru: 'Роль, которая управляет наряду с теми, у кого есть Manage Server',
          uk: 'Роль, що керує поряд із тими, хто має Manage Server',
        },
      },
      required: false,
      longest: 20,
      kind: 'role',
    },
    withdraw: {
      description: 'Take it back: only Manage Server counts again',
      localised: {
        name: { tr: 'geri-al', ru: 'отозвать', uk: 'відкликати' },
        description: {
          tr: 'Geri al: yine yalnızca Manage Server geçerli',
          ru: 'Отозвать: снова нужно право Manage Server',
          uk: 'Відкликати: знову потрібне право Manage Server',
        },
      },
      required: false,
      longest: 3,
      kind: 'flag',
    },
  },
  quiet: 'always',
  execute: ({ role, withdraw: back }, request, context) =>
    governing(request, context, async (desk) => {
      if (back === 'yes') return withdraw(desk);
      return role === undefined ? tell(desk) : hand(role, desk);
    }),
});
