// Pace: how fast one studies and until when, as the shell sees it.
import { describe, expect, it } from 'vitest';
import { expectRefusal, type Home, newHome, wide } from '../support/program.ts';

const inNote = ['-r', 'note.md'];

/** Two weeks of four topics, an idle one, four more weeks, up to Sunday 15 November 2026; 40 are open. */
const days = ['09-28', '10-05', '10-19', '10-26', '11-02', '11-09'];
const ticked = days.flatMap((day, week) =>
  [1, 2, 3, 4].map((at) => `- [x] 1.${week * 4 + at} Done ${week} ${at} ✅ 2026-${day}`),
);
const open = Array.from({ length: 40 }, (_, at) => `- [ ] 2.${at + 1} Open ${at + 1}`);
const note = ['# Сад', '', '## 1. Начало', '', ...ticked, '', '## 2. Дальше', '', ...open, ''].join('\n');

function homeWith(text: string): Home {
  const home = newHome();
  home.write('note.md', text);
  return home;
}

interface PaceDocument {
  readonly topicsPerWeek: number | null;
  readonly missingWeeks: number;
  readonly weeks: readonly { readonly topics: number }[];
  readonly targets: readonly { readonly left: number; readonly finish: unknown; readonly planned: string | null }[];
  readonly by: { readonly day: string; readonly goal: boolean; readonly neededPerWeek: number | null } | null;
  readonly [field: string]: unknown;
}

describe('pace', () => {
  it('gives a range, the same each time, and writes nothing', () => {
    const home = homeWith(note);
    const document = home.json<PaceDocument>(['pace', ...inNote]);
    expect(document.weeks.map(({ topics }) => topics)).toEqual([4, 4, 0, 4, 4, 4, 4]);
    expect(document).toMatchObject({ missingWeeks: 0, topicsPerWeek: 3.43, by: null, pace: null });
    expect(document.targets.at(-1)).toMatchObject({ left: 40, planned: null });
    expect(document.method).toMatchObject({ name: 'week-bootstrap', runs: 250 });
    expect(home.json<PaceDocument>(['pace', ...inNote])).toEqual(document);
    expect(home.run(['pace', ...inNote]).out).toMatch(
      / all of it {2}between \d+ January and \d+ \w+ 2027 · 40 topics left\n/,
    );
    expect(home.read('note.md')).toBe(note);
  });

  it('asks about a part at the pace of the whole, and as if topics were skipped', () => {
    const home = homeWith(note);
    const left = (...words: string[]) => home.json<PaceDocument>(['pace', ...words, ...inNote]).targets.at(-1)?.left;
    expect(left('2.1-2.9')).toBe(9);
    expect(left('--skip', '2.1-2.9')).toBe(31);
    expect(left('2.1-2.9', '--skip', '2.1,2.2')).toBe(7);
    expectRefusal(home.run(['pace', '--skip', 'nowhere', ...inNote], { env: wide }), 3, /nowhere/);
  });

  it('says what a day and another pace make of it', () => {
    const home = homeWith(note);
    const { by } = home.json<PaceDocument>(['pace', '--by', '+10w', ...inNote]);
    expect(by).toMatchObject({ day: '2027-01-29', goal: false, neededPerWeek: 4 });
    expect(home.run(['pace', '--by', '+10w', ...inNote]).out).toContain('4 topics a week needed, you do 3.4');
    const { targets } = home.json<PaceDocument>(['pace', '--pace', '10/w', ...inNote]);
    expect(targets.at(-1)?.planned).toBe('2026-12-18');
    expect(home.run(['pace', '--pace', '6h/w', ...inNote]).out).toContain('no open topic has hours');
    expectRefusal(home.run(['pace', '--by', '2026-01-01', ...inNote], { env: wide }), 2, /2026-01-01/);
    expectRefusal(home.run(['pace', '--pace', 'soon', ...inNote], { env: wide }), 2, /soon/);
  });

  it('keeps a goal under the name of a roadmap, and takes it out again', () => {
    const home = homeWith(note);
    expectRefusal(home.run(['pace', '--goal', '+10w', ...inNote], { env: wide }), 2, /has none/);
    home.run(['roadmaps', 'add', 'note.md', '--name', 'garden']);
    const ask = (...words: string[]) => home.json<PaceDocument>(['pace', ...words, '-r', 'garden']);
    expect(ask('--goal', '2027-02-01').by).toMatchObject({ day: '2027-02-01', goal: true });
    expect(ask().by).toMatchObject({ day: '2027-02-01', goal: true });
    expect(home.run(['config', 'get', 'roadmaps.garden.goal']).out).toBe('2027-02-01\n');
    expect(home.run(['plan', '-r', 'garden']).out).toContain('by 1 Feb 2027');
    expect(ask('--by', '+1w').by).toMatchObject({ goal: false });
    expect(ask('--goal', 'none').by).toBeNull();
    expect(ask().by).toBeNull();
    expectRefusal(home.run(['pace', '--goal', '+1w', '--by', '+2w', '-r', 'garden'], { env: wide }), 2, /--goal/);
    expectRefusal(home.run(['config', 'set', 'roadmaps.garden.goal', 'soon'], { env: wide }), 2, /YYYY-MM-DD/);
  });

  it('gives only the counts under four weeks with a topic', () => {
    const few = note.replaceAll(/ ✅ 2026-(?:09|10)-\d\d/g, '');
    const home = homeWith(few);
    const document = home.json<PaceDocument>(['pace', ...inNote]);
    expect(document).toMatchObject({ missingWeeks: 2, topicsPerWeek: null, undated: 16 });
    expect(document.targets.at(-1)).toMatchObject({ left: 40, finish: null });
    expect(home.run(['pace', ...inNote]).out).toContain('it takes 4 whole weeks');
  });
});

describe('status', () => {
  const line = /3\.4 topics a week · level Junior between/;

  it('has one line of it, where there is enough history', () => {
    const home = homeWith(note);
    expect(home.run(['status', ...inNote]).out).toMatch(line);
    expect(home.run(['status', '2', ...inNote]).out).not.toMatch(line);
    expect(home.json<PaceDocument>(['status', ...inNote]).pace).toMatchObject({ topicsPerWeek: 3.43, begun: [] });
    home.write('note.md', note.replaceAll(/ ✅ .*/g, ''));
    expect(home.run(['status', ...inNote]).out).not.toContain('a week');
    expect(home.json<PaceDocument>(['status', ...inNote]).pace).toBeNull();
  });

  it('names what was begun instead, after ten days without a tick', () => {
    const home = homeWith(note.replace('[ ] 2.2 ', '[/] 2.2 '));
    const [, other] = ['2026-11-18', '2026-11-19'].map(
      (today) => home.run(['status', ...inNote], { env: { ISTIO_ROADMAP_TODAY: today } }).out,
    );
    expect(other).toContain('begun and open: 2.2 Open 2');
    expect(other).not.toMatch(line);
    expect(home.run(['status', ...inNote], { env: { ISTIO_ROADMAP_TODAY: '2026-11-18' } }).out).toMatch(line);
  });
});
