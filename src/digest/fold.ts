/** Names as people type them, made comparable. */

/** Letters and digits alone, without marks or case: nobody types the underscore of `New_York` or the dots of Türkiye. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]/gu, '');
