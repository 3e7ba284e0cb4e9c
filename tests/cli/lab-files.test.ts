// LabFiles: files of answers and of labs that are odd: folders and binaries among them, other encodings, too many.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cafeFiles, labNamed } from '../support/cafe-labs.ts';
import { expectRefusal, type Home, newHome } from '../support/program.ts';

const right = labNamed('menu-board').solution;

function cafe(): Home {
  const home = newHome();
  for (const [name, text] of Object.entries(cafeFiles)) home.write(name, text);
  return home;
}

const lab = (home: Home, ...words: readonly string[]) => home.run(['lab', ...words, '-r', 'cafe.yaml']);

describe('a folder with an answer', () => {
  it('is judged by its files, whatever folders and links are in it', () => {
    const home = cafe();
    home.write('answer/answer.yaml', right);
    mkdirSync(join(home.work, 'answer/charts.yaml'));
    symlinkSync('..', join(home.work, 'answer/above.yml'));
    expect(lab(home, 'menu-board', 'answer').status).toBe(0);
  });

  it('that cannot be read whole is not judged, and the hint is about that file', () => {
    const home = cafe();
    home.write('answer/answer.yaml', right);
    writeFileSync(
      join(home.work, 'answer/picture.yaml'),
      Uint8Array.from({ length: 600 }, (_, at) => at % 7),
    );
    const { status, err } = lab(home, 'menu-board', 'answer');
    expect(status).toBe(5);
    expect(err).toMatch(/picture\.yaml[\s\S]*is not text[\s\S]*Markdown, YAML or JSON/);
    expect(err).not.toMatch(/roadmap is/);
  });

  it('with far too much in it is refused after a part of it', () => {
    const home = cafe();
    for (let at = 0; at < 30; at++) home.write(`answer/${at}.yaml`, `${right}#${'x'.repeat(100_000)}\n`);
    const { status, out } = lab(home, 'menu-board', 'answer');
    expect(status).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toMatch(/the answer has more than 524288 characters/);
  });
});

describe('an answer', () => {
  it.each(['utf-16le', 'utf-8'] as const)('from standard input may be %s', (encoding) => {
    const home = cafe();
    const input = Buffer.from(`\ufeff${right}`, encoding);
    const { status } = home.run(['lab', 'menu-board', '-', '-r', 'cafe.yaml'], { input });
    expect(status).toBe(0);
  });

  it('that is named by nothing is not the folder one is in', () => {
    const home = cafe();
    home.write('right.yaml', right);
    expectRefusal(lab(home, 'menu-board', ''), 2, /missing required argument 'file'/);
    expectRefusal(lab(home, 'menu-board', '--into', ''), 2, /missing required argument 'folder'/);
  });
});

describe('a lab of one’s own that cannot be read', () => {
  it('is named, and the others can be used', () => {
    const home = cafe();
    symlinkSync('nowhere.yaml', join(home.work, 'labs/gone.yaml'));
    mkdirSync(join(home.work, 'labs/old.yaml'));
    const { status, out, err } = lab(home);
    expect(status).toBe(0);
    expect(out).toMatch(/menu-board/);
    expect(err).toMatch(/gone\.yaml/);
    expect(err).not.toMatch(/old\.yaml/);
    home.write('right.yaml', right);
    expect(lab(home, 'menu-board', 'right.yaml').status).toBe(0);
    expect(lab(home, 'gone').status).toBe(5);
  });
});

describe('the name of a lab', () => {
  it('can be typed and written into a progress file as it is: a file with another is named', () => {
    const home = cafe();
    const names = ['a b', '__it__', '--json', '-x', '$(id)', 'a#b', 'a\u202eb', '[x]', 'x'.repeat(101)];
    for (const name of names) home.write(`labs/${name}.yaml`, cafeFiles['labs/menu-board.yaml'] as string);
    home.write('labs/Схема_2.b-c__d.yaml', cafeFiles['labs/menu-board.yaml'] as string);
    const { out, err } = lab(home, '--plain');
    expect(out.split('\n').map((line) => line.split('\t')[0])).toEqual([
      ...['menu-board', 'Схема_2.b-c__d', 'stock-broken', 'queue-length', ''],
    ]);
    expect(err.match(/cannot be used/g)).toHaveLength(names.length);
    expect(err).toMatch(/expected a file named by letters, digits/);
    home.write('right.yaml', right);
    expect(lab(home, 'Схема_2.b-c__d', 'right.yaml').status).toBe(0);
    expect(lab(home, '--status', 'done', '--plain').out).toMatch(/^Схема/);
  });
});

describe('an answer that holds where nothing can be written', () => {
  it('is said to hold, and why that is not recorded', () => {
    const home = cafe();
    home.write('right.yaml', right);
    home.write('state', 'a file where the folder would be');
    const { status, out, err } = home.run(['lab', 'menu-board', 'right.yaml', '-r', 'cafe.yaml'], {
      env: { XDG_STATE_HOME: join(home.work, 'state') },
    });
    expect(status).toBe(5);
    expect(out).toMatch(/passed[\s\S]*✓/);
    expect(err).toMatch(/a file, not a folder|cannot be\s+written/);
  });
});
