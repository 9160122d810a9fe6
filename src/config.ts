/** The environment, read once and typed. The only file that looks at it. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { config as readEnvFile } from 'dotenv';
import { z } from 'zod';

const SHIPPED_BASE = join(import.meta.dirname, 'data', 'turkish-drones');

/** Where the port for health and metrics is, unless told. */
const OPS_PORT = 9464;
/** Where the playground is, unless told. */
const PLAYGROUND_PORT = 3900;
/** Nobody outside the machine is let in unless told. */
const LOCAL = '127.0.0.1';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** A variable that is set to nothing is not set. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional());
const text = optional(z.string().trim());
const id = optional(
  z
    .string()
    .trim()
    .regex(/^\d{15,20}$/, 'is no id: ids are 15 to 20 digits'),
);
const port = optional(
  z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, 'is no port')
    .transform(Number)
    .refine((value) => value < 65_536, 'is no port'),
);

const environment = z.object({
  /** Folders of bases, separated as in PATH; several are served as one. */
  SOURCEBOOK_BASE: z.string().optional(),
  /** Any value turns colour off (no-color.org). */
  NO_COLOR: z.string().optional(),
});

const botEnvironment = z.object({
  DISCORD_TOKEN: text,
  DISCORD_APPLICATION_ID: id,
  DISCORD_PUBLIC_KEY: optional(
    z
      .string()
      .trim()
      .regex(/^[0-9a-f]{64}$/i, 'is no public key: that is 64 hexadecimal digits'),
  ),
  DISCORD_GUILD: id,
  DISCORD_API: optional(z.url({ protocol: /^https?$/, error: 'is no address' })),
  HTTP_HOST: text,
  HTTP_PORT: port,
  OPS_HOST: text,
  OPS_PORT: port,
  PLAYGROUND_HOST: text,
  PLAYGROUND_PORT: port,
  LOG_LEVEL: optional(z.enum(LEVELS, { error: `is none of ${LEVELS.join(', ')}` })),
});

/** What the bot needs; all of it may be absent. */
export interface BotConfig {
  /** The bot's token. Never logged. */
  token: string | undefined;
  application: string | undefined;
  /** 64 hexadecimal digits. */
  publicKey: string | undefined;
  /** A server for development, where alone the commands are registered. */
  guild: string | undefined;
  /** Discord's address without version; Discord's own when undefined. */
  api: string | undefined;
  /** Where the interactions endpoint listens; undefined when there shall be none. */
  http: { host: string; port: number } | undefined;
  /** Where health and metrics are told. */
  ops: { host: string; port: number };
  /** Where the page is when there is no way to Discord. */
  playground: { host: string; port: number };
  logLevel: (typeof LEVELS)[number];
}

export interface Config {
  /** Folders that hold a `base.yaml` each; never empty. */
  bases: readonly string[];
  /** False when NO_COLOR is set to anything. */
  colour: boolean;
  /** Read when it is asked for: what is wrong with it is no business of those who only ask in a terminal. */
  bot(): BotConfig | { wrong: string[] };
}

function readBot(): BotConfig | { wrong: string[] } {
  const read = botEnvironment.safeParse(process.env);
  if (!read.success) return { wrong: read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`) };
  const { data } = read;
  return {
    token: data.DISCORD_TOKEN,
    application: data.DISCORD_APPLICATION_ID,
    publicKey: data.DISCORD_PUBLIC_KEY,
    guild: data.DISCORD_GUILD,
    api: data.DISCORD_API,
    http: data.HTTP_PORT === undefined ? undefined : { host: data.HTTP_HOST ?? LOCAL, port: data.HTTP_PORT },
    ops: { host: data.OPS_HOST ?? LOCAL, port: data.OPS_PORT ?? OPS_PORT },
    playground: { host: data.PLAYGROUND_HOST ?? LOCAL, port: data.PLAYGROUND_PORT ?? PLAYGROUND_PORT },
    logLevel: data.LOG_LEVEL ?? 'info',
  };
}

/** Reads `.env` in the working folder, then the environment, which wins. */
export function readConfig(): Config {
  if (existsSync('.env')) readEnvFile({ quiet: true });
  const { SOURCEBOOK_BASE, NO_COLOR } = environment.parse(process.env);
  const bases = (SOURCEBOOK_BASE ?? '').split(delimiter).filter((folder) => folder.trim() !== '');
  return { bases: bases.length > 0 ? bases : [SHIPPED_BASE], colour: !NO_COLOR, bot: readBot };
}
