// Writes resources.json: what the validators of the @kubernetes-models packages check, as one JSON Schema; then what overlay.json adds.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const packages = ['@kubernetes-models/istio', '@kubernetes-models/gateway-api', 'kubernetes-models'];
const apimachinery = '@kubernetes-models/apimachinery';

/** Of the core API only what labs are about; all that the other two packages have. */
const coreKinds = new Set(
  ('v1/Namespace v1/Service v1/Pod v1/ServiceAccount v1/Secret v1/ConfigMap v1/Endpoints v1/Node discovery.k8s.io/v1/EndpointSlice ' +
    'apps/v1/Deployment apps/v1/DaemonSet apps/v1/StatefulSet apps/v1/ReplicaSet batch/v1/Job batch/v1/CronJob ' +
    'autoscaling/v1/HorizontalPodAutoscaler autoscaling/v2/HorizontalPodAutoscaler policy/v1/PodDisruptionBudget ' +
    'networking.k8s.io/v1/NetworkPolicy networking.k8s.io/v1/Ingress ' +
    'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration').split(
    ' ',
  ),
);

// --- The validators: each function of a module checks one schema, and every keyword leaves an error object of a fixed form.

const files = new Map();

function moduleOf(path) {
  const known = files.get(path);
  if (known) return known;
  const { body } = parse(readFileSync(path, 'utf8'), { ecmaVersion: 2022, sourceType: 'module' });
  const found = { functions: new Map(), imports: new Map(), values: new Map(), main: '' };
  files.set(path, found);
  for (const node of body) {
    if (node.type === 'FunctionDeclaration') found.functions.set(node.id.name, node);
    if (node.type === 'VariableDeclaration')
      for (const { id, init } of node.declarations) found.values.set(id.name, init);
    if (node.type === 'ExportNamedDeclaration') found.main = node.declaration.declarations[0].init.name;
    if (node.type === 'ImportDeclaration')
      for (const { local } of node.specifiers) found.imports.set(local.name, resolveImport(path, node.source.value));
  }
  return found;
}

function resolveImport(from, specifier) {
  if (specifier.startsWith('.')) return join(dirname(from), specifier);
  return specifier.startsWith(`${apimachinery}/`) ? `${join(modules, specifier)}.js`.replace(/\.js\.js$/, '.js') : null;
}

function* nodesBelow(node) {
  if (!node || typeof node.type !== 'string') return;
  yield node;
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const one of value) yield* nodesBelow(one);
    else if (value && typeof value === 'object') yield* nodesBelow(value);
  }
}

function literal(node, { values }) {
  if (node.type === 'Literal') return node.value;
  if (node.type === 'Identifier') return values.has(node.name) ? literal(values.get(node.name), { values }) : undefined;
  if (node.type === 'ArrayExpression') return node.elements.map((one) => literal(one, { values }));
  if (node.type === 'UnaryExpression' && node.operator === '-') return -literal(node.argument, { values });
  if (node.type === 'UnaryExpression' && node.operator === '!') return !literal(node.argument, { values });
  if (node.type === 'ObjectExpression')
    return Object.fromEntries(
      node.properties.map(({ key, value }) => [key.name ?? key.value, literal(value, { values })]),
    );
  return undefined;
}

/** `validate3(data.port, …)`, `validate3(data[i0], …)`, `validate3(data[key0], …)`, `validate3(data, …)`. */
function callOf(node) {
  if (node.type !== 'CallExpression' || !/^validate\d+$/.test(node.callee.name ?? '')) return null;
  const [given] = node.arguments;
  if (given.type === 'Identifier') return { name: node.callee.name, about: 'itself' };
  const { property, computed } = given;
  if (!computed) return { name: node.callee.name, about: 'property', key: property.name };
  if (property.type === 'Literal') return { name: node.callee.name, about: 'property', key: property.value };
  return { name: node.callee.name, about: property.name.startsWith('key') ? 'values' : 'items' };
}

function errorOf(node, from) {
  if (node.type !== 'ObjectExpression') return null;
  const value = literal(node, from);
  return typeof value.schemaPath === 'string' ? value : null;
}

const limits = new Set('maxItems minItems maxLength minLength maxProperties minProperties maximum minimum'.split(' '));

function addError(schema, { keyword, params }) {
  if (keyword === 'type') schema.type = params.type;
  else if (keyword === 'enum') schema.enum = params.allowedValues;
  else if (keyword === 'required') schema.required = [...(schema.required ?? []), params.missingProperty];
  else if (keyword === 'format') schema.format = params.format;
  else if (keyword === 'pattern') schema.pattern = params.pattern;
  else if (limits.has(keyword)) schema[keyword] = params.limit;
  else if (!['oneOf', 'anyOf', 'not'].includes(keyword)) throw new Error(`unknown keyword ${keyword}`);
}

const read = new Map();

/** The schema that a function of a module checks. */
function schemaOf(path, name) {
  const from = moduleOf(path);
  if (from.imports.has(name)) {
    const other = from.imports.get(name);
    return schemaOf(other, moduleOf(other).main);
  }
  const key = `${path} ${name}`;
  if (read.has(key)) return read.get(key);
  const schema = {};
  read.set(key, schema);
  const about = [];
  const keywords = new Set();
  for (const node of nodesBelow(from.functions.get(name).body)) {
    const call = callOf(node);
    const error = errorOf(node, from);
    if (call?.about === 'property') (schema.properties ??= {})[call.key] = schemaOf(path, call.name);
    else if (call?.about === 'values') schema.additionalProperties = schemaOf(path, call.name);
    else if (call?.about === 'items') schema.items = schemaOf(path, call.name);
    else if (call) about.push(call.name);
    if (error) {
      keywords.add(error.keyword);
      addError(schema, error);
    }
  }
  addCombined(schema, keywords, about.map((one) => schemaOf(path, one)), key);
  return schema;
}

function addCombined(schema, keywords, about, key) {
  const [combined, ...more] = ['oneOf', 'anyOf', 'not'].filter((keyword) => keywords.has(keyword));
  if (more.length > 0) {
    // A schema of a CRD that has two: the second is in the same list of calls; somebody must separate both by hand.
    throw new Error(`${key}: ${combined} and ${more.join()}`);
  }
  if (combined === 'not') [schema.not] = about;
  else if (combined) schema[combined] = about;
  else if (about.length > 0) schema.allOf = about;
}

// --- What is the same for us: null is an absent field, bounds of 32 bits and lengths that nobody meets are no news.

const alternativesOf = ['oneOf', 'anyOf', 'allOf'];

/** Both at once. Go types are embedded so; of two alternatives neither may be lost. */
function merged(one, other) {
  const made = { ...one, ...other };
  if (one.properties && other.properties) made.properties = { ...one.properties, ...other.properties };
  if (one.required && other.required) made.required = [...new Set([...one.required, ...other.required])];
  const alternatives = [one, other].flatMap(({ allOf, oneOf }) => [...(allOf ?? []), ...(oneOf ? [{ oneOf }] : [])]);
  if (alternatives.length < 2) return made;
  delete made.oneOf;
  return { ...made, allOf: alternatives };
}

/** A whole number or a text. */
const isUnion = (keyword, value) =>
  keyword === 'oneOf' && value.every((one) => typeof one.type === 'string' && one.type !== 'object');

/** Of one type reference the schema itself; strict: what has properties has no others. */
function simplified(schema, seen = new Map()) {
  if (seen.has(schema)) return seen.get(schema);
  const made = {};
  seen.set(schema, made);
  let all = schema;
  if (schema.allOf) {
    const { allOf, ...own } = schema;
    all = [own, ...allOf.map((one) => simplified(one, seen))].reduce(merged);
  }
  for (const [keyword, value] of Object.entries(all)) {
    if (keyword === 'properties')
      made.properties = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, simplified(one, seen)]));
    else if (keyword === 'items' || keyword === 'not') made[keyword] = simplified(value, seen);
    else if (keyword === 'additionalProperties') made[keyword] = value === false ? false : simplified(value, seen);
    else if (isUnion(keyword, value)) made.type = value.map(({ type }) => type);
    else if (alternativesOf.includes(keyword)) made[keyword] = value.map((one) => simplified(one, seen));
    // What a number or text is kept in is no news to who wrote it.
    else if (keyword !== 'format') made[keyword] = value;
  }
  if (made.properties && made.additionalProperties === undefined) made.additionalProperties = false;
  return made;
}

function resourcesOf(packageName) {
  const folder = join(modules, packageName, '_schemas');
  const found = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const path = join(folder, name);
    const schema = schemaOf(path, moduleOf(path).main);
    const [apiVersion] = schema.properties?.apiVersion?.enum ?? [];
    const [kind] = schema.properties?.kind?.enum ?? [];
    if (!apiVersion || !kind || kind.endsWith('List')) continue;
    const isCore = packageName === 'kubernetes-models';
    if (isCore && !coreKinds.has(`${apiVersion}/${kind}`)) continue;
    found.push({ apiVersion, kind, schema: withoutCluster(simplified(schema), isCore) });
  }
  return found;
}

/** What a cluster writes is not judged; of the core kinds an answer may show only the part that it is about. */
function withoutCluster(schema, isCore) {
  const { apiVersion, kind, status, metadata, ...rest } = schema.properties;
  const spec = isCore ? withoutRequired(rest, new Map()) : rest;
  const required = isCore ? [] : (schema.required ?? []).filter((name) => name in rest);
  const properties = { apiVersion: {}, kind: {}, metadata: metadataOf(metadata), ...spec, status: {} };
  return { type: 'object', properties, required, additionalProperties: false };
}

function metadataOf({ properties }) {
  const names = ['name', 'namespace', 'generateName', 'labels', 'annotations', 'finalizers'];
  const written = Object.fromEntries(Object.keys(properties).map((name) => [name, {}]));
  for (const name of names) written[name] = properties[name];
  // Dumps of old clusters have it.
  written.clusterName = {};
  return { type: 'object', properties: written, additionalProperties: false };
}

function withoutRequired(value, seen) {
  if (Array.isArray(value)) return value.map((one) => withoutRequired(one, seen));
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  const made = {};
  seen.set(value, made);
  for (const [key, one] of Object.entries(value))
    if (!(key === 'required' && Array.isArray(one))) made[key] = withoutRequired(one, seen);
  return made;
}

// --- One document: a schema that occurs twice is a definition, called by the field where it is met first.

const definitionLength = 60;

function asDocument(resources) {
  const counts = new Map();
  for (const { schema } of resources) countShapes(schema, counts);
  const definitions = new Map();
  const names = new Set();
  const placed = (schema, name) => {
    const text = JSON.stringify(schema);
    if (text.length < definitionLength || counts.get(text) < 2) return inner(schema, name);
    if (!definitions.has(text)) {
      let unique = name;
      for (let i = 2; names.has(unique); i++) unique = `${name}${i}`;
      names.add(unique);
      definitions.set(text, { name: unique, schema: null });
      definitions.get(text).schema = inner(schema, name);
    }
    return { $ref: `#/$defs/${definitions.get(text).name}` };
  };
  const inner = (schema, name) => mapSchemas(schema, (one, key) => placed(one, key ?? name));
  const kinds = {};
  for (const { apiVersion, kind, schema } of resources) (kinds[kind] ??= {})[apiVersion] = placed(schema, kind);
  const $defs = Object.fromEntries([...definitions.values()].map(({ name, schema }) => [name, schema]));
  return { kinds: sortedByKey(kinds), $defs: sortedByKey($defs) };
}

const sortedByKey = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

function countShapes(schema, counts) {
  const text = JSON.stringify(schema);
  counts.set(text, (counts.get(text) ?? 0) + 1);
  // What is inside of a definition occurs once, however often that is named.
  if (counts.get(text) === 1) mapSchemas(schema, (one) => countShapes(one, counts));
}

/** What excludes what stays where it is: its form tells the reader which fields it is about. */
function mapSchemas(schema, change) {
  const made = { ...schema };
  if (schema.properties)
    made.properties = Object.fromEntries(Object.entries(schema.properties).map(([key, one]) => [key, change(one, key)]));
  if (schema.items) made.items = change(schema.items, null);
  if (typeof schema.additionalProperties === 'object')
    made.additionalProperties = change(schema.additionalProperties, null);
  return made;
}

// --- What newer versions added.

const list = (value) => (Array.isArray(value) ? value : [value]);

/** The places of a schema with their paths, `spec.http[].route`. */
function placesOf(schema, path = '', found = []) {
  found.push({ path, schema });
  for (const [key, one] of Object.entries(schema.properties ?? {})) placesOf(one, path ? `${path}.${key}` : key, found);
  if (schema.items) placesOf(schema.items, `${path}[]`, found);
  if (typeof schema.additionalProperties === 'object') placesOf(schema.additionalProperties, `${path}{}`, found);
  return found;
}

function withOverlay(resources) {
  const { additions, constraints, names } = JSON.parse(readFileSync(join(here, 'overlay.json'), 'utf8'));
  // Each kind its own: of two that share a type one may be constrained.
  const all = resources.map((one) => JSON.parse(JSON.stringify(one)));
  const resolved = (value) => {
    if (Array.isArray(value)) return value.map(resolved);
    if (typeof value !== 'object' || value === null) return value;
    if (typeof value.names === 'string') return resolved(names[value.names]);
    if (typeof value.like === 'string') return likeOf(value.like, all);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one)]));
  };
  for (const addition of [...additions, ...constraints]) addTo(all, addition, resolved);
  return all;
}

function likeOf(place, resources) {
  const [kind, ...path] = place.split('.');
  for (const { schema } of resources.filter((one) => one.kind === kind)) {
    const found = placesOf(schema).find((one) => one.path === path.join('.'));
    if (found) return structuredClone(found.schema);
  }
  throw new Error(`overlay.json: there is no ${place}`);
}

function addTo(resources, { kind, apiVersions, served, spec, at, properties, set }, resolved) {
  const same = resources.filter((one) => list(kind).includes(one.kind));
  if (spec) {
    const { metadata } = resources[0].schema.properties;
    const whole = { apiVersion: {}, kind: {}, metadata, spec: resolved(spec), status: {} };
    const schema = { type: 'object', properties: whole, required: [], additionalProperties: false };
    for (const apiVersion of apiVersions) {
      const known = resources.find((one) => one.kind === kind && one.apiVersion === apiVersion);
      if (known) known.schema = schema;
      else resources.push({ kind, apiVersion, schema });
    }
  } else if (served) resources.push({ kind, apiVersion: served, schema: same.at(-1).schema });
  else {
    const ends = list(at);
    const isAt = (path, end) => path === end || path.endsWith(`.${end}`);
    const all = same.flatMap(({ schema }) => placesOf(schema));
    const places = all.filter(({ path }) => ends.some((end) => isAt(path, end)));
    for (const end of ends)
      if (!places.some(({ path }) => isAt(path, end))) throw new Error(`overlay.json: ${kind} has no ${end}`);
    for (const { schema } of places) {
      Object.assign(schema, set);
      if (properties) Object.assign(schema.properties, resolved(properties));
    }
  }
}

const isJudged = ({ apiVersion }) => !apiVersion.includes('x-k8s.io');
const resources = withOverlay(packages.flatMap(resourcesOf).filter(isJudged));
const document = asDocument(resources);
/** One definition a line: what a newer version changes is read in its diff. */
const lines = (object) =>
  Object.entries(object)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
    .join(',\n');
writeFileSync(join(here, 'resources.json'), `{"kinds":{\n${lines(document.kinds)}\n},"$defs":{\n${lines(document.$defs)}\n}}\n`);
