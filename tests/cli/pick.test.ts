// Pick: the picker on a terminal of its own, as a person uses it, and as it is interrupted.
import { renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atTerminal, expectRefusal, type Home, newHome, noTerminal, type Step, wide } from '../support/program.ts';
import { screenOf } from '../support/screen.ts';
import { witnessed } from '../support/witness.ts';
import { kafka, postgres } from './notes.ts';

const inNote = ['-r', 'note.md'];
const enter = '\r';
const [esc, ctrlC, ctrlZ, down] = ['\u001b', '\u0003', '\u001a', '\u001b[B'];

function homeWith(text = kafka): Home {
  const home = newHome();
  home.write('note.md', text);
  return home;
}

/** Each key when the screen has come to rest after the one before. */
const typed = (...keys: readonly string[]): Step[] => keys.map((type) => ({ until: 'Kafka', still: 0.05, type }));

/** What is pressed while the review is drawn is dropped. */
const saved: readonly Step[] = [...typed(enter), { until: 'back', still: 0.05, type: enter }];

describe('pick on a terminal', () => {
  it('ticks, begins, skips and reopens in one change, after it was shown', ({ skip }) => {
    const home = homeWith();
    // At 2.2, the next topic: skipped; 1.3 done, 2.1.1 begun, 1.1 opened again.
    const keys = ['x', '/', ...'сообщ', enter, ' ', esc, 'j', 'j', 'j', 's', 'g', 'j', 'r'];
    const terminal = atTerminal(home, ['pick', ...inNote], {
      ...{ steps: [...typed(...keys), ...saved], columns: 100 },
    });
    if (terminal === null) return skip(noTerminal);
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(home.read('note.md')).toBe(
      kafka
        .replace(
          '[x] 1.1 Брокер и контроллер #junior 🆔 broker ✅ 2026-11-01',
          '[ ] 1.1 Брокер и контроллер #junior 🆔 broker',
        )
        .replace(
          '[ ] 1.3 Ключ сообщения #junior #запись 🆔 key ⛔ topic',
          '[x] 1.3 Ключ сообщения #junior #запись 🆔 key ⛔ topic ✅ 2026-11-20',
        )
        .replace('[ ] Перебалансировка', '[/] Перебалансировка')
        .replace(
          '[/] 2.2 Отставание #middle #метрики/lag 🆔 lag',
          '[-] 2.2 Отставание #middle #метрики/lag 🆔 lag ❌ 2026-11-20',
        ),
    );
    // What was confirmed is on the screen, with the date that goes.
    const { lines, isOverflown } = screenOf(terminal.screen, 100, 24);
    expect(isOverflown).toBe(false);
    expect(lines.join('\n')).toMatch(/4 changes[\s\S]*✓ → ○ 1\.1[\s\S]*2026-11-01[\s\S]*\+ - \[x\] 1\.3/);
    // The answer is that of every change, on the first screen.
    const answer = terminal.screen.slice(terminal.screen.lastIndexOf('\u001b[?1049l'));
    expect(answer).toMatch(/1\.3.*Ключ сообщения[\s\S]*2\.2.*Отставание/);
    expect(home.run(['undo', ...inNote]).status).toBe(0);
    expect(home.read('note.md')).toBe(kafka);
    expect(home.json<{ entries: object[] }>(['log', ...inNote]).entries).toHaveLength(2);
  });

  it('writes the ticks of a roadmap without boxes to its progress file', () => {
    const home = homeWith(postgres);
    const steps = [...typed(' '), ...saved].map((step) => ({
      ...step,
      until: step.until.replace('Kafka', 'PostgreSQL'),
    }));
    const terminal = atTerminal(home, ['pick', ...inNote], { steps });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(home.read('note.md')).toBe(postgres);
    expect(home.readProgress()).toMatch(/^- \[x\] .* ✅ 2026-11-20$/m);
  });

  it.each<[string, string[]]>([
    ['done without a selector', ['done']],
    ['done --on', ['done', '--on', '2026-11-10']],
    ['pick of a section', ['pick', '2']],
  ])('%s is the same', (_, words) => {
    const home = homeWith();
    const terminal = atTerminal(home, [...words, ...inNote], { steps: [...typed(' '), ...saved] });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    const day = words.includes('--on') ? '2026-11-10' : '2026-11-20';
    expect(home.read('note.md')).toContain(`🆔 lag ✅ ${day}`);
  });

  it('pick of a section shows nothing else', () => {
    const terminal = atTerminal(homeWith(), ['pick', '2', ...inNote], { steps: typed('q') });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    const text = screenOf(terminal.screen, 80, 24).lines.join('\n');
    expect(text).toContain('2.1');
    expect(text).not.toMatch(/Первые|Надзор/);
  });

  it.each<[string, string[], number]>([
    ['q without marks', ['q'], 0],
    ['q twice with marks', [' ', 'q', 'q'], 0],
    ['й on a Russian keyboard', ['й'], 0],
    ['Esc in the review, and q', [' ', enter, esc, 'q', 'q'], 0],
    ['Esc and another key at once', ['/', 'a', `${esc}q`], 0],
    ['Ctrl-C', [' ', ctrlC], 130],
    ['Ctrl-C while a filter is typed', ['/', 'a', ctrlC], 130],
    ['Ctrl-C in the review', [' ', enter, ctrlC], 130],
    ['Ctrl-C in the keys', ['?', ctrlC], 130],
  ])('%s changes nothing', (_, keys, status) => {
    const home = homeWith();
    const before = home.snapshot();
    const terminal = atTerminal(home, ['pick', ...inNote], { steps: typed(...keys) });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status, isRestored: true });
    expect(terminal.seconds).toBeLessThan(1);
    expect(home.snapshot()).toEqual(before);
    expect(terminal.screen).not.toMatch(/a defect of ours|\n\s+at /);
    expect(terminal.screen.trimEnd().endsWith('\u001b[?7h\u001b[?25h\u001b[?1049l')).toBe(true);
  });

  it('--dry-run shows the diff and writes nothing', () => {
    const home = homeWith();
    const terminal = atTerminal(home, ['pick', '--dry-run', ...inNote], { steps: [...typed(' '), ...saved] });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(terminal.screen.slice(terminal.screen.lastIndexOf('\u001b[?1049l'))).toMatch(
      /\+ - \[x\] 2\.2[\s\S]*dry run/,
    );
    expect(home.read('note.md')).toBe(kafka);
  });

  it('asks what done would ask, on the first screen', () => {
    const home = homeWith(postgres);
    expect(home.run(['done', '1.1', ...inNote]).status).toBe(0);
    renameSync(home.path('note.md'), home.path('renamed.md'));
    const steps = [
      ...[...typed('G', ' '), ...saved].map((step) => ({ ...step, until: step.until.replace('Kafka', 'PostgreSQL') })),
      { until: '(y/N)', still: 0.05, type: 'y\r' },
    ];
    const terminal = atTerminal(home, ['pick', '-r', 'renamed.md'], { steps });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(terminal.screen.lastIndexOf('(y/N)')).toBeGreaterThan(terminal.screen.lastIndexOf('\u001b[?1049l'));
    expect(home.json(['status', '-r', 'renamed.md'])).toMatchObject({ total: { done: 1 } });
  });

  it('a note that was edited meanwhile keeps the edit', () => {
    const home = homeWith();
    // As soon as the program has read the note, and before its picker is drawn.
    const hook = home.write(
      'hook.cjs',
      `const { writeFileSync, readFileSync } = require('node:fs');
      const { setRawMode } = require('node:tty').ReadStream.prototype;
      require('node:tty').ReadStream.prototype.setRawMode = function (isRaw) {
        if (isRaw) writeFileSync('note.md', readFileSync('note.md', 'utf8').replace('## 1.', 'Above.\\n\\n## 1.'));
        return setRawMode.call(this, isRaw);
      };`,
    );
    const env = { NODE_OPTIONS: `--require ${hook}` };
    const terminal = atTerminal(home, ['pick', ...inNote], { steps: [...typed(' '), ...saved], env });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(home.read('note.md')).toBe(
      kafka
        .replace('## 1.', 'Above.\n\n## 1.')
        .replace(
          '[/] 2.2 Отставание #middle #метрики/lag 🆔 lag',
          '[x] 2.2 Отставание #middle #метрики/lag 🆔 lag ✅ 2026-11-20',
        ),
    );
  });
});

describe('other programs', () => {
  it('e opens an editor at the line, and what was marked before is kept', () => {
    const home = homeWith();
    const editor = home.write(
      'editor',
      '#!/bin/sh\necho "$@" > said.txt\nstty -a | grep -q " icanon" && echo cooked >> said.txt\nsed -i "s/^## 1/Above.\\\\n\\\\n## 1/" note.md\n',
      0o755,
    );
    const steps = [
      ...typed(' ', 'e'),
      {
        until: '\u001b[?1049h',
        still: 0.05,
        run: 'for i in $(seq 100); do test -s said.txt && break; sleep 0.05; done',
      },
      // The screen is taken again, and with the note as it is now.
      { until: 'note.md:16', still: 0.05, type: enter },
      { until: 'back', still: 0.05, type: enter },
    ];
    const terminal = atTerminal(home, ['pick', ...inNote], { steps, env: { EDITOR: editor }, columns: 160 });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(home.read('said.txt')).toMatch(/note\.md[\s\S]*cooked/);
    expect(home.read('note.md')).toMatch(/^Above\.$[\s\S]*\[x\] 2\.2 .*✅ 2026-11-20/m);
  });

  it('o opens the first link in a browser', () => {
    const home = homeWith(kafka.replace('🆔 lag', '🆔 lag https://example.org/lag'));
    const browser = home.write('browser', '#!/bin/sh\necho "$@" > said.txt\n', 0o755);
    const steps = [
      ...typed('o'),
      { until: 'example.org', still: 0.05, run: 'for i in $(seq 100); do test -s said.txt && break; sleep 0.05; done' },
      ...typed('q'),
    ];
    const terminal = atTerminal(home, ['pick', ...inNote], { steps, env: { BROWSER: browser } });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(home.read('said.txt')).toBe('https://example.org/lag\n');
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['no link', ['o'], {}, /no link for a browser/],
    ['no editor', ['e'], { EDITOR: '/nowhere/editor' }, /no editor was found/],
  ])('where there is %s the picker says so, and goes on', (_, keys, env, words) => {
    const terminal = atTerminal(homeWith(), ['pick', ...inNote], { steps: typed(...keys, 'q'), env });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true, screen: expect.stringMatching(words) });
  });
});

describe('the terminal is as it was', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('after %s, within a second', (signal) => {
    const home = homeWith();
    const steps = [...typed(' '), { until: '1 change', still: 0.05, signal }];
    const terminal = atTerminal(home, ['pick', ...inNote], { steps });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 130, isRestored: true });
    expect(terminal.seconds).toBeLessThan(1);
    expect(terminal.screen.endsWith('\u001b[?1049l')).toBe(true);
    expect(home.read('note.md')).toBe(kafka);
  });

  it('a terminal that is gone ends it within a second, and changes nothing', () => {
    const home = homeWith();
    const steps = [...typed(' '), { until: '1 change', still: 0.05, hangUp: true } as const];
    const terminal = atTerminal(home, ['pick', ...inNote], { steps });
    if (terminal === null) return;
    expect(terminal.status).toBe(130);
    expect(terminal.seconds).toBeLessThan(1);
    expect(home.read('note.md')).toBe(kafka);
  });

  it('Ctrl-Z where nobody controls jobs goes on', () => {
    const terminal = atTerminal(homeWith(), ['pick', ...inNote], { steps: typed(ctrlZ, 'q') });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(terminal.screen.split('\u001b[?1049h')).toHaveLength(3);
  });
});

describe('every size', () => {
  it.each([
    [40, 24],
    [40, 10],
    [80, 24],
    [200, 50],
    [20, 4],
  ])('%i × %i', (columns, rows) => {
    const terminal = atTerminal(homeWith(), ['pick', '--lang', 'ru', ...inNote], {
      ...{ steps: [{ until: '2.2', still: 0.05, type: 'q' }], columns, rows },
    });
    if (terminal === null) return;
    expect(terminal.status).toBe(0);
    const { lines, isOverflown } = screenOf(terminal.screen, columns, rows);
    expect(isOverflown).toBe(false);
    expect(lines.filter((line) => /^>.*2\.2/.test(line))).toHaveLength(1);
  });

  it('a terminal that becomes 40 columns wide is drawn anew, and keys go on', () => {
    const home = homeWith();
    const steps = [
      ...typed(' '),
      { until: '1 change', still: 0.05, resize: { columns: 40, rows: 12 } },
      ...typed(down, ' ', 'q', 'q'),
    ];
    const terminal = atTerminal(home, ['pick', ...inNote], { steps, columns: 120, rows: 30 });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    const narrow = terminal.screen.slice(terminal.screen.lastIndexOf('\u001b[2J'));
    const { lines, isOverflown } = screenOf(`\u001b[?1049h${narrow}`, 40, 12);
    expect(isOverflown).toBe(false);
    expect(lines.join('\n')).toMatch(/^>.*2/m);
    expect(lines.every((line) => line.length <= 40)).toBe(true);
  });

  it('in words, without colours', () => {
    const env = { NO_COLOR: '1' };
    const terminal = atTerminal(homeWith(), ['pick', '--ascii', ...inNote], { steps: typed('q'), env });
    if (terminal === null) return;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what must not be there
    expect(terminal.screen).not.toMatch(/\u001b\[\d*m(?<!\u001b\[0m)|[✓○◐▾│]/);
    expect(screenOf(terminal.screen, 80, 24).lines.join('\n')).toMatch(/done +1\.1/);
  });
});

describe('without a terminal', () => {
  it.each<[string, string[], Record<string, string>]>([
    ['in a pipe', ['pick'], {}],
    ['of a section', ['pick', '1'], {}],
  ])('pick %s exits 2 with the line to type', (_, words, env) => {
    const home = homeWith();
    const before = home.snapshot();
    const answer = home.run([...words, ...inNote], { env: { ...wide, ...env } });
    expectRefusal(answer, 2, /`pick` needs a terminal/);
    expect(answer.err).toContain('`istio-roadmap done 2.2 -r note.md`');
    expect(home.snapshot()).toEqual(before);
  });

  it.each<[string, string[], Record<string, string>]>([
    ['--no-input', ['--no-input'], {}],
    ['a dumb terminal', [], { TERM: 'dumb' }],
  ])('nor with %s', (_, more, env) => {
    const terminal = atTerminal(homeWith(), ['pick', ...inNote, ...more], { env, columns: 200 });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 2, isRestored: true });
    expect(terminal.screen).toMatch(/needs a terminal/);
  });

  it('done without a selector asks for one, as before', () => {
    expectRefusal(homeWith().run(['done', ...inNote], { env: wide }), 2, /which topic/);
  });
});

describe('nothing that looks loads the picker', () => {
  const ours = /pick|screen|questions/;

  it.each([['status'], ['list'], ['next'], ['show 1.1'], ['log'], ['done 1.3'], ['undo']])('%s', (command) => {
    const { status, loaded } = witnessed(homeWith(), [...command.split(' '), ...inNote]);
    expect(status === 0 || command === 'undo').toBe(true);
    expect(loaded.filter((name) => ours.test(name))).toEqual([]);
  });
});
