// FieldPlaces: where in a kind a field of some name belongs.
import type { Path } from '../formats/manifest/document.ts';
import { resolved, type Schema } from './resource-schema.ts';

/** `spec.http[].route[]` of a path with indexes. */
export const shapeOf = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? '[]' : `${i === 0 ? '' : '.'}${step}`)).join('');

/** The shapes of all objects of a kind that have the field. */
function ownersOf(field: string, given: Schema, shape: string, found: string[]): readonly string[] {
  const { properties, items, additionalProperties } = resolved(given);
  if (properties !== undefined && Object.hasOwn(properties, field)) found.push(shape);
  for (const [name, below] of Object.entries(properties ?? {}))
    ownersOf(field, below, shape === '' ? name : `${shape}.${name}`, found);
  if (items !== undefined) ownersOf(field, items, `${shape}[]`, found);
  if (typeof additionalProperties === 'object') ownersOf(field, additionalProperties, `${shape}{}`, found);
  return found;
}

const isInside = (inner: string, outer: string): boolean =>
  inner.startsWith(outer) && (outer === '' || /^(?:$|[.[{])/.test(inner.slice(outer.length)));

/**
 * Where the field belongs that was written at `path`: the nearest object around it that has one, else the one object inside of it that
 * does, else the only one of the kind. null: nowhere, or nobody can tell.
 */
export function ownerOf(field: string, kind: Schema, path: Path): string | null {
  const owners = ownersOf(field, kind, '', []).filter((shape) => !shape.startsWith('metadata.managedFields'));
  const here = shapeOf(path);
  const around = owners.filter((shape) => isInside(here, shape)).sort((a, b) => b.length - a.length);
  if (around[0] !== undefined) return around[0];
  const inside = owners.filter((shape) => isInside(shape, here));
  if (inside.length > 0) return inside.length === 1 ? (inside[0] as string) : null;
  return owners.length === 1 ? (owners[0] as string) : null;
}
