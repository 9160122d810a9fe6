/** A picture at a terminal: in the window where it can show one, and always as a file. */
import { csvOf } from '../../pictures/csv.ts';
import type { Illustration, Reply } from '../../replies/reply.ts';
import { inlined } from './inline.ts';
import type { TerminalIo } from './io.ts';
import { renderText } from './render.ts';
import { plain } from './text.ts';

/** Endings of the files that a picture can be kept as. */
export const ENDINGS = ['png', 'svg', 'csv'] as const;
type Ending = (typeof ENDINGS)[number];

/** What a path's ending says; undefined for any other. */
export const endingOf = (path: string): Ending | undefined => ENDINGS.find((ending) => path.toLowerCase().endsWith(`.${ending}`));

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '');

/** What became of the picture. */
export interface Kept {
  /** For the window, before the words; empty where it shows text alone. */
  shown: string;
  /** For after the words: where the file is, on one line that can be copied, or why there is none. */
  told: string;
  failed: boolean;
}

interface File {
  /** `picture`, `drawing`, `data`. */
  what: string;
  name: string;
  content: Uint8Array | string;
}

/** The window, and where pictures go. */
type Easel = Pick<TerminalIo, 'columns' | 'colour' | 'pictures'>;

async function painted({ picture }: Illustration, { pictures }: Easel): Promise<Uint8Array | string> {
  try {
    return (await pictures?.paint(picture.svg)) ?? 'There is no way to paint the picture here.';
  } catch (error) {
    return `The picture could not be painted${codeOf(error)}; --out map.svg keeps it as a drawing.`;
  }
}

/** The drawing without need of a font; as it stands where nobody can make it so. */
const drawingOf = ({ picture }: Illustration, { pictures }: Easel): Promise<Uint8Array | string> =>
  pictures?.paint(picture.svg, 'svg').catch(() => picture.svg) ?? Promise.resolve(picture.svg);

async function written(file: File, to: string | undefined, io: Easel): Promise<Pick<Kept, 'told' | 'failed'>> {
  const { what, name, content } = file;
  const { pictures } = io;
  try {
    const path = (await pictures?.keep(name, content, to)) ?? 'nowhere';
    return { told: `The ${what}: ${plain(path)}\n`, failed: false };
  } catch (error) {
    return { told: renderText(`The ${what} could not be written to ${to ?? 'the temporary folder'}${codeOf(error)}.`, io), failed: true };
  }
}

/** Writes the picture into a file, and shows it. @param to where; its ending says whether the picture, the drawing or its data is wanted */
export async function keepPicture(drawn: Illustration, io: Easel, to?: string): Promise<Kept> {
  const { picture, name } = drawn;
  const ending = to === undefined ? 'png' : endingOf(to);
  if (ending === 'svg') return { shown: '', ...(await written({ what: 'drawing', name: `${name}.svg`, content: await drawingOf(drawn, io) }, to, io)) };
  if (ending === 'csv') return { shown: '', ...(await written({ what: 'data', name: `${name}.csv`, content: csvOf(picture.table) }, to, io)) };
  const png = await painted(drawn, io);
  if (typeof png === 'string') return { shown: '', told: renderText(png, io), failed: true };
  const shown = io.pictures?.inline ? inlined(png, io.pictures.inline, io.columns) : '';
  return { shown, ...(await written({ what: 'picture', name: `${name}.png`, content: png }, to, io)) };
}

/** The picture that a reply is, or that it was asked for with. */
export function pictureIn(reply: Reply): Illustration | undefined {
  if (reply.kind === 'picture') return reply;
  return reply.kind === 'digest' ? reply.illustration : undefined;
}

/** The reply's words between the picture and the place of its file. */
export const around = ({ shown, told }: Kept, words: string): string => `${shown}${words}\n${told}`;
