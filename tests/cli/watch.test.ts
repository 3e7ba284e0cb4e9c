// Watch: `status --watch` on a terminal of its own, while its files change, and however it ends.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type AtTerminal,
  atTerminal,
  expectRefusal,
  type Home,
  newHome,
  noTerminal,
  type Step,
  shellAtTerminal,
  type Terminal,
  wide,
} from '../support/program.ts';
import { screenOf } from '../support/screen.ts';
import { kafka, longNote, postgres } from './notes.ts';

const inNote = ['-r', 'note.md'];

function homeWith(text = kafka): Home {
  const home = newHome();
  home.write('note.md', text);
  return home;
}

const watched = (home: Home, options: AtTerminal, args: readonly string[] = ['status', '--watch', ...inNote]) =>
  atTerminal(home, args, { ...options, env: { NO_COLOR: '1', ...options.env } });

const shown = ({ screen }: Terminal, columns = 80, rows = 24): string =>
  screenOf(screen, columns, rows).lines.join('\n').trimEnd();

/** What is done beside it when the screen shows a text, then the key that ends it when it shows another. */
const steps = (first: string, run: string, then: string): Step[] => [
  { until: first, still: 0.3, run },
  { until: then, still: 0.3, type: 'q' },
];

describe('it is drawn again', () => {
  it.each<[string, string]>([
    ['a change of our own', 'istio-roadmap done 1.3 -q -r note.md'],
    ['an editor that writes into the file', `sed 's/^- \\[ \\] 1.3/- [x] 1.3/' note.md > new && cat new > note.md`],
    ['an editor that puts another file in its place', `sed -i 's/^- \\[ \\] 1.3/- [x] 1.3/' note.md`],
    [
      'an editor that moves the old file away first',
      `mv note.md note.md~; sed 's/^- \\[ \\] 1.3/- [x] 1.3/' note.md~ > note.md`,
    ],
  ])('after %s', (_, line) => {
    const home = homeWith();
    const terminal = watched(home, { steps: steps('2/8', home.script(line), '3/8') });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    // The same as once without --watch.
    expect(`${shown(terminal)}\n`).toBe(home.run(['status', ...inNote]).out);
  });

  it('after a change of the progress file, also of one that was not there', () => {
    const home = homeWith(postgres);
    const line = 'istio-roadmap done 1.1 -q -r note.md; istio-roadmap done 1.2 -q -r note.md';
    const terminal = watched(home, { steps: steps('0/', home.script(line), '2/') });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(`${shown(terminal)}\n`).toBe(home.run(['status', ...inNote]).out);
  });

  it('after a change of the configuration', () => {
    const home = homeWith();
    const line = 'istio-roadmap config set lang ru -q';
    const terminal = watched(home, { steps: steps('next', home.script(line), 'дальше') });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
  });

  it('through a link, and for a file that the link leads to', () => {
    const home = newHome();
    home.write('vault/note.md', kafka);
    home.shell('ln -s vault/note.md note.md');
    const line = `sed -i 's/^- \\[ \\] 1.3/- [x] 1.3/' vault/note.md`;
    const terminal = watched(home, { steps: steps('2/8', line, '3/8') });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
  });

  it('with a selector, filters and --all', () => {
    const home = homeWith();
    const part = ['status', '2', '--level', 'middle', '--watch', ...inNote];
    const one = watched(
      home,
      { steps: steps('0/4', home.script('istio-roadmap done 2.2 -q -r note.md'), '1/4') },
      part,
    );
    if (one === null) return;
    expect(one).toMatchObject({ status: 0, isRestored: true });
    home.run(['roadmaps', 'add', 'note.md']);
    const line = home.script('istio-roadmap done 1.3 -q -r note.md');
    const all = watched(home, { steps: steps('3/8', line, '4/8') }, ['status', '--all', '--watch']);
    expect(all).toMatchObject({ status: 0, isRestored: true });
  });

  it('when the terminal has another size, down to 40 columns and ten rows', () => {
    const home = homeWith();
    const size = { columns: 40, rows: 10 };
    const terminal = watched(home, {
      columns: 100,
      steps: [
        { until: '2/8', still: 0.3, resize: size },
        { until: '2/8', still: 0.5, type: 'q' },
      ],
    });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    const last = terminal.screen.slice(terminal.screen.lastIndexOf('\u001b[2J'));
    const { isOverflown, lines } = screenOf(`\u001b[?1049h${last}`, 40, 10);
    expect(isOverflown).toBe(false);
    expect(lines[0]).toMatch(/2\/8 · 25%$/);
  });
});

describe('a file that cannot be read for a moment', () => {
  it.each<[string, string, string]>([
    ['is gone', 'mv note.md away.md', 'there is no such file'],
    ['is empty', 'cp note.md away.md; : > note.md', 'it is empty'],
  ])('%s: the last state stays, with a remark in one line', (_, line, remark) => {
    const home = homeWith();
    const terminal = watched(home, {
      columns: 200,
      steps: [
        { until: '2/8', still: 0.3, run: line },
        { until: remark, still: 0.3, run: 'mv away.md note.md; sed -i "s/^- .[ ]. 1.3/- [x] 1.3/" note.md' },
        { until: '3/8', still: 0.3, type: 'q' },
      ],
    });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    // What was drawn until the remark is all there is beside it, and then the remark goes.
    const before = `${terminal.screen.slice(0, terminal.screen.indexOf(remark))}${remark}`;
    const { lines } = screenOf(before, 200, 24);
    expect(lines[0]).toContain('2/8');
    expect(lines.filter((line) => line.startsWith('istio-roadmap: '))).toHaveLength(1);
    expect(shown(terminal, 200)).not.toContain(remark);
  });

  it('is broken YAML', () => {
    const home = newHome();
    home.write('note.yaml', 'title: Tea\nsections:\n  - title: Leaves\n    topics:\n      - title: Green\n');
    const line = `printf 'sections: [\\n' >> note.yaml`;
    const args = ['status', '--watch', '-r', 'note.yaml'];
    const terminal = watched(home, { steps: steps('0/1', line, 'note.yaml cannot be used') }, args);
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(shown(terminal)).toContain('0/1');
  });
});

describe('it ends at once, with the terminal as it was', () => {
  const until = '2/8';
  it.each<[string, Omit<Step, 'until'>, number]>([
    ['q', { type: 'q' }, 0],
    ['q on a Russian keyboard', { type: 'й' }, 0],
    ['Ctrl-C', { type: '\u0003' }, 130],
    ['SIGINT', { signal: 'SIGINT' }, 130],
    ['SIGTERM', { signal: 'SIGTERM' }, 130],
    ['SIGHUP', { signal: 'SIGHUP' }, 130],
  ])('%s', (_, step, status) => {
    const terminal = watched(homeWith(), { steps: [{ until, still: 0.2, ...step }] });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status, isRestored: true });
    expect(terminal.screen.endsWith('\u001b[?25h\u001b[?1049l')).toBe(true);
    expect(terminal.seconds).toBeLessThan(1);
  });

  it('when the terminal is lost', () => {
    const terminal = watched(homeWith(), { steps: [{ until, still: 0.2, hangUp: true }] });
    if (terminal === null) return;
    expect(terminal.status).toBe(130);
    expect(terminal.seconds).toBeLessThan(1);
  });

  it('Ctrl-Z stops it, fg goes on', async () => {
    const home = homeWith();
    const terminal = await shellAtTerminal(
      home,
      'set -m; istio-roadmap status --watch -r note.md; echo "stopped"; fg',
      {
        steps: [
          { until, still: 0.3, type: '\u001a' },
          { until: 'stopped', still: 0.5, type: 'q' },
        ],
      },
    );
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(terminal.screen.split('\u001b[?1049h')).toHaveLength(3);
  });
});

describe('beside others', () => {
  it('five of them show what twenty ticks at once came to', async ({ skip }) => {
    const home = homeWith(longNote(24));
    const options = { steps: [{ until: '20/24', still: 0.3, type: 'q' }] };
    const five = Array.from({ length: 5 }, () =>
      shellAtTerminal(home, 'istio-roadmap status --watch -r note.md', options),
    );
    const ticks = Array.from({ length: 20 }, (_, at) => home.start(['done', `1.${at + 1}`, '-q', ...inNote]));
    const answers = await Promise.all(ticks);
    expect(answers.map(({ status, err }) => `${status} ${err}`)).toEqual(Array(20).fill('0 '));
    for (const terminal of await Promise.all(five)) {
      if (terminal === null) return skip(noTerminal);
      expect(terminal).toMatchObject({ status: 0, isRestored: true });
      expect(shown(terminal)).toContain('20/24');
    }
  }, 60_000);

  it('it does next to nothing while nothing changes', async ({ skip }) => {
    if (!existsSync('/proc/self/stat')) return skip('there is no /proc here');
    const home = homeWith();
    const line = 'istio-roadmap status --watch -r note.md & echo $! > pid; wait';
    const usedBy = (pid: string): number => {
      const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
      const numbers = fields.split(' ').map(Number);
      return (numbers[11] as number) + (numbers[12] as number);
    };
    let used = -1;
    const running = shellAtTerminal(home, `istio-roadmap() { exec ${home.argv([]).join(' ')} "$@"; }; ${line}`, {
      steps: [{ until: '2/8', still: 9, signal: 'SIGTERM' }],
    });
    for (let left = 100; left > 0 && !(existsSync(home.path('pid')) && home.read('pid') !== ''); left--)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const pid = home.read('pid').trim();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const before = usedBy(pid);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    used = usedBy(pid) - before;
    process.kill(Number(pid), 'SIGTERM');
    await running;
    // Hundredths of a second, of five seconds.
    expect(used).toBeLessThanOrEqual(5);
  }, 40_000);
});

describe('without a terminal that can be drawn on', () => {
  it('it names the line that prints once', () => {
    const home = homeWith();
    const answer = home.run(['status', '--watch', ...inNote], { env: wide });
    expectRefusal(answer, 2, /`status --watch` needs a terminal/);
    expect(answer.err).toContain('`istio-roadmap status -r note.md`');
    const terminal = watched(home, { env: { TERM: 'dumb' } });
    if (terminal !== null) expect(terminal).toMatchObject({ status: 2, screen: expect.not.stringContaining('\u001b') });
  });

  it.each([['--json'], ['--plain'], ['--explain']])('%s is another thing', (option) => {
    const answer = homeWith().run(['status', '--watch', option, ...inNote], { env: wide });
    expectRefusal(answer, 2, new RegExp(`${option}|--watch`));
  });

  it('what cannot be read at the start is reported as everywhere', () => {
    const terminal = watched(newHome(), {});
    if (terminal === null) return;
    expect(terminal).toMatchObject({
      status: 5,
      isRestored: true,
      screen: expect.not.stringContaining('\u001b[?1049h'),
    });
  });
});
