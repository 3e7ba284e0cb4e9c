// MockExamWords: what `lab --mock` and `lab --broken` have to say, whatever the language.

export interface MockExamSentences {
  title(roadmap: string): string;
  left(minutes: number, of: number): string;
  over(minutes: number): string;
  used(minutes: number, of: number): string;
  begun(begun: number, total: number): string;
  /** The percentage that passes. */
  needed(percent: number): string;
  passed(percent: number): string;
  failed(percent: number): string;
  weight(percent: number): string;
  /** Fewer tasks than there should be. */
  fewer(tasks: number, wanted: number): string;
  /** What became of a task; `held` of `checks` where it was judged. */
  readonly state: { readonly [state in 'begun' | 'untouched' | 'invalid' | 'gone']: string };
  share(held: number, checks: number): string;
  late(held: number, checks: number): string;
  /** Of several late answers: why they do not count. */
  readonly lateRule: string;
  /** Before lines to type. */
  nextTask(answer: string): string;
  readonly finish: string;
  readonly finishOver: string;
  readonly look: string;
  readonly why: string;
  another(folder: string): string;
  readonly study: string;
  /** So many labs are in the progress file now. */
  recorded(count: number, file: string, undo: string): string;
  askFinish(minutes: number, untouched: number): string;
  /** In the file of a task: what is in the folder beside it. */
  readonly taskFiles: { readonly given: string; readonly start: string; readonly answer: string };
  namespace(name: string): string;
  /** `--broken`. */
  readonly huntOfDay: string;
}
