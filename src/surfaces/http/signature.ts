/** Discord's signatures: Ed25519 over time stamp and raw body. Discord sends bad ones on purpose, to see them refused. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 key in SPKI form (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** @param hex the application's public key, 64 hexadecimal digits. @throws TypeError when it is none. */
export function publicKey(hex: string): KeyObject {
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new TypeError('a public key is 64 hexadecimal digits');
  return createPublicKey({ key: Buffer.concat([SPKI, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' });
}

interface Signed {
  /** Header `X-Signature-Ed25519`. */
  signature: string | undefined;
  /** Header `X-Signature-Timestamp`. */
  timestamp: string | undefined;
}

/** Whether the headers have the form of a signature, which is known before a body is read. */
export const looksSigned = ({ signature, timestamp }: Signed): boolean =>
  signature !== undefined && /^[0-9a-f]{128}$/i.test(signature) && timestamp !== undefined && /^\d{1,20}$/.test(timestamp);

/** Whether the holder of the key signed this body. */
export function isSigned(key: KeyObject, { signature = '', timestamp = '' }: Signed, body: Uint8Array): boolean {
  return looksSigned({ signature, timestamp }) && verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}
