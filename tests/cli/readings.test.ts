// Readings of YAML: what an earlier run kept changes no answer, whatever became of it, and a roadmap that was edited is read at once.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Home, newHome } from '../support/program.ts';
import { garden } from './notes.ts';

const folder = (home: Home): string => join(home.home, '.cache', 'istio-roadmap', 'readings');
const readings = (home: Home): string[] =>
  existsSync(folder(home)) ? readdirSync(folder(home)).map((name) => join(folder(home), name)) : [];

const looks = [
  ['status'],
  ['status', '--json'],
  ['list'],
  ['show', '1', '--json'],
  ['next', '--json'],
  ['levels'],
  ['projects'],
  ['lint'],
  ['lint', '--json'],
  ['export'],
  ['log', '--json'],
];
const answers = (home: Home, file: string): unknown[] => looks.map((words) => home.run([...words, '-r', file]));

const fronted = '---\ntitle: Сад\nlevels: [white, black]\n---\n\n## White\n\n- [ ] Полив\n- [ ] Прополка\n';
// With a finding of the reader, which has to be shown every time.
const odd = garden.replace('topics:', 'topisc: []\n    topics:');

describe.each([
  ['garden.yaml', garden, 'yaml-'],
  ['odd.yaml', odd, 'yaml-'],
  ['front.md', fronted, 'front-matter-'],
])('%s', (file, text, kind) => {
  const ticked = (): Home => {
    const home = newHome();
    home.write(file, text);
    expect(home.run(['done', '1.1', '-r', file])).toMatchObject({ status: 0 });
    return home;
  };

  it('is kept by a tick, not by looking', () => {
    const home = newHome();
    home.write(file, text);
    answers(home, file);
    expect(readings(home)).toEqual([]);
    home.run(['done', '1.1', '-r', file, '--dry-run']);
    expect(readings(home)).toEqual([]);
    home.run(['done', '1.1', '-r', file]);
    expect(readings(home).map((path) => path.slice(folder(home).length + 1))).toEqual([
      expect.stringMatching(`^${kind}`),
    ]);
  });

  it('changes no answer', () => {
    const home = ticked();
    const after = answers(home, file);
    for (const path of readings(home)) writeFileSync(path, '');
    expect(answers(home, file)).toEqual(after);
  });

  it('is passed over when it is damaged: no byte of what it was made from, nor of its head, can be another', () => {
    const home = ticked();
    const expected = home.run(['list', '--plain', '-r', file]);
    const [path = ''] = readings(home);
    const whole = readFileSync(path);
    const end = whole.length - 1;
    for (const at of [0, 3, 15, 17, 20, 30, Math.floor(end / 4), end]) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] as number) ^ 4;
      writeFileSync(path, damaged);
      expect(home.run(['list', '--plain', '-r', file]), `byte ${at}`).toEqual(expected);
    }
  });

  it('is not what an edited file says', () => {
    const home = ticked();
    home.write(file, home.read(file).replace('Сад', 'Огород').replace('Vegetable garden', 'Orchard'));
    const { title } = JSON.parse(home.run(['status', '--json', '-r', file]).out).roadmap;
    expect(title).toMatch(/Огород|Orchard/);
  });
});

it('a roadmap with a mistake is refused as before, and nothing is kept of it', () => {
  const home = newHome();
  home.write('garden.yaml', garden);
  home.run(['done', '1.1', '-r', 'garden.yaml']);
  home.write('garden.yaml', garden.replace('sections:', 'sections: ['));
  for (let times = 0; times < 2; times++) expect(home.run(['done', '1.2', '-r', 'garden.yaml']).status).toBe(4);
});

it('a cache that cannot be written is no reason to refuse a tick', () => {
  const home = newHome();
  home.write('garden.yaml', garden);
  writeFileSync(join(home.home, '.cache'), 'a file');
  expect(home.run(['done', '1.1', '-r', 'garden.yaml'])).toMatchObject({ status: 0 });
  expect(home.run(['status', '-r', 'garden.yaml'])).toMatchObject({ status: 0, err: '' });
});
