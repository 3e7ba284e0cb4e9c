// ProgressBar: what a terminal shows of long work, by a clock and a screen of the test's own.
import { describe, expect, it } from 'vitest';
import { ProgressBar } from '../src/progress-bar.ts';
import { displayWidth } from '../src/text/width.ts';
import { commandsFor } from '../src/views/command-line.ts';
import { plainPainter, themeFor } from '../src/views/theme.ts';
import { messagesFor } from './support/messages.ts';

interface Bar {
  readonly bar: ProgressBar;
  /** Each write, its escapes as words. */
  readonly written: string[];
  readonly clock: { now: number };
  /** What a signal calls; empty while nothing listens. */
  readonly listening: Set<() => void>;
}

function barOn(columns = 80, { ascii = false, language = 'en' as 'en' | 'ru' } = {}): Bar {
  const written: string[] = [];
  const clock = { now: 1000 };
  const listening = new Set<() => void>();
  const theme = themeFor({
    ...{ width: 80, painter: plainPainter, ascii, language },
    messages: messagesFor(language),
    commands: commandsFor({ argv: [] }),
  });
  const screen = {
    now: () => clock.now,
    columns: () => columns,
    write: (text: string) => written.push(text.replaceAll('\r', '<start>').replaceAll('\x1b[K', '<erase>')),
    settle: async () => {},
    beforeSignal: (act: () => void) => {
      listening.add(act);
      return () => listening.delete(act);
    },
  };
  return { bar: new ProgressBar(screen, theme), written, clock, listening };
}

const advance = (done: number, language: 'en' | 'ru' = 'en', total = 10_000) => ({
  ...{ done, total, words: messagesFor(language).filesLinted(done, total) },
});

describe('the line', () => {
  it.each([
    [80, 'en', false, '<start>█████░░░░░░░░░░░░░░░  2500 of 10000 files checked<erase>'],
    [80, 'ru', false, '<start>█████░░░░░░░░░░░░░░░  проверено 2500 из 10000 файлов<erase>'],
    [80, 'en', true, '<start>#####---------------  2500 of 10000 files checked<erase>'],
    [40, 'en', false, '<start>2500 of 10000 files checked<erase>'],
    [40, 'ru', false, '<start>проверено 2500 из 10000 файлов<erase>'],
    [20, 'ru', false, '<start>проверено 2500 из…<erase>'],
    [20, 'ru', true, '<start>проверено 2500 и...<erase>'],
  ] as const)('of %i columns, %s, ascii %s', async (columns, language, ascii, expected) => {
    const { bar, written } = barOn(columns, { ascii, language });
    await bar.show(advance(2500, language));
    expect(written).toEqual([expected]);
  });

  it.each(Array.from({ length: 80 }, (_, i) => i + 1))('never reaches the last of %i columns', async (columns) => {
    for (const language of ['en', 'ru'] as const) {
      const { bar, written } = barOn(columns, { language });
      await bar.show(advance(9999, language));
      expect(displayWidth((written[0] as string).replace(/<\w+>/g, ''))).toBeLessThan(columns);
    }
  });

  it.each([
    [1, 1, '0 of 1 file checked', 'проверено 0 из 1 файла'],
    [21, 5, '4 of 21 files checked', 'проверено 4 из 21 файла'],
    [22, 5, '4 of 22 files checked', 'проверено 4 из 22 файлов'],
  ])('of %i files is grammatical', (total, count, english, russian) => {
    expect(messagesFor('en').filesLinted(count - 1, total)).toBe(english);
    expect(messagesFor('ru').filesLinted(count - 1, total)).toBe(russian);
  });

  it('is written ten times a second at most', async () => {
    const { bar, written, clock } = barOn(40);
    for (let done = 0; done < 1000; done++) {
      await bar.show(advance(done));
      clock.now += 3;
    }
    // Three seconds, in steps of three milliseconds.
    expect(written.length).toBeGreaterThan(25);
    expect(written.length).toBeLessThanOrEqual(30);
  });
});

describe('the end', () => {
  it('erases the line once', async () => {
    const { bar, written } = barOn(40);
    await bar.show(advance(1));
    bar.clear();
    bar.clear();
    expect(written.slice(1)).toEqual(['<start><erase>']);
  });

  it('writes nothing where there was no line', () => {
    const { bar, written, listening } = barOn();
    bar.clear();
    expect(written).toEqual([]);
    expect(listening.size).toBe(0);
  });

  it('comes before a signal has its effect, and nothing listens without a line', async () => {
    const { bar, written, listening, clock } = barOn(40);
    await bar.show(advance(1));
    clock.now += 1000;
    await bar.show(advance(2));
    expect(listening.size).toBe(1);
    for (const act of listening) act();
    expect(written.at(-1)).toBe('<start><erase>');
    expect(listening.size).toBe(0);
  });
});
