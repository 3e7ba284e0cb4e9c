// LabTask: one lab before it is judged: the task, its hints, a solution, and the files to begin with.
import { UserError } from '../errors.ts';
import type { Lab } from '../model/lab.ts';
import { joined } from '../store/files.ts';
import { givenName, withoutSlash } from '../store/lab-files.ts';
import { hintsShown, keepHints } from '../store/lab-hints.ts';
import { absolutePath, exists } from '../store/library.ts';
import { createFile, removeFile } from '../store/replace.ts';
import { visible } from '../text/visible.ts';
import type { LabTheme } from '../views/lab-list.ts';
import { drawHints, drawLabTask, drawSolution, type LabTaskView, labJson, taskText } from '../views/lab-task.ts';
import { commandLines, hanging, page } from '../views/layout.ts';
import type { Context } from './context.ts';
import { type LabEntry, labOf } from './lab-finder.ts';
import { type LabOptions, labTheme } from './lab-options.ts';

async function viewOf(context: Context, entry: LabEntry): Promise<LabTaskView> {
  const { disk, places } = context;
  const lab = await labOf(context, entry);
  return { entry, lab, hints: Math.min(lab.hints.length, hintsShown(disk, places.state, entry.file)) };
}

/** `lab ID`. */
export async function show(context: Context, entry: LabEntry, options: LabOptions): Promise<number> {
  const view = await viewOf(context, entry);
  context.out(options.json ? labJson(view, false, context.language) : drawLabTask(view, labTheme(context)));
  return 0;
}

/** `--hint`: one more than before. */
export async function hint(context: Context, entry: LabEntry, options: LabOptions): Promise<number> {
  const { disk, places } = context;
  const view = await viewOf(context, entry);
  const hints = Math.min(view.hints + 1, view.lab.hints.length);
  if (hints > view.hints) keepHints(disk, places.state, entry.file, hints);
  const now = { ...view, hints };
  context.out(options.json ? labJson(now, false, context.language) : drawHints(now, labTheme(context)));
  return 0;
}

/** `--solution`: needs a yes, or `--force`. Throws `needs-answer` where nobody can be asked. */
export async function solution(context: Context, entry: LabEntry, options: LabOptions): Promise<number> {
  const theme = labTheme(context);
  if (!options.force) {
    const question = theme.lab.askSolution;
    if (!context.canAsk()) throw new UserError('needs-answer', { question, flag: '--force' });
    if (!(await context.ask(question))) return 0;
  }
  const view = await viewOf(context, entry);
  context.out(options.json ? labJson(view, true, context.language) : drawSolution(view, theme));
  return 0;
}

/** What an answer begins with: the file for it, and what is in the cluster. */
export function filesToBegin(lab: Lab, { lab: say }: LabTheme): { readonly name: string; readonly text: string }[] {
  const { given, start } = lab;
  return [
    ...(given.manifests.trim() === '' ? [] : [{ name: givenName, text: given.manifests }]),
    { name: answerName, text: start.trim() === '' ? `# ${say.answerHere(lab.id)}\n` : start },
  ];
}

const answerName = 'answer.yaml';

/** `--into DIR`: all of its files or none, and never over one. Throws `unwritable`. */
export async function into(context: Context, entry: LabEntry, folder: string, options: LabOptions): Promise<number> {
  const { disk, library, language } = context;
  const view = await viewOf(context, entry);
  const theme = labTheme(context);
  const path = absolutePath(library.cwd, withoutSlash(folder));
  const files = [{ name: 'task.txt', text: taskText(view, theme) }, ...filesToBegin(view.lab, theme)].map(
    ({ name, text }) => ({ name, path: joined(path, name), bytes: new TextEncoder().encode(text) }),
  );
  const there = files.find((file) => exists(disk, file.path));
  if (there !== undefined)
    throw new UserError('unwritable', { file: joined(folder, there.name), cause: 'exists', variable: null });
  const made: (typeof files)[number][] = [];
  try {
    for (const file of files) {
      createFile(disk, file.path, file.bytes, { variable: null });
      made.push(file);
    }
  } catch (error) {
    // Half of them would be in the way of the next try.
    for (const file of made) removeFile(disk, file.path, { expected: file.bytes, variable: null });
    throw error;
  }
  if (options.json) {
    context.out(labJson(view, false, language));
    return 0;
  }
  if (options.quiet) return 0;
  const names = files.map(({ name }) => visible(joined(folder, name)));
  context.out(
    page([
      names.flatMap((name) => hanging(' ', name, theme)),
      [
        ...hanging(' ', theme.lab.judge, theme, theme.dim),
        ...commandLines(3, theme.commands.to('lab', entry.id, folder), theme),
      ],
    ]),
  );
  return 0;
}
