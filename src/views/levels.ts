// LevelReport: each level with what one is able to do there, how far one is and what is missing.
import type { Language } from '../lang/messages.ts';
import type { Workload } from '../model/hours.ts';
import type { Missing } from '../model/missing.ts';
import type { LevelProgress } from '../model/progress.ts';
import { type Roadmap, type Topic, wording } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';
import { displayWidth } from '../text/width.ts';
import { missingJson, mostMissing } from './gate.ts';
import { documentOf, hoursJson, levelJson, projectHoursJson } from './json.ts';
import type { One } from './kinds.ts';
import {
  barBeside,
  barColumns,
  type Cell,
  commandLines,
  type Field,
  fields,
  hanging,
  page,
  row,
  textColumns,
  widest,
} from './layout.ts';
import { type RecordEnd, records } from './plain.ts';
import type { ThemeWithSentences } from './problem.ts';
import type { Theme } from './theme.ts';
import { oneLine } from './topic.ts';

export interface LevelView extends LevelProgress {
  readonly missing: Missing;
  readonly workload: Workload;
  /** Labs of the level; null where it has none. */
  readonly practised: { readonly total: number; readonly passed: number } | null;
}

export interface LevelsView {
  readonly roadmap: Roadmap;
  readonly levels: readonly LevelView[];
}

/** So many of what is missing are named; `gate` names them all. */
const fewest = 3;

/** `levels`. */
export function drawLevels({ roadmap, levels }: LevelsView, theme: ThemeWithSentences): string {
  const say = theme.sentences.levels;
  if (levels.length === 0)
    return page([[...hanging(' ', say.none.message, theme), ...hanging(' ', say.none.hint, theme, theme.dim)]]);
  const heads = headLines(levels, theme);
  const below =
    levels.find(
      ({ missing: { topics, projects }, labs }) =>
        topics.length + projects.length > 0 || (labs !== null && labs.passed < labs.required),
    ) ?? null;
  const blocks = levels.map(({ level }, index) => [
    heads[index] as string,
    ...(level.rubric === null ? [] : hanging('   ', theme.say(level.rubric), theme)),
    ...fields(
      3,
      [
        ...hoursFields(levels[index] as LevelView, theme),
        ...labFields(levels[index] as LevelView, theme),
        ...missingFields(levels[index] as LevelView, below, theme),
      ],
      theme,
    ),
  ]);
  const cut = levels.find(({ missing }) => missing.topics.length > fewest || missing.projects.length > fewest);
  const isLong =
    cut !== undefined && (cut.missing.topics.length > mostMissing || cut.missing.projects.length > mostMissing);
  const command = cut ? theme.commands.to('gate', cut.level.id, ...(isLong ? ['--full'] : [])) : null;
  return page([
    ...blocks,
    [
      ...(roadmap.levelSource === 'inferred' ? hanging(' ', theme.messages.levelsInferred, theme, theme.dim) : []),
      ...(command === null
        ? []
        : [...hanging(' ', say.allMissing, theme, theme.dim), ...commandLines(3, command, theme)]),
    ],
  ]);
}

function headLines(levels: readonly LevelView[], theme: ThemeWithSentences): string[] {
  const states = levels.map(({ reached }) => (reached ? theme.messages.reached : theme.sentences.gate.notReached));
  const counts = levels.map(({ tally }) => `${tally.done}/${tally.total}`);
  const names = levels.map(({ level }) => theme.say(level.title));
  const state = widest(states);
  const count = widest(counts);
  const widths = names.map(displayWidth);
  const most = theme.width < 64 ? 0 : barColumns(theme.width);
  const room = theme.width - 1 - (most && 2) - (2 + count) - 6 - (2 + state);
  const bar = barBeside(widths, room, most);
  const name = textColumns(widths, room - bar);
  return levels.map(({ tally, reached }, index) => {
    const cells: Cell[] = [
      { text: names[index] as string, width: name, paint: theme.title },
      { text: theme.bar(tally.done, tally.total, bar), width: bar, painted: true },
      { text: counts[index] as string, width: count, side: 'right' },
      { text: `${tally.percent}%`, width: 4, side: 'right' },
      { text: states[index] as string, width: state, paint: reached ? theme.good : theme.dim },
    ];
    return row(1, cells, theme);
  });
}

/** How long its topics take, and apart from them its projects. */
function hoursFields({ workload }: LevelView, { messages }: Theme): Field[] {
  const { topics, projects } = workload;
  const values = [
    ...(topics === null ? [] : [messages.hoursLeft(topics.all, topics.left, !topics.isWhole)]),
    ...(projects === null ? [] : [messages.projectHours(projects.all, projects.left, !projects.isWhole)]),
  ];
  return [{ label: messages.label.hours, values }];
}

/** How many of its labs are passed, and how many it asks for. */
function labFields({ practised, labs }: LevelView, { messages, sentences, dot }: ThemeWithSentences): Field[] {
  if (practised === null && labs === null) return [];
  const { total, passed } = practised ?? { total: 0, passed: 0 };
  const required = labs === null ? '' : `${dot}${sentences.levels.labsRequired(labs.required)}`;
  return [{ label: messages.label.labs, values: [sentences.levels.practised(passed, total) + required] }];
}

/** What keeps a level from being reached: its topics, its projects, the lowest one that misses some, or that it has nothing. */
function missingFields(
  { level, tally, projects, labs, reached, missing }: LevelView,
  below: LevelView | null,
  theme: ThemeWithSentences,
): Field[] {
  const { messages, sentences } = theme;
  const few = (topics: readonly Topic[]): string[] => [
    ...topics.slice(0, fewest).map((topic) => oneLine(topic, theme)),
    ...(topics.length > fewest ? [messages.more(topics.length - fewest)] : []),
  ];
  const all: Field[] = [];
  if (missing.topics.length > 0)
    all.push({
      label: sentences.levels.missing,
      values: [messages.topics(missing.topics.length), ...few(missing.topics)],
      signed: true,
    });
  if (projects.total > 0) {
    const built = `${projects.done}/${projects.total}`;
    const values = projects.done > 0 ? [built] : [`${built}${theme.dot}${sentences.levels.oneNeeded}`];
    all.push({ label: messages.label.projects, values: [...values, ...few(missing.projects)], signed: true });
  }
  const lacksLabs = labs !== null && labs.passed < labs.required;
  if (reached || lacksLabs || missing.topics.length + missing.projects.length > 0) return all;
  const name = theme.say(level.title);
  const isEmpty = tally.total + projects.total === 0;
  const why =
    isEmpty || !below ? sentences.gate.nothingCounts(name) : sentences.levels.waits(theme.say(below.level.title));
  return [...all, { label: sentences.levels.missing, values: [why] }];
}

/** `levels --plain`: id, `reached` or `open`, where the level comes from, done, total, percent, title. */
export function plainLevels({ roadmap, levels }: LevelsView, language: Language, end: RecordEnd): string {
  return records(
    levels.map(({ level, tally, reached }) => [
      visible(level.id),
      reached ? 'reached' : 'open',
      roadmap.levelSource ?? '-',
      String(tally.done),
      String(tally.total),
      String(tally.percent),
      visible(wording(level.title, language)),
    ]),
    end,
  );
}

/** `levels --json`: kind "levels"; each as in `status --json`, and what is missing on it. */
export function levelsJson({ roadmap, levels }: LevelsView, language: Language): string {
  return documentOf('levels', {
    levels: levels.map(
      ({ missing, workload, practised, ...progress }): One<'levels', 'levels'> => ({
        ...levelJson(progress, roadmap, language),
        missing: missing.topics.map((topic) => missingJson(topic, language)),
        missingProjects: missing.projects.map((project) => missingJson(project, language)),
        ...hoursJson(workload.topics),
        ...projectHoursJson(workload.projects),
        practised,
      }),
    ),
  });
}
