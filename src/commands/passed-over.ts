// PassedOver: findings that the user does not want to hear of (`ignore` in the configuration).
import type { Diagnostic } from '../errors.ts';
import type { Context } from './context.ts';

/** An error is never passed over: ticks or counts go wrong by it. */
export function isPassedOver(
  { code, severity }: Diagnostic,
  { configuration }: Pick<Context, 'configuration'>,
): boolean {
  return severity !== 'error' && configuration.ignore.includes(code);
}
