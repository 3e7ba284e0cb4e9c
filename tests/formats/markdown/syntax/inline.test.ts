// Tests of inline marks: what people read of a line, and which links are in it.
// Russian words of music, and any: просто текст "plain text", старое важное "old and important", нота "note", лад "mode", Гамма
// "scale".
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boldRun, brokenLink, linksIn, onlyLink, readable } from '../../../../src/formats/markdown/syntax/inline.ts';

describe('readable', () => {
  it.each([
    ['  просто   текст ', 'просто текст'],
    ['**Партитура** и *темп*', 'Партитура и темп'],
    ['__Партитура__ и _темп_', 'Партитура и темп'],
    ['***всё сразу***', 'всё сразу'],
    ['~~старое~~ ==важное==', 'старое важное'],
    ['`SELECT *` и `a_b_c`', 'SELECT * и a_b_c'],
    ['``a ` b``', 'a ` b'],
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['[лад](https://example.org/a)', 'лад'],
    ['[лад](https://example.org/a_(b) "подсказка")', 'лад'],
    ['![нота](note.png) до', 'нота до'],
    ['[лад][1]', 'лад'],
    ['[[Гамма]]', 'Гамма'],
    ['[[Гамма|до мажор]]', 'до мажор'],
    ['[[Гамма#Мажор]]', 'Гамма'],
    ['[[#Мажор]]', 'Мажор'],
    ['<https://example.org>', 'https://example.org'],
    ['до<br>ре <b>ми</b>', 'до ре ми'],
    ['a &amp; b &lt;c&gt;', 'a & b <c>'],
    ['2 \\* 3 = 6', '2 * 3 = 6'],
    ['текст <!-- тайна --> дальше %%и это%%', 'текст дальше'],
    ['[[[Kafka]]](https://[[kafka]].example/)', 'Kafka'],
    ['**не закрыто', '**не закрыто'],
    ['[не закрыто](', '[не закрыто]('],
    ['', ''],
  ])('of %j is %j', (text, expected) => {
    expect(readable(text)).toBe(expected);
  });

  it('never throws, keeps no edge blanks and leaves plain text alone', () => {
    const unit = fc.constantFrom(...'ab я*_`[]()<>~=%&!\\|#'.split(''), 'https://e.org', '\u0000', '\ud800', '\t');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const out = readable(units.join(''));
        expect(out).toBe(out.trim());
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zа-я0-9.,:;"'$^|#/ -]*$/), (plain) => {
        expect(readable(plain)).toBe(plain.trim().replace(/\s+/g, ' '));
      }),
    );
  });
});

describe('a text of enormous length', () => {
  it('is read in pieces that lose and join no words', () => {
    const words = Array.from({ length: 900 }, (_, index) => `слово${index}`);
    expect(readable(words.map((word) => `**${word}**`).join(' ')).replace(/\*/g, '')).toBe(words.join(' '));
    expect(readable('🌱'.repeat(3001))).toBe('🌱'.repeat(3001));
  });

  it('ends in an ellipsis where nobody reads on', () => {
    const read = readable('а б '.repeat(1_000_000));
    expect(read.length).toBeLessThan(25_000);
    expect(read.endsWith('…')).toBe(true);
  });

  it('keeps its links, each once', () => {
    const links = Array.from({ length: 200 }, (_, index) => `[a](https://example.org/${index % 100})`);
    expect(linksIn(links.join(' '))).toHaveLength(100);
  });
});

describe('linksIn', () => {
  it.each<[string, string[]]>([
    ['ничего', []],
    ['[a](https://example.org/a) и [b](notes/b.md)', ['https://example.org/a', 'notes/b.md']],
    ['см. https://example.org/a.', ['https://example.org/a']],
    ['[[Гамма]] и [[Лад|лады]]', ['[[Гамма]]', '[[Лад]]']],
    ['[a](https://example.org/a) ещё раз https://example.org/a', ['https://example.org/a']],
    ['[выше](#верх)', []],
    ['![нота](note.png)', []],
    ['<https://example.org/x>', ['https://example.org/x']],
    ['https://example.org/b, потом [a](https://example.org/a)', ['https://example.org/b', 'https://example.org/a']],
    ['[a](<https://example.org/a>)', ['https://example.org/a']],
  ])('of %j are %j', (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });
});

describe('onlyLink', () => {
  it.each([
    ['[Лады](https://example.org/m)', 'Лады', 'https://example.org/m'],
    ['**[Лады](https://example.org/m)**', 'Лады', 'https://example.org/m'],
    ['[**Лады** и `гаммы`](#лады)', 'Лады и гаммы', '#лады'],
    ['https://example.org/m', 'https://example.org/m', 'https://example.org/m'],
    ['<https://example.org/m>', 'https://example.org/m', 'https://example.org/m'],
    [' [Лады](m.md "титул") ', 'Лады', 'm.md'],
  ])('is %j', (text, label, target) => {
    expect(onlyLink(text)).toEqual({ label, target });
  });

  it.each(['[Лады](m.md) и гаммы', 'см. [Лады](m.md)', '[a](b) [c](d)', '[[Лады]]', 'Лады', ''])(
    'is none in %j',
    (text) => {
      expect(onlyLink(text)).toBeNull();
    },
  );
});

describe('brokenLink', () => {
  it.each([
    ['[[[Kafka]]](https://[[kafka]].example/)', 0, '[[[Kafka]]](https://[[kafka]].example/)'],
    ['см. [[[Kafka]]]', 4, '[[[Kafka]]]'],
    ['[Kafka](https://[[kafka]].example/)', 6, '](https://[[kafka]].example/)'],
  ])('is found in %j', (text, index, broken) => {
    expect(brokenLink(text)).toEqual({ index, text: broken });
  });

  it.each(['[[Kafka]]', '[Kafka](https://example.org)', '[[[', 'текст'])('is none in %j', (text) => {
    expect(brokenLink(text)).toBeNull();
  });
});

describe('boldRun', () => {
  it.each([
    ['**Лады**', 'Лады', ''],
    ['__Лады__', 'Лады', ''],
    ['**Лады**:', 'Лады', ':'],
    ['**Лады:**', 'Лады:', ''],
    [' **4. Лады и `гаммы`** ', '4. Лады и `гаммы`', ''],
  ])('is %j', (text, inner, after) => {
    expect(boldRun(text)).toEqual({ inner, after });
  });

  it.each(['**Лады** и гаммы', '**a** **b**', 'Лады', '****', '** Лады**', '*Лады*', '**Лады'])(
    'is none in %j',
    (text) => {
      expect(boldRun(text)).toBeNull();
    },
  );
});
