// Levels: what is missing on each, the projects, and gate, which a script asks whether one is reached.
// A Russian table of projects: "Магазин", "Почта" (shop, mail) with a level, a description, technologies and a criterion of
// success; other notes are of tea and tomatoes.
import { describe, expect, it } from 'vitest';
import { expectRefusal, type Home, newHome, wide } from '../support/program.ts';
import { garden, kafka } from './notes.ts';

function homeWith(text: string): Home {
  const home = newHome();
  home.write('note.md', text);
  return home;
}

const inNote = ['-r', 'note.md'];

/** A topic and two projects of one level. */
const canary = [
  '# Сетка',
  '',
  '- [ ] Прокси #junior',
  '',
  '## Проекты',
  '',
  '| Уровень | Название | Описание | Технологии | Критерий успеха | Ссылки |',
  '|---|---|---|---|---|---|',
  '| junior | Магазин | две версии | Istio, Helm | без потерь | |',
  '| junior | Почта | одна версия | Istio | письмо дошло | |',
  '',
].join('\n');

const hints = ['# Чай', '', '## Основы', '', '- [x] Улун', '', '## Безопасность', '', '- [ ] Кипяток', ''].join('\n');

describe('levels', () => {
  it('says of each how far one is and what is missing, from the lowest', () => {
    const { levels } = homeWith(kafka).json<{ levels: Record<string, unknown>[] }>(['levels', ...inNote]);
    expect(levels).toMatchObject([
      { id: 'junior', levelSource: 'explicit', total: 3, done: 2, percent: 66, reached: false },
      { id: 'middle', total: 4, done: 0, doing: 1, skipped: 1, projects: { total: 0, done: 0 }, reached: false },
      { id: 'senior', total: 1, done: 0, reached: false },
    ]);
    const addresses = levels.map(({ missing }) => (missing as { address: string }[]).map(({ address }) => address));
    expect(addresses).toEqual([['1.3'], ['2.1', '2.1.1', '2.1.2', '2.2'], ['3.1']]);
  });

  it('has the fields of a status, and two more', () => {
    const home = homeWith(canary);
    const [of, from] = ['levels', 'status'].map(
      (command) => home.json<{ levels: object[] }>([command, ...inNote]).levels,
    );
    const missing = [{ address: '1', title: 'Прокси' }];
    const missingProjects = [{ address: 'P1' }, { address: 'P2' }];
    expect(of).toMatchObject([{ ...from?.[0], missing, missingProjects }]);
    expect(home.run(['done', 'P2', ...inNote]).status).toBe(0);
    expect(home.json(['levels', ...inNote])).toMatchObject({ levels: [{ missing, missingProjects: [] }] });
  });

  it('separates the reached from the open, and marks what is inferred', () => {
    const home = homeWith(hints);
    const lines = ['junior\treached\tinferred\t1\t1\t100\tJunior\n', 'middle\topen\tinferred\t0\t1\t0\tMiddle\n'];
    expect(home.run(['levels', '--plain', ...inNote])).toMatchObject({ status: 0, err: '', out: lines.join('') });
    const { out } = home.run(['levels', ...inNote]);
    expect(out).toMatch(/^ Junior .*100% {2}reached$/m);
    expect(out).toMatch(/^ Middle .* 0% {2}not reached$/m);
    expect(out).toContain('levels are inferred');
  });

  it('agrees with gate', () => {
    const home = homeWith(hints);
    for (const line of home
      .run(['levels', '--plain', ...inNote])
      .out.trimEnd()
      .split('\n')) {
      const [id = '', state] = line.split('\t');
      expect(home.run(['gate', id, ...inNote]).status, id).toBe(state === 'reached' ? 0 : 1);
    }
  });

  it('says so where there are none', () => {
    const home = homeWith('# Чай\n\n- [ ] Улун\n');
    expect(home.run(['levels', ...inNote]).out).toContain('this roadmap has no levels');
    expect(home.run(['levels', '--plain', ...inNote])).toMatchObject({ status: 0, out: '', err: '' });
    expect(home.json(['levels', ...inNote])).toEqual({ schemaVersion: 1, kind: 'levels', levels: [] });
  });

  it('of the bundled roadmap has a rubric in both languages, writes nothing, and names a command that works', () => {
    const home = newHome();
    const before = home.snapshot();
    const [english, russian] = ['en', 'ru'].map(
      (lang) => home.json<{ levels: { rubric: string }[] }>(['levels', '--lang', lang]).levels,
    );
    expect(english?.map(({ rubric }) => rubric)).not.toContain(null);
    expect(russian?.[0]?.rubric).toMatch(/[а-я]/);
    const command = home.run(['levels']).out.trimEnd().split('\n').at(-1) as string;
    expect(home.shell(command)).toMatchObject({ status: 1, err: '' });
    expect(home.snapshot()).toEqual(before);
  });
});

/** One project that proves a topic done, one open and one that there is not. */
const greenhouse = `${garden}${[
  'projects:',
  '  - id: tomatoes',
  '    title: {en: Tomatoes, ru: Помидоры}',
  '    level: middle',
  '    goal: {en: a harvest, ru: урожай}',
  '    criterion: {en: ten kilograms, ru: десять килограммов}',
  '    stack: [seed, water]',
  '    proves: [compost, mulch, nowhere]',
  '  - {id: herbs, title: Herbs, level: junior}',
  '',
].join('\n')}`;

function greenhouseHome(): Home {
  const home = newHome();
  home.write('note.yaml', greenhouse);
  expect(home.run(['done', 'compost', '-r', 'note.yaml']).status).toBe(0);
  return home;
}

describe('projects', () => {
  it('says what to build, when it is done, and the state of the topics it proves', () => {
    const { out, err, status } = greenhouseHome().run(['projects', '-r', 'note.yaml']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(
      [
        ' P1  Tomatoes',
        '     ○ to do · middle',
        '     goal       a harvest',
        '     criterion  ten kilograms',
        '     stack      seed, water',
        '     proves     ✓ 1.1 Compost heap · done',
        '                ○ 2.2 Mulch · to do',
        '                nowhere',
        '',
        ' P2  Herbs',
        '     ○ to do · junior',
        '',
        ' projects 0/2',
        '',
      ].join('\n'),
    );
  });

  it('says the same as JSON, in two languages', () => {
    const home = greenhouseHome();
    expect(home.json(['projects', '-r', 'note.yaml'])).toMatchObject({
      ...{ schemaVersion: 1, kind: 'projects', total: 2, done: 0 },
      projects: [
        {
          ...{ address: 'P1', id: 'tomatoes', title: 'Tomatoes', status: 'todo', level: 'middle', project: true },
          ...{ goal: 'a harvest', criterion: 'ten kilograms', stack: ['seed', 'water'] },
          proves: ['compost', 'mulch', 'nowhere'],
          provesTopics: [
            { address: '1.1', id: 'compost', title: 'Compost heap', status: 'done' },
            { address: '2.2', id: 'mulch', title: 'Mulch', status: 'todo' },
          ],
        },
        { address: 'P2', goal: null, criterion: null, stack: [], proves: [], provesTopics: [] },
      ],
    });
    const { projects } = home.json<{ projects: object[] }>(['projects', '-r', 'note.yaml', '--lang', 'ru']);
    expect(projects[0]).toMatchObject({ title: 'Помидоры', goal: 'урожай', criterion: 'десять килограммов' });
  });

  it('are ticked by their address, and counted', () => {
    const home = homeWith(canary);
    expect(home.run(['done', 'P2', ...inNote]).status).toBe(0);
    expect(home.run(['projects', '--plain', ...inNote])).toMatchObject({
      ...{ status: 0, err: '', out: 'P1\ttodo\t-\tjunior\tМагазин\nP2\tdone\t2026-11-20\tjunior\tПочта\n' },
    });
    expect(home.run(['projects', ...inNote]).out).toMatch(/✓ done 2026-11-20 · junior\n[\s\S]*\n projects 1\/2\n$/);
  });

  it.each<[string[], string[]]>([
    [['--level', 'junior'], ['P2']],
    [
      ['--level', 'junior,middle', '--status', 'todo'],
      ['P1', 'P2'],
    ],
    [['--status', 'done'], []],
  ])('%j', (args, addresses) => {
    const answer = greenhouseHome().run(['projects', '--plain', '-z', ...args, '-r', 'note.yaml']);
    expect(answer).toMatchObject({ status: 0, err: '' });
    expect(
      answer.out
        .split('\0')
        .slice(0, -1)
        .map((line) => line.split('\t')[0]),
    ).toEqual(addresses);
  });

  it('says so where there are none, or none fits, and writes nothing', () => {
    const home = homeWith(kafka);
    home.write('other.md', canary);
    const before = home.snapshot();
    expect(home.run(['projects', ...inNote]).out).toContain('this roadmap has no projects');
    expect(home.run(['projects', '--status', 'done', '-r', 'other.md']).out).toContain('no project fits');
    expect(home.run(['projects', '--plain', ...inNote])).toMatchObject({ status: 0, out: '', err: '' });
    expect(home.json(['projects', ...inNote])).toEqual({
      ...{ schemaVersion: 1, kind: 'projects', total: 0, done: 0, projects: [], hours: null, hoursLeft: null },
    });
    expect(home.snapshot()).toEqual(before);
  });
});

describe('gate', () => {
  it('leaves people with the exit status where they want it quiet', () => {
    const home = homeWith(kafka);
    expect(home.run(['gate', 'junior', '-q', ...inNote])).toMatchObject({ status: 1, out: '', err: '' });
    expect(home.run(['gate', 'junior', '--at', '50', '-q', ...inNote])).toMatchObject({ status: 0, out: '', err: '' });
    expect(home.run(['gate', 'junior', '-q', '--json', ...inNote]).out).toContain('"reached":false');
  });

  it('shows ten of what is missing, and all with --full', () => {
    const home = newHome();
    const counted = (words: string[]): number =>
      home.run(['gate', 'junior', ...words]).out.match(/^ {3}\d+\.\d/gm)?.length ?? 0;
    const all = home.run(['gate', 'junior', '--plain']).out.match(/^\d/gm)?.length;
    expect([counted([]), counted(['--full'])]).toEqual([10, all]);
    expect(home.run(['gate', 'junior']).out).toContain('   istio-roadmap gate junior --full\n');
    expect(home.run(['levels']).out).toContain('   istio-roadmap gate junior --full\n');
  });

  it('of a level that is not reached exits 1 and names what is missing, skipped topics left out', () => {
    const { status, out, err } = homeWith(kafka).run(['gate', 'middle', '--plain', ...inNote]);
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out.split('\n').map((line) => line.split('\t').slice(0, 2).join(' '))).toEqual([
      ...['1.3 todo', '2.1 todo', '2.1.1 todo', '2.1.2 todo', '2.2 doing', ''],
    ]);
  });

  it('of a level that is reached exits 0', () => {
    const home = homeWith(kafka);
    expect(home.run(['gate', 'junior', ...inNote]).status).toBe(1);
    expect(home.run(['done', '1.3', ...inNote]).status).toBe(0);
    expect(home.run(['gate', 'junior', '--plain', ...inNote])).toMatchObject({ status: 0, out: '', err: '' });
    expect(home.run(['gate', 'junior', ...inNote]).out).toMatch(/^ Junior\n reached · 3\/3 · 100%\n$/);
    expect(home.run(['gate', 'middle', ...inNote]).status).toBe(1);
  });

  it('says the same as JSON, which is whole whatever the answer', () => {
    const home = homeWith(kafka);
    const { status, out, err } = home.run(['gate', 'junior', '--json', ...inNote]);
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(JSON.parse(out)).toEqual({
      ...{ schemaVersion: 1, kind: 'gate', level: 'junior', reached: false, at: null },
      ...{ percent: 66, total: 3, done: 2 },
      missing: [{ address: '1.3', id: 'key', title: 'Ключ сообщения' }],
      missingProjects: [],
      missingLabs: [],
    });
  });

  it.each<[string[], number]>([
    [['junior', '--at', '66'], 0],
    [['junior', '--at', '67'], 1],
    [['junior', '--at', '66%'], 0],
    [['middle', '--at', '28'], 0],
    [['middle', '--at', '29'], 1],
    [['MIDDLE', '--at', '28'], 0],
    [['средний', '--at', '28'], 0],
  ])('%j exits %i', (args, status) => {
    expect(homeWith(kafka).run(['gate', ...args, ...inNote])).toMatchObject({ status, err: '' });
  });

  it('asks for one project of a level that has some, but not for a share', () => {
    const home = homeWith(canary);
    expect(home.run(['done', 'Прокси', ...inNote]).status).toBe(0);
    const { status, out } = home.run(['gate', 'junior', '--json', ...inNote]);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ...{ reached: false, percent: 100, missing: [] },
      missingProjects: [
        { address: 'P1', title: 'Магазин', level: 'junior' },
        { address: 'P2', title: 'Почта', level: 'junior' },
      ],
    });
    const russian = home.run(['gate', 'junior', ...inNote, '--lang', 'ru']).out;
    expect(russian).toContain('на уровне Junior не готов ни один проект');
    expect(home.run(['gate', 'junior', '--at', '100', ...inNote]).status).toBe(0);
    expect(home.run(['done', 'P2', ...inNote]).status).toBe(0);
    expect(home.run(['gate', 'junior', ...inNote]).status).toBe(0);
  });

  it('of an unknown level, or where topics have none, is wrong usage', () => {
    expectRefusal(homeWith(kafka).run(['gate', 'expert', ...inNote], { env: wide }), 2, /no level "expert"/);
    const home = homeWith('# Чай\n\n- [ ] Улун\n');
    const answer = home.run(['gate', 'junior', '--json', ...inNote], { env: wide });
    expectRefusal(answer, 2, /no level "junior"/);
    expect(answer.err).toContain('its topics have no levels');
  });

  it('writes nothing, and says that levels are inferred', () => {
    const home = homeWith('# Чай\n\n## Основы\n\n- [ ] Улун\n\n## Безопасность\n\n- [ ] Кипяток\n');
    const before = home.snapshot();
    expect(home.run(['gate', 'junior', ...inNote]).out).toContain('levels are inferred');
    expect(home.run(['gate', 'junior', '-z', '--plain', ...inNote]).out).toBe('1.1\ttodo\t-\tjunior\tУлун\0');
    expect(home.snapshot()).toEqual(before);
  });

  it('help says what a share counts', () => {
    const { out } = newHome().run(['help', 'gate']);
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /enough when this percent of those topics is done; no project is asked for/,
    );
  });
});
