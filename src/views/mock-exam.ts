// MockExamReport: a mock exam while it runs and when it is judged: time, tasks by domain, the result, and what to study next.
import { instantText } from '../dates/instant.ts';
import type { Language } from '../lang/messages.ts';
import type { MockExamSentences } from '../lang/mock-exam-words.ts';
import type { Lab } from '../model/lab.ts';
import { endOf, type MockExam, type MockTask, type Outcome, timeLeft } from '../model/mock-exam.ts';
import { type Roadmap, type Status, type Text, wording } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/width.ts';
import { documentOf } from './json.ts';
import type { Content, One } from './kinds.ts';
import type { LabTheme, ListedLab } from './lab-list.ts';
import { paragraphs } from './lab-task.ts';
import { type Cell, commandLines, flow, hanging, heading, page, row, widest } from './layout.ts';
import { type RecordEnd, records } from './plain.ts';

export interface MockTheme extends LabTheme {
  readonly mock: MockExamSentences;
}

export interface ShownTask {
  readonly task: MockTask;
  /** null where the lab is not there any more. */
  readonly entry: ListedLab | null;
  /** `begun` while the exam runs; afterwards what became of it. */
  readonly state: 'begun' | Outcome;
  /** Checks that hold, of all; null while the exam runs. */
  readonly held: number | null;
  readonly checks: number | null;
}

export interface MockExamView {
  readonly roadmap: Roadmap;
  readonly exam: MockExam;
  /** As `--mock` takes it. */
  readonly name: string;
  /** As it was typed, or the one that is looked for without one. */
  readonly folder: string;
  readonly isUsualFolder: boolean;
  readonly now: number;
  readonly tasks: readonly ShownTask[];
  /** So many tasks were asked for, where there are fewer. */
  readonly wanted: number | null;
  /** Labs that the progress file has now, and that file. */
  readonly recorded: { readonly count: number; readonly file: string } | null;
}

const minutesIn = (milliseconds: number): number => Math.floor(milliseconds / 60_000);
/** Rounded up: who has 30 seconds left has time. */
const minutesLeft = ({ exam, now }: MockExamView): number => Math.ceil(timeLeft(exam, now) / 60_000);

/** `lab --mock`, with `--finish` as well. */
export function drawMockExam(view: MockExamView, theme: MockTheme): string {
  const { roadmap, tasks, wanted, exam } = view;
  const { mock: say } = theme;
  const isLate = tasks.some(({ state }) => state === 'late');
  return page([
    [...heading(' ', say.title(theme.say(roadmap.title)), theme, theme.title), ...flow(1, facts(view, theme), theme)],
    wanted === null ? [] : hanging(' ', say.fewer(tasks.length, wanted), theme, theme.dim),
    ...domainBlocks(view, theme),
    isLate ? hanging(' ', say.lateRule, theme, theme.dim) : [],
    ...(exam.result === null ? [runningLines(view, theme)] : finishedBlocks(view, theme)),
  ]);
}

function facts(view: MockExamView, theme: MockTheme) {
  const { exam, now, tasks } = view;
  const { mock: say } = theme;
  const { result, finished, minutes, started, passPercent } = exam;
  const needed = { text: say.needed(passPercent), paint: theme.dim };
  if (result !== null) {
    const { percent, passed } = result;
    const used = minutesIn((finished ?? now) - started);
    return [
      passed ? { text: say.passed(percent), paint: theme.good } : { text: say.failed(percent), paint: theme.bad },
      needed,
      { text: say.used(used, minutes), paint: theme.dim },
    ];
  }
  const begun = tasks.filter(({ state }) => state === 'begun').length;
  return [
    now < endOf(exam)
      ? { text: say.left(minutesLeft(view), minutes), paint: theme.accent }
      : { text: say.over(minutesIn(now - endOf(exam))), paint: theme.bad },
    { text: say.begun(begun, tasks.length), paint: theme.dim },
    needed,
  ];
}

interface ShownDomain {
  readonly id: string;
  readonly title: Text;
  readonly address: string;
  readonly weight: number | null;
  readonly percent: number | null;
}

/** In the order of the tasks; by the title that the roadmap has now, else by the one that was kept. */
function domainsOf({ exam, roadmap }: MockExamView): readonly ShownDomain[] {
  const sections = new Map(roadmap.children.flatMap((one) => (one.kind === 'section' ? [[one.id, one] as const] : [])));
  const kept = new Map(exam.tasks.map(({ domain }) => [domain.id, domain.title]));
  return [...kept].map(([id, title]) => {
    const section = sections.get(id);
    return {
      ...{ id, title: section?.title ?? title, address: section?.address ?? '', weight: section?.weight ?? null },
      percent: exam.result?.domains.find(({ domain }) => domain === id)?.percent ?? null,
    };
  });
}

interface Columns {
  readonly names: number;
  readonly titles: number;
  readonly states: number;
}

function domainBlocks(view: MockExamView, theme: MockTheme): string[][] {
  const { mock: say } = theme;
  const most = Math.max(8, Math.min(34, theme.width - 3 - theme.markWidth - 2));
  const names = Math.min(most, widest(view.tasks.map(({ task }) => visible(task.folder))));
  const states = widest(view.tasks.map((task) => stateOf(task, theme)));
  const titles = Math.min(72, widest(view.tasks.map(({ entry }) => (entry === null ? '' : theme.say(entry.title)))));
  const columns = { names, states, titles };
  return domainsOf(view).map(({ id, title, address, weight, percent }) => {
    const own = view.tasks.filter(({ task }) => task.domain.id === id);
    const share = percent ?? weight;
    const behind = share === null ? '' : theme.dot + say.weight(share);
    const head = address === '' ? ' ' : ` ${address}  `;
    return [
      ...heading(head, theme.say(title) + behind, theme, theme.title, theme.accent),
      ...own.flatMap((task) => taskLines(task, columns, theme)),
    ];
  });
}

/** Nothing of a task that waits while the exam runs. */
function stateOf({ state, held, checks }: ShownTask, { mock: say }: MockTheme): string {
  if (state === 'untouched' && held === null) return '';
  if (state === 'judged') return say.share(held ?? 0, checks ?? 0);
  return state === 'late' ? say.late(held ?? 0, checks ?? 0) : say.state[state];
}

const leastTitle = 24;

/** The title is beneath the folder where there is no room beside it. */
function taskLines(task: ShownTask, { names, states, titles }: Columns, theme: MockTheme): string[] {
  const { state, held, checks, entry } = task;
  const isWhole = state === 'judged' && held === checks;
  const isPart = state === 'begun' || (state === 'judged' && (held ?? 0) > 0);
  const status: Status = isWhole ? 'done' : isPart ? 'doing' : 'todo';
  const left = 3 + theme.markWidth + 2;
  const title = entry === null ? '' : theme.say(entry.title);
  const room = theme.width - left - names - 2 - 2 - states;
  const isBeside = room >= Math.min(leastTitle, titles);
  const width = isBeside ? Math.min(room, titles) : Math.max(1, theme.width - left);
  const lines = wrap(title, width);
  const beneath = isBeside ? lines.slice(1) : [...stateBeneath(task, names, states, left, theme), ...lines];
  const cells: Cell[] = [
    { text: theme.mark(status), width: theme.markWidth, painted: true },
    { text: visible(task.task.folder), width: names, paint: theme.accent },
    ...(isBeside ? [{ text: lines[0] ?? '', width }] : []),
    ...(isBeside || left + names + 2 + states <= theme.width
      ? [{ text: stateOf(task, theme), width: states, paint: theme.dim }]
      : []),
  ];
  const indent = ' '.repeat(isBeside ? left + names + 2 : left);
  return [row(3, cells, theme), ...beneath.filter((line) => line !== '').map((line) => indent + line)];
}

function stateBeneath(task: ShownTask, names: number, states: number, left: number, theme: MockTheme): string[] {
  if (left + names + 2 + states <= theme.width) return [];
  return wrap(stateOf(task, theme), Math.max(1, theme.width - left)).map(theme.dim);
}

const typed = (theme: MockTheme, what: string, command: string): string[] => [
  ...hanging(' ', what, theme, theme.dim),
  ...commandLines(3, command, theme),
];

/** The line that was typed, or would be. */
const examLine = ({ name, folder, isUsualFolder }: MockExamView, theme: MockTheme, ...more: string[]): string =>
  theme.commands.to('lab', '--mock', name, ...(isUsualFolder ? [] : [folder]), ...more);

function runningLines(view: MockExamView, theme: MockTheme): string[] {
  const { tasks, name, folder, exam, now } = view;
  const { mock: say } = theme;
  if (now >= endOf(exam)) return typed(theme, say.finishOver, examLine(view, theme, '--finish'));
  const next = tasks.find(({ state, entry }) => state === 'untouched' && entry !== null);
  return [
    ...(next?.entry
      ? typed(
          theme,
          say.nextTask(visible(`${folder}/${next.task.folder}/answer.yaml`)),
          theme.commands.on(name).to('lab', next.entry.id),
        )
      : []),
    ...typed(theme, say.look, examLine(view, theme)),
    ...typed(theme, say.finish, examLine(view, theme, '--finish')),
  ];
}

/** Weakest domain first; of each what is not whole, in the order of the tasks. */
export function toStudy({ exam, tasks }: MockExamView): readonly (ShownTask & { readonly entry: ListedLab })[] {
  const percents = new Map(exam.result?.domains.map(({ domain, percent }) => [domain, percent]));
  return tasks
    .flatMap((one) => {
      const { entry, state, held, checks } = one;
      const isWhole = (state === 'judged' || state === 'late') && held === checks;
      return entry === null || exam.result === null || isWhole ? [] : [{ ...one, entry }];
    })
    .sort((a, b) => (percents.get(a.task.domain.id) ?? 0) - (percents.get(b.task.domain.id) ?? 0));
}

/** More than these are not begun at once. */
const mostToStudy = 3;

function finishedBlocks(view: MockExamView, theme: MockTheme): string[][] {
  const { name, folder, recorded, tasks } = view;
  const { mock: say } = theme;
  const commands = theme.commands.on(name);
  const study = toStudy(view);
  const topics = study
    .slice(0, mostToStudy)
    .flatMap(({ entry: { id, topicOf } }) => [
      ...hanging('   ', `${topicOf.address} ${theme.say(topicOf.title)}`, theme),
      ...commandLines(5, commands.to('show', topicOf.address), theme),
      ...commandLines(5, commands.to('lab', id), theme),
    ]);
  const odd = tasks.find(({ state, held, checks }) => state === 'invalid' || (state === 'judged' && held !== checks));
  const more = study.length - mostToStudy;
  return [
    recorded === null
      ? []
      : hanging(' ', say.recorded(recorded.count, visible(recorded.file), commands.to('undo')), theme, theme.dim),
    topics.length === 0
      ? []
      : [
          ...hanging(' ', say.study, theme, theme.dim),
          ...topics,
          ...(more > 0 ? hanging('   ', theme.messages.more(more), theme, theme.dim) : []),
        ],
    [
      ...(odd?.entry ? typed(theme, say.why, commands.to('lab', odd.entry.id, `${folder}/${odd.task.folder}`)) : []),
      ...typed(theme, say.another(visible(`${folder}-2`)), theme.commands.to('lab', '--mock', name, `${folder}-2`)),
    ],
  ];
}

/** The task as the Markdown file in its folder. */
export function mockTaskText(lab: Lab, head: string, files: readonly string[], given: MockTheme): string {
  const theme = { ...given, width: 80 };
  const { mock: say, lab: words } = theme;
  const facts = lab.given.facts.flatMap((fact) => hanging('- ', theme.say(fact), theme));
  const { taskFiles } = say;
  const about = [
    ...(lab.document === 'resources' ? [say.namespace(visible(lab.namespace))] : []),
    ...(files.includes('given.yaml') ? [taskFiles.given] : []),
    lab.start.trim() === '' ? taskFiles.answer : taskFiles.start,
  ].join(' ');
  return page([
    [`# ${head} ${theme.say(lab.title)}`],
    paragraphs(lab.task, '', theme),
    facts.length === 0 ? [] : [`${words.label.given}:`, '', ...facts],
    hanging('', about, theme),
  ]);
}

/** `lab --mock --plain`: folder, state, checks that hold or `-`, all of them or `-`, lab, domain. */
export function plainMockExam(view: MockExamView, language: Language, end: RecordEnd): string {
  const titles = new Map(domainsOf(view).map(({ id, title }) => [id, wording(title, language)]));
  return records(
    view.tasks.map(({ task, state, held, checks }) => [
      visible(task.folder),
      state,
      held === null ? '-' : String(held),
      checks === null ? '-' : String(checks),
      visible(task.lab),
      visible(titles.get(task.domain.id) ?? task.domain.title),
    ]),
    end,
  );
}

/** `lab --mock --json`: kind "mock". */
export function mockExamJson(view: MockExamView, language: Language): string {
  const { roadmap, exam, folder, now, tasks, recorded } = view;
  const { seed, started, minutes, passPercent: pass, finished, result } = exam;
  const domains = domainsOf(view);
  const titles = new Map(domains.map(({ id, title }) => [id, wording(title, language)]));
  const topicJson = ({ topicOf }: ListedLab) => ({
    ...{ address: topicOf.address, id: topicOf.id, title: wording(topicOf.title, language) },
  });
  const content: Content<'mock'> = {
    roadmap: { id: roadmap.id, title: wording(roadmap.title, language) },
    ...{ folder, seed, minutes, pass },
    ...{ started: instantText(started), ends: instantText(endOf(exam)) },
    finished: finished === null ? null : instantText(finished),
    secondsLeft: result === null ? Math.max(0, Math.ceil(timeLeft(exam, now) / 1000)) : null,
    tasks: tasks.map(
      ({ task, entry, state, held, checks }): One<'mock', 'tasks'> => ({
        ...{ folder: task.folder, lab: task.lab, title: entry && wording(entry.title, language) },
        topic: entry && topicJson(entry),
        domain: { id: task.domain.id, title: titles.get(task.domain.id) ?? task.domain.title },
        ...{ state, held, checks },
      }),
    ),
    result: result && {
      ...{ percent: result.percent, passed: result.passed },
      domains: domains.flatMap(({ id, weight, percent }) => {
        const tasks = result.domains.find(({ domain }) => domain === id)?.tasks;
        return percent === null || tasks === undefined
          ? []
          : [{ id, title: titles.get(id) ?? '', weight, tasks, percent }];
      }),
    },
    study: toStudy(view).map(({ entry }) => ({ topic: topicJson(entry), lab: entry.id })),
    recorded: recorded?.file ?? null,
  };
  return documentOf('mock', content);
}
