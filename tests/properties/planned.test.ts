// Properties of what a line plans: no change of a state touches a byte of it, whatever its form and its order.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { statusEdits } from '../../src/formats/markdown/edit.ts';
import { readFields } from '../../src/formats/markdown/syntax/task-line.ts';
import { plannedOf } from '../../src/model/planned.ts';
import type { Status, Topic } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { lineText, toSource } from '../../src/text/source.ts';
import { readNote } from '../support/notes.ts';

const day = '2026-11-20' as CalendarDate;
const states = fc.constantFrom<Status>('todo', 'doing', 'done', 'skipped');
const days = fc.constantFrom('2026-12-24', '2026-01-02', '2026-11-20', '2026-02-30');
const signs = fc.constantFrom('📅', '📆', '🗓', '🗓\uFE0F', '⏳', '⌛', '🛫', '➕');
const names = fc.constantFrom('due', 'scheduled', 'start', 'created', 'Due');
const brackets = fc.constantFrom(['[', ']'], ['(', ')']);

const plan = fc.oneof(
  fc.tuple(signs, fc.constantFrom('', ' ', '  '), days).map((parts) => parts.join('')),
  fc.constantFrom('🔺', '⏫', '🔼', '🔽', '⏬\uFE0F'),
  fc.tuple(names, days, brackets).map(([name, value, [open, close]]) => `${open}${name}:: ${value}${close}`),
  fc.constantFrom('[priority:: high]', '(priority::lowest)', '[priority:: urgent]'),
);
const other = fc.constantFrom(
  '#travel',
  '🆔 a1',
  '✅ 2026-10-01',
  '[completion:: 2026-10-01]',
  '❌ 2026-10-02',
  'by train',
);
const lines = fc
  .tuple(
    fc.constantFrom(' ', 'x', 'X', '/', '-'),
    fc.array(fc.oneof({ weight: 3, arbitrary: plan }, { weight: 1, arbitrary: other }), { minLength: 1, maxLength: 7 }),
    fc.constantFrom('', ' ^here', '  '),
  )
  .map(([mark, parts, end]) => `- [${mark}] Route ${parts.join(' ')}${end}`);

const isState = (name: string): boolean => name === 'completion' || name === 'cancelled';

/** Each field as it is written but those that a change of the state is about, in their order. */
const plansIn = (text: string): string[] =>
  readFields(text, 0)
    .filter(({ name }) => !isState(name))
    .map(({ span }) => text.slice(span.start, span.end));
const topicIn = (text: string): Topic => [...topicsOf(readNote(text).children)][0] as Topic;

it('is the same after every change', () => {
  fc.assert(
    fc.property(lines, fc.array(states, { minLength: 1, maxLength: 5 }), (line, steps) => {
      const plans = plansIn(line);
      const planned = plannedOf(topicIn(line));
      let text = `# Travel\n\n${line}\n`;
      for (const to of steps) {
        const source = toSource(text);
        text = applyEdits(text, statusEdits(source, [{ line: 3, to, day }], []));
        const now = lineText(toSource(text), 3);
        expect(plansIn(now)).toEqual(plans);
        expect(plannedOf(topicIn(text))).toEqual(planned);
      }
    }),
    { numRuns: 1000 },
  );
});
