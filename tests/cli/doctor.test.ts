// Doctor: each thing that may be odd is found, and nothing where all is right; paths names what is there.
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Home, isRoot, newHome, newHomeOfNobody } from '../support/program.ts';
import { kafka } from './notes.ts';

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly hint: string | null;
}

function odd(home: Home, env: { readonly [name: string]: string } = {}): readonly Finding[] {
  const { status, out, err } = home.run(['doctor', '--json'], { env });
  expect(err).toBe('');
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  const found = findings.filter(({ severity }) => severity !== 'ok');
  expect(status).toBe(found.some(({ severity }) => severity !== 'info') ? 1 : 0);
  return found;
}

function newLibrary(): Home {
  const home = newHome();
  home.write('Kafka.md', kafka);
  home.run(['roadmaps', 'add', 'Kafka.md']);
  return home;
}

describe('doctor', () => {
  it('finds nothing where nothing is', () => {
    expect(odd(newHome())).toEqual([]);
    const { status, out } = newLibrary().run(['doctor']);
    expect(status).toBe(0);
    expect(out).toMatch(/Nothing is wrong\.\n$/);
  });

  it('finds a roadmap that is gone, and its line takes the name away', () => {
    const home = newLibrary();
    rmSync(home.path('Kafka.md'));
    const [{ code, hint } = { code: '', hint: '' }] = odd(home);
    expect(code).toBe('roadmap');
    expect(hint).toBe('istio-roadmap roadmaps remove kafka');
    expect(home.run(['roadmaps', 'remove', 'kafka']).status).toBe(0);
    expect(odd(home)).toEqual([]);
  });

  it('finds ticks of a roadmap that is gone', () => {
    const home = newHome();
    home.write('Tea.md', '# Tea\n\n- Green\n');
    home.run(['done', '1', '-r', 'Tea.md']);
    expect(odd(home)).toEqual([]);
    rmSync(home.path('Tea.md'));
    expect(odd(home)).toMatchObject([{ code: 'ticks', severity: 'warning' }]);
  });

  it.each(['Kafka (conflicted copy 2026-11-01).md', 'Kafka.sync-conflict-20261101-101010-ABCDEF.md'])(
    'finds %s beside the note',
    (name) => {
      const home = newLibrary();
      home.write(name, kafka);
      home.write('Kafka notes.md', kafka);
      expect(odd(home)).toMatchObject([{ code: 'copy', message: expect.stringContaining(name) }]);
    },
  );

  it('finds a lock that was left, and one of another machine', () => {
    const home = newLibrary();
    home.run(['done', '1.3', '-r', 'kafka']);
    const folder = join(home.state, 'locks');
    expect(readdirSync(folder)).toEqual([]);
    const lock = (holder: object): void =>
      writeFileSync(join(folder, 'abc123'), JSON.stringify({ ...holder, started: null, table: null, target: '/n.md' }));
    lock({ pid: 1, host: 'elsewhere', boot: 'another' });
    expect(odd(home)).toMatchObject([{ code: 'lock', severity: 'warning', message: expect.stringContaining('/n.md') }]);
  });

  it('finds a folder that cannot be written', () => {
    const home = isRoot ? newHomeOfNobody() : newHome();
    mkdirSync(home.data, { recursive: true });
    chmodSync(home.data, 0o555);
    expect(odd(home)).toMatchObject([
      { code: 'folder', severity: 'error', message: expect.stringContaining(home.data) },
    ]);
    chmodSync(home.data, 0o755);
  });

  it.each([
    ['zsh', '.zshrc'],
    ['bash', '.bashrc'],
    ['fish', '.config/fish/config.fish'],
  ])('says how %s is set up, until it is', (shell, file) => {
    const home = newHome();
    const env = { SHELL: `/bin/${shell}` };
    expect(odd(home, env)).toMatchObject([{ code: 'shell', severity: 'info', hint: expect.stringContaining(file) }]);
    mkdirSync(join(home.home, file, '..'), { recursive: true });
    writeFileSync(join(home.home, file), 'eval "$(istio-roadmap shell-init)"\n');
    expect(odd(home, env)).toEqual([]);
  });

  it('looks the same in every run, in both languages', () => {
    const home = newLibrary();
    rmSync(home.path('Kafka.md'));
    for (const lang of ['en', 'ru']) {
      const { out } = home.run(['doctor', '--lang', lang, '--width', '200']);
      expect(out).toMatch(lang === 'en' ? /1 thing needs your attention\./ : /1 проблема требует внимания\./);
    }
  });
});

describe('paths', () => {
  it('names where a roadmap and its ticks are', () => {
    const home = newLibrary();
    const lines = home.run(['paths', '--plain', '-r', 'kafka']).out.split('\n');
    expect(lines).toContain(`roadmap\t${home.path('Kafka.md')}`);
    expect(lines).toContain(`ticks\t${home.path('Kafka.md')}`);
    expect(lines).toContain(`data\t${home.data}`);
    expect(lines).toContain(`configuration\t${join(home.home, '.config/istio-roadmap/config.yaml')}`);
  });

  it('names the others where no roadmap can be read', () => {
    const { status, out } = newHome().run(['paths', '--plain', '-r', 'nowhere.md']);
    expect(status).toBe(0);
    expect(out).not.toContain('roadmap\t');
    expect(out).toContain('state\t');
  });
});
