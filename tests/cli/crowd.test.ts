// Crowd: many processes change one note at once; every change is there, in the order of the journal.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fingerprint } from '../../src/store/fingerprint.ts';
import { nodeDisk } from '../../src/store/node-disk.ts';
import { type JournalEntry, readJournal } from '../../src/store/undo/journal.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { type Home, newHome } from '../support/program.ts';
import { newRandom } from '../support/seed.ts';
import { longNote } from './notes.ts';

const inNote = ['-r', 'note.md'];

function homeWith(text: string): Home {
  const home = newHome();
  home.write('note.md', text);
  return home;
}

const journalOf = (home: Home): JournalEntry[] =>
  readJournal(nodeDisk, { path: home.state, home: null, variable: 'XDG_STATE_HOME' });

/** The note as the journal has it, entry by entry; each must begin where the one before ended. */
function replayed(text: string, entries: readonly JournalEntry[]): string {
  return entries.reduce((now, { before, after, edits }, index) => {
    expect(fingerprint(Buffer.from(now)), `entry ${index}`).toBe(before);
    const next = applyEdits(now, edits);
    expect(fingerprint(Buffer.from(next)), `entry ${index}`).toBe(after);
    return next;
  }, text);
}

function expectNoTraces(home: Home): void {
  expect(readdirSync(home.work)).toEqual(['note.md']);
  const locks = join(home.state, 'locks');
  expect(existsSync(locks) ? readdirSync(locks) : []).toEqual([]);
}

it('200 ticks of 200 topics at once are 200 ticks', async () => {
  const text = longNote(200);
  const home = homeWith(text);
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => home.start(['done', `1.${index + 1}`, ...inNote])),
  );
  const refused = answers.filter(({ status, err }) => status !== 0 || err !== '');
  expect(refused).toEqual([]);
  expect(home.read('note.md')).toBe(text.replaceAll(/- \[ \] (.*)$/gm, '- [x] $1 ✅ 2026-11-20'));
  const entries = journalOf(home);
  expect(entries).toHaveLength(200);
  expect(replayed(text, entries)).toBe(home.read('note.md'));
  expectNoTraces(home);
  console.log(`200 done at once: ${home.read('note.md').split('- [x] ').length - 1} ticks, ${refused.length} refused`);
}, 180_000);

it('after 50 of done, reopen and undo at once the note is the journal replayed', async () => {
  const text = longNote(12).replace(/- \[ \] (.* 🆔 ex-[123])$/gm, '- [x] $1 ✅ 2026-11-19');
  const home = homeWith(text);
  const random = newRandom();
  const verbs = ['done', 'done', 'reopen', 'undo'];
  const commands = Array.from({ length: 50 }, () => {
    const verb = verbs[Math.floor(random() * verbs.length)] as string;
    return verb === 'undo' ? [verb] : [verb, `1.${1 + Math.floor(random() * 12)}`];
  });
  const answers = await Promise.all(commands.map((command) => home.start([...command, ...inNote])));
  // An undo before the first change finds nothing to take back: which is an answer and no failure.
  for (const [index, { status, err }] of answers.entries())
    expect(`${status} ${err}`, `${commands[index]}, seed ${random.seed}`).toMatch(
      /^0 (?:$|istio-roadmap: there is nothing to undo)/,
    );
  const entries = journalOf(home);
  expect(entries.length).toBeGreaterThan(10);
  expect(home.bytes('note.md')).toEqual(Buffer.from(replayed(text, entries)));
  expectNoTraces(home);
  const kinds = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
  console.log(
    `50 mixed at once: ${kinds('change')} changes and ${kinds('undo')} undos in the journal, which replayed is the note`,
  );
}, 120_000);
