// UserError and Diagnostic: what can go wrong, as data; the sentences live in lang/, the exit statuses here.
import type { Source, Span } from './text/source.ts';

/** What the sentence of each failure needs. The key is its code, which scripts may rely on. */
export interface ErrorArgs {
  /** `words`: the whole command line that was meant; null where that is not known. */
  'unknown-command': { word: string; words: readonly string[] | null };
  /** `command` is null before any. `words` as above. */
  'unknown-option': { option: string; command: string | null; words: readonly string[] | null };
  /** `option` as the help writes it. */
  'option-without-value': { option: string; command: string | null };
  'bad-option-value': { option: string; value: string; expected: ExpectedValue; command: string | null };
  'options-exclude': { option: string; other: string; command: string | null };
  'missing-argument': { argument: string; command: string };
  /** `words` as above: a command that takes as many. */
  'too-many-words': { command: string; expected: number; got: number; words: readonly string[] | null };
  /** `by`: the words that belong in the place of the file, which belongs behind `-r`. */
  'file-as-selector': { file: string; by: readonly string[] };
  /** `place`: what it was read from, where nobody typed it. */
  'bad-date': { word: string; place: string | null };
  /** Of `--due`. */
  'bad-due': { word: string };
  /** `place`: what says which day is today, where it is not the clock. */
  'future-date': { date: string; today: string; place: string | null };
  recurring: { address: string; title: string; line: number };
  /** `reopen` of what is done as the topic `id` of another roadmap, and has no tick here (FORMATS Y7). */
  'done-elsewhere': { address: string; title: string; roadmap: string; id: string };
  /** `look`: the words of the command that shows what the question is about. */
  'needs-answer': { question: string; flag: string; look?: readonly string[] };
  /** `example`: a selector of the roadmap. */
  'no-selector': { command: string; example: string };
  /** A client of `mcp` wants to write what it has not been shown. */
  'not-rehearsed': { tool: string };
  /** `pick` without a terminal. `example`: a selector of the roadmap. */
  'no-screen': { example: string };
  'only-one': { command: string; selector: string; isSection: boolean };
  /** What belongs to one topic: `--note`, `--spent` or the command `note`. */
  'one-topic': { what: string; selector: string | null; isSection: boolean };
  'empty-note': { command: string };
  /** A note below this line would be read otherwise, or change what others are read as. */
  'unsafe-note': { file: string; line: number; address: string };
  'undo-selector': { command: 'undo' | 'redo'; selector: string };
  'unknown-status': { status: string; known: readonly string[] };
  'not-markdown': { name: string; format: string; isBundled: boolean };
  'no-inline-progress': Nothing;
  'progress-name': { file: string };
  /** A word behind a command that has several actions. */
  /** `command` is what is asked of it. */
  'unknown-shell': { shell: string; known: readonly string[]; command: string };
  'unknown-action': { command: string; action: string; known: readonly string[] };
  /** A key or value that was typed and is not one that a configuration has. */
  'bad-setting': { problem: Pick<Problem, 'code' | 'args'> };
  /** `roadmaps add`: the name is another roadmap's, `bundled` or the file that has it; `free` is one that nobody has. */
  'name-taken': { name: string; by: 'bundled' | { readonly file: string }; free: string };
  /** `roadmaps add --name`: what cannot be a name. */
  'odd-name': { name: string; better: string | null };
  /** `roadmaps use` or `remove`: nothing is registered by that name. */
  'not-registered': { name: string; known: readonly string[]; nearest: string | null };
  'init-name': { file: string; better: string };
  /** `init note.md --from`: a copy is YAML. */
  'init-markdown-copy': { file: string; from: string };
  'init-from': { from: string };
  /** What takes the whole terminal, without one; `place`: the file, and the line, that was to be opened. */
  'no-terminal': { command: 'edit' | 'config edit' | 'status --watch' | 'lab --watch'; place: string | null };
  /** `from`: the variable that names the editor; null where nothing does. */
  'no-editor': { program: string; from: string | null };
  /** `edit` of a bundled roadmap; `copy`: the name of a file that is not there. */
  'no-file': { name: string; copy: string };
  /** `open`: neither a topic nor what is below it has a link. */
  'no-link': { address: string; isTopic: boolean };
  /** `open` of what is no address of the web. */
  'odd-link': { address: string; link: string };
  /** `meant`: the selectors that would be right; none where that is not known. */
  'no-match': {
    selector: string;
    nearest: readonly { address: string; title: string }[];
    meant: readonly string[];
  };
  ambiguous: { selector: string; candidates: readonly { address: string; title: string }[] };
  /** `meant`: a roadmap of nearly that name, as `-r` takes it. */
  'no-roadmap': { name: string; known: readonly string[]; meant: string | null };
  'not-a-roadmap': NoRoadmap & { file: string };
  /** The problems are places in `source`. */
  'bad-roadmap': { file: string; source: Source; problems: readonly Problem[] };
  /** The problems are places in `source`. */
  /**
   * `lab`: `on` is the roadmap that has a lab of that name; `topic` the one that was named and has none; `nearest` are ids of labs of this
   * roadmap.
   */
  'no-lab': { word: string; nearest: readonly string[]; on: string | null; topic: string | null };
  /** A word that several labs fit, where one is to be judged. */
  'several-labs': { word: string; labs: readonly string[] };
  /** A file in the place of a lab; `example` is a lab of this roadmap. */
  'lab-first': { file: string; example: string };
  /** A folder without an answer in it. */
  'no-answer': { folder: string; lab: string };
  /** An option of `lab ID` without a lab. */
  'which-lab': { option: string; example: string };
  /** `--finish`, `--tasks` or `--minutes` without `--mock`. */
  'needs-mock': { option: string };
  /** `lab --mock` of a roadmap without labs. */
  'no-labs': { roadmap: string };
  /**
   * The folder of a mock exam: there is none (`none`), it holds something else (`other`), the exam of another roadmap, which is
   * `roadmap`, or one that has begun and cannot get other sizes (`begun`). `exam` is the value of `--mock`.
   */
  'mock-folder': { folder: string; exam: string; reason: 'none' | 'other' | 'roadmap' | 'begun'; roadmap: string };
  'bad-mock': { file: string };
  'bad-lab': { file: string; source: Source; problems: readonly Problem[] };
  /** A check of a lab that cannot be evaluated, whatever the answer; `reason` in the words of what evaluates it. */
  'bad-check': { lab: string; check: string; reason: string };
  /** The problems are places in `source`; `isProject`: the file belongs to a folder, not to the user. */
  'bad-config': { file: string; source: Source; problems: readonly Problem[]; isProject: boolean };
  /** The file is somebody's note or another roadmap's, or no text at all, or what would be written into it would not count. */
  'bad-progress': { file: string; line: number; reason: 'not-ours' | 'not-text' | 'open-block' | 'unsafe' };
  /** A repair that would not be exact; `lines` are those that the table does not explain. */
  'not-repairable': { file: string; encoding: string; lines: readonly { line: number; text: string }[] };
  'unknown-encoding': { name: string; known: readonly string[] };
  'unknown-level': { level: string; known: readonly string[] };
  /** `asked`: the name it was asked for by; `meant`: a roadmap of nearly that name, as `-r` takes it. */
  unreadable: { file: string; cause: FileCause; asked?: string; meant?: string | null };
  unwritable: { file: string; cause: FileCause; variable: string | null };
  /** `lock` is the file that keeps others out; `isUnproven`: it cannot be seen from here whether its holder still runs. */
  locked: { file: string; holder: string; lock: string; isUnproven: boolean };
  changed: { file: string };
  /** Standard output takes nothing; `isMade`: a file was written before. */
  unheard: { cause: FileCause; isMade: boolean };
  /** `plan`: topics of which each needs the next, and the last the first; none of them can be studied first. */
  'needs-circle': { addresses: readonly string[] };
  /** `plan --by`: a day before today; `place` as in `future-date`. */
  'past-date': { date: string; today: string; place: string | null };
  /** `plan` without a day and without a pace, neither on the command line nor in the configuration. */
  'no-goal': Nothing;
  /** `--goal` of a file that has no name: a goal is kept under a name. */
  'goal-without-name': { file: string };
  /** Markers of a merge that nobody has settled; `line` is the first of them. */
  conflict: { file: string; line: number };
  /** `merge-driver` without the files that git names. */
  'merge-arguments': Nothing;
  'not-merged': { file: string; reason: 'no-git' | 'unreadable' };
  /** Merged, but like any other text. */
  'merged-by-git': { file: string; reason: 'binary' | 'too-large' | 'defect' };
  'nothing-to-undo': { file: string; verb: 'undo' | 'redo' };
  'undo-impossible': { file: string; reason: 'edited' | 'gone' };
  /** Ticks that cannot be kept in the note; `titles` are the topics that are no list items there, none where others would no longer count. */
  unmovable: { file: string; titles: readonly string[] };
}

/** What the value of an option has to be. */
export type ExpectedValue =
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'number'; readonly least: number }
  /** A short name for the program. */
  | { readonly kind: 'command-name' }
  | { readonly kind: 'percent' }
  /** As `model/pace-words.ts` reads it. */
  | { readonly kind: 'pace' }
  /** An amount of time, such as `1h30m`. */
  | { readonly kind: 'duration' };

/** What a setting has to be; `map`: keys with values of their own. */
export type ExpectedSetting =
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'text' | 'list' | 'map' | 'day' };

/** Why a text is no roadmap (FORMATS Y3). */
export interface NoRoadmap {
  readonly reason:
    | 'empty'
    /** YAML with nothing but comments. */
    | 'only-comments'
    | 'single-text'
    | 'about-a-person'
    | 'configuration'
    | 'records'
    | 'names-and-values'
    | 'numbers'
    | 'untitled'
    | 'no-topics'
    | 'other-json'
    | 'no-nodes';
  /** The keys that show it. */
  readonly keys?: readonly string[];
}

/** Why the operating system refused, in words of ours; the sentence for each lives in lang/. */
export type FileCause =
  | 'missing'
  /** Something is where a file was to be made. */
  | 'exists'
  | 'no-folder'
  /** A part of the path is a file. */
  | 'not-a-folder'
  /** The working directory was removed. */
  | 'no-cwd'
  | 'long-name'
  /** Bytes that are no UTF-8: Node hands them over as U+FFFD, and they lead nowhere. */
  | 'odd-name'
  | 'folder'
  | 'not-a-file'
  | 'denied'
  | 'read-only'
  | 'write-protected'
  | 'full'
  /** A mount point, which no other file can take the place of. */
  | 'busy'
  | 'io'
  /** For a reason that we have no words for. */
  | 'refused'
  /** A defect of ours: the others of several files are read all the same. */
  | 'defect'
  | 'binary'
  | 'too-large'
  | 'dangling-link'
  | 'link-circle'
  | 'hard-link'
  | 'owner'
  | 'inexact-encoding'
  | 'no-home'
  /** The ticks of a roadmap were moved to this file. */
  | 'ticks-gone';

/** Causes that lie in the very file: another folder for files of ours would be no way out. */
export const lieInFile: ReadonlySet<FileCause> = new Set([
  'exists',
  'no-folder',
  'not-a-folder',
  'no-cwd',
  'long-name',
  'odd-name',
  'not-a-file',
  'busy',
  'link-circle',
  'write-protected',
  'hard-link',
  'owner',
  'inexact-encoding',
]);

/** What a field of a roadmap may hold, where something else was found. */
export type Expected =
  | 'text'
  | 'wording'
  | 'filled-text'
  | 'language'
  | 'word'
  | 'id'
  | 'id-without-spaces'
  | 'lab-id'
  | 'words'
  | 'counterparts'
  | 'notes'
  | 'hours'
  | 'percent'
  | 'count'
  | 'done'
  | 'status'
  | 'legacy-state'
  | 'stage'
  | 'feature'
  | 'features'
  | 'legacy'
  | 'links'
  | 'topics'
  | 'topic'
  | 'sections'
  | 'section'
  | 'project'
  | 'projects'
  | 'level'
  | 'levels'
  | 'resource'
  | 'resources'
  | 'texts'
  | 'lab'
  | 'minutes'
  | 'yes-or-no'
  | 'document'
  | 'given'
  | 'checks'
  | 'check'
  | 'change'
  | 'changes'
  | 'answer'
  | 'wrong-answer'
  | 'answers'
  | 'free';

/** What is wrong with a YAML or JSON text, so that it cannot be used at all. Some end a text that was meant to go on. */
export interface ProblemArgs {
  /** `field` is null where no key leads to the value. */
  expected: { field: string | null; expected: Expected; found: 'nothing' | 'list' | 'map' | { readonly text: string } };
  'missing-field': { field: string };
  'no-title': Nothing;
  'unknown-key': { key: string; nearest: string | null };
  conflict: Nothing;

  /** `key` with those above it, `hooks.change`; `nearest` is a last key alone. */
  'unknown-setting': { key: string; nearest: string | null };
  'setting-value': { key: string; expected: ExpectedSetting };
  /** In a project's file, which may choose little. */
  'setting-not-here': { key: string };
  /** A project's file names what is not in its folder, or is no file. */
  'outside-project': { file: string };
  /** `bundled`: the name is that of a bundled roadmap, whose ticks have that name. */
  'roadmap-name': { name: string; reason: 'characters' | 'bundled' | 'twice' };
  /** A registered roadmap that is none of the bundled ones. */
  'roadmap-without-file': { name: string };
  'progress-name': { file: string };

  /** `found` and `usual` count spaces; `beside` are the neighbours that this line was meant to be aligned with. */
  indent: { found: number; usual: number; beside: 'entries' | 'keys' };
  /** A line of a text in brackets, which were opened in line `first`, or of a text below its key. */
  'too-little-indent': { found: number; least: number; first: number };
  'odd-indent': Nothing;
  tab: Nothing;
  'odd-blank': Nothing;
  'no-dash': Nothing;
  'no-dash-space': Nothing;
  'no-colon': Nothing;
  'no-colon-space': Nothing;
  /** Keys below an entry that is a text already. */
  'keys-below-text': { text: string };
  'list-below-text': Nothing;
  'second-colon': Nothing;
  /** `isRoot`: at the margin, where no entry of a list can begin. */
  'duplicate-key': { key: string; isRoot: boolean };
  'odd-start': { start: string };
  'text-behind-block': { start: string };
  'bad-escape': { written: string };
  'unclosed-quote': { quote: string };
  'quote-inside': { quote: string };
  'text-behind-quote': Nothing;
  'unclosed-bracket': { open: string };
  'wrong-bracket': { open: string; close: string };
  'stray-bracket': { close: string };
  'no-comma': Nothing;
  'comma-ends-text': Nothing;
  /** `number` as it should be written. */
  'decimal-comma': { number: string };
  'dash-inside': Nothing;
  'comment-inside': Nothing;
  unexpected: Nothing;
  /** The library's own words, where nothing better is known. */
  /** `message` is in the words of the library. */
  syntax: { message: string };

  /** A file with no lab, or more than one. */
  'one-lab': Nothing;
  'repeated-id': { id: string };
  /** What catches a wrong answer is no check of the lab and no layer of judging. */
  'unknown-check': { id: string; nearest: string | null };
  /** A check needs what is none of the checks before it. */
  'needs-later': { id: string; nearest: string | null };
  /** An answer that is given in both ways, or in none. */
  'answer-or-change': Nothing;
  /** How often the solution has what is to be replaced. */
  'change-from': { count: number };

  'second-document': Nothing;
  /** A text of more than `most` characters. */
  'too-long': { most: number };
  /** A document that is a list or a single text. */
  'not-an-object': Nothing;
  /** The keys with which an object begins are there a second time. */
  'no-separator': Nothing;
  'no-kind': { field: 'kind' | 'apiVersion' };
  'too-many-objects': { most: number };
  'too-deep': { most: number };
  'no-anchor': { name: string };
  'anchor-in-itself': { name: string };
  'too-many-aliases': Nothing;
  'odd-key': Nothing;
  'forbidden-key': { key: string };
  'unknown-value': Nothing;
  'not-json': Nothing;
  'not-yaml': Nothing;
  'not-toml': Nothing;
  'no-pairs': Nothing;
  'fence-inside': Nothing;
}

export type ProblemCode = keyof ProblemArgs;

/** One place in a roadmap that cannot be used: what is wrong there. */
export interface Problem<Code extends ProblemCode = ProblemCode> {
  readonly code: Code;
  readonly line: number;
  readonly column: number;
  /** The characters the caret line underlines; null where that is the one at the place. */
  readonly span: Span | null;
  readonly args: ProblemArgs[Code];
}

export function problem<Code extends ProblemCode>(
  code: Code,
  { line, column, span }: { readonly line: number; readonly column: number; readonly span?: Span | null },
  args: ProblemArgs[Code],
): Problem<Code> {
  return { code, line, column, span: span ?? null, args };
}

export type ErrorCode = keyof ErrorArgs;

/** CONTRACT.md, exit statuses. */
export const exitStatus: { readonly [code in ErrorCode]: number } = {
  'unknown-command': 2,
  'unknown-option': 2,
  'option-without-value': 2,
  'bad-option-value': 2,
  'options-exclude': 2,
  'missing-argument': 2,
  'too-many-words': 2,
  'file-as-selector': 2,
  'bad-date': 2,
  'bad-due': 2,
  'future-date': 2,
  recurring: 2,
  'done-elsewhere': 2,
  'needs-answer': 2,
  'no-selector': 2,
  'not-rehearsed': 2,
  'no-screen': 2,
  'only-one': 2,
  'one-topic': 2,
  'empty-note': 2,
  'unsafe-note': 5,
  'undo-selector': 2,
  'unknown-status': 2,
  'not-markdown': 2,
  'no-inline-progress': 2,
  'progress-name': 2,
  'unknown-action': 2,
  'unknown-shell': 2,
  'bad-setting': 2,
  'name-taken': 2,
  'odd-name': 2,
  'not-registered': 2,
  'init-name': 2,
  'init-markdown-copy': 2,
  'init-from': 2,
  'no-terminal': 2,
  'no-editor': 2,
  'no-file': 2,
  'no-link': 1,
  'odd-link': 2,
  'no-match': 3,
  ambiguous: 3,
  'no-roadmap': 2,
  'not-a-roadmap': 4,
  'bad-roadmap': 4,
  'no-lab': 3,
  'several-labs': 3,
  'lab-first': 2,
  'which-lab': 2,
  'no-answer': 5,
  'needs-mock': 2,
  'no-labs': 3,
  'mock-folder': 5,
  'bad-mock': 4,
  'bad-lab': 4,
  'bad-check': 4,
  'bad-config': 4,
  'bad-progress': 4,
  'not-repairable': 4,
  'unknown-encoding': 2,
  'unknown-level': 2,
  unreadable: 5,
  unwritable: 5,
  locked: 5,
  changed: 5,
  unheard: 5,
  'needs-circle': 4,
  'past-date': 2,
  'no-goal': 2,
  'goal-without-name': 2,
  conflict: 5,
  // What git takes for an error; smaller ones are conflicts to it.
  'merge-arguments': 129,
  'not-merged': 129,
  'merged-by-git': 0,
  'nothing-to-undo': 0,
  'undo-impossible': 5,
  unmovable: 5,
};

/** A failure that is reported to the user in one sentence and a hint. Thrown anywhere, caught only in main. */
export class UserError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly args: ErrorArgs[Code];
  constructor(code: Code, args: ErrorArgs[Code]) {
    super(code);
    this.name = 'UserError';
    this.code = code;
    this.args = args;
  }
}

/** By name and not by `instanceof`: a cold file of the build carries its own copy of the class. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError' && 'code' in error && 'args' in error;
}

/**
 * error: ticks or counts go wrong (an id that cannot be followed, a circle that never opens, a file that cannot be
 * read), and `lint` exits 1. warning: the program and the author, or another tool, may read it differently. info: worth
 * knowing, nothing to mend; `status` counts none of it. An orphan tick is a warning: it is kept, and no topic is
 * counted wrong by it.
 */
export type Severity = 'error' | 'warning' | 'info';

/** What a roadmap in YAML is made of. */
export type PartKind = 'topics' | 'sections' | 'projects';

type Nothing = Readonly<Record<string, never>>;

/** What makes YAML read only a part of a text. */
export type CutBy = 'comment' | 'sign' | 'colon';

/** What a reader noticed. Reading goes on: one bad line never hides the rest. The key is the stable code. */
export interface DiagnosticArgs {
  /** `field` names a date that is no done date, as it is written: `📅`, `due`. */
  'invalid-date': { date: string; field?: string };
  /** `place`: what says which day is today, where it is not the clock. */
  'future-date': { date: string; today: string; place?: string | null };
  'two-done-dates': { dates: readonly string[] };
  /** A done date on a topic that is not done. */
  'open-with-done-date': { date: string };
  /** The Obsidian Tasks plugin does not see the date: other white space before it, or text behind it. */
  'unseen-done-date': { date: string; reason: 'blank' | 'text' };
  'no-done-date': Nothing;
  'uppercase-x': Nothing;
  /** A character that is typed for an x; whether it counts as done in this text. */
  'look-alike-mark': { mark: string; isDone: boolean };
  'empty-topic': Nothing;
  'parent-done': { open: number };
  'duplicate-number': { number: string; given: string; title: string };
  'duplicate-id': { id: string; first: number };
  /** The id of a topic is the address of something else, called `title`. */
  'id-is-address': { id: string; title: string };
  'bad-id': { text: string };
  /** `levels` are those that the roadmap has, where it says so in a list. */
  'unknown-level': { level: string; levels?: readonly string[]; nearest?: string | null };
  'unknown-priority': { priority: string };
  'unknown-status': { written: string; nearest: string | null };
  'inferred-levels': { inYaml: boolean };
  'broken-link': { text: string };
  'repaired-text': { encoding: string };
  'unrepaired-line': { encoding: string };
  /** Bytes of a line that are no UTF-8 in a text that otherwise is; `bytes` as hex pairs. */
  'stray-bytes': { bytes: string };
  'mixed-line-ends': { usual: string; other: string };
  'front-matter': { problem: Pick<Problem, 'code' | 'args'> };
  'orphan-tick': { title: string };
  /** A note whose ticks a progress file already keeps, though they could be kept in the note or in a file that it names: `to`. */
  'ticks-elsewhere': { file: string; to: string };
  /** A note with task lines in which no tick can be written: its encoding has no ✅, or it holds too many stray bytes. */
  'note-without-ticks': { encoding: string };
  /** The front matter of a note names a file outside of its folder for the ticks (FORMATS P6). */
  'progress-outside': { place: string };
  /**
   * Ticks of topics of this roadmap lie in the progress file of one that is no longer where it was: `roadmap`, null where none
   * is named. `command` shows them.
   */
  'ticks-abandoned': { file: string; roadmap: string | null; fitting: number; total: number; words: readonly string[] };
  /** A progress file that has the name of this roadmap's, and names another one. `words`: the command that shows its ticks. */
  'progress-of-another': { file: string; roadmap: string; words: readonly string[] };
  /** Lines of a progress file with the id of an earlier line, which is `first`; `count` is how many there are. */
  'merged-twice': { first: number; count: number };
  /** Lines that look like another version of the lines `first` to `last`; `count` is how many there are. Nothing is done about it. */
  'maybe-merged-twice': { first: number; last: number; count: number };
  /** A conflict that git left; `last` is the line of its last marker. */
  'conflict-markers': { last: number };
  'no-topics': { reason: 'prose' | 'empty' | 'empty-yaml' };
  'boxes-in-code': { count: number; where: 'fence' | 'indent' };
  /** What looks like a box, as it is written. */
  'box-not-counted': { text: string };
  'section-not-counted': { title: string; bullets: number };
  'table-not-counted': { rows: number };
  /** `isSection`: a section has that id, or a topic with topics below it. */
  'needs-nothing': { id: string; nearest: string | null; isSection?: true };
  /** The ids of the circle in its order; the last needs the first. */
  'needs-circle': { ids: readonly string[] };
  /**
   * `written` in `same` leads to nothing: no roadmap of that name, one that cannot be read, no such topic in it, or it is written on a
   * topic that is only a heading. `nearest` as it should be written.
   */
  'same-nothing': {
    written: string;
    reason: 'no-roadmap' | 'unreadable' | 'no-topic' | 'heading';
    nearest: string | null;
  };
  /** Topics that are the same as each other in a circle: those of this roadmap by their ids, others as they are written. */
  'same-circle': { names: readonly string[] };
  'harder-prerequisite': { id: string; level: string; own: string };
  /**
   * `isRoot`: the key that everything is under, so that the whole file is read as one of another form. `problem`: it
   * was not meant as a key.
   */
  'unknown-key': { key: string; nearest: string | null; isRoot?: true; problem?: Pick<Problem, 'code' | 'args'> };
  /** A line that begins with a dash, and is read as part of the text above it. */
  'swallowed-entry': { text: string };
  /** A text that needed quotes, since YAML takes `sign` in it for something else; it is read as it is. */
  'unquoted-text': { sign: string };
  /** A title of which YAML reads only `text`: the rest is a comment, a sign (`&x`, `!x`), or follows a colon. */
  'cut-title': { text: string; by: CutBy };
  /** A roadmap in YAML that goes by the name of its file. */
  'untitled-roadmap': Nothing;
  /** `count` of all `total` topics, sections or projects have the field. */
  'missing-field': { field: string; of: PartKind; count: number; total: number };
  /** Fields that half of the topics, sections or projects do without, or more. */
  'rare-fields': { rare: readonly { field: string; of: PartKind }[] };
  /** `field` as it is written, `legacy.use`; `language` as its tag. */
  'missing-translation': { field: string; language: string };
  'wrong-language': { field: string; language: string };
  'odd-hours': { hours: number; least: number; most: number };
  'bad-link': { link: string; reason: 'not-https' | 'not-an-address' | 'twice' };
  /** `retired`: what an exam no longer asks for. */
  'needs-legacy': { id: string; state: 'removed' | 'deprecated' | 'renamed' | 'merged' | 'superseded' | 'retired' };
  /** `name` of a feature as the roadmap lists it, `stage` as it is there. */
  'unnamed-stage': { name: string; stage: string };
  /** A version of the subject, as the text names it. */
  'version-without-since': { version: string };
  /** The topic holds from a version that comes after the roadmap's own. */
  'later-than-roadmap': { since: string; version: string };
  /** In percent, both rounded: what the section has of all hours that count, and what it has of all weights. */
  'hours-off-weight': { share: number; weight: number };
  'weights-sum': { sum: number };
  /** `percent` of the pairs of different level are the wrong way round. */
  'descending-levels': { percent: number };
  /** `first` is the line of the other outcome, `words` what both begin with. */
  'alike-outcomes': { first: number; words: string };
  'reworded-title': Nothing;
  /** The files that `lint` could not read at all. */
  unreadable: { cause: FileCause };
  /** The progress file of the note is somebody else's, or no text. */
  'bad-progress': { file: string; reason: ErrorArgs['bad-progress']['reason'] };
  /** In a folder: a link to a file or a folder outside of it. */
  'link-outside': { to: string };
  'not-a-roadmap': NoRoadmap;
  'bad-roadmap': { problem: Pick<Problem, 'code' | 'args'> };
}

export type DiagnosticCode = keyof DiagnosticArgs;

export interface Diagnostic<Code extends DiagnosticCode = DiagnosticCode> {
  readonly code: Code;
  readonly severity: Severity;
  /** Line and column from 1; 0 where the finding has no place. */
  readonly line: number;
  readonly column: number;
  /** The characters the caret line underlines, as offsets into the text that was read; null where there are none. */
  readonly span: Span | null;
  readonly args: DiagnosticArgs[Code];
}

/** The place of a finding that is about no line. */
export const nowhere = { line: 0, column: 0 };

export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  severity: Severity,
  place: { readonly line: number; readonly column: number; readonly span?: Span },
  args: DiagnosticArgs[Code],
): Diagnostic<Code> {
  return { code, severity, line: place.line, column: place.column, span: place.span ?? null, args };
}
