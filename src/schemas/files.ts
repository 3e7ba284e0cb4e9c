// SchemaFiles: the JSON Schemas that ship, as the files of schema/; schema.mjs writes them and the tests compare.
import type { Kind } from '../views/kinds.ts';
import { documentSchemas } from './documents.ts';
import { editorSchema } from './editor.ts';
import type { JsonSchema } from './json-schema.ts';
import { labSchema } from './lab.ts';

const text = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`;

/** After its kind; what is printed of a roadmap and of a lab has other names, for their files are another thing. */
export const fileOf = (kind: Kind): string =>
  `${kind === 'roadmap' ? 'export' : kind === 'lab' ? 'lab-task' : kind}.schema.json`;

/** Text by file name. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const files = new Map([
    ['lab.schema.json', text(labSchema())],
    ['roadmap.schema.json', text(editorSchema())],
  ]);
  for (const [kind, schema] of Object.entries(documentSchemas())) files.set(fileOf(kind as Kind), text(schema));
  return files;
}
