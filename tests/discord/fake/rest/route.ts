/** What a route of the fake is. */
import type { Answer } from '../answer.ts';
import type { Upload } from '../types.ts';
import type { World } from '../world.ts';

/** A request that has been read, authorised and found well formed. */
export interface Call {
  world: World;
  /** What stands in the path where the route has `:name`. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
  files: readonly Upload[];
  /** When it came, by `performance.now()`. */
  at: number;
}

export interface Route<Name extends string = string> {
  name: Name;
  method: string;
  path: RegExp;
  /** Needs no token in the header: the path carries one. */
  open: boolean;
  handle(call: Call): Answer;
}

const compile = (path: string): RegExp => new RegExp(`^${path.replace(/(?<!\?):(\w+)/g, '(?<$1>[^/]+)')}$`);

/** @param path `/channels/:channel/messages`, without `/api/v10`. */
export const route = <const Name extends string>(name: Name, method: string, path: string, handle: Route['handle'], open = false): Route<Name> => ({
  name,
  method,
  path: compile(path),
  open,
  handle,
});
