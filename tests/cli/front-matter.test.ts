// Front matter: notes that open with something that looks like it: nothing is run, and the topics are read.
// Russian notes of a choir: Голоса, Сопрано, Альт, Бас (voices, soprano, alto, bass); Эпиграф без ключей "an epigraph without
// keys" is prose between rules.
import { describe, expect, it } from 'vitest';
import { type Home, newHome } from '../support/program.ts';

const body = '# Хор\n\n## 1. Голоса\n\n- [x] Сопрано ✅ 2026-11-01\n- [ ] Альт\n';

/** Code that would leave a file behind, as an expression and as a statement. */
const payload = (home: Home) => `require('node:fs').writeFileSync(${JSON.stringify(home.path('ran'))}, 'x')`;

interface Status {
  readonly total: { total: number; done: number };
  readonly diagnostics: { warnings: number };
  readonly roadmap: { title: string };
}

describe('hostile front matter', () => {
  it.each<[string, (code: string) => string]>([
    ['---js', (code) => `---js\n${code}\n---\n`],
    ['--- js', (code) => `--- js\n${code}\n---\n`],
    ['---javascript', (code) => `---javascript\nmodule.exports = ${code}\n---\n`],
    ['---coffee', (code) => `---coffee\n${code}\n---\n`],
    ['---coffeescript', (code) => `---coffeescript\n${code}\n---\n`],
    ['---constructor', (code) => `---constructor\nreturn ${code}\n---\n`],
    ['---__proto__', (code) => `---__proto__\n${code}\n---\n`],
    ['---json', (code) => `---json\n{"title": ${JSON.stringify(code)}}\n---\n`],
    ['---toml', (code) => `---toml\ntitle = ${JSON.stringify(code)}\n---\n`],
    ['a tag of YAML', (code) => `---\ntitle: !!js/function "function () { ${code} }"\n---\n`],
    [
      'a language inside the block',
      (code) => `---\nlanguage: js\nengines: {js: true}\ntitle: x\n---js\n${code}\n---\n`,
    ],
    ['a byte-order mark before ---js', (code) => `\ufeff---js\n${code}\n---\n`],
    ['CRLF', (code) => `---js\r\n${code}\r\n---\r\n`],
  ])('%s runs nothing, and the note is read and ticked', (_, head) => {
    const home = newHome();
    const opening = head(payload(home));
    home.write('note.md', opening + body);
    const { total } = home.json<Status>(['status', '-r', 'note.md']);
    expect(total).toMatchObject({ total: 2, done: 1 });
    expect(home.run(['done', 'Альт', '-r', 'note.md'])).toMatchObject({ status: 0, err: '' });
    expect(home.read('note.md')).toBe(opening + body.replace('- [ ] Альт', '- [x] Альт ✅ 2026-11-20'));
    expect(Object.keys(home.snapshot())).not.toContain('work/ran');
  });
});

describe('odd front matter', () => {
  it.each<[string, string, number]>([
    ['a lone thematic break', '---\n\n', 0],
    ['two thematic breaks with prose between them', '---\n\nЭпиграф без ключей.\n\n---\n\n', 0],
    ['an empty block', '---\n---\n', 0],
    ['a block that is never closed', '---\ntitle: Хор\n\n', 0],
    ['broken YAML', '---\ntitle: [Хор\ntags: {\n---\n', 1],
    ['a key twice', '---\ntitle: Хор\ntitle: Оркестр\n---\n', 1],
    ['a list instead of keys', '---\n{a: 1}: [\n---\n', 1],
    [
      'an alias bomb',
      `---\n${Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${i ? Array(9).fill(`*a${i - 1}`) : 'x'}]`).join('\n')}\n---\n`,
      1,
    ],
  ])('%s: the topics are read all the same', (_, head, warnings) => {
    const home = newHome();
    home.write('note.md', head + body);
    const { total, diagnostics } = home.json<Status>(['status', '-r', 'note.md']);
    expect(total).toMatchObject({ total: 2, done: 1 });
    expect(diagnostics.warnings).toBe(warnings);
  });

  it('a tidy block gives the title and survives a tick', () => {
    const home = newHome();
    const head = '---\ntitle: "Хоровое пение: с нуля"   # название\ntags:\n  - [x] не задача\n...\n';
    home.write('note.md', head + body.replace('# Хор\n', ''));
    expect(home.run(['done', 'Альт', '-r', 'note.md']).status).toBe(0);
    expect(home.read('note.md')).toBe(
      head + body.replace('# Хор\n', '').replace('- [ ] Альт', '- [x] Альт ✅ 2026-11-20'),
    );
  });

  it('the title of the block is used where no heading gives one', () => {
    const home = newHome();
    home.write('note.md', '---\ntitle: "Хоровое пение: с нуля"\n---\n\n- [ ] Альт\n');
    expect(home.json<Status>(['status', '-r', 'note.md']).roadmap.title).toBe('Хоровое пение: с нуля');
  });

  it.each([
    ['---js, run by nothing', '---js\nthrow 1\n---\n- [ ] Альт\n'],
    ['a block alone', '---\ntitle: Хор\n---\n'],
  ])('a note with hardly anything else does not fail: %s', (_, text) => {
    const home = newHome();
    home.write('note.md', text);
    expect(home.run(['status', '-r', 'note.md'])).toMatchObject({ status: 0, err: '' });
  });
});

describe('TOML front matter', () => {
  it('names the note, whose ticks are written into it', () => {
    const home = newHome();
    home.write('note.md', "+++\ntitle = 'Камерный хор'\n+++\n- [ ] Альт\n- [ ] Бас\n");
    expect(home.json<Status>(['status', '-r', 'note.md']).roadmap.title).toBe('Камерный хор');
    expect(home.run(['done', '1', '-r', 'note.md'])).toMatchObject({ status: 0, err: '' });
    expect(home.read('note.md')).toContain("+++\ntitle = 'Камерный хор'\n+++\n- [x] Альт ✅");
  });

  it('says where the ticks are to be kept, as YAML does', () => {
    const home = newHome();
    home.write('note.md', '+++\nprogress = "ticks.md"\n+++\n# Хор\n- Альт\n- Бас\n');
    expect(home.run(['done', '1', '-r', 'note.md'])).toMatchObject({ status: 0 });
    expect(home.read('ticks.md')).toContain('- [x] 1 Альт');
  });

  it('with a mistake is a warning, and the topics are read', () => {
    const home = newHome();
    home.write('note.md', `+++\ntitle = Хор\n+++\n${body}`);
    const { total, diagnostics } = home.json<Status>(['status', '-r', 'note.md']);
    expect(total).toMatchObject({ total: 2, done: 1 });
    expect(diagnostics.warnings).toBe(1);
  });
});
