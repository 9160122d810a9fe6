/** The contract of a slash command: a value that turns a request into a reply. Only surfaces send. */
import type { Base } from '../base/schema.ts';
import type { Reply } from '../replies/reply.ts';
import type { Resolution, Search } from '../search/resolution.ts';

/** What somebody asked for, as plain values, whichever surface it came from. */
export interface Request {
  command: string;
  /** Options by name, as typed or picked. */
  options: Readonly<Record<string, string>>;
  /** The reader's day, in ISO 8601. */
  today: string;
  surface: 'terminal' | 'playground' | 'http' | 'gateway';
}

/** What every command may use. */
export interface Context {
  base: Base;
  search: Search;
}

interface OptionDefinition {
  description: string;
  required: boolean;
}

export interface Command {
  /** What is typed after the slash. */
  name: string;
  /** One line, for lists of commands. */
  description: string;
  options: Readonly<Record<string, OptionDefinition>>;
  /** What the request resolves to, for those who want records and not their wording; absent when the command asks nothing. */
  resolve?(request: Request, context: Context): Resolution;
  execute(request: Request, context: Context): Reply | Promise<Reply>;
}
