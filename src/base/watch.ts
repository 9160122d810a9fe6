/** Keeps a running program's base up to date with its files: a good change is taken over, a bad one is told and left. */
import { type FSWatcher, watch } from 'node:fs';
import type { Draft } from './draft.ts';
import { loadBase } from './load.ts';
import type { Problem } from './problem.ts';
import { type Base, FILES } from './schema.ts';

/** Editors and version control write several times in a row; a reload waits until they are done. In milliseconds. */
const QUIET = 150;

export interface BaseWatcher {
  /** The files changed and the base is sound. */
  onLoaded(base: Base, drafts: Draft[]): void;
  /** The files changed and the base is not sound, or can no longer be watched; what was loaded before still holds. */
  onRejected(problems: Problem[]): void;
}

const unwatchable = (folder: string): Problem => ({
  severity: 'error',
  rule: 'file',
  at: { file: folder, line: 0 },
  item: '',
  field: '',
  message: 'cannot be watched',
  mend: 'changes are seen at the next start',
});

/**
 * Watches the folders of a base. Loads nothing at first: the caller has the base already.
 * @returns a function that stops watching; nothing is called after it.
 */
export function watchBase(folders: readonly string[], { onLoaded, onRejected }: BaseWatcher): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  /** Counts changes, so that a load which a later change has overtaken is not told. */
  let change = 0;

  const reload = async (): Promise<void> => {
    const mine = change;
    const loaded = await loadBase(folders);
    if (stopped || mine !== change) return;
    if ('problems' in loaded) onRejected(loaded.problems);
    else onLoaded(loaded.base, loaded.drafts);
  };
  const onChange = (_event: string, file: string | null): void => {
    if (stopped || (file !== null && !Object.hasOwn(FILES, file))) return;
    change++;
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), QUIET);
  };
  const watchFolder = (folder: string): FSWatcher[] => {
    try {
      const watcher = watch(folder, onChange);
      watcher.on('error', () => !stopped && onRejected([unwatchable(folder)]));
      return [watcher];
    } catch {
      onRejected([unwatchable(folder)]);
      return [];
    }
  };

  const watchers = folders.flatMap(watchFolder);
  return () => {
    stopped = true;
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
