// ResourceSchema: the schemas of the kinds that labs are about, as schema/resources writes them.
import resources from '../../schema/resources/resources.json' with { type: 'json' };
import type { ValueType } from '../lang/faults.ts';
import { groupOf } from './resource.ts';

/** That part of JSON Schema in which the resources are described. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: ValueType | readonly ValueType[];
  readonly enum?: readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  /** false: no others. */
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** Not more than one of some fields: either none of them (`not`), or exactly one. */
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  readonly anyOf?: readonly Schema[];
}

interface Resources {
  /** By kind, and then by `apiVersion`. */
  readonly kinds: { readonly [kind: string]: { readonly [apiVersion: string]: Schema } };
  readonly $defs: { readonly [name: string]: Schema };
}

const { kinds, $defs } = resources as unknown as Resources;

/** The schema itself, where a reference leads to it. */
export function resolved(schema: Schema): Schema {
  let found = schema;
  while (found.$ref !== undefined) found = $defs[found.$ref.slice('#/$defs/'.length)] as Schema;
  return found;
}

const own = <Value>(object: { readonly [key: string]: Value }, key: string): Value | null =>
  Object.hasOwn(object, key) ? (object[key] as Value) : null;

export const schemaOf = (apiVersion: string, kind: string): Schema | null => {
  const versions = own(kinds, kind);
  return versions === null ? null : own(versions, apiVersion);
};

/** Every `apiVersion` in which a kind is known. */
export const versionsOf = (kind: string): readonly string[] => Object.keys(own(kinds, kind) ?? {});

export const kindsOf = (group: string): readonly string[] =>
  Object.keys(kinds).filter((kind) => versionsOf(kind).some((apiVersion) => groupOf(apiVersion) === group));

/** Asked of kinds that are not known: an answer whose schemas are found reads no others. */
export const knownGroups = (): ReadonlySet<string> => new Set(Object.keys(kinds).flatMap(versionsOf).map(groupOf));

/** Groups of which every kind is known; of those of Kubernetes itself there are some that no lab uses. */
export const isWhole = (group: string): boolean => group.endsWith('.istio.io') || group === 'gateway.networking.k8s.io';
