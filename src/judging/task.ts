// Task: an answer with the lab it belongs to, as the layers of judging take it.
import { type Manifest, type Path, placeOf, type YamlDocument } from '../formats/manifest/document.ts';
import type { JudgedProblem, Lab, Layer } from '../model/lab.ts';

export interface Task {
  readonly lab: Lab;
  /** Of all files, in their order. */
  readonly answer: readonly Manifest[];
  /** What is in the cluster already. */
  readonly given: readonly Manifest[];
  /** The answer of a lab about values of a chart, which has no manifests; null otherwise. */
  readonly values: YamlDocument | null;
}

/** In both languages. */
export interface Words {
  readonly en: string;
  readonly ru: string;
}

/** A problem of an answer at a path of one of its documents; `at` as in `placeOf`. */
export function problemAt(
  layer: Layer,
  document: YamlDocument,
  path: Path,
  { message, hint = null }: { readonly message: Words; readonly hint?: Words | null },
  at: 'key' | 'value' = 'key',
): JudgedProblem {
  const { line, column } = placeOf(document, path, at);
  return { layer, check: null, message, hint, file: document.file, line, column };
}
