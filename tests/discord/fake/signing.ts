/** Signed requests, as Discord sends them to an interactions endpoint. D interactions/overview.mdx, "Setting Up an Endpoint". */
import { generateKeyPairSync, sign } from 'node:crypto';
import { INTERACTION } from '../../../src/discord/limits.ts';

export interface Signer {
  /** The application's public key, in hexadecimal. */
  publicKey: string;
  /** Signature of a time stamp and a body, in hexadecimal. */
  sign(timestamp: string, body: string): string;
}

/** Bytes before the key itself in its DER form. */
const DER_HEADER = 12;

export function createSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(DER_HEADER).toString('hex'),
    sign: (timestamp, body) => sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
  };
}

export interface Forgery {
  /** What is wrong with the signature; nothing unless told. */
  signature?: 'good' | 'wrong' | 'missing' | 'malformed';
  /** Seconds since 1970, as text; now unless told. */
  timestamp?: string;
  /** What is sent in place of the body that was signed. */
  tampered?: string;
  /** How long to wait, in milliseconds; three seconds unless told. */
  patience?: number;
}

const flipped = (hex: string): string => `${hex.startsWith('0') ? '1' : '0'}${hex.slice(1)}`;

function signature(signer: Signer, timestamp: string, body: string, kind: Forgery['signature']): Record<string, string> {
  if (kind === 'missing') return {};
  const good = signer.sign(timestamp, body);
  return { 'x-signature-ed25519': kind === 'wrong' ? flipped(good) : kind === 'malformed' ? `${good.slice(0, -2)}zz` : good };
}

/** How long Discord waits for an endpoint, in milliseconds. */
const WAITS = INTERACTION.answerWithin;

/**
 * Posts a payload to an endpoint as Discord would, or as somebody would who pretends to be Discord.
 * @throws When nothing is answered in time; time is real here.
 */
export async function post(
  url: string,
  signer: Signer,
  payload: unknown,
  { signature: kind = 'good', timestamp, tampered, patience = WAITS }: Forgery = {},
): Promise<Response> {
  const body = JSON.stringify(payload);
  const stamp = timestamp ?? String(Math.floor(Date.now() / 1000));
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
      'x-signature-timestamp': stamp,
      ...signature(signer, stamp, body, kind),
    },
    body: tampered ?? body,
    signal: AbortSignal.timeout(patience),
  });
}
