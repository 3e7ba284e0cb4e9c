// Russian texts, headings in capitals and pangrams: what they say does not matter, only the letters.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EncodingName } from '../../src/text/encoding.ts';
import { canEncode, decode, encode, encodingNames, isBinary } from '../../src/text/encoding.ts';
import { encodingNamed } from '../../src/text/encoding-words.ts';
import { singleByteTable } from '../../src/text/single-byte.ts';

const cyrillicTables = ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'] as const;

const russianNotes = [
  '# План на осень\n- [ ] Настроить шлюз\n- [x] Прочитать про сертификаты\n',
  'Что учить дальше:\n- маршруты и подмножества\n- ещё раз проверить отказоустойчивость\n',
  'ОСНОВЫ\n1. Установка и первый запуск\n2. Отладка, журналы и метрики\n',
  '- [x] Envoy: что это и зачем\n- [ ] mTLS между сервисами\n- [ ] Rate limiting для API\n',
  'Съешь ещё этих мягких французских булок, да выпей же чаю\n',
  'ГЛАВА ПЕРВАЯ\nВВЕДЕНИЕ В СЕТЬ\nПОДГОТОВКА К ЭКЗАМЕНУ\n',
];

const westernNotes = [
  'Café crème à emporter\n- [ ] Réviser les réseaux\n- [x] Déjà vu\n',
  'Größe prüfen\n- [ ] Übung für später\n- [x] Straße überqueren\n',
  'El año que viene\n- [ ] ¿Qué es una malla?\n- [x] Sesión rápida\n',
  'Não há lições\n- [ ] Configuração básica\n',
  'Smörgås och kött\n- [ ] Läsa på om nätverk\n',
  'il va à Orléans\n',
  'He said “quoted” — it’s fine… 10 €\n',
  'naïve\n',
];

const bytes = (...values: (number | string)[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) => (typeof value === 'number' ? [value] : [...new TextEncoder().encode(value)])),
  );

function encoded(text: string, encoding: EncodingName, bom = false): Uint8Array {
  const result = encode(text, encoding, bom);
  if (result === null) throw new Error(`${encoding} lacks a character of ${text}`);
  return result;
}

describe('decode', () => {
  it.each(cyrillicTables.flatMap((table) => russianNotes.map((note) => [table, note] as const)))(
    'recognises %s: %j',
    (table, note) => {
      expect(decode(encoded(note, table))).toMatchObject({ text: note, bom: false, exact: true });
    },
  );

  it.each(cyrillicTables)('names %s where small letters and capitals both occur', (table) => {
    expect(decode(encoded(russianNotes[0] as string, table)).encoding).toBe(table);
  });

  it.each(westernNotes)('recognises windows-1252: %j', (note) => {
    expect(decode(encoded(note, 'windows-1252'))).toEqual({
      text: note,
      encoding: 'windows-1252',
      bom: false,
      exact: true,
    });
  });

  it('keeps a frame drawn with box characters in IBM866', () => {
    const note = '╔════════════╗\n║ Список дел ║\n╚════════════╝\nКупить книгу о сетях\n';
    expect(decode(encoded(note, 'ibm866'))).toMatchObject({ text: note, encoding: 'ibm866' });
  });

  it.each(['Просто русский текст\n', 'ascii only\n', '日本語のメモ\n', '✅ 🧑‍💻 emoji\n', '', 'Привет\u0000мир\n'])(
    'reads UTF-8 as such: %j',
    (text) => {
      expect(decode(encoded(text, 'utf-8'))).toEqual({ text, encoding: 'utf-8', bom: false, exact: true });
    },
  );

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('takes one byte order mark off %s and says so', (encoding) => {
    const text = 'Заметка\n- [ ] дело\n';
    expect(decode(encoded(text, encoding, true))).toEqual({ text, encoding, bom: true, exact: true });
    expect(decode(encoded(`\ufeff${text}`, encoding, true))).toMatchObject({ text: `\ufeff${text}`, bom: true });
  });

  it.each(['utf-16le', 'utf-16be'] as const)('recognises %s without a byte order mark', (encoding) => {
    const notes = ['Заметка о сетях\n', 'Привет', 'plain English\n', 'Σημείωση\n', '学习路线图\n第一章 网格\n上下一\n'];
    for (const text of notes) {
      expect(decode(encoded(text, encoding))).toEqual({ text, encoding, bom: false, exact: true });
      expect(isBinary(encoded(text, encoding))).toBe(false);
    }
  });

  it('reads UTF-8 with a few stray bytes as UTF-8 that gives them back (FORMATS B6)', () => {
    const damaged = bytes('Маршрутизация ', 0xff, ' и шлюзы\n');
    const text = 'Маршрутизация \udcff и шлюзы\n';
    expect(decode(damaged)).toEqual({ text, encoding: 'utf-8', bom: false, exact: true });
    expect(encode(text, 'utf-8', false)).toEqual(damaged);
    expect(decode(bytes(0xef, 0xbb, 0xbf, ...damaged))).toEqual({ text, encoding: 'utf-8', bom: true, exact: true });
  });

  it.each([
    // At most one in twenty.
    ['Пятнадцать букв и ещё', 1, 'utf-8', false],
    ['Девятнадцать букв, ровно', 1, 'utf-8', true],
    ['Девятнадцать букв, ровно', 2, 'utf-8', false],
    // At most three beside the sign of a field.
    ['- [x] Erste ✅ 2026-11-01', 3, 'utf-8', true],
    ['- [x] Erste ✅ 2026-11-01', 4, 'windows-1252', true],
    ['- [ ] Erste 📅 2026-11-01', 1, 'utf-8', true],
    ['- [ ] Erste → Zweite', 1, 'windows-1252', true],
    ['- [ ] Erste', 1, 'windows-1252', true],
  ] as const)('weighs %j with %i strays', (text, count, encoding, exact) => {
    const strays = Array.from({ length: count }, () => ' Caf\udce9').join('');
    const input = encode(text + strays, 'utf-8', false) as Uint8Array;
    expect(decode(input)).toMatchObject({ encoding, exact });
    if (encoding === 'utf-8') expect(decode(input).text).toBe(text + strays);
  });

  it('calls UTF-16 with half a character at the end inexact', () => {
    expect(decode(bytes(0xff, 0xfe, 0x41, 0, 0x42))).toMatchObject({ text: 'A\ufffd', exact: false });
  });

  it('obeys an encoding it is given', () => {
    const note = encoded('тест', 'koi8-r');
    expect(decode(note, 'koi8-r').text).toBe('тест');
    expect(decode(note, 'windows-1251').text).toBe('ФЕУФ');
    expect(decode(note, 'utf-8')).toMatchObject({ encoding: 'utf-8', exact: false });
  });

  it('decodes the C1 block of windows-1252 as the standard has it', () => {
    expect(decode(bytes(0x80, 0x93, 0x94, 0x9f, 0x81), 'windows-1252').text).toBe('€“”Ÿ\u0081');
  });

  it('gives the very bytes back whenever it says exact', () => {
    const encodings = fc.constantFrom(undefined, ...encodingNames);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), encodings, (input, override) => {
        const { text, encoding, bom, exact } = decode(input, override);
        if (exact) expect(encode(text, encoding, bom)).toEqual(input);
        else expect(['utf-8', 'utf-16le', 'utf-16be']).toContain(encoding);
      }),
      { numRuns: 500 },
    );
  });
});

describe('encode', () => {
  it('agrees with canEncode, and what it writes reads back as the same text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom(...russianNotes, ...westernNotes),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...encodingNames), (text, encoding) => {
        const result = encode(text, encoding, false);
        expect(canEncode(text, encoding)).toBe(result !== null);
        if (result !== null && !text.startsWith('\ufeff')) expect(decode(result, encoding).text).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['✅', 'windows-1251'],
    ['Ж', 'windows-1252'],
    ['€', 'koi8-r'],
    ['\ud800', 'utf-8'],
    ['\udc7f', 'utf-8'],
    // Two strays that would come back as one character.
    ['\udcc3\udca9', 'utf-8'],
  ] as const)('refuses %j in %s', (text, encoding) => {
    expect(encode(text, encoding, false)).toBeNull();
    expect(canEncode(text, encoding)).toBe(false);
  });

  it('keeps lone surrogates through UTF-16', () => {
    const text = 'a\ud83db\udc00';
    for (const encoding of ['utf-16le', 'utf-16be'] as const)
      expect(decode(encoded(text, encoding, true))).toMatchObject({ text, exact: true });
  });
});

describe('singleByteTable', () => {
  it.each([...cyrillicTables, 'windows-1252', 'iso-8859-1', 'macintosh', 'windows-1250', 'windows-1254'])(
    'has 256 different characters for %s, ASCII first',
    (label) => {
      const table = singleByteTable(label);
      expect(new Set(table).size).toBe(256);
      for (let byte = 0; byte < 128; byte++) expect(table.charCodeAt(byte)).toBe(byte);
    },
  );
});

describe('encodingNamed', () => {
  it.each([
    ['cp1251', 'windows-1251'],
    ['win-1251', 'windows-1251'],
    ['Windows-1251', 'windows-1251'],
    ['1251', 'windows-1251'],
    ['UTF8', 'utf-8'],
    ['utf-16', 'utf-16le'],
    ['UTF-16BE', 'utf-16be'],
    ['cp866', 'ibm866'],
    ['IBM866', 'ibm866'],
    ['dos-866', 'ibm866'],
    ['koi8r', 'koi8-r'],
    ['KOI8-R', 'koi8-r'],
    ['macintosh cyrillic', 'x-mac-cyrillic'],
    ['x-mac-cyrillic', 'x-mac-cyrillic'],
    ['latin1', 'windows-1252'],
    ['cp1252', 'windows-1252'],
    ['shift_jis', null],
    ['constructor', null],
    ['', null],
  ])('understands %j', (word, name) => {
    expect(encodingNamed(word)).toBe(name);
  });

  it('understands every name it gives', () => {
    for (const name of encodingNames) expect(encodingNamed(name)).toBe(name);
  });
});

describe('isBinary', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, i) => (Math.imul(i + 7, 2654435761) >>> 13) & 0xff);
  it.each([
    ['zeros', new Uint8Array(64)],
    [
      'the start of an image',
      bytes(0x89, 'PNG\r\n', 26, 10, 0, 0, 0, 13, 'IHDR', 0, 0, 1, 0, 0, 0, 1, 0, 8, 6, 0, 0, 0),
    ],
    ['compressed noise', noise],
    ['a table of small numbers', bytes(...Array.from({ length: 100 }, (_, i) => [i % 7, 0, 0, 0]).flat())],
  ])('says yes to %s', (_, input) => {
    expect(isBinary(input)).toBe(true);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a note', bytes('Заметка\n')],
    ['a note with two stray zeros', bytes('a', 0, 'b', 0)],
    ['terminal colours', bytes('\u001b[1mbold\u001b[0m\n')],
    ['UTF-16', encoded('note\n', 'utf-16le')],
    ['windows-1251', encoded(russianNotes[1] as string, 'windows-1251')],
    ['Chinese in UTF-8', bytes('学习路线图\n')],
  ])('says no to %s', (_, input) => {
    expect(isBinary(input)).toBe(false);
  });
});
