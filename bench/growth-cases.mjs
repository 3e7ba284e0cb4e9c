// Growth cases: roadmaps of every kind of size, and the commands that are measured on them. Shared with the test that counts steps.

const range = (n, line) => Array.from({ length: n }, (_, i) => line(i));
const filler = [
  '## Practice',
  '',
  '- [ ] A first topic 🆔 first',
  '- [ ] A second topic',
  '- [x] A third topic ✅ 2026-01-15',
  '',
];
const text = (...parts) => `${parts.flat().join('\n')}\n`;
const topic = (i) => `- [${i % 3 === 0 ? 'x' : ' '}] Topic number ${i}${i % 3 === 0 ? ' ✅ 2026-01-15' : ''}`;

/** Each kind of size: a roadmap of `n`, which topics a tick names, and what is given on standard input instead. */
export const cases = {
  flat: { file: 'note.md', text: (n) => text('# Notes', '', range(n, topic)), topic: '2' },
  sections: {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, (i) => (i % 8 === 0 ? `\n## Part of everything ${i}\n` : topic(i))),
      ),
    topic: '1.1',
  },
  // As deep as outlines get before the indentation alone makes the text grow with the square.
  deep: {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, (i) => '  '.repeat(i % 60) + topic(i)),
      ),
    topic: '1',
  },
  projects: {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        filler,
        '## Projects',
        '',
        '| Level | Name | Description | Technologies | Success criterion | Links |',
        '|---|---|---|---|---|---|',
        range(
          n,
          (i) =>
            `| ${['Junior', 'Middle', 'Senior'][i % 3]} | Project ${i} | Build it | Istio, Envoy | It works | [a](https://example.org/${i}) |`,
        ),
      ),
    topic: 'P2',
  },
  links: {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        '- [ ] One topic',
        range(n, (i) => `  - [Link ${i}](https://example.org/${i})`),
        '',
        filler,
      ),
    topic: '1',
  },
  'links on a line': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        `- [ ] One topic ${range(n, (i) => `[${i}](https://example.org/${i})`).join(' ')}`,
        '',
        filler,
      ),
    topic: '1',
  },
  'numbered lines below an item': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        '## 1. Practice',
        '',
        '- [ ] A first topic',
        '',
        '## 2. Numbers',
        '',
        '1. One topic',
        range(n, (i) => `   1.${i + 1} Part number ${i + 1}`),
      ),
    topic: '2.1',
  },
  'plain lines below items': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, (i) => (i % 8 === 0 ? topic(i) : `  and more of topic ${i}`)),
      ),
    topic: '2',
  },
  'equal lines': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, () => '- [ ] Read a page'),
      ),
    topic: '2',
  },
  'equal ticked lines': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, (i) => `- [x] Read a page ✅ 2026-01-${10 + (i % 20)}`),
        '- [ ] Another',
      ),
    topic: '2',
  },
  'titles from standard input': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, (i) => `- [ ] Topic number ${i} of all`),
      ),
    topic: '-',
    input: (n) => text(range(n, (i) => `Topic number ${i} of all`)),
  },
  'addresses from standard input': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, (i) => `- [ ] Topic number ${i} of all`),
      ),
    topic: '-',
    input: (n) => text(range(n, (i) => `${i + 1}`)),
  },
  'front-matter keys': {
    file: 'note.md',
    text: (n) =>
      text(
        '---',
        'title: Notes',
        range(n, (i) => `key${i}: value ${i}`),
        '---',
        '',
        filler,
      ),
    topic: '1.1',
  },
  YAML: {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'sections:',
        range(n, (i) =>
          i % 8 === 0
            ? `  - title: Part of everything ${i}\n    topics:`
            : `      - title: Topic ${i}\n        level: junior\n        links: [https://example.org/${i}]`,
        ),
      ),
    topic: '1.1',
  },
  JSON: {
    file: 'plan.json',
    text: (n) =>
      JSON.stringify({
        title: 'Plan',
        sections: range(Math.ceil(n / 8), (section) => ({
          title: `Part of everything ${section}`,
          topics: range(8, (i) => ({ id: `t${8 * section + i}`, title: `Topic ${8 * section + i}`, level: 'junior' })),
        })),
      }),
    topic: '1.1',
  },
  // A sign that the reader of plain YAML leaves to the library.
  'keys that are not plain': {
    file: 'note.md',
    text: (n) =>
      text(
        '---',
        'title: &name Notes',
        range(n, (i) => `key${i}: value ${i}`),
        '---',
        '',
        filler,
      ),
    topic: '1.1',
  },
  levels: {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'levels:',
        range(n, (i) => `  - {id: level-${i}, title: Level ${i}}`),
        'sections:',
        '  - title: All',
        '    topics:',
        range(n, (i) => `      - {id: t${i}, title: Topic ${i}, level: level-${i}}`),
      ),
    topic: '1.2',
    level: 'level-7',
  },
  'levels of a note': {
    file: 'note.md',
    text: (n) =>
      text(
        '---',
        'levels:',
        range(n, (i) => `  - {id: level-${i}, title: Level ${i}}`),
        '---',
        '# Notes',
        '',
        range(n, (i) => `- [ ] Topic ${i} [level:: level-${i}]`),
      ),
    topic: '2',
    level: 'level-7',
  },
  // In characters, five for each of `n`: the longest is an image inside the line.
  'long line': {
    file: 'note.md',
    text: (n) => text('# Notes', '', `- [ ] A picture ![x](data:image/png;base64,${'iVBOR'.repeat(n)})`, filler),
    topic: '1',
  },
  'long line of words': {
    file: 'note.md',
    text: (n) => text('# Notes', '', `- [ ] Слова ${'слово '.repeat(n)}`, filler),
    topic: '1',
  },
  'long line of emoji': {
    file: 'note.md',
    text: (n) => text('# Notes', '', `- [ ] 👍🏽${'👍🏽é'.repeat(n)}`, filler),
    topic: '1',
  },
  'long line of blanks': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        `- [ ] Wide${' '.repeat(5 * n)}gap`,
        `Text${' '.repeat(5 * n)}`,
        '',
        `## Wide${'\t'.repeat(5 * n)}gap`,
        filler,
      ),
    topic: '1',
  },
  'progress file': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        '## All',
        '',
        range(n, (i) => `- Topic number ${i}`),
      ),
    topic: '1.2',
  },
  org: {
    file: 'plan.org',
    text: (n) =>
      text(
        '#+TITLE: Plan',
        range(
          n,
          (i) =>
            `${'*'.repeat(1 + (i % 7))} ${i % 5 === 0 ? 'Part' : 'TODO [#A] Topic'} ${i} [0/1] :tag:\n- [ ] Step ${i}`,
        ),
      ),
    topic: 'Topic 1',
  },
  'todo.txt': {
    file: 'todo.txt',
    text: (n) => text(range(n, (i) => `(A) 2026-01-02 Topic number ${i} +part${i % 9} @home due:2026-02-01`)),
    topic: '1.1',
  },
  'full progress file': {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'sections:',
        '  - title: All',
        '    topics:',
        range(n, (i) => `      - {id: t${i}, title: Topic ${i}}`),
      ),
    topic: '1.2',
    before: [['done', '1', '--force']],
  },
  'sections of a progress file': {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'sections:',
        range(n, (i) =>
          i % 8 === 0 ? `  - title: Part of everything ${i}\n    topics:` : `      - {id: t${i}, title: Topic ${i}}`,
        ),
      ),
    topic: '1',
    before: [['done', '*']],
  },
  'half a progress file': {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'sections:',
        '  - title: All',
        '    topics:',
        range(n, (i) => `      - {id: t${i}, title: Topic ${i}}`),
      ),
    topic: '1',
    input: (n) => text(range(Math.ceil(n / 2), (i) => `1.${2 * i + 1}`)),
    before: [['done', '-']],
  },
  needs: {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'sections:',
        '  - title: All',
        '    topics:',
        range(
          n,
          (i) => `      - {id: t${i}, title: Topic ${i}, needs: [t${Math.floor(i / 2)}, t${Math.max(0, i - 1)}]}`,
        ),
      ),
    topic: '1.2',
  },
  'broken YAML': {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'sections:',
        '  - title: All',
        '    topics:',
        range(n, (i) => `      - Topic ${i}: "a`),
      ),
    topic: '1.2',
    refuses: true,
  },
  'unknown keys': {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'topics:',
        '  - title: One',
        range(n, (i) => `    kez${i}: x`),
        '  - Two',
      ),
    topic: '1',
  },
  'conflict blocks': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(
          Math.ceil(n / 5),
          (i) => `<<<<<<< HEAD\n- [x] Topic ${i} ✅ 2026-01-15\n=======\n- [ ] Topic ${i}\n>>>>>>> theirs`,
        ),
      ),
    topic: '2',
    refuses: true,
  },
};

/** In the order in which they can follow each other on one roadmap. */
export const commands = {
  status: () => ['status'],
  list: () => ['list', '--plain'],
  show: ({ topic }) => ['show', topic === '-' ? '2' : topic],
  next: () => ['next'],
  levels: () => ['levels'],
  projects: () => ['projects'],
  gate: ({ level = 'senior' }) => ['gate', level],
  export: () => ['export'],
  card: () => ['export', '--format', 'svg'],
  page: () => ['export', '--format', 'html'],
  reconcile: () => ['reconcile'],
  lint: () => ['lint'],
  start: ({ topic }) => ['start', topic],
  skip: ({ topic }) => ['skip', topic],
  reopen: ({ topic }) => ['reopen', topic, '--force'],
  done: ({ topic }) => ['done', topic, '--force'],
  log: () => ['log'],
  calendar: () => ['log', '--calendar'],
  undo: () => ['undo'],
  redo: () => ['redo'],
  'lint --fix': () => ['lint', '--fix'],
};
