import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnostic, problem, UserError } from '../../src/errors.ts';
import type { Step } from '../../src/model/history.ts';
import { workloadByLevel } from '../../src/model/hours.ts';
import { gateOf, missingByLevel } from '../../src/model/missing.ts';
import { nextTopics } from '../../src/model/next.ts';
import { progressOf } from '../../src/model/progress.ts';
import type { Roadmap, Section, Topic } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { toSource } from '../../src/text/source.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawChange } from '../../src/views/change.ts';
import { shellQuote } from '../../src/views/command-line.ts';
import { diffLines, drawDiffs } from '../../src/views/diff.ts';
import { drawGate } from '../../src/views/gate.ts';
import { drawLevels } from '../../src/views/levels.ts';
import { drawLog } from '../../src/views/log.ts';
import { drawNext } from '../../src/views/next.ts';
import { drawDiagnostic, drawError, type ThemeWithSentences } from '../../src/views/problem.ts';
import { drawProjects } from '../../src/views/projects.ts';
import { drawSection } from '../../src/views/section.ts';
import { drawStatus } from '../../src/views/status.ts';
import { drawTopic } from '../../src/views/topic.ts';
import { drawTopics } from '../../src/views/topics.ts';
import { done, everyRoadmap, origin, roadmap, section, today, topic } from '../support/roadmaps.ts';
import { look } from './variants.ts';

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      '\u001b',
      '[',
      ']',
      '(',
      ')',
      '*',
      '`',
      '_',
      '\t',
      '\r',
      '\n',
      '\u202e',
      '\ud800',
      'я',
      'ש',
      'ع',
      '\u2068',
      '\u2069',
      '网',
      '🚀',
      '\u0301',
      '\u200d',
      '\u0085',
    ),
    maxLength: 40,
  }),
  fc.constantFrom(
    '',
    ' ',
    'x'.repeat(400),
    '网'.repeat(200),
    '👩‍👩‍👧‍👦'.repeat(40),
    '[[[Kubernetes]]](https://[[kubernetes]].io/)',
    'תעבורה ואבטחה '.repeat(12),
  ),
);

const arbitraryRoadmap = fc.array(nasty, { minLength: 8, maxLength: 8 }).map(([a, b, c, d, e, f, g, h]) => {
  const inner = topic('1.2.1', c!, {
    notes: [d!],
    tags: [e!],
    links: [f!],
    needs: ['t-1.1', g!],
    outcome: h!,
    level: a!,
    levelSource: 'inferred',
    status: 'doing',
    hours: 0.5,
    legacy: { state: 'removed', since: b!, use: c! },
  });
  return roadmap(
    a!,
    [
      topic('0.1', h!),
      section('1', b!, [
        done('1.1', d!, '2026-11-20', { topics: [topic('1.1.1', f!)] }),
        section('1.2', e!, [inner], { why: f!, notes: [g!], level: b!, levelSource: 'inferred', weight: 10 }),
      ]),
    ],
    {
      levels: [
        { id: a!, title: g!, rubric: h! },
        { id: 'x', title: b!, rubric: null },
      ],
      levelSource: 'inferred',
      description: c!,
      version: d!,
      prerequisites: [e!],
      resources: [{ title: f!, url: g!, kind: h! }],
      related: [a!],
      projects: [topic('P1', b!, { project: { goal: c!, criterion: d!, proves: [e!], stack: [f!] } })],
    },
  );
});

/** What commands have behind `-r`: words of the user there, too. */
const nameOf = ({ children, projects }: Roadmap): string =>
  [...topicsOf(children), ...projects].map(({ title }) => title).join();

function levelViews(drawn: Roadmap, theme: ThemeWithSentences): string[] {
  const [missingOn, workloadOf] = [missingByLevel(drawn), workloadByLevel(drawn)];
  const levels = progressOf(drawn).levels.map((progress) => ({
    ...progress,
    missing: missingOn(progress.level.id),
    workload: workloadOf(progress.level.id),
    practised: { total: 7, passed: 2 },
  }));
  const gates = drawn.levels.map(({ id }) =>
    drawGate({ gate: gateOf(id, drawn, null), roadmap: drawn, isFull: true }, theme),
  );
  return [drawLevels({ roadmap: drawn, levels }, theme), ...gates];
}

const stepOf = (one: Topic, index: number): Step => {
  const { address, id, title, status } = one;
  const named = { address, id, title, from: null, to: status, source: 'file' as const };
  return { day: today, topic: index % 2 === 0 ? one : null, ...named };
};

/** Every view of a roadmap, with user text in every place that takes some. */
function everyView(drawn: Roadmap, plain: ThemeWithSentences): string[] {
  const theme = { ...plain, commands: plain.commands.on(nameOf(drawn)) };
  const topics: Topic[] = [...topicsOf(drawn.children), ...drawn.projects];
  const where = {
    roadmap: drawn,
    origin: { ...origin, name: nameOf(drawn), path: String(drawn.title), repaired: 'koi8-r' },
  };
  const progress = progressOf(drawn);
  const next = nextTopics(drawn, 3, today);
  const sections = drawn.children.filter((child): child is Section => child.kind === 'section');
  const changed = topics.map((one) => ({ topic: one, from: 'todo', to: one.status }) as const);
  const change = {
    ...where,
    verb: 'done',
    changes: { changed, unchanged: topics },
    progress,
    next,
    group: sections[0] ?? null,
    keptDay: null,
    isFirst: true,
  } as const;
  const text = topics.map(({ title }) => title).join('\n');
  const first = String(topics[0]?.title ?? '');
  return [
    drawStatus({ ...where, part: null, progress, next, today, rows: null }, theme),
    drawTopics(topics, { ...where, part: null }, theme),
    ...topics.map((one) => drawTopic(one, { ...where, history: [] }, theme)),
    ...[null, ...sections].map((one) => drawSection({ section: one, roadmap: drawn }, theme)),
    drawNext({ ...where, asked: null, next }, theme),
    ...levelViews(drawn, theme),
    drawProjects({ roadmap: drawn, projects: drawn.projects }, theme),
    drawLog({ steps: topics.map(stepOf), most: 50, undated: 1, isEmpty: false }, theme),
    ...(changed.length === 0
      ? []
      : [drawChange(change, theme), drawChange({ ...change, group: null, verb: 'undo' }, theme)]),
    drawChange({ ...change, changes: { changed: [], unchanged: topics } }, theme),
    drawDiffs([diffLines(text, `${text}\nmore`, first, theme)], theme),
    drawError(
      new UserError('ambiguous', {
        selector: first,
        candidates: topics.map(({ address }) => ({ address, title: text })),
      }),
      theme,
    ),
    drawError(
      new UserError('bad-roadmap', {
        file: first,
        source: toSource(text),
        problems: [
          problem('unknown-key', { line: 1, column: Math.ceil(text.length / 2) }, { key: text, nearest: first }),
        ],
      }),
      theme,
    ),
    drawDiagnostic(
      diagnostic(
        'broken-link',
        'error',
        { line: 12, column: Math.ceil(text.length / 2), span: { start: 0, end: 9 } },
        { text },
      ),
      text,
      first,
      theme,
    ),
  ];
}

function faults(view: string, width: number, name: string): string[] {
  const lines = view.endsWith('\n') ? view.slice(0, -1).split('\n') : ['no final newline'];
  // Neither the address of a link is broken nor a word of a command, since both are copied.
  const isWhole = (line: string): boolean => /^ *[a-z]+:\/\/\S+$/.test(line) || bare(line) === shellQuote(name);
  const isOverrun = (line: string): boolean => displayWidth(line) > width && !isWhole(line);
  // Only isolates of ours are left, and each ends in its line.
  const isObeyed = (line: string): boolean =>
    /\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u.test(line.replace(/\u2068([^\u2068\u2069]*)\u2069/g, '$1'));
  return lines.filter((line) => isOverrun(line) || isObeyed(line));
}

const bare = (line: string): string => line.trim().replace(/^`|`[.;,:]?$| \\$/g, '');

describe('the screen', () => {
  it('is never overrun, and no control character reaches it, whatever the titles are', () => {
    fc.assert(
      fc.property(
        arbitraryRoadmap,
        fc.integer({ min: 40, max: 400 }),
        fc.constantFrom('en', 'ru'),
        fc.boolean(),
        (drawn, width, language, ascii) => {
          for (const view of everyView(drawn, look({ width, language, ascii })))
            expect(faults(view, width, nameOf(drawn))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);

  it.each(Object.keys(everyRoadmap) as (keyof typeof everyRoadmap)[])('holds %s at every width', (name) => {
    for (const width of [...Array.from({ length: 31 }, (_, at) => 40 + 3 * at), 160, 200, 280, 400]) {
      for (const view of everyView(everyRoadmap[name], look({ width })))
        expect(faults(view, width, nameOf(everyRoadmap[name]))).toEqual([]);
    }
  });

  it('may be narrower than any word without a crash', () => {
    for (let width = 1; width < 40; width += 2) {
      for (const ascii of [true, false])
        expect(everyView(everyRoadmap.mesh, look({ width, ascii })).every((view) => view.endsWith('\n'))).toBe(true);
    }
  });

  it('is taken as 80 columns where there is none', () => {
    expect(look({ width: 0 }).width).toBe(80);
    expect(look({ width: Number.POSITIVE_INFINITY }).width).toBe(80);
  });
});
