// Terminal: every field of every format, full of what a terminal obeys, through every command: nothing of it comes out.
import { describe, expect, it } from 'vitest';
import { type ChangeOptions, change } from '../../src/commands/change.ts';
import type { Context } from '../../src/commands/context.ts';
import { explain } from '../../src/commands/explain.ts';
import { exportRoadmap } from '../../src/commands/export.ts';
import { init } from '../../src/commands/init.ts';
import { gate, levels, projects } from '../../src/commands/levels.ts';
import { lint } from '../../src/commands/lint.ts';
import { log } from '../../src/commands/log.ts';
import { list, next, show } from '../../src/commands/look.ts';
import { reconcile } from '../../src/commands/reconcile.ts';
import { repair } from '../../src/commands/repair.ts';
import { status } from '../../src/commands/status.ts';
import { undo } from '../../src/commands/undo.ts';
import type { Verb } from '../../src/model/verb.ts';
import { printable, printableDocument } from '../../src/text/visible.ts';
import { home, settled } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';
import { atTerminal, newHome, noTerminal } from '../support/program.ts';

/** Colours, a window's title, C1 forms of the same, what reorders a line, line ends of Unicode, and a backspace. */
const signs = '\u001b[31m\u001b]0;t\u0007\u009b2J\u009dt\u009c\u0085\u202e\u2066\u2069\u2028\u2029\u007f\b\r';
/** The same with what only a text in quotes can hold. */
const quotedSigns = `${signs}\u0000\nFORGED\ttab`;

/** Tabs and line ends are the only control characters that drawn text is made of. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const obeyed = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/;

/** `field` in its own words, so that a failure says whose it is. */
const of = (field: string): string => `${field}${quotedSigns}${field}`;
const inLine = (field: string): string => `${field}${signs.replace('\r', '')}${field}`;

const yaml = (s: (field: string) => string): string =>
  JSON.stringify({
    id: s('roadmapid'),
    title: { en: s('title'), ru: s('titleru') },
    description: s('description'),
    version: s('version'),
    levels: [
      { id: 'low', title: s('leveltitle'), rubric: s('rubric') },
      { id: s('levelid'), title: s('leveltitle2') },
    ],
    prerequisites: [s('prerequisite')],
    resources: [{ title: s('resource'), url: `https://a.example/${s('resourceurl')}`, kind: s('kind') }],
    sections: [
      {
        id: s('sectionid'),
        title: s('section'),
        why: s('why'),
        level: 'low',
        weight: '35',
        topics: [
          s('bare'),
          {
            id: 'plain',
            title: s('topic'),
            outcome: s('outcome'),
            level: s('levelid'),
            hours: '1.5',
            needs: [s('topicid')],
            tags: [s('tag')],
            links: [`https://a.example/${s('link')}`, s('link2')],
            legacy: { state: 'removed', since: s('since'), use: s('use') },
            notes: [s('note')],
          },
          { id: s('topicid'), title: s('topic2'), done: s('done') },
          { id: 'parent', title: s('parent'), topics: [{ id: 'below', title: s('below'), done: '2026-01-01' }] },
        ],
      },
    ],
    projects: [
      {
        id: 'build',
        level: 'low',
        title: s('project'),
        goal: s('goal'),
        criterion: s('criterion'),
        proves: ['plain', s('proves')],
        stack: [s('stack')],
        links: [`https://a.example/${s('projectlink')}`],
      },
    ],
  });

const note = (s: (field: string) => string): string => `---
title: "${s('front')}"
progress: ${s('place')}.md
tags: [${s('fronttag')}]
${s('key')}: x
---
# ${s('title')}

${s('prose')}

## 1 ${s('section')} (35 %)

- [ ] 1.1 ${s('topic')} #${s('tag')} [level:: ${s('level')}] 🆔 plain ⛔ ${s('needs')},broker
  ${s('continued')}
  - ${s('note')} <https://a.example/${s('link')}>
- [X] 1.2 ${s('done')} ✅ 2026-01-01
- [x] 1.2 ${s('date')} ✅ 2026-02-30 ${s('behind')}
- [x] [[${s('wiki')}|${s('shown')}]] [${s('text')}](https://a.example/${s('address')}) ^${s('block')}
- [ ] 🆔 ${s('oddid')}
- [${'\u001b'}] ${s('mark')}
- [ ] [[[${s('broken')}]]](https://[[${s('broken')}]].io/)

### Junior

- [ ] ${s('junior')} 🔁 every ${s('repeat')}

## 2 ${s('second')}

| Topic | Status |
|---|---|
| ${s('row')} | ${s('state')} |
| ${s('row2')} | done |

## Pet projects

| Level | Name | Description | Technologies | Success criterion | Links |
|---|---|---|---|---|---|
| ${s('projectlevel')} | ${s('project')} | ${s('goal')} | ${s('stack')} | ${s('criterion')} | [${s('linktext')}](https://a.example/${s('projectlink')}) |

## Prerequisites

- ${s('prerequisite')}

## Resources

- [${s('resource')}](https://a.example/${s('resourceurl')})
`;

const outline = (s: (field: string) => string): string =>
  `# ${s('title')}\n\n## ${s('section')}\n\n- ${s('topic')}\n- ${s('topic2')}: https://a.example/${s('link')}\n\n## ${s('second')}\n\n- ${s('topic3')}\n`;

const nodes = (s: (field: string) => string): string =>
  JSON.stringify({
    title: { page: s('title') },
    description: s('description'),
    nodes: [
      { id: s('id'), type: 'topic', data: { label: s('topic') }, position: { x: 1, y: 1 } },
      { id: 'b', type: 'subtopic', data: { label: s('topic2') }, position: { x: 1, y: 2 } },
    ],
    edges: [{ source: s('id'), target: 'b' }],
  });

const mockup = (s: (field: string) => string): string =>
  JSON.stringify({
    mockup: {
      controls: {
        control: [
          {
            typeID: '__group__',
            properties: { controlName: `100-${s('name')}:${s('below')}` },
            children: { controls: { control: [{ properties: { text: s('topic') } }] } },
          },
        ],
      },
    },
  });

const mistaken = (s: (field: string) => string): string =>
  `title: "${s('title')}"\n${s('key')}: [${s('value')}\n  ${s('indent')}: *${s('alias')}\n`;

const foreign = (s: (field: string) => string): string =>
  JSON.stringify({ [s('group')]: { [s('part')]: [s('leaf'), { [s('one')]: [s('two')] }] }, title: s('title') });

const stray = (s: (field: string) => string): string =>
  JSON.stringify({
    title: s('title'),
    topics: [{ title: 'a', [s('unknown')]: s('value'), level: s('level') }],
    sectoins: [],
  });

const ticks =
  (name: string) =>
  (s: (field: string) => string): string =>
    `---\nroadmap: ${JSON.stringify(name)}\n${s('key')}: x\n---\n# ${s('title')}\n\n## ${s('section')}\n\n- [x] 1 ${s('orphan')} 🆔 ${s('id')} ✅ 2026-01-01 ${s('words')}\n  ${s('remark')}\n- [x] 2 ${s('typed')} ✅ 2026-02-30\n`;

interface Case {
  readonly name: string;
  readonly text: string;
  /** A progress file to keep its ticks in. */
  readonly ticks?: string;
}

const oddName = `odd${signs.replace('\r', '')}`;
const cases: readonly Case[] = [
  { name: 'all.yaml', text: yaml(of) },
  { name: 'note.md', text: note(inLine) },
  { name: 'outline.md', text: outline(inLine) },
  { name: 'nodes.json', text: nodes(of) },
  { name: 'mockup.json', text: mockup(of) },
  { name: 'mistaken.yaml', text: mistaken(inLine) },
  { name: 'foreign.yaml', text: foreign(of) },
  { name: 'stray.yaml', text: stray(of) },
  { name: 'broken.json', text: `{"${inLine('key')}": [${inLine('value')}` },
  { name: 'data.json', text: JSON.stringify({ [of('key')]: of('value') }) },
  { name: 'data.yaml', text: JSON.stringify({ [of('phone')]: '1', email: of('value') }) },
  { name: 'prose.md', text: `${inLine('prose')}\n` },
  { name: 'ticked.yaml', text: yaml(of), ticks: ticks('ticked.yaml')(inLine) },
  {
    name: 'conflict.md',
    text: `# T\n\n- [ ] a\n<<<<<<< ${inLine('ours')}\n- [ ] ${inLine('b')}\n=======\n- [x] ${inLine('b')}\n>>>>>>> ${inLine('theirs')}\n`,
  },
  { name: `${oddName}.md`, text: note(inLine) },
  { name: `${oddName}.yaml`, text: yaml(of) },
  { name: `${oddName}.json`, text: '{' },
];

type Run = (context: Context, roadmap: string) => Promise<number>;
const verb =
  (name: Verb, words: readonly string[], options: ChangeOptions = {}): Run =>
  (context, roadmap) =>
    change(context, name, words, { force: true, ...options, roadmap });
const bad = of('typed');

/** Looking first, then changing, then taking back. */
const commands: readonly (readonly [string, Run])[] = [
  ...[{}, { json: true }, { plain: true }].flatMap((how): readonly (readonly [string, Run])[] => [
    [`status ${JSON.stringify(how)}`, (c, roadmap) => status(c, { ...how, roadmap })],
    [`list ${JSON.stringify(how)}`, (c, roadmap) => list(c, [], { ...how, roadmap })],
    [`list of a word ${JSON.stringify(how)}`, (c, roadmap) => list(c, [bad], { ...how, roadmap })],
    [`list of a level ${JSON.stringify(how)}`, (c, roadmap) => list(c, [], { ...how, roadmap, level: bad })],
    [`list of a tag ${JSON.stringify(how)}`, (c, roadmap) => list(c, [], { ...how, roadmap, tag: bad })],
    [`list of a text ${JSON.stringify(how)}`, (c, roadmap) => list(c, [], { ...how, roadmap, search: bad })],
    [`list of a state ${JSON.stringify(how)}`, (c, roadmap) => list(c, [], { ...how, roadmap, status: bad })],
    [`list since ${JSON.stringify(how)}`, (c, roadmap) => list(c, [], { ...how, roadmap, since: bad })],
    ...['1', '1.1', '1.2', '1.4', '2', 'P1', 'topic', 'x', bad].map((word): readonly [string, Run] => [
      `show ${word} ${JSON.stringify(how)}`,
      (c, roadmap) => show(c, word, { ...how, roadmap }),
    ]),
    [`show ${JSON.stringify(how)}`, (c, roadmap) => show(c, undefined, { ...how, roadmap })],
    [`next ${JSON.stringify(how)}`, (c, roadmap) => next(c, [], { ...how, roadmap, number: 9 })],
    [`levels ${JSON.stringify(how)}`, (c, roadmap) => levels(c, { ...how, roadmap })],
    [`projects ${JSON.stringify(how)}`, (c, roadmap) => projects(c, { ...how, roadmap })],
    [`gate ${JSON.stringify(how)}`, (c, roadmap) => gate(c, 'junior', { ...how, roadmap })],
    [`gate of a level ${JSON.stringify(how)}`, (c, roadmap) => gate(c, of('levelid'), { ...how, roadmap })],
    [`lint ${JSON.stringify(how)}`, (c, roadmap) => lint(c, [roadmap], { ...how })],
    [`lint of a folder ${JSON.stringify(how)}`, (c) => lint(c, ['.'], { ...how })],
    [`explain ${JSON.stringify(how)}`, (c, roadmap) => explain(c, { ...how, roadmap })],
    [`reconcile ${JSON.stringify(how)}`, (c, roadmap) => reconcile(c, { ...how, roadmap })],
    [
      `reconcile to another ${JSON.stringify(how)}`,
      (c, roadmap) => reconcile(c, { ...how, roadmap, progress: `${oddName}2.md` }),
    ],
    [`export ${JSON.stringify(how)}`, (c, roadmap) => exportRoadmap(c, { ...how, roadmap })],
    [
      `init ${JSON.stringify(how)}`,
      (c, roadmap) => init(c, `${oddName}-${JSON.stringify(how).length}.yaml`, { ...how, from: roadmap }),
    ],
    [`log ${JSON.stringify(how)}`, (c, roadmap) => log(c, [], { ...how, roadmap })],
  ]),
  ['an unknown encoding', (c, roadmap) => status(c, { roadmap, encoding: bad })],
  ['a progress file of no kind', (c, roadmap) => status(c, { roadmap, progress: bad })],
  ['lint --fix --dry-run', (c, roadmap) => lint(c, [roadmap], { fix: true, dryRun: true })],
  ['repair', (c, roadmap) => repair(c, roadmap, {})],
  ['repair --json', (c, roadmap) => repair(c, roadmap, { json: true })],
  ['done --dry-run', verb('done', ['1'], { dryRun: true })],
  ['done', verb('done', ['1'])],
  ['done of a project', verb('done', ['P1'])],
  ['skip', verb('skip', ['1.1', '1.2'])],
  ['start --json', verb('start', ['1.1'], { json: true })],
  ['done on a day', verb('done', ['1.1'], { on: bad })],
  ['reopen of a word', verb('reopen', [bad])],
  ['reopen', verb('reopen', ['1'])],
  ['done to another', verb('done', ['1'], { progress: `${oddName}3.md` })],
  ['done to another --dry-run', verb('reopen', ['1'], { progress: `${oddName}3.md`, dryRun: true })],
  ['log', (c, roadmap) => log(c, [], { roadmap })],
  ['log --json', (c, roadmap) => log(c, [], { roadmap, json: true })],
  ['log --plain', (c, roadmap) => log(c, [], { roadmap, plain: true })],
  ['undo', (c, roadmap) => undo(c, 'undo', [], { roadmap })],
  ['undo of a word', (c, roadmap) => undo(c, 'undo', [bad], { roadmap })],
  ['redo', (c, roadmap) => undo(c, 'redo', [], { roadmap })],
  ['lint --fix', (c, roadmap) => lint(c, [roadmap], { fix: true })],
  ['a roadmap that is none', (c) => status(c, { roadmap: bad.replaceAll('\0', '') })],
];

describe('nothing that a terminal obeys comes out', () => {
  it.each(cases)(
    '$name',
    async ({ name, text, ticks: kept }) => {
      const disk = new MemoryDisk();
      disk.put(`${home}/${name}`, text);
      if (kept !== undefined) disk.put(`${home}/.local/share/istio-roadmap/ticked.md`, kept);
      let heard = 0;
      for (const [what, run] of commands) {
        const { out, err } = await settled(disk, (context) => run(context, name));
        // Documents go to a pipe to the byte: a patch holds lines of files, and only its names are ours to write.
        const headers = /dry-run/.test(what) ? (out.match(/^(?:---|\+\+\+) .*$/gm) ?? []).join('\n') : out;
        const all = what === 'repair' ? err : headers + err;
        heard += all.length;
        const found = obeyed.exec(all);
        const around = found === null ? '' : all.slice(Math.max(0, found.index - 60), found.index + 30);
        expect({ what, around }, JSON.stringify(around)).toEqual({ what, around: '' });
        if (!/json|plain|repair/.test(what)) expect(all, what).not.toMatch(/\t|^FORGED/m);
      }
      expect(heard).toBeGreaterThan(1000);
    },
    60_000,
  );
});

describe('the one way out', () => {
  it.each([
    ['a\tb\nc', 'a\tb\nc', 'a\tb\nc'],
    ['a\r\nb\rc', 'a\nb␍c', 'a\nb␍c'],
    ['\u001b[31mred\u001b[39m', '␛[31mred␛[39m', '\u001b[31mred\u001b[39m'],
    ['\u001b[2J\u001b]0;t\u0007', '␛[2J␛]0;t␇', '␛[2J␛]0;t␇'],
    ['\u009b2J \u202e\u2066 \u2028 \u007f', '\ufffd2J    ␡', '\ufffd2J    ␡'],
    ['one\0two\0', 'one\0two\0', 'one\0two\0'],
    ['שלום 👩\u200d💻 ✅', 'שלום 👩\u200d💻 ✅', 'שלום 👩\u200d💻 ✅'],
  ])('%j', (text, plain, coloured) => {
    expect(printable(text, false)).toBe(plain);
    expect(printable(text, true)).toBe(coloured);
    expect(printableDocument(text)).toBe(plain.replaceAll('\0', '␀'));
  });

  const text = `# T\r\n\r\n- [ ] ${inLine('a')} \u001b[31m <https://a.example/${inLine('link')}>\r\n`;

  it('gives a document to the byte to a pipe, and harmless to a terminal', ({ skip }) => {
    const box = newHome();
    box.write('n.md', text);
    expect(box.run(['repair', 'n.md']).out).toBe(text);
    const seen = atTerminal(box, ['repair', 'n.md', '--color', 'always']);
    if (seen === null) return skip(noTerminal);
    const { status: code, screen } = seen;
    expect(code).toBe(0);
    // A terminal gets CR and LF for each line end.
    expect(screen.replaceAll('\r\n', '\n')).not.toMatch(obeyed);
    expect(screen).toContain('␛[31m');
    expect(screen).toContain('# T\r\n\r\n- [ ] a');
  });

  it('an exported note and every look hold nothing, in a pipe and on a terminal', ({ skip }) => {
    const box = newHome();
    box.write('n.md', note(inLine));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of ours
    const colors = /\u001b\[(?:1|2|22|31|32|33|36|39)m/g;
    for (const words of [['export'], ['status'], ['list'], ['lint'], ['show', '1.1'], ['status', '--explain']]) {
      expect(box.run([...words, '-r', 'n.md']).out).not.toMatch(obeyed);
      const seen = atTerminal(box, [...words, '-r', 'n.md']);
      if (seen === null) return skip(noTerminal);
      expect(seen.screen.replaceAll('\r\n', '\n').replace(colors, ''), words.join(' ')).not.toMatch(obeyed);
    }
  }, 60_000);

  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['a command', [signs], {}],
    ['a command to be helped with', ['help', signs], {}],
    ['an option', [`--${signs}`], {}],
    ['the value of one', ['status', '--color', signs], {}],
    ['a count', ['next', '-n', signs], {}],
    ['a selector', ['done', signs], {}],
    ['a file', ['status', '-r', `./${signs}.md`], {}],
    ['a file for a selector', ['show', `./${signs}.md`], {}],
    ['files', ['lint', signs, `${signs}/`], {}],
    ['a file to make', ['init', `${signs}.json`], {}],
    ['one to make in a folder', ['init', `${signs}/a.yaml`], {}],
    ['a day', ['done', '1.1', '--on', signs], {}],
    ['the environment', ['status'], { ISTIO_ROADMAP: signs }],
    ['a day of the environment', ['status'], { ISTIO_ROADMAP_TODAY: signs }],
    ['HOME', ['done', '1.1'], { HOME: `/${signs}` }],
    ['a folder for data', ['done', '1.1'], { XDG_DATA_HOME: `/proc/${signs}` }],
    ['a folder for state', ['done', '1.1'], { XDG_STATE_HOME: `/proc/${signs}` }],
  ])('%s comes back harmless', (_, words, env) => {
    const box = newHome();
    const { out, err } = box.run(words, { env });
    expect(out + err).not.toBe('');
    expect(out + err).not.toMatch(obeyed);
  });
});
