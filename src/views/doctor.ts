// Doctor: each thing that was looked at, whether it is right, and what to do where it is not.
import { visible } from '../text/visible.ts';
import { documentOf } from './json.ts';
import { commandLines, hanging, page } from './layout.ts';
import { type RecordEnd, records } from './plain.ts';
import type { ThemeWithSentences } from './problem.ts';

export interface DoctorFinding {
  readonly code: string;
  /** `info`: it may be so on purpose. */
  readonly severity: 'ok' | 'info' | 'warning' | 'error';
  readonly message: string;
  /** A sentence or a line to type; null where nothing is to be done. */
  readonly hint: string | null;
}

/** `doctor`. */
export function drawDoctor(findings: readonly DoctorFinding[], theme: ThemeWithSentences): string {
  const say = theme.sentences.doctor;
  const signs = theme.ascii
    ? { ok: 'ok ', info: '-  ', warning: '!  ', error: 'X  ' }
    : { ok: '✓ ', info: '· ', warning: '! ', error: '✗ ' };
  const paints = { ok: theme.good, info: theme.dim, warning: theme.warn, error: theme.bad };
  const lines = findings.flatMap(({ severity, message, hint }) => {
    const isCommand = hint?.startsWith('istio-roadmap ') ?? false;
    const help =
      hint === null ? [] : isCommand ? commandLines(5, hint, theme) : hanging('     ', visible(hint), theme, theme.dim);
    return [...hanging(` ${signs[severity]}`, visible(message), theme, undefined, paints[severity]), ...help];
  });
  const wrong = findings.filter(({ severity }) => severity === 'warning' || severity === 'error').length;
  const end =
    wrong === 0 ? hanging(' ', say.fine, theme, theme.good) : hanging(' ', say.wrong(wrong), theme, theme.warn);
  return page([lines, end]);
}

/** `doctor --plain`: severity, code, message. */
export function plainDoctor(findings: readonly DoctorFinding[], end: RecordEnd): string {
  return records(
    findings.map(({ severity, code, message }) => [severity, code, visible(message)]),
    end,
  );
}

/** `doctor --json`: kind "doctor". */
export function doctorJson(findings: readonly DoctorFinding[]): string {
  return documentOf('doctor', { findings });
}
