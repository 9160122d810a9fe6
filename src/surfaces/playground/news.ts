/** What open pages are told without asking: how the base on disk fares, and answers that took their time. */

export type News =
  /** The base changed on disk. `lines`: each fault with file and line when it does not load. */
  | { event: 'base'; loaded: boolean; lines: readonly string[] }
  /** The answer to an interaction that was put off: in place of what put it off, or a message of its own; without a message nothing is to be shown. */
  | { event: 'later'; interaction: string; as?: 'edit' | 'message'; message?: unknown };

export interface Board {
  post(news: News): void;
  /** Calls with the base's state if it does not load at present, then with all news. @returns what ends it. */
  listen(hear: (news: News) => void): () => void;
}

export function createBoard(): Board {
  const listeners = new Set<(news: News) => void>();
  let standing: News | undefined;
  return {
    post(news) {
      if (news.event === 'base') standing = news.loaded ? undefined : news;
      for (const hear of listeners) hear(news);
    },
    listen(hear) {
      if (standing) hear(standing);
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
