// Lab: practice that is judged here: the list of labs, one of them, what helps with it, and the verdict on an answer.
import { UserError } from '../errors.ts';
import { drawLabs, labsJson, plainLabs } from '../views/lab-list.ts';
import type { Context } from './context.ts';
import { filterOf, fitting } from './filter.ts';
import { type ChosenLabs, chooseLabs } from './lab-choice.ts';
import type { LabEntry } from './lab-finder.ts';
import { type LabOptions, labTheme } from './lab-options.ts';

/** What is about one lab, by its option. */
const aboutOne = ['into', 'hint', 'solution', 'tick', 'watch'] as const;

/**
 * `lab`, `lab ID`, `lab ID FILE…`: 0, or 1 where an answer does not hold. Throws `no-lab`, `several-labs`, `which-lab`, `lab-first`, `needs-mock`,
 * `no-answer`, `options-exclude`, `needs-answer`, and what filtering, reading and writing throw.
 */
export async function lab(context: Context, words: readonly string[], options: LabOptions): Promise<number> {
  const [word, ...files] = words;
  refuseEmpty(words, options);
  if (options.mock !== undefined) return (await import('./mock-exam.ts')).mockExam(context, words, options);
  refuseOdd(word, files, options);
  const found = await chooseLabs(context, word, options);
  const chosen = options.broken ? { ...found, labs: found.labs.filter(({ mend }) => mend) } : found;
  const { labs } = chosen;
  if (options.broken && options.into !== undefined && labs.length > 0 && (word === undefined || labs.length > 1))
    return (await import('./lab-hunts.ts')).writeHunts(context, labs, options.into, options);
  const [only] = labs;
  const option = aboutOne.find((name) => options[name]);
  if (word === undefined && option !== undefined)
    throw new UserError('which-lab', { option: `--${option}`, example: only?.id ?? 'ID' });
  const isAboutOne = word !== undefined && (files.length > 0 || option !== undefined || labs.length === 1);
  if (!isAboutOne || only === undefined) return list(context, chosen, options);
  if (labs.length > 1) throw new UserError('several-labs', { word, labs: labs.map(({ id }) => id) });
  return one(context, chosen, only, files, options);
}

/** A variable of the shell that is not set is not the folder that one is in. */
function refuseEmpty([word, ...files]: readonly string[], { into, mock }: LabOptions): void {
  if (into === '') throw new UserError('missing-argument', { argument: 'folder', command: 'lab --into' });
  if (files.includes('')) throw new UserError('missing-argument', { argument: 'file', command: `lab ${word}` });
  if (mock !== undefined && word === '')
    throw new UserError('missing-argument', { argument: 'folder', command: `lab --mock ${mock}` });
}

/** Options that are about a lab and those about an answer; the first that does not fit is named. */
function refuseOdd(word: string | undefined, files: readonly string[], options: LabOptions): void {
  const exclude = (option: string, other: string): never => {
    throw new UserError('options-exclude', { option, other, command: 'lab' });
  };
  const ofExam = (['finish', 'tasks', 'minutes'] as const).find((name) => options[name] !== undefined);
  if (ofExam !== undefined) throw new UserError('needs-mock', { option: `--${ofExam}` });
  const ways = (['into', 'hint', 'solution'] as const).filter((name) => options[name]);
  const [first, second] = ways;
  if (first !== undefined && second !== undefined) exclude(`--${first}`, `--${second}`);
  if (first !== undefined && files.length > 0) exclude(`--${first}`, files[0] as string);
  for (const name of ['tick', 'watch'] as const)
    if (options[name] && word !== undefined && files.length === 0)
      throw new UserError('missing-argument', { argument: 'file', command: `lab ${word} --${name}` });
  const filter = (['level', 'status', 'search'] as const).find((name) => options[name] !== undefined);
  if (filter !== undefined && (first !== undefined || files.length > 0))
    exclude(`--${filter}`, first === undefined ? (files[0] as string) : `--${first}`);
  if (options.watch && files.includes('-')) exclude('--watch', '-');
}

async function list(context: Context, chosen: ChosenLabs, options: LabOptions): Promise<number> {
  const { loaded, labs: all, isWhole, unusable } = chosen;
  const { roadmap } = loaded;
  const labs = filteredLabs(all, context, chosen, options);
  const { language } = context;
  if (options.json) context.out(labsJson(labs, language));
  else if (options.plain) context.out(plainLabs(labs, language, options.zero ? '\0' : '\n'));
  else {
    const isAll = isWhole && labs.length === all.length && !options.broken;
    const next = options.broken ? await huntToShow(context, labs) : null;
    context.out(drawLabs({ roadmap, labs, isWhole: isAll, next }, labTheme(context)));
  }
  if (unusable.length > 0 && !options.quiet) await (await import('./lab-choice.ts')).sayUnusable(context, unusable);
  return 0;
}

async function huntToShow(context: Context, labs: readonly LabEntry[]) {
  const { huntOfDay } = await import('./lab-hunts.ts');
  const { mockExamSentences } = await import('../lang/mock-exam-sentences.ts');
  const hunt = huntOfDay(labs, context.today);
  return hunt && { what: mockExamSentences[context.language].huntOfDay, lab: hunt.id };
}

/** A lab is done when it is passed, else to do; its own title is searched as well as what the topic says. */
function filteredLabs(
  labs: readonly LabEntry[],
  { today }: Context,
  { loaded: { roadmap } }: ChosenLabs,
  { level, status, search }: LabOptions,
): readonly LabEntry[] {
  const filter = filterOf(roadmap, { ...(level && { level }), ...(status && { status }) }, today);
  const fits = fitting({ ...filter, statuses: null, levels: null });
  const wanted = search?.toLowerCase() ?? '';
  const isFound = ({ id, title }: LabEntry): boolean =>
    [id, ...(typeof title === 'string' ? [title] : Object.values(title))].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  const isInTopic = search === undefined ? fits : fitting({ ...filterOf(roadmap, { search }, today) });
  return labs.filter(
    (one) =>
      (filter.levels === null || filter.levels.some(({ id }) => id === one.level)) &&
      (filter.statuses === null || filter.statuses.includes(one.passed ? 'done' : 'todo')) &&
      (search === undefined || isFound(one) || isInTopic(one.topicOf)),
  );
}

async function one(
  context: Context,
  chosen: ChosenLabs,
  entry: LabEntry,
  files: readonly string[],
  options: LabOptions,
): Promise<number> {
  const { loaded, all } = chosen;
  if (files.length > 0) {
    const { judgeAnswer } = await import('./lab-judging.ts');
    const later = all.slice(all.indexOf(entry) + 1);
    const nextLab = [...later, ...all].find((one) => !one.passed && one !== entry)?.id ?? null;
    return judgeAnswer(context, { loaded, entry, words: files, nextLab }, options);
  }
  const task = await import('./lab-task.ts');
  if (options.hint) return task.hint(context, entry, options);
  if (options.solution) return task.solution(context, entry, options);
  if (options.into !== undefined) return task.into(context, entry, options.into, options);
  return task.show(context, entry, options);
}
