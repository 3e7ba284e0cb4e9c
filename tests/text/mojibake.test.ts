// Slavic texts about a service mesh, gateways and routes, and pangrams: what they say does not matter, only the letters.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairMojibake } from '../../src/text/mojibake.ts';
import { singleByteTable } from '../../src/text/single-byte.ts';

// Every byte is a character in all of these, undefined ones being C1 controls: so none has to be skipped.
const tables = [
  'macintosh',
  'windows-1252',
  'iso-8859-1',
  'windows-1251',
  'windows-1254',
  'koi8-r',
  'x-mac-cyrillic',
  'windows-1250',
];

function misread(text: string, table: string): string {
  const characters = singleByteTable(table);
  return Array.from(new TextEncoder().encode(text), (byte) => characters[byte]).join('');
}

const note = [
  '🟦 План — сервисная сетка',
  '',
  '- [ ] Щит и ключ: «шифрование»\r',
  '- [x] Ёмкость, подъезд, экран № 5 ✅ 2026-11-20',
  'plain ascii line',
  '⭐ 2. Ωmega · 学习 · ﬁn',
].join('\n');

describe('repairMojibake', () => {
  it.each(tables)('gives back a Russian note with emoji that was read as %s', (table) => {
    expect(repairMojibake(misread(note, table))).toEqual({ text: note, table, failed: [] });
  });

  it('gives back any text with a Russian line that was misread, whatever its line ends', () => {
    const lines = fc.array(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), { maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', '\r'), fc.constantFrom(...tables), (rest, end, table) => {
        const text = ['Шлюзы и маршруты', ...rest].join(end);
        fc.pre(!/\p{Cs}/u.test(text));
        expect(repairMojibake(misread(text, table))).toMatchObject({ text, failed: [] });
      }),
    );
  });

  it('keeps the lines that were typed later and names them', () => {
    const lines = Array.from({ length: 12 }, (_, i) => `Тема ${i}: настройка шлюза`);
    const spoilt = misread(lines.join('\n'), 'macintosh').split('\n');
    spoilt.splice(3, 0, 'Новая строка ✅');
    const repair = repairMojibake(spoilt.join('\n'));
    expect(repair?.failed).toEqual([{ line: 4, text: 'Новая строка ✅' }]);
    expect(repair?.text).toBe([...lines.slice(0, 3), 'Новая строка ✅', ...lines.slice(3)].join('\n'));
  });

  it('leaves a text alone of which more than a tenth does not fit', () => {
    const lines = Array.from({ length: 8 }, (_, i) => `Тема ${i}: настройка шлюза`);
    expect(repairMojibake(`${misread(lines.join('\n'), 'macintosh')}\nНовая строка`)).toBeNull();
  });

  it('takes off a byte order mark that was misread with the text', () => {
    expect(repairMojibake(misread('\ufeffЗаметка', 'windows-1252'))?.text).toBe('Заметка');
  });

  it.each([
    ['overlong slash', 'À¯'],
    ['surrogate', 'í\u00a0\u0080'],
    ['beyond the last point', 'ô\u0090\u0080\u0080'],
    ['truncated character', 'Ð'],
  ])('does not accept what only looks like UTF-8: %s', (_, line) => {
    expect(repairMojibake(line)).toBeNull();
  });

  it.each([
    ['English', 'A “quoted” café — naïve résumé, 5 € · ½ ± 3°C © 2026'],
    ['French', 'À l’été, où naît l’œuvre ? Ça gêne, déjà vu : « château », Noël, ambiguë'],
    ['German', 'Größe, Äpfel, Übung, Straße, ÖPNV, „Maß“ – süß'],
    ['Spanish', '¿Qué tal, señor? ¡Mañana! El pingüino «comió» aquí, ÁÉÍÓÚÑ'],
    ['Portuguese', 'Não há ações sem coração; à noite, às vezes, avô e avó'],
    ['Icelandic', 'Það er ævintýri á Íslandi, þú veist það, Óðinn'],
    ['Polish', 'Zażółć gęślą jaźń, ŻÓŁW, źdźbło'],
    ['Czech', 'Příliš žluťoučký kůň úpěl ďábelské ódy'],
    ['Hungarian', 'Árvíztűrő tükörfúrógép'],
    ['Turkish', 'Şişli’de ığdır, çağrı, İstanbul, öğüt'],
    ['Vietnamese', 'Lộ trình học: mạng lưới dịch vụ, định tuyến'],
    ['Greek', 'Σχέδιο μελέτης: δρομολόγηση και ασφάλεια'],
    ['Russian', 'Съешь ещё этих мягких французских булок: №1 — «да»'],
    ['Russian capitals', 'ПЛАН УЧЁБЫ: ВВЕДЕНИЕ, ШЛЮЗЫ'],
    ['Ukrainian', 'Їжак і ґава, єдність, мережа служб'],
    ['Belarusian', 'Ўсё пра сетку і шлюзы, Ёсць'],
    ['Serbian', 'Ђорђе и Љиља, џеп, ћуп, њива'],
    ['Bulgarian', 'Щъркел и ябълка, въже'],
    ['Kazakh', 'Қазақстан, әлем, өмір, ұлт'],
    ['Hebrew', 'תכנית לימודים: רשת שירותים'],
    ['Arabic', 'خطة الدراسة: شبكة الخدمات'],
    ['Hindi', 'अध्ययन योजना'],
    ['Thai', 'แผนการเรียน'],
    ['Japanese', '学習計画:サービスメッシュ'],
    ['Chinese', '学习路线图:服务网格'],
    ['Korean', '학습 계획: 서비스 메시'],
    ['emoji', '🟦 ✅ ⭐ 👩‍💻 🇷🇺 1️⃣'],
    ['frames', '┌──┐ │██░░│ └──┘ ■ √ ≈ ≤'],
    ['one character', 'é'],
    ['ASCII', 'nothing to repair here'],
    ['nothing', ''],
  ])('finds nothing to repair in %s', (_, text) => {
    expect(repairMojibake(text)).toBeNull();
    expect(repairMojibake(text.split(' ').join('\n'))).toBeNull();
  });

  it('never repairs a note about misread letters', () => {
    expect(repairMojibake('When you see Ã© it was meant to be é.\nRead it again.')).toBeNull();
  });

  it('looks at no more than a sample of a long clean text', () => {
    const long = '- [x] Тема о шлюзах и маршрутах ✅\n'.repeat(50_000);
    const start = performance.now();
    for (let i = 0; i < 20; i++) expect(repairMojibake(long)).toBeNull();
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('evidence of a repair', () => {
  it.each(['NESCAFÉ®', 'Vin ROSÉ…', 'CAFÉ™', 'Mon FIANCÉ”', 'Â© 2020', '«Spaß»', 'SEÑ»', 'l’été’é'])(
    'one chance pair in clean notes is none: %s',
    (text) => {
      expect(repairMojibake(`# Menu\n- [ ] ${text}\n- [ ] tea\n`)).toBeNull();
    },
  );

  it('chance pairs on several lines are none either', () => {
    expect(repairMojibake('- [ ] NESCAFÉ®\n- [ ] CAFÉ™\n- [ ] ROSÉ…\n')).toBeNull();
  });

  it.each(['windows-1252', 'iso-8859-1', 'macintosh'])('one letter between its neighbours is enough in %s', (table) => {
    for (const text of ['# Menu\n- [ ] café\n', '- élan\n', '- [ ] tea ✅\n', '- [ ] Да\n'])
      expect(repairMojibake(misread(text, table))?.text).toBe(text);
  });

  it('of several tables the one with the likeliest letters is taken', () => {
    expect(repairMojibake('# Menu\n- [ ] cafÃ©\n')).toMatchObject({ text: '# Menu\n- [ ] café\n', failed: [] });
  });
});
