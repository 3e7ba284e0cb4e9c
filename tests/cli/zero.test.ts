// Zero: records that end with NUL, of every command that has records, and selectors that do.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cafeFiles } from '../support/cafe-labs.ts';
import { type Home, newHome, project } from '../support/program.ts';
import { kafka, postgres } from './notes.ts';

/** A note with everything that a command may have a record of. */
const note = `${kafka.replace('- [ ] 3.1', '- [ ] 3.1 [docs](https://example.org/a)')}- [x] 3.2 Odd ✅ 2026-02-30

## Проекты

| Проект | Критерий готовности | Уровень |
|---|---|---|
| Шина событий | переживает отказ брокера | middle |
`;

const records: readonly string[] = [
  'status',
  'status 2',
  'status --all',
  'status --explain',
  'list',
  'list --explain',
  'show',
  'show 1',
  'next',
  'next --all',
  'log',
  'log --calendar',
  'levels',
  'lab',
  'pace',
  'plan --pace 6h/w',
  'projects',
  'gate middle',
  'lint',
  'reconcile -r postgres.md',
  'roadmaps',
  'config list',
  'config get roadmap',
  'paths',
  'doctor',
  'open 3.1',
];

/** Commands without records: what they print for people is what a pipe gets, or nothing. */
const others =
  'done start skip reopen undo redo note edit pick export init repair merge-driver prompt shell-init completion mcp'.split(
    ' ',
  );
const takesSelectors = ['done', 'start', 'skip', 'reopen'];

function newHomeWithAll(): Home {
  const home = newHome();
  home.write('note.md', note);
  home.write('postgres.md', postgres);
  home.write(
    'labs/menu-board.yaml',
    (cafeFiles['labs/menu-board.yaml'] as string).replace('topic: menu', 'topic: key'),
  );
  home.run(['roadmaps', 'add', 'note.md', '--use']);
  home.run(['done', '1.1', '-r', 'postgres.md']);
  home.write('postgres.md', postgres.replace('Пакеты и кластеры', 'Кластеры'));
  return home;
}

describe('-z', () => {
  it('ends the records of --plain with NUL, and changes nothing else', () => {
    const home = newHomeWithAll();
    const lines = records.flatMap((line) => {
      const args = [...line.split(' '), '--plain'];
      return [{ args }, { args: [...args, '-z'] }];
    });
    const answers = home.runAll(lines);
    records.forEach((line, index) => {
      const [plain, zero] = [answers[2 * index], answers[2 * index + 1]];
      expect(plain?.out, line).toMatch(/\n$/);
      expect(zero, line).toMatchObject({ status: plain?.status, err: plain?.err });
      expect(zero?.out, line).toBe(plain?.out.replaceAll('\n', '\0'));
    });
  });

  it('is an option of every command that has records, and of those that read selectors', () => {
    const folder = join(project, 'dist', 'help');
    const named = new Set(records.map((line) => line.split(' ')[0] as string));
    const commands = readdirSync(folder).flatMap((name) => /^istio-roadmap-(.*)\.80\.txt$/.exec(name)?.[1] ?? []);
    expect(commands).toContain('status');
    for (const command of commands) {
      const text = readFileSync(join(folder, `istio-roadmap-${command}.80.txt`), 'utf8');
      const isKnown = named.has(command) || others.includes(command);
      expect(isKnown, `${command} belongs into one of the two lists`).toBe(true);
      expect(/^ +-z, --zero /m.test(text), command).toBe(named.has(command) || takesSelectors.includes(command));
    }
  });

  it.each(takesSelectors)('%s reads selectors that end with NUL', (verb) => {
    const home = newHome();
    home.write('note.md', '# A\n\n- [ ] 1.1 One\n- [ ] 1.2 Two\n- [x] 1.3 Three ✅ 2026-11-01\n');
    const selectors = verb === 'reopen' ? '1.3\0' : '1.1\0 Two \0';
    const answer = home.run([verb, '-', '-z', '-r', 'note.md', '--json'], { input: selectors });
    expect(answer).toMatchObject({ status: 0, err: '' });
    const { changed } = JSON.parse(answer.out) as { changed: { address: string }[] };
    expect(changed.map(({ address }) => address)).toEqual(verb === 'reopen' ? ['1.3'] : ['1.1', '1.2']);
  });

  it('what list ends with NUL, done takes', () => {
    const home = newHome();
    home.write('note.md', kafka);
    const line =
      'istio-roadmap list --level junior --status todo --plain -z -r note.md | cut -z -f1 | istio-roadmap done - -z -r note.md -q';
    expect(home.shell(line)).toMatchObject({ status: 0, err: '' });
    expect(home.json(['list', '--level', 'junior', '--status', 'todo', '-r', 'note.md'])).toMatchObject({ topics: [] });
  });

  it('a line end is a part of a selector then, and nothing at all changes nothing', () => {
    const home = newHome();
    home.write('note.md', kafka);
    expect(home.run(['done', '-', '-z', '-r', 'note.md'], { input: '1.3\n2.1' }).status).toBe(3);
    expect(home.run(['done', '-', '-z', '-r', 'note.md'], { input: '' }).status).toBe(0);
    expect(home.read('note.md')).toBe(kafka);
  });
});
