// Goals: what is measured, and what it may take: `most`, and `aim` for which we try. Times are multiples of the wall time of `node -e 0`
// and memory is one of its peak memory, in the same run. A row without a goal is there for comparison.

const status = (file) => ({ args: ['status', '-r', file] });
const done = (file, topic) => ({ args: ['done', topic, '-r', file], after: ['reopen', topic, '-r', file] });

const undo = {
  ...{ args: ['undo', '-r', '150.md'], after: ['redo', '-r', '150.md'] },
  before: [['done', '5.2', '-r', '150.md']],
};

/** A journal of its design size, as large as the entries of one file may become: of a tick that is made and taken back. */
const fullJournal = (file, topic) => ({ bytes: 2_000_000, of: done(file, topic) });

/**
 * Each row has a home of its own with the file that its command line names. `before` runs once, `after` undoes what each round
 * wrote, `journal` is filled before, and of `turns` each round takes the next.
 */
export const rows = [
  { name: 'status, 1 topic', ...status('1.md') },
  { name: 'status, 150 topics', ...status('150.md'), most: 1.75, aim: 1.5, memory: { most: 1.2, aim: 1.1 } },
  { name: 'status, bundled roadmap', args: ['status'], most: 1.75, aim: 1.5 },
  { name: 'status, 150 topics, front matter', ...status('front.md'), most: 2.2, aim: 1.9 },
  { name: 'status, 150 topics, YAML never ticked', ...status('plan.yaml'), most: 2.6, aim: 2.2 },
  {
    ...{ name: 'status, 150 topics, YAML ticked once', ...status('plan.yaml') },
    ...{ before: [['done', '5.2', '-r', 'plan.yaml']], most: 2.6, aim: 2.2 },
  },
  { name: 'status, copy of the bundled roadmap', ...status('istio.yaml') },
  { name: 'done, 150 topics', ...done('150.md', '5.2'), most: 2.4, aim: 2 },
  {
    name: 'done, 150 topics, journal of 2 MB',
    ...done('150.md', '5.2'),
    journal: fullJournal('150.md', '5.2'),
    most: 2.4,
    aim: 2,
  },
  {
    ...{ name: 'done, 150 topics, front matter, journal of 2 MB', ...done('front.md', '5.2') },
    ...{ journal: fullJournal('front.md', '5.2'), most: 2.4, aim: 2 },
  },
  { name: 'done, bundled roadmap', args: ['done', '3.2'], after: ['reopen', '3.2'] },
  { name: 'prompt', args: ['prompt'], before: [['done', '3.2']], most: 1.2, aim: 1.05 },
  { name: 'prompt, never ticked', args: ['prompt'] },
  { name: 'Tab, a command', args: ['__complete', 'zsh', '--', 'l'], most: 2.2, aim: 1.2 },
  { name: 'Tab, topics', args: ['__complete', 'zsh', '--', 'done', '4.'], most: 2.2, aim: 1.8 },
  { name: 'shell-init', args: ['shell-init', 'bash'], most: 1.3, aim: 1.1 },
  { name: '--help', args: ['--help'], most: 1.3, aim: 1.05 },
  { name: 'COMMAND --help, of each in turn', turns: 'help', most: 1.3, aim: 1.05 },
  ...[
    ['list', '-r', '150.md'],
    ['show', '5.2', '-r', '150.md'],
    ['next', '-r', '150.md'],
    ['log', '-r', '150.md'],
    ['lint', '150.md'],
    ['export', '-r', '150.md'],
    ['reconcile', '-r', '150.md'],
    ['levels'],
    ['projects'],
    ['gate', 'senior'],
  ].map((args) => ({ name: `${args[0]}, cold`, args, most: 2, aim: 1.5 })),
  { name: 'lab, the list', args: ['lab'], most: 2.2, aim: 1.8 },
  { name: 'lab ID', args: ['lab', 'traffic-splitting'], most: 2.2, aim: 1.8 },
  { name: 'lab ID FILE', args: ['lab', 'traffic-splitting', 'answer.yaml'], most: 6, aim: 4 },
  { name: 'status, 150 topics in 20 weeks', ...status('150-weeks.md'), most: 1.75, aim: 1.5 },
  { name: 'pace, 150 topics in 20 weeks', args: ['pace', '-r', '150-weeks.md'] },
  { name: 'undo', ...undo },
  { name: 'undo, journal of 2 MB', ...undo, journal: fullJournal('150.md', '5.2') },
  { name: 'log, journal of 2 MB', args: ['log', '-r', '150.md'], journal: fullJournal('150.md', '5.2') },
  { name: 'status, 10k in 20 weeks', ...status('10k-weeks.md') },
  { name: 'pace, 10k in 20 weeks', args: ['pace', '-r', '10k-weeks.md'] },
  { name: 'status, 10k', ...status('10k.md'), most: 2.8, aim: 2.3 },
  {
    ...{ name: 'status, 100k in 150 sections', ...status('100k.md'), most: 3.8, aim: 3.2 },
    memory: { most: 2.1, aim: 1.7 },
  },
  {
    ...{ name: 'status, 100k in 6,667 sections', ...status('100k-sections.md'), most: 8, aim: 6.5 },
    memory: { most: 2.1, aim: 1.7 },
  },
  { name: 'status, 1M', ...status('1m.md'), most: 48, aim: 35, memory: { most: 7.5, aim: 5 } },
  { name: 'done, 10k', ...done('10k.md', '75.2'), most: 3.2, aim: 2.6 },
  { name: 'done, 100k', ...done('100k.md', '75.2'), most: 7, aim: 5.5 },
];

/** What two or three rows make together. */
export const derived = [
  ...['150 topics', '10k'].map((size) => ({
    ...{ name: `pace, ${size} in 20 weeks, beyond status`, kind: 'difference', most: 0.25 },
    of: [`pace, ${size} in 20 weeks`, `status, ${size} in 20 weeks`],
  })),
  {
    ...{ name: 'journal of 2 MB, beyond none', kind: 'difference', most: 0.3 },
    of: ['done, 150 topics, journal of 2 MB', 'done, 150 topics'],
  },
  {
    ...{ name: 'growth of status, 10k to 1M', kind: 'exponent', most: 1.05 },
    of: ['status, 1 topic', 'status, 10k', 'status, 1M'],
    sizes: [10_000, 1_000_000],
  },
];

/** Beside other programs on the same topics; a goal for one of them is a share of its time. */
export const comparisons = [
  { name: 'peers, status of 150', ...status('150.md'), action: 'status', shape: { count: 150, size: 15 } },
  { name: 'peers, status of 10k', ...status('10k.md'), action: 'status', shape: { count: 10_000, size: 67 } },
  {
    ...{ name: 'peers, status of 100k', ...status('100k.md'), action: 'status', shape: { count: 100_000, size: 667 } },
    goals: { 'task summary': { most: 0.24, aim: 0.15 } },
  },
  { name: 'peers, done of 150', ...done('150.md', '5.2'), action: 'done', shape: { count: 150, size: 15 } },
  { name: 'peers, done of 10k', ...done('10k.md', '75.2'), action: 'done', shape: { count: 10_000, size: 67 } },
  {
    ...{
      name: 'peers, done of 100k',
      ...done('100k.md', '75.2'),
      action: 'done',
      shape: { count: 100_000, size: 667 },
    },
    goals: { 'task done': { most: 0.27, aim: 0.2 } },
  },
];

/** The exponent with which the time of any command may grow with the size of a roadmap of any shape. */
export const mostGrowth = 1.2;

/** What is measured of growth unless every shape is asked for (bench/growth-cases.mjs). */
export const growthShapes = [
  'flat',
  'deep',
  'sections',
  'projects',
  'links',
  'levels',
  'equal lines',
  'titles from standard input',
  'addresses from standard input',
  'long line',
  'long line of words',
  'front-matter keys',
  'keys that are not plain',
  'YAML',
  'JSON',
];
export const growthCommands = ['status', 'list', 'lint', 'done'];
