// MockExamFile: the file of a mock exam, and the exam in it.
import * as v from 'valibot';
import { instantIn, instantText } from '../../dates/instant.ts';
import { UserError } from '../../errors.ts';
import { type MockExam, outcomes } from '../../model/mock-exam.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const instant = v.pipe(
  v.string(),
  v.check((word) => instantIn(word) !== null),
  v.transform((word) => instantIn(word) as number),
);
/** Names alone: what a file says never leads out of its folder. */
const name = v.pipe(v.string(), v.regex(/^[^./\\\s\0][^/\\\0]*$/));
const domain = v.object({ id: v.string(), title: v.string() });

const definition = v.object({
  schemaVersion: v.literal(1),
  roadmap: text,
  seed: v.pipe(v.number(), v.integer(), v.minValue(0)),
  started: instant,
  minutes: count,
  pass: percent,
  tasks: v.pipe(v.array(v.object({ folder: name, lab: text, domain })), v.maxLength(1000)),
  finished: v.nullable(instant),
  result: v.nullable(
    v.object({
      percent,
      passed: v.boolean(),
      domains: v.array(v.object({ domain: v.string(), tasks: count, percent })),
      tasks: v.array(v.object({ lab: text, outcome: v.picklist(outcomes), held: count, checks: count })),
    }),
  ),
});

/** Throws `bad-mock`. */
export function readMockExam(written: string, file: string): MockExam {
  const bad = new UserError('bad-mock', { file });
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    throw bad;
  }
  const read = v.safeParse(definition, value);
  if (!read.success) throw bad;
  const { schemaVersion, pass, ...exam } = read.output;
  if (exam.result !== null && exam.result.tasks.length !== exam.tasks.length) throw bad;
  return { ...exam, passPercent: pass };
}

export function mockExamText({ passPercent, started, finished, ...exam }: MockExam): string {
  const { roadmap, seed, minutes, tasks, result } = exam;
  const kept = {
    ...{ schemaVersion: 1, roadmap, seed, started: instantText(started), minutes, pass: passPercent, tasks },
    finished: finished === null ? null : instantText(finished),
    result,
  };
  return `${JSON.stringify(kept, null, 2)}\n`;
}
