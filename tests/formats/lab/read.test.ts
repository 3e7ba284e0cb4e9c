// LabFile: what is read of the file of a lab, and what is said of one that cannot be used.
import { describe, expect, it } from 'vitest';
import { isUserError, type Problem } from '../../../src/errors.ts';
import { answerText, readLab } from '../../../src/formats/lab/read.ts';
import { englishProblems } from '../../../src/lang/en-problems.ts';
import type { Wrong } from '../../../src/lang/messages.ts';
import { toSource } from '../../../src/text/source.ts';

const whole = `topic: istio#retries
minutes: 10
title: {en: Two more tries, ru: Ещё две попытки}
task:
  en: |
    Try twice more.
  ru: |
    Попробуйте ещё дважды.
checks:
  - id: attempts
    title: {en: two tries, ru: две попытки}
    on: VirtualService
    at: spec.http[0].retries
    expression: object.spec.http[0].retries.attempts == 2
    failure: {en: another number, ru: другое число}
solution: |
  kind: VirtualService
  attempts: 2
wrong:
  - why: three
    change: [{from: "attempts: 2", to: "attempts: 3"}]
    caught: attempts
`;

const lab = (text: string) => readLab(toSource(text), 'retries.yaml', 'retries');

function problemsOf(text: string): string[] {
  try {
    lab(text);
  } catch (error) {
    if (!isUserError(error)) throw error;
    const { problems } = error.args as { readonly problems: readonly Problem[] };
    return problems.map(({ code, args, line, column }) => {
      const { message, hint } = (englishProblems[code] as (given: typeof args) => Wrong)(args);
      return `${line}:${column} ${message}${hint === null ? '' : ` | ${hint}`}`;
    });
  }
  return [];
}

const changed = (from: string, to: string): string[] => problemsOf(whole.replace(from, to));

describe('a lab', () => {
  it('has everything that its file leaves out', () => {
    expect(lab(whole)).toMatchObject({
      ...{ id: 'retries', roadmap: 'istio', topic: 'retries', level: null, mend: false, document: 'resources' },
      ...{ namespace: 'default', given: { facts: [], manifests: '' }, start: '', hints: [], accepted: [], docs: [] },
    });
    expect(lab(whole).checks).toMatchObject([{ id: 'attempts', on: 'VirtualService', at: 'spec.http[0].retries' }]);
  });

  it('beside a roadmap of its own names the topic alone', () => {
    expect(lab(whole.replace('istio#', ''))).toMatchObject({ roadmap: null, topic: 'retries' });
  });

  it('may practise other topics as well', () => {
    const also = lab(whole.replace('minutes', 'also: [ica#resilience, ambient#waypoints]\nminutes')).also;
    expect(also).toEqual([
      { roadmap: 'ica', topic: 'resilience' },
      { roadmap: 'ambient', topic: 'waypoints' },
    ]);
  });

  it('may be in one language', () => {
    expect(lab(whole.replace(/title: \{en: Two.*/, 'title: Two more tries')).title).toBe('Two more tries');
  });

  it('writes its answers as changes of the solution', () => {
    const read = lab(whole.replace('attempts: 3', 'attempts: $$&'));
    expect(read.wrong.map((one) => answerText(read, one))).toEqual(['kind: VirtualService\nattempts: $&\n']);
  });
});

describe('a file that is none', () => {
  it.each([
    ['minutes: 10', 'minuets: 10', ['2:1 unknown key "minuets" | did you mean "minutes"?']],
    ['minutes: 10', 'minutes: ten', ['2:10 minutes: expected a whole number of minutes, 1 or more, found "ten"']],
    ['minutes: 10', 'minutes: 0', ['2:10 minutes: expected a whole number of minutes, 1 or more, found "0"']],
    ['minutes: 10', 'minutes: 10\nmend: maybe', ['3:7 mend: expected true or false, found "maybe"']],
    ['minutes: 10', 'minutes: 10\nmend: true', ['3:1 expected "start", found nothing | write "start: …"']],
    ['minutes: 10', 'minutes: 10\nlevel: [middle]', ['3:8 level: expected an id, found a list']],
    ['minutes: 10', 'minutes: 10\ndocument: text', ['3:11 document: expected resources or values, found "text"']],
    ['{en: Two more tries,', '{en: yes,', ['3:13 en: expected a text, found "true"']],
    [
      'en: another number, ru: другое число',
      'en: another number, not two',
      ['15:35 a comma ends a text inside { }: put the text in quotes | like this: ru: "…, …"'],
    ],
    ['    expression', '    expresion', ['14:5 unknown key "expresion" | did you mean "expression"?']],
    [
      'caught: attempts',
      'caught: atempts',
      [
        '22:5 "atempts" is neither a check of this lab nor one of yaml, schema and reference | did you mean "attempts"?',
      ],
    ],
    [
      'caught: attempts',
      'caught: check',
      ['22:5 "check" is neither a check of this lab nor one of yaml, schema and reference'],
    ],
    [
      '{from: "attempts: 2"',
      '{from: "attempts: 4"',
      ['21:15 this is in the solution nowhere, and has to be there once'],
    ],
    [
      '{from: "attempts: 2"',
      '{from: "t"',
      ['21:15 this is in the solution 4 times, and has to be there once | write more of what is around it'],
    ],
    [
      '    change',
      '    answer: x\n    change',
      ['20:5 an answer has either answer, the whole text, or change, parts of the solution | keep one of them'],
    ],
  ])('%j → %j', (from, to, said) => expect(changed(from, to)).toEqual(said));

  it('needs only checks before it', () => {
    const needing = whole.replace('    failure:', '    needs: [atempts]\n    failure:');
    expect(problemsOf(needing)).toEqual(['15:13 "atempts" is none of the checks before this one']);
  });

  it('names an id that is there twice', () => {
    const check = whole.slice(whole.indexOf('  - id: attempts'), whole.indexOf('solution'));
    expect(problemsOf(whole.replace(check, check + check))).toEqual([
      '16:5 another check is called "attempts" as well | give it another id',
    ]);
  });

  it('is no YAML, or no lab', () => {
    expect(problemsOf('topic: [a\nminutes: 5\n')).toEqual(['1:8 this [ is never closed']);
    expect(problemsOf('# nothing\n')).toEqual(['1:1 a file holds one lab']);
    expect(problemsOf(`${whole}---\n${whole}`)).toEqual(['24:1 a file holds one lab']);
    expect(problemsOf('- a\n')).toHaveLength(1);
  });
});
