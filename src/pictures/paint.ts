/** What a drawing becomes: `png`, or `svg` with its letters as outlines, which look the same where the font is missing. */
export type Form = 'png' | 'svg';

/** An SVG of ours → the bytes of a file. Whoever starts the program says how; a rejection means that there is none now. @param form `png` unless told. */
export type Paint = (svg: string, form?: Form) => Promise<Uint8Array>;
