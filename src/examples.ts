// Examples: lines to type for each command, as its `--help`, its page and the man page show them; a test runs each of them.
import { termLines } from './page-blocks.ts';

export interface Example {
  /** A line of POSIX shell. */
  readonly line: string;
  /** What it does, in a few words. */
  readonly what: string;
  /** The exit status that belongs to it, where that is not 0. */
  readonly status?: number;
  /** It asks, waits for somebody to end it, or starts another program: a test only looks whether the grammar takes it. */
  readonly waits?: true;
}

const example = (line: string, what: string, more: Pick<Example, 'status' | 'waits'> = {}): Example => ({
  line: `istio-roadmap ${line}`.trim(),
  what,
  ...more,
});

/** Two to four for each command, the plainest first; for the program under its own name. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  'istio-roadmap': [
    example('', 'progress, and what is next'),
    example('done 4.2', 'tick a topic; `undo` takes it back'),
    example('status -r kafka.md', 'the same for a note of your own'),
  ],
  status: [
    example('status', 'the whole roadmap'),
    example('status 4 -r kafka.md', 'one section of a note'),
    example('status --explain -r kafka.md', 'why a line is a topic, or none'),
    example('status --all --watch', 'every roadmap, drawn anew after each change', { waits: true }),
  ],
  list: [
    example('list 4 --status todo', 'what is open in section 4'),
    example('list --level junior --tag security', 'by level and tag'),
    example('list --due overdue', 'what should be done by now'),
    example('list --status done --since -7d --plain', 'this week, for scripts'),
  ],
  show: [
    example('show 4.2', 'outcome, needs, links, history of a topic'),
    example('show 4', 'a section: why, hours, levels'),
    example('show', 'the whole roadmap'),
  ],
  next: [
    example('next', 'a few topics, with the reason for each'),
    example('next -n 1 --plain | cut -f5', 'only the title of the first'),
    example('next --level middle -n 3', 'three of a level'),
    example('next --all', 'one of each of your roadmaps'),
  ],
  log: [
    example('log --since monday', 'this week'),
    example('log 4 --status done', 'when the topics of section 4 were done'),
    example('log -n 3', 'the last three changes'),
    example('log --calendar', 'a year of done topics as a heat map'),
  ],
  lab: [
    example('lab', 'the labs, and which of them are passed'),
    example('lab traffic-splitting --into split', 'the task of one and its files, in a folder'),
    example('lab traffic-splitting split', 'judge what is in the folder', { status: 1 }),
    example('lab --mock ica', 'a mock exam of the ICA, in a folder of its own'),
  ],
  pace: [
    example('pace', 'topics a week, and a range of days for each level'),
    example('pace --by +12w', 'what will be done by then, and the pace that is needed'),
    example('pace 4 --pace 6h/w', 'when section 4 is done at six hours a week'),
    example('pace --skip 5 --plain', 'as if section 5 was left out, for scripts'),
  ],
  plan: [
    example('plan --by +12w', 'the pace that is needed, week by week'),
    example('plan --pace 6h/w --level junior', 'one level, at six hours a week'),
    example('plan --by +12w --pace 10/w --plain', 'for scripts: week, address, hours, title'),
    example('plan --pace 6h/w --format ics > istio.ics', 'the weeks for a calendar'),
  ],
  levels: [
    example('levels', 'every level, and what is missing'),
    example('levels --plain', 'id, reached or open, counts, title'),
  ],
  projects: [
    example('projects --level junior', 'what to build at a level'),
    example('projects --status todo', 'those that are not begun'),
  ],
  gate: [
    example('gate junior', 'exit 0 when it is reached, else 1', { status: 1 }),
    example('gate middle --at 80 -q', 'is 80 % of it done? no output', { status: 1 }),
    example('gate senior --full', 'with all that is missing', { status: 1 }),
  ],
  done: [
    example('done 4.2', 'a topic, or all below a section'),
    example("done 4.1-4.3 'native sidecars' --on monday", 'ranges, parts of titles, a day'),
    example("done 4.2 --spent 1h30m --note 'subsets need a rule'", 'with the time it took, and a note'),
    example('list 4 --plain | cut -f1 | istio-roadmap done -', 'what another command chose'),
  ],
  start: [
    example('start 4.3', 'in progress; `next` names it first'),
    example('start 4.3 --only', 'without the topics below it'),
  ],
  skip: [
    example('skip 12', 'a section that you do not need'),
    example('skip 4.8 --on 2026-11-02', 'with the day of the decision'),
  ],
  reopen: [
    example('reopen 4.2', 'to do again; its date is taken out'),
    example('reopen 4 --force', 'several dates, without a question'),
  ],
  note: [
    example("note 4.2 'read the part on subsets again'", "below the topic, with today's date"),
    { line: "echo 'in chapter 3' | istio-roadmap note 4.2 -", what: 'what another command says' },
  ],
  pick: [
    example('pick', 'the whole roadmap on the screen', { waits: true }),
    example('pick 4 --dry-run -r kafka.md', 'a section, and nothing is written', { waits: true }),
  ],
  edit: [
    example('edit 4.2 -r kafka.md', 'your editor, at the line of the topic', { waits: true }),
    example('edit -r kafka.md', 'the whole file', { waits: true }),
  ],
  open: [
    example('open 4.2', 'its first link, in your browser', { waits: true }),
    example('open 4.2 --print', 'only the address'),
  ],
  undo: [
    example('undo', 'the last change of this roadmap'),
    example('undo -n 2 -r kafka.md', 'the last two, of a note'),
  ],
  redo: [example('redo', 'what `undo` took back'), example('redo -n 2 -r kafka.md', 'the last two, of a note')],
  reconcile: [
    example('reconcile -r plan.md', 'which ticks lost their topic, and why'),
    example('reconcile --apply -r plan.md', 'link them anew'),
    example('reconcile --from old.md -r new.md', 'take ticks from another file'),
  ],
  export: [
    example('export -r outline.txt > outline.md', 'a clean checklist with its ticks'),
    example('export --format json', 'as data, which can be read again'),
    example('export --format svg > card.svg', 'a card for a README; badge: for shields.io'),
    example('export --format html > istio.html', 'as one page: progress, charts, what is open'),
  ],
  init: [
    example('init', 'your settings: asks, and writes after a yes', { waits: true }),
    example('init -r kafka.md --name kafka --force', 'the same without questions'),
    example('init mine.yaml', 'a small roadmap to fill in'),
    example('init copy.yaml --from istio', 'a copy with ticks of its own'),
  ],
  roadmaps: [
    example('roadmaps add notes/Kafka.md', 'from now on it is `-r kafka`'),
    example('roadmaps add kafka.md --name k --use', 'under a name, as the default'),
    example('roadmaps', 'those that have a name'),
  ],
  config: [
    example('config', 'what is set, and by which file'),
    example('config set lang ru', 'the language of the output'),
    example('config unset lang', 'the locale decides again'),
    example('config edit', 'the file in your editor', { waits: true }),
  ],
  prompt: [
    example('prompt', 'counts of the default roadmap'),
    example("prompt --format '{level} {percent}%'", 'in a form of your own'),
    example('prompt -r kafka.md', 'of a note'),
  ],
  'shell-init': [
    { line: 'eval "$(istio-roadmap shell-init bash --cmd ir)"', what: 'in ~/.bashrc, with `ir` as a short name' },
    example('shell-init fish | less', 'look at what it does'),
  ],
  completion: [
    example('completion install --dry-run', 'which files it would change, and how'),
    example('completion fish', 'print it, to put it somewhere yourself'),
  ],
  mcp: [
    example('mcp', 'a client starts it like this', { waits: true }),
    example('mcp -r kafka.md', 'for a note', { waits: true }),
  ],
  paths: [
    example('paths', 'every place, and whether it is there'),
    example('paths --plain | cut -f2', 'only the paths'),
  ],
  doctor: [
    example('doctor', 'what is odd, and what to do'),
    example('doctor --plain | cut -f1,3', 'verdict and sentence of each check'),
  ],
  lint: [
    example('lint -r kafka.md', 'what is odd in a note'),
    example('lint notes', 'every roadmap below a folder'),
    example('lint --fix --dry-run -r kafka.md', 'what would be mended'),
  ],
  repair: [
    example('repair broken.txt', 'look at the repaired text'),
    example('repair broken.txt > whole.txt', 'keep it; the file stays as it is'),
  ],
  'merge-driver': [
    example('merge-driver base.md ours.md theirs.md', 'git runs it like this'),
    example('merge-driver base.md ours.md theirs.md kafka.md', 'with the name in the repository'),
  ],
};

/** Those of a command; none where there are none. */
export function examplesOf(name: string): readonly Example[] {
  return Object.hasOwn(examples, name) ? (examples[name] as readonly Example[]) : [];
}

/** The examples of a command as its help shows them in so many columns; empty where it has none. */
export function helpOfExamples(name: string, columns: number): string {
  const terms = examplesOf(name).map(({ line, what }) => ({ term: line, meaning: what }));
  return terms.length === 0 ? '' : ['', 'Examples:', ...termLines(terms, columns)].join('\n');
}
