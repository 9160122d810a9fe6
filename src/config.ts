/** The environment, read once and typed. The only file that looks at it. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { config as readEnvFile } from 'dotenv';
import { z } from 'zod';

const SHIPPED_BASE = join(import.meta.dirname, 'data', 'turkish-drones');

const environment = z.object({
  /** Folders of bases, separated as in PATH; several are served as one. */
  SOURCEBOOK_BASE: z.string().optional(),
  /** Any value turns colour off (no-color.org). */
  NO_COLOR: z.string().optional(),
});

export interface Config {
  /** Folders that hold a `base.yaml` each; never empty. */
  bases: readonly string[];
  /** False when NO_COLOR is set to anything. */
  colour: boolean;
}

/** Reads `.env` in the working folder, then the environment, which wins. */
export function readConfig(): Config {
  if (existsSync('.env')) readEnvFile({ quiet: true });
  const { SOURCEBOOK_BASE, NO_COLOR } = environment.parse(process.env);
  const bases = (SOURCEBOOK_BASE ?? '').split(delimiter).filter((folder) => folder.trim() !== '');
  return { bases: bases.length > 0 ? bases : [SHIPPED_BASE], colour: !NO_COLOR };
}
