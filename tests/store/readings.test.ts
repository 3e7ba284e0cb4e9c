// Tests of readings: a reading is found again only for the very text and the very readers, and whatever happens to its file, it is never a wrong one.
// Сентя is a slip for Сенча, a tea: a text that differs by a letter.
import { describe, expect, it } from 'vitest';
import { placesFrom } from '../../src/store/places.ts';
import { Readings } from '../../src/store/readings.ts';
import { MemoryDisk } from '../support/memory-files.ts';

const home = '/home/me';
const file = `${home}/чай.yaml`;
const text = 'title: Чай 🍵\n\ntopics: [Сентя]\n';
const value = { document: { title: 'Чай 🍵' }, diagnostics: [] };

const readingsOn = (
  disk: MemoryDisk,
  build: string | null = 'a',
  env: { [name: string]: string } = { HOME: home },
): Readings => new Readings(disk, placesFrom(env).cache, build);

function kept(): { disk: MemoryDisk; path: string } {
  const disk = new MemoryDisk();
  disk.putFolder(home);
  const readings = readingsOn(disk);
  readings.add('yaml', file, text, value);
  readings.keep();
  return { disk, path: disk.paths().find((one) => one.includes('/readings/')) as string };
}

describe('in one run', () => {
  it('is known at once, for that text and reader alone', () => {
    const readings = readingsOn(new MemoryDisk());
    expect(readings.recall('yaml', file, text)).toBeUndefined();
    readings.add('yaml', file, text, value);
    expect(readings.recall('yaml', file, text)).toBe(value);
    expect(readings.recall('yaml', file, `${text} `)).toBeUndefined();
    expect(readings.recall('front-matter', file, text)).toBeUndefined();
  });

  it('is not on the disk before somebody keeps it', () => {
    const disk = new MemoryDisk();
    disk.putFolder(home);
    readingsOn(disk).add('yaml', file, text, value);
    expect(disk.paths()).toEqual([]);
  });
});

describe('in the next run', () => {
  it('is what was kept', () => {
    const { disk } = kept();
    expect(readingsOn(disk).recall('yaml', file, text)).toEqual(value);
  });

  it.each([
    ['another text', (readings: Readings) => readings.recall('yaml', file, text.replace('Сентя', 'Сенча'))],
    ['a longer text', (readings: Readings) => readings.recall('yaml', file, `${text}{`)],
    ['a shorter text', (readings: Readings) => readings.recall('yaml', file, text.slice(0, -1))],
    ['no text', (readings: Readings) => readings.recall('yaml', file, '')],
    ['another file', (readings: Readings) => readings.recall('yaml', `${home}/tea.yaml`, text)],
    ['another reader', (readings: Readings) => readings.recall('front-matter', file, text)],
  ])('is unknown for %s', (_, recall) => {
    expect(recall(readingsOn(kept().disk))).toBeUndefined();
  });

  it('is unknown to another build, and to one without a name', () => {
    const { disk } = kept();
    expect(readingsOn(disk, 'b').recall('yaml', file, text)).toBeUndefined();
    expect(readingsOn(disk, null).recall('yaml', file, text)).toBeUndefined();
  });

  it('a text that no file can hold as it is is read anew each time', () => {
    const disk = new MemoryDisk();
    disk.putFolder(home);
    const odd = 'title: \ud83c\n';
    const readings = readingsOn(disk);
    readings.add('yaml', file, odd, value);
    readings.keep();
    expect(readingsOn(disk).recall('yaml', file, odd)).toBeUndefined();
  });

  it('is never half of it, wherever its file was cut', () => {
    const { disk, path } = kept();
    const whole = disk.text(path) as string;
    for (let end = 0; end < whole.length; end++) {
      disk.put(path, whole.slice(0, end));
      expect(readingsOn(disk).recall('yaml', file, text), whole.slice(0, end)).toBeUndefined();
    }
  });

  it('is never what a damaged byte makes of it, wherever it is', () => {
    const { disk, path } = kept();
    const whole = Buffer.from(disk.text(path) as string);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] as number) ^ 1;
      disk.put(path, damaged);
      expect(readingsOn(disk).recall('yaml', file, text), `byte ${at}`).toBeUndefined();
    }
  });

  it.each([
    '',
    '\n',
    'a\n',
    'a 9999999\n',
    'a -5\n',
    'a x\n',
    '\u0000\u0001\u0002',
    `a ${Buffer.byteLength(text)}\n${text}`,
  ])('what else may be in its file is no reading: %j', (content) => {
    const { disk, path } = kept();
    disk.put(path, content);
    expect(readingsOn(disk).recall('yaml', file, text)).toBeUndefined();
  });
});

describe('keeping', () => {
  it('never makes a home, and is content without one', () => {
    for (const env of [{ HOME: '/gone' }, {}] as { [name: string]: string }[]) {
      const disk = new MemoryDisk();
      const readings = readingsOn(disk, 'a', env);
      readings.add('yaml', file, text, value);
      readings.keep();
      expect(disk.paths()).toEqual([]);
    }
  });

  it('fails in silence where nothing can be written', () => {
    const disk = new MemoryDisk();
    disk.put(`${home}/.cache`, 'a file where the folder should be');
    const readings = readingsOn(disk);
    readings.add('yaml', file, text, value);
    expect(() => readings.keep()).not.toThrow();
    expect(readings.recall('yaml', file, text)).toBe(value);
  });

  it('writes nothing that the disk has already', () => {
    const { disk } = kept();
    const calls = disk.calls.length;
    const readings = readingsOn(disk);
    expect(readings.recall('yaml', file, text)).toEqual(value);
    readings.keep();
    expect(disk.calls.slice(calls).filter((call) => /^(?:write|rename|unlink|mkdir)/.test(call))).toEqual([]);
  });

  it('holds one file for each roadmap, and clears them all when there are very many', () => {
    const disk = new MemoryDisk();
    disk.putFolder(home);
    const count = (): number => disk.paths().filter((path) => path.includes('/readings/')).length;
    for (let at = 0; at < 64; at++) {
      const readings = readingsOn(disk);
      readings.add('yaml', `${home}/${at}.yaml`, text, value);
      readings.keep();
      expect(count()).toBe(at + 1);
    }
    const again = readingsOn(disk);
    again.add('yaml', `${home}/another.yaml`, text, value);
    again.keep();
    expect(count()).toBe(1);
  });
});
