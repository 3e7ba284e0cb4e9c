// Problems of a text as they are reported, in the words of a language.
import { isUserError, type ProblemArgs } from '../../src/errors.ts';
import type { Language, Wrong } from '../../src/lang/messages.ts';
import { sentencesFor } from './messages.ts';

export interface SaidProblem extends Wrong {
  readonly line: number;
  readonly column: number;
  /** What is underlined. */
  readonly marked: string;
}

/** What `read` refuses a text for; nothing where it does not. */
export function problemsOf(read: () => unknown, language: Language = 'en'): SaidProblem[] {
  try {
    read();
  } catch (error) {
    if (!isUserError(error) || !('problems' in error.args)) throw error;
    const { problems, source } = error.args;
    return problems.map(({ code, args, line, column, span }) => {
      const say = sentencesFor(language).problems[code] as (args: ProblemArgs[keyof ProblemArgs]) => Wrong;
      return { line, column, marked: span === null ? '' : source.text.slice(span.start, span.end), ...say(args) };
    });
  }
  return [];
}
