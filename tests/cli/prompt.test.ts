// prompt: a few characters for a shell's prompt, quiet whatever is wrong, and nothing written.
import { utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectRefusal, type Home, newHome, newHomeOfNobody, wide } from '../support/program.ts';
import { witnessed } from '../support/witness.ts';
import { kafka } from './notes.ts';

const env = { ISTIO_ROADMAP: 'kafka.md' };

function homeWithNote(): Home {
  const home = newHome();
  home.write('kafka.md', kafka);
  return home;
}

/** Nothing on standard error, and the status of success, whatever it prints. */
function promptOf(home: Home, args: readonly string[] = [], more: Record<string, string | undefined> = env): string {
  const answer = home.run(['prompt', ...args], { env: more });
  expect(answer).toMatchObject({ status: 0, err: '' });
  return answer.out;
}

describe('prompt', () => {
  it('prints the counts, by themselves or as the format asks', () => {
    const home = homeWithNote();
    const { total } = home.json<{ total: { done: number; total: number; percent: number } }>(['status'], { env });
    const counts = `${total.done}/${total.total} ${total.percent}%\n`;
    expect(promptOf(home)).toBe(counts);
    expect(promptOf(home, ['-r', 'kafka.md'], {})).toBe(counts);
    expect(promptOf(home, ['--no-input'])).toBe(counts);
    expect(promptOf(home, ['--format', '{done} of {total}'])).toBe(`${total.done} of ${total.total}\n`);
    expect(promptOf(home, ['--format={percent}{nothing}'])).toBe(`${total.percent}{nothing}\n`);
    expect(promptOf(home, ['--format', '{next}'])).toMatch(/^2\.2 /);
    expect(promptOf(home, ['--format', 'a\u001b[31mb'])).toBe('a␛[31mb\n');
  });

  it('says the same from the summary that a change has left, and sees every change', () => {
    const home = homeWithNote();
    home.run(['done', '2.2'], { env });
    const { loaded } = witnessed(home, ['prompt'], env);
    expect(loaded, 'neither the core nor the grammar').toEqual(['shell']);
    expect(promptOf(home)).toBe(promptOf(home, ['--no-input']));
    home.write('kafka.md', home.read('kafka.md').replace('- [x]', '- [ ]'));
    expect(promptOf(home)).toBe(promptOf(home, ['--no-input']));
    // With its old time, and as long as before.
    home.run(['done', '2.2', '--force', '--on', 'yesterday'], { env });
    const before = promptOf(home);
    home.write('kafka.md', home.read('kafka.md').replace('- [x]', '- [ ]'));
    utimesSync(home.path('kafka.md'), 1, 1);
    expect(promptOf(home)).not.toBe(before);
    home.run(['undo'], { env });
    expect(promptOf(home)).toBe(promptOf(home, ['--no-input']));
  });

  it('follows the default roadmap of the configuration', () => {
    const home = homeWithNote();
    expect(promptOf(home, [], {})).toBe('0/196 0%\n');
    home.run(['done', '1.1']);
    expect(promptOf(home, [], {})).toBe('1/196 0%\n');
    home.run(['roadmaps', 'add', 'kafka.md', '--name', 'queues', '--use']);
    expect(promptOf(home, [], {})).toBe(promptOf(home));
    expect(promptOf(home, [], { ISTIO_ROADMAP: 'queues' })).toBe(promptOf(home));
    home.write('.istio-roadmap.yaml', 'lang: ru\n');
    expect(promptOf(home, [], {})).toBe(promptOf(home));
  });

  it.each<[string, (home: Home) => void, Record<string, string>]>([
    ['no such roadmap', () => {}, { ISTIO_ROADMAP: 'nothing' }],
    ['no such file', () => {}, { ISTIO_ROADMAP: './nothing.md' }],
    ['a file that is no roadmap', (home) => home.write('kafka.md', 'Only words.\n'), env],
    ['a roadmap that cannot be understood', (home) => home.write('x.yaml', 'title: [\n'), { ISTIO_ROADMAP: 'x.yaml' }],
    ['a configuration that cannot be', (home) => home.write('.istio-roadmap.yaml', 'lang: [\n'), { ISTIO_ROADMAP: '' }],
    ['a day that is none', () => {}, { ...env, ISTIO_ROADMAP_TODAY: 'someday' }],
  ])('is quiet about %s', (what, arrange, variables) => {
    const home = homeWithNote();
    arrange(home);
    const isStill = what.startsWith('a configuration');
    expect(promptOf(home, [], variables)).toBe(isStill ? '0/196 0%\n' : '');
    expect(promptOf(home, ['--no-input'], variables)).toBe(isStill ? '0/196 0%\n' : '');
  });

  it('refuses what it does not understand', () =>
    expectRefusal(newHome().run(['prompt', '--fromat', 'x'], { env: wide }), 2, /unknown option '--fromat'/));

  it('writes nothing, whatever is out of date', () => {
    const home = homeWithNote();
    home.run(['done', '2.2'], { env });
    home.write('kafka.md', `${home.read('kafka.md')}\n- [x] More\n`);
    const before = home.snapshot();
    for (const args of [[], ['--format', '{next}'], ['-r', 'istio']]) promptOf(home, args);
    expect(home.snapshot()).toEqual(before);
  });

  it('stays quiet where nothing can be written, and so does a change', () => {
    const home = newHomeOfNobody();
    home.write('kafka.md', kafka);
    home.write('state/istio-roadmap', 'a file in the place of the folder');
    const state = { ...env, XDG_STATE_HOME: home.path('state') };
    expect(home.run(['__refresh'], { env: state })).toEqual({ status: 0, signal: null, out: '', err: '' });
    expect(promptOf(home, [], state)).toMatch(/^\d+\/\d+ /);
  });
});
