// Faults: every line of the store that asks the file system for something fails during a whole command, with each errno.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { change } from '../../src/commands/change.ts';
import { lab } from '../../src/commands/lab.ts';
import type { LabOptions } from '../../src/commands/lab-options.ts';
import { lint } from '../../src/commands/lint.ts';
import { reconcile } from '../../src/commands/reconcile.ts';
import { readConfiguration } from '../../src/store/configuration-files.ts';
import { fingerprint } from '../../src/store/fingerprint.ts';
import { leftLocks } from '../../src/store/lock.ts';
import { MAX_JOURNAL_BYTES } from '../../src/store/undo/journal-writer.ts';
import { longNote, longOutline } from '../cli/notes.ts';
import { cafeFiles, labNamed } from '../support/cafe-labs.ts';
import {
  dataFolder,
  home,
  journalPath,
  leftovers,
  type RunResult,
  ran,
  reverted,
  settled,
  stateFolder,
} from '../support/desk.ts';
import { errnoError, MemoryDisk } from '../support/memory-files.ts';

const errnos = ['ENOSPC', 'EIO', 'EACCES', 'EXDEV', 'EROFS', 'EINTR'];
const note = `${home}/note.md`;
Error.stackTraceLimit = 60;

const store = join(import.meta.dirname, '../../src/store');
const sources = new Map(
  readdirSync(store, { recursive: true, encoding: 'utf8' })
    // The port itself, and its adapter to a real machine.
    .filter((name) => name.endsWith('.ts') && !['disk.ts', 'node-disk.ts'].includes(name))
    .map((name) => [name, readFileSync(join(store, name), 'utf8').split('\n')] as const),
);
const calling =
  /\bdisk\.(?:lstat|stat|realpath|mayWrite|readdir|mkdir|link|rename|unlink|rmdir|open|fstat|read|write|fchmod|fchown|futimes|fsync|close)\(/;

interface Tally {
  readonly errnos: Set<string>;
  faults: number;
  refused: number;
  readonly overcome: Map<string, number>;
}
/** By call site: `lock.ts:83`, each line that makes a call to the disk. */
const tallies = new Map(
  [...sources].flatMap(([name, lines]) =>
    lines.flatMap((line, index) =>
      calling.test(line)
        ? [
            [
              `${name}:${index + 1}`,
              { errnos: new Set(), faults: 0, refused: 0, overcome: new Map() } satisfies Tally as Tally,
            ] as const,
          ]
        : [],
    ),
  ),
);

type Site = `${string}:${number}`;

/** The line of the store that makes the call in progress. */
function siteIn(stack: string | undefined): Site {
  const [, name, line] = /\/src\/store\/([\w/-]+\.ts):(\d+)/.exec(stack ?? '') ?? [];
  return `${name ?? 'none'}:${Number(line ?? 0)}`;
}

const textAt = (site: string): string => {
  const [name, line] = site.split(':') as [string, string];
  return (sources.get(name)?.[Number(line) - 1] ?? '').trim();
};

/** Failures that a command gets over on purpose, by the function of the store that does. */
const gotOver: { readonly [name: string]: { readonly why: string; readonly errnos?: readonly string[] } } = {
  quietly: { why: 'cleaning up' },
  release: { why: 'let go of again' },
  makeFolder: { why: 'the folder is there' },
  exists: { why: 'reading says it' },
  isLink: { why: 'taken for no link' },
  realQuietly: { why: 'another roadmap' },
  readOn: { why: 'read again', errnos: ['EINTR'] },
  withFolder: { why: 'the folder is not synced', errnos: ['EACCES'] },
};
const reasonIn = (stack: string, errno: string): string | null => {
  const [, { why }] = Object.entries(gotOver).find(
    ([name, { errnos: known }]) =>
      new RegExp(`at (?:\\S+\\.)?${name} \\(`).test(stack) && (known?.includes(errno) ?? true),
  ) ?? [null, { why: null }];
  return why;
};

interface Scene {
  /** The file whose bytes count. */
  readonly file: string;
  readonly arrange: (disk: MemoryDisk) => unknown;
  readonly act: (disk: MemoryDisk) => Promise<RunResult>;
  /** Another change that must go through afterwards. */
  readonly next?: (disk: MemoryDisk) => Promise<RunResult>;
  /** The other processes of this machine: runs before each call. */
  readonly neighbours?: (disk: MemoryDisk, call: string) => void;
  /** Calls that fail besides: the command is refused anyhow, and its cleaning up is what is tested. */
  readonly broken?: (call: string, disk: MemoryDisk) => boolean;
  /** The command succeeds although they fail. */
  readonly isGotOver?: boolean;
  /** No hard links on this file system. */
  readonly isLinkless?: boolean;
  readonly isWhole?: boolean;
}

const done =
  (...words: string[]) =>
  (disk: MemoryDisk) =>
    ran(disk, 'done', words, { roadmap: note });
const intoNote = (disk: MemoryDisk) =>
  settled(disk, (context) => reconcile(context, { roadmap: note, progress: 'inline', apply: true }));
const undone = (disk: MemoryDisk) => reverted(disk, 'undo', { roadmap: note });
const withNote = (disk: MemoryDisk) => disk.put(note, longNote(4));
const withOutline = (disk: MemoryDisk) => disk.put(note, longOutline(4));
const inOrder =
  (...steps: ((disk: MemoryDisk) => unknown)[]) =>
  async (disk: MemoryDisk) => {
    for (const step of steps) await step(disk);
  };

/** What one tick makes of an outline's progress file, and where. */
async function progressAfter(...words: string[]): Promise<{ path: string; text: string }> {
  const disk = new MemoryDisk();
  await inOrder(withOutline, done(...words))(disk);
  const path = disk.paths().find((one) => one.startsWith(dataFolder)) as string;
  return { path, text: disk.text(path) as string };
}
const { path: progress, text: theirs } = await progressAfter('1.2');

const behindLinks = (text: string) => (disk: MemoryDisk) => {
  disk.put('/vault/note.md', text);
  disk.putLink('/dotfiles', '/vault');
  disk.putLink(note, '/dotfiles/note.md');
};
const linkedProgress = await (async () => {
  const disk = new MemoryDisk();
  await inOrder(behindLinks(longOutline(4)), done('1.1'))(disk);
  return disk.paths().find((one) => one.startsWith(dataFolder)) as string;
})();

const planText = `title: Mesh\nsections:\n  - title: Basics\n    topics: [One, Two, Three, Four]\n`;
/** A roadmap in YAML, and where its ticks go. */
const plan = await (async () => {
  const roadmap = `${home}/plan.yaml`;
  const disk = new MemoryDisk();
  disk.put(roadmap, planText);
  await ran(disk, 'done', ['1.1'], { roadmap });
  return { roadmap, path: disk.paths().find((one) => one.startsWith(dataFolder)) as string };
})();

/** A roadmap with labs, where what is passed of them goes, and an answer. */
const cafe = await (async () => {
  const roadmap = `${home}/cafe.yaml`;
  const arrange = (disk: MemoryDisk): void => {
    for (const [name, text] of Object.entries(cafeFiles)) disk.put(`${home}/${name}`, text);
    disk.put(`${home}/right.yaml`, labNamed('menu-board').solution);
  };
  const act =
    (words: readonly string[], options: LabOptions = {}) =>
    (disk: MemoryDisk) =>
      settled(disk, (context) => lab(context, words, { roadmap, ...options }));
  const passed = act(['menu-board', `${home}/right.yaml`]);
  const next = (disk: MemoryDisk) => ran(disk, 'done', ['2.1'], { roadmap });
  const disk = new MemoryDisk();
  arrange(disk);
  await passed(disk);
  const file = disk.paths().find((one) => one.startsWith(dataFolder)) as string;
  const exam = (options: LabOptions) => (disk: MemoryDisk) =>
    settled(disk, (context) => lab(context, [], { mock: roadmap, into: `${home}/mock-cafe`, ...options }));
  return { act, exam, scene: { file, arrange, act: passed, next } };
})();

const lockPath = `${stateFolder}/locks/${fingerprint(new TextEncoder().encode(note))}`;
const lockOf = (pid: number) =>
  `${JSON.stringify({ pid, host: 'desk', boot: 'boot-1', started: `start-${pid}`, target: note, token: 'x' })}\n`;
const topics = ['One', 'Two', 'Three', 'Four'];
const bundled = JSON.stringify({ id: 'istio', title: 'Istio', sections: [{ title: 'Mesh', topics }] });

/** With settings that were read from files, and after a look for locks that were left. */
const asConfigured = (disk: MemoryDisk, word: string) =>
  settled(disk, async (context) => {
    const paths = { user: settings, project: `${home}/.istio-roadmap.yaml`, home, bundled: '/program/roadmaps' };
    const configuration = await readConfiguration(disk, paths);
    if (configuration.failure !== null) throw configuration.failure;
    leftLocks(disk, context.places.state);
    const { registered, settings: set } = configuration;
    const library = { ...context.library, registered };
    return change({ ...context, configuration, library, roadmap: set.roadmap }, 'done', [word], {});
  });
const settings = `${home}/.config/istio-roadmap/config.yaml`;

const inNote = { file: note, arrange: withNote, act: done('1.1'), isWhole: true };
const inProgress = { file: progress, arrange: withOutline, act: done('1.1') };
const again = { file: note, arrange: inOrder(withNote, done('1.2')), act: done('1.1') };
const takenBack = { file: progress, arrange: inOrder(withOutline, done('1.1')), act: undone };

/** Every call fails with every errno in those that are `whole`; in the others with EIO, and with the rest where a line is new. */
const scenes: { readonly [title: string]: Scene } = {
  'done in a note, for the first time': inNote,
  'done in a note behind links': {
    ...{ file: '/vault/note.md', arrange: inOrder(behindLinks(longNote(4)), done('1.2')), act: done('1.1') },
  },
  'the first write of a progress file': { ...inProgress, isWhole: true },
  'the first write of a progress file beside that of another roadmap': {
    ...inProgress,
    arrange: (disk) => {
      withOutline(disk);
      disk.put(`${dataFolder}/other-1a2b.md`, `---\nroadmap: ${home}/other.md\n---\n\n# Other\n`);
      disk.put(`${home}/other.md`, longOutline(2));
    },
    isWhole: true,
  },
  'a note below a topic, and time, in a note': {
    ...again,
    act: (disk) => ran(disk, 'done', ['1.1'], { roadmap: note, spent: '2h', note: 'text' }),
    isWhole: true,
  },
  'a note below a topic in a progress file': {
    ...inProgress,
    act: (disk) => ran(disk, 'done', ['1.1'], { roadmap: note, spent: '2h', note: 'text' }),
  },
  'a later write of a progress file': { ...inProgress, arrange: inOrder(withOutline, done('1.2')), isWhole: true },
  'a write of a progress file for an outline behind links': {
    ...{ file: linkedProgress, arrange: inOrder(behindLinks(longOutline(4)), done('1.2')), act: done('1.1') },
  },
  'done on the bundled roadmap': {
    file: `${dataFolder}/istio.md`,
    arrange: (disk) => {
      disk.putFolder(home);
      disk.put('/program/roadmaps/istio.json', bundled);
    },
    act: (disk) => ran(disk, 'done', ['1.1'], {}),
    next: (disk) => ran(disk, 'done', ['1.3'], {}),
  },
  'done in a YAML roadmap, while what was read of many others is swept': {
    file: plan.path,
    arrange: (disk) => {
      disk.put(plan.roadmap, planText);
      for (let one = 0; one < 64; one++) disk.put(`${home}/.cache/istio-roadmap/readings/yaml-${one}`, 'old');
    },
    act: (disk) => ran(disk, 'done', ['1.1'], { roadmap: plan.roadmap }),
    next: (disk) => ran(disk, 'done', ['1.3'], { roadmap: plan.roadmap }),
  },
  'a lab that is passed': { ...cafe.scene, isWhole: true },
  'a lab that is passed in a folder, beside ticks': {
    ...cafe.scene,
    arrange: async (disk) => {
      cafe.scene.arrange(disk);
      disk.put(`${home}/tea/answer.yaml`, labNamed('menu-board').solution);
      await ran(disk, 'done', ['1.2'], { roadmap: `${home}/cafe.yaml` });
    },
    act: cafe.act(['menu-board', `${home}/tea`]),
  },
  'a folder with the files of a lab': {
    ...cafe.scene,
    file: `${home}/tea/task.txt`,
    act: cafe.act(['menu-board'], { into: `${home}/tea` }),
    isWhole: true,
  },
  'a mock exam that is begun': {
    ...cafe.scene,
    file: `${home}/mock-cafe/mock.json`,
    act: cafe.exam({}),
  },
  'a mock exam that is begun in an empty folder': {
    ...cafe.scene,
    file: `${home}/mock-cafe/mock.json`,
    arrange: (disk) => {
      cafe.scene.arrange(disk);
      disk.putFolder(`${home}/mock-cafe`);
    },
    act: cafe.exam({}),
  },
  'a mock exam that cannot get its name': {
    ...{ ...cafe.scene, file: `${home}/mock-cafe/mock.json`, act: cafe.exam({}) },
    broken: (call) => /^rename .*\/mock-cafe$/.test(call),
  },
  'a mock exam whose folder cannot be synced': {
    ...{ ...cafe.scene, file: `${home}/mock-cafe/mock.json`, act: cafe.exam({}) },
    broken: (call) => /^fsync \/home\/me$/.test(call),
  },
  'a mock exam that is finished': {
    ...cafe.scene,
    file: `${home}/mock-cafe/mock.json`,
    arrange: async (disk) => {
      cafe.scene.arrange(disk);
      await cafe.exam({})(disk);
      for (const path of disk.paths().filter((one) => one.endsWith('/answer.yaml')))
        disk.put(path, labNamed(/\d\d-([^/]+)\/answer\.yaml$/.exec(path)?.[1] ?? '').solution);
    },
    act: cafe.exam({ finish: true, force: true }),
  },
  'a folder for each hunt': {
    ...cafe.scene,
    file: `${home}/hunts/stock-broken/answer.yaml`,
    act: cafe.act([], { broken: true, into: `${home}/hunts` }),
  },
  'undo in a note': { file: note, arrange: inOrder(withNote, done('1.1')), act: undone, isWhole: true },
  'undo of the first write of a progress file': { ...takenBack, isWhole: true },
  'redo in a progress file': {
    file: progress,
    arrange: inOrder(withOutline, done('1.2'), done('1.1'), undone),
    act: (disk) => reverted(disk, 'redo', { roadmap: note }),
  },
  'a move of the ticks into the note': {
    ...{ file: note, arrange: inOrder(withOutline, done('1.1')), act: intoNote },
    next: undone,
  },
  'undo of a move of the ticks into the note': {
    ...{ file: note, arrange: inOrder(withOutline, done('1.1'), intoNote), act: undone },
  },
  'done in a note that the settings of a project choose': {
    file: note,
    arrange: inOrder(withNote, done('1.2'), (disk) => {
      disk.put(settings, 'roadmaps:\n  other: ~/other.md\n');
      disk.put(`${home}/other.md`, longNote(2));
      disk.put(`${home}/.istio-roadmap.yaml`, 'roadmap: note.md\n');
      disk.put('/program/roadmaps/istio.json', bundled);
    }),
    act: (disk) => asConfigured(disk, '1.1'),
  },
  'done by root in a note of another group': {
    ...inNote,
    isWhole: false,
    arrange: (disk) => {
      disk.uid = 0;
      disk.put(note, longNote(4), { gid: 7 });
    },
  },
  'done after a process was killed': {
    ...again,
    arrange: inOrder(withNote, done('1.2'), (disk) => {
      disk.dead.add(41);
      disk.put(lockPath, lockOf(41));
      disk.put(`${home}/.note.md.istio-roadmap-41-ab12.tmp`, 'half');
    }),
  },
  'done beside a process that comes alive while its old lock is broken': {
    ...again,
    arrange: inOrder(withNote, done('1.2'), (disk) => {
      disk.dead.add(41);
      disk.put(lockPath, lockOf(41));
    }),
    neighbours: (disk, call) => {
      if (!call.startsWith(`rename ${lockPath.replace(/[^/]*$/, '.')}`) || !disk.text(lockPath)?.includes(':41,'))
        return;
      disk.put(lockPath, lockOf(9));
      disk.onSleep = () => disk.remove(lockPath);
    },
  },
  'done where there are no hard links': { ...inNote, isWhole: false, isLinkless: true },
  'done when the journal has grown too large': {
    ...again,
    arrange: inOrder(withNote, done('1.2'), (disk) => {
      // A damaged entry of this very file is the first to go.
      const old = `${'x'.repeat(MAX_JOURNAL_BYTES)} "file":${JSON.stringify(note)}`;
      disk.put(journalPath, `${old}\n${disk.text(journalPath)}`);
    }),
  },
  'the first write of a progress file that another process makes meanwhile': {
    ...inProgress,
    neighbours: (disk, call) => {
      if (call === `lstat ${progress}` && disk.calls.includes(`realpath ${progress}`) && disk.text(progress) === null)
        disk.put(progress, theirs);
    },
  },
  'a lock that cannot be written': { ...again, broken: (call) => /^write .*\/locks\//.test(call) },
  'a new note that cannot be written': { ...again, broken: (call) => /^write .*\/\.note\.md/.test(call) },
  'a note that cannot be replaced': { ...again, broken: (call) => /^rename .*\/note\.md/.test(call) },
  'a progress file that cannot be made': { ...inProgress, broken: (call) => /^rename .*\.md/.test(call) },
  'what is remembered of the topics, which cannot be kept': {
    ...inProgress,
    broken: (call) => /^rename .*\/topics\//.test(call),
    isGotOver: true,
  },
  'a note whose folder cannot be synced': { ...again, broken: (call) => /^fsync \/home\/me$/.test(call) },
  'a note whose folder cannot be synced, nor the old one put back': {
    ...again,
    broken: (call, disk) =>
      /^fsync \/home\/me$/.test(call) || (/^rename .*\/note\.md$/.test(call) && disk.calls.slice(0, -1).includes(call)),
  },
  'a progress file whose new folder cannot be synced': {
    ...inProgress,
    broken: (call) => /^fsync .*\/share\/istio-roadmap$/.test(call),
  },
  'an undo whose folder cannot be synced': {
    ...takenBack,
    broken: (call) => /^fsync .*\/share\/istio-roadmap$/.test(call),
  },
};

describe('a call that fails once', () => {
  let lost = 0;

  it.each(Object.entries(scenes))(
    'during %s',
    async (_title, { file, arrange, act, next = done('1.3'), neighbours, broken, isGotOver, isLinkless, isWhole }) => {
      const arranged = new MemoryDisk();
      await arrange(arranged);
      const before = arranged.text(file);
      const known = leftovers(arranged);
      const start = (isWell = false): MemoryDisk => {
        const disk = arranged.clone();
        if (isLinkless)
          disk.link = (_from, to) => {
            disk.calls.push(`link ${to}`);
            throw errnoError('EPERM', 'link', to);
          };
        disk.before = (call) => {
          neighbours?.(disk, call);
          if (!isWell && broken?.(call, disk)) throw errnoError('EIO', call, '');
        };
        return disk;
      };
      const well = start(true);
      expect(await act(well)).toMatchObject({ status: 0 });
      const after = well.text(file);
      expect(after).not.toBe(before);
      const clean = start();
      const sites: string[] = [];
      const asOften = clean.before;
      clean.before = (call) => {
        sites.push(siteIn(new Error().stack));
        asOften(call);
      };
      const status = broken === undefined || isGotOver ? 0 : 5;
      expect(await act(clean)).toMatchObject({ status });

      const wrong: string[] = [];
      for (const errno of errnos)
        for (let call = 1; call <= clean.calls.length; call++) {
          const isNew = !tallies.get(sites[call - 1] as Site)?.errnos.has(errno);
          if (!isWhole && errno !== 'EIO' && !isNew) continue;
          const disk = start();
          disk.fault = { call, errno };
          let stack = '';
          const world = disk.before;
          disk.before = (name) => {
            if (disk.calls.length === call) stack = new Error().stack as string;
            world(name);
          };
          const answer = await act(disk).catch((error: Error) => ({ status: 70, out: '', err: String(error.stack) }));
          if (stack === '') continue;
          disk.fault = null;
          disk.before = () => {};
          const site = siteIn(stack);
          const say = (what: string): unknown =>
            wrong.push(
              `${what}: ${errno} at ${disk.calls[call - 1]}, ${site} ${textAt(site)}: ${answer.status} ${answer.err}`,
            );
          const tally = tallies.get(site);
          if (tally === undefined) {
            say('this is no call site');
            continue;
          }
          tally.faults++;
          tally.errnos.add(errno);
          if (disk.openHandles > 0) say('a handle was left open');
          const now = disk.text(file);
          const isOld = now === before || (neighbours !== undefined && now === theirs);
          if (answer.status === 5) {
            tally.refused++;
            // Where putting back fails as well the new file may stay; half of one never.
            if (!isOld && !(broken !== undefined && now === after)) say('refused, and the file is another');
            if (broken === undefined && leftovers(disk).some((path) => !known.includes(path)))
              say(`left behind ${leftovers(disk)}`);
            if (
              !/^istio-roadmap: \/(?:home|program|vault)\S* cannot be (?:read|written): [a-z].*\n {2}\S/.test(
                answer.err,
              )
            )
              say('badly worded');
          } else if (answer.status === 0) {
            const why = reasonIn(stack, errno);
            if (why === null) say('passed over in silence');
            else tally.overcome.set(why, (tally.overcome.get(why) ?? 0) + 1);
            if (now !== after) say('not written');
          } else say('another status');

          // Another process, now that the first is gone: nothing waits, nothing is left, and the change goes through.
          disk.dead.add(100);
          disk.pid = 101;
          disk.slept = 0;
          disk.onSleep = () => {};
          if (neighbours !== undefined) disk.remove(lockPath);
          if (answer.status === 5 && now !== after) {
            const second = await act(disk);
            if (second.status !== 0 || (disk.text(file) !== after && neighbours === undefined))
              say(`the same once more: ${second.status} ${second.err}`);
          }
          const then = await next(disk);
          if (then.status !== 0 || disk.slept > 0 || leftovers(disk).length > 0)
            say(`the next: ${then.status} ${then.err} waited ${disk.slept}, left ${leftovers(disk)}`);
        }
      lost += wrong.length;
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('while a folder is listed for `lint` is reported or passed over, and changes nothing', async () => {
    const arranged = new MemoryDisk();
    arranged.put(`${home}/notes/a.md`, longNote(2));
    arranged.put(`${home}/notes/deep/b.md`, longNote(2));
    const clean = arranged.clone();
    const act = (disk: MemoryDisk) => settled(disk, (context) => lint(context, [`${home}/notes`], {}));
    await act(clean);
    for (const errno of errnos)
      for (let call = 1; call <= clean.calls.length; call++) {
        const disk = arranged.clone();
        disk.fault = { call, errno };
        let site: Site = 'none:0';
        disk.before = () => {
          if (disk.calls.length === call) site = siteIn(new Error().stack);
        };
        const answer = await act(disk);
        const tally = tallies.get(site) as Tally;
        tally.faults++;
        tally.errnos.add(errno);
        if (answer.status === 0)
          tally.overcome.set('listed without it', (tally.overcome.get('listed without it') ?? 0) + 1);
        else tally.refused++;
        expect([0, 1, 5], `${errno} at ${site}: ${answer.err}`).toContain(answer.status);
        expect(disk.text(`${home}/notes/a.md`)).toBe(longNote(2));
        expect(disk.paths()).toEqual(arranged.paths());
      }
  });

  it('while bundled roadmaps are listed is reported as what it is', async () => {
    for (const errno of errnos) {
      const disk = new MemoryDisk();
      disk.put('/program/roadmaps/istio.json', bundled);
      disk.fault = { kind: 'readdir', call: 1, errno };
      const answer = await ran(disk, 'done', ['1.1'], { roadmap: 'nowhere' });
      expect(answer).toMatchObject({ status: 5, err: expect.stringContaining('/program/roadmaps cannot be read: ') });
      const [site, tally] = [...tallies].find(([one]) => textAt(one) === 'return disk.readdir(folder);') ?? [];
      expect(site).toBeDefined();
      (tally as Tally).errnos.add(errno);
      (tally as Tally).faults++;
      (tally as Tally).refused++;
    }
  });

  afterAll(() => {
    const rows = [...tallies].map(([site, { faults, refused, overcome }]) => {
      const others = [...overcome].map(([why, count]) => `${count} ${why}`).join(', ');
      return `${site.padEnd(16)} ${`${faults}`.padStart(5)} ${`${refused}`.padStart(7)}  ${(others || '-').padEnd(40)} ${textAt(site)}`;
    });
    const faults = [...tallies.values()].reduce((sum, one) => sum + one.faults, 0);
    console.log(`call site       faults refused  got over\n${rows.join('\n')}`);
    console.log(`faults: ${faults} at ${tallies.size} call sites, of which ${lost} were not got over as they should`);
    expect(
      [...tallies].filter(([, one]) => one.errnos.size < errnos.length).map(([site]) => `${site} ${textAt(site)}`),
    ).toEqual([]);
  });
});
