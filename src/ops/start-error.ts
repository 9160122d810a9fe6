/** Why the program can't start, in plain words for whoever started it. */
export class StartError extends Error {
  override name = 'StartError';
}
