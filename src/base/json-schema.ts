/** The schema of each base file as JSON Schema, for completion and hints in editors. */
import { z } from 'zod';
import type { FileName } from './draft.ts';
import { FILES } from './schema.ts';

/** File name of the JSON Schema for a base file: `deals.yaml` → `deals.schema.json`. */
const schemaFileName = (file: FileName): string => file.replace(/\.yaml$/, '.schema.json');

/** Every base file's JSON Schema (draft 2020-12), for what a curator writes, by file name. */
export function jsonSchemas(): Map<string, object> {
  const entries = Object.entries(FILES) as [FileName, (typeof FILES)[FileName]][];
  return new Map(entries.map(([file, schema]) => [schemaFileName(file), { title: `Sourcebook: ${file}`, ...z.toJSONSchema(schema, { io: 'input' }) }]));
}
