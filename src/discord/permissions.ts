/** What Discord lets somebody do: bit sets and Discord's own words. D topics/permissions.mdx. */
import type { Permission } from '../commands/command.ts';

/** Bits by the names that Discord's client shows. Others exist; they do not matter here. */
const BITS: Readonly<Record<Permission, bigint>> = {
  Administrator: 1n << 3n,
  'Manage Server': 1n << 5n,
  'View Channel': 1n << 10n,
  'Send Messages': 1n << 11n,
  'Embed Links': 1n << 14n,
  'Attach Files': 1n << 15n,
  'Read Message History': 1n << 16n,
  'Manage Threads': 1n << 34n,
  'Send Messages in Threads': 1n << 38n,
};

const NAMES = Object.keys(BITS) as Permission[];
const isIn = (bits: bigint, name: Permission): boolean => (bits & BITS[name]) !== 0n;

/** A bit set in words. An administrator may do everything. */
export const permissionsIn = (bits: bigint): Set<Permission> => new Set(isIn(bits, 'Administrator') ? NAMES : NAMES.filter((name) => isIn(bits, name)));

/** A bit set as Discord writes it, in decimal; none when it is no such thing. */
export const bitsOf = (text: string): bigint => (/^\d{1,30}$/.test(text) ? BigInt(text) : 0n);

/** What a channel changes for a role or a member. */
export interface Overwrite {
  /** A role's or a member's. */
  id: string;
  allow: string;
  deny: string;
}

interface Standing {
  /** The server's id, which its role for everyone has too. */
  guild: string;
  /** The member's. */
  user: string;
  /** Ids of the member's roles. */
  roles: readonly string[];
}

const union = (sets: readonly string[]): bigint => sets.reduce((bits, text) => bits | bitsOf(text), 0n);

/** Later steps win over earlier ones: everyone's, the roles' together, the member's own. */
function overwritten(bits: bigint, overwrites: readonly Overwrite[]): bigint {
  return (bits & ~union(overwrites.map(({ deny }) => deny))) | union(overwrites.map(({ allow }) => allow));
}

/**
 * What a member may do in a channel: D topics/permissions.mdx, "Permission Overwrites".
 * @param roles of the server, each with its bit set in decimal.
 * @param overwrites of the channel; of a thread's parent for a thread.
 */
export function permissionsOf(member: Standing, roles: readonly { id: string; permissions: string }[], overwrites: readonly Overwrite[]): Set<Permission> {
  const { guild, user } = member;
  const base = union(roles.filter(({ id }) => id === guild || member.roles.includes(id)).map(({ permissions }) => permissions));
  if (isIn(base, 'Administrator')) return permissionsIn(base);
  const steps = [
    overwrites.filter(({ id }) => id === guild),
    overwrites.filter(({ id }) => id !== guild && member.roles.includes(id)),
    overwrites.filter(({ id }) => id === user),
  ];
  return permissionsIn(steps.reduce(overwritten, base));
}
