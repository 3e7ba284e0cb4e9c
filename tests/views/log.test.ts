// LogReport: goldens of what people and scripts read, and what fits at every width.
import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/model/history.ts';
import type { Topic } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawLog, type LogView, logJson, plainLog } from '../../src/views/log.ts';
import { expectGolden } from '../support/golden.ts';
import { day, hostile, mesh } from '../support/roadmaps.ts';
import { inEveryLook, look } from './variants.ts';

const all = [...topicsOf(mesh.children), ...topicsOf(hostile.children)];
const named = (address: string, id?: string): Topic =>
  all.find((one) => one.address === address && (id === undefined || one.id === id)) as Topic;

function step(date: string, topic: Topic, to: Step['to'], more: Partial<Step> = {}): Step {
  const { address, id, title } = topic;
  return { day: day(date), topic, address, id, title, from: 'todo', to, source: 'journal', ...more };
}

const longGone = {
  ...{ topic: null, address: '12.4', id: 'old-1' },
  title: 'Смесители, пилоты и прочее, что в новых версиях уже не ставят отдельно',
};

const steps: readonly Step[] = [
  step('2026-11-20', named('1.2'), 'done'),
  step('2026-11-20', named('1.3'), 'doing'),
  step('2026-11-20', named('2.2'), 'skipped', { from: 'doing' }),
  step('2026-11-20', named('2.1.1'), 'done', { from: null, source: 'file' }),
  step('2026-09-07', named('1.1'), 'todo', { from: 'done' }),
  step('2026-09-07', named('1.1'), 'done', longGone),
  step('2025-01-01', hostileTopic('1.1'), 'done', { from: null, source: 'file' }),
  step('2025-01-01', hostileTopic('1.3'), 'done', { from: null, source: 'file' }),
  step('2025-01-01', hostileTopic('2.1'), 'done', { from: null, source: 'file' }),
];

function hostileTopic(address: string): Topic {
  return [...topicsOf(hostile.children)].find((one) => one.address === address) as Topic;
}

const view = (more: Partial<LogView> = {}): LogView => ({ steps, most: 100, undated: 7, isEmpty: false, ...more });

describe('what people see stays as it was approved', () => {
  it.each<[string, Partial<LogView>]>([
    ['log-days.txt', {}],
    ['log-newest.txt', { most: 2, undated: 1 }],
    ['log-undated.txt', { steps: [], isEmpty: true }],
    ['log-nothing.txt', { steps: [], isEmpty: true, undated: 0 }],
    ['log-none-fits.txt', { steps: [], undated: 0 }],
  ])('%s', (name, more) =>
    expectGolden(
      name,
      inEveryLook((theme) => drawLog(view(more), theme)),
    ),
  );

  it.each([40, 80, 200])('no line is wider than %i columns', (width) => {
    for (const ascii of [false, true])
      for (const language of ['en', 'ru'] as const)
        for (const line of drawLog(view(), look({ width, ascii, language })).split('\n'))
          expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });

  it.each(['en', 'ru'] as const)('every weekday and month has its name in %s', (language) => {
    const { log } = look({ width: 80, language }).sentences;
    const names = Array.from({ length: 12 }, (_, index) => log.day(index % 7, 1, index + 1, 2026));
    expect(new Set(names).size).toBe(12);
    expect(names.join()).not.toContain('undefined');
  });
});

describe('what scripts read stays as it was approved', () => {
  it('log.json', () =>
    expectGolden('log.json', `${JSON.stringify(JSON.parse(logJson(view({ most: 6 }), 'en')), null, 1)}\n`));

  it.each(['\n', '\0'] as const)('records are five columns each, ended by %j, whatever the titles hold', (end) => {
    const lines = plainLog(view(), 'ru', end).split(end);
    expect(lines.pop()).toBe('');
    expect(lines).toHaveLength(steps.length);
    for (const line of lines) expect(line.split('\t')).toHaveLength(5);
    expect(/[^\P{Cc}\t]/u.test(lines.join(''))).toBe(false);
  });

  it('are nothing at all for no change', () => expect(plainLog(view({ steps: [] }), 'en', '\n')).toBe(''));
});
