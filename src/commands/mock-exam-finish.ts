// MockExamFinish: the answers of a mock exam judged, the result kept in its file, and what is passed recorded.
import { isUserError, UserError } from '../errors.ts';
import { mockExamText } from '../formats/lab/mock-exam-file.ts';
import type { AnswerFile, Verdict } from '../model/lab.ts';
import { endOf, type MockTask, markedResult, shareOf, type TaskResult, timeLeft } from '../model/mock-exam.ts';
import { joined } from '../store/files.ts';
import { answersIn, lastSaved } from '../store/lab-files.ts';
import { replaceFile } from '../store/replace.ts';
import type { Context } from './context.ts';
import { type LabEntry, labOf } from './lab-finder.ts';
import { answerFiles } from './lab-judging.ts';
import type { LabOptions } from './lab-options.ts';
import { examFile, isAnswered, type KeptExam, mockTheme, sayExam, viewOf } from './mock-exam.ts';

/**
 * `lab --mock ROADMAP --finish`: 0 where it is passed, else 1; once finished it only shows that again. Throws `needs-answer` while time is
 * left and nobody can be asked, and what judging, recording and writing throw: then it is not finished.
 */
export async function finishExam(context: Context, kept: KeptExam, options: LabOptions): Promise<number> {
  if (kept.exam.result === null && !(await isAgreed(context, kept, options))) return 0;
  const { exam, recorded } =
    kept.exam.result === null ? await judged(context, kept, options) : { ...kept, recorded: null };
  const tasks = exam.tasks.flatMap((task, at) => {
    const result = exam.result?.tasks[at];
    if (result === undefined) return [];
    const entry = kept.labs.find(task.domain.id, task.lab)?.entry ?? null;
    return [{ task, entry, state: result.outcome, held: result.held, checks: result.checks }];
  });
  if (!options.quiet || options.json)
    sayExam(context, viewOf(context, { ...kept, exam }, tasks, { wanted: null, recorded }), options);
  return exam.result?.passed ? 0 : 1;
}

/** While time is left. */
async function isAgreed(context: Context, kept: KeptExam, { force }: LabOptions): Promise<boolean> {
  const left = timeLeft(kept.exam, context.now);
  if (left <= 0 || force) return true;
  let untouched = 0;
  for (const task of kept.exam.tasks) {
    const found = kept.labs.find(task.domain.id, task.lab);
    if (found === undefined) continue;
    const lab = await labOf(context, found.entry);
    if (!isAnswered(context, joined(kept.path, task.folder), lab)) untouched++;
  }
  const question = mockTheme(context).mock.askFinish(Math.ceil(left / 60_000), untouched);
  if (!context.canAsk()) throw new UserError('needs-answer', { question, flag: '--force' });
  return context.ask(question);
}

async function judged(context: Context, kept: KeptExam, options: LabOptions) {
  const { disk, now } = context;
  const { exam: running, path } = kept;
  const tasks: TaskResult[] = [];
  const passed: LabEntry[] = [];
  for (const task of running.tasks) {
    const { result, entry } = await judgedTask(context, kept, task);
    tasks.push(result);
    if (entry !== null) passed.push(entry);
  }
  const exam = { ...running, finished: now, result: markedResult(running, tasks) };
  const fresh = passed.filter(({ passed }) => !passed);
  const recording =
    fresh.length === 0
      ? null
      : await (await import('./lab-record.ts')).recordPassed(context, kept.loaded, fresh, options);
  const bytes = new TextEncoder().encode(mockExamText(exam));
  replaceFile(disk, joined(path, examFile), bytes, { expected: kept.bytes, variable: null });
  const file = recording?.file ?? null;
  return { exam, recorded: file === null ? null : { count: fresh.length, file } };
}

/** `entry`: the lab where its answer holds, saved in time or not. */
async function judgedTask(
  context: Context,
  { labs, path, folder, exam }: KeptExam,
  task: MockTask,
): Promise<{ readonly result: TaskResult; readonly entry: LabEntry | null }> {
  const { disk } = context;
  const entry = labs.find(task.domain.id, task.lab)?.entry ?? null;
  const none = { lab: task.lab, held: 0, checks: 0 };
  if (entry === null) return { result: { ...none, outcome: 'gone' }, entry: null };
  const lab = await labOf(context, entry);
  const place = joined(path, task.folder);
  const checks = lab.checks.length;
  if (!isAnswered(context, place, lab)) return { result: { ...none, checks, outcome: 'untouched' }, entry: null };
  const isLate = lastSaved(disk, place, answersIn(disk, place) ?? []) > endOf(exam);
  const files = answerOf(context, joined(folder, task.folder), entry);
  if (files === null) return { result: { ...none, checks, outcome: 'invalid' }, entry: null };
  const { judge } = await import('../judging/judge.ts');
  const verdict = judge(lab, files);
  const start = lab.mend ? judge(lab, [{ name: task.lab, text: lab.start }]) : null;
  const { held, checks: of } = shareOf(verdict, start);
  const outcome = isLate ? 'late' : isUnread(verdict) ? 'invalid' : 'judged';
  return { result: { lab: task.lab, outcome, held, checks: of }, entry: verdict.passed ? entry : null };
}

/** null: one of its files is no text, which must not keep the other answers from being judged. Throws `unreadable`. */
function answerOf(context: Context, folder: string, entry: LabEntry): readonly AnswerFile[] | null {
  try {
    return answerFiles(context, [folder], entry);
  } catch (error) {
    if (isUserError(error) && (error as UserError<'unreadable'>).args.cause === 'binary') return null;
    throw error;
  }
}

/** The text or an object is none, so that no check was judged. */
const isUnread = ({ problems }: Verdict): boolean =>
  problems.some(({ layer }) => layer === 'yaml' || layer === 'schema');
