// Topics that are the same work as topics of another roadmap: one tick, which stays where it was made (FORMATS Y7).
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectRefusal, type Home, newHome, wide } from '../support/program.ts';
import { witnessed } from '../support/witness.ts';

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

/** A roadmap of three topics, two of which are work that the bundled one has. */
const course = lines(
  ...[
    'id: course',
    'title: Course',
    'levels: [basic]',
    'sections:',
    '  - id: part',
    '    title: Part',
    '    level: basic',
    '    topics:',
  ],
  '      - {id: mesh, title: What a mesh is for, same: istio#service-mesh-problems}',
  '      - {id: ways, title: Two data planes, same: [Istio#data-plane-modes, istio#what-istio-is], needs: [mesh]}',
  '      - {id: own, title: Something else, needs: [mesh]}',
);

interface Topics {
  readonly topics: readonly {
    readonly id: string;
    readonly status: string;
    readonly completedOn: string | null;
    readonly from: string | null;
    readonly same: readonly string[];
  }[];
}

function newCourse(): Home {
  const home = newHome();
  home.write('course.yaml', course);
  return home;
}

const here = ['-r', 'course.yaml'];
const states = (home: Home): string[] =>
  home
    .json<Topics>(['list', ...here])
    .topics.map(({ id, status, completedOn, from }) =>
      [id, status, completedOn, from].map((one) => one ?? '-').join(' '),
    );
const open = ['mesh todo - -', 'ways todo - -', 'own todo - -'];

describe('a topic that is the same in another roadmap', () => {
  it('is done here as soon as it is done there, and open again with it', () => {
    const home = newCourse();
    expect(states(home)).toEqual(open);
    home.run(['done', 'service-mesh-problems', 'data-plane-modes', '--on', '2026-11-03']);
    expect(states(home)).toEqual([
      'mesh done 2026-11-03 istio#service-mesh-problems',
      'ways done 2026-11-03 Istio#data-plane-modes',
      'own todo - -',
    ]);
    home.run(['reopen', 'data-plane-modes']);
    expect(states(home)).toEqual(['mesh done 2026-11-03 istio#service-mesh-problems', ...open.slice(1)]);
    home.run(['undo']);
    expect(states(home)[1]).toBe('ways done 2026-11-03 Istio#data-plane-modes');
  });

  it('counts in status, levels and gate, and what needs it is next', () => {
    const home = newCourse();
    home.run(['done', 'service-mesh-problems']);
    expect(home.json<{ total: unknown }>(['status', ...here]).total).toMatchObject({ done: 1, total: 3, dated: 1 });
    expect(home.json<{ levels: unknown[] }>(['levels', ...here]).levels).toMatchObject([{ done: 1, total: 3 }]);
    expect(home.json<{ topics: unknown[] }>(['next', ...here]).topics).toMatchObject([
      { id: 'ways', reason: { code: 'unlocked', topics: ['mesh'] } },
      { id: 'own' },
    ]);
    home.run(['done', 'what-istio-is']);
    home.run(['done', 'own', ...here]);
    expect(home.run(['gate', 'basic', ...here])).toMatchObject({ status: 0 });
  });

  it('counts in the prompt, and among all roadmaps', () => {
    const home = newCourse();
    home.run(['roadmaps', 'add', 'course.yaml']);
    const prompt = (): string => home.run(['prompt', '-r', 'course', '--format', '{done}/{total}']).out.trim();
    expect(prompt()).toBe('0/3');
    home.run(['done', 'service-mesh-problems']);
    expect(prompt()).toBe('1/3');
    expect(home.run(['status', '--all', '--plain']).out).toMatch(/^course\t1\t3\t33\t2026-11-20\t/m);
    home.run(['undo']);
    expect(prompt()).toBe('0/3');
  });

  it('is named with the roadmap that has the tick', () => {
    const home = newCourse();
    home.run(['done', 'service-mesh-problems']);
    const seen = (...words: readonly string[]): string => home.run([...words, ...here], { env: wide }).out;
    expect(seen('list')).toContain('What a mesh is for (done in istio)');
    expect(seen('show', 'mesh')).toMatch(
      /done 2026-11-20 · done in istio .*\n(?:.*\n)*? *same as +istio#service-mesh-problems\n/,
    );
    expect(seen('show', 'own')).toContain('1.1 What a mesh is for · done in istio');
    expect(seen('log')).toMatch(/^ 1\.1 {2}✓ {2}What a mesh is for \(done in istio\)$/m);
    expect(seen('next')).toContain('1.1 What a mesh is for (done in istio)');
    expect(seen('list', '--lang', 'ru')).toContain('What a mesh is for (пройдено в istio)');
    expect(seen('list', '--plain').split('\n')[0]).toBe('1.1\tdone\t2026-11-20\tbasic\tWhat a mesh is for');
  });

  it('is done already where one ticks it here, and nothing is written', () => {
    const home = newCourse();
    home.run(['done', 'service-mesh-problems']);
    const before = home.snapshot();
    const { status, out } = home.run(['done', 'mesh', ...here], { env: wide });
    expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('What a mesh is for (done in istio)') });
    expect(home.snapshot()).toEqual(before);
  });

  it('has its tick only where that was made', () => {
    const home = newCourse();
    home.run(['done', 'service-mesh-problems']);
    home.run(['done', 'own', ...here]);
    const files = ['istio.md', ...filesOf(home).filter((name) => name !== 'istio.md')];
    expect(files).toHaveLength(2);
    expect(readFileSync(join(home.data, files[0] as string), 'utf8')).toMatch(/^- \[x\]/m);
    const own = readFileSync(join(home.data, files[1] as string), 'utf8');
    expect(own.match(/^- \[.\].*/gm)).toEqual(['- [x] 1.3 Something else 🆔 own ✅ 2026-11-20']);
  });

  it('keeps its own state where it has one', () => {
    const home = newCourse();
    home.run(['start', 'mesh', ...here]);
    home.run(['skip', 'ways', ...here]);
    home.run(['done', 'service-mesh-problems', 'data-plane-modes']);
    expect(states(home)).toEqual(['mesh doing - -', 'ways skipped - -', 'own todo - -']);
    home.run(['done', 'mesh', '--on', '2026-11-19', ...here]);
    expect(states(home)[0]).toBe('mesh done 2026-11-19 -');
    // Without the tick of its own it is what it is elsewhere.
    const answer = home.json<{ changed: unknown[] }>(['reopen', 'mesh', ...here]);
    expect(answer.changed).toMatchObject([{ id: 'mesh', from: 'done', to: 'done', completedOn: '2026-11-20' }]);
  });
});

const filesOf = (home: Home): string[] =>
  Object.keys(home.snapshot())
    .filter((name) => name.startsWith('home/.local/share/istio-roadmap/'))
    .map((name) => name.slice('home/.local/share/istio-roadmap/'.length));

describe('reopen of what is done elsewhere', () => {
  it('names the place and the line to type, and changes nothing', () => {
    const home = newCourse();
    home.run(['done', 'service-mesh-problems']);
    const before = home.snapshot();
    for (const words of [['mesh'], ['1.1', '--force'], ['1.1', '--dry-run']]) {
      const answer = home.run(['reopen', ...words, ...here], { env: wide });
      expectRefusal(answer, 2, /1\.1 What a mesh is for .* done as "service-mesh-problems" in istio/);
      expect(answer.err).toContain('istio-roadmap reopen service-mesh-problems -r istio');
    }
    expect(home.snapshot()).toEqual(before);
    home.run(['reopen', 'service-mesh-problems', '-r', 'istio']);
    expect(states(home)).toEqual(open);
  });

  it('passes it over in a group, and says so', () => {
    const home = newCourse();
    home.run(['done', 'service-mesh-problems']);
    home.run(['done', 'own', ...here]);
    const answer = home.run(['reopen', '1', ...here], { env: wide });
    expect(answer).toMatchObject({ status: 0 });
    expect(answer.err).toContain(
      '1.1 What a mesh is for has no tick here: it is done as "service-mesh-problems" in istio',
    );
    expect(states(home)).toEqual(['mesh done 2026-11-20 istio#service-mesh-problems', ...open.slice(1)]);
  });
});

describe('a roadmap that names another one', () => {
  it('is refused where it names a file, or no topic', () => {
    const home = newHome();
    for (const same of ['../notes.yaml#a', 'virtualservice', '[istio#a, 3]']) {
      home.write('course.yaml', lines('topics:', `  - {title: Mesh, same: ${same}}`));
      expectRefusal(home.run(['status', ...here], { env: wide }), 4, /course\.yaml/);
    }
  });

  it('counts all the same where what it names is not there or cannot be read', () => {
    const home = newHome();
    home.write(
      'course.yaml',
      lines('topics:', '  - {title: Mesh, same: [istio#gone, notes#a]}', '  - {title: Tea, status: done}'),
    );
    home.write('notes', '- [x] a 🆔 a');
    const answer = home.run(['status', ...here, '--plain']);
    expect(answer).toMatchObject({ status: 0, err: '' });
    expect(answer.out).toContain('total\t1\t2\t50\t');
    home.run(['done', 'virtualservice']);
    const file = join(home.data, 'istio.md');
    home.write('../home/.local/share/istio-roadmap/istio.md', Buffer.from([0, 1, 2, 255]));
    expect(existsSync(file)).toBe(true);
    expect(home.run(['status', ...here, '--plain'])).toMatchObject({ status: 0, err: '' });
    expect(home.run(['lint', 'course.yaml', '--plain']).out).toMatch(
      /same-nothing: "istio#gone" names a roadmap that cannot be read/,
    );
  });

  it('warns where a heading is named as the same, since it cannot be done', () => {
    const home = newHome();
    home.write(
      'course.yaml',
      lines('topics:', '  - title: Mesh', '    same: istio#virtualservice', '    topics: [One, Two]'),
    );
    expect(home.run(['lint', 'course.yaml', '--plain', '-q']).out).toMatch(
      /^course\.yaml:3:\d+: warning: same-nothing: /,
    );
  });

  it('opens each other roadmap once, without its long texts; others open nothing more', () => {
    const home = newHome();
    home.run(['done', 'mutual-tls']);
    home.run(['done', 'ingress-tls', '-r', 'ica']);
    const seen = witnessed(home, ['status', '-r', 'ica']);
    expect(seen.loaded).toContain('commands-counterparts');
    expect(seen.reads).toEqual({
      ...{ 'dist/roadmaps/outlines/ica.json': 1, 'dist/roadmaps/outlines/istio.json': 1 },
      ...{ 'data/ica.md': 1, 'data/istio.md': 1 },
    });
    const own = witnessed(home, ['status']);
    expect(own.loaded).not.toContain('commands-counterparts');
    expect(Object.keys(own.reads)).toEqual(['data/istio.md', 'dist/roadmaps/outlines/istio.json']);
    const { reads } = witnessed(home, ['done', 'sni-passthrough', '-r', 'ica']);
    expect(reads['dist/roadmaps/outlines/istio.json'], 'before, under the lock and after a tick').toBe(1);
  });
});

describe("roadmaps of one's own that have a name", () => {
  it('count for each other, notes and roadmaps in YAML, whatever the case of the name', () => {
    const home = newHome();
    home.write('notes.md', lines('# Mesh', '- [ ] Envoy 🆔 envoy', '- [x] Routes 🆔 routes ✅ 2026-11-02'));
    home.write(
      'course.yaml',
      lines('topics:', '  - {id: a, title: Proxy, same: MESH#envoy}', '  - {id: b, title: Routing, same: mesh#routes}'),
    );
    expect(home.run(['lint', 'course.yaml', '--plain', '-q']).out).toContain(
      '"MESH#envoy" names a roadmap that is not known',
    );
    home.run(['roadmaps', 'add', 'notes.md', '--name', 'mesh']);
    home.run(['roadmaps', 'add', 'course.yaml']);
    expect(home.run(['lint', 'course.yaml', '--plain', '-q']).out).toBe('');
    expect(states(home)).toEqual(['a todo - -', 'b done 2026-11-02 mesh#routes']);
    home.run(['done', 'envoy', '-r', 'mesh']);
    expect(states(home)).toEqual(['a done 2026-11-20 MESH#envoy', 'b done 2026-11-02 mesh#routes']);
    expectRefusal(home.run(['reopen', 'a', '-r', 'course'], { env: wide }), 2, /done as "envoy" in MESH/);
  });

  it('are not read by a name that only begins so, and name the note that is gone', () => {
    const home = newHome();
    home.write('notes.md', lines('- [x] Routes 🆔 routes'));
    home.write('course.yaml', lines('topics:', '  - {id: a, title: Proxy, same: [mes#routes, mesh#routes]}'));
    home.run(['roadmaps', 'add', 'notes.md', '--name', 'mesh']);
    expect(states(home)).toEqual(['a done - mesh#routes']);
    expect(home.run(['lint', 'course.yaml', '--plain', '-q']).out).toMatch(
      /^[^\n]+"mes#routes" names a roadmap that is not known\n$/,
    );
    rmSync(home.path('notes.md'));
    expect(states(home)).toEqual(['a todo - -']);
    expect(home.run(['lint', 'course.yaml', '--plain', '-q']).out).toContain(
      '"mesh#routes" names a roadmap that cannot be read',
    );
  });

  it('may name each other in a circle, which lint reports once in each', () => {
    const home = newHome();
    home.write('tea.yaml', lines('topics:', '  - {id: brew, title: Brew, same: course#a}'));
    home.write('course.yaml', lines('topics:', '  - {id: a, title: Proxy, same: tea#brew}'));
    for (const name of ['tea', 'course']) home.run(['roadmaps', 'add', `${name}.yaml`]);
    expect(states(home)).toEqual(['a todo - -']);
    home.run(['done', 'brew', '-r', 'tea']);
    expect(states(home)).toEqual(['a done 2026-11-20 tea#brew']);
    expect(home.run(['lint', 'course.yaml', '--plain', '-q']).out).toMatch(
      /^course\.yaml:2:\d+: warning: same-circle: [^\n]*: a → tea#brew → a\n$/,
    );
  });
});

describe('the exam', () => {
  it('counts the work that was done in the roadmap from junior to expert', () => {
    const home = newHome();
    const before = home.json<{ total: { done: number } }>(['status', '-r', 'ica']);
    expect(before.total.done).toBe(0);
    home.run(['done', '1-15']);
    const after = home.json<{ total: { done: number }; readiness: number }>(['status', '-r', 'ica']);
    expect(after.total.done).toBeGreaterThan(25);
    expect(after.readiness).toBeGreaterThan(30);
    expect(home.json<{ total: { done: number } }>(['status', '-r', 'ambient']).total.done).toBeGreaterThan(5);
  });
});
