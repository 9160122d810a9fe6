/** A number with its noun: `1 record`, `130 records`, `2 entities`. */
export const count = (n: number, noun: string, plural = `${noun}s`): string => `${n} ${n === 1 ? noun : plural}`;
