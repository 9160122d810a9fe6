/** The names of the sets, which are told without the search being loaded. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the sets lie, a file each. */
export const QUESTIONS = join(import.meta.dirname, 'questions');

/** `dev` is the set by which the project's aims are counted; the search was tuned on `tuned` and never on `held-out`. */
export const setNames: readonly string[] = readdirSync(QUESTIONS).map((file) => file.replace(/\.jsonl$/, ''));
