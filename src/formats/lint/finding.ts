// Finding: a diagnostic and, where it can be mended without changing what the text means, the splice that does so.
import { type Diagnostic, type DiagnosticArgs, type DiagnosticCode, diagnostic, type Severity } from '../../errors.ts';
import type { Edit } from '../../text/edit.ts';
import type { Span } from '../../text/source.ts';
import type { Line } from '../markdown/syntax/lines.ts';

export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly fix: Edit | null;
}

/** A finding about some characters of a line; where it can be mended, the caller adds how. */
export function findingAt<Code extends DiagnosticCode>(
  code: Code,
  severity: Severity,
  line: Pick<Line, 'line' | 'start'>,
  span: Span,
  args: DiagnosticArgs[Code],
): Finding {
  const place = { line: line.line, column: span.start - line.start + 1, span };
  return { diagnostic: diagnostic(code, severity, place, args), fix: null };
}
