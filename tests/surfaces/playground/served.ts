/** The playground as the program opens it, with any base. */
import { openPlayground, type Playground } from '../../../src/bot/playground.ts';
import type { Context } from '../../../src/commands/command.ts';
import { type Board, createBoard } from '../../../src/surfaces/playground/news.ts';
import { TODAY } from '../../build.ts';

export interface Served extends Playground {
  board: Board;
}

/** @param folders where the base's files are, for their lines */
export async function serve(context: Context, folders: readonly string[] = []): Promise<Served> {
  const board = createBoard();
  const playground = await openPlayground({ place: { host: '127.0.0.1', port: 0 }, context, folders, board, today: () => TODAY });
  return { ...playground, board };
}
