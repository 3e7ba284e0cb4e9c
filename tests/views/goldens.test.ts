// Russian titles are there for their width.

import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { diagnostic, nowhere, problem, UserError } from '../../src/errors.ts';
import type { Step } from '../../src/model/history.ts';
import { nextTopics } from '../../src/model/next.ts';
import type { Filter, Part } from '../../src/model/part.ts';
import { progressOf, progressOfPart } from '../../src/model/progress.ts';
import type { Roadmap, Section, Status, Topic } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { toSource } from '../../src/text/source.ts';
import { type ChangeView, drawChange } from '../../src/views/change.ts';
import { commandsFor } from '../../src/views/command-line.ts';
import { diffLines, drawDiffs } from '../../src/views/diff.ts';
import { changeJson, nextJson, sectionJson, statusJson, topicJson, topicsJson } from '../../src/views/json.ts';
import { commandLines } from '../../src/views/layout.ts';
import { drawNext } from '../../src/views/next.ts';
import { plainStatus, plainTopics } from '../../src/views/plain.ts';
import type { ThemeWithSentences } from '../../src/views/problem.ts';
import { drawDiagnostic, drawError } from '../../src/views/problem.ts';
import { drawSection } from '../../src/views/section.ts';
import { drawStatus, type StatusView } from '../../src/views/status.ts';
import { drawTopic } from '../../src/views/topic.ts';
import { drawTopics, type TopicsView } from '../../src/views/topics.ts';
import { expectGolden } from '../support/golden.ts';
import {
  complete,
  dated,
  done as doneTopic,
  everyRoadmap,
  fifteen,
  flat,
  forty,
  hostile,
  mesh,
  origin,
  project,
  prose,
  roadmap,
  scripts,
  section,
  today,
  topic,
} from '../support/roadmaps.ts';
import { inEveryLook } from './variants.ts';

const all = (roadmap: Roadmap): Topic[] => [...topicsOf(roadmap.children), ...roadmap.projects];
const find = (roadmap: Roadmap, address: string): Topic =>
  all(roadmap).find((topic) => topic.address === address) as Topic;
const step = (day: string, from: Status | null, to: Status): Step => {
  const topic = find(mesh, '2.1.2');
  const { address, id, title } = topic;
  return { day: day as CalendarDate, topic, address, id, title, from, to, source: from === null ? 'file' : 'journal' };
};
const subsetsHistory = [
  step('2026-11-19', 'done', 'todo'),
  step('2026-11-12', 'doing', 'done'),
  step('2026-11-10', 'todo', 'doing'),
  step('2026-11-09', 'skipped', 'todo'),
  step('2026-11-01', 'done', 'skipped'),
  step('2026-10-02', null, 'done'),
];
const traffic = mesh.children[1] as Section;

function status(roadmap: Roadmap, more: Partial<StatusView> = {}): StatusView {
  return {
    roadmap,
    part: null,
    origin,
    progress: progressOf(roadmap),
    next: nextTopics(roadmap, 1, today),
    today,
    rows: null,
    ...more,
  };
}

const list = (roadmap: Roadmap): TopicsView => ({ roadmap, part: null });

const nothingAsked: Filter = {
  ...{ levels: null, statuses: null, tag: null, search: null },
  ...{ since: null, until: null, due: null },
};
const part: Part = {
  named: [mesh.children[0] as Section, find(mesh, '2.1.2'), '2.1-2.2'],
  filter: {
    ...{ levels: mesh.levels.slice(0, 2), statuses: ['done', 'doing'], tag: 'routing', search: 'two words' },
    ...{ since: '2026-11-01' as CalendarDate, until: '2026-11-19' as CalendarDate },
    due: { from: null, to: '2026-12-24' as CalendarDate, isOverdue: false },
  },
};
/** `status` of the first section, in the states that `states` gives its topics. */
function partStatus(roadmap: Roadmap, more: Partial<StatusView> = {}): StatusView {
  const narrow = { ...roadmap, children: roadmap.children.slice(0, 1), projects: [] };
  const progress = progressOfPart(narrow);
  const among = [...topicsOf(narrow.children)];
  const asked = { named: [roadmap.children[0] as Section], filter: nothingAsked };
  return { ...status(narrow), part: asked, progress, next: nextTopics(roadmap, 1, today, among), ...more };
}

function change(roadmap: Roadmap, addresses: readonly string[], more: Partial<ChangeView> = {}): ChangeView {
  const changed = addresses.map((address) => {
    const topic = find(roadmap, address);
    return { topic, from: 'todo', to: topic.status } as const;
  });
  return {
    verb: 'done',
    changes: { changed, unchanged: [] },
    roadmap,
    progress: progressOf(roadmap),
    next: nextTopics(roadmap, 1, today),
    origin,
    group: null,
    keptDay: null,
    isFirst: false,
    ...more,
  };
}

/** With time and notes, one of them long and one that a terminal would obey. */
const noted = topic(
  '1.2',
  { ru: 'Прокси', en: 'Proxies' },
  {
    ...{ status: 'done', completedOn: '2026-11-20' as CalendarDate },
    ...{ hours: 2, spent: 200 / 60, notes: ['https://example.org/proxies leads on'] },
    noteLines: [
      { day: '2026-11-02' as CalendarDate, text: 'заметка ✅ 2026-01-01 🆔 x [x] #tag \u001b[31mred' },
      {
        day: '2026-11-20' as CalendarDate,
        text: 'what is asked in the exam is not how it works but when it does not, '.repeat(2),
      },
    ],
  },
);
const notedMesh = roadmap({ ru: 'Сетка', en: 'Mesh' }, [
  section('1', { ru: 'Основы', en: 'Basics' }, [topic('1.1', 'Pods'), noted]),
]);
const notedChange = (isTicked: boolean): ChangeView => ({
  ...change(notedMesh, isTicked ? ['1.2'] : [], { isFirst: true, verb: isTicked ? 'done' : 'note' }),
  changes: {
    changed: isTicked ? [{ topic: noted, from: 'todo', to: 'done' }] : [],
    unchanged: [],
    noted: { topic: noted, minutes: isTicked ? 20 : null, notes: noted.noteLines.slice(1) },
  },
});

const on = (theme: ThemeWithSentences, roadmap: string): ThemeWithSentences => ({
  ...theme,
  commands: theme.commands.on(roadmap),
});
const repaired = { ...origin, name: "Ada's notes.md", repaired: 'macintosh' };
const before = '# Mesh\n\n- [ ] one\n  - [ ] two   spaced\n- [ ] three\n';
const after = '# Mesh\n\n- [x] one ✅ 2026-11-20\n  - [ ] two   spaced\n- [x] three ✅ 2026-11-20\n';

const faulty = '\t- [x] 网格 и 👩‍👩‍👧 ✅ 2026-02-30 ^block';
const unusable = 'title: Mesh\nsections:\n  - titel: Traffic\n    topics: none\n';
const long = `- [x] ${'слово '.repeat(60)}✅ 2026-02-30 и ещё немного`;
const placed = (line: string) => {
  const start = line.indexOf('2026-02-30');
  return diagnostic(
    'invalid-date',
    'warning',
    { line: 7, column: start + 1, span: { start, end: start + 10 } },
    { date: '2026-02-30' },
  );
};
const abandoned = diagnostic('ticks-abandoned', 'warning', nowhere, {
  ...{ file: '/home/ada/.local/share/istio-roadmap/mesh-1a2b.md', roadmap: '/home/ada/old/Mesh.md' },
  ...{ fitting: 21, total: 23, words: ['reconcile'] },
});
const another = diagnostic('progress-of-another', 'warning', nowhere, {
  ...{ file: '/home/ada/.local/share/istio-roadmap/mesh-1a2b.md', roadmap: '/home/ada/Tea.md' },
  words: ['reconcile', '--from', '/home/ada/.local/share/istio-roadmap/mesh-1a2b.md'],
});
const [fault, late] = [placed(faulty), placed(long)];

/** What a command took away of topics that were done on these days. */
function erased(...days: readonly (readonly [string, string | null])[]): ChangeView['changes'] {
  const changed = days.map(([address, day]) => {
    const topic = find(mesh, address);
    return { topic, from: 'done', to: topic.status, erased: day === null ? [] : [day as CalendarDate] } as const;
  });
  return { changed, unchanged: [] };
}

/** Ten sections of two subsections, so many of them complete. */
const ten = (complete: number): Roadmap =>
  roadmap(
    { en: 'Ten', ru: 'Десять' },
    Array.from({ length: 10 }, (_, index) => {
      const address = `${index + 6}`;
      const both = [1, 2].map((at) =>
        index < complete || at === 1
          ? doneTopic(`${address}.${at}.1`, `Topic ${at}`, '2026-11-20')
          : topic(`${address}.${at}.1`, `Topic ${at}`),
      );
      const inner = both.map((one, at) => section(`${address}.${at + 1}`, `Part ${at + 1}`, [one]));
      return section(address, { en: `Section ${address}`, ru: `Раздел ${address}` }, inner);
    }),
  );
const done = (roadmap: Roadmap): string[] =>
  all(roadmap).flatMap(({ address, status }) => (status === 'done' ? [address] : []));

const junior = { level: 'junior', levelSource: 'explicit' } as const;
const withProjects = (topics: readonly Topic[]): Roadmap =>
  roadmap({ en: 'Builder', ru: 'Строитель' }, [section('1', { en: 'Tools', ru: 'Инструменты' }, topics)], {
    levels: [{ id: 'junior', title: 'Junior', rubric: null }],
    levelSource: 'explicit',
    projects: [
      project(
        'P1',
        'A shop',
        { ...junior, status: 'done', completedOn: '2026-11-20' as CalendarDate },
        { proves: ['t-1.1', 't-1.2'] },
      ),
      project('P2', 'A bank', junior),
    ],
  });
const built = withProjects([doneTopic('1.1', 'Saw', '2026-11-01', junior), topic('1.2', 'Plane', junior)]);
const proven = withProjects([1, 2].map((at) => doneTopic(`1.${at}`, `Tool ${at}`, '2026-11-01', junior)));

const waiting = roadmap(
  'Waiting',
  [
    topic('1', 'Waits for another', { needs: ['t-2', 't-3'], ...junior }),
    topic('2', 'Can be done, and shown', { links: ['https://example.org'], ...junior }),
    topic('3', 'Of a higher level', { level: 'middle', levelSource: 'explicit' }),
  ],
  {
    levels: ['junior', 'middle'].map((id) => ({ id, title: id, rubric: null })),
    levelSource: 'explicit',
  },
);

describe('what people see stays as it was approved', () => {
  it.each<[string, Parameters<typeof inEveryLook>[0]]>([
    ['status-mesh.txt', (theme) => drawStatus(status(mesh), theme)],
    ['status-fifteen.txt', (theme) => drawStatus(status(fifteen), theme)],
    ['status-hostile.txt', (theme) => drawStatus(status(hostile), theme)],
    ['status-scripts.txt', (theme) => drawStatus(status(scripts), theme)],
    ['status-complete.txt', (theme) => drawStatus(status(complete), theme)],
    ['status-flat.txt', (theme) => drawStatus(status(flat), theme)],
    ['status-prose.txt', (theme) => drawStatus(status(prose), theme)],
    ['status-part.txt', (theme) => drawStatus(partStatus(mesh), theme)],
    ['status-part-complete.txt', (theme) => drawStatus(partStatus(complete), theme)],
    ['status-part-filters.txt', (theme) => drawStatus(partStatus(mesh, { part }), theme)],
    ['status-none-fits.txt', (theme) => drawStatus(partStatus({ ...mesh, children: [] }, { part }), on(theme, 'mesh'))],
    ['status-cut.txt', (theme) => drawStatus(status(forty, { rows: 24 }), on(theme, 'weeks.md'))],
    ['status-all-sections.txt', (theme) => drawStatus(status(forty), theme)],
    ['status-repaired.txt', (theme) => drawStatus(status(mesh, { origin: repaired }), on(theme, repaired.name))],
    ['list-mesh.txt', (theme) => drawTopics(all(mesh), list(mesh), theme)],
    ['list-hostile.txt', (theme) => drawTopics(all(hostile), list(hostile), theme)],
    ['list-scripts.txt', (theme) => drawTopics(all(scripts), list(scripts), theme)],
    ['list-flat.txt', (theme) => drawTopics(all(flat), list(flat), theme)],
    ['list-dated.txt', (theme) => drawTopics(all(dated), list(dated), theme)],
    ['list-nothing.txt', (theme) => drawTopics([], { ...list(mesh), part }, theme)],
    [
      'show-topic.txt',
      (theme) => drawTopic(find(mesh, '2.1.2'), { roadmap: mesh, origin, history: subsetsHistory }, theme),
    ],
    [
      'show-project.txt',
      (theme) => drawTopic(find(mesh, 'P1'), { roadmap: mesh, origin, history: [] }, on(theme, origin.name)),
    ],
    ['show-noted.txt', (theme) => drawTopic(noted, { roadmap: notedMesh, origin, history: [] }, theme)],
    ['show-scripts.txt', (theme) => drawTopic(find(scripts, '1.2'), { roadmap: scripts, origin, history: [] }, theme)],
    [
      'show-dated.txt',
      (theme) => drawTopic(find(dated, '1.2'), { roadmap: dated, origin, history: [] }, on(theme, origin.name)),
    ],
    ['show-section.txt', (theme) => drawSection({ section: traffic, roadmap: mesh }, theme)],
    ['show-roadmap.txt', (theme) => drawSection({ section: null, roadmap: mesh }, theme)],
    ['next-mesh.txt', (theme) => drawNext({ roadmap: mesh, asked: null, next: nextTopics(mesh, 3, today) }, theme)],
    [
      'next-dated.txt',
      (theme) => drawNext({ roadmap: dated, asked: null, next: nextTopics(dated, 20, today) }, on(theme, 'exam.md')),
    ],
    [
      'next-waits.txt',
      (theme) => drawNext({ roadmap: waiting, asked: null, next: nextTopics(waiting, 3, today) }, on(theme, 'mesh')),
    ],
    ['next-part-done.txt', (theme) => drawNext({ roadmap: mesh, asked: { part, isDone: true }, next: [] }, theme)],
    [
      'command.txt',
      (theme) =>
        commandLines(3, "istio-roadmap done 1.4 --on 2026-11-10 -r 'my own notes/Service mesh.md'", theme)
          .map((line) => `${line}\n`)
          .join(''),
    ],
    ['next-complete.txt', (theme) => drawNext({ roadmap: complete, asked: null, next: [] }, theme)],
    ['change-noted.txt', (theme) => drawChange(notedChange(true), theme)],
    ['change-note.txt', (theme) => drawChange(notedChange(false), theme)],
    ['change-one.txt', (theme) => drawChange(change(mesh, ['1.2'], { isFirst: true }), theme)],
    [
      'change-group.txt',
      (theme) => drawChange(change(mesh, ['1.1', '1.2'], { group: mesh.children[0] as Section }), theme),
    ],
    [
      'change-several.txt',
      (theme) =>
        drawChange(
          change(mesh, ['1.2', '2.1.1'], {
            changes: { changed: change(mesh, ['1.2', '2.1.1']).changes.changed, unchanged: [find(mesh, '1.1')] },
          }),
          theme,
        ),
    ],
    [
      'change-kept-day.txt',
      (theme) =>
        drawChange(
          change(mesh, [], {
            changes: { changed: [], unchanged: [find(mesh, '1.1')] },
            keptDay: { day: '2026-11-10' as CalendarDate, command: 'istio-roadmap done 1.1 --on 2026-11-10 --force' },
          }),
          theme,
        ),
    ],
    [
      'change-kept-days.txt',
      (theme) =>
        drawChange(
          change(mesh, ['2.1.1'], {
            changes: { ...change(mesh, ['2.1.1']).changes, unchanged: [find(mesh, '1.1'), find(mesh, '1.2')] },
            keptDay: {
              day: '2026-11-10' as CalendarDate,
              command: "istio-roadmap done 1 2.1.1 --on 2026-11-10 --force -r 'my notes/Mesh.md'",
            },
          }),
          theme,
        ),
    ],
    [
      'change-erased.txt',
      (theme) => drawChange(change(mesh, [], { verb: 'skip', changes: erased(['2.2', '2026-11-02']) }), theme),
    ],
    [
      'change-erased-several.txt',
      (theme) =>
        drawChange(
          change(mesh, [], {
            verb: 'start',
            changes: erased(['1.3', '2026-11-02'], ['2.1.2', null], ['2.1.3', '2026-11-18']),
          }),
          theme,
        ),
    ],
    [
      'change-sections.txt',
      (theme) =>
        drawChange(
          change(
            ten(10),
            all(ten(10)).map(({ address }) => address),
          ),
          theme,
        ),
    ],
    ['change-some-sections.txt', (theme) => drawChange(change(ten(8), done(ten(8))), theme)],
    ['change-project.txt', (theme) => drawChange(change(built, ['P1']), theme)],
    ['change-project-reached.txt', (theme) => drawChange(change(proven, ['P1']), theme)],
    ['change-undo.txt', (theme) => drawChange(change(mesh, ['2.1.2'], { verb: 'undo' }), theme)],
    [
      'change-nothing.txt',
      (theme) => drawChange(change(mesh, [], { changes: { changed: [], unchanged: [find(mesh, '1.2')] } }), theme),
    ],
    ['change-last.txt', (theme) => drawChange(change(complete, ['1.2']), theme)],
    ['diff.txt', (theme) => drawDiffs([diffLines(before, after, 'notes/Mesh.md', theme)], theme)],
    [
      'error-no-match.txt',
      (theme) =>
        drawError(
          new UserError('no-match', {
            selector: '4.99',
            nearest: [
              { address: '4.9', title: 'Ingress \u001b[31mgateway' },
              { address: '4.10', title: 'Egress' },
            ],
            meant: [],
          }),
          theme,
        ),
    ],
    [
      'error-bad-roadmap.txt',
      (theme) =>
        drawError(
          new UserError('bad-roadmap', {
            file: 'mesh.yaml',
            source: toSource(unusable),
            problems: [
              problem(
                'unknown-key',
                { line: 3, column: 5, span: { start: 24, end: 29 } },
                { key: 'titel', nearest: 'title' },
              ),
              problem(
                'expected',
                { line: 4, column: 13 },
                { field: 'topics', expected: 'topics', found: { text: 'none' } },
              ),
            ],
          }),
          theme,
        ),
    ],
    [
      'error-unwritable.txt',
      (theme) =>
        drawError(
          new UserError('unwritable', { file: '/mnt/notes/Mesh.md', cause: 'read-only', variable: null }),
          theme,
        ),
    ],
    [
      'error-needs-answer.txt',
      (theme) => {
        const question = theme.sentences.reconcile.tickAllTheSame(5, '/home/ada/.local/share/istio-roadmap/mesh.md');
        const given = commandsFor({ argv: ['done', '1.2', '-r', 'my mesh.md'], roadmap: 'my mesh.md' });
        const error = new UserError('needs-answer', { question, flag: '--force', look: ['reconcile'] });
        return drawError(error, { ...theme, commands: given });
      },
    ],
    [
      'diagnostic-abandoned.txt',
      (theme) => drawDiagnostic(abandoned, null, 'notes/Mesh.md', on(theme, 'notes/Mesh.md')),
    ],
    ['diagnostic-another.txt', (theme) => drawDiagnostic(another, null, 'notes/Mesh.md', on(theme, 'notes/Mesh.md'))],
    ['diagnostic.txt', (theme) => drawDiagnostic(fault, faulty, 'notes/Mesh.md', theme)],
    ['diagnostic-long.txt', (theme) => drawDiagnostic(late, long, 'notes/Mesh.md', theme)],
  ])('%s', (name, draw) => expectGolden(name, inEveryLook(draw)));
});

describe('what scripts read stays as it was approved', () => {
  const pretty = (document: string): string => {
    expect(document.endsWith('}\n') && document.indexOf('\n') === document.length - 1).toBe(true);
    return `${JSON.stringify(JSON.parse(document), null, 1)}\n`;
  };

  it.each([
    ['status.json', statusJson(status(mesh), 'en')],
    ['status-ru.json', statusJson(status(mesh), 'ru')],
    ['next.json', nextJson(nextTopics(mesh, 3, today), mesh, 'en')],
    ['next-dated.json', nextJson(nextTopics(dated, 20, today), dated, 'en')],
    ['topics.json', topicsJson(all(mesh), mesh, 'en')],
    ['topic.json', topicJson(find(mesh, '2.1.2'), mesh, { history: subsetsHistory, labs: [] }, 'en')],
    ['section.json', sectionJson(traffic, mesh, 'ru')],
    ['section-whole.json', sectionJson(null, mesh, 'en')],
    [
      'change.json',
      changeJson(
        {
          changes: { changed: change(mesh, ['1.2']).changes.changed, unchanged: [find(mesh, '1.1')] },
          origin,
          progress: progressOf(mesh),
        },
        'en',
      ),
    ],
  ])('%s', (name, document) => expectGolden(name, pretty(document)));

  it.each(Object.entries(everyRoadmap))('plain records of %s', (name, roadmap) => {
    expectGolden(
      `plain-${name}.txt`,
      `${plainStatus(roadmap, progressOf(roadmap), 'en')}\n${plainTopics(all(roadmap), 'en')}`,
    );
  });
});
