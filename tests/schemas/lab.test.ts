// Lab schema: an editor accepts the files of labs that the program reads, and marks what it refuses.
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { labTexts } from '../support/labs.ts';
import { checkAgainst } from './validating.ts';

const check = checkAgainst('lab.schema.json');
const small = {
  ...{ topic: 'istio#retries', minutes: 5, title: 'a', task: { en: 'b', ru: 'c' }, solution: 'x: y' },
  checks: [{ id: 'a', title: 'a', expression: 'true', failure: 'b' }],
};

it.each(labTexts)('$id is accepted', ({ text }) => expect(check(parse(text))).toEqual([]));

it('the smallest is accepted', () => expect(check(small)).toEqual([]));

it.each([
  ['an unknown field', { ...small, minuets: 5 }],
  ['no minutes', { ...small, minutes: 0 }],
  ['no checks', { ...small, checks: [] }],
  ['a check without a sentence', { ...small, checks: [{ id: 'a', title: 'a', expression: 'true' }] }],
  ['a field that checks do not have', { ...small, checks: [{ ...small.checks[0], where: 'spec' }] }],
  ['a list for a text', { ...small, title: ['a'] }],
  ['another kind of document', { ...small, document: 'text' }],
  ['a wrong answer that nothing catches', { ...small, wrong: [{ why: 'a', answer: 'b' }] }],
])('%s is not', (_, lab) => expect(check(lab)).not.toEqual([]));
