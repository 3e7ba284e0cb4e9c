// Roadmaps and settings: names for the user's own files, a default, a language, and what a project may choose.
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectRefusal, type Home, newHome } from '../support/program.ts';

const note = '# Kafka\n\n- [ ] Brokers\n- [x] Topics ✅ 2026-11-01\n';
const plain = '# Tea\n\n- Green\n- Black\n';

const settingsOf = (home: Home): string => join(home.home, '.config/istio-roadmap/config.yaml');
function writeSettings(home: Home, text: string): void {
  mkdirSync(dirname(settingsOf(home)), { recursive: true });
  writeFileSync(settingsOf(home), text);
}

function newLibrary(): Home {
  const home = newHome();
  home.write('vault/Kafka.md', note);
  home.write('vault/Tea.md', plain);
  for (const file of ['vault/Kafka.md', 'vault/Tea.md']) expect(home.run(['roadmaps', 'add', file]).status).toBe(0);
  return home;
}

const totalOf = (home: Home, args: readonly string[], spawning = {}): number =>
  JSON.parse(home.run(['status', '--json', ...args], spawning).out).total.total;

describe('a name', () => {
  it.each(['kafka', 'KAFKA', 'kaf', 'K'])('is taken by -r as %s', (name) => {
    expect(totalOf(newLibrary(), ['-r', name])).toBe(2);
  });

  it('is not guessed where two begin so, or where a file has it', () => {
    const home = newLibrary();
    home.write('vault/Kanban.md', note);
    home.run(['roadmaps', 'add', 'vault/Kanban.md']);
    expect(home.run(['status', '-r', 'ka']).status).toBe(2);
    home.write('kaf', '# Other\n\n- [ ] One\n');
    expect(totalOf(home, ['-r', 'kaf'])).toBe(1);
  });

  it('that is mistyped is answered with the one that was meant', () => {
    const { status, err } = newLibrary().run(['status', '-r', 'kafak']);
    expect(status).toBe(2);
    expect(err).toContain('istio-roadmap status -r kafka');
  });

  it('counts in every folder, and the file of its ticks has it', () => {
    const home = newLibrary();
    home.write('elsewhere/x.md', note);
    expect(home.run(['done', '1', '-r', 'tea'], { cwd: 'work/elsewhere' }).status).toBe(0);
    expect(readdirSync(home.data)).toEqual(['tea.md']);
    // The same file by its path has the same ticks.
    expect(JSON.parse(home.run(['status', '--json', '-r', 'vault/Tea.md']).out).total.done).toBe(1);
  });

  it('given later keeps the ticks that there are', () => {
    const home = newHome();
    home.write('Tea.md', plain);
    home.run(['done', '1', '-r', 'Tea.md']);
    home.run(['roadmaps', 'add', 'Tea.md', '--use']);
    expect(JSON.parse(home.run(['status', '--json']).out).total.done).toBe(1);
    expect(home.run(['done', '2']).status).toBe(0);
    expect(readdirSync(home.data)).toHaveLength(1);
  });

  it('that is removed leaves file and ticks, which reconcile finds', () => {
    const home = newLibrary();
    home.run(['done', '1', '-r', 'tea']);
    const { out } = home.run(['roadmaps', 'remove', 'tea']);
    expect(out).toContain('tea.md');
    expect(home.read('vault/Tea.md')).toBe(plain);
    expect(home.run(['status', '-r', 'vault/Tea.md']).err).toContain('reconcile');
    expect(home.run(['reconcile', '--apply', '-r', 'vault/Tea.md']).status).toBe(0);
    expect(JSON.parse(home.run(['status', '--json', '-r', 'vault/Tea.md']).out).total.done).toBe(1);
  });

  it.each([
    [['add', 'vault/Kafka.md', '--name', 'istio'], 'istio'],
    [['add', 'vault/Tea.md', '--name', 'kafka'], 'kafka'],
    [['add', 'vault/Tea.md', '--name', 'a b'], 'a b'],
    [['add', 'nowhere.md'], 'nowhere.md'],
    [['use', 'kafkka'], 'kafkka'],
    [['remove', 'istio'], 'istio'],
    [['remove'], 'name'],
    [['rename', 'a'], 'rename'],
    [['list', 'a'], 'list'],
  ])('is refused, and nothing is written: roadmaps %j', (words, named) => {
    const home = newLibrary();
    const before = readFileSync(settingsOf(home), 'utf8');
    const answer = home.run(['roadmaps', ...words]);
    expect([2, 5]).toContain(answer.status);
    expect(answer.out).toBe('');
    expect(answer.err).toContain(named);
    expect(readFileSync(settingsOf(home), 'utf8')).toBe(before);
  });

  it('added twice is added once', () => {
    const home = newLibrary();
    const before = readFileSync(settingsOf(home), 'utf8');
    expect(home.run(['roadmaps', 'add', 'vault/Tea.md'])).toMatchObject({ status: 0, err: '' });
    expect(readFileSync(settingsOf(home), 'utf8')).toBe(before);
  });
});

describe('all roadmaps', () => {
  it('are counted, each on a line; one that cannot be read is named and the rest go on', () => {
    const home = newLibrary();
    writeSettings(home, `${readFileSync(settingsOf(home), 'utf8')}  gone: ~/gone.md\n`);
    const { status, out } = home.run(['status', '--all']);
    expect(status).toBe(5);
    expect(out).toMatch(
      /kafka .* 1\/2 +50% +2026-11-01 +1 Brokers\n tea .* 0\/2 .*\n gone .*gone\.md.*\n istio .*0\/\d+/,
    );
    const { roadmaps } = JSON.parse(home.run(['status', '--all', '--json']).out);
    expect(roadmaps.map(({ name, error }: { name: string; error: string }) => [name, error])).toEqual([
      ['kafka', null],
      ['tea', null],
      ['gone', 'unreadable'],
      ['istio', null],
    ]);
    expect(home.run(['status', '--all', '--plain']).out.split('\n')[0]).toBe('kafka\t1\t2\t50\t2026-11-01\t1\tKafka');
  });

  it('say what is next in each', () => {
    const home = newLibrary();
    expect(home.run(['next', '--all', '--plain']).out).toMatch(
      /^1\ttodo\t-\t-\tBrokers\tkafka\n1\ttodo\t-\t-\tGreen\ttea\n1\.1\ttodo\t.*\tistio\n$/,
    );
  });

  it.each([['-r', 'kafka'], ['--level', 'junior'], ['4.2']])('are not a part of one: %j', (...more) => {
    expectRefusal(newLibrary().run(['status', '--all', ...more]), 2, /--all/);
  });
});

describe('settings', () => {
  it('decide after flag and environment', () => {
    const home = newLibrary();
    home.run(['roadmaps', 'use', 'kafka']);
    home.run(['config', 'set', 'lang', 'ru']);
    expect(totalOf(home, [])).toBe(2);
    const env = { ISTIO_ROADMAP: 'ica' };
    expect(totalOf(home, [], { env })).toBeGreaterThan(2);
    expect(totalOf(home, ['-r', 'tea'], { env })).toBe(2);
    expect(home.run(['status', '--width', '60']).out).not.toContain('next');
    expect(home.run(['status', '--width', '60'], { env: { ISTIO_ROADMAP_LANG: 'en' } }).out).toContain('next');
  });

  it('are written with the comments that there are', () => {
    const home = newHome();
    writeSettings(home, '# mine\nlang: ru # at home\n');
    expect(home.run(['config', 'set', 'color', 'never']).status).toBe(0);
    expect(home.run(['config', 'set', 'lang', 'en']).status).toBe(0);
    expect(readFileSync(settingsOf(home), 'utf8')).toBe('# mine\nlang: en # at home\ncolor: never\n');
    expect(home.run(['config', 'get', 'lang'])).toMatchObject({ status: 0, out: 'en\n' });
    expect(home.run(['config', 'unset', 'lang']).status).toBe(0);
    expect(home.run(['config', 'get', 'lang'])).toMatchObject({ status: 1, out: '' });
  });

  it('are written through a link of dotfiles', () => {
    const home = newHome();
    home.write('dotfiles/config.yaml', 'lang: ru\n');
    mkdirSync(dirname(settingsOf(home)), { recursive: true });
    symlinkSync(home.path('dotfiles/config.yaml'), settingsOf(home));
    expect(home.run(['config', 'set', 'lang', 'en']).status).toBe(0);
    expect(home.read('dotfiles/config.yaml')).toBe('lang: en\n');
  });

  it('that cannot be understood stop a command with file, line and what was meant; settings can be mended all the same', () => {
    const home = newHome();
    writeSettings(home, 'langg: ru\ncolor: maybe\n');
    const { status, out, err } = home.run(['status']);
    expect({ status, out }).toEqual({ status: 4, out: '' });
    expect(err).toMatch(/config\.yaml[\s\S]*1:1 .*"langg"[\s\S]*"lang"[\s\S]*2:8 .*auto, always, never/);
    expect(home.run(['paths']).status).toBe(0);
    expect(home.run(['doctor'])).toMatchObject({ status: 1, err: '' });
    expect(home.run(['--version']).status).toBe(0);
  });

  it.each([
    [['set', 'colour', 'always'], 'color'],
    [['set', 'lang', 'de'], 'en, ru'],
    [['set', 'lang'], 'value'],
    [['sett', 'lang', 'en'], 'config set lang en'],
    [['get'], 'key'],
  ])('config %j is refused', (words, named) => {
    const home = newHome();
    const answer = home.run(['config', ...words]);
    expect(answer).toMatchObject({ status: 2, out: '' });
    expect(answer.err).toContain(named);
  });

  it('pass over findings, but no errors', () => {
    const home = newHome();
    home.write('a.md', '# A\n\n- [x] One\n- [ ] Two 🆔 x\n- [ ] Three 🆔 x\n');
    const codes = (): string[] =>
      JSON.parse(home.run(['lint', 'a.md', '--json']).out).diagnostics.map(({ code }: { code: string }) => code);
    expect(codes()).toEqual(['no-done-date', 'duplicate-id']);
    expect(home.run(['config', 'set', 'ignore', 'no-done-date', 'duplicate-id']).status).toBe(0);
    expect(codes()).toEqual(['duplicate-id']);
    home.run(['config', 'set', 'ignore', 'no-such-code']);
    expect(home.run(['doctor']).out).toContain('no-such-code');
  });

  it('say where the ticks of a roadmap are', () => {
    const home = newLibrary();
    home.run(['config', 'set', 'roadmaps.tea.progress', home.path('vault/tea-ticks.md')]);
    home.run(['config', 'set', 'roadmaps.istio.progress', home.path('vault/istio-ticks.md')]);
    expect(home.run(['done', '1', '-r', 'tea']).status).toBe(0);
    expect(home.run(['done', '1.1', '-r', 'istio']).status).toBe(0);
    expect(home.read('vault/tea-ticks.md')).toContain('- [x] 1 Green');
    expect(home.read('vault/istio-ticks.md')).toContain('- [x] 1.1');
    expect(home.run(['paths', '--plain', '-r', 'tea']).out).toContain(`ticks\t${home.path('vault/tea-ticks.md')}\n`);
  });

  it('never hide ticks that are elsewhere', () => {
    const home = newLibrary();
    home.run(['done', '1', '-r', 'tea']);
    home.run(['config', 'set', 'roadmaps.tea.progress', home.path('vault/tea-ticks.md')]);
    expect(JSON.parse(home.run(['status', '--json', '-r', 'tea']).out).total.done).toBe(1);
  });
});

describe("a project's file", () => {
  const projectFile = 'repo/.istio-roadmap.yaml';

  it('chooses a roadmap in its folder, from every folder below', () => {
    const home = newHome();
    home.write('repo/docs/plan.md', note);
    home.write(projectFile, 'roadmap: docs/plan.md\nlang: ru\n');
    home.write('repo/src/deep/x.txt', '');
    expect(totalOf(home, [], { cwd: 'work/repo/src/deep' })).toBe(2);
    expect(totalOf(home, ['-r', 'istio'], { cwd: 'work/repo' })).toBeGreaterThan(2);
    expect(home.run(['config', 'list', '--plain'], { cwd: 'work/repo' }).out).toContain('roadmap\tdocs/plan.md\t');
  });

  it.each([
    ['roadmap: ../secret.md', 'roadmap'],
    ['roadmap: /etc/hosts', 'roadmap'],
    ['roadmap: ~/secret.md', 'roadmap'],
    ['roadmap: link.md', 'roadmap'],
    ['roadmap: docs/plan.md\nprogress: ../ticks.md', 'progress'],
    ['roadmap: docs/plan.md\nprogress: .bashrc', 'progress'],
    ['hooks: {change: touch /tmp/never}', 'hooks'],
    ['roadmaps: {istio: {progress: docs/x.md}}', 'roadmaps'],
  ])('cannot lead outside: %s', (text) => {
    const home = newHome();
    home.write('secret.md', note);
    home.write('repo/docs/plan.md', note);
    symlinkSync(home.path('secret.md'), home.path('repo/link.md'));
    home.write(projectFile, `${text}\n`);
    const { status, err } = home.run(['done', '1'], { cwd: 'work/repo' });
    expect(status).toBe(4);
    expect(err).toContain('.istio-roadmap.yaml');
    expect(home.read('secret.md')).toBe(note);
  });

  it('may keep the ticks in a file of its folder', () => {
    const home = newHome();
    home.write('repo/plan.md', plain);
    home.write(projectFile, 'roadmap: plan.md\nprogress: ticks.md\n');
    expect(home.run(['done', '1'], { cwd: 'work/repo' }).status).toBe(0);
    expect(home.read('repo/ticks.md')).toContain('- [x] 1 Green');
  });
});
