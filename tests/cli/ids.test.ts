// Ids in a progress file: those that a roadmap in YAML gives may end in punctuation, and are followed like others.
import { describe, expect, it } from 'vitest';
import { newHome } from '../support/program.ts';

const ids = ['what', 'what?', 'a.', 'a..', 'v1.', 'c++', '?', '...', 'x:', 'no!', 'тема,', 'end;'];

describe('an id that ends in punctuation', () => {
  it('is followed when its topic gets another title and place, and its tick is taken back', () => {
    const home = newHome();
    const plan = (title: (id: string) => string, order: readonly string[]): string =>
      `title: P\nsections:\n  - title: S\n    topics:\n${order
        .map((id) => `      - {id: ${JSON.stringify(id)}, title: ${JSON.stringify(title(id))}}\n`)
        .join('')}`;
    home.write(
      'p.yaml',
      plan((id) => `Old ${ids.indexOf(id)} name`, ids),
    );
    expect(home.run(['done', '1', '-r', 'p.yaml']).status).toBe(0);
    const done = (): string[] =>
      home
        .json<{ topics: { id: string }[] }>(['list', '--status', 'done', '-r', 'p.yaml'])
        .topics.map(({ id }) => id)
        .sort();
    const all = [...ids].sort();
    expect(done()).toEqual(all);
    expect(home.run(['lint', '-r', 'p.yaml', '--plain']).out).not.toMatch(/orphan-tick|bad-id/);

    home.write(
      'p.yaml',
      plan((id) => `Quite another ${String.fromCharCode(65 + ids.indexOf(id))}`, [...ids].reverse()),
    );
    expect(done()).toEqual(all);
    expect(home.run(['lint', '-r', 'p.yaml', '--plain']).out).not.toMatch(/orphan-tick|bad-id/);
    expect(home.run(['reconcile', '--apply', '-r', 'p.yaml']).status).toBe(0);
    expect(home.json(['reconcile', '-r', 'p.yaml'])).toMatchObject({ links: [], orphans: [], inPlace: ids.length });
    const text = home.readProgress();
    for (const id of ids)
      expect(text).toContain(`Quite another ${String.fromCharCode(65 + ids.indexOf(id))} 🆔 ${id} ✅`);
    expect(done()).toEqual(all);
    expect(home.run(['reopen', '1', '--force', '-r', 'p.yaml']).status).toBe(0);
    expect(done()).toEqual([]);
    expect(home.readProgress()).not.toContain('🆔');
  });

  it('is not one where people wrote it behind an id', () => {
    const home = newHome();
    home.write(
      'p.yaml',
      'title: P\nsections:\n  - title: S\n    topics: [{id: one, title: One}, {id: two, title: Two}]\n',
    );
    expect(home.run(['done', '1.1', '-r', 'p.yaml']).status).toBe(0);
    const file = home.progressFile();
    const text = home.readProgress().replace('🆔 one', '🆔 one, see notes');
    home.write('kept.md', text);
    home.shell(`cp kept.md '${file}'`);
    home.write(
      'p.yaml',
      'title: P\nsections:\n  - title: S\n    topics: [{id: two, title: Two}, {id: one, title: First}]\n',
    );
    expect(home.json(['list', '--status', 'done', '-r', 'p.yaml'])).toMatchObject({ topics: [{ id: 'one' }] });
    home.run(['reconcile', '--apply', '-r', 'p.yaml']);
    expect(home.readProgress()).toContain('First 🆔 one, see notes ✅ 2026-11-20');
  });
});
