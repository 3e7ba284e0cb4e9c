// Interruption: closed pipes, Ctrl-C at a question, and processes that race with each other.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atTerminal, type Home, newHome, noTerminal } from '../support/program.ts';
import { kafka, longNote, longOutline } from './notes.ts';

const ctrlC = '\u0003';
const inNote = ['-r', 'note.md'];

function homeWith(text: string): Home {
  const home = newHome();
  home.write('note.md', text);
  return home;
}

describe('a closed pipe', () => {
  it.each([['list --plain'], ['list --json'], ['list'], ['status']])('%s | head is no error', (command) => {
    const home = homeWith(longNote(20_000));
    const line = `istio-roadmap ${command} -r note.md | head -c 20 | wc -c; echo "\${PIPESTATUS[0]}" >&2`;
    expect(home.shell(line)).toMatchObject({ status: 0, err: '0\n', out: expect.stringMatching(/^ *20\n$/) });
  });

  it('done into a closed pipe still ticks, and says nothing', () => {
    const home = homeWith(kafka);
    const { err } = home.shell('istio-roadmap done 1.3 -r note.md | true; sleep 0.1');
    expect(err).toBe('');
    expect(home.read('note.md')).toContain('- [x] 1.3');
  });

  it('a stderr that nobody reads any more does not hide the status', () => {
    const home = homeWith(kafka);
    const line = '(sleep 0.2; istio-roadmap done 9.9 -r note.md) 2>&1 >&3 | true; echo $PIPESTATUS';
    expect(home.shell(`{ ${line}; } 3>&1`)).toMatchObject({ err: '', out: '3\n' });
  });

  it('a stdout on a full disk is a refusal and no defect', ({ skip }) => {
    if (!existsSync('/dev/full')) return skip('there is no /dev/full here');
    const home = homeWith(kafka);
    const { status, err } = home.shell('istio-roadmap status -r note.md > /dev/full');
    expect(status).toBe(5);
    expect(err).toMatch(/^istio-roadmap: \/dev\/stdout cannot be written: the disk is full\n {2}\S/);
  });

  it('a closed stderr does not hide the status', () => {
    const home = homeWith(kafka);
    expect(home.shell('istio-roadmap done 9.9 -r note.md 2>&-').status).toBe(3);
    expect(home.shell('istio-roadmap status -r note.md >&-').status).not.toBe(70);
  });
});

describe('the question at a terminal', () => {
  const question = '2026-11-18. Go on?';
  const reopen = ['reopen', '1', ...inNote];

  it('Ctrl-C exits 130 and changes nothing', ({ skip }) => {
    const home = homeWith(kafka);
    const terminal = atTerminal(home, reopen, { steps: [{ until: question, type: ctrlC }] });
    if (terminal === null) return skip(noTerminal);
    expect(terminal.status).toBe(130);
    expect(terminal.screen).not.toMatch(/a defect of ours|\n\s+at /);
    expect(home.read('note.md')).toBe(kafka);
  });

  it.each([
    ['y\r', false],
    ['n\r', true],
    ['\r', true],
  ])('%j', (type, isKept) => {
    const home = homeWith(kafka);
    const terminal = atTerminal(home, reopen, { steps: [{ until: question, type }] });
    // Reported by the test above where it is missing.
    if (terminal === null) return;
    expect(terminal.status).toBe(0);
    expect(home.read('note.md') === kafka).toBe(isKept);
  });

  it('--no-input asks nobody even there, and --force needs no answer', () => {
    const home = homeWith(kafka);
    const refused = atTerminal(home, [...reopen, '--no-input']);
    if (refused === null) return;
    expect(refused.status).toBe(2);
    expect(refused.screen).toContain('--force');
    expect(home.read('note.md')).toBe(kafka);
    expect(atTerminal(home, [...reopen, '--force'])?.status).toBe(0);
    expect(home.read('note.md')).not.toBe(kafka);
  });
});

describe('many at once', () => {
  it.each([
    ['a note', longNote(24), (home: Home) => home.read('note.md')],
    ['a progress file', longOutline(24), (home: Home) => home.readProgress()],
  ])(
    'twenty ticks in %s are all there',
    async (_, text, written) => {
      const home = homeWith(text);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => home.start(['done', `1.${index + 1}`, ...inNote])),
      );
      expect(answers.map(({ status, err }) => `${status} ${err}`)).toEqual(Array(20).fill('0 '));
      const ticks = written(home)
        .split('\n')
        .filter((line) => line.startsWith('- [x] '));
      expect(ticks).toHaveLength(20);
      expect(new Set(ticks).size).toBe(20);
      expect(home.json(['status', ...inNote])).toMatchObject({ total: { total: 24, done: 20 } });
      expect(strays(home)).toEqual([]);
      // Each is a change of its own in the journal.
      expect(home.run(['undo', '-n', '20', ...inNote]).status).toBe(0);
      expect(home.json(['status', ...inNote])).toMatchObject({ total: { done: 0 } });
    },
    60_000,
  );

  it('one topic ticked twenty times is changed once', async () => {
    const home = homeWith(longNote(3));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => home.start(['done', '1.2', '--json', ...inNote])),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(0));
    const changed = answers.map(({ out }) => (JSON.parse(out) as { changed: object[] }).changed.length);
    expect(changed.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(home.read('note.md')).toBe(longNote(3).replace(/- \[ \] (.* 🆔 ex-2)/, '- [x] $1 ✅ 2026-11-20'));
  }, 60_000);
});

const strays = (home: Home) =>
  Object.keys(home.snapshot()).filter((name) => name.endsWith('.tmp') || /locks\/./.test(name));
