// Tests of the summary file: under which name it is, what it says, and when it is out of date.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/model/summary.ts';
import { type NewSummary, readFreshSummary, summaryPath, writeSummary } from '../../src/store/summary.ts';
import { summaryKey } from '../../src/summary-key.ts';
import { MemoryDisk } from '../support/memory-files.ts';

const state = { path: '/home/me/.local/state/istio-roadmap', home: '/home/me', variable: 'XDG_STATE_HOME' };
const path = `${state.path}/prompt/default`;
const note = '/home/me/note.md';
const config = '/home/me/.config/istio-roadmap/config.yaml';
const summary: Summary = { done: '1', total: '2', doing: '0', percent: '50', level: '', next: '2 Two' };

let disk: MemoryDisk;

beforeEach(() => {
  disk = new MemoryDisk();
  disk.putFolder('/home/me');
  disk.put(note, '- [x] One\n- [ ] Two\n');
});

const read = (): Uint8Array => disk.bytesOf(note).slice();

function written(more: Partial<NewSummary> = {}): Summary | null {
  const made = { key: '', summary, files: new Map([[note, read()]]), watched: [config], isPatient: false, ...more };
  writeSummary(disk, path, made);
  return readFreshSummary(disk, path, made.key);
}

describe('a key', () => {
  it.each<[string | null, string | null, string]>([
    [null, null, ''],
    [null, '/repo/.istio-roadmap.yaml', '/repo/.istio-roadmap.yaml'],
    ['kafka', '/repo/.istio-roadmap.yaml', 'kafka'],
    ['/notes/Kafka.md', null, '/notes/Kafka.md'],
    ['Kafka.md', null, '/work/Kafka.md'],
    ['./kafka', null, 'kafka'],
    ['.//notes/a', null, '/work/notes/a'],
    ['../Kafka.md', null, '/work/../Kafka.md'],
    ['план', null, 'план'],
  ])('%j in a project %j is %j', (asked, project, key) => expect(summaryKey(asked, project, '/work')).toBe(key));

  it.each([
    ['', 'default'],
    ['kafka', '=kafka'],
    ['/notes/Kafka.md', '%notes%Kafka.md'],
    [`/${'я'.repeat(100)}`, 'я'.repeat(60)],
  ])('%j has the file %j', (key, name) => expect(summaryPath(state, key)).toBe(`${state.path}/prompt/${name}`));

  it('has no file where no folder is known', () => expect(summaryPath({ ...state, path: null }, '')).toBeNull());
});

describe('a summary', () => {
  it('is read as it was written, also an empty one and fields without a value', () => {
    expect(written()).toEqual(summary);
    const none = { done: '', total: '', doing: '', percent: '', level: '', next: '' };
    expect(written({ summary: none })).toEqual(none);
  });

  it('is one line whose fields no white space takes apart', () => {
    written();
    const [line, rest] = (disk.text(path) ?? '').split('\n');
    expect(rest).toBe('');
    const cells = (line ?? '').split('\x1f');
    expect(cells.slice(3, 9)).toEqual(['1', '2', '0', '50', '', '2 Two']);
    expect(cells.slice(9)).toEqual([note, '20', String(disk.statOf(note).modified), config, '-', '-']);
  });

  it('is as old as the newest file it was made from', () => {
    written();
    const { modified } = disk.statOf(note);
    expect(disk.statOf(path).modified).toBeGreaterThan(modified);
    expect(disk.statOf(path).modified).toBeLessThan(modified + 2);
  });

  it.each<[string, () => void]>([
    ['a file is written again', () => disk.overwrite(note, '- [x] One\n- [x] Two\n')],
    ['a file is gone', () => disk.remove(note)],
    ['a file appears', () => disk.put(config, 'lang: ru\n')],
    ['it was torn', () => disk.put(path, (disk.text(path) ?? '').slice(0, -1))],
    ['it is of another form', () => disk.put(path, (disk.text(path) ?? '').replace('1', '2'))],
  ])('is not fresh when %s', (_, change) => {
    expect(written()).toEqual(summary);
    change();
    expect(readFreshSummary(disk, path, '')).toBeNull();
  });

  it('of another roadmap with the same end of its name is none', () => {
    written({ key: 'a' });
    expect(readFreshSummary(disk, path, 'b')).toBeNull();
  });

  it('is not written where a file holds something else than what was read', () => {
    const before = read();
    disk.overwrite(note, '- [x] One\n- [x] Two\n');
    expect(written({ files: new Map([[note, before]]) })).toBeNull();
    expect(disk.paths().filter((one) => one.startsWith(state.path))).toEqual([]);
  });

  it.each([['\n'], ['\x1f']])('is not written where a path has %j in it', (character) =>
    expect(written({ watched: [`/a${character}b`] })).toBeNull(),
  );

  it('waits for the clock where nobody waits for it', () => {
    written({ isPatient: true });
    expect(disk.slept).toBe(0);
    disk.futimes(disk.open(note, 'append', 0), disk.statOf(path).modified + 1_000);
    expect(written({ isPatient: false })).toEqual(summary);
    expect(disk.slept).toBe(0);
    expect(written({ isPatient: true })).toEqual(summary);
    expect(disk.slept).toBeGreaterThan(0);
  });

  it('does not hide changes behind the time of a file from the future', () => {
    const handle = disk.open(note, 'append', 0);
    disk.futimes(handle, 5_000_000);
    written();
    expect(disk.statOf(path).modified).toBeLessThan(100_000);
  });

  it('is left alone by whatever fails, and leaves nothing behind', () => {
    for (let call = 1; call < 30; call++) {
      disk.fault = { call: disk.calls.length + call, errno: 'EIO' };
      expect(() => written()).not.toThrow();
      disk.fault = null;
      expect(disk.openHandles, `call ${call}`).toBe(0);
    }
    expect(written()).toEqual(summary);
  });

  it('goes with the others when there are too many', () => {
    for (let i = 0; i < 70; i++) disk.put(`${state.path}/prompt/=${i}`, '');
    written();
    expect(disk.paths().filter((one) => one.startsWith(`${state.path}/prompt`))).toEqual([path]);
  });
});
