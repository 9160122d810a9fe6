/** Lines of a stream, with a limit on what one line may make us remember. */
import type { Readable } from 'node:stream';

const NEWLINE = 0x0a;

/** A line without its end, or the fact that it was too long to read. */
export type Line = { text: string } | { tooLong: true };

/**
 * The lines of a stream in UTF-8, read only as fast as they are taken.
 * A line over `limit` bytes is passed over without being kept. What follows the last line break counts when it isn't empty.
 */
export async function* linesOf(input: Readable, limit: number): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let size = 0;
  const take = (piece: Buffer) => {
    size += piece.length;
    if (size > limit) pieces = [];
    else pieces.push(piece);
  };
  const finish = (): Line => {
    const line: Line =
      size > limit
        ? { tooLong: true }
        : {
            text: Buffer.concat(pieces)
              .toString('utf8')
              .replace(/^\ufeff|\r$/g, ''),
          };
    pieces = [];
    size = 0;
    return line;
  };
  for await (const chunk of input) {
    let rest: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      take(rest.subarray(0, end));
      yield finish();
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) take(rest);
  }
  if (size > 0) yield finish();
}
