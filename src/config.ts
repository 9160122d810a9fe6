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
/** Where the embedded store keeps its files, unless told. */
const DATA = join(import.meta.dirname, '..', 'var');
/** Hours for which an edition that could not be posted in time is still posted, unless told. */
const GRACE = 6;
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

const wholeNumber = (least: number, most: number) =>
  optional(
    z
      .string()
      .trim()
      .regex(/^\d{1,6}$/, `is no number from ${least} to ${most}`)
      .transform(Number)
      .refine((value) => value >= least && value <= most, `is no number from ${least} to ${most}`),
  );

const environment = z.object({
  /** Folders of bases, separated as in PATH; several are served as one. */
  SOURCEBOOK_BASE: z.string().optional(),
  /** Any value turns colour off (no-color.org). */
  NO_COLOR: z.string().optional(),
  /** What terminals say of themselves. */
  TERM: z.string().optional(),
  TERM_PROGRAM: z.string().optional(),
  KITTY_WINDOW_ID: z.string().optional(),
  TMUX: z.string().optional(),
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

const storeEnvironment = z.object({
  DATABASE_URL: optional(
    z
      .string()
      .trim()
      .regex(/^postgres(?:ql)?:\/\/./, 'is no address of a PostgreSQL: that begins with postgres://'),
  ),
  SOURCEBOOK_DATA: text,
  SOURCEBOOK_KEEP_MISSES: wholeNumber(1, 3650),
  DIGEST_GRACE: wholeNumber(0, 168),
});

/** Where what is kept is kept, and for how long. */
export interface StoreConfig {
  /** A PostgreSQL's address, which holds its password: never logged. Undefined: the embedded store. */
  url: string | undefined;
  /** The embedded store's folder, and that of backups. */
  folder: string;
  /** Days for which the text of a question that found nothing is kept; undefined: it is not kept. */
  keepMisses: number | undefined;
  /** Hours after its time in which an edition is still posted. */
  graceHours: number;
}

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
  /** By which protocol the terminal shows pictures; absent where it shows text alone. */
  inline?: 'kitty' | 'iterm';
  /** Read when it is asked for: what is wrong with it is no business of those who only ask in a terminal. */
  bot(): BotConfig | { wrong: string[] };
  /** Read when it is asked for, like the bot's. */
  store(): StoreConfig | { wrong: string[] };
}

/** One line for each variable that is wrong. A value is never repeated: it may be a secret. */
const wrongOf = ({ issues }: z.ZodError): { wrong: string[] } => ({ wrong: issues.map(({ path, message }) => `${path.join('.')} ${message}.`) });

function readStore(): StoreConfig | { wrong: string[] } {
  const read = storeEnvironment.safeParse(process.env);
  if (!read.success) return wrongOf(read.error);
  const { DATABASE_URL: url, SOURCEBOOK_DATA: folder, SOURCEBOOK_KEEP_MISSES: keepMisses, DIGEST_GRACE: graceHours } = read.data;
  return { url, folder: folder ?? DATA, keepMisses, graceHours: graceHours ?? GRACE };
}

function readBot(): BotConfig | { wrong: string[] } {
  const read = botEnvironment.safeParse(process.env);
  if (!read.success) return wrongOf(read.error);
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

/** What the terminal can do, as far as it says. tmux passes pictures on only if it is told to. */
function inlineOf({ TERM = '', TERM_PROGRAM = '', KITTY_WINDOW_ID, TMUX }: z.output<typeof environment>): Pick<Config, 'inline'> {
  if (TMUX) return {};
  if (KITTY_WINDOW_ID || /kitty|ghostty/.test(TERM)) return { inline: 'kitty' };
  return TERM_PROGRAM === 'iTerm.app' || TERM_PROGRAM === 'WezTerm' ? { inline: 'iterm' } : {};
}

/** Reads `.env` in the working folder, then the environment, which wins. */
export function readConfig(): Config {
  if (existsSync('.env')) readEnvFile({ quiet: true });
  const read = environment.parse(process.env);
  const { SOURCEBOOK_BASE, NO_COLOR } = read;
  const bases = (SOURCEBOOK_BASE ?? '').split(delimiter).filter((folder) => folder.trim() !== '');
  return { bases: bases.length > 0 ? bases : [SHIPPED_BASE], colour: !NO_COLOR, ...inlineOf(read), bot: readBot, store: readStore };
}
