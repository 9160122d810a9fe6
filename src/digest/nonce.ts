/** Nonces: made from what is sent, so that whoever sends it again sends the same one. */

/** @param id a UUID. @returns 22 letters and digits, of the 25 that Discord allows. */
export const nonceOf = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
