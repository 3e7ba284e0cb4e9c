import { expect, test } from 'vitest';
import { exitStatus, isUserError } from '../../src/errors.ts';
import { paceWord, parsePace, studyPaceOf } from '../../src/model/pace-words.ts';

test.each([
  ['6h/w', 'hours', 6],
  ['6h', 'hours', 6],
  ['6 h / week', 'hours', 6],
  ['1.5H/W', 'hours', 1.5],
  ['1,5ч/н', 'hours', 1.5],
  ['6ч', 'hours', 6],
  ['168h/w', 'hours', 168],
  ['10/w', 'topics', 10],
  ['10/нед', 'topics', 10],
  ['0.5/w', 'topics', 0.5],
] as const)('%s is a pace', (word, unit, perWeek) => {
  expect(parsePace(word)).toEqual({ unit, perWeek });
});

test.each([
  '',
  '10',
  'h',
  '/w',
  '0h/w',
  '0/w',
  '-6h/w',
  '169h/w',
  '1001/w',
  '6h/d',
  '6hw',
  '6h/w 2',
  '٦h/w',
  '1e3/w',
  '6.125h',
])('%j is none', (word) => {
  expect(parsePace(word)).toBeNull();
});

test('a pace is written as it is typed', () => {
  for (const word of ['6h/w', '1.5h/w', '10/w']) {
    const pace = parsePace(word);
    expect(pace && paceWord(pace)).toBe(word);
  }
});

test('what is no pace is a usage error that names the option', () => {
  try {
    studyPaceOf('10', 'plan');
    expect.unreachable();
  } catch (error) {
    if (!isUserError(error)) throw error;
    expect([error.code, exitStatus[error.code]]).toEqual(['bad-option-value', 2]);
    expect(error.args).toMatchObject({ option: '--pace <pace>', value: '10', command: 'plan' });
  }
});
