/** `base schema`: JSON Schema files for editors. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { count } from '../../../base/count.ts';
import { jsonSchemas } from '../../../base/json-schema.ts';
import { type BaseIO, fileTrouble } from './io.ts';

/** Writes a JSON Schema for each base file into a folder, which is made when missing. */
export async function schemaCommand(out: string, io: BaseIO): Promise<number> {
  const schemas = jsonSchemas();
  try {
    await mkdir(out, { recursive: true });
    for (const [name, schema] of schemas) await writeFile(join(out, name), `${JSON.stringify(schema, null, 2)}\n`);
  } catch (error) {
    io.err(fileTrouble(error, out));
    return 1;
  }
  io.out(`${count(schemas.size, 'schema')} written to ${out}.`);
  io.out('For completion in an editor with a YAML language server, begin deals.yaml with');
  io.out('  # yaml-language-server: $schema=PATH/deals.schema.json');
  io.out('where PATH leads from the file to that folder; the other files likewise.');
  return 0;
}
