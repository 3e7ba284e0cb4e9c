// Merge driver: real git with the built program behind it: a thousand pairs of histories, and every command of git that merges.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { frontMatterSpan } from '../../src/formats/frontmatter.ts';
import { emptyProgress, recordChanges } from '../../src/formats/progress/edit.ts';
import type { Roadmap, Topic } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { gitIdentity, hasGit, noGit } from '../support/git.ts';
import {
  changes,
  expectedState,
  judged,
  led,
  notes,
  type State,
  type Step,
  sortedLines,
  states,
  type TopicState,
  textOf,
} from '../support/histories.ts';
import { mergeInMemory } from '../support/merge.ts';
import { type Answer, type Home, newHome, project } from '../support/program.ts';
import { roadmap, section, topic } from '../support/roadmaps.ts';

const seed = Number(process.env.FAST_CHECK_SEED ?? 20261120);
const program = join(project, 'bin', 'istio-roadmap.cjs');
const driver = `"${process.execPath}" "${program}" merge-driver %O %A %B %P`;
const environment = { GIT_CONFIG_GLOBAL: '/dev/null', ...gitIdentity };

type Files = { readonly [name: string]: string };

/** A repository whose files are merged by the driver. */
class Repository {
  readonly home: Home = newHome();
  readonly folder = this.home.path('notes');

  constructor(config = '') {
    mkdirSync(this.folder);
    this.git(`git init -q -b main .
      git config merge.istio-roadmap.driver '${driver}'
      ${config}
      echo '*.md merge=istio-roadmap -text' > .gitattributes
      git add . && git commit -qm Begin`);
  }

  /** Lines of shell, of which the last one's status counts. */
  git(lines: string): Answer {
    return this.home.shell(lines, { cwd: 'work/notes', env: environment });
  }

  write(files: Files): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.folder, name), text);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  commit(files: Files, message: string): void {
    this.write(files);
    expect(this.git(`git add -A && git commit -qm ${message}`)).toMatchObject({ status: 0 });
  }

  /** `main` and `other` with their versions of the files, from one ancestor; main is checked out. */
  branch(base: Files, ours: Files, theirs: Files): void {
    this.commit({ 'unmerged.txt': 'begin', ...base }, 'Base');
    this.git('git branch other');
    this.commit({ 'ours.txt': 'x', ...ours }, 'Ours');
    this.git('git checkout -q other');
    this.commit({ 'theirs.txt': 'x', ...theirs }, 'Theirs');
    this.git('git checkout -q main');
  }
}

const lines = (...text: readonly string[]): string => text.map((line) => `${line}\n`).join('');
const base = lines('# Kafka', '', '- [ ] Topics', '- [x] Offsets ✅ 2026-11-01', '- [ ] Acks');
const ours = lines('# Kafka', '', '- [x] Topics ✅ 2026-11-18', '- [x] Offsets ✅ 2026-11-01', '- [ ] Acks');
const theirs = lines('# Kafka', '', '- [ ] Topics', '- [ ] Offsets', '- [x] Acks ✅ 2026-11-19');
const merged = lines('# Kafka', '', '- [x] Topics ✅ 2026-11-18', '- [ ] Offsets', '- [x] Acks ✅ 2026-11-19');

describe.skipIf(!hasGit)(`every way of git to merge${hasGit ? '' : `: ${noGit}`}`, () => {
  it.each([
    ['merge', 'git merge -q other'],
    ['rebase', 'git rebase -q other'],
    ['cherry-pick', 'git cherry-pick other'],
    ['stash pop', 'git checkout -q other && git show main:kafka.md > kafka.md && git stash -q'],
  ])('%s', (name, command) => {
    const repository = new Repository();
    if (name === 'stash pop') {
      repository.commit({ 'kafka.md': base }, 'Base');
      repository.write({ 'kafka.md': ours });
      repository.git('git stash -q');
      repository.commit({ 'kafka.md': theirs }, 'Theirs');
      expect(repository.git('git stash pop -q')).toMatchObject({ status: 0 });
    } else {
      repository.branch({ 'kafka.md': base }, { 'kafka.md': ours }, { 'kafka.md': theirs });
      const before = repository.home.snapshot();
      expect(repository.git(command)).toMatchObject({ status: 0 });
      const after = repository.home.snapshot();
      const outside = (all: Record<string, string>): string[] =>
        Object.keys(all).filter((one) => !one.startsWith('work'));
      expect(outside(after), 'no journal, no lock, no progress file').toEqual(outside(before));
    }
    expect(repository.read('kafka.md')).toBe(merged);
    expect(readdirSync(repository.folder).filter((one) => one.startsWith('.merge'))).toEqual([]);
  });

  it('revert opens again what the commit ticked, and nothing else', () => {
    const repository = new Repository();
    repository.commit({ 'kafka.md': base }, 'Base');
    repository.commit({ 'kafka.md': ours }, 'Tick');
    repository.commit({ 'kafka.md': ours.replace('- [ ] Acks', '- [x] Acks ✅ 2026-11-19') }, 'Next');
    expect(repository.git('git revert --no-edit HEAD~1')).toMatchObject({ status: 0 });
    expect(repository.read('kafka.md')).toBe(base.replace('- [ ] Acks', '- [x] Acks ✅ 2026-11-19'));
  });

  it('a name with spaces and quotes, and both branches merged into each other', () => {
    const name = "my kafka's $(notes) «ё».md";
    const repository = new Repository();
    repository.branch({ [name]: base }, { [name]: ours }, { [name]: theirs });
    // Criss-cross: each side merges the other as it was, then goes on; the ancestor is itself a merge.
    repository.git('git branch old && git merge -q other && git checkout -q other && git merge -q old');
    expect(repository.read(name)).toBe(merged);
    repository.commit({ [name]: merged.replace('- [ ] Offsets', '- [/] Offsets') }, 'Go');
    repository.git('git checkout -q main');
    repository.commit({ [name]: merged.replace('- [x] Topics ✅ 2026-11-18', '- [ ] Topics') }, 'Reopen');
    expect(repository.git('git merge -q other')).toMatchObject({ status: 0 });
    expect(repository.read(name)).toBe(
      merged.replace('- [x] Topics ✅ 2026-11-18', '- [ ] Topics').replace('- [ ] Offsets', '- [/] Offsets'),
    );
  });

  it('criss-cross with a conflict in the ancestor', () => {
    const repository = new Repository();
    const edited = (word: string, text: string) => text.replace('# Kafka', `# Kafka ${word}`);
    repository.branch({ 'a.md': base }, { 'a.md': edited('one', ours) }, { 'a.md': edited('two', theirs) });
    const settle = (text: string) => repository.write({ 'a.md': edited('both', text) });
    repository.git('git branch old\n! git merge -q other');
    settle(merged);
    repository.git('git commit -qam Merged\ngit checkout -q other\n! git merge -q old');
    settle(merged.replace('- [ ] Offsets', '- [-] Offsets ❌ 2026-11-20'));
    repository.git('git commit -qam Merged\ngit checkout -q main');
    expect(repository.git('git merge -q other')).toMatchObject({ status: 0 });
    expect(repository.read('a.md')).toBe(
      edited('both', merged.replace('- [ ] Offsets', '- [-] Offsets ❌ 2026-11-20')),
    );
  });

  it('a file that both sides made', () => {
    const repository = new Repository();
    const head = ['---', 'roadmap: istio', '---', '', '# Istio', ''];
    const made = (...ticks: string[]) => lines(...head, '## 1 Basics', '', ...ticks);
    repository.branch(
      {},
      { 'p.md': made('- [x] 1.1 A 🆔 a ✅ 2026-11-18') },
      { 'p.md': made('- [x] 1.2 B 🆔 b ✅ 2026-11-19') },
    );
    expect(repository.git('git merge -q other')).toMatchObject({ status: 0 });
    expect(repository.read('p.md')).toBe(made('- [x] 1.1 A 🆔 a ✅ 2026-11-18', '- [x] 1.2 B 🆔 b ✅ 2026-11-19'));
  });

  it.each([
    ['', []],
    ['git config merge.conflictStyle diff3', ['||||||| base:kafka.md', '# Kafka']],
  ])('a real conflict is left to a person, in git’s markers (%s)', (config, middle) => {
    const repository = new Repository(config);
    const edited = (word: string, text: string) => text.replace('# Kafka', `# Kafka ${word}`);
    repository.branch({ 'kafka.md': base }, { 'kafka.md': edited('one', ours) }, { 'kafka.md': edited('two', theirs) });
    const { status, out } = repository.git('git merge other');
    expect(status).toBe(1);
    expect(out).toContain('CONFLICT (content): Merge conflict in kafka.md');
    expect(repository.read('kafka.md')).toBe(
      merged.replace(
        '# Kafka\n',
        lines('<<<<<<< ours:kafka.md', '# Kafka one', ...middle, '=======', '# Kafka two', '>>>>>>> theirs:kafka.md'),
      ),
    );
  });

  it('without the driver it is a conflict, and nothing is lost', () => {
    const repository = new Repository('git config --unset merge.istio-roadmap.driver');
    repository.branch({ 'kafka.md': base }, { 'kafka.md': ours }, { 'kafka.md': theirs });
    expect(repository.git('git merge other').status).toBe(1);
    for (const line of merged.split('\n')) expect(repository.read('kafka.md')).toContain(line);
  });

  it('a binary file is git’s: a conflict with our side', () => {
    const repository = new Repository();
    const bytes = (end: string) => `\0\u0001\0\u0002${end}`;
    repository.branch({ 'a.md': bytes('') }, { 'a.md': bytes('1') }, { 'a.md': bytes('2') });
    expect(repository.git('git merge other').status).toBe(1);
    expect(repository.read('a.md')).toBe(bytes('1'));
  });
});

describe('what git is answered', () => {
  it.each([
    ['no words', []],
    ['too few', ['O', 'A']],
    ['too many', ['O', 'A', 'B', 'P', 'Q']],
    ['an option that is none', ['--bogus', 'O', 'A', 'B']],
    ['an option that is none, before the command', ['O', 'A', 'B'], ['--bogus']],
    ['files that are not there', ['no', 'no', 'no', 'a.md']],
  ])('129 for %s: to git it is no conflict', (_, words, before: readonly string[] = []) => {
    const home = newHome();
    const answer = home.run([...before, 'merge-driver', ...words], { env: { COLUMNS: '1000' } });
    expect(answer).toMatchObject({ status: 129, out: '' });
    expect(answer.err).toMatch(/^istio-roadmap: \S.*\n {2}\S.*\n$/);
  });

  it('129 where git is missing and there is something for it to do, and our side is what it was', () => {
    const home = newHome();
    const [O, A, B] = [home.write('O', base), home.write('A', `${ours}ours\n`), home.write('B', `${theirs}theirs\n`)];
    const answer = home.run(['merge-driver', O, A, B, 'kafka.md'], { env: { PATH: '/nowhere', COLUMNS: '1000' } });
    expect(answer).toMatchObject({ status: 129, out: '' });
    expect(answer.err).toBe(
      'istio-roadmap: kafka.md was not merged: git was not found\n  put `git` on PATH, and merge again\n',
    );
    expect(home.read('A')).toBe(`${ours}ours\n`);
    const russian = home.run(['merge-driver', O, A, B], {
      env: { PATH: '/nowhere', COLUMNS: '1000', LANG: 'ru_RU.UTF-8' },
    });
    expect(russian.err).toContain('git не найден');
  });

  it('0 without git where only ticks differ', () => {
    const home = newHome();
    home.write('O', base);
    home.write('A', ours, 0o600);
    home.write('B', theirs);
    expect(home.run(['merge-driver', 'O', 'A', 'B'], { env: { PATH: '/nowhere' } })).toEqual({
      ...{ status: 0, signal: null, out: '', err: '' },
    });
    expect(home.read('A')).toBe(merged);
    expect(readdirSync(home.work).sort()).toEqual(['A', 'B', 'O']);
  });
});

describe.skipIf(!hasGit)(`a thousand pairs of histories${hasGit ? '' : `: ${noGit}`}`, () => {
  const pairs = 1000;
  // A thousand starts of Node: half a minute on two idle cores, many where they are not.
  const patience = 1_200_000;

  const gardens: fc.Arbitrary<Roadmap> = fc
    .array(fc.array(fc.constantFrom('Полив', 'Посев', 'Mulch', 'Shade'), { minLength: 1, maxLength: 5 }), {
      ...{ minLength: 1, maxLength: 5 },
    })
    .map((sections) =>
      roadmap(
        'Сад',
        sections.map((titles, index) =>
          section(
            `${index + 1}`,
            `Bed ${Math.ceil((index + 1) / 2)}`,
            titles.map((title, at) => topic(`${index + 1}.${at + 1}`, title, { id: `t-${index}-${at}` })),
          ),
        ),
      ),
    );

  /** The state of each topic by its line, read without the program; a topic without a line is open. */
  const statesIn = (whole: Roadmap, text: string): ReadonlyMap<string, { state: State; day: string | null }> => {
    const found = new Map<string, { state: State; day: string | null }>();
    for (const { id } of topicsOf(whole.children)) {
      const line = text.split('\n').find((one) => ` ${one} `.includes(` 🆔 ${id} `)) ?? '';
      const state = ({ x: 'done', '/': 'doing', '-': 'skipped' } as const)[line.charAt(3) as 'x' | '/' | '-'] ?? 'todo';
      found.set(id, { state, day: /[✅❌] (\S+)$/u.exec(line)?.[1] ?? null });
    }
    return found;
  };
  /** What is written into a progress file by the program itself. */
  function recorded(whole: Roadmap, text: string, history: readonly Step[]): string {
    const topics = [...topicsOf(whole.children)];
    return history.reduce((now, { at, to, day }) => {
      const basis = now === '' ? emptyProgress(whole, 'garden.yaml') : now;
      const start = frontMatterSpan(basis)?.body.start ?? 0;
      const change = {
        topic: topics[at % topics.length] as Topic,
        to,
        day: to === 'doing' || to === 'todo' ? null : (day as CalendarDate),
      };
      return recordChanges(basis, start, whole, [change]);
    }, text);
  }

  const mergedBy = ({ folder }: Repository, branch: string): Promise<number | null> =>
    new Promise((resolve, reject) => {
      const child = spawn('git', ['merge', '-q', '-m', 'Merged', branch], {
        ...{ cwd: folder, stdio: 'ignore', timeout: patience },
        env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', ...environment },
      });
      child.on('error', reject);
      child.on('close', resolve);
    });

  it(
    'through one git merge in each direction: no tick, reopen or line lost, none twice, no conflict over ticks',
    async () => {
      const cases = fc.sample(
        fc.oneof(
          {
            weight: 3,
            arbitrary: fc.record({ kind: fc.constant('states' as const), note: notes, one: states, two: states }),
          },
          {
            weight: 4,
            arbitrary: fc.record({ kind: fc.constant('changes' as const), note: notes, one: changes, two: changes }),
          },
          {
            weight: 3,
            arbitrary: fc.record({
              ...{ kind: fc.constant('progress' as const), garden: gardens, before: fc.oneof(states, fc.constant([])) },
              ...{ one: states, two: states },
            }),
          },
        ),
        { numRuns: pairs, seed },
      );
      const all = cases.map((one, index) => {
        const name = `${String(index).padStart(4, '0')}.md`;
        if (one.kind === 'progress') {
          const text = one.before.length === 0 ? '' : recorded(one.garden, '', one.before);
          const texts = {
            base: text,
            ours: recorded(one.garden, text, one.one),
            theirs: recorded(one.garden, text, one.two),
          };
          return { name, texts, entries: null, garden: one.garden, kind: one.kind };
        }
        const entries = { base: one.note, ours: led(one.note, one.one, 'A'), theirs: led(one.note, one.two, 'B') };
        const texts = { base: textOf(entries.base), ours: textOf(entries.ours), theirs: textOf(entries.theirs) };
        return { name, texts, entries, garden: null, kind: one.kind };
      });
      // Both at once, and each the other way round: for the other order of each pair the driver runs in this process.
      const halves = [all.filter((_, index) => index % 2 === 0), all.filter((_, index) => index % 2 === 1)];
      const repositories = halves.map((half, index) => {
        const files = (version: 'base' | 'ours' | 'theirs'): Files =>
          Object.fromEntries(
            half.flatMap(({ name, texts }) => (texts[version] === '' ? [] : [[name, texts[version]]])),
          );
        const repository = new Repository();
        repository.branch(files('base'), files('ours'), files('theirs'));
        if (index === 1) repository.git('git checkout -q other');
        return repository;
      }) as [Repository, Repository];
      const statuses = await Promise.all([mergedBy(repositories[0], 'other'), mergedBy(repositories[1], 'main')]);
      expect(statuses, 'some of them are real conflicts').toEqual([1, 1]);
      const conflicts = new Set(
        repositories.flatMap((one) => one.git('git diff --name-only --diff-filter=U').out.split('\n').filter(Boolean)),
      );

      const figures = { pairs, ticks: 0, reopens: 0, conflicts: 0, overTicks: 0, unlike: 0, faults: 0 };
      const faults: string[] = [];
      all.forEach(({ name, texts, entries, garden, kind }, index) => {
        const text = (repositories[index % 2] as Repository).read(name);
        const isConflict = conflicts.has(name);
        if (isConflict) figures.conflicts++;
        if (isConflict && kind !== 'changes') figures.overTicks++;
        const back = mergeInMemory(
          index % 2 === 1 ? texts : { base: texts.base, ours: texts.theirs, theirs: texts.ours },
        );
        if (sortedLines(text).join('\n') !== sortedLines(back.text).join('\n') || (back.status === 1) !== isConflict) {
          figures.unlike++;
          faults.push(`${name}: another result in the other order`);
        }
        if (entries !== null) {
          const verdict = judged(entries, text, isConflict);
          figures.ticks += verdict.ticks;
          figures.reopens += verdict.reopens;
          faults.push(...verdict.faults.map((fault) => `${name}: ${fault}\n${text}`));
        } else if (garden !== null) {
          const [b, o, t, m] = [texts.base, texts.ours, texts.theirs, text].map((one) => statesIn(garden, one));
          for (const [id, is] of m ?? []) {
            const [was, our, their] = [b?.get(id), o?.get(id), t?.get(id)] as [TopicState, TopicState, TopicState];
            const wanted = expectedState(was, our, their);
            if (is.state !== wanted.state || is.day !== wanted.day)
              faults.push(`${name}: ${id} is ${is.state} ${is.day} and not ${wanted.state} ${wanted.day}\n${text}`);
            if (is.state === 'done' && was.state !== 'done') figures.ticks++;
            if (was.state === 'done' && is.state !== 'done') figures.reopens++;
          }
          const once = text.split('\n').flatMap((line) => /🆔 \S+|^#.*/u.exec(line)?.[0] ?? []);
          if (new Set(once).size < once.length) faults.push(`${name}: something is there twice\n${text}`);
        }
      });
      figures.faults = faults.length;
      console.log('merge driver:', JSON.stringify(figures));
      expect(faults.slice(0, 3)).toEqual([]);
      expect(figures).toMatchObject({ overTicks: 0, unlike: 0 });
      expect(figures.ticks).toBeGreaterThan(pairs);
      expect(figures.reopens).toBeGreaterThan(pairs / 10);
    },
    patience + 60_000,
  );
});
