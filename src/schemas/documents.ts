// DocumentSchemas: the schema of each kind of `--json` document.
import * as v from 'valibot';
import { type Kind, kinds, recurring } from '../views/kinds.ts';
import type { JsonSchema } from './json-schema.ts';
import { draft, toSchemas, withDefinitions } from './json-schema.ts';

const commands: { readonly [kind in Kind]: readonly string[] } = {
  status: ['status'],
  topics: ['list', 'next'],
  topic: ['show'],
  section: ['show'],
  log: ['log'],
  levels: ['levels'],
  projects: ['projects'],
  gate: ['gate'],
  change: ['done', 'start', 'skip', 'reopen', 'undo', 'redo'],
  diagnostics: ['lint'],
  reconcile: ['reconcile'],
  explanation: ['status --explain', 'list --explain'],
  roadmap: ['export --format json'],
  init: ['init'],
  repair: ['repair'],
};

const promise = 'Fields may be added to it, none is taken away.';

/** By kind. What is not described may be there: later versions add fields. */
export function documentSchemas(): { readonly [kind in Kind]: JsonSchema } {
  const schemas = Object.keys(kinds).map((name) => {
    const kind = name as Kind;
    const head = { schemaVersion: v.literal(1), kind: v.literal(kind) };
    const { document, ...definitions } = toSchemas({
      ...recurring,
      document: v.object({ ...head, ...(kinds[kind].entries as v.ObjectEntries) }),
    });
    const from = commands[kind].map((command) => `\`${command}${/json/.test(command) ? '' : ' --json'}\``).join(', ');
    const about = { $schema: draft, title: `istio-roadmap: ${kind}`, description: `What ${from} prints. ${promise}` };
    return [kind, withDefinitions({ ...about, ...document }, definitions)];
  });
  return Object.fromEntries(schemas);
}
