// Mesh: what the cluster does with requests, as the functions of expressions.
import type { PlainMap } from '../formats/manifest/document.ts';
import type { LabFunctions } from './expressions.ts';

export function normalised(object: PlainMap, namespace: string): PlainMap {
  const metadata = (object.metadata ?? {}) as PlainMap;
  return { ...object, metadata: { namespace, ...metadata } };
}

export function together(given: readonly PlainMap[], answer: readonly PlainMap[]): readonly PlainMap[] {
  const key = ({ kind, metadata }: PlainMap): string => {
    const { name, namespace } = (metadata ?? {}) as PlainMap;
    return JSON.stringify([kind, namespace, name]);
  };
  const own = new Set(answer.map(key));
  return [...given.filter((one) => !own.has(key(one))), ...answer];
}

export function meshFunctions(_objects: readonly PlainMap[], _namespace: string): LabFunctions {
  const missing = (): never => {
    throw new Error('not there yet');
  };
  return {
    route: missing,
    access: missing,
    mtls: missing,
    policy: missing,
    selects: missing,
    host: (name, namespace) => (name.includes('.') || name === '*' ? name : `${name}.${namespace}.svc.cluster.local`),
    isPartMatch: missing,
  };
}
