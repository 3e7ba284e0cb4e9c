// TodoTxt: which texts are one, and what their lines are read as (FORMATS T10).

import { describe, expect, it } from 'vitest';
import { isTodoTxt, readTodoTxt } from '../../src/formats/todo-txt.ts';
import { finish, identify } from '../../src/model/finish.ts';
import type { Roadmap, Topic } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { toSource } from '../../src/text/source.ts';
import { shapeOf } from '../support/notes.ts';

const read = (...lines: readonly string[]): Roadmap =>
  identify(finish(readTodoTxt({ source: toSource(lines.join('\n')), name: 'todo', file: 'todo.txt', parsed: null })));
const only = (line: string): Topic => [...topicsOf(read(line).children)][0] as Topic;

describe('what is todo.txt', () => {
  it.each([
    ['labels on most lines', '(A) Call the plumber @phone\nBuy paint +kitchen\n@shop Nails\nRest\n'],
    ['priorities alone', '(A) Call\n(B) Write\n'],
    ['finished lines beside plain ones', 'Buy paint\nx 2026-03-01 Call the plumber\nRest\nSleep\n'],
    ['only finished ones', 'x 2026-03-01 2026-02-01 Call\nx 2026-03-02 Write\n'],
    ['blank lines between', '(A) Call @phone\r\n\r\nWrite +kitchen\r\n'],
  ])('%s', (_, text) => expect(isTodoTxt(text)).toBe(true));

  it.each([
    ['a checklist', '- [ ] Call @phone\n- [x] Buy +kitchen\n'],
    ['prose', 'Rope work\n\nA course in knots.\n'],
    ['prose with an address', 'Write to me@example.org\nor to +44 20 7946 0000\n'],
    ['a quiz', '1. What is a knot?\n(A) a rope\n(B) a loop\n(C) a fish\n'],
    ['a quiz without numbers', 'What is a knot?\n(A) a rope\n(B) a loop\n'],
    ['a note with headings', '# Kitchen\n\nBuy paint +kitchen @shop\n\n## Bath\n\nTiles\n'],
    ['one label in a long list', 'a\nb\nc +d\ne\nf\n'],
    ['nothing', '\n'],
  ])('is not %s', (_, text) => expect(isTodoTxt(text)).toBe(false));
});

describe('a list', () => {
  it('has projects as sections, in the order in which they are named, and the rest outside', () => {
    expect(
      shapeOf(
        read(
          ...['x 2026-03-02 2026-02-20 Measure the wall +kitchen @home', '(A) Buy tiles +bath', 'Sweep the yard'],
          ...['(C) 2026-02-21 Paint +Kitchen', 'x Throw the old sink away +bath'],
        ),
      ),
    ).toEqual([
      ...[
        '0.1 [ ] Sweep the yard',
        '1 kitchen',
        '  1.1 [x] Measure the wall 2026-03-02',
        '  1.2 [ ] Paint',
        '2 bath',
        '  2.1 [ ] Buy tiles',
      ],
      ...['  2.2 [x] Throw the old sink away'],
    ]);
  });

  it.each([
    ['Read the part of +knots about splices', 'Read the part of +knots about splices', 'knots'],
    ['+knots Read about splices @home', 'Read about splices', 'knots'],
    ['@home +knots Splice', 'Splice', 'knots'],
    ['Learn C++ and 1+1 +maths', 'Learn C++ and 1+1', 'maths'],
    ['Meet at +1 @noon +work +private', 'Meet at +1', 'work'],
    ['Call +15551234567 or +44 20 first +work', 'Call +15551234567 or +44 20 first', 'work'],
    ['Ask for the key +60417 +locks', 'Ask for the key', '60417'],
    ['+knots', '+knots', 'knots'],
  ])('%s', (line, title, project) => {
    const { children } = read(line);
    expect(children).toMatchObject([{ kind: 'section', title: project, children: [{ title }] }]);
  });

  it('keeps contexts as tags and what is planned as fields', () => {
    expect(only('(B) 2026-03-01 Call @phone @work due:2026-03-09 t:2026-03-05 rec:1w')).toMatchObject({
      ...{ title: 'Call', status: 'todo', tags: ['phone', 'work'] },
      fields: [
        { name: 'priority', value: 'high' },
        { name: 'created', value: '2026-03-01' },
        { name: 'start', value: '2026-03-05' },
        { name: 'due', value: '2026-03-09' },
      ],
    });
  });

  it.each([
    ['x 2026-03-02 2026-02-01 Call', 'done', '2026-03-02'],
    ['x (A) 2026-03-02 Call', 'done', '2026-03-02'],
    ['X 2026-03-02 Call', 'done', '2026-03-02'],
    ['x Call', 'done', null],
    ['x 2026-02-30 Call', 'done', null],
    ['2026-03-02 Call', 'todo', null],
    ['xylophone lesson', 'todo', null],
    ['X marks the spot', 'todo', null],
  ])('%s is %s', (line, status, completedOn) => expect(only(line)).toMatchObject({ status, completedOn }));

  it.each(['xylophone lesson', 'X marks the spot', '(a) small', 'see http://example.org:80/a'])(
    '%s is all title',
    (line) => expect(only(line).title).toBe(line),
  );

  it('has the pri: of a finished task as its priority', () =>
    expect(only('x 2026-03-02 Call pri:A')).toMatchObject({ title: 'Call', fields: [{ value: 'highest' }] }));
});
