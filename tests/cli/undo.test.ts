// Undo and redo: the bytes that come back, in notes and in progress files.
// Titles are those of `notes.ts`, which translates them, or of a garden (Полив, Посев: watering, sowing); "это я дописал" and
// "чужое" (I added this, not ours) are lines that somebody else wrote.
import { appendFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectRefusal, type Home, newHome, wide } from '../support/program.ts';
import { kafka, postgres } from './notes.ts';

function homeWith(text: string | Uint8Array): Home {
  const home = newHome();
  home.write('note.md', text);
  return home;
}

const inNote = ['-r', 'note.md'];

function ran(home: Home, ...args: string[]): void {
  expect(home.run([...args, ...inNote]), args.join(' ')).toMatchObject({ status: 0, err: '' });
}

describe('undo', () => {
  it.each([
    [['done', '1.3']],
    [['done', '2']],
    [['done', '2.3']],
    [['start', '3.1']],
    [['skip', '1.1', '1.2', '--force']],
    [['reopen', '1', '--force']],
    [['done', '1.1', '--on', 'monday', '--force']],
  ])('of %j gives every byte back, redo the change', (args) => {
    const home = homeWith(kafka);
    ran(home, ...args);
    const after = home.read('note.md');
    expect(after).not.toBe(kafka);
    ran(home, 'undo');
    expect(home.read('note.md')).toBe(kafka);
    ran(home, 'redo');
    expect(home.read('note.md')).toBe(after);
    ran(home, 'undo');
    expect(home.read('note.md')).toBe(kafka);
  });

  it('takes back one change after the other, -n several at once', () => {
    const home = homeWith(kafka);
    const states = [kafka];
    for (const args of [
      ['done', '1.3'],
      ['start', '3.1'],
      ['done', '2.1'],
    ]) {
      ran(home, ...args);
      states.push(home.read('note.md'));
    }
    ran(home, 'undo');
    expect(home.read('note.md')).toBe(states[2]);
    ran(home, 'undo', '-n', '2');
    expect(home.read('note.md')).toBe(states[0]);
    ran(home, 'redo', '-n', '2');
    expect(home.read('note.md')).toBe(states[2]);
  });

  it('-n of more than there is takes back what there is', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    ran(home, 'undo', '-n', '9');
    expect(home.read('note.md')).toBe(kafka);
  });

  it('gives thousands of ticks back to the byte, in a note and in a progress file, more than once', () => {
    const titles = Array.from({ length: 3000 }, (_, i) => `Тема ${i} о том, как устроен сервис`);
    const boxed = titles
      .map((title, i) => `- [${i % 7 === 3 ? '/' : ' '}] ${title}${i % 2 === 0 ? ' ' : ''}\r\n`)
      .join('');
    const bare = titles.map((title) => `- ${title}\n`).join('');
    for (const text of [`# Темы\r\n\r\n${boxed}`, `# Темы\n\n## Все\n\n${bare}`]) {
      const home = homeWith(text);
      const states = (): string => home.run(['status', '--json', ...inNote]).out.replace(/"asOf[^,]*,/, '');
      const before = states();
      ran(home, 'done', '*', '--force');
      const after = [home.read('note.md'), states()];
      expect(after[1]).toContain('"done":3000');
      for (let times = 0; times < 2; times++) {
        ran(home, 'undo');
        expect([home.read('note.md'), states()]).toEqual([text, before]);
        ran(home, 'redo');
        expect([home.read('note.md'), states()]).toEqual(after);
      }
      ran(home, 'reopen', '1', '--force');
      ran(home, 'undo');
      expect([home.read('note.md'), states()]).toEqual(after);
    }
  }, 120_000);

  it('takes thousands of ticks back by their lines after an edit elsewhere', () => {
    const boxed = Array.from({ length: 3000 }, (_, i) => `- [ ] Тема ${i} о том, как устроен сервис\n`).join('');
    const home = homeWith(`# Темы\n\n${boxed}`);
    ran(home, 'done', '*', '--force');
    appendFileSync(home.path('note.md'), '\nА это я дописал.\n');
    ran(home, 'undo');
    expect(home.read('note.md')).toBe(`# Темы\n\n${boxed}\nА это я дописал.\n`);
  });

  it('of one roadmap is not lost by thousands of ticks in another', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    home.write('other.md', `# Темы\n\n${Array.from({ length: 4000 }, (_, i) => `- [ ] Тема ${i}\n`).join('')}`);
    for (const verb of ['done', 'reopen', 'done'])
      expect(home.run([verb, '*', '--force', '-r', 'other.md']).status, verb).toBe(0);
    ran(home, 'undo');
    expect(home.read('note.md')).toBe(kafka);
  });

  it('names what it took back', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    const { out } = home.run(['undo', ...inNote]);
    for (const part of ['1.3', 'Ключ сообщения']) expect(out).toContain(part);
  });

  it('--json gives the change backwards', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    const key = { address: '1.3', id: 'key', title: 'Ключ сообщения' };
    expect(home.json(['undo', ...inNote])).toMatchObject({
      ...{ kind: 'change', changed: [{ ...key, from: 'done', to: 'todo', completedOn: null }], total: { done: 2 } },
    });
    expect(home.json(['redo', ...inNote])).toMatchObject({
      changed: [{ ...key, from: 'todo', to: 'done', completedOn: '2026-11-20' }],
    });
  });

  it('names a topic that is called otherwise since by what it was, and by no other', () => {
    const home = homeWith('# Сад\n\n- [ ] Полив 🆔 water\n- [x] Посев ✅\u00a02026-03-01\n');
    home.run(['lint', '--fix', 'note.md']);
    const [{ id }] = home.json<{ changed: [{ id: string }] }>(['undo', ...inNote]).changed;
    const again = home.json<{ changed: [{ id: string; title: string; to: string }] }>(['redo', ...inNote]).changed;
    expect(again).toMatchObject([{ address: '2', id, title: 'Посев ✅ 2026-03-01', from: 'done', to: 'done' }]);
    expect(id).not.toBe('water');
  });

  it('keeps to the chosen roadmap', () => {
    const home = homeWith(kafka);
    home.write('other.md', kafka);
    ran(home, 'done', '1.3');
    home.run(['done', '3.1', '-r', 'other.md']);
    const other = home.read('other.md');
    ran(home, 'undo');
    expect(home.read('note.md')).toBe(kafka);
    expect(home.read('other.md')).toBe(other);
  });

  it('with nothing to take back exits 0 and writes nothing', () => {
    const home = homeWith(kafka);
    const before = home.snapshot();
    for (const verb of ['undo', 'redo']) {
      expect(home.run([verb, ...inNote]).status).toBe(0);
      expect(home.json([verb, ...inNote])).toMatchObject({ changed: [] });
    }
    expect(home.snapshot()).toEqual(before);
    expect(home.read('note.md')).toBe(kafka);
  });

  it('with nothing to take back needs no home', () => {
    const home = homeWith(kafka);
    for (const verb of ['undo', 'redo'])
      expect(home.run([verb, ...inNote], { env: { HOME: undefined } })).toMatchObject({ status: 0 });
  });

  it('a new change ends what could be made again', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    ran(home, 'undo');
    ran(home, 'start', '3.1');
    const after = home.read('note.md');
    home.run(['redo', ...inNote]);
    expect(home.read('note.md')).toBe(after);
  });

  it('of a note that was edited elsewhere meanwhile keeps the edit', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    home.write('note.md', home.read('note.md').replace('# Kafka для дежурных', '# Kafka\n\nВступление в две строки.'));
    ran(home, 'undo');
    expect(home.read('note.md')).toBe(kafka.replace('# Kafka для дежурных', '# Kafka\n\nВступление в две строки.'));
  });

  it('of several that ends at one which is refused shows those before it', () => {
    const home = homeWith(kafka);
    for (const address of ['1.3', '2.1.1', '3.1']) ran(home, 'done', address);
    writeFileSync(home.path('note.md'), home.read('note.md').replace('Ключ сообщения', 'Ключ и значение'));
    const { status, out, err } = home.run(['undo', '-n', '3', ...inNote], { env: wide });
    expect(status).toBe(5);
    expect(err).toMatch(/^istio-roadmap: .*note\.md/);
    expect(out).toContain('Перебалансировка');
    expect(out).toContain('Панель и тревоги');
    expect(out).not.toContain('Ключ');
    const edited = home.read('note.md');
    expect(edited).toContain('- [ ] 3.1');
    expect(home.run(['undo', '-n', '2', '--json', ...inNote])).toMatchObject({ status: 5, out: '' });
    expect(home.read('note.md')).toBe(edited);
  });

  it('is refused when the very line was edited, and changes nothing', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    const edited = home.read('note.md').replace('1.3 Ключ сообщения', '1.3 Ключ и заголовки');
    home.write('note.md', edited);
    expectRefusal(home.run(['undo', ...inNote], { env: wide }), 5, /edited after that change/);
    expect(home.read('note.md')).toBe(edited);
  });

  it('a journal with torn and foreign lines still takes back what it knows', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    appendFileSync(`${home.state}/journal.jsonl`, 'чужое\n{"v":1}\nnull\n[]\n{"v":1,"id":');
    ran(home, 'start', '3.1');
    ran(home, 'undo', '-n', '2');
    expect(home.read('note.md')).toBe(kafka);
  });

  it('with an address points to reopen', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    const after = home.read('note.md');
    const answer = home.run(['undo', '1.3', ...inNote], { env: wide });
    expectRefusal(answer, 2, /no selector/);
    expect(answer.err).toContain('istio-roadmap reopen 1.3');
    expect(home.read('note.md')).toBe(after);
  });
});

describe('undo in a progress file', () => {
  it('of the first tick removes the file, redo brings it back byte for byte', () => {
    const home = homeWith(postgres);
    ran(home, 'done', '4.2');
    const written = home.readProgress();
    ran(home, 'undo');
    expect(existsSync(home.data) ? readdirSync(home.data) : []).toEqual([]);
    ran(home, 'redo');
    expect(home.readProgress()).toBe(written);
    expect(home.read('note.md')).toBe(postgres);
  });

  it('of a later change gives the earlier bytes back', () => {
    const home = homeWith(postgres);
    ran(home, 'done', '4.2');
    const first = home.readProgress();
    for (const args of [
      ['done', '1.1'],
      ['skip', '4.2.1'],
      ['reopen', '4.2', '--force'],
      ['start', '3.2'],
    ]) {
      ran(home, ...args);
      expect(home.readProgress()).not.toBe(first);
      ran(home, 'undo');
      expect(home.readProgress()).toBe(first);
    }
  });
});

describe('undo after the ticks have moved (P5)', () => {
  const boxed = postgres.replaceAll(/^- (?!\[)/gm, '- [ ] ');

  it('takes back the newest change of the note and of the progress file, one after the other', () => {
    const home = homeWith(postgres);
    ran(home, 'done', '1.1');
    const kept = home.readProgress();
    const file = home.progressFile();
    rmSync(file);
    home.write('note.md', boxed);
    ran(home, 'done', '1.2');
    expect(home.read('note.md')).not.toBe(boxed);
    writeFileSync(file, kept);
    // Ticks in the progress file again: that is the roadmap's place now, and the last change was made in the note.
    const answer = home.run(['undo', ...inNote], { env: wide });
    expect(answer.status).toBe(0);
    expect(answer.err).toMatch(/^[^\n]*note\.md: info: [\s\S]*\[ticks-elsewhere\]\n {2}\S/);
    expect(home.read('note.md')).toBe(boxed);
    expect(home.readProgress()).toBe(kept);
    expect(home.run(['redo', ...inNote])).toMatchObject({ status: 0 });
    expect(home.read('note.md')).not.toBe(boxed);
    ran(home, 'undo', '-n', '2');
    expect(home.read('note.md')).toBe(boxed);
    expect(existsSync(file)).toBe(false);
  });

  it('makes again what was taken back last, and nothing behind a newer change', () => {
    const home = homeWith(boxed);
    ran(home, 'done', '1.2');
    ran(home, 'undo');
    home.write('note.md', postgres);
    ran(home, 'done', '1.1');
    const kept = home.readProgress();
    home.write('note.md', boxed);
    home.run(['redo', ...inNote]);
    expect(home.read('note.md')).toBe(boxed);
    ran(home, 'undo');
    expect(existsSync(home.data) ? readdirSync(home.data) : []).toEqual([]);
    expect(home.run(['redo', ...inNote])).toMatchObject({ status: 0 });
    expect(home.readProgress()).toBe(kept);
  });
});
