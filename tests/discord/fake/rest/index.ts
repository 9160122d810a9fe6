/** All routes of the fake. */
import { channels } from './channels.ts';
import { commands } from './commands.ts';
import { guilds } from './guilds.ts';
import { interactions } from './interactions.ts';
import { login } from './login.ts';
import type { Route } from './route.ts';

export const routesOf = (shards: number) => [...login(shards), ...commands, ...interactions, ...channels, ...guilds] as const;

/** By these names faults are scripted and requests are found. */
export type RouteName = ReturnType<typeof routesOf>[number]['name'];

/** The route of a request, with what stands in its path. */
export function findRoute(
  routes: readonly Route<RouteName>[],
  method: string,
  path: string,
): { route: Route<RouteName>; params: Record<string, string> } | undefined {
  for (const route of routes) {
    const match = route.method === method && route.path.exec(path);
    if (match) return { route, params: { ...match.groups } };
  }
  return undefined;
}
