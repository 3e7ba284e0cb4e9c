// Tests over whole documents (tests/fixtures): what each kind of study file is read as, and what a command leaves of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/dates/calendar-date.ts';
import { statusEdits } from '../../../src/formats/markdown/edit.ts';
import { emptyProgress, recordChanges } from '../../../src/formats/progress/edit.ts';
import { fromDocument } from '../../../src/formats/roadmap-document.ts';
import { readYaml } from '../../../src/formats/yaml/read.ts';
import { finish, identify } from '../../../src/model/finish.ts';
import { progressOf, type SectionProgress } from '../../../src/model/progress.ts';
import { firstWording, type Roadmap, type Status } from '../../../src/model/roadmap.ts';
import { Selector } from '../../../src/model/select.ts';
import { applyEdits } from '../../../src/text/edit.ts';
import { decode } from '../../../src/text/encoding.ts';
import { repairMojibake } from '../../../src/text/mojibake.ts';
import { toSource } from '../../../src/text/source.ts';
import { readNote, shapeOf } from '../../support/notes.ts';

const home = new URL('../../fixtures/', import.meta.url);
const today = '2026-11-20' as CalendarDate;
const statusOf: { readonly [verb: string]: Status } = { done: 'done', start: 'doing', skip: 'skipped', reopen: 'todo' };
const moves: { readonly [verb: string]: readonly Status[] } = {
  done: ['todo', 'doing'],
  start: ['todo'],
  skip: ['todo', 'doing'],
  reopen: ['done', 'doing', 'skipped'],
};

const textOf = (path: string): string => readFileSync(new URL(path, home), 'utf8');

interface Read {
  readonly text: string;
  readonly roadmap: Roadmap;
  readonly repaired: string | null;
}

function read(name: string): Read {
  if (existsSync(new URL(`${name}/input.yaml`, home))) {
    const text = textOf(`${name}/input.yaml`);
    const { document, diagnostics } = readYaml(toSource(text), 'input.yaml');
    return { text, roadmap: identify(finish(fromDocument(document, 'input', diagnostics))), repaired: null };
  }
  const { text } = decode(readFileSync(new URL(`${name}/input.md`, home)));
  const repair = repairMojibake(text);
  const good = repair?.text ?? text;
  return { text: good, roadmap: readNote(good, 'input'), repaired: repair?.table ?? null };
}

/** What `expected.json` holds: enough to tell any two readings apart, and readable in a diff. */
function summary({ roadmap, repaired }: Read): unknown {
  const { total, sections, levels, projects, readiness } = progressOf(roadmap);
  const drawn = (all: readonly SectionProgress[]): string[] =>
    all.flatMap(({ address, title, level, levelSource, tally, sections: below }) => [
      `${address} ${firstWording(title)} · ${tally.done}/${tally.total} · ${level} ${levelSource}`,
      ...drawn(below),
    ]);
  return {
    title: roadmap.title,
    repaired,
    total,
    sections: drawn(sections),
    topics: shapeOf(roadmap),
    levels: levels.map(
      ({ level, tally, projects: built }) => `${level.id} ${tally.done}/${tally.total} P${built.total}`,
    ),
    levelSource: roadmap.levelSource,
    projects,
    readiness,
    prerequisites: roadmap.prerequisites,
    resources: roadmap.resources.map(({ url }) => url),
    related: roadmap.related,
    boxGroups: roadmap.boxGroups,
    diagnostics: roadmap.diagnostics.map(({ code, line }) => `${line} ${code}`),
  };
}

/** The file that the ticks are written to: the note itself where it has task lines, else a fresh progress file. */
function leftBy({ text, roadmap }: Read, verb: string, selector: string): string {
  const to = statusOf[verb] as Status;
  const topics = new Selector(roadmap, 'en')
    .select(selector)
    .topics.filter(({ status }) => moves[verb]?.includes(status));
  if (roadmap.hasTaskLines) {
    const changes = topics.map(({ line }) => ({ line, to, day: today }));
    return applyEdits(text, statusEdits(toSource(text), changes, roadmap.boxGroups));
  }
  const empty = emptyProgress(roadmap, 'input');
  const changes = topics.map((topic) => ({ topic, to, day: today }));
  return recordChanges(empty, empty.indexOf('\n---\n') + 5, roadmap, changes);
}

const cases = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(cases.map(({ name }) => name))('%s', (name) => {
  const files = readdirSync(new URL(`${name}/`, home));

  it('is read as expected', () => {
    expect(summary(read(name))).toEqual(JSON.parse(textOf(`${name}/expected.json`)));
  });

  it.each(files.filter((file) => file === 'repaired.md'))('is repaired exactly as in %s', (file) => {
    expect(read(name).text).toBe(textOf(`${name}/${file}`));
  });

  const commands = files.flatMap((file) => {
    const match = /^after\.([a-z]+)-(.+)\.md$/.exec(file);
    return match ? [{ file, verb: match[1] as string, selector: match[2] as string }] : [];
  });

  it.each(commands)('$verb $selector leaves $file', ({ file, verb, selector }) => {
    expect(leftBy(read(name), verb, selector)).toBe(textOf(`${name}/${file}`));
  });

  const inPlace = commands.filter(({ verb }) => verb === 'done' && read(name).roadmap.hasTaskLines);
  it.each(inPlace)('$verb $selector leaves the total as it is', ({ verb, selector }) => {
    const before = read(name);
    const now = progressOf(readNote(leftBy(before, verb, selector), 'input')).total;
    expect(now.total).toBe(progressOf(before.roadmap).total.total);
  });
});
