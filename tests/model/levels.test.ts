// Tests of levels: which word names one, what a heading suggests, and what topics inherit or are given by inference.
// Words that name a level: начальный, средний, продвинутый, эксперт (beginner, middle, advanced, expert). Headings that hint at
// one: Введение, Установка, Основы (introduction, installation, basics), Мониторинг, Масштабирование, Безопасность (monitoring,
// scaling, security), Итоговый проект (final project).
import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/model/level-names.ts';
import { levelNamed, suggestedLevel } from '../../src/model/level-words.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { note, readNote } from '../support/notes.ts';

/** `title level source` for each topic. */
function levelsOf(...lines: readonly string[]): string[] {
  const roadmap = readNote(note(...lines));
  return [...topicsOf(roadmap.children)].map(({ title, level, levelSource }) => `${title} ${level} ${levelSource}`);
}

describe('levelNamed (FORMATS V1)', () => {
  it.each([
    ['junior', ['junior', 'Beginner', 'basic', 'начальный', 'J1', 'J2', 'J3', 'A1', 'A2', ' Junior ']],
    ['middle', ['middle', 'Intermediate', 'средний', 'M1', 'M3', 'B1', 'b2']],
    ['senior', ['senior', 'Advanced', 'продвинутый', 'S1', 'S3', 'C1']],
    ['expert', ['expert', 'эксперт', 'C2']],
  ])('%s', (level, words) => {
    for (const word of words) expect(`${word}: ${levelNamed(word)}`).toBe(`${word}: ${level}`);
  });

  it.each(['', 'J4', 'A3', 'C3', 'D1', 'basics', 'seniority', 'level'])('is none for %j', (word) => {
    expect(levelNamed(word)).toBeNull();
  });
});

describe('the title of a level (FORMATS V1)', () => {
  it.each([
    ['Junior', 'junior'],
    ['Level: Junior', 'junior'],
    ['Senior level', 'senior'],
    ['Уровень: продвинутый', 'senior'],
    ['Средний уровень', 'middle'],
    ['🌱 Beginner', 'junior'],
    ['**Expert**', 'expert'],
    ['Уровень B2', 'middle'],
  ])('reads %j as %s', (title, level) => {
    expect(namesOf([]).title(title)).toBe(level);
  });

  it.each(['Advanced topics', 'Level 1', 'Senior and expert', 'Basic configuration', 'Уровень', ''])(
    'reads none in %j',
    (title) => {
      expect(namesOf([]).title(title)).toBeNull();
    },
  );
});

describe('suggestedLevel (FORMATS V2)', () => {
  it.each([
    ['Introduction to brokers', 'junior'],
    ['What is a topic', 'junior'],
    ['Установка', 'junior'],
    ['Basic configuration', 'junior'],
    ['Основы гармонии', 'junior'],
    ['Networking', 'middle'],
    ['Маршрутизация сообщений', 'middle'],
    ['Security', 'middle'],
    ['Мониторинг', 'middle'],
    ['Трассировка', 'middle'],
    ['Performance tuning', 'senior'],
    ['Масштабирование', 'senior'],
    ['High availability', 'senior'],
    ['Troubleshooting', 'senior'],
    ['Лучшие практики', 'senior'],
    ['Итоговый проект', 'senior'],
    ['Custom extensions', 'expert'],
    ['Собственные расширения', 'expert'],
    ['Wasm filters', 'expert'],
  ])('%j suggests %s', (title, level) => {
    expect(suggestedLevel(title)).toBe(level);
  });

  it('takes the higher of two', () => {
    expect(suggestedLevel('Introduction to security')).toBe('middle');
    expect(suggestedLevel('Basics of performance monitoring')).toBe('senior');
  });

  it.each(['Репертуар', 'Партитуры', 'Brokers'])('suggests none for %j', (title) => {
    expect(suggestedLevel(title)).toBeNull();
  });
});

describe('written levels', () => {
  it('are inherited by all below, and a nearer one wins', () => {
    expect(levelsOf('# Х', '## Junior', '- [ ] а', '  - [ ] б', '## Прочее', '- [ ] в', '- [ ] г #expert')).toEqual([
      'а junior inherited',
      'б junior inherited',
      'в null null',
      'г expert explicit',
    ]);
  });

  it('leave no room for inference', () => {
    expect(levelsOf('# Х', '## Установка', '- [ ] а #senior', '## Безопасность', '- [ ] б')).toEqual([
      'а senior explicit',
      'б null null',
    ]);
  });

  it('make the levels of the roadmap, in the usual order', () => {
    const roadmap = readNote(note('- [ ] а #expert', '- [ ] б #junior', '- [ ] в #senior'));
    expect(roadmap.levels.map(({ id, title }) => [id, title])).toEqual([
      ['junior', 'Junior'],
      ['senior', 'Senior'],
      ['expert', 'Expert'],
    ]);
    expect(roadmap.levelSource).toBe('explicit');
  });

  it('join the levels that a rubric declares', () => {
    const rubric = ['## Уровни', '- **Junior**: знает', '- **Senior**: умеет'];
    const roadmap = readNote(note('# Х', ...rubric, '## Дело', '- [ ] а #middle'));
    expect(roadmap.levels.map(({ id, rubric: text }) => [id, text])).toEqual([
      ['junior', 'знает'],
      ['middle', null],
      ['senior', 'умеет'],
    ]);
  });
});

describe('inferred levels (FORMATS V2)', () => {
  it('come from the heading, else from the nearest matching one above, else from the section before', () => {
    expect(
      levelsOf(
        '# Х',
        '## Введение в Kafka',
        '- [ ] а',
        '## Брокеры',
        '- [ ] б',
        '## Безопасность',
        '### Ключи',
        '- [ ] в',
        '## Репликация',
        '- [ ] г',
        '## Масштабирование',
        '- [ ] д',
        '  - [ ] е',
      ),
    ).toEqual([
      'а junior inferred',
      'б junior inferred',
      'в middle inferred',
      'г middle inferred',
      'д senior inferred',
      'е senior inferred',
    ]);
  });

  it('begin at junior', () => {
    expect(levelsOf('# Х', '## Брокеры', '- [ ] а', '## Мониторинг', '- [ ] б')).toEqual([
      'а junior inferred',
      'б middle inferred',
    ]);
  });

  it('are left out where fewer than half of the sections match', () => {
    const lines = ['# Х', '## Брокеры', '- [ ] а', '## Топики', '- [ ] б', '## Мониторинг', '- [ ] в'];
    expect(levelsOf(...lines)).toEqual(['а null null', 'б null null', 'в null null']);
    expect(readNote(note(...lines))).toMatchObject({ levels: [], levelSource: null });
  });

  it('are shown where exactly half of the sections match', () => {
    const roadmap = readNote(note('# Х', '## Брокеры', '- [ ] а', '## Мониторинг', '- [ ] б'));
    expect(roadmap.levelSource).toBe('inferred');
    expect(roadmap.levels.map(({ id }) => id)).toEqual(['junior', 'middle']);
  });

  it('are none without sections', () => {
    expect(levelsOf('- [ ] а', '- [ ] б')).toEqual(['а null null', 'б null null']);
  });

  it('use what a rubric declares, and keep its levels that no topic has', () => {
    const roadmap = readNote(
      note(
        '# Х',
        '## Уровни',
        '- **Junior**: знает',
        '- **Middle**: умеет',
        '- **Expert**: учит',
        '## Установка',
        '- [ ] а',
      ),
    );
    expect(roadmap.levels.map(({ id }) => id)).toEqual(['junior', 'middle', 'expert']);
    expect(roadmap.levelSource).toBe('inferred');
  });
});

describe('codes (FORMATS V1)', () => {
  it.each([
    ['one', ['## S3', '- [ ] а', '## Вода', '- [ ] б'], [null, null]],
    ['two of two levels', ['## EC2', '- [ ] а', '## S3', '- [ ] б', '## M1', '- [ ] в'], [null, null, null]],
    ['three of one level', ['## A1', '- [ ] а', '## A2', '- [ ] б', '## A1', '- [ ] в'], [null, null, null]],
    ['a series', ['## J1', '- [ ] а', '## M1', '- [ ] б', '## S1', '- [ ] в'], ['junior', 'middle', 'senior']],
    ['a series of tags', ['- [ ] а #A2', '- [ ] б #b1', '- [ ] в #C1'], ['junior', 'middle', 'senior']],
    ['two tags', ['- [ ] а #A2', '- [ ] б #C1'], [null, null]],
    ['headings and tags together', ['## A1', '- [ ] а', '- [ ] б #B1', '- [ ] в #c2'], ['junior', 'middle', 'expert']],
    ['fields, each for itself', ['- [ ] а [level:: S3]', '- [ ] б'], ['senior', null]],
    ['tags that name the level, each for itself', ['- [ ] а #level/S3', '- [ ] б'], ['senior', null]],
  ])('%s', (_, lines, expected) => {
    expect([...topicsOf(readNote(note('# Х', ...lines)).children)].map(({ level }) => level)).toEqual(expected);
  });

  it('of no series stay tags', () => {
    expect([...topicsOf(readNote(note('- [ ] а #s3')).children)].map(({ tags }) => tags)).toEqual([['s3']]);
  });

  it('are levels in a column of levels and in the head of a matrix', () => {
    const column = readNote(
      note('| Topic | Level | Status |', '|---|---|---|', '| Сад | S1 | done |', '| Лес | | todo |'),
    );
    expect([...topicsOf(column.children)].map(({ level }) => level)).toEqual(['senior', null]);
    const matrix = readNote(note('| Skill | J1 | M1 |', '|---|---|---|', '| Сад | Посев | Полив |'));
    expect([...topicsOf(matrix.children)].map(({ level }) => level)).toEqual(['junior', 'middle']);
  });
});

describe('levels handed on (FORMATS V2)', () => {
  const weeks = (first: string, second: string) => [
    '# Х',
    `## Week 1: ${first}`,
    '### Theory',
    '- [ ] а',
    '### Practice',
    '- [ ] б',
    `## Week 2: ${second}`,
    '### Theory',
    '- [ ] в',
    '### Practice',
    '- [ ] г',
  ];

  it('are not those of parts that every section has', () => {
    expect(levelsOf(...weeks('basics', 'channels'))).toEqual([
      'а junior inferred',
      'б junior inferred',
      'в junior inferred',
      'г junior inferred',
    ]);
    expect(levelsOf(...weeks('basics', 'tuning'))).toEqual([
      'а junior inferred',
      'б junior inferred',
      'в senior inferred',
      'г senior inferred',
    ]);
  });

  it('are those of parts that name a level, and of one practice at the end', () => {
    const parts = ['# Х', '## A', '### Basics', '- [ ] а', '### Advanced use', '- [ ] б'];
    expect(levelsOf(...parts, '## B', '### Basics', '- [ ] в', '### Advanced use', '- [ ] г')).toEqual([
      'а junior inferred',
      'б senior inferred',
      'в junior inferred',
      'г senior inferred',
    ]);
    expect(levelsOf('# Х', '## Basics', '- [ ] а', '## Practice', '- [ ] б')).toEqual([
      'а junior inferred',
      'б senior inferred',
    ]);
  });

  it('go to siblings, not from a part to the section after its own', () => {
    expect(
      levelsOf(
        '# Х',
        '## Introduction',
        '- [ ] а',
        '### Tuning',
        '- [ ] б',
        '## Brokers',
        '- [ ] в',
        '### Keys',
        '- [ ] г',
      ),
    ).toEqual(['а junior inferred', 'б senior inferred', 'в junior inferred', 'г junior inferred']);
  });
});
