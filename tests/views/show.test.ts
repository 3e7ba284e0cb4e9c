// Tests of show and next: long lists, links, titles, states in words, and the reasons in full sentences.
// Russian lines are what the program prints with `--lang ru`.
import { describe, expect, it } from 'vitest';
import { nextTopics } from '../../src/model/next.ts';
import type { Level, Roadmap, Topic } from '../../src/model/roadmap.ts';
import { drawNext } from '../../src/views/next.ts';
import { drawSection } from '../../src/views/section.ts';
import { drawTopic } from '../../src/views/topic.ts';
import { drawTopics } from '../../src/views/topics.ts';
import { done, mesh, origin, project, roadmap, section, today, topic } from '../support/roadmaps.ts';
import { look } from './variants.ts';

const listed = { part: null };

const show = (whole: Roadmap, one: Topic, how = {}): string =>
  drawTopic(one, { roadmap: whole, origin, history: [] }, look({ width: 80, ...how }));

describe('show of a topic', () => {
  const base = topic('1.1', 'Base', { id: 'base', needs: ['first', 'second'] });
  const first = done('1.2', 'First', '2026-11-01', { id: 'first' });
  const second = topic('1.3', 'Second', { id: 'second', status: 'doing' });
  const above = (count: number): Topic[] =>
    Array.from({ length: count }, (_, index) => topic(`2.${index + 1}`, `Above ${index + 1}`, { needs: ['base'] }));
  const whole = (count: number, projects: Topic[] = []): Roadmap =>
    roadmap('R', [section('1', 'S', [base, first, second]), section('2', 'T', above(count))], { projects });

  it('shows what is open among its needs by sign and by word', () => {
    expect(show(whole(0), base)).toContain('needs  ✓ 1.2 First · done\n        ◐ 1.3 Second · in progress\n');
    expect(show(whole(0), base, { ascii: true })).toContain('needs  done 1.2 First\n        doing 1.3 Second\n');
  });

  it('names all that it unlocks while they are few, and the rest by address', () => {
    expect(show(whole(7), base)).toContain('○ 2.7 Above 7\n');
    const many = show(whole(12), base);
    expect(many).toContain('○ 2.6 Above 6\n          and 6 more: 2.7, 2.8, 2.9, 2.10, 2.11, 2.12\n');
    expect(many).not.toContain('Above 7');
  });

  it('names the projects that prove it', () => {
    const shop = project('P1', 'A shop', {}, { proves: ['base'] });
    expect(show(whole(0, [shop]), base)).toContain(' proved by  ○ P1 A shop\n');
    expect(show(whole(0, [shop]), base, { language: 'ru' })).toContain(' проверяется в  ○ P1 A shop\n');
    expect(show(whole(0, [project('P1', 'Other', {})]), base)).not.toContain('proved by');
  });

  it('never breaks the address of a link, and moves it beneath its label for room', () => {
    const [short, long] = ['https://example.org/a', `https://example.org/${'path/'.repeat(10)}`];
    const linked = (links: string[]): string => show(whole(0), { ...base, links }, { language: 'ru', width: 74 });
    expect(linked([short])).toContain(`ссылки  ${short}\n`);
    expect(linked([short, long])).toContain(` ссылки\n   ${short}\n   ${long}\n`);
    expect(linked([long + long])).toContain(` ссылки\n   ${long}${long}\n`);
  });
});

describe('rows of topics', () => {
  const title = 'Prerequisites that take more than one line because they are many, each with its own name';

  it('wrap a long title beneath itself, with day and level on its first line', () => {
    const one = done('1.1', title, '2026-11-01', { level: 'junior', levelSource: 'explicit' });
    const whole = roadmap('R', [section('1', 'S', [one])]);
    expect(drawTopics([one], { ...listed, roadmap: whole }, look({ width: 80 }))).toContain(
      [
        '   1.1  ✓  Prerequisites that take more than one line         2026-11-01  junior',
        '           because they are many, each with its own name',
        '',
      ].join('\n'),
    );
  });

  it('indent what is wrapped of a nested topic as far as its beginning', () => {
    const parent = topic('1', 'Parent', { topics: [topic('1.1', title)] });
    expect(drawTopic(parent, { roadmap: roadmap('R', [parent]), origin, history: [] }, look({ width: 60 }))).toContain(
      [
        ' 1.1  ○  Prerequisites that take more than one line because',
        '         they are many, each with its own name',
        '',
      ].join('\n'),
    );
  });

  it('end a title of more than four lines with an ellipsis', () => {
    const endless = topic('1', 'word '.repeat(100).trim());
    const lines = drawTopics([endless], { ...listed, roadmap: roadmap('R', [endless]) }, look({ width: 40 })).split(
      '\n',
    );
    expect(lines.slice(0, 5).map((line) => line.endsWith('…'))).toEqual([false, false, false, true, false]);
  });
});

describe('show of a section', () => {
  const at = (level: string, more: Partial<Topic>): Partial<Topic> => ({ level, levelSource: 'explicit', ...more });
  const levels: readonly Level[] = ['junior', 'middle'].map((id) => ({ id, title: id.toUpperCase(), rubric: null }));
  const draw = (topics: Topic[], more = {}, language: 'en' | 'ru' = 'en'): string => {
    const one = section('1', 'S', topics, more);
    return drawSection(
      { section: one, roadmap: roadmap('R', [one], { levels, levelSource: 'explicit' }) },
      look({ width: 80, language }),
    );
  };
  const [a, b] = [done('1.1', 'a', null, at('junior', { hours: 1.5 })), topic('1.2', 'b', at('middle', { hours: 2 }))];

  it('gives the hours of all and of what is left', () => {
    expect(draw([a, b])).toContain(' 1/2 · 50% · 3.5 h, 2 h left\n');
    expect(draw([a, b], {}, 'ru')).toContain(' 1/2 · 50% · 3,5 ч, осталось 2 ч\n');
    expect(draw([b])).toContain(' · 2 h\n');
    expect(draw([b, topic('1.3', 'c', at('middle', {}))])).toContain(' · at least 2 h\n');
    expect(draw([topic('1.3', 'c')])).toContain(' 0/1 · 0%\n');
  });

  it('counts each level where there are several, and names the one there is', () => {
    expect(draw([a, b])).toContain(' levels  JUNIOR 1/1 · MIDDLE 0/1\n');
    expect(draw([a])).toContain(' 1/1 · 100% · junior · ');
    expect(draw([a])).not.toContain('levels');
  });

  it('says how much of its weight is ready', () => {
    expect(draw([a, b], { weight: 35 })).toContain(' · weight 35%, 17 points of it ready\n');
    expect(draw([a, b], { weight: 2 })).toContain(' · weight 2%, 1 point of it ready\n');
    expect(draw([b], { weight: 35 })).toContain(' · weight 35%\n');
    expect(draw([a, b], { weight: 35 }, 'ru')).toContain(' · вес 35%, из них набрано 17\n');
    expect(draw([b], { weight: 12.5 }, 'ru')).toContain(' · вес 12,5%\n');
  });

  it('marks topics whose subject is outdated', () => {
    const old = topic('1.3', 'Mixer', { legacy: { state: 'removed', since: '1.8', use: null } });
    expect(draw([old])).toContain('Mixer (removed in 1.8)\n');
  });
});

describe('next in words', () => {
  const levels: readonly Level[] = ['junior', 'middle'].map((id) => ({ id, title: id.toUpperCase(), rubric: null }));
  const [junior, middle] = ['junior', 'middle'].map((level) => ({ level, levelSource: 'explicit' as const }));
  const shown = (topics: Topic[], language: 'en' | 'ru', projects: Topic[] = []): string[] => {
    const whole = roadmap('R', topics, { levels, levelSource: 'explicit', projects });
    const found = nextTopics(whole, 9, today).map((one) =>
      one.topic.address === '9' ? { ...one, since: '2026-11-19' as never } : one,
    );
    const drawn = drawNext({ roadmap: whole, asked: null, next: found }, look({ width: 100, language }));
    // The last block has the commands.
    const blocks = drawn.split('\n\n').slice(0, -1);
    return blocks.map((block) => (block.split('\n')[1] ?? '').trim());
  };
  const [one, two] = [topic('1', 'One', junior), topic('2', 'Two', junior)];
  const doing = topic('3', 'Three', { ...middle, status: 'doing' });

  it.each<[string, Topic[], string[], string[]]>([
    [
      'progress',
      [doing, { ...doing, address: '9' }],
      ['in progress', 'in progress since 2026-11-19'],
      ['уже в работе', 'в работе с 2026-11-19'],
    ],
    [
      'levels',
      [one, two, topic('4', 'Four', middle)],
      [
        'first open topic of JUNIOR, the level you are at',
        'open topic of JUNIOR, the level you are at',
        "next in the author's order",
      ],
      [
        'первая непройденная тема уровня JUNIOR, на котором вы сейчас',
        'непройденная тема уровня JUNIOR, на котором вы сейчас',
        'следующая по порядку',
      ],
    ],
    [
      'needs',
      [
        done('1', 'One', null, junior),
        topic('2', 'Two', { ...junior, needs: ['t-1'] }),
        topic('4', 'Four', { needs: ['t-2'] }),
      ],
      ['unlocked by 1 One', 'waits for 2 Two'],
      ['всё нужное пройдено: 1 One', 'сначала нужно пройти: 2 Two'],
    ],
    [
      'what was skipped',
      [topic('1', 'One', { status: 'skipped' }), topic('2', 'Two', { needs: ['t-1'] })],
      ['what it needs was skipped: 1 One'],
      ['нужное пропущено: 1 One'],
    ],
    [
      'several needs',
      [topic('0', 'Zero', { needs: ['t-1', 't-2'] }), one, two],
      [
        'first open topic of JUNIOR, the level you are at',
        'open topic of JUNIOR, the level you are at',
        'waits for 1, 2',
      ],
      [
        'первая непройденная тема уровня JUNIOR, на котором вы сейчас',
        'непройденная тема уровня JUNIOR, на котором вы сейчас',
        'сначала нужно пройти: 1, 2',
      ],
    ],
  ])('says why: %s', (_, topics, english, russian) => {
    expect(shown(topics, 'en')).toEqual(english);
    expect(shown(topics, 'ru')).toEqual(russian);
  });

  it('says why a project is next, also after all topics are done', () => {
    const topics = [done('1', 'One', '2026-11-01', junior)];
    const shop = project('P1', 'A shop', junior as Partial<Topic>);
    expect(shown(topics, 'en', [shop])).toContain('all topics of JUNIOR are done; a project completes the level');
    expect(shown(topics, 'ru', [shop])).toContain('все темы уровня JUNIOR пройдены; завершит уровень проект');
  });

  it('names at most six needs', () => {
    const needs = Array.from({ length: 9 }, (_, index) => done(`${index + 1}`, 'x', null));
    const last = topic('10', 'Ten', { needs: needs.map(({ id }) => id) });
    expect(shown([...needs, last], 'en')).toEqual(['unlocked by 1, 2, 3, 4, 5, 6 and 3 more']);
  });
});

describe('readiness', () => {
  it('is a sentence', () => {
    expect(drawSection({ section: null, roadmap: mesh }, look({ width: 80 }))).toContain('ready for 11 % of the exam');
    expect(drawSection({ section: null, roadmap: mesh }, look({ width: 80, language: 'ru' }))).toContain(
      'готовность к экзамену: 11 %',
    );
  });
});
