// Schemas: what the built program prints with --json is as the schemas that ship say, and what is not is refused.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOf } from '../../src/schemas/files.ts';
import { type Kind, kinds } from '../../src/views/kinds.ts';
import { checkAgainst, strictlyAgainst } from '../schemas/validating.ts';
import { cafeFiles } from '../support/cafe-labs.ts';
import { type Home, newHome, project } from '../support/program.ts';
import { garden, kafka, postgres } from './notes.ts';

interface PrintedDocument {
  readonly kind: Kind;
  readonly [field: string]: unknown;
}

/** Runs with --json; the document must be of that kind, as its schema says, and say nothing that is not described. */
function printed(home: Home, kind: Kind, args: readonly string[]): PrintedDocument {
  const { status, out, err } = home.run([...args, '--json']);
  const line = `${args.join(' ')}: ${err}`;
  // The answer of `gate`, `lint` and `doctor` may be no; of several roadmaps one cannot be read.
  expect([0, 1, ...(kind === 'overview' ? [5] : [])], line).toContain(status);
  const document = JSON.parse(out) as PrintedDocument;
  expect(document.kind, line).toBe(kind);
  expect(strictlyAgainst(fileOf(kind))(document), line).toEqual([]);
  expect(checkAgainst(fileOf(kind))(document), line).toEqual([]);
  return document;
}

interface Listed {
  readonly topics: readonly { readonly address: string; readonly section: { readonly address: string } | null }[];
}
interface Levels {
  readonly levels: readonly { readonly id: string }[];
}

/** Every command that only looks. */
function lookAround(home: Home, options: readonly string[]): PrintedDocument[] {
  const look = (kind: Kind, ...args: string[]): PrintedDocument => printed(home, kind, [...args, ...options]);
  const list = look('topics', 'list');
  const { topics } = list as unknown as Listed;
  const { section = null } = topics.find((topic) => topic.section !== null) ?? {};
  const levels = look('levels', 'levels');
  const [level] = (levels as unknown as Levels).levels;
  return [
    list,
    levels,
    look('status', 'status'),
    look('topics', 'next', '-n', '3'),
    ...[topics[0], topics.at(-1)].flatMap((topic) =>
      topic === undefined ? [] : [look('topic', 'show', topic.address)],
    ),
    ...(section === null ? [] : [look('section', 'show', section.address)]),
    look('log', 'log'),
    look('calendar', 'log', '--calendar', '--since', '2020-01-01'),
    look('projects', 'projects'),
    look('pace', 'pace'),
    look('pace', 'pace', '--by', '+5d', '--pace', '2h'),
    look('plan', 'plan', '--by', '+5d', '--pace', '2h'),
    look('plan', 'plan', '--pace', '10/w'),
    ...(level === undefined ? [] : [look('gate', 'gate', level.id), look('gate', 'gate', level.id, '--at', '50')]),
    look('diagnostics', 'lint'),
    look('roadmap', 'export', '--format', 'json'),
  ];
}

const fixtures = join(project, 'tests', 'fixtures');
const languages = ['en', 'ru'] as const;
const inBoth = (names: readonly string[]) => names.flatMap((name) => languages.map((language) => ({ name, language })));
/** Where the other documents are in both languages. */
const inTurns = (names: readonly string[]) =>
  names.map((name, index) => ({ name, language: languages[index % 2] as string }));

const domains = '# Exam\n\n## A: 40%\n\n- one\n- two\n\n## B (35 %)\n\n- three\n\n## C — 25%\n\n- four\n';
const hostile =
  '# \u001b[31mred\u0007 \u202eback\n\n## 1. [[[K]]](https://[[k]].io/)\n\n- [x] a\ttab\u0000 ✅ 2026-02-30\n- [ ] \ud83d half \u2028 line\n- [ ] \n- [?] <b>"quoted" \\ {"kind":"status"}</b>\n';
const odd: { readonly [name: string]: string } = {
  'prose.md': '# An essay\n\nNothing to tick.\n',
  'empty.yaml': 'title: T\nsections: []\n',
  'flat.md': '# Reading\n\n- [x] one\n- [ ] two\n',
  'domains.md': domains,
  'hostile.md': hostile,
  'kafka.md': kafka,
  'postgres.md': postgres,
  'garden.yaml': garden,
  'weights.yaml':
    'id: w\ntitle: {en: W, ru: В}\nsections:\n  - {title: A, weight: 35.5, topics: [a, {id: b, done: 2026-05-01, legacy: {state: renamed, since: 1.8, use: c}}]}\n' +
    'projects:\n  - {id: p, title: P, level: junior, goal: g, criterion: c, proves: [b, gone], stack: [x], links: [https://a.example]}\n' +
    'resources: [https://b.example]\nprerequisites: [Linux]\nlevels: [junior, {id: guru, rubric: r}]\n',
};

describe('what the program prints with --json', { timeout: 60_000 }, () => {
  it.each(inTurns(readdirSync(fixtures)))('of $name in $language', ({ name, language }) => {
    const home = newHome();
    const input = readdirSync(join(fixtures, name)).find((file) => file.startsWith('input.')) as string;
    home.write(input, readFileSync(join(fixtures, name, input)));
    lookAround(home, ['-r', input, '--lang', language]);
    if (input.endsWith('.md')) printed(home, 'explanation', ['status', '--explain', '-r', input, '--lang', language]);
  });

  it.each(inBoth(['istio', 'ica', 'ambient']))('of $name in $language', ({ name, language }) => {
    const home = newHome();
    const options = ['-r', name, '--lang', language];
    printed(home, 'section', ['show', '1', ...options]);
    expect(printed(home, 'topics', ['show', '1.1-1.3', ...options]).topics).toHaveLength(3);
    printed(home, 'topic', ['show', 'P1', ...options]);
    printed(home, 'change', ['done', '1.1', 'P1', ...options]);
    lookAround(home, options);
  });

  it.each(inTurns(Object.keys(odd)))('of $name in $language', ({ name, language }) => {
    const home = newHome();
    home.write(name, odd[name] as string);
    lookAround(home, ['-r', name, '--lang', language]);
  });

  it('where nothing is found', () => {
    const home = newHome();
    home.write('kafka.md', kafka);
    for (const args of [
      ['list', '--search', 'zzz'],
      ['next', '--level', 'senior', '--tag', 'zzz'],
    ])
      expect(printed(home, 'topics', [...args, '-r', 'kafka.md'])).toMatchObject({ topics: [] });
    expect(printed(home, 'log', ['log', '--search', 'zzz', '-r', 'kafka.md'])).toMatchObject({ entries: [] });
    home.write('clean.md', '# T\n\n- [ ] a\n');
    expect(printed(home, 'diagnostics', ['lint', '-r', 'clean.md'])).toMatchObject({ diagnostics: [] });
    home.run(['done', '1', '-r', 'clean.md']);
    expect(printed(home, 'topics', ['next', '-r', 'clean.md'])).toMatchObject({ topics: [] });
  });

  it('of changes: made, rehearsed, taken back, made again, and of none', () => {
    for (const [name, text] of [
      ['kafka.md', kafka],
      ['garden.yaml', garden],
      ['postgres.md', postgres],
    ] as const) {
      const home = newHome();
      home.write(name, text);
      const change = (...args: string[]): PrintedDocument => printed(home, 'change', [...args, '-r', name]);
      expect(change('done', '2', '--dry-run')).toMatchObject({ dryRun: true });
      expect(change('done', '2')).not.toHaveProperty('dryRun');
      for (const args of [
        ['done', '2.1'],
        ['start', '1.2'],
        ['skip', '1.1', '--force'],
        ['reopen', '1', '--force'],
      ])
        change(...args);
      change('undo');
      change('redo');
      expect((printed(home, 'log', ['log', '-r', name]).entries as unknown[]).length).toBeGreaterThan(1);
    }
  });

  it('of a topic that has left the roadmap', () => {
    const home = newHome();
    home.write('kafka.md', kafka);
    printed(home, 'change', ['done', '1.3', '-r', 'kafka.md']);
    home.write('kafka.md', kafka.replace(/.*1\.3.*\n/, ''));
    expect(printed(home, 'log', ['log', '-r', 'kafka.md']).entries).toMatchObject([{ gone: true }, {}, {}]);
  });

  it('of ticks that have to be linked anew, of orphans, and of other places', () => {
    const home = newHome();
    const inNote = ['-r', 'postgres.md'];
    home.write('postgres.md', postgres);
    printed(home, 'change', ['done', '1.1', '2.2', '3', '4.1', ...inNote]);
    home.write(
      'postgres.md',
      postgres.replace('- Дерево\n', '').replace('- Роли\n', '- Репликация\n').replace('Пакеты и', 'Пакеты,'),
    );
    for (const apply of [[], ['--apply']])
      for (const language of languages)
        printed(home, 'reconcile', ['reconcile', ...apply, '--lang', language, ...inNote]);
    printed(home, 'reconcile', ['reconcile', '--progress', 'ticks.md', ...inNote]);
    printed(home, 'reconcile', ['reconcile', '--progress', 'ticks.md', '--apply', ...inNote]);
    printed(home, 'diagnostics', ['lint', ...inNote]);
  });

  it('of the ticks of a roadmap that was moved', () => {
    const home = newHome();
    home.write('net.md', postgres);
    printed(home, 'change', ['done', '1', '2', '-r', 'net.md']);
    rmSync(home.path('net.md'));
    home.write('notes/net.md', postgres);
    expect(printed(home, 'reconcile', ['reconcile', '-r', 'notes/net.md']).abandoned).not.toBeNull();
  });

  it('of a text put right, and of one that was right', () => {
    const home = newHome();
    home.write('tea.md', Buffer.from(Buffer.from('# Чай с лимоном\n\n- Заварка\n').toString('latin1')));
    expect(printed(home, 'repair', ['repair', 'tea.md']).table).not.toBeNull();
    home.write('plain.md', '# Tea\n');
    expect(printed(home, 'repair', ['repair', 'plain.md']).table).toBeNull();
  });

  it('of a folder with files that cannot be read', () => {
    const home = newHome();
    home.write('a.md', hostile);
    home.write('b.yaml', 'title: [\n');
    home.write('c.md', '<<<<<<< ours\n- [ ] a\n=======\n- [x] a\n>>>>>>> theirs\n');
    for (const language of languages) {
      const { diagnostics } = printed(home, 'diagnostics', ['lint', '.', '--lang', language]);
      expect((diagnostics as unknown[]).length).toBeGreaterThan(2);
    }
  });
});

type Path = readonly (string | number)[];

/** Every field of a document, lists by their first value, with the way to it. */
function* fieldsOf(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Array.isArray(value)
    ? [[0, value[0]] as const].slice(0, value.length)
    : Object.entries(value)) {
    const way = [...path, key];
    if (!Array.isArray(value)) yield way;
    yield* fieldsOf(inner, way);
  }
}

function changed(
  document: PrintedDocument,
  path: Path,
  change: (parent: Record<string | number, unknown>, key: string | number) => void,
): PrintedDocument {
  const copy = structuredClone(document) as unknown as Record<string | number, unknown>;
  const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string | number, unknown>, copy);
  change(parent, path.at(-1) as string | number);
  return copy as unknown as PrintedDocument;
}

let full: readonly PrintedDocument[] | null = null;

/** One document of each kind, with something in every list. */
/** With a roadmap of one's own that has a name, and one that is gone. */
function inLibrary(home: Home): readonly PrintedDocument[] {
  home.run(['roadmaps', 'add', 'postgres.md', '--use']);
  home.write('gone.md', postgres);
  home.write('links.md', '# Links\n\n- [ ] 1.1 One <https://example.org/one>\n');
  home.run(['roadmaps', 'add', 'gone.md']);
  home.run(['config', 'set', 'roadmaps.gone.progress', 'inline']);
  rmSync(home.path('gone.md'));
  return [
    printed(home, 'roadmaps', ['roadmaps']),
    printed(home, 'overview', ['status', '--all']),
    printed(home, 'config', ['config']),
    printed(home, 'prompt', ['prompt']),
    printed(home, 'paths', ['paths']),
    printed(home, 'doctor', ['doctor']),
    printed(home, 'open', ['open', '1', '-r', 'links.md']),
  ];
}

function ofLabs(): readonly PrintedDocument[] {
  const home = newHome();
  for (const [name, text] of Object.entries(cafeFiles)) home.write(name, text);
  const inCafe = ['-r', 'cafe.yaml'];
  home.write('wrong.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: board}\n');
  home.run(['lab', '--mock', 'cafe.yaml', '-q']);
  return [
    printed(home, 'labs', ['lab', ...inCafe]),
    printed(home, 'lab', ['lab', 'menu-board', '--solution', '--force', ...inCafe]),
    printed(home, 'verdict', ['lab', 'menu-board', 'wrong.yaml', ...inCafe]),
    printed(home, 'mock', ['lab', '--mock', 'cafe.yaml', '--finish', '--force']),
  ];
}

function fullDocuments(): readonly PrintedDocument[] {
  if (full !== null) return full;
  const home = newHome();
  home.write('w.yaml', odd['weights.yaml'] as string);
  home.write('postgres.md', postgres);
  home.write('tea.md', '# Tea\n\n- [X] a ✅ 2026-02-30\n');
  const inPlan = ['-r', 'w.yaml'];
  const dryRun = printed(home, 'change', ['done', 'b', 'a', '--dry-run', ...inPlan]);
  home.run(['done', '1.1', '4.1', '-r', 'postgres.md']);
  // Only what was ticked has a history.
  home.run(['done', 'P1', ...inPlan]);
  home.run(['reopen', 'P1', ...inPlan]);
  home.write(
    'postgres.md',
    postgres.replace('- Дерево\n', '').replace('Пакеты и', 'Пакеты,').replace('- Роли', '- Роли\n- Новое'),
  );
  full = [
    dryRun,
    printed(home, 'reconcile', ['reconcile', '-r', 'postgres.md']),
    printed(home, 'status', ['status', ...inPlan]),
    printed(home, 'topics', ['next', ...inPlan]),
    printed(home, 'topic', ['show', 'P1', ...inPlan]),
    printed(home, 'section', ['show', '1', ...inPlan]),
    printed(home, 'log', ['log', ...inPlan]),
    printed(home, 'calendar', ['log', '--calendar', ...inPlan]),
    printed(home, 'levels', ['levels', ...inPlan]),
    printed(home, 'pace', ['pace', '--by', '+2d', '--pace', '1h/w', ...inPlan]),
    printed(home, 'plan', ['plan', '--by', '+2d', '--pace', '1h/w', ...inPlan]),
    printed(home, 'projects', ['projects', ...inPlan]),
    printed(home, 'gate', ['gate', 'junior', ...inPlan]),
    printed(home, 'roadmap', ['export', '--format', 'json', ...inPlan]),
    printed(home, 'diagnostics', ['lint', 'tea.md']),
    printed(home, 'explanation', ['status', '--explain', '-r', 'tea.md']),
    printed(home, 'repair', ['repair', 'tea.md']),
    printed(home, 'init', ['init', 'new.yaml']),
    ...inLibrary(home),
    ...ofLabs(),
  ];
  return full;
}

describe('a document that is not what it says', { timeout: 60_000 }, () => {
  it('is refused, whatever is taken away or changed in it, for every kind', () => {
    const documents = fullDocuments();
    expect(documents.map(({ kind }) => kind).sort()).toEqual(Object.keys(kinds).sort());
    for (const document of documents) {
      const check = checkAgainst(fileOf(document.kind));
      const refuses = (what: string, wrong: unknown): void =>
        expect(check(wrong), `${document.kind}: ${what}`).not.toEqual([]);
      for (const path of fieldsOf(document)) {
        const name = path.join('.');
        if (!/^(?:dryRun|topics\.0\.reason)$/.test(name))
          refuses(
            `without ${name}`,
            changed(document, path, (parent, key) => delete parent[key]),
          );
        // Texts may say anything, but no field is a list of lists.
        refuses(
          `another ${name}`,
          changed(document, path, (parent, key) => {
            parent[key] = [[]];
          }),
        );
      }
      refuses('another version', { ...document, schemaVersion: 2 });
      refuses('nothing', {});
      for (const other of documents) if (other !== document) refuses(other.kind, other);
    }
  });

  it.each<[Kind, string, Path, unknown]>([
    ['topic', 'a state that is none', ['status'], 'finished'],
    ['topic', 'a source of levels that is none', ['levelSource'], 'guessed'],
    ['topic', 'a day with a time', ['completedOn'], '2026-11-20T10:00:00Z'],
    ['topic', 'an unknown legacy', ['legacy'], { state: 'old', since: null, use: null }],
    ['topic', 'a history from elsewhere', ['history', 0, 'source'], 'memory'],
    ['topics', 'a reason that is none', ['topics', 0, 'reason', 'code'], 'whim'],
    ['status', 'a share over 100', ['total', 'percent'], 101],
    ['status', 'half a topic', ['total', 'done'], 0.5],
    ['status', 'a format that is none', ['roadmap', 'format'], 'toml'],
    ['status', 'a place that is none', ['progress', 'mode'], 'cloud'],
    ['log', 'another source', ['entries', 0, 'source'], 'memory'],
    ['diagnostics', 'a severity that is none', ['diagnostics', 0, 'severity'], 'fatal'],
    ['diagnostics', 'line 0', ['diagnostics', 0, 'line'], 0],
    ['reconcile', 'another kind of link', ['links', 0, 'kind'], 'lost'],
    ['change', 'a rehearsal that is none', ['dryRun'], false],
    ['explanation', 'what no line becomes', ['lines', 0, 'what'], 'heading'],
  ])('is refused: %s with %s', (kind, _, path, value) => {
    const document = fullDocuments().find((one) => one.kind === kind) as PrintedDocument;
    const wrong = changed(document, path, (parent, key) => {
      parent[key] = value;
    });
    expect(checkAgainst(fileOf(kind))(wrong)).not.toEqual([]);
  });

  it('may say more: fields are added, and only the tests refuse what is not described', () => {
    for (const document of fullDocuments()) {
      const more = { ...document, more: 1 };
      expect(checkAgainst(fileOf(document.kind))(more)).toEqual([]);
      expect(strictlyAgainst(fileOf(document.kind))(more)).not.toEqual([]);
    }
  });
});
