// Fault: what is wrong at a place of an object, before there is a file and a language.
import type { Path } from '../formats/manifest/document.ts';
import type { FaultArgs, FaultCode } from '../lang/faults.ts';

export type Fault = {
  readonly [Code in FaultCode]: {
    readonly code: Code;
    readonly args: FaultArgs[Code];
    readonly path: Path;
    /** Which of the two is shown: the field, or what it holds. */
    readonly at: 'key' | 'value';
  };
}[FaultCode];

const plainKey = /^[\w-]+$/;

/** `spec.http[0].route`, `metadata.labels["istio.io/rev"]`. */
export function placeText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (plainKey.test(step)) text += text === '' ? step : `.${step}`;
    else text += `["${step}"]`;
  }
  return text;
}
