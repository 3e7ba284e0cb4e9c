// Judge: the layers in their order, the place and the sentences of what is wrong, and which object a check is about.
import { describe, expect, it } from 'vitest';
import { readLab } from '../../src/formats/lab/read.ts';
import { judge } from '../../src/judging/judge.ts';

import { type Lab, mostObjects, mostText } from '../../src/model/lab.ts';
import { toSource } from '../../src/text/source.ts';

const base = `topic: t
minutes: 5
title: {en: Two tries, ru: Две попытки}
task: {en: Try twice., ru: Попробуйте дважды.}
namespace: shop
given:
  manifests: |
    apiVersion: v1
    kind: Service
    metadata: {name: ratings}
    spec: {ports: [{port: 80, name: http}]}
checks:
  - id: attempts
    title: {en: two, ru: две}
    on: VirtualService/ratings
    at: spec.http[0].retries.attempts
    expression: object.spec.http[0].retries.attempts == 2
    failure: {en: not two, ru: не две}
  - id: one
    title: {en: one rule, ru: одно правило}
    expression: objectsOf("VirtualService").size() == 1 && objectsOf("Service").size() == 1
    failure: {en: several, ru: несколько}
solution: |
  x: y
`;
const lab = (change: (text: string) => string = (text) => text): Lab => readLab(toSource(change(base)), 'a.yaml', 'a');

const service = (name: string, attempts: number, more = ''): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}${more}}
spec:
  hosts: [ratings]
  http:
    - route: [{destination: {host: ratings}}]
      retries: {attempts: ${attempts}, perTryTimeout: 1s, retryOn: 5xx}
`;

const judged = (...texts: readonly string[]) => {
  const files = texts.map((text, at) => ({ name: `${at}.yaml`, text }));
  const { passed, checks, problems } = judge(lab(), files);
  const shown = problems.map(
    (one) => `${one.file}:${one.line}:${one.column} ${one.check ?? one.layer} ${one.message.en}`,
  );
  return { passed, holds: checks.map(({ holds }) => holds), shown };
};

describe('an answer', () => {
  it('that is right has no problem', () => {
    expect(judged(service('ratings', 2))).toEqual({ passed: true, holds: [true, true], shown: [] });
  });

  it('that is not is shown where the check says, in its file', () => {
    const { shown, holds } = judged('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n', service('ratings', 3));
    expect(shown).toEqual(['1.yaml:8:17 attempts not two']);
    expect(holds).toEqual([false, true]);
  });

  it('of another name is shown at the name', () => {
    expect(judged(service('rating', 2)).shown).toEqual([
      '0.yaml:3:12 attempts the answer has no VirtualService ratings',
    ]);
  });

  it('without such an object is shown nowhere', () => {
    const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
    expect(judged(other).shown).toEqual([
      'null:null:null attempts the answer has no VirtualService ratings',
      'null:null:null one several',
    ]);
  });

  it('without the object that several checks are about lacks it once, and the others wait', () => {
    const second = (text: string) =>
      text.replace(
        '  - id: one',
        '  - id: also\n    title: {en: more, ru: ещё}\n    on: VirtualService/ratings\n    expression: "false"\n    failure: {en: less, ru: меньше}\n  - id: one',
      );
    const { checks, problems } = judge(lab(second), [{ name: 'a.yaml', text: service('other', 2) }]);
    expect(checks).toEqual([
      { id: 'attempts', holds: false },
      { id: 'also', holds: null },
      { id: 'one', holds: true },
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      { en: 'the answer has no VirtualService ratings', ru: 'в ответе нет VirtualService ratings' },
    ]);
  });

  it('that has an object twice counts the last', () => {
    expect(judged(`${service('ratings', 3)}---\n${service('ratings', 2, ', namespace: shop')}`).passed).toBe(true);
    expect(judged(service('ratings', 2), service('ratings', 3)).shown).toEqual(['1.yaml:8:17 attempts not two']);
  });

  it('that has no object is none', () => {
    for (const text of ['', '# nothing\n', '---\n', 'apiVersion: v1\nkind: List\nitems: []\n'])
      expect(judged(text).shown).toEqual(['null:null:null yaml there is no object in the answer']);
    expect(judge(lab(), []).passed).toBe(false);
  });
});

describe('an earlier layer', () => {
  it('leaves the later ones out', () => {
    const broken = judged(service('ratings', 2), `${service('ratings', 3)}\tx: y\n`);
    expect(broken).toEqual({ passed: false, holds: [null, null], shown: ['1.yaml:9:1 yaml a tab indents this line'] });
    const { shown, holds } = judged(service('ratings', 3).replace('attempts', 'atempts'));
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatch(/^0\.yaml:8:17 schema /);
    expect(holds).toEqual([null, null]);
  });

  it('finds what is no object beside those that are', () => {
    const { shown } = judged(`${service('ratings', 2)}---\nkind: Pod\n`);
    expect(shown).toEqual(['0.yaml:10:1 schema this object has no apiVersion']);
  });
});

describe('a check that needs another', () => {
  const needing = lab((text) =>
    text
      .replace('    failure: {en: several', '    needs: [attempts]\n    failure: {en: several')
      .replace(
        'solution:',
        '  - id: last\n    title: t\n    needs: [one]\n    expression: "false"\n    failure: f\nsolution:',
      ),
  );
  const holds = (text: string) => judge(needing, [{ name: 'a', text }]).checks.map((one) => one.holds);

  it('is judged where that one holds', () => expect(holds(service('ratings', 2))).toEqual([true, true, false]));
  it('is not where it does not, nor what needs it', () => {
    expect(holds(service('ratings', 3))).toEqual([false, null, null]);
    expect(judge(needing, [{ name: 'a', text: service('ratings', 3) }]).problems).toHaveLength(1);
  });
});

describe('values', () => {
  const values = lab((text) =>
    text
      .replace('namespace: shop\n', 'document: values\n')
      .replace('    on: VirtualService/ratings\n', '')
      .replace('at: spec.http[0].retries.attempts', 'at: retries["max.tries"]')
      .replace('object.spec.http[0].retries.attempts', 'values.retries["max.tries"]')
      .replace('objectsOf("VirtualService").size() == 1 &&', ''),
  );
  const shown = (text: string) =>
    judge(values, [{ name: 'values.yaml', text }]).problems.map(
      ({ line, column, message }) => `${line}:${column} ${message.ru}`,
    );

  it('are one document of YAML or JSON', () => {
    expect(shown('retries:\n  max.tries: 2\n')).toEqual([]);
    expect(shown('{"retries": {"max.tries": 2}}')).toEqual([]);
    expect(shown('retries:\n  max.tries: 3\n')).toEqual(['2:3 не две']);
    expect(shown('retries: {}\n')).toEqual(['1:1 не две']);
    expect(shown('a: 1\n---\nb: 1\n')).toEqual(['null:null значения чарта — это один документ, а здесь их несколько']);
  });
});

describe('a lab at fault', () => {
  it('is no fault of the answer', () => {
    const broken = lab((text) => text.replace('attempts == 2', 'attempts = 2'));
    expect(() => judge(broken, [{ name: 'a', text: service('ratings', 2) }])).toThrow('bad-check');
  });
});

describe('an answer of any size', () => {
  const problemsOf = (...texts: readonly string[]) =>
    judge(
      lab(),
      texts.map((text, at) => ({ name: `${at}.yaml`, text })),
    ).problems;
  const long = 'k'.repeat(100_000);

  it('is refused as a whole where its files are too many together', () => {
    const many = problemsOf(...Array.from({ length: mostObjects + 1 }, (_, at) => service(`v${at}`, 2)));
    expect(many.map(({ message }) => message.en)).toEqual([`the answer has more than ${mostObjects} objects`]);
    const half = `${service('ratings', 2)}#${'x'.repeat(mostText / 2)}\n`;
    expect(problemsOf(half, half).map(({ message }) => message.en)).toEqual([
      `the answer has more than ${mostText} characters`,
    ]);
    expect(problemsOf(half)).toEqual([]);
  });

  it('has no more problems than somebody reads', () => {
    expect(problemsOf('a: 1\n'.repeat(50_000)).length).toBeLessThanOrEqual(100);
    expect(problemsOf(service('ratings', 2), 'a: 1\n'.repeat(300))).toHaveLength(100);
  });

  it.each([
    ['a key', `${service('ratings', 2)}  ${long}: 1\n`],
    ['a kind', service('ratings', 2).replace('VirtualService', long)],
    ['a version', service('ratings', 2).replace('/v1', `/${long}`)],
    ['a name', service(long, 2)],
    ['an alias', `a: *${long}\n`],
    ['a key above', `${service('ratings', 2)}  ${long}: {x: 1}\n`],
    ['a label', `${service('ratings', 2, `, labels: {${long}: {x: 1}}`)}`],
  ])('is quoted in short, %s as well', (_, text) => {
    const problems = problemsOf(text);
    expect(problems).not.toEqual([]);
    for (const { message, hint } of problems)
      for (const said of [message.en, message.ru, hint?.en ?? '', hint?.ru ?? ''])
        expect(said.length).toBeLessThan(1000);
  });
});
