// Editors: another program saves the note again and again while ticks are made; nothing is lost but in the one gap there is.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Home, newHome, wide } from '../support/program.ts';
import { newRandom } from '../support/seed.ts';
import { longNote } from './notes.ts';

/**
 * Loaded into the program before its own code: writes down when the note was opened for the last look, and when it was
 * replaced, by the clock that all processes share.
 */
const preload = `
const fs = require('node:fs');
const { NOTE, GAPS } = process.env;
const now = () => Number(process.hrtime.bigint());
const { openSync, renameSync } = fs;
let looked = 0;
fs.openSync = (path, ...more) => {
  if (path === NOTE) looked = now();
  return openSync(path, ...more);
};
fs.renameSync = (from, to) => {
  renameSync(from, to);
  if (to === NOTE) fs.writeFileSync(GAPS + '/' + process.pid, JSON.stringify({ looked, replaced: now() }));
};
`;

interface Moment {
  readonly from: number;
  readonly to: number;
}

const now = (): number => Number(process.hrtime.bigint());
const overlap = (a: Moment, b: Moment): boolean => a.from <= b.to && b.from <= a.to;

const saving: { readonly [title: string]: (path: string, text: string) => void } = {
  'truncates the file and writes it': (path, text) => writeFileSync(path, text),
  'writes a new file and renames it over the old one': (path, text) => {
    writeFileSync(`${path}~`, text);
    renameSync(`${path}~`, path);
  },
};

const ticks = 30;

it.each(Object.entries(saving))(
  'an editor that %s',
  async (title, save) => {
    const home: Home = newHome();
    const note = home.write('note.md', longNote(ticks));
    const gapsFolder = join(home.root, 'gaps');
    mkdirSync(gapsFolder);
    writeFileSync(join(home.root, 'preload.cjs'), preload);
    const env = { ...wide, NODE_OPTIONS: `--require ${join(home.root, 'preload.cjs')}`, NOTE: note, GAPS: gapsFolder };

    const saves: Moment[] = [];
    const random = newRandom();
    let isEditing = true;
    const editor = async (): Promise<void> => {
      while (isEditing && saves.length < 1000) {
        const from = now();
        save(note, `${readFileSync(note, 'utf8')}Строка ${saves.length}.\n`);
        saves.push({ from, to: now() });
        await pause(5 + 35 * random());
      }
    };
    const found = { saved: 0, refused: 0 };
    const open = Array.from({ length: ticks }, (_, index) => index + 1);
    const ticking = async (): Promise<void> => {
      for (let topic = open.shift(); topic !== undefined; topic = open.shift()) {
        const { status, err } = await home.start(['done', `1.${topic}`, '-r', 'note.md'], undefined, env);
        if (status === 0) found.saved++;
        else {
          found.refused++;
          // Changed meanwhile; or read at the very moment when the editor had truncated the file.
          expect(`${status} ${err}`).toMatch(/^5 .*changed by another program|^4 .*it is empty|^3 .*no topic matches/);
          open.push(topic);
          expect(found.refused, 'some get through').toBeLessThan(20 * ticks);
        }
      }
    };
    const editing = editor();
    await Promise.all([ticking(), ticking()]);
    isEditing = false;
    await editing;

    const text = home.read('note.md');
    const gaps = readdirSync(gapsFolder).map((name) => {
      const { looked, replaced } = JSON.parse(readFileSync(join(gapsFolder, name), 'utf8')) as { [at: string]: number };
      return { from: looked as number, to: replaced as number };
    });
    const lostEdits = saves.filter((_, index) => !text.includes(`Строка ${index}.\n`));
    for (const moment of lostEdits) expect(gaps.some((gap) => overlap(gap, moment))).toBe(true);
    // The editor reads and saves in one go, and may itself save over a tick that was made in between.
    const lostTicks = ticks - (text.split('- [x] ').length - 1);
    const savedOver = gaps.filter(({ to }) => saves.some((moment) => overlap(moment, { from: to - 1e6, to }))).length;
    expect(lostTicks).toBeLessThanOrEqual(savedOver);
    expect(readdirSync(home.work)).toEqual(['note.md']);
    expect(existsSync(home.data), 'every tick is in the note').toBe(false);
    expect(readdirSync(join(home.state, 'locks'))).toEqual([]);
    expect(saves.length).toBeGreaterThan(ticks / 2);
    console.log(
      `an editor that ${title}: ${saves.length} saves beside ${found.saved} ticks, ${found.refused} refusals that lost nothing; ` +
        `${lostEdits.length} saves lost, all in the gap before a rename; ${lostTicks} ticks that the editor saved over`,
    );
  },
  90_000,
);
