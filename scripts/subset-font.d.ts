/** The package brings no types; this is what `fonts.ts` uses. */
declare module 'subset-font' {
  export default function subsetFont(font: Buffer, characters: string, options: { targetFormat: 'sfnt'; preserveNameIds?: number[] }): Promise<Buffer>;
}
