/** Why there is no picture. */

/** `busy`: too many wait already. `late`: it took too long. `wrong`: the drawing can't be painted. `broken`: the thread that paints died. */
export type Why = 'busy' | 'late' | 'wrong' | 'broken';

const WORDS: Readonly<Record<Why, string>> = {
  busy: 'too many pictures are waiting to be painted',
  late: 'a picture took too long to paint',
  wrong: 'a drawing could not be painted',
  broken: 'the thread that paints died',
};

export class RasterError extends Error {
  override name = 'RasterError';
  readonly code: string;
  readonly why: Why;
  constructor(why: Why, options?: ErrorOptions) {
    super(WORDS[why], options);
    this.why = why;
    this.code = `RASTER_${why.toUpperCase()}`;
  }
}
