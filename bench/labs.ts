// Labs: what is off with a lab, for its author: languages, answers that are judged otherwise than they should be.

import { isUserError, type Problem } from '../src/errors.ts';
import { answerText, readLab } from '../src/formats/lab/read.ts';
import { judge } from '../src/judging/judge.ts';
import { englishProblems } from '../src/lang/en-problems.ts';
import type { Wrong } from '../src/lang/messages.ts';
import type { Lab, Verdict } from '../src/model/lab.ts';
import type { Text } from '../src/model/roadmap.ts';
import { toSource } from '../src/text/source.ts';
import { mutationsOf } from './answer-mutations.ts';

/** `isOff`: the author has something to do. */
export interface Line {
  readonly isOff: boolean;
  readonly text: string;
}

const off = (text: string): Line => ({ isOff: true, text });
const fine = (text: string): Line => ({ isOff: false, text });

/** Every remark on the file of a lab; `language` is that of the sentences shown. */
export function inspectLab(text: string, id: string, language: 'en' | 'ru' = 'en'): readonly Line[] {
  let lab: Lab;
  try {
    lab = readLab(toSource(text), `${id}.yaml`, id);
  } catch (error) {
    if (!isUserError(error) || error.code !== 'bad-lab') throw error;
    return (error.args as { problems: readonly Problem[] }).problems.map((one) =>
      off(`${id}.yaml:${one.line}:${one.column}  ${sentence(one)}`),
    );
  }
  try {
    return [...described(lab), ...givenOf(lab), ...answersOf(lab, language)];
  } catch (error) {
    if (isUserError(error) && error.code === 'bad-check') {
      const { check, reason } = error.args as { check: string; reason: string };
      return [off(`check "${check}": ${reason}`)];
    }
    throw error;
  }
}

function sentence({ code, args }: Problem): string {
  const { message, hint } = (englishProblems[code] as (given: typeof args) => Wrong)(args);
  return hint === null ? message : `${message} (${hint})`;
}

function described(lab: Lab): Line[] {
  const texts: readonly (readonly [string, Text])[] = [
    ['title', lab.title],
    ['task', lab.task],
    ...lab.given.facts.map((one, at) => [`given.facts[${at}]`, one] as const),
    ...lab.hints.map((one, at) => [`hints[${at}]`, one] as const),
    ...lab.checks.flatMap(({ id, title, failure }) => [
      [`checks ${id} title`, title] as const,
      [`checks ${id} failure`, failure] as const,
    ]),
  ];
  const missing = texts.flatMap(([name, one]) =>
    typeof one === 'string' || one.en === undefined || one.ru === undefined
      ? [off(`${name} is not in both languages`)]
      : [],
  );
  if (lab.wrong.length < 4) missing.push(off(`${lab.wrong.length} wrong answers, and at least four are wanted`));
  if (lab.docs.length === 0) missing.push(off('no link in docs'));
  if (lab.hints.length < 2) missing.push(off('fewer than two hints'));
  return missing;
}

/** What is given has to be as right as an answer. */
function givenOf(lab: Lab): Line[] {
  const text = lab.given.manifests;
  if (text === '') return [];
  const { problems } = judge({ ...lab, document: 'resources', checks: [] }, [{ name: 'given.manifests', text }]);
  return problems
    .filter(({ layer }) => layer !== 'reference')
    .map(({ line, column, message }) => off(`given.manifests ${line}:${column}: ${message.en}`));
}

function answersOf(lab: Lab, language: 'en' | 'ru'): Line[] {
  const judged = (text: string): Verdict => judge(lab, [{ name: 'answer.yaml', text }]);
  const right = [
    { why: 'the solution', answer: lab.solution },
    ...lab.accepted.map((one) => ({ why: `accepted: ${one.why}`, answer: answerText(lab, one) })),
  ];
  const lines = right.flatMap(({ why, answer }) => {
    const verdict = judged(answer);
    return verdict.passed ? [fine(`✓ ${why}`)] : [off(`${why} is refused`), ...sentences(verdict, language)];
  });
  for (const one of lab.wrong) lines.push(...wrongAnswer(one.why, one.caught, judged(answerText(lab, one)), language));
  if (lab.start !== '') {
    const verdict = judged(lab.start);
    lines.push(verdict.passed ? off('start is accepted as it is') : fine('✓ start is refused'));
    if (lab.mend) lines.push(...sentences(verdict, language));
  } else if (lab.mend) lines.push(off('a lab to mend has no start'));
  return lines;
}

function wrongAnswer(why: string, caught: string, verdict: Verdict, language: 'en' | 'ru'): Line[] {
  if (verdict.passed) return [off(`wrong: ${why}: is accepted`)];
  const isCaught = verdict.problems.some(
    ({ layer, check }) => check === caught || (check === null && layer === caught),
  );
  const head = isCaught ? fine(`✓ wrong: ${why} ← ${caught}`) : off(`wrong: ${why}: "${caught}" does not catch it`);
  return [head, ...sentences(verdict, language)];
}

function sentences({ problems }: Verdict, language: 'en' | 'ru'): Line[] {
  return problems.map(({ layer, check, message, line, column }) => {
    const place = line === null ? '' : `${line}:${column} `;
    return fine(`    ${place}[${check ?? layer}] ${message[language]}`);
  });
}

export interface MutationReport {
  readonly total: number;
  /** Those that are accepted. */
  readonly accepted: readonly string[];
}

/** The solution with one field dropped or changed, where the lab does not call that field free. */
export function mutationReport(lab: Lab): MutationReport {
  const all = mutationsOf(lab);
  const accepted = all.filter(({ text }) => judge(lab, [{ name: 'answer.yaml', text }]).passed);
  return { total: all.length, accepted: accepted.map(({ name }) => name) };
}

export const labIn = (text: string, id: string): Lab => readLab(toSource(text), `${id}.yaml`, id);
