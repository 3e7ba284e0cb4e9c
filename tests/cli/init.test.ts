// Init: a roadmap of one's own that works at once, keeps every byte of what it copies, and is never written over anything.
// Russian names of files and titles: "Чай и кофе" (tea and coffee), сад, огород (garden, kitchen garden).
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/text/encoding.ts';
import { expectRefusal, newHome, newHomeOfNobody, project, wide } from '../support/program.ts';
import { garden, kafka } from './notes.ts';

const lintOf = (home: ReturnType<typeof newHome>, file: string): string => home.run(['lint', file]).out;

describe('without --from', () => {
  it.each([
    ['tea.yaml', 'en', 'First steps'],
    ['tea.yml', 'ru', 'Первые шаги'],
    ['tea.md', 'en', 'First steps'],
    ['tea.txt', 'ru', 'Первые шаги'],
  ])('%s in %s is a roadmap to fill in, and can be ticked at once', (file, language, section) => {
    const home = newHome();
    const { status, out, err } = home.run(['init', file, '--lang', language]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain(`istio-roadmap status -r ${file}\n`);
    const shown = JSON.parse(home.run(['status', '-r', file, '--json']).out);
    expect(shown).toMatchObject({
      roadmap: { title: 'tea' },
      total: { total: 2, done: 0 },
      sections: [{ title: section }],
    });
    expect(home.run(['done', '1.1', '-r', file]).status).toBe(0);
    if (/ya?ml$/.test(file)) expect(lintOf(home, file)).toBe(`nothing to report in ${file}\n`);
  });

  it.each([
    ['My Notes.yaml', 'my-notes'],
    ['Чай и кофе.yaml', 'чай-и-кофе'],
    ["it's #1: tea.yaml", 'it-s-1-tea'],
    ['🍵.yaml', 'my-roadmap'],
    ['notes/deep/a.b.yaml', 'a-b'],
    ['1.10.yaml', '1-10'],
    ['no.yaml', 'no'],
  ])('%s: the id is %s, and the title the name of the file', (file, id) => {
    const home = newHome();
    mkdirSync(home.path('notes/deep'), { recursive: true });
    expect(JSON.parse(home.run(['init', file, '--json']).out)).toEqual({
      ...{ schemaVersion: 1, kind: 'init', file: home.path(file), id },
      ...{ title: file.replace(/^.*\/|\.yaml$/g, ''), format: 'yaml', topics: 2, projects: 1 },
    });
    expect(lintOf(home, file)).toMatch(/^nothing to report/);
  });

  it('says nothing when it is asked to, and names the file so that a shell finds it', () => {
    const home = newHome();
    expect(home.run(['init', 'a.yaml', '-q'])).toMatchObject({ status: 0, out: '', err: '' });
    expect(home.run(['init', 'my tea.yaml']).out).toContain("istio-roadmap lint -r 'my tea.yaml'\n");
  });

  it('tells an editor where the schema is', () => {
    const home = newHome();
    home.run(['init', 'a.yaml']);
    const uri = /^# yaml-language-server: \$schema=(\S+)\n/.exec(home.read('a.yaml'))?.[1] ?? '';
    expect(JSON.parse(readFileSync(fileURLToPath(uri), 'utf8'))).toHaveProperty('title');
  });
});

it('the way to the schema is an address, whatever the folder of the program is called', () => {
  const home = newHome();
  const folder = home.path('c# and "more"?');
  for (const part of ['bin', 'dist', 'schema', 'package.json'])
    cpSync(join(project, part), join(folder, part), { recursive: true });
  execFileSync(process.execPath, [join(folder, 'bin', 'istio-roadmap.cjs'), 'init', home.path('a.yaml')]);
  const [, uri = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(home.read('a.yaml')) ?? [];
  expect(JSON.parse(readFileSync(fileURLToPath(uri), 'utf8'))).toHaveProperty('title');
});

describe('--from', () => {
  it.each(['istio', 'ica', 'ambient'])('%s copies every byte but the id and the way to the schema', (name) => {
    const home = newHome();
    expect(home.run(['init', 'my.yaml', '--from', name])).toMatchObject({ status: 0, err: '' });
    const lines = (text: string): string[] => text.split('\n');
    const before = lines(readFileSync(join(project, 'roadmaps', `${name}.yaml`), 'utf8'));
    const after = lines(home.read('my.yaml'));
    expect(after).toHaveLength(before.length);
    const changed = after.filter((line, index) => line !== before[index]);
    expect(changed).toEqual([expect.stringMatching(/^# yaml-language-server: /), 'id: my']);
    expect(lintOf(home, 'my.yaml')).toBe('nothing to report in my.yaml\n');
    const count = (roadmap: string): unknown => JSON.parse(home.run(['status', '-r', roadmap, '--json']).out).total;
    expect(count('my.yaml')).toEqual(count(name));
  });

  it('ticks of the copy are its own', () => {
    const home = newHome();
    home.run(['init', 'my.yaml', '--from', 'istio']);
    home.run(['done', '1.1', '-r', 'my.yaml']);
    const done = (roadmap: string): number => JSON.parse(home.run(['status', '-r', roadmap, '--json']).out).total.done;
    expect([done('my.yaml'), done('istio')]).toEqual([1, 0]);
  });

  it.each([
    ['id: garden', 'id: bed'],
    ['id: "garden"  # mine', 'id: bed  # mine'],
    ["id: 'it''s'", 'id: bed'],
    ['id:   garden', 'id:   bed'],
    ['id: garden,{x}', 'id: bed'],
    ['id: >-  # folded\n  garden', 'id: >-  # folded\n  bed'],
    ['id: !!str garden', 'id: !!str bed'],
  ])("a file of one's own: %s becomes %s, all else stays", (written, expected) => {
    const home = newHome();
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    const text = windows(garden.replace(/^id: .*$/m, written));
    home.write('garden.yaml', text);
    expect(home.run(['init', 'bed.yaml', '--from', 'garden.yaml'])).toMatchObject({ status: 0, err: '' });
    expect(home.read('bed.yaml')).toBe(text.replace(windows(written), windows(expected)));
  });

  it.each(['utf-8', 'utf-16le', 'windows-1251'] as const)('the encoding stays, and its mark: %s', (encoding) => {
    const home = newHome();
    const text = 'id: сад\ntitle: Сад и огород\nsections: [{title: Грядки, topics: [Копать, Поливать]}]\n';
    const bytes = (of: string): Buffer => Buffer.from(encode(of, encoding, true) as Uint8Array);
    home.write('garden.yaml', bytes(text));
    home.run(['init', 'грядка.yaml', '--from', 'garden.yaml']);
    expect(readFileSync(home.path('грядка.yaml'))).toEqual(bytes(text.replace('сад', 'грядка')));
    // What an encoding cannot say is no reason to fail.
    expect(home.run(['init', '茶.yaml', '--from', 'garden.yaml'])).toMatchObject({ status: 0 });
    expect(JSON.parse(home.run(['status', '-r', '茶.yaml', '--json']).out).roadmap.id).toBe('茶');
  });

  it('a copy of the same name in another folder gets an id of its own all the same', () => {
    const home = newHome();
    expect(JSON.parse(home.run(['init', 'istio.yaml', '--from', 'istio', '--json']).out).id).toBe('my-istio');
  });

  it('what has no id is copied as it is', () => {
    const home = newHome();
    const text = 'title: Tea\nsections:\n  - title: Leaves\n    topics: [Green]\n';
    home.write('tea.yaml', text);
    home.run(['init', 'copy.yaml', '--from', 'tea.yaml']);
    expect(home.read('copy.yaml')).toBe(text);
  });

  it('a note is not copied, what cannot be read neither, and nothing is left behind', () => {
    const home = newHome();
    home.write('kafka.md', kafka);
    home.write('cv.yaml', 'name: Ann\nphone: 1\nemail: a@b.c\n');
    home.write('bad.yaml', 'id: a\nsections:\n  - tilte: x\n');
    const refused = (from: string, status: number, says: RegExp): void =>
      expectRefusal(home.run(['init', 'new.yaml', '--from', from], { env: wide }), status, says);
    refused('kafka.md', 2, /"kafka\.md" is named like something else/);
    refused('gone.yaml', 5, /gone\.yaml cannot be read/);
    refused('gone', 2, /no roadmap is called "gone"|gone/);
    refused('cv.yaml', 4, /cv\.yaml is not a roadmap/);
    refused('bad.yaml', 4, /bad\.yaml/);
    expectRefusal(home.run(['init', 'new.md', '--from', 'istio'], { env: wide }), 2, /named like Markdown/);
    expect(home.run(['status', '-r', 'new.yaml']).status).toBe(5);
  });
});

describe('a name that says neither YAML nor Markdown', () => {
  it.each([
    ['My notes', "'My notes.yaml'"],
    ['notes/tea.json', 'notes/tea.yaml'],
    ['-tea', './-tea.yaml'],
    ['notes/', 'notes/roadmap.yaml'],
    ['', 'roadmap.yaml'],
  ])('%s: the command in the hint works as it stands', (file, quoted) => {
    const home = newHome();
    mkdirSync(home.path('notes'));
    const { status, err } = home.run(['init', '--', file], { env: wide });
    expect(status).toBe(2);
    expect(err).toContain(`\`istio-roadmap init -- ${quoted}\``);
    expect(home.run(['init', quoted.replaceAll("'", '')]).status).toBe(0);
  });
});

describe('nothing is written over', () => {
  it('neither a file, a folder nor a link that leads nowhere', () => {
    const home = newHome();
    home.write('kafka.yaml', 'mine');
    mkdirSync(home.path('folder.yaml'));
    symlinkSync('nowhere', home.path('link.yaml'));
    for (const file of ['kafka.yaml', 'folder.yaml', 'link.yaml'])
      expectRefusal(
        home.run(['init', file], { env: wide }),
        5,
        new RegExp(`${file} cannot be written: there is something`),
      );
    expect(home.read('kafka.yaml')).toBe('mine');
  });

  it('a folder that is not there is not made, and one that may not be written to is reported', () => {
    const home = newHomeOfNobody();
    expectRefusal(home.run(['init', 'gone/a.yaml'], { env: wide }), 5, /its folder does not exist/);
    mkdirSync(home.path('closed'));
    chmodSync(home.path('closed'), 0o555);
    expectRefusal(
      home.run(['init', 'closed/a.yaml'], { env: wide }),
      5,
      /closed\/a\.yaml cannot be written: permission denied/,
    );
  });

  it('a name without a known ending, or none at all, is wrong usage', () => {
    const home = newHome();
    expectRefusal(home.run(['init', 'tea'], { env: wide }), 2, /"tea" is named like neither/);
    expectRefusal(home.run(['init'], { env: wide }), 2, /missing required argument/);
  });
});
