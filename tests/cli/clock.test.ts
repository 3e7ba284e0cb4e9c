// Clock: the day that is written is the day on the wall, in every zone, and no clock that jumps loses a tick or a lock.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Home, newHome } from '../support/program.ts';
import { kafka, longNote } from './notes.ts';

const inNote = ['-r', 'note.md'];

function homeWith(text: string): Home {
  const home = newHome();
  home.write('note.md', text);
  return home;
}

const clock = `const Real = Date, now = Real.parse(process.env.NOW);
globalThis.Date = class Date extends Real {
  constructor(...given) { given.length === 0 ? super(now) : super(...given); }
  static now() { return now; }
};`;

/** The environment of a process whose clock shows `now`, and in which nobody fixes the day. */
function at(
  home: Home,
  now: string,
  more: { readonly [name: string]: string } = {},
): Record<string, string | undefined> {
  const path = join(home.root, 'clock.cjs');
  if (!existsSync(path)) writeFileSync(path, clock);
  return { ...more, NOW: now, NODE_OPTIONS: `--require ${path}`, ISTIO_ROADMAP_TODAY: undefined };
}

const dayOf = (home: Home, topic: number): string | undefined =>
  new RegExp(`^- \\[x\\] Упражнение ${topic} .*✅ (\\S+)$`, 'm').exec(home.read('note.md'))?.[1];

describe('the day that is written', () => {
  it.each<[string, string, string, string, string]>([
    // Midnight, and the second before it; then clocks that are put forward or back at midnight, or a day that never was.
    ['Asia/Kathmandu', '2026-11-19T18:14:59Z', '2026-11-19', 'yesterday', '2026-11-18'],
    ['Asia/Kathmandu', '2026-11-19T18:15:00Z', '2026-11-20', 'friday', '2026-11-20'],
    ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07', 'sunday', '2026-03-01'],
    ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08', 'sunday', '2026-03-08'],
    ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09', 'yesterday', '2026-03-08'],
    ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01', '-1d', '2026-10-31'],
    ['America/Sao_Paulo', '2018-11-04T02:59:59Z', '2018-11-03', '-3d', '2018-10-31'],
    ['America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-04', 'sunday', '2018-11-04'],
    ['America/Sao_Paulo', '2018-11-05T02:00:00Z', '2018-11-05', 'yesterday', '2018-11-04'],
    ['America/Sao_Paulo', '2018-02-18T02:30:00Z', '2018-02-17', 'yesterday', '2018-02-16'],
    ['Europe/Moscow', '2014-10-25T20:30:00Z', '2014-10-26', 'yesterday', '2014-10-25'],
    ['Europe/Moscow', '2014-10-26T20:59:59Z', '2014-10-26', '-3d', '2014-10-23'],
    ['Europe/Moscow', '2014-10-26T21:00:00Z', '2014-10-27', 'monday', '2014-10-27'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29', 'thursday', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31', '-3d', '2011-12-28'],
  ])('in %s at %s is %s, and `--on %s` is %s', (zone, now, today, word, day) => {
    const home = homeWith(longNote(3));
    const env = at(home, now, { TZ: zone });
    expect(home.run(['done', '1.1', ...inNote], { env })).toMatchObject({ status: 0, err: '' });
    expect(home.run(['done', '1.2', `--on=${word}`, ...inNote], { env })).toMatchObject({ status: 0, err: '' });
    expect([dayOf(home, 1), dayOf(home, 2)]).toEqual([today, day]);
  });
});

describe('a clock that goes backwards', () => {
  it('writes the day it shows; undo goes by the order of the changes', () => {
    const home = homeWith(kafka);
    const states = [kafka];
    for (const [topic, today] of [
      ['key', '2026-11-20'],
      ['rebalance', '2026-11-18'],
      ['offsets', '2027-01-01'],
      ['alerts', '2026-11-19'],
    ] as const) {
      const env = { ISTIO_ROADMAP_TODAY: today };
      expect(home.run(['done', topic, ...inNote], { env })).toMatchObject({ status: 0, err: '' });
      expect(home.read('note.md')).toMatch(new RegExp(`🆔 ${topic}.* ✅ ${today}$`, 'm'));
      states.push(home.read('note.md'));
    }
    for (const before of states.slice(0, -1).reverse()) {
      const env = { ISTIO_ROADMAP_TODAY: '2026-11-17' };
      expect(home.run(['undo', ...inNote], { env })).toMatchObject({ status: 0, err: '' });
      expect(home.read('note.md')).toBe(before);
    }
    expect(home.run(['redo', '-n', '4', ...inNote])).toMatchObject({ status: 0, err: '' });
    expect(home.read('note.md')).toBe(states.at(-1));
  });

  it('is no reason to break a lock: processes years apart take their turns', async () => {
    const home = homeWith(longNote(16));
    const days = ['1971-01-01', '2026-11-20', '2019-06-01', '2099-12-31'];
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        home.start(['done', `1.${index + 1}`, ...inNote], undefined, at(home, `${days[index % 4]}T12:00:00Z`)),
      ),
    );
    expect(answers.map(({ status, err }) => `${status} ${err}`)).toEqual(Array(16).fill('0 '));
    expect(Array.from({ length: 16 }, (_, index) => dayOf(home, index + 1))).toEqual(
      Array.from({ length: 16 }, (_, index) => days[index % 4]),
    );
    const locks = join(home.state, 'locks');
    expect(existsSync(locks) ? readdirSync(locks) : []).toEqual([]);
  }, 60_000);
});
