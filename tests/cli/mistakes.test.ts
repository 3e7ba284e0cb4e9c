// Mistakes: what a wrong command line is answered with, in both languages, and that the line it is answered with can be typed.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { type Answer, type Home, newHome, wide } from '../support/program.ts';

const kafka = `# Kafka

## 1. Basics
- [x] 1.1 Topics and partitions ✅ 2026-11-01
- [ ] 1.2 Consumer groups 🆔 groups
- [ ] 1.3 Offsets

## 2. Delivery
- [ ] 2.1 HTTP/1.1 keep-alive
- [ ] 2.2 Idempotent producer
- [ ] 2.3 Consumer lag

## 4. Operations
- [ ] 4.1 Brokers
- [ ] 4.2 Quotas 🆔 2
- [ ] 4.3 Tiered storage 🆔 same
- [ ] 4.4 Mirror maker 🆔 same
- [ ] 4.10 Upgrades

| Level | Name | Description | Technologies | Success criterion | Links |
|---|---|---|---|---|---|
${Array.from({ length: 9 }, (_, index) => `| Middle | Shop ${index + 1} | | Kafka | it runs | |`).join('\n')}
`;

interface Mistake {
  readonly args: readonly string[];
  readonly env?: { readonly [name: string]: string };
  readonly input?: string;
  /** Exit status; 2 by default. */
  readonly status?: number;
}

const line = (text: string, status = 2): Mistake => ({ args: text.split(' '), status });
const words = (...args: readonly string[]): Mistake => ({ args });
const withEnv = (text: string, env: Mistake['env'], status = 2): Mistake => ({ ...line(text, status), env: env ?? {} });

const groups: { readonly [name: string]: readonly Mistake[] } = {
  commands: [
    line('stat'),
    line('stats -r kafka.md'),
    line('stast'),
    line('sta'),
    line('star 1.2 -r kafka.md'),
    line('dnoe 1.2 -r kafka.md'),
    line('ls'),
    line('tick 1.2 -r kafka.md'),
    line('tick -r kafka.md'),
    line('finish 1.2 -r kafka.md'),
    line('complete 1.2 -r kafka.md'),
    line('untick 1.1 -r kafka.md'),
    line('todo'),
    line('todo 1'),
    line('search consumer lag -r kafka.md'),
    line('search'),
    line('version'),
    line('view 1.2 -r kafka.md'),
    line('browse 1.2 -r kafka.md'),
    line('fix'),
    line('new notes.md'),
    line('gat'),
    line('help tick'),
    line('help lst'),
    line('help frobnicate'),
    line('frobnicate'),
    words('Consumer groups', '-r', 'kafka.md'),
  ],
  'in-place-of-a-command': [
    line('1.2 -r kafka.md'),
    line('-r kafka.md 1.2'),
    line('1.1 1.2 -r kafka.md'),
    line('1.1,1.2 -r kafka.md'),
    line('1-2 -r kafka.md'),
    line('P1 -r kafka.md'),
    line('4.2 done -r kafka.md'),
    line('4.2 show -r kafka.md'),
    line('kafka.md'),
    line('kafka.md done 1.2'),
    line('my-notes/kafka.md'),
  ],
  selectors: [
    line('done 1.1,1.2 -r kafka.md', 3),
    words('done', '1.2 Consumer groups', '-r', 'kafka.md'),
    words('show', '1.2  Consumer groups', '-r', 'kafka.md'),
    line('next 9 -r kafka.md', 3),
    line('done P10 -r kafka.md', 3),
    line('done 4.5 -r kafka.md', 3),
    line('done 7.1 -r kafka.md', 3),
    line('done 4.1.1 -r kafka.md', 3),
    line('done Ofsets -r kafka.md', 3),
    line('done xyzzy -r kafka.md', 3),
    line('done same -r kafka.md', 3),
    line('done 2 -r kafka.md', 3),
    line('done consumer -r kafka.md', 3),
    line('done 1. -r kafka.md --only'),
    line('done 1.1-1.3 -r kafka.md --only'),
    line('done -r kafka.md'),
    line('done'),
    line('show 1.1 1.2 -r kafka.md'),
    line('undo 1.1 -r kafka.md'),
    { ...line('done - -r kafka.md', 3), input: '1.1,1.2\n' },
  ].map((one) => (one.args.some((word) => word.startsWith('1.2 ')) ? { ...one, status: 3 } : one)),
  files: [
    ...['status', 'list', 'show', 'next', 'log', 'levels', 'projects', 'reconcile', 'export', 'undo', 'redo'].map(
      (one) => line(`${one} kafka.md`),
    ),
    line('gate kafka.md'),
    line('gate kafka.md middle'),
    line('done kafka.md'),
    line('done kafka.md 1.2 --on yesterday'),
    line('start ./kafka.md 1.2 -r istio'),
    line('skip kafka.md --roadmap=istio 1.2'),
    line('reopen kafka.md'),
    line('list kafka.md --status todo'),
    { ...line('done - -r istio'), input: 'kafka.md\n' },
  ],
  roadmaps: [
    line('status -r kafak'),
    line('status -r kafka'),
    line('status -r kafak.md', 5),
    line('status --roadmap=isto'),
    line('status -r linkerd'),
    line('status -r .', 5),
    line('status -r my-notes', 5),
    line('status -r ~/plan.md', 5),
    line('done 1.1 -r ~/plan.md', 5),
    line('status -r gone.md', 5),
    line('init new.yaml --from isto'),
    withEnv('status', { ISTIO_ROADMAP: 'kafak' }),
    withEnv('status', { ISTIO_ROADMAP: 'gone.md' }, 5),
    withEnv('status', { ISTIO_ROADMAP: '~/plan.md' }, 5),
    withEnv('done 1.1', { ISTIO_ROADMAP: 'list.yaml' }, 4),
    withEnv('lint', { ISTIO_ROADMAP: 'gone.md' }, 5),
    withEnv('done', { ISTIO_ROADMAP: 'kafka.md' }),
  ],
  options: [
    line('done 1.2 --date 2026-11-19 -r kafka.md'),
    line('done 1.2 --date=2026-11-19 -r kafka.md'),
    line('list --date yesterday'),
    line('done 1.2 --date'),
    line('list --jsn'),
    line('list --limit 3'),
    line('next --limit 3'),
    line('status --no-color'),
    line('reopen 1.1 --yes -r kafka.md'),
    line('status -x'),
    line('status --file kafka.md'),
    line('-v'),
    line('list --json --plain'),
    line('list -r'),
    line('status --lang de'),
    line('status --width wide'),
    line('gate middle --at half'),
    line('gate'),
    line('levels middle'),
    line('gate junior middle'),
    line('list --status finished'),
    line('list --level guru -r kafka.md'),
    line('status --encoding klingon -r kafka.md'),
    line('status --explain'),
    line('done 1.2 --progress inline'),
    line('done 1.2 --progress ticks.txt'),
    line('init notes.json'),
    line('init notes.md --from istio'),
    line('init notes.yaml --from kafka.md'),
  ],
  days: [
    line('done 1.2 --on someday -r kafka.md'),
    line('done 1.2 --on 2026-11-21 -r kafka.md'),
    withEnv('done 1.2 --on 2026-11-19 -r kafka.md', { ISTIO_ROADMAP_TODAY: '2026-11-18' }),
    withEnv('status', { ISTIO_ROADMAP_TODAY: 'yesterday' }),
  ],
};

function homeWithNotes(): Home {
  const home = newHome();
  home.write('kafka.md', kafka);
  home.write('my-notes/kafka.md', kafka);
  home.write('list.yaml', 'purchases:\n  - {product: milk, price: 80}\n  - {product: bread, price: 50}\n');
  return home;
}

const shownAs = ({ args, env = {} }: Mistake): string =>
  [...Object.entries(env).map(([name, value]) => `${name}=${value}`), 'istio-roadmap', ...args].join(' ');

const asLine = ({ args, env, input = '' }: Mistake, more: Mistake['env'] = {}) => ({
  ...{ args, input, env: { ...wide, ...more, ...env } },
});

/** The lines that a hint gives to type; of `a > b`, what comes before. */
const linesIn = (err: string): string[] =>
  [...err.matchAll(/`(istio-roadmap [^`]*)`/g)].map((match) => (match[1] as string).replace(/ > .*$/, ''));

/** The words of each line, as bash would hand them over. */
function wordsOf(commands: readonly string[]): string[][] {
  const script = `istio-roadmap() { printf '%s\\0' "$@"; printf '\\1\\0'; }\n${commands.join('\n')}`;
  const { stdout } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
  return stdout
    .split('\u0001\0')
    .slice(0, -1)
    .map((words) => words.split('\0').slice(0, -1));
}

describe.each(Object.entries(groups))('wrong %s', (name, mistakes) => {
  it.each(['en', 'ru'] as const)('are answered in %s as it was approved', (language) => {
    const home = homeWithNotes();
    const before = home.snapshot();
    const answers = home.runAll(mistakes.map((mistake) => asLine(mistake, { ISTIO_ROADMAP_LANG: language })));
    expect(home.snapshot()).toEqual(before);
    const drawn = mistakes.map((mistake, index) => {
      const shown = shownAs(mistake);
      const { status, out, err } = answers[index] as Answer;
      expect({ shown, status, out }).toEqual({ shown, status: mistake.status ?? 2, out: '' });
      return `$ ${shown}\n${err.replaceAll(home.work, '/notes').replaceAll(home.home, '/home/me')}`;
    });
    expectGolden(`mistakes-${name}-${language}.txt`, drawn.join('\n'));
  });

  it('are answered with lines that can be typed', () => {
    const home = homeWithNotes();
    const typed = home
      .runAll(mistakes.map((mistake) => asLine(mistake)))
      .flatMap(({ err }, index) => linesIn(err).map((command) => ({ command, mistake: mistakes[index] as Mistake })));
    const words = wordsOf(typed.map(({ command }) => command));
    expect(words).toHaveLength(typed.length);
    const answers = home.runAll(
      typed.map(({ mistake }, index) => asLine({ ...mistake, args: words[index] as string[], input: '' })),
    );
    typed.forEach(({ command }, index) => {
      const { status, err } = answers[index] as Answer;
      expect([2, 70].includes(status as number), `${command}: ${err}`).toBe(false);
    });
  });
});

const writes = /^istio-roadmap (?:done|start|skip|reopen|edit|undo|redo|init)\b/;

describe('a word that was typed to look', () => {
  it('is never answered with a command that writes', () => {
    const typed = 'stat stats stast sta ls view open read get todo finished lis shwo histroy serach lvl'.split(' ');
    const answers = newHome().runAll(typed.map((word) => ({ args: [word], env: wide })));
    for (const { err } of answers) for (const command of linesIn(err)) expect(command).not.toMatch(writes);
  });
});

describe('what is taken as it is meant', () => {
  it('a comma behind an address', () => {
    const home = homeWithNotes();
    expect(home.run(['done', '1.1,', '1.2', '-r', 'kafka.md', '-q'])).toMatchObject({ status: 0, err: '' });
    expect(home.read('kafka.md')).toBe(
      kafka.replace('- [ ] 1.2 Consumer groups 🆔 groups', '- [x] 1.2 Consumer groups 🆔 groups ✅ 2026-11-20'),
    );
    expect(home.json(['list', '4,', '-r', 'kafka.md', '--json'])).toMatchObject({
      topics: ['4.1', '4.2', '4.3', '4.4', '4.10'].map((address) => ({ address })),
    });
  });

  it('a bundled name in other letters, with the ticks of the one roadmap', () => {
    const home = newHome();
    expect(home.run(['done', '1.1', '-r', 'Istio'])).toMatchObject({ status: 0 });
    expect(home.json(['status', '--json'])).toMatchObject({ total: { done: 1 } });
    expect(home.json(['status', '--json', '-r', 'ISTIO'])).toMatchObject({ total: { done: 1 } });
  });

  it('a number for next is an address, and the other meaning is named', () => {
    const home = homeWithNotes();
    const { status, out, err } = home.run(['next', '1', '-r', 'kafka.md'], { env: wide });
    expect(status).toBe(0);
    expect(out).toContain('1.2');
    expect(err).toContain('`istio-roadmap next -n 1 -r kafka.md`');
    expect(home.run(['next', '1', '-r', 'kafka.md', '--plain']).err).toBe('');
  });
});
