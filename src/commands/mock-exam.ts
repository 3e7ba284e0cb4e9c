// MockExamCommand: `lab --mock`: an exam is drawn and written, looked at again, or judged.
import { UserError } from '../errors.ts';
import { mockExamText, readMockExam } from '../formats/lab/mock-exam-file.ts';
import { mockExamSentences } from '../lang/mock-exam-sentences.ts';
import type { Lab } from '../model/lab.ts';
import { drawTasks, examSize, isBegun, type MockExam, type MockTask } from '../model/mock-exam.ts';
import { randomFrom } from '../model/random.ts';
import { firstWording } from '../model/roadmap.ts';
import { joined, readBytes, readQuietly } from '../store/files.ts';
import { answersIn, kindAt, namesIn, withoutSlash } from '../store/lab-files.ts';
import { absolutePath } from '../store/library.ts';
import { createFolder } from '../store/new-folder.ts';
import { decode } from '../text/encoding.ts';
import {
  drawMockExam,
  type MockExamView,
  type MockTheme,
  mockExamJson,
  mockTaskText,
  plainMockExam,
  type ShownTask,
} from '../views/mock-exam.ts';
import type { Context } from './context.ts';
import { labOf } from './lab-finder.ts';
import { type LabOptions, labTheme } from './lab-options.ts';
import { filesToBegin } from './lab-task.ts';
import { type Loaded, load } from './load.ts';
import { type ExamLab, type ExamLabs, examLabs } from './mock-exam-labs.ts';

export const mockTheme = (context: Context): MockTheme => ({
  ...labTheme(context),
  mock: mockExamSentences[context.language],
});

/** An exam that has its folder. */
export interface KeptExam {
  readonly loaded: Loaded;
  readonly labs: ExamLabs;
  /** As `--mock` takes it. */
  readonly name: string;
  /** As it was typed, and where that is. */
  readonly folder: string;
  readonly path: string;
  readonly isUsualFolder: boolean;
  readonly exam: MockExam;
  readonly bytes: Uint8Array;
}

export const examFile = 'mock.json';

/**
 * `lab --mock ROADMAP [DIR]`: 0; with `--finish` 1 where it is not passed. Throws `no-labs`, `mock-folder`, `bad-mock`, `options-exclude`,
 * `too-many-words`, `needs-answer`, and what reading, judging and writing throw.
 */
export async function mockExam(context: Context, words: readonly string[], options: LabOptions): Promise<number> {
  refuseOdd(words, options);
  const name = options.mock as string;
  const loaded = await load(context, { ...options, roadmap: name });
  const usual = `mock-${stem(loaded.own.id ?? name)}`;
  const folder = withoutSlash(options.into ?? words[0] ?? usual);
  const path = absolutePath(context.library.cwd, folder);
  const place = { name, folder, path, isUsualFolder: folder === usual };
  const labs = await examLabs(context, loaded);
  const kept = keptIn(context, place, roadmapName(loaded));
  if (options.finish) {
    if (kept === null) throw new UserError('mock-folder', { folder, exam: name, reason: 'none', roadmap: '' });
    const { finishExam } = await import('./mock-exam-finish.ts');
    return finishExam(context, { ...place, ...kept, loaded, labs }, { ...options, roadmap: name });
  }
  if (kept !== null) {
    if (options.tasks !== undefined || options.minutes !== undefined)
      throw new UserError('mock-folder', { folder, exam: name, reason: 'begun', roadmap: '' });
    const running = { ...place, ...kept, loaded, labs };
    const states = await runningStates(context, running);
    show(context, running, options, (task) => states.get(task) ?? 'gone');
    return 0;
  }
  const begun = await begin(context, { ...place, loaded, labs }, options);
  // Nothing is read any more: what is made cannot be followed by a failure that sounds as if it was not.
  if (!options.quiet || options.json) show(context, begun, options, () => 'untouched');
  if (labs.unusable.length > 0 && !options.quiet)
    await (await import('./lab-choice.ts')).sayUnusable(context, labs.unusable);
  return 0;
}

function refuseOdd([word, second]: readonly string[], options: LabOptions): void {
  const exclude = (option: string, other: string): never => {
    throw new UserError('options-exclude', { option, other, command: 'lab' });
  };
  const odd = (['hint', 'solution', 'tick', 'watch', 'level', 'status', 'search', 'broken', 'roadmap'] as const).find(
    (name) => options[name] !== undefined,
  );
  if (odd !== undefined) exclude('--mock', `--${odd}`);
  if (options.into !== undefined && word !== undefined) exclude('--into', word);
  const size = (['tasks', 'minutes'] as const).find((name) => options[name] !== undefined);
  if (options.finish && size !== undefined) exclude('--finish', `--${size}`);
  if (second !== undefined)
    throw new UserError('too-many-words', { command: 'lab --mock', expected: 1, got: 2, words: null });
}

/** `notes/Kafka.yaml` → `Kafka`: a name for a folder. */
const stem = (name: string): string =>
  name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/\.[A-Za-z0-9]+$/, '')
    .replaceAll(/\s/g, '-') || 'exam';

/** By which the file of an exam names its roadmap. */
const roadmapName = ({ own }: Loaded): string => own.id ?? firstWording(own.title);

type Place = Pick<KeptExam, 'name' | 'folder' | 'path' | 'isUsualFolder'>;

/** null where nothing is there yet, or an empty folder. Throws `mock-folder`, `bad-mock`, `unreadable`. */
function keptIn(
  { disk }: Context,
  { folder, path, name: exam }: Place,
  roadmap: string,
): Pick<KeptExam, 'exam' | 'bytes'> | null {
  const kind = kindAt(disk, path);
  if (kind === null) return null;
  const names = kind === 'folder' ? namesIn(disk, path) : [];
  if (kind === 'folder' && names.length === 0) return null;
  if (!names.includes(examFile)) throw new UserError('mock-folder', { folder, exam, reason: 'other', roadmap });
  const bytes = readBytes(disk, joined(path, examFile));
  const kept = readMockExam(decode(bytes, 'utf-8').text, joined(folder, examFile));
  if (kept.roadmap !== roadmap)
    throw new UserError('mock-folder', { folder, exam, reason: 'roadmap', roadmap: kept.roadmap });
  return { exam: kept, bytes };
}

/** Draws the tasks and writes their folders: all of them or none. Throws `no-labs`, `unwritable`, and what reading labs throws. */
async function begin(
  context: Context,
  place: Place & Pick<KeptExam, 'loaded' | 'labs'>,
  options: LabOptions,
): Promise<KeptExam> {
  const { disk, now } = context;
  const { loaded, labs, path } = place;
  const sections = loaded.roadmap.children.map(({ id }) => id);
  const placeOf = ({ domain }: ExamLab): number => sections.indexOf(domain.id) + 1 || sections.length + 1;
  const seed = Math.max(0, Math.floor(now / 1000));
  const drawn = drawTasks(labs.pools, options.tasks ?? examSize.tasks, randomFrom(seed))
    .map(({ domain: pool, lab }) => labs.find(pool, lab) as ExamLab)
    // Numbered as they are shown: domain by domain.
    .sort((a, b) => placeOf(a) - placeOf(b));
  if (drawn.length === 0) throw new UserError('no-labs', { roadmap: roadmapName(loaded) });
  const tasks: MockTask[] = [];
  const files: { name: string; text: string }[] = [];
  const theme = mockTheme(context);
  for (const [at, { entry, domain }] of drawn.entries()) {
    const { id } = entry;
    const number = String(at + 1).padStart(2, '0');
    const folder = `${number}-${id.replaceAll(/[/\\]/g, '_')}`;
    const lab = await labOf(context, entry);
    const given = filesToBegin(lab, theme);
    const names = given.map(({ name }) => name);
    const task = { name: 'task.md', text: mockTaskText(lab, `${number}.`, names, theme) };
    tasks.push({ folder, lab: id, domain });
    files.push(...[task, ...given].map(({ name, text }) => ({ name: `${folder}/${name}`, text })));
  }
  const exam: MockExam = {
    ...{ roadmap: roadmapName(loaded), seed, started: now, minutes: options.minutes ?? examSize.minutes },
    ...{ passPercent: examSize.passPercent, tasks, finished: null, result: null },
  };
  const text = mockExamText(exam);
  createFolder(disk, path, [...files, { name: examFile, text }]);
  return { ...place, exam, bytes: new TextEncoder().encode(text) };
}

/** `stateOf`: of a task of an exam that is not finished. */
function show(
  context: Context,
  kept: KeptExam,
  options: LabOptions,
  stateOf: (task: MockTask) => ShownTask['state'],
): void {
  const { exam, labs } = kept;
  const tasks = exam.tasks.map((task, at): ShownTask => {
    const entry = labs.find(task.domain.id, task.lab)?.entry ?? null;
    const result = exam.result?.tasks[at];
    return result === undefined
      ? { task, entry, state: stateOf(task), held: null, checks: null }
      : { task, entry, state: result.outcome, held: result.held, checks: result.checks };
  });
  const asked = options.tasks ?? examSize.tasks;
  const wanted = exam.result !== null || tasks.length >= asked ? null : asked;
  sayExam(context, viewOf(context, kept, tasks, { wanted, recorded: null }), options);
}

export function viewOf(
  { now }: Context,
  { loaded, exam, name, folder, isUsualFolder }: KeptExam,
  tasks: readonly ShownTask[],
  more: Pick<MockExamView, 'wanted' | 'recorded'>,
): MockExamView {
  return { roadmap: loaded.roadmap, exam, name, folder, isUsualFolder, now, tasks, ...more };
}

export function sayExam(context: Context, view: MockExamView, options: LabOptions): void {
  const { language } = context;
  if (options.json) context.out(mockExamJson(view, language));
  else if (options.plain) context.out(plainMockExam(view, language, options.zero ? '\0' : '\n'));
  else context.out(drawMockExam(view, mockTheme(context)));
}

/** None of a lab that is gone, and of a finished exam. */
async function runningStates(
  context: Context,
  { path, exam, labs }: KeptExam,
): Promise<ReadonlyMap<MockTask, ShownTask['state']>> {
  const states = new Map<MockTask, ShownTask['state']>();
  for (const task of exam.result === null ? exam.tasks : []) {
    const found = labs.find(task.domain.id, task.lab);
    if (found === undefined) continue;
    const isBegun = isAnswered(context, joined(path, task.folder), await labOf(context, found.entry));
    states.set(task, isBegun ? 'begun' : 'untouched');
  }
  return states;
}

/** Whether a file of the answer is more than what it began with. Files that cannot be read are: somebody made them so. */
export function isAnswered({ disk }: Context, folder: string, { start }: Lab): boolean {
  return (answersIn(disk, folder) ?? []).some((name) => {
    const bytes = readQuietly(disk, joined(folder, name));
    return bytes === null || isBegun(decode(bytes).text, start);
  });
}
