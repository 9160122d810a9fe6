/** An SVG of ours → the bytes of its PNG. Whoever starts the program says how; a rejection means that there is no picture now. */
export type Paint = (svg: string) => Promise<Uint8Array>;
