// Merging: two machines and real git: the commands of docs/two-machines.md, and conflicts that are refused.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitIdentity, hasGit, noGit } from '../support/git.ts';
import { type Answer, expectRefusal, type Home, newFolder, newHome, project, wide } from '../support/program.ts';
import { kafka } from './notes.ts';

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

interface Status {
  readonly total: { readonly total: number; readonly done: number; readonly dated: number };
  readonly diagnostics: { readonly errors: number; readonly warnings: number };
}

/** A machine with a home, in which a line of shell stops at the first command that fails. */
class Machine {
  readonly home: Home = newHome();

  constructor() {
    // git looks for the program on PATH, as for any other.
    const [node, program] = this.home.argv([]);
    this.write('bin/istio-roadmap', `#!/bin/sh\nexec '${node}' '${program}' "$@"\n`);
    chmodSync(this.file('bin/istio-roadmap'), 0o755);
  }

  shell(commands: string, on = '2026-11-20'): Answer {
    const answer = this.home.shell(`set -e\n${commands}`, {
      cwd: 'home',
      env: { ...gitIdentity, ...wide, ISTIO_ROADMAP_TODAY: on, PATH: `${this.file('bin')}:${process.env.PATH}` },
    });
    expect(answer, commands).toMatchObject({ status: 0 });
    return answer;
  }

  file(name: string): string {
    return join(this.home.home, name);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.file(name)), { recursive: true });
    writeFileSync(this.file(name), text);
  }

  read(name: string): string {
    return readFileSync(this.file(name), 'utf8');
  }

  status(...args: readonly string[]): Status {
    return JSON.parse(this.shell(`istio-roadmap status --json ${args.join(' ')}`).out) as Status;
  }
}

/** Two machines with a clone each of one repository that holds `files`. */
function twoMachines(folder: string, files: { readonly [name: string]: string }): [Machine, Machine] {
  const remote = join(newFolder(), 'remote.git');
  const [one, two] = [new Machine(), new Machine()];
  one.shell(`git init -q --bare -b main '${remote}'\ngit clone -q '${remote}' ${folder} 2>&1`);
  for (const [name, text] of Object.entries(files)) one.write(`${folder}/${name}`, text);
  one.shell(`cd ${folder}\ngit add -A\ngit commit -q --allow-empty -m Begin\ngit push -q origin HEAD:main`);
  two.shell(`git clone -q '${remote}' ${folder}`);
  return [one, two];
}

/** The commands of docs/two-machines.md, block by block. */
function recipe(): string[] {
  const text = readFileSync(join(project, 'docs', 'two-machines.md'), 'utf8');
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1] as string);
}

const note = lines('# Kafka', '', '## 1. Basics', '', '- [ ] Topics', '- [ ] Partitions', '- [ ] Offsets');

describe.skipIf(!hasGit)(`two machines${hasGit ? '' : `: ${noGit}`}`, () => {
  it('the recipe for notes: what both ticked is there on both, and nothing is twice', () => {
    const [install, attributes, tick, sync] = recipe() as [string, string, string, string];
    const [one, two] = twoMachines('notes', { 'study/kafka.md': note });
    one.shell(install + attributes);
    two.shell(`${install}cd ~/notes\ngit pull -q`);
    one.shell(tick, '2026-11-18');
    two.shell(`${tick}\n${tick.replace('1.1', '1.2')}`, '2026-11-19');
    one.shell(sync);
    two.shell(sync);
    one.shell(sync.replace(/^git commit.*\n/m, ''));
    for (const machine of [one, two]) {
      expect(machine.status('-r', '~/notes/study/kafka.md')).toMatchObject({
        total: { total: 3, done: 2, dated: 2 },
        diagnostics: { errors: 0, warnings: 0 },
      });
      expect(machine.read('notes/study/kafka.md')).toBe(
        lines(
          ...['# Kafka', '', '## 1. Basics', '', '- [x] Topics ✅ 2026-11-18', '- [x] Partitions ✅ 2026-11-19'],
          '- [ ] Offsets',
        ),
      );
    }
  });

  it('the recipe for progress files: the bundled roadmap, and one with a name of its own', () => {
    const [install, , , , first, second, named] = recipe() as [string, string, string, string, string, string, string];
    const yaml = lines('id: garden', 'title: Garden', 'sections:', '  - title: Beds', '    topics: [Mulch, Compost]');
    const [one, two] = twoMachines('dotfiles', { 'plans/garden.yaml': yaml });
    one.shell(`${install}istio-roadmap done 1.1`, '2026-11-18');
    one.shell(first);
    two.shell(install + second);
    const sync = 'cd ~/dotfiles\ngit add -A\ngit commit -q -m Studied\ngit pull -q --no-rebase\ngit push -q';
    one.shell(`istio-roadmap done 1.2 2.1\n${named}`, '2026-11-18');
    two.shell(`istio-roadmap done 1.2 3.1\n${named}\n${named.replace('1.1', '1.2')}`, '2026-11-17');
    one.shell(sync);
    two.shell(sync);
    one.shell('cd ~/dotfiles\ngit pull -q --no-rebase');
    const garden = ['-r', '~/dotfiles/plans/garden.yaml', '--progress', '~/dotfiles/istio-roadmap/garden.md'];
    for (const machine of [one, two]) {
      expect(machine.status().total).toMatchObject({ done: 4, dated: 4 });
      expect(machine.status(...garden).total).toMatchObject({ total: 2, done: 2 });
      expect(machine.read('dotfiles/istio-roadmap/garden.md')).toMatch(/^roadmap: \.\.\/plans\/garden\.yaml$/m);
      const text = machine.read('dotfiles/istio-roadmap/istio.md');
      const ids = [...text.matchAll(/🆔 (\S+)/gu)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(4);
      const headings = text.match(/^#.*$/gm) ?? [];
      expect(new Set(headings).size).toBe(headings.length);
    }
    expect(two.shell('istio-roadmap list 1.2 --plain').out).toContain('\tdone\t2026-11-17\t');
  });

  it.each([
    ['merge', 'git pull -q --no-rebase'],
    ['rebase', 'git pull -q --rebase'],
  ])('a note with nested items and CRLF, brought together by %s', (_, pull) => {
    const [install] = recipe() as [string];
    const text = kafka.replaceAll('\n', '\r\n');
    const attributes = 'kafka.md merge=istio-roadmap -text\n';
    const [one, two] = twoMachines('notes', { '.gitattributes': attributes, 'kafka.md': text });
    one.shell(
      `${install}istio-roadmap done 2.1 -r ~/notes/kafka.md\ncd notes\ngit commit -qam One\ngit push -q`,
      '2026-11-18',
    );
    two.shell(
      `${install}istio-roadmap done 1.3 2.1.1 2.2 -r ~/notes/kafka.md\ncd notes\ngit commit -qam Two`,
      '2026-11-19',
    );
    two.shell(`cd notes\n${pull}\ngit push -q`);
    one.shell(`cd notes\n${pull}`);
    expect(one.status('-r', '~/notes/kafka.md')).toMatchObject({
      total: { total: 8, done: 7, dated: 7 },
      diagnostics: { errors: 0, warnings: 0 },
    });
    expect(one.read('notes/kafka.md').split('\r\n')).toHaveLength(text.split('\r\n').length);
    expect(one.read('notes/kafka.md')).not.toMatch(/[^\r]\n/);
  });
});

describe('a note in which a union merge left lines twice', () => {
  const twice = lines('- [x] Topics ✅ 2026-11-18', '- [ ] Offsets', '- [ ] Topics', '- [x] Offsets ✅ 2026-11-19');

  it('is changed in the one line that was meant: equal lines are topics of their own', () => {
    const home = newHome();
    home.write('kafka.md', twice);
    expect(home.json<Status>(['status', '-r', 'kafka.md']).total).toMatchObject({ total: 4, done: 2 });
    expect(home.run(['reopen', '1', '-r', 'kafka.md'])).toMatchObject({ status: 0, err: '' });
    expect(home.read('kafka.md')).toBe(twice.replace('[x] Topics ✅ 2026-11-18', '[ ] Topics'));
    home.run(['done', '2', '-r', 'kafka.md']);
    home.run(['undo', '-n', '2', '-r', 'kafka.md']);
    expect(home.read('kafka.md')).toBe(twice);
  });
});

it('lint names lines of a progress file with one id', () => {
  const home = newHome();
  home.run(['done', '1.1']);
  const text = home.readProgress();
  const [line] = text.match(/^- \[x\].*$/m) as RegExpMatchArray as [string];
  writeFileSync(home.progressFile(), text.replace(line, `${line}\n${line.replace(/✅.*/, '✅ 2026-11-01')}`));
  expect(home.run(['lint', '--plain']).out).toMatch(
    /istio\.md:\d+:1: warning: merged-twice: 1 more line with the id of line /,
  );
});

describe('a file with a conflict (FORMATS U3)', () => {
  const conflict = lines(
    '<<<<<<< HEAD',
    '- [x] Topics ✅ 2026-11-18',
    '=======',
    '- [ ] Topics',
    '>>>>>>> laptop',
    '- [ ] Acks',
  );

  it('is read by all that looks, with a warning for people', () => {
    const home = newHome();
    home.write('kafka.md', conflict);
    expect(home.json<Status>(['status', '-r', 'kafka.md'])).toMatchObject({
      total: { total: 3, done: 1 },
      diagnostics: { errors: 1, warnings: 0 },
    });
    expect(home.run(['status', '--plain', '-r', 'kafka.md'])).toMatchObject({ status: 0, err: '' });
    expect(home.run(['status', '-q', '-r', 'kafka.md'])).toMatchObject({ status: 0, err: '' });
    const { status, err } = home.run(['status', '-r', 'kafka.md'], { env: wide });
    expect(status).toBe(0);
    expect(err).toMatch(/kafka\.md:1:1: error: git left a conflict\s+here,\s+down\s+to\s+line\s+5/);
    expect(home.run(['status', '-r', 'kafka.md', '--lang', 'ru'], { env: wide }).err).toMatch(/конфликт слияния\s+git/);
  });

  it.each([
    ['done', '2'],
    ['start', '2'],
    ['skip', '2'],
    ['reopen', '1'],
    ['done', '2', '--dry-run'],
    ['undo'],
    ['redo'],
    ['lint', '--fix'],
  ])('is refused by %s %s', (...words) => {
    const home = newHome();
    home.write('kafka.md', lines('- [ ] Topics', '- [ ] Acks'));
    home.run(['done', '2', '-r', 'kafka.md']);
    if (words[0] === 'redo') home.run(['undo', '-r', 'kafka.md']);
    home.write('kafka.md', conflict);
    expectRefusal(home.run([...words, '-r', 'kafka.md'], { env: wide }), 5, /conflict in .*kafka\.md, line 1/);
    expect(home.read('kafka.md')).toBe(conflict);
  });

  it('may be the progress file; the roadmap beside it is no matter', () => {
    const home = newHome();
    home.run(['done', '1.1', '1.2']);
    const text = home.readProgress();
    const [first, second] = text.match(/^- \[x\].*$/gm) as [string, string];
    const open = first.replace('[x]', '[ ]').replace(/ ✅.*/, '');
    const spoiled = text.replace(first, ['<<<<<<< HEAD', first, '=======', open, '>>>>>>> laptop'].join('\n'));
    writeFileSync(home.progressFile(), spoiled);
    expect(home.json<Status>(['status'])).toMatchObject({ total: { done: 2 }, diagnostics: { errors: 1 } });
    expect(home.run(['status'], { env: wide }).err).toMatch(/istio\.md:\d+:1: error: git left a conflict\s+here/);
    const plain = home.run(['lint', '--plain']);
    expect(plain.status).toBe(1);
    expect(plain.out).toMatch(/istio\.md:\d+:1: error: conflict-markers: /);
    for (const words of [['done', '2.1'], ['undo']])
      expectRefusal(home.run(words, { env: wide }), 5, /conflict in .*istio\.md, line \d+/);
    expect(home.readProgress()).toBe(spoiled);
    expect(spoiled).toContain(second);
  });

  it('in a progress file names no note that is not written to', () => {
    const home = newHome();
    home.write(
      'plan.md',
      lines('# Plan', '', '<<<<<<< HEAD', '- Brew', '=======', '- Brew', '- Pour', '>>>>>>> laptop'),
    );
    expect(home.run(['done', 'Pour', '-r', 'plan.md'])).toMatchObject({ status: 0 });
    expect(home.json<Status>(['status', '-r', 'plan.md']).total).toMatchObject({ total: 3, done: 1 });
  });

  it('that is YAML cannot be understood, and the message says why', () => {
    const home = newHome();
    const topics = ['<<<<<<< HEAD', '      - Brew', '=======', '      - Pour', '>>>>>>> laptop'];
    home.write('tea.yaml', lines('title: Tea', 'sections:', '  - title: Leaves', '    topics:', ...topics));
    expectRefusal(home.run(['status', '-r', 'tea.yaml'], { env: wide }), 4, /tea\.yaml/);
    expect(home.run(['status', '-r', 'tea.yaml'], { env: wide }).err).toMatch(/git left a conflict here/);
  });
});

it('a chosen progress file names its roadmap by the way there from its own folder', () => {
  const home = newHome();
  home.write('garden.yaml', lines('title: Garden', 'sections:', '  - title: Beds', '    topics: [Mulch]'));
  expect(home.run(['done', '1.1', '-r', 'garden.yaml', '--progress', 'kept/ticks.md']).status).toBe(0);
  expect(home.read('kept/ticks.md')).toMatch(/^roadmap: \.\.\/garden\.yaml$/m);
});

it('a progress file that two machines made names the roadmap of both, and is ours on each', () => {
  const home = newHome();
  const path = home.write('garden.yaml', lines('title: Garden', 'sections:', '  - title: Beds', '    topics: [Mulch]'));
  const made = (...roadmaps: readonly string[]) =>
    lines('---', ...roadmaps.map((one) => `roadmap: ${one}`), '---', '', '# Garden');
  home.write('ticks.md', made('/elsewhere/garden.yaml', path));
  expect(home.run(['done', '1.1', '-r', 'garden.yaml', '--progress', 'ticks.md']).status).toBe(0);
  expect(home.read('ticks.md')).toContain(`roadmap: /elsewhere/garden.yaml\nroadmap: ${path}\n`);
  home.write('other.md', made('/elsewhere/garden.yaml', '/elsewhere/too.yaml'));
  expectRefusal(
    home.run(['done', '1.1', '-r', 'garden.yaml', '--progress', 'other.md'], { env: wide }),
    4,
    /not a progress file/,
  );
});
