// Guided set-up: `init` without a file asks, shows what it will write, and writes nothing before a yes; every answer is an option as well.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atTerminal, expectRefusal, type Home, newHome, noTerminal, type Step } from '../support/program.ts';
import { kafka } from './notes.ts';

const enter = '\r';
const up = '\u001b[A';
const ctrlC = '\u0003';

const settingsOf = (home: Home): string => join(home.home, '.config/istio-roadmap/config.yaml');
const read = (home: Home): string | null =>
  existsSync(settingsOf(home)) ? readFileSync(settingsOf(home), 'utf8') : null;

/** A file of mine, its usual name, its ticks where they are, English: to the last question. */
const toTheEnd: readonly Step[] = [
  { until: 'Which roadmap', still: 0.3, type: up },
  { until: 'a file of mine', still: 0.3, type: enter },
  { until: 'Which file?', still: 0.2, type: `nowhere.md${enter}` },
  { until: 'cannot', still: 0.3, type: `Kafka.md${enter}` },
  { until: 'By which name', still: 0.2, type: enter },
  { until: 'Where are its ticks', still: 0.2, type: enter },
  { until: 'In which language', still: 0.2, type: enter },
  { until: 'Which shell', still: 0.2, type: enter },
];

function homeWithNote(): Home {
  const home = newHome();
  home.write('Kafka.md', kafka);
  return home;
}

describe('at a terminal', () => {
  it.each([
    ['y\r', 0, /^roadmaps:\n {2}kafka: .*Kafka\.md\nroadmap: kafka\n$/],
    ['n\r', 0, null],
    [ctrlC, 130, null],
  ])('the last answer %j decides', (type, status, written) => {
    const home = homeWithNote();
    // The bundled roadmap that is meant comes first; up from it are the other bundled ones, and above them the last choice.
    writeSettings(home, 'roadmap: ambient\n');
    const terminal = atTerminal(home, ['init'], { steps: [...toTheEnd, { until: 'Write it?', still: 0.2, type }] });
    if (terminal === null) return expect(noTerminal).toBeTruthy();
    expect(terminal).toMatchObject({ status, isRestored: true });
    expect(terminal.screen).toContain('roadmaps.kafka');
    if (written === null) expect(read(home)).toBe('roadmap: ambient\n');
    else expect(read(home)).toMatch(/^roadmap: kafka\nroadmaps:\n {2}kafka: \S*Kafka\.md\n$/);
  });

  it.each([0, 2, 4, 6, 7])('Ctrl-C at question %i leaves everything as it was', (question) => {
    const home = homeWithNote();
    writeSettings(home, 'roadmap: ambient\n');
    const steps = [...toTheEnd.slice(0, question), { ...(toTheEnd[question] as Step), type: ctrlC }];
    const terminal = atTerminal(home, ['init'], { steps });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 130, isRestored: true });
    expect(read(home)).toBe('roadmap: ambient\n');
  });

  it.each<[string, Partial<Step>]>([
    ['SIGINT', { signal: 'SIGINT' }],
    ['SIGTERM', { signal: 'SIGTERM' }],
    ['SIGHUP', { signal: 'SIGHUP' }],
    ['a terminal that is gone', { hangUp: true }],
  ])('%s ends it within a second, and nothing is written', (what, end) => {
    const home = homeWithNote();
    writeSettings(home, 'roadmap: ambient\n');
    const steps = [...toTheEnd.slice(0, 4), { until: 'By which name', still: 0.3, ...end } as Step];
    const terminal = atTerminal(home, ['init'], { steps });
    if (terminal === null) return;
    expect(terminal.seconds, what).toBeLessThan(1);
    if (end.hangUp === undefined) expect(terminal).toMatchObject({ status: 130, isRestored: true });
    expect(read(home)).toBe('roadmap: ambient\n');
  });

  it('goes on in a terminal that becomes as narrow as 40 columns', () => {
    const home = homeWithNote();
    writeSettings(home, 'roadmap: ambient\n');
    const [first, ...rest] = toTheEnd as [Step, ...Step[]];
    const resize: Step = { until: first.until, still: 0.3, resize: { columns: 40, rows: 12 } };
    const last = { until: 'Write it?', still: 0.3, type: 'y\r' };
    const terminal = atTerminal(home, ['init'], { steps: [resize, first, ...rest, last], columns: 120 });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(read(home)).toContain('roadmap: kafka\n');
  });

  it('options are answers, and only the rest is asked', () => {
    const home = homeWithNote();
    const args = ['init', '-r', 'Kafka.md', '--name', 'k', '--progress', 'inline', '--lang', 'ru', '--shell', 'none'];
    const terminal = atTerminal(home, args, { steps: [{ until: 'Записать?', still: 0.2, type: 'y\r' }] });
    if (terminal === null) return;
    expect(terminal.status).toBe(0);
    expect(read(home)).toMatch(/^roadmaps:\n {2}k:\n {4}file: .*\n {4}progress: inline\nroadmap: k\nlang: ru\n$/);
  });
});

function writeSettings(home: Home, text: string): void {
  mkdirSync(dirname(settingsOf(home)), { recursive: true });
  writeFileSync(settingsOf(home), text);
}

describe('without a question', () => {
  it('--force writes what the options say, and again changes nothing', () => {
    const home = homeWithNote();
    writeSettings(home, '# mine\n');
    const args = ['init', '--force', '-r', 'Kafka.md', '--lang', 'ru'];
    expect(home.run(args).status).toBe(0);
    const first = read(home);
    expect(first).toMatch(/^# mine\nroadmaps:\n {2}kafka: .*\nroadmap: kafka\nlang: ru\n$/);
    expect(home.run(['init', '--force', '-r', 'kafka']).out).toContain('Всё и так настроено');
    expect(read(home)).toBe(first);
    expect(home.run(['init', '--force', '-r', 'ica', '--lang', 'ru']).status).toBe(0);
    expect(read(home)).toBe((first as string).replace('roadmap: kafka\n', 'roadmap: ica\n'));
  });

  it('is refused where nobody can be asked', () => {
    expectRefusal(newHome().run(['init']), 2, /file/);
  });

  it.each(['bash', 'zsh', 'fish'])('--shell %s puts its completion where it finds it, once', (shell) => {
    const home = newHome();
    const args = ['init', '--force', '--shell', shell];
    expect(home.run(args)).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringContaining(`completion for ${shell}`),
    });
    expect(home.run(args).out).toContain('nothing to write');
    expect(read(home)).toBeNull();
  });

  it('and a shell that there is nothing for is refused', () => {
    expectRefusal(newHome().run(['init', '--force', '--shell', 'ksh']), 2, /ksh/);
  });

  it('and a name that another has is refused', () => {
    const home = homeWithNote();
    expectRefusal(home.run(['init', '--force', '-r', 'Kafka.md', '--name', 'istio']), 2, /bundled/);
    expect(read(home)).toBeNull();
  });
});
