// LabCommandWords: what the command `lab` has to say, whatever the language; what judging says of an answer is in words of its own.
import type { Commands, Message } from './messages.ts';

export interface LabCommandSentences {
  minutes(count: number): string;
  /** Of a list: how many are passed, and how long the others take. */
  passed(passed: number, total: number): string;
  minutesLeft(minutes: number): string;
  /** The state of a lab; `day` null where it is not known. */
  passedOn(day: string | null): string;
  /** Beside a lab that begins with a faulty manifest. */
  readonly mend: string;
  none(commands: Commands): Message;
  readonly noneFits: string;
  /** Labels above what a lab has. */
  readonly label: {
    readonly [name in 'given' | 'manifests' | 'start' | 'namespace' | 'docs' | 'solution']: string;
  };
  /** Before lines to type. */
  readonly judge: string;
  readonly judgeOnSave: string;
  readonly files: string;
  readonly hintLine: string;
  readonly solutionLine: string;
  hint(number: number, of: number): string;
  readonly noHints: string;
  readonly lastHint: string;
  readonly askSolution: string;
  /** In an answer that is still empty. */
  answerHere(lab: string): string;
  readonly isPassed: string;
  notPassed(problems: number): string;
  /** Marks of a check, where symbols are not shown. */
  readonly mark: { readonly [state in 'holds' | 'fails' | 'open']: string };
  readonly openChecks: string;
  /** Checks that fail may only do so because of the problems above. */
  readonly mayFollow: string;
  /** That it is in the progress file now; `undo` is the command to type. */
  recorded(file: string, undo: string): string;
  askTick(topic: string): string;
  readonly tickLine: string;
  readonly nextLab: string;
  readonly watched: string;
}
