// Tests of numbering: the number an author wrote before a title, in both languages.
// Words that a number counts: Глава, Часть, Неделя, День, Месяц, Блок, Этап (chapter, part, week, day, month, block, stage); the
// other words are any titles.
import { describe, expect, it } from 'vitest';
import {
  hasLeadingSign,
  isNextNumber,
  isNextSibling,
  lastPart,
  numberedTitle,
  parentNumber,
  splitNumber,
} from '../../../../src/formats/markdown/syntax/numbering.ts';

describe('splitNumber (FORMATS S2)', () => {
  it.each([
    ['4. Топики', '4', 'Топики', 'marked'],
    ['4) Топики', '4', 'Топики', 'marked'],
    ['4 Топики', '4', 'Топики', 'bare'],
    ['4.2 Партиции', '4.2', 'Партиции', 'dotted'],
    ['4.2. Партиции', '4.2', 'Партиции', 'marked'],
    ['4.2.10 Партиции', '4.2.10', 'Партиции', 'dotted'],
    ['4.2) Партиции', '4.2', 'Партиции', 'marked'],
    ['4 - Топики', '4', 'Топики', 'marked'],
    ['⭐ 4. Топики', '4', 'Топики', 'marked'],
    ['🟦 4.2 Партиции', '4.2', 'Партиции', 'dotted'],
    ['4️⃣ Топики', '4', 'Топики', 'marked'],
    ['1️⃣2️⃣ Топики', '12', 'Топики', 'marked'],
    ['Chapter 3: Brokers', '3', 'Brokers', 'word'],
    ['Part 3 — Brokers', '3', 'Brokers', 'word'],
    ['Week 3. Brokers', '3', 'Brokers', 'word'],
    ['DAY 3 Brokers', '3', 'Brokers', 'word'],
    ['Month 3 - Brokers', '3', 'Brokers', 'word'],
    ['Phase 3: Brokers', '3', 'Brokers', 'word'],
    ['Module 3.1: Brokers', '3.1', 'Brokers', 'word'],
    ['🚀 Phase 3: Brokers', '3', 'Brokers', 'word'],
    ['Глава 3. Брокеры', '3', 'Брокеры', 'word'],
    ['Часть 3: Брокеры', '3', 'Брокеры', 'word'],
    ['Неделя 3 — Брокеры', '3', 'Брокеры', 'word'],
    ['День 3 Брокеры', '3', 'Брокеры', 'word'],
    ['Месяц 3: Брокеры', '3', 'Брокеры', 'word'],
    ['Блок 3: Брокеры', '3', 'Брокеры', 'word'],
    ['Этап 3. Брокеры', '3', 'Брокеры', 'word'],
    ['Этап №3. Брокеры', '3', 'Брокеры', 'word'],
    ['Semana 3: Brokers', '3', 'Brokers', 'word'],
    ['Woche 3 – Brokers', '3', 'Brokers', 'word'],
    ['Séance 3 : Brokers', '3', 'Brokers', 'word'],
    ['Занятие 3. Брокеры', '3', 'Брокеры', 'word'],
    ['Lecture 3: Brokers', '3', 'Brokers', 'word'],
    ['Week 3', '3', 'Week 3', 'word'],
    ['Giai đoạn 2: Brokers', '2', 'Brokers', 'word'],
    ['Tema 4. Brokers', '4', 'Brokers', 'word'],
    ['Неделя 3:', '3', 'Неделя 3:', 'word'],
    ['A. Brokers', null, 'Brokers', 'letter'],
    ['Б) Брокеры', null, 'Брокеры', 'letter'],
    ['Брокеры', null, 'Брокеры', null],
    ['2026-05-01 встреча', null, '2026-05-01 встреча', null],
    ['100000 сообщений в секунду', null, '100000 сообщений в секунду', null],
    ['Partition 3 brokers', null, 'Partition 3 brokers', null],
    ['B-деревья', null, 'B-деревья', null],
    ['3D-звук', null, '3D-звук', null],
    ['', null, '', null],
  ])('of %j', (title, number, rest, form) => {
    expect(splitNumber(title)).toEqual({ number, title: rest, form });
  });
});

describe('hasLeadingSign', () => {
  it.each([
    ['⭐ 1. Ноты', true],
    ['🎼 Ноты', true],
    ['1️⃣ Ноты', true],
    ['1. Ноты', false],
    ['Ноты ⭐', false],
  ])('of %j is %s', (title, expected) => {
    expect(hasLeadingSign(title)).toBe(expected);
  });
});

describe('parts of a number', () => {
  it.each([
    ['4', null, 4],
    ['4.2', '4', 2],
    ['4.2.10', '4.2', 10],
  ])('of %s', (number, parent, last) => {
    expect(parentNumber(number)).toBe(parent);
    expect(lastPart(number)).toBe(last);
  });

  it.each([
    ['1', '2', true, true],
    ['1.2', '1.3', true, true],
    ['1.2', '2.1', false, true],
    ['1.2.3', '1.3', false, true],
    ['1.2.3', '2', false, true],
    ['1.2', '1.2.1', false, false],
    ['1.2', '1.4', false, false],
    ['2', '1', false, false],
  ])('%s then %s', (before, here, isSibling, isNext) => {
    expect(isNextSibling(before, here)).toBe(isSibling);
    expect(isNextNumber(before, here)).toBe(isNext);
  });
});

describe('what is no number', () => {
  it.each([
    '10.7.2023 done',
    '12.05.2026 Посев',
    '9:00 AM – 12:00 PM',
    '3.1函数',
    '12.05.26 Посев',
    'Day 12.05.2026 Посев',
    'День 9:00',
  ])('%s keeps its digits', (title) => {
    expect(splitNumber(title)).toEqual({ number: null, title, form: null });
  });

  it.each([
    ['4.2 Title', '4.2'],
    ['4.2. Title', '4.2'],
    ['1.Title', '1'],
    ['1:Title', '1'],
    ['1.2.3 Title', '1.2.3'],
  ])('%s has its number', (title, number) => {
    expect(splitNumber(title)).toMatchObject({ number, title: 'Title' });
  });
});

describe('a number that is escaped is part of the title', () => {
  it.each([
    ['4\\. Топики', '4. Топики'],
    ['4\\.2 Партиции', '4.2 Партиции'],
    ['4\\) Топики', '4) Топики'],
    ['A\\. Brokers', 'A. Brokers'],
    ['&#52; Топики', '4 Топики'],
    ['🚀 4\\. Топики', '🚀 4. Топики'],
  ])('%s', (raw, title) => {
    expect(numberedTitle(raw, title)).toEqual({ number: null, title, form: null });
  });

  it('an escape further on says nothing of it', () => {
    expect(numberedTitle('4. Цена \\*2\\*', '4. Цена *2*')).toMatchObject({ number: '4', title: 'Цена *2*' });
  });
});
