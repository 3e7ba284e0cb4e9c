// Scalar: a bare word of YAML as the value that Kubernetes takes it for, which is YAML 1.1 and its yes and no.
import type { Scalar } from '../yaml/tree.ts';

const yes: ReadonlySet<string> = new Set('y Y yes Yes YES true True TRUE on On ON'.split(' '));
const no: ReadonlySet<string> = new Set('n N no No NO false False FALSE off Off OFF'.split(' '));
const nothing: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

const whole = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const otherBase = /^([-+]?)0([xX][0-9a-fA-F_]+|[bB][01_]+|[oO]?[0-7_]+)$/;
const fraction = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** What is in quotes or a block is a text. */
export function scalarValue({ text, isBare }: Scalar): null | boolean | number | string {
  if (text === null) return null;
  if (!isBare) return text;
  if (nothing.has(text)) return null;
  if (yes.has(text)) return true;
  if (no.has(text)) return false;
  return numberIn(text) ?? text;
}

function numberIn(text: string): number | null {
  if (whole.test(text)) return Number(text.replaceAll('_', ''));
  const [, sign, digits] = otherBase.exec(text) ?? [];
  if (digits !== undefined) {
    const bare = digits.replaceAll('_', '').toLowerCase();
    const value = Number(/^[xbo]/.test(bare) ? `0${bare}` : `0o${bare}`);
    return Number.isNaN(value) ? null : sign === '-' ? -value : value;
  }
  return fraction.test(text) ? Number(text) : null;
}
