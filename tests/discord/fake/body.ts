/** Reads what a request or an answer carries: JSON, or a form of JSON and files. */
import type { Upload } from './types.ts';

export interface Carried {
  body: unknown;
  files: Upload[];
}

const parse = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));

async function upload(key: string, file: File): Promise<Upload> {
  return { key, name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) };
}

/** The form's `payload_json` is the body, its other parts are files. D reference.mdx, "Uploading Files". */
async function form(raw: Buffer, type: string): Promise<Carried> {
  const entries = [...(await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData())];
  const json = entries.find(([key]) => key === 'payload_json')?.[1];
  const files = entries.flatMap(([key, value]) => (typeof value === 'string' ? [] : [upload(key, value)]));
  return { body: typeof json === 'string' ? parse(json) : {}, files: await Promise.all(files) };
}

/** @throws On what is no JSON. */
export const read = async (raw: Buffer, type: string): Promise<Carried> =>
  type.startsWith('multipart/form-data') ? form(raw, type) : { body: parse(raw.toString()), files: [] };
