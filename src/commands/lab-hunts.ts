// LabHunts: labs that begin with a faulty manifest: the one of the day, and a folder for each.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { mockExamSentences } from '../lang/mock-exam-sentences.ts';
import { randomFrom } from '../model/random.ts';
import { joined } from '../store/files.ts';
import { withoutSlash } from '../store/lab-files.ts';
import { absolutePath } from '../store/library.ts';
import { createFolder } from '../store/new-folder.ts';
import { visible } from '../text/visible.ts';
import { labsJson } from '../views/lab-list.ts';
import { taskText } from '../views/lab-task.ts';
import { commandLines, hanging, page } from '../views/layout.ts';
import type { Context } from './context.ts';
import { type LabEntry, labOf } from './lab-finder.ts';
import { type LabOptions, labTheme } from './lab-options.ts';
import { filesToBegin } from './lab-task.ts';

/** One that is not passed yet, the same all day; null where all are. */
export function huntOfDay(labs: readonly LabEntry[], today: CalendarDate): LabEntry | null {
  const open = labs.filter(({ passed }) => !passed);
  const random = randomFrom(Number(today.replaceAll('-', '')));
  return open[Math.floor(random() * open.length)] ?? null;
}

/** `lab --broken --into DIR`: all of the folders or none. Throws `unwritable`. */
export async function writeHunts(
  context: Context,
  labs: readonly LabEntry[],
  folder: string,
  options: LabOptions,
): Promise<number> {
  const { disk, library, language } = context;
  const theme = labTheme(context);
  const files: { name: string; text: string }[] = [];
  for (const entry of labs) {
    const lab = await labOf(context, entry);
    const task = { name: 'task.txt', text: taskText({ entry, lab, hints: 0 }, theme) };
    files.push(...[task, ...filesToBegin(lab, theme)].map(({ name, text }) => ({ name: `${entry.id}/${name}`, text })));
  }
  createFolder(disk, absolutePath(library.cwd, withoutSlash(folder)), files);
  if (options.json) context.out(labsJson(labs, language));
  else if (!options.quiet) {
    const say = mockExamSentences[language];
    const first = huntOfDay(labs, context.today) ?? (labs[0] as LabEntry);
    context.out(
      page([
        labs.flatMap(({ id }) => hanging(' ', visible(joined(folder, id)), theme)),
        [
          ...hanging(' ', say.huntOfDay, theme, theme.dim),
          ...commandLines(3, theme.commands.to('lab', first.id), theme),
          ...hanging(' ', theme.lab.judge, theme, theme.dim),
          ...commandLines(3, theme.commands.to('lab', first.id, joined(folder, first.id)), theme),
        ],
      ]),
    );
  }
  return 0;
}
