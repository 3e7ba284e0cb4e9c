// PlanReport: goldens of what people, scripts and calendars read, and what fits at every width.
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { englishPlan } from '../../src/lang/en-plan.ts';
import { russianPlan } from '../../src/lang/ru-plan.ts';
import { parsePace, type StudyPace } from '../../src/model/pace-words.ts';
import { noFilter } from '../../src/model/part.ts';
import { type PlanGoal, planOf } from '../../src/model/plan.ts';
import type { Roadmap, Topic } from '../../src/model/roadmap.ts';
import { allTopics } from '../../src/model/tree.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawPlan, type PlanTheme, type PlanView, plainPlan, planJson } from '../../src/views/plan.ts';
import { planCalendar } from '../../src/views/plan-calendar.ts';
import { planNote } from '../../src/views/plan-note.ts';
import { expectGolden } from '../support/golden.ts';
import { day, hostile, mesh, roadmap, today, topic } from '../support/roadmaps.ts';
import { inEveryLook, look } from './variants.ts';

const pace = (word: string): StudyPace => parsePace(word) as StudyPace;
const withPlan = <Look extends { readonly language: 'en' | 'ru' }>(theme: Look) => ({
  ...theme,
  plan: theme.language === 'ru' ? russianPlan : englishPlan,
});

function view(
  one: Roadmap,
  goal: Partial<PlanGoal>,
  more: Partial<PlanView> & { readonly chosen?: readonly Topic[] } = {},
): PlanView {
  const { chosen = allTopics(one), ...others } = more;
  const plan = planOf(one, chosen, { by: null, pace: null, ...goal }, today);
  return { roadmap: one, part: null, words: [], plan, most: 100, today, ...others };
}

const long = roadmap('Сад', [
  topic('1', 'Почва', { hours: 9 }),
  topic('2', 'Полив', { hours: 2, needs: ['t-1'] }),
  topic('3', 'Обрезка яблонь, груш и прочих деревьев, которые растут на этом участке дольше десяти лет', { hours: 40 }),
  topic('4', 'Урожай', { needs: ['t-3'] }),
  topic('5', 'Склад', { hours: 0.5 }),
]);
const asked = [long.children[1] as Topic];
const views: readonly [string, PlanView][] = [
  ['plan-pace.txt', view(mesh, { pace: pace('5h/w') })],
  ['plan-by.txt', view(mesh, { by: day('2026-12-20') })],
  ['plan-short.txt', view(long, { by: day('2026-12-24'), pace: pace('4h/w') }, { words: ['--level', 'junior'] })],
  ['plan-few.txt', view(long, { pace: pace('6h/w') }, { most: 2 })],
  ['plan-part.txt', view(long, { pace: pace('1/w') }, { chosen: asked, part: { named: asked, filter: noFilter } })],
  ['plan-nothing.txt', view(roadmap('Сад', []), { by: day('2026-12-20') })],
  ['plan-hopeless.txt', view(long, { by: today, pace: null })],
  ['plan-hostile.txt', view(hostile, { pace: pace('3h/w') })],
];

describe('what people see stays as it was approved', () => {
  it.each(views)('%s', (name, one) =>
    expectGolden(
      name,
      inEveryLook((theme) => drawPlan(one, withPlan(theme))),
    ),
  );

  it.each([40, 80, 120, 200])('no line is wider than %i columns', (width) => {
    for (const [, one] of views)
      for (const ascii of [false, true])
        for (const language of ['en', 'ru'] as const)
          for (const line of drawPlan(one, withPlan(look({ width, ascii, language }))).split('\n'))
            expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });

  it.each(['en', 'ru'] as const)('a range names what differs, in %s', (language) => {
    const { plan } = withPlan(look({ width: 80, language }));
    const ranges = [
      ['2026-11-20', '2026-11-20'],
      ['2026-11-20', '2026-11-22'],
      ['2026-11-30', '2026-12-06'],
      ['2026-12-28', '2027-01-03'],
    ] as const;
    expect(ranges.map(([from, until]) => plan.range(from, until))).toEqual(
      language === 'en'
        ? ['20 Nov 2026', '20 to 22 Nov 2026', '30 Nov to 6 Dec 2026', '28 Dec 2026 to 3 Jan 2027']
        : ['20 ноября 2026', '20–22 ноября 2026', '30 ноября – 6 декабря 2026', '28 декабря 2026 – 3 января 2027'],
    );
  });
});

describe('what scripts read stays as it was approved', () => {
  it('plan.json', () => {
    const [, one] = views[2] as [string, PlanView];
    expectGolden('plan.json', `${JSON.stringify(JSON.parse(planJson(one, 'ru')), null, 1)}\n`);
  });

  it.each(['\n', '\0'] as const)('records are four columns each, ended by %j, whatever the titles hold', (end) => {
    for (const [, one] of views) {
      const lines = plainPlan(one, 'ru', end).split(end);
      expect(lines.pop()).toBe('');
      for (const line of lines) expect(line.split('\t'), line).toHaveLength(4);
      for (const line of lines) expect(line).toMatch(/^(?:\d{4}-\d\d-\d\d|-)\t/);
    }
  });
});

describe('a note', () => {
  const theme = (language: 'en' | 'ru'): PlanTheme => withPlan(look({ width: 80, language }));

  it.each([
    ['plan-note.md', 2, 'en'],
    ['plan-note-hostile.md', 7, 'ru'],
  ] as const)('%s', (name, at, language) =>
    expectGolden(name, planNote((views[at] as [string, PlanView])[1], theme(language))),
  );
});

describe('a calendar', () => {
  const theme = withPlan(look({ width: 80, language: 'en' }));
  const eventsOf = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((one) => ({ one, event: new ICAL.Event(one) }));

  it('is read by another program as the weeks of the plan, whole days without a time', () => {
    const [, one] = views[2] as [string, PlanView];
    const text = planCalendar(one, theme);
    const events = eventsOf(text);
    expect(
      events.map(({ event }) => [event.startDate.toString(), event.endDate.toString(), event.startDate.isDate]),
    ).toEqual([
      ...one.plan.weeks.map(({ from, until }) => [
        from,
        new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10),
        true,
      ]),
      ['2026-12-24', '2026-12-25', true],
    ]);
    const [first] = events;
    expect(first?.event.summary).toBe('Сад: 1.7 h');
    expect(first?.event.description.split('\n')).toEqual(['1 Почва (part 1 of 3) (1.7 h)']);
    // Days have no zone, nothing rings, and nothing says on which machine or at which minute it was made.
    for (const { one: component } of events) expect(component.getAllSubcomponents('valarm')).toEqual([]);
    expect(text).not.toMatch(/TZID|VTIMEZONE|VALARM|@/);
    expect(text.match(/DTSTAMP:.*/g)?.every((line) => line.trim() === 'DTSTAMP:20261120T000000Z')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('has the same identifiers tomorrow, others for another part, and none twice', () => {
    const uids = (one: PlanView): string[] => eventsOf(planCalendar(one, theme)).map(({ event }) => event.uid);
    const [whole, part] = [view(long, { pace: pace('6h/w') }), view(long, { pace: pace('6h/w') }, { words: ['2'] })];
    const tomorrow = planOf(long, allTopics(long), { by: null, pace: pace('6h/w') }, day('2026-11-21'));
    expect(uids({ ...whole, plan: tomorrow, today: day('2026-11-21') })).toEqual(uids(whole));
    expect(new Set([...uids(whole), ...uids(part)]).size).toBe(2 * whole.plan.weeks.length);
  });

  it('is harmless and whole with hostile titles', () => {
    const one = view(hostile, { pace: pace('3h/w') });
    const text = planCalendar(one, theme);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e]/);
    expect(eventsOf(text)).toHaveLength(one.plan.weeks.length);
  });
});
