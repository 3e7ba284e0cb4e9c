// LabJudging: an answer to a lab: read, judged, the verdict shown; what is passed is recorded, and its topic ticked where that is wanted.
import { isUserError, UserError } from '../errors.ts';
import { type AnswerFile, type Lab, mostText, type Verdict } from '../model/lab.ts';
import { joined, readBytes } from '../store/files.ts';
import { answersIn } from '../store/lab-files.ts';
import { absolutePath } from '../store/library.ts';
import { decode, isBinary } from '../text/encoding.ts';
import { drawVerdict, type VerdictView, verdictJson } from '../views/verdict.ts';
import type { Context } from './context.ts';
import { type LabEntry, labOf } from './lab-finder.ts';
import { type LabOptions, labTheme } from './lab-options.ts';
import type { Recorded } from './lab-record.ts';
import type { Loaded } from './load.ts';

export interface Answer {
  readonly loaded: Loaded;
  readonly entry: LabEntry;
  /** Files, folders and `-`, as they were typed. */
  readonly words: readonly string[];
  /** What to go on with. */
  readonly nextLab: string | null;
}

/** `lab ID FILE…`: 0, or 1 where the answer does not hold. Throws `unreadable`, `no-answer`, and what recording and ticking throw. */
export async function judgeAnswer(context: Context, answer: Answer, options: LabOptions): Promise<number> {
  const lab = await labOf(context, answer.entry);
  if (!options.watch) return judgeOnce(context, answer, lab, options);
  const { watch } = await import('./watch.ts');
  let loaded = answer.loaded;
  return watch(context, { ...options, watched: 'lab' }, async (now) => {
    const found = await judged(now, { ...answer, loaded }, lab, options);
    loaded = found.recorded.now;
    now.out(drawVerdict({ ...found.view, isWatched: true }, labTheme(now)));
    return found.view.verdict.passed ? 0 : 1;
  });
}

interface Judged {
  readonly view: VerdictView;
  readonly recorded: Recorded;
}

/** The answer judged, and recorded where it holds. */
async function judged(context: Context, answer: Answer, lab: Lab, options: LabOptions): Promise<Judged> {
  const { loaded, entry, words, nextLab } = answer;
  const files = answerFiles(context, words, entry);
  // Loaded when there is an answer.
  const { judge } = await import('../judging/judge.ts');
  const verdict: Verdict = judge(lab, files);
  const judgedOnly = {
    ...{ entry, lab, files, words, verdict },
    ...{ recorded: null, isFirst: false, ticked: false, nextLab, isWatched: false },
  };
  if (!verdict.passed) return { view: judgedOnly, recorded: { file: null, isFirst: false, now: loaded } };
  let recorded: Recorded;
  try {
    recorded = await (await import('./lab-record.ts')).recordPassed(context, loaded, [entry], options);
  } catch (error) {
    // The answer holds all the same, which is worth knowing where nothing can be written.
    if (isUserError(error) && !options.json && !options.quiet) context.out(drawVerdict(judgedOnly, labTheme(context)));
    throw error;
  }
  const passedOn = entry.passed ? entry.passedOn : context.today;
  const { file, isFirst } = recorded;
  return { view: { ...judgedOnly, entry: { ...entry, passed: true, passedOn }, recorded: file, isFirst }, recorded };
}

async function judgeOnce(context: Context, answer: Answer, lab: Lab, options: LabOptions): Promise<number> {
  const { view } = await judged(context, answer, lab, options);
  const { passed } = view.verdict;
  const isOpen = answer.entry.topicOf.status !== 'done';
  const ticks = passed && isOpen && options.tick === true;
  if (options.json) {
    // Written before it is told: standard output is one document, and says what became of it.
    if (ticks) await tick(context, answer.entry, options);
    context.out(verdictJson({ ...view, ticked: ticks }, context.language));
    return passed ? 0 : 1;
  }
  const asks = passed && isOpen && !options.tick && !options.quiet && context.canAsk() && context.isWatched();
  const theme = labTheme(context);
  if (!options.quiet) context.out(drawVerdict({ ...view, ticked: ticks || asks }, theme));
  const { address, title } = answer.entry.topicOf;
  const isAgreed = asks && (await context.ask(theme.lab.askTick(`${address} ${theme.say(title)}`)));
  if (ticks && !options.quiet) context.out('\n');
  if (ticks || isAgreed) await tick(context, answer.entry, options);
  return passed ? 0 : 1;
}

/** As `done` does, with its answer, its journal and the user's hook. */
async function tick(context: Context, { topicOf }: LabEntry, options: LabOptions): Promise<void> {
  const { change } = await import('./change.ts');
  const { roadmap, encoding, progress, quiet, json } = options;
  const common = {
    ...(roadmap === undefined ? null : { roadmap }),
    ...(encoding === undefined ? null : { encoding }),
    ...(progress === undefined ? null : { progress }),
    ...(quiet || json ? { quiet: true } : null),
  };
  await change(context, 'done', [topicOf.address], { ...common, only: true });
}

/** Throws `unreadable`, and `no-answer` for a folder without one. */
export function answerFiles(context: Context, words: readonly string[], { id }: Pick<LabEntry, 'id'>): AnswerFile[] {
  const { disk, library } = context;
  // What comes behind too much is not read: `judge` refuses the answer.
  let room = mostText;
  const once = (path: string, name: string): AnswerFile[] => {
    if (room < 0) return [];
    const file = read(context, path, name);
    room -= file.text.length;
    return [file];
  };
  return words.flatMap((word): AnswerFile[] => {
    if (word === '-') return [{ name: '-', text: context.input() }];
    const path = absolutePath(library.cwd, word).replace(/(?<!^|\/)\/+$/, '');
    const names = answersIn(disk, path);
    if (names === null) return once(path, word);
    if (names.length === 0) throw new UserError('no-answer', { folder: word, lab: id });
    const folder = word.replace(/(?<!^|\/)\/+$/, '');
    return names.flatMap((name) => once(joined(path, name), joined(folder, name)));
  });
}

function read({ disk }: Context, path: string, name: string): AnswerFile {
  let bytes: Uint8Array;
  try {
    bytes = readBytes(disk, path);
  } catch (error) {
    // By the name that was typed.
    if (!isUserError(error) || error.code !== 'unreadable') throw error;
    throw new UserError('unreadable', { ...(error as UserError<'unreadable'>).args, file: name });
  }
  if (isBinary(bytes)) throw new UserError('unreadable', { file: name, cause: 'binary' });
  return { name, text: decode(bytes).text };
}
