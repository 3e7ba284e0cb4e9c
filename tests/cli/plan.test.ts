// Plan: what to study in which week, as the shell sees it. Titles are those of `notes.ts`.
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { atTerminal, expectRefusal, type Home, newHome, noTerminal, wide } from '../support/program.ts';
import { garden, kafka } from './notes.ts';

function homeWith(text: string, name = 'note.md'): Home {
  const home = newHome();
  home.write(name, text);
  return home;
}

const inNote = ['-r', 'note.md'];
const loop = '- [ ] 1.1 A 🆔 a ⛔ b\n- [ ] 1.2 B 🆔 b ⛔ c\n- [ ] 1.3 C 🆔 c ⛔ a\n';
const dated =
  '- [ ] 1.1 A 📅 2026-12-05 ⏳ 2026-12-01\n- [ ] 1.2 B ⏳ 2026-12-24 📅 2026-12-24\n- [x] 1.3 C 📅 2026-12-01 ✅ 2026-11-01\n- [ ] 1.4 D\n';

interface PlanDocument {
  readonly weeks: readonly {
    readonly from: string;
    readonly topics: readonly { readonly address: string; readonly added: boolean }[];
  }[];
  readonly unplaced: readonly { readonly address: string }[];
  readonly [field: string]: unknown;
}

describe('plan', () => {
  it('puts every open topic into a week, and writes nothing', () => {
    const home = homeWith(kafka);
    const open = home
      .json<{ topics: { address: string; status: string; project: boolean }[] }>([
        'list',
        '--status',
        'todo,doing',
        ...inNote,
      ])
      .topics.map(({ address }) => address);
    const before = home.read('note.md');
    const { weeks, unplaced } = home.json<PlanDocument>(['plan', '--pace', '2/w', ...inNote]);
    expect(weeks.flatMap(({ topics }) => topics.map(({ address }) => address)).sort()).toEqual(open.sort());
    expect(unplaced).toEqual([]);
    expect(home.read('note.md')).toBe(before);
    // What was ticked is gone from the next one.
    home.run(['done', open[0] as string, ...inNote]);
    const again = home.json<PlanDocument>(['plan', '--pace', '2/w', ...inNote]);
    expect(again.weeks.flatMap(({ topics }) => topics)).toHaveLength(open.length - 1);
  });

  it('is the same as data in each form, and in each its weeks can be cut', () => {
    const home = homeWith(kafka);
    const [json, format] = home.runAll([
      { args: ['plan', '--pace', '2h/w', '--json', ...inNote] },
      { args: ['plan', '--pace', '2h/w', '--format', 'json', ...inNote] },
    ]);
    expect(format).toEqual(json);
    const { weeks, totalWeeks } = home.json<PlanDocument>(['plan', '--pace', '2h/w', '-n', '1', ...inNote]);
    expect([weeks.length, (totalWeeks as number) > 1]).toEqual([1, true]);
    const { out } = home.run(['plan', '--pace', '2h/w', '-n', '1', '--plain', ...inNote]);
    const [week] = weeks;
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t').slice(0, 2)),
    ).toEqual(week?.topics.map(({ address }) => [week.from, address]));
  });

  it('plans a section or a level with what that needs', () => {
    const home = homeWith(garden, 'garden.yaml');
    const { status, out } = home.run(['plan', '1', '--pace', '5h', '-r', 'garden.yaml', '--plain']);
    expect([status, out.split('\n').every((line) => line === '' || line.split('\t')[1]?.startsWith('1.'))]).toEqual([
      0,
      true,
    ]);
    const flagship = newHome().json<PlanDocument>(['plan', '--level', 'middle', '--by', '2027-06-01']);
    const topics = flagship.weeks.flatMap((one) => one.topics);
    expect(topics.some(({ added }) => added)).toBe(true);
    expect(flagship).toMatchObject({
      unplaced: [],
      buffer: 14,
      by: '2027-06-01',
      pace: { unit: 'hours', given: false },
    });
  });

  it('says what does not fit, and the pace at which it does', () => {
    const home = newHome();
    const { status, out } = home.run(['plan', '--by', '+4w', '--pace', '6h/w', '--level', 'junior'], { env: wide });
    expect(status).toBe(0);
    const line = /`istio-roadmap (plan --level junior --by 2026-12-18 --pace [\d.]+h\/w)`/.exec(out)?.[1] as string;
    expect(home.json<PlanDocument>(line.split(' ')).unplaced).toEqual([]);
  });

  it('shows four weeks on a terminal and all in a pipe, and as many as one says', ({ skip }) => {
    const home = newHome();
    const args = ['plan', '--pace', '20h/w', '--level', 'junior'];
    const weeks = (text: string): number => text.match(/ to \d+ \w{3} \d{4}/g)?.length ?? 0;
    expect(weeks(home.run(args).out)).toBeGreaterThan(4);
    expect(weeks(home.run([...args, '-n', '2']).out)).toBe(2);
    const seen = atTerminal(home, args);
    if (seen === null) return skip(noTerminal);
    expect(seen.status).toBe(0);
    expect(weeks(seen.screen)).toBe(4);
    expect(seen.screen).toMatch(/more weeks?; `-n \d+` shows them all/);
  });

  it.each([
    ['monday', '2026-11-23'],
    ['пт', '2026-11-20'],
    ['tomorrow', '2026-11-21'],
    ['+2w', '2026-12-04'],
  ])('--by %s is %s, on Friday 2026-11-20', (word, by) =>
    expect(homeWith(kafka).json<PlanDocument>(['plan', '--by', word, ...inNote])).toMatchObject({ by }),
  );

  it('takes the goal of the configuration where nothing was typed, and so does a calendar', () => {
    const home = homeWith(kafka);
    home.run(['roadmaps', 'add', 'note.md', '--name', 'kafka']);
    home.run(['config', 'set', 'roadmaps.kafka.goal', '2027-01-15']);
    expect(home.json<PlanDocument>(['plan', '-r', 'kafka'])).toMatchObject({
      by: '2027-01-15',
      pace: { given: false },
    });
    expect(home.json<PlanDocument>(['plan', '--pace', '1h', '-r', 'kafka'])).toMatchObject({ by: null });
    expect(home.run(['export', '--format', 'ics', '-r', 'kafka']).out).toContain('DTSTART;VALUE=DATE:20270115');
    // A goal that is over is none.
    expect(home.run(['plan', '-r', 'kafka'], { env: { ISTIO_ROADMAP_TODAY: '2027-01-16' } }).status).toBe(2);
  });

  it.each<[string, readonly string[], number, RegExp, RegExp]>([
    ['no goal', ['plan'], 2, /needs a day or a pace/, /plan --by \+12w -r note\.md`/],
    ['a past day', ['plan', '--by', 'yesterday'], 2, /2026-11-19 is over/, /--by/],
    ['a past day in days', ['plan', '--by', '-1d'], 2, /2026-11-19 is over/, /--by/],
    ['no day', ['plan', '--by', 'soon'], 2, /soon/, /./],
    ['a bare number', ['plan', '--pace', '6'], 2, /cannot be "6"/, /help plan/],
    ['a pace of another unit', ['plan', '--pace', '6h/d'], 2, /6h\/w/, /help plan/],
    ['another format', ['plan', '--pace', '6h', '--format', 'pdf'], 2, /md, ics, json/, /help plan/],
    ['no such topic', ['plan', '9.9', '--pace', '6h'], 3, /9\.9/, /./],
    ['a circle', ['plan', '--pace', '6h'], 4, /circle, 1\.1 → 1\.2 → 1\.3 → 1\.1/, /edit 1\.1 -r note\.md/],
  ])('refuses %s', (_, args, status, message, hint) => {
    const home = homeWith(loop);
    const answer = home.run([...args, ...inNote], { env: wide });
    expectRefusal(answer, status, message);
    expect(answer.err).toMatch(hint);
  });

  it('says so where all is done', () => {
    const home = homeWith('- [x] A\n');
    expect(home.run(['plan', '--by', '+1w', ...inNote])).toMatchObject({ status: 0, err: '' });
    expect(home.run(['plan', '--by', '+1w', ...inNote]).out).toContain('nothing to plan');
    expect(home.json<PlanDocument>(['plan', '--by', '+1w', ...inNote])).toMatchObject({ weeks: [], pace: null });
  });
});

describe('a plan as a note', () => {
  it('has boxes that read back as the topics of the plan', () => {
    const home = homeWith(kafka);
    home.write('plan.md', home.run(['plan', '--pace', '2/w', '--format', 'md', ...inNote]).out);
    const planned = home.json<PlanDocument>(['plan', '--pace', '2/w', ...inNote]).weeks.flatMap(({ topics }) => topics);
    const { topics } = home.json<{ topics: unknown[] }>(['list', '-r', 'plan.md']);
    expect(topics).toHaveLength(planned.length);
  });
});

describe('calendars', () => {
  const eventsOf = (text: string): ICAL.Event[] =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

  it.each(['UTC', 'Pacific/Apia', 'America/Los_Angeles'])('are the same text in %s, with whole days', (TZ) => {
    const home = homeWith(kafka);
    const args = ['plan', '--by', '2027-01-31', '--format', 'ics', ...inNote];
    const { out } = home.run(args, { env: { TZ } });
    expect(out).toBe(home.run(args).out);
    expect(out).toMatch(/^BEGIN:VCALENDAR\r\n/);
    const { weeks } = home.json<PlanDocument>(['plan', '--by', '2027-01-31', ...inNote]);
    const starts = eventsOf(out).map(({ startDate }) => [startDate.toString(), startDate.isDate]);
    expect(starts).toEqual([...weeks.map(({ from }) => [from, true]), ['2027-01-31', true]]);
  });

  it('of a roadmap have the days that open topics have', () => {
    const home = homeWith(dated);
    const events = eventsOf(home.run(['export', '--format', 'ics', ...inNote]).out);
    expect(
      events.map(({ startDate, endDate, summary }) => [startDate.toString(), endDate.toString(), summary]),
    ).toEqual([
      ['2026-12-01', '2026-12-02', '1.1 A'],
      ['2026-12-05', '2026-12-06', '1.1 A (due)'],
      ['2026-12-24', '2026-12-25', '1.2 B (due)'],
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(3);
  });

  it('that would be empty say so', () => {
    const home = homeWith(kafka);
    const { status, out, err } = home.run(['export', '--format', 'ics', ...inNote]);
    expect([status, eventsOf(out)]).toEqual([0, []]);
    expect(err).toMatch(/`istio-roadmap plan --by \+12w --format ics -r note\.md`/);
    expect(home.run(['export', '--format', 'ics', '-q', ...inNote]).err).toBe('');
  });
});
