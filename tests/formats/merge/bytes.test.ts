// Merging bytes: encodings, line ends and damaged places survive; what is no text, or too much of it, is left to git.
// Полив "watering": any title that is not ASCII.
import { describe, expect, it } from 'vitest';
import { failed, type Versions } from '../../../src/commands/merge-driver.ts';
import { threeWay } from '../../../src/formats/merge/three-way.ts';
import { encode } from '../../../src/text/encoding.ts';
import { hasGit, noGit } from '../../support/git.ts';
import { mergeInMemory } from '../../support/merge.ts';

const base = '- [ ] Полив\n- [ ] b\n';
const ours = '- [x] Полив ✅ 2026-03-01\n- [ ] b\n';
const theirs = '- [ ] Полив\n- [x] b ✅ 2026-03-02\n';
const merged = '- [x] Полив ✅ 2026-03-01\n- [x] b ✅ 2026-03-02\n';
const each = <To>(to: (text: string) => To): Versions<To> => ({ base: to(base), ours: to(ours), theirs: to(theirs) });

describe('line ends and marks', () => {
  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
    ['no final line end', (text: string) => text.slice(0, -1)],
    ['mixed line ends', (text: string) => text.replace('\n', '\r\n')],
  ])('%s', (_, to) => expect(mergeInMemory(each(to)).text).toBe(to(merged)));

  it('of a whole file that one side changed are taken, with the ticks of the other', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(mergeInMemory({ base, ours: crlf(ours), theirs }).text).toBe(crlf(merged));
    expect(mergeInMemory({ base, ours: theirs, theirs: `\ufeff${crlf(ours)}` }).text).toBe(`\ufeff${crlf(merged)}`);
    expect(mergeInMemory({ base: `\ufeff${base}`, ours: `\ufeff${ours}`, theirs }).text).toBe(merged);
  });

  it('a last line without a line end gets one when it is no longer the last', () => {
    const open = base.slice(0, -1);
    expect(mergeInMemory({ base: open, ours: `${open}\n- [ ] c`, theirs: theirs.slice(0, -1) }).text).toBe(
      `${theirs}- [ ] c`,
    );
  });
});

describe('encodings', () => {
  it('UTF-16 is merged in UTF-16', () => {
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const to = (text: string) => encode(text, encoding, true) as Uint8Array;
      const { bytes, status, errors } = mergeInMemory(each(to));
      expect({ status, errors }).toEqual({ status: 0, errors: [] });
      expect(Buffer.from(bytes)).toEqual(Buffer.from(to(merged)));
    }
  });

  it('a legacy encoding keeps its bytes, and boxes are merged', () => {
    const to = (text: string) => encode(text, 'windows-1251', false) as Uint8Array;
    const mark = (text: string) => to(text.replace(/ ✅ \S+/g, ''));
    expect(Buffer.from(mergeInMemory(each(mark)).bytes)).toEqual(Buffer.from(mark(merged)));
  });

  it('bytes that are no UTF-8 stay, on the very line that is ticked', () => {
    const damaged = (text: string) =>
      Buffer.from(text.replace('Полив', 'П\x00л').replace('b', '€'), 'utf8').map((byte) => (byte === 0 ? 0xff : byte));
    const { bytes, status } = mergeInMemory(each(damaged));
    expect(status).toBe(0);
    expect(Buffer.from(bytes)).toEqual(Buffer.from(damaged(merged)));
  });
});

describe('what is left to git', () => {
  const binary = { base: 'a\0\u0001', ours: 'a\0\u0002', theirs: 'a\0\u0003' };

  it.each([
    ['binary, refused by git: a conflict with our side', binary, 255, 1, ['merged-by-git']],
    ['binary, without git', binary, null, 1, ['merged-by-git']],
    ['binary, merged by git all the same', binary, 0, 0, ['merged-by-git']],
    ['binary that only one side changed', { ...binary, ours: binary.base }, 255, 0, []],
  ])('%s', (_, versions, answer, status, codes) => {
    const result = mergeInMemory(versions, { mergeFiles: () => answer });
    expect(result.status).toBe(status);
    expect(result.errors.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['merged', 0, 0, 'merged-by-git'],
    ['with conflicts', 3, 1, 'merged-by-git'],
    ['not at all', 255, failed, 'not-merged'],
    ['where git is missing', null, failed, 'not-merged'],
  ])('all of it when anything of ours fails: %s', (_, answer, status, code) => {
    const fail = (): never => {
      throw new Error('anything');
    };
    const edited = { base, ours: `${ours}x\n`, theirs: `${theirs}y\n` };
    for (const changes of [{ read: fail }, { mergeTexts: fail }, { replace: fail }]) {
      const versions = 'mergeTexts' in changes ? edited : each((text) => text);
      const result = mergeInMemory(versions, { ...changes, mergeFiles: () => answer });
      expect(result).toMatchObject({ status, text: versions.ours });
      expect(result.errors.map((error) => error.code)).toEqual([code]);
    }
  });

  it.skipIf(!hasGit)(`a real merge of codes that is answered with nonsense${hasGit ? '' : `: ${noGit}`}`, () => {
    const edited = { base, ours: `${ours}x\n`, theirs: `${theirs}y\n` };
    const result = mergeInMemory(edited, { mergeTexts: () => ({ text: 'c999.1\n', status: 0 }), mergeFiles: () => 1 });
    expect(result).toMatchObject({ status: 1, text: edited.ours });
  });

  it('files too large for it', () => {
    const large = '\n'.repeat(33 * 1024 * 1024);
    const result = mergeInMemory({ base: large, ours: `${large}a`, theirs: `${large}b` }, { mergeFiles: () => 1 });
    expect(result.errors).toMatchObject([{ code: 'merged-by-git', args: { reason: 'too-large' } }]);
    expect(result.status).toBe(1);
  });
});

describe('hostile sizes', () => {
  // The least of three: what else the process does meanwhile, such as collecting garbage, is in the others.
  const cpu = (work: () => void): number => {
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      work();
      return process.cpuUsage(start).user;
    });
    return Math.min(...times);
  };
  const note = (count: number, line: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('');
  const ticked = (text: string, every: number): string =>
    text
      .split('\n')
      .map((line, at) => (at % every === 0 && line !== '' ? `${line.replace('[ ]', '[x]')} ✅ 2026-03-01` : line))
      .join('\n');

  it.each([
    ['different lines', (at: number) => `- [ ] task ${at}`],
    ['equal lines', () => '- [ ] task'],
    ['lines of two kinds', (at: number) => `- [ ] ${at % 3 === 0 ? 'one' : 'two'}`],
    ['blank lines', () => ''],
  ])(
    '%s take time in proportion',
    (_, line) => {
      const merge = (count: number) => () => {
        const text = note(count, line);
        const codes = threeWay(text, `- [ ] first\n${ticked(text, 7)}`, `${ticked(text, 11)}- [ ] last\n`);
        codes.finish(codes.ours);
      };
      merge(2000)();
      // Quadratic would be sixteen times as long.
      const [few, many] = [cpu(merge(8000)), cpu(merge(32_000))];
      expect(many / few).toBeLessThan(9);
    },
    60_000,
  );

  it('lines of a megabyte, of words, dates or blanks', () => {
    for (const piece of ['x y ', '✅ 2026-01-01 ', ' ', '[completion:: 2026-01-01] ', '- [ ] ', '🆔 a ']) {
      const long = piece.repeat(1_000_000 / piece.length);
      const result = mergeInMemory({
        base: `- [ ] a ${long}b\n- [ ] c\n`,
        ours: `- [x] a ${long}b ✅ 2026-03-01\n- [ ] c\n`,
        theirs: `- [ ] a ${long}b more\n- [x] c ✅ 2026-03-02\n`,
      });
      expect(result, piece).toMatchObject({ errors: [] });
      expect(result.text.endsWith('- [x] c ✅ 2026-03-02\n'), piece).toBe(true);
    }
  }, 60_000);
});
