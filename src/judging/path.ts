// Path: the steps of `spec.http[0].route`, or of `metadata.labels["istio.io/rev"]`.
import type { Path } from '../formats/manifest/document.ts';

const step = /\[(\d{1,6})\]|\["([^"]*)"\]|\.?([^.[\]]+)/gy;

/** What is no step ends the path. */
export function pathOf(written: string): Path {
  const steps: (string | number)[] = [];
  step.lastIndex = 0;
  for (let found = step.exec(written); found !== null; found = step.exec(written))
    steps.push(found[1] !== undefined ? Number(found[1]) : (found[2] ?? (found[3] as string)));
  return steps;
}
