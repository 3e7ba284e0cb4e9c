// DocumentSchemas: the schema of each kind of `--json` document.
import * as v from 'valibot';
import { extraFields } from '../model/fields.ts';
import { type Kind, kinds, recurring } from '../views/kinds.ts';
import { fieldWords } from './field-words.ts';
import type { JsonSchema, Named } from './json-schema.ts';
import { draft, toSchemas, withDefinitions } from './json-schema.ts';

const commands: { readonly [kind in Kind]: readonly string[] } = {
  status: ['status'],
  topics: ['list', 'next'],
  topic: ['show'],
  section: ['show'],
  log: ['log'],
  calendar: ['log --calendar'],
  levels: ['levels'],
  projects: ['projects'],
  gate: ['gate'],
  change: ['done', 'start', 'skip', 'reopen', 'undo', 'redo'],
  diagnostics: ['lint'],
  reconcile: ['reconcile'],
  explanation: ['status --explain', 'list --explain'],
  roadmap: ['export --format json'],
  roadmaps: ['roadmaps'],
  overview: ['status --all'],
  prompt: ['prompt'],
  paths: ['paths'],
  doctor: ['doctor'],
  config: ['config'],
  pace: ['pace'],
  plan: ['plan'],
  init: ['init'],
  labs: ['lab'],
  lab: ['lab ID'],
  verdict: ['lab ID FILE'],
  mock: ['lab --mock R'],
  open: ['open'],
  repair: ['repair'],
};

/** What editors say of a field that few topics have is here as well. */
function described(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key !== 'properties') return [key, described(value)];
      const fields = Object.entries(value as Named).map(([field, one]) => {
        const words = (fieldWords.topic as { readonly [field: string]: string })[field];
        const isExtra = Object.hasOwn(extraFields, field) && one.anyOf !== undefined && one.description === undefined;
        return [field, isExtra ? { ...one, description: words } : described(one)];
      });
      return [key, Object.fromEntries(fields)];
    }),
  );
}

const promise = 'Fields may be added to it, none is taken away.';

/** By kind. What is not described may be there: later versions add fields. */
export function documentSchemas(): { readonly [kind in Kind]: JsonSchema } {
  const schemas = Object.keys(kinds).map((name) => {
    const kind = name as Kind;
    const head = { schemaVersion: v.literal(1), kind: v.literal(kind) };
    const schemas = toSchemas({
      ...recurring,
      document: v.object({ ...head, ...(kinds[kind].entries as v.ObjectEntries) }),
    });
    const { document, ...definitions } = described(schemas) as Named;
    const from = commands[kind].map((command) => `\`${command}${/json/.test(command) ? '' : ' --json'}\``).join(', ');
    const about = { $schema: draft, title: `istio-roadmap: ${kind}`, description: `What ${from} prints. ${promise}` };
    return [kind, withDefinitions({ ...about, ...document }, definitions)];
  });
  return Object.fromEntries(schemas);
}
