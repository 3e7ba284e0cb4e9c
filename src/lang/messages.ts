// Messages: every sentence and word the program says to people, as one typed table per language.
import type {
  DiagnosticArgs,
  DiagnosticCode,
  ErrorArgs,
  ErrorCode,
  ProblemArgs,
  ProblemCode,
  Severity,
} from '../errors.ts';

export type Language = 'en' | 'ru';

/** One sentence that says what is wrong and where, and one that helps. Lines of a hint are separated by `\n`. */
export interface Message {
  readonly message: string;
  readonly hint: string;
}

/** What is wrong at one place of a text; not everywhere is there more to say than that. */
export interface Wrong {
  readonly message: string;
  readonly hint: string | null;
}

/** Lines to type, quoted for the shell: the one place that knows the command line that was given. */
export interface Commands {
  /** A command that reaches the roadmap that was meant: the options that chose it are repeated as they were given. */
  to(...words: readonly string[]): string;
  /** These words and no others. */
  line(words: readonly string[]): string;
  /** The same for another program, or for words that go behind one. */
  shell(...words: readonly string[]): string;
  /** The command line that was given, with more behind it. */
  again(...more: readonly string[]): string;
  /** The command line that was given, one of its words replaced by others; null where it has no such word. */
  instead(word: string, ...by: readonly string[]): string | null;
  /** The same for another roadmap. */
  on(roadmap: string): Commands;
}

type State = 'todo' | 'doing' | 'done' | 'skipped';
type Verb = 'done' | 'start' | 'skip' | 'reopen' | 'undo' | 'redo';
type LegacyState = 'removed' | 'deprecated' | 'renamed' | 'merged' | 'superseded';
type Priority = 'highest' | 'high' | 'medium' | 'low' | 'lowest';
type Stage = 'experimental' | 'alpha' | 'beta' | 'stable';

/** Words to the left of a value. */
type Label =
  | 'next'
  | 'levels'
  | 'outcome'
  | 'why'
  | 'needs'
  | 'unlocks'
  | 'provedBy'
  | 'history'
  | 'tags'
  | 'links'
  | 'notes'
  | 'file'
  | 'legacy'
  | 'stage'
  | 'since'
  | 'retired'
  | 'formerly'
  | 'same'
  | 'hours'
  | 'due'
  | 'scheduled'
  | 'start'
  | 'created'
  | 'priority'
  | 'spent'
  | 'goal'
  | 'criterion'
  | 'proves'
  | 'stack'
  | 'version'
  | 'prerequisites'
  | 'resources'
  | 'related'
  | 'projects'
  | 'lab'
  | 'labs';

export interface Messages {
  readonly label: { readonly [name in Label]: string };
  readonly state: { readonly [state in State]: string };
  /** Instead of a symbol, in a column of its own: as short as can be. */
  readonly mark: { readonly [state in State]: string };
  /** What became of a topic on a day. */
  readonly turned: { readonly [state in State]: string };
  readonly severity: { readonly [severity in Severity]: string };

  topics(count: number): string;
  doing(count: number): string;
  skipped(count: number): string;
  doneCount(count: number): string;
  doneToday(count: number): string;
  projects(done: number, total: number): string;
  readiness(percent: number): string;
  warnings(count: number): string;
  errorCount(count: number): string;
  infos(count: number): string;
  more(count: number): string;
  /** Sections that did not fit the screen. */
  moreSections(count: number): string;
  hours(hours: number): string;
  /** Time that somebody wrote down. */
  spent(hours: number): string;
  /** All of them, and those of what is not done; `isAtLeast` where some topics have none. */
  hoursLeft(all: number, left: number, isAtLeast: boolean): string;
  /** The same of projects, where those of topics are beside them. */
  projectHours(all: number, left: number, isAtLeast: boolean): string;
  /** The weight of a section, and how much of it is done: points of the same scale. */
  weight(weight: number, done: number): string;
  legacy(state: LegacyState, since: string | null, use: string | null): string;
  readonly stage: { readonly [stage in Stage]: string };
  /** Beside a title: `since` is a day or a version. */
  retiredSince(since: string): string;
  /** The same with what follows from it. */
  retired(since: string): string;

  /** Beside a title: what its author planned (FORMATS, Dates). */
  readonly planned: {
    due(day: string): string;
    scheduled(day: string): string;
    start(day: string): string;
    priority(priority: Priority): string;
  };
  readonly priority: { readonly [priority in Priority]: string };

  /** Of a topic whose tick is in another roadmap. */
  doneIn(roadmap: string): string;
  readonly project: string;
  readonly reached: string;
  readonly inferred: string;
  /** Shown once beneath levels that were guessed (FORMATS V2); short enough to fit beside the last of them. */
  readonly levelsInferred: string;
  /** The text was read through a repair (FORMATS B3). */
  repaired(encoding: string): string;
  noTopics(reason: 'prose' | 'empty' | 'empty-yaml'): Message;
  /** The filters that leave a part of a roadmap, for its name: nouns, as in a list. */
  readonly filter: {
    levels(titles: readonly string[]): string;
    states(words: readonly string[]): string;
    tag(tag: string): string;
    search(text: string): string;
    since(day: string): string;
    until(day: string): string;
    readonly overdue: string;
    /** Null where there is no first or no last of them, but never both. */
    due(from: string | null, to: string | null): string;
  };
  /** Beneath the name of a part: of which roadmap it is one. */
  partOf(title: string): string;
  /** `part` is the name of what was asked for. */
  noneListed(part: string, commands: Commands): Message;
  readonly nothingOpen: string;
  allDone(count: number): string;
  /** When the first and the last dated topic were done; `days` counts both ends. */
  period(from: string, to: string, days: number): string;

  /** "DestinationRule and 4 below". */
  andBelow(title: string, count: number): string;
  /** Nothing to change: how many topics already were in the state the verb asks for. */
  unchanged(verb: Verb, count: number): string;
  /** Passed over because they already were in that state, beside others that changed. */
  passedOver(count: number): string;
  /** A change joined so many lines of a progress file with others that have the same id. */
  joined(count: number): string;
  readonly sectionDone: string;
  /** Of several sections that were touched. */
  sectionsDone(done: number, all: number): string;
  /** A project was ticked: how far its level is. */
  readonly level: {
    reached(title: string): string;
    needs(title: string, topics: number): string;
    /** All of it is done, and a level below is not reached. */
    waits(title: string, below: string): string;
  };
  readonly reverted: string;
  readonly restored: string;
  /** After the first that a file takes: `count` ticks, or none where time or a note was written; `undo` is the command to type. */
  firstTick(file: string, count: number, undo: string): string;
  readonly dryRun: string;
  /** Asked before dates are taken away; `dates` names them. */
  eraseDates(count: number, dates: string): string;
  /** Dates were taken away. */
  erased(count: number, dates: string): string;
  /** Beside what was done already: its day is another than the one that was asked for. The command that changes it is beneath. */
  dayKept(count: number, day: string): string;
  /** A line that repeats was left as it was (FORMATS D4). */
  recurringPassed(address: string, title: string): string;
  /** `🏁 delete` on a topic that was ticked: the line stays. */
  deleteKept(address: string): string;
  /** A defect of ours: what happened and where to report it. */
  defect(what: string): string;
  readonly noDifference: string;
  /** No selector came in, so there was nothing to look at. */
  readonly nothingSelected: string;

  /** `lint` had nothing to say about so many files; `file` names the only one. */
  nothingFound(files: number, file: string): string;
  /** While `lint` is at work: so many of all files have been looked at. */
  filesLinted(done: number, all: number): string;
  /** So many progress files of roadmaps that are gone have been searched for ticks of this one. */
  filesSearched(done: number, all: number): string;
  /** While `export` is at work. */
  sectionsWritten(done: number, all: number): string;
  /** A folder without a single file that could be a roadmap. */
  nothingToLint(folder: string): string;
  /** Findings that were not written out: many of one kind are soon understood. */
  moreFindings(count: number, code: string): string;
  /** So many findings `lint --fix` would mend; the command is beneath. */
  mendable(count: number): string;
  /** `lint --fix` wrote to the file; the command that takes it back is beneath. */
  mended(count: number, file: string): string;
  /** `repair` found nothing to repair; `encoding` is what the file is stored in. */
  noRepair(file: string, encoding: string): string;
}

/** Why a line of a note became what it is (`--explain`). */
export type Because =
  | 'title'
  | 'section-heading'
  | 'section-bold-line'
  | 'section-signed-number'
  | 'section-numbered-line'
  | 'section-summary'
  | 'section-label'
  | 'section-bold-item'
  | 'section-title-line'
  | 'section-run-on'
  | 'topic-tasks'
  | 'topic-keywords'
  | 'topic-stated'
  | 'topic-tables'
  | 'topic-plans'
  | 'topic-contents'
  | 'topic-bullets'
  | 'topic-boxes'
  | 'topic-drawn'
  | 'topic-headings'
  | 'topic-series'
  | 'topic-link'
  | 'project'
  | 'kept-prerequisites'
  | 'kept-resources'
  | 'kept-related'
  | 'kept-rubric'
  | 'kept-certifications'
  | 'kept-contents'
  | 'kept-description'
  | 'kept-introduction'
  | 'kept-legend'
  | 'kept-conclusion'
  | 'kept-advice'
  | 'kept-reviews'
  | 'kept-license'
  | 'kept-author'
  | 'kept-support'
  | 'silent'
  | 'empty-section'
  | 'note-item'
  | 'note-text'
  | 'note-line'
  | 'prose'
  | 'table'
  | 'conflict-marker'
  | 'passed-over';

/** What a line of a note became. */
export type Became = 'title' | 'section' | 'topic' | 'project' | 'kept' | 'note' | 'nothing';

/** What went wrong (errors.ts) and what was noticed: long, and seldom needed. */
export interface Sentences {
  readonly errors: { readonly [code in ErrorCode]: (args: ErrorArgs[code], commands: Commands) => Message };
  /** `file` is the one that the finding is in, as it was named. */
  readonly diagnostics: {
    readonly [code in DiagnosticCode]: (args: DiagnosticArgs[code], commands: Commands, file: string) => Message;
  };
  /** `mcp` was started by hand, at a terminal. */
  readonly waitsForClient: string;
  /** Behind a failure of a file that nobody typed: what names it. */
  setBy(place: string): string;
  readonly problems: { readonly [code in ProblemCode]: (args: ProblemArgs[code]) => Wrong };
  readonly because: { readonly [reason in Because]: string };
  readonly became: { readonly [what in Became]: string };
  readonly reconcile: ReconcileSentences;
  readonly log: {
    /** `weekday` counts from Sunday as 0, `month` from 1. */
    day(weekday: number, day: number, month: number, year: number): string;
    /** So many of all changes were not shown. */
    more(hidden: number, all: number): string;
    /** Done topics without a day; `isMore` where dated ones are above. */
    undated(count: number, isMore: boolean): string;
    /** The topic has left the roadmap. */
    readonly gone: string;
    /** No change is known at all. */
    nothing(commands: Commands): Message;
    /** None of those that are known is what was asked for. */
    noneFits(commands: Commands): Message;
  };
  readonly calendar: CalendarSentences;
  /** Why a topic is the one to study now. */
  readonly next: {
    /** The day on which it was due is so many days ago. */
    overdue(days: number): string;
    /** `weekday` counts from Sunday as 0; `days` from today as 0. */
    due(days: number, weekday: number, day: string): string;
    /** `since` is the day, where it is known. */
    doing(since: string | null): string;
    /** `needs` names what is done, and below what is open. */
    unlocked(needs: string): string;
    /** All of what it needs was skipped. */
    unblocked(needs: string): string;
    waiting(needs: string): string;
    /** Of the level one is at; `isFirst` where no other topic of it comes before. */
    level(level: string, isFirst: boolean): string;
    /** All topics of its level are done. */
    project(level: string): string;
    readonly order: string;
    /** A number was taken for an address; `line` is for as many topics. */
    byNumber(line: string): string;
  };
  readonly gate: {
    readonly notReached: string;
    /** Whether the percent that was asked for is done. */
    share(isEnough: boolean, at: number): string;
    /** Before the topics that are not done; `withBelow` where lower levels are counted too. */
    open(level: string, withBelow: boolean, count: number): string;
    /** Before the projects of a level that has none done. */
    needsProject(level: string): string;
    /** Of a level that asks for labs, so many more; a command is beneath. */
    needsLabs(level: string, count: number): string;
    nothingCounts(level: string): string;
  };
  readonly levels: {
    /** Left of what is missing. */
    readonly missing: string;
    /** Of the projects of a level, none is done. */
    readonly oneNeeded: string;
    /** Labs of a level that are passed, of all it has. */
    practised(passed: number, total: number): string;
    /** Beside them: so many have to be. */
    labsRequired(count: number): string;
    /** All of a level is done, and one below it is not. */
    waits(below: string): string;
    /** Above a command that names all that is missing. */
    readonly allMissing: string;
    readonly none: Message;
  };
  readonly roadmaps: {
    readonly bundled: string;
    readonly isDefault: string;
    readonly missing: string;
    added(name: string, path: string): string;
    /** It has that name already. */
    kept(name: string, path: string): string;
    used(name: string): string;
    usedAlready(name: string): string;
    removed(name: string, path: string): string;
    /** After a removal: where its ticks are. */
    ticksStay(file: string): string;
  };
  readonly completion: {
    /** All is there already. */
    nothing(shell: string): string;
    /** Asked before anything is written. */
    question(files: readonly string[]): string;
    /** Before the question: a file that is made, or gets more at its end. */
    touches(file: string, isNew: boolean): string;
    installed(shell: string): string;
  };
  /** `init` without a file. */
  readonly setup: {
    readonly which: string;
    readonly ownFile: string;
    readonly whichFile: string;
    readonly missing: string;
    readonly name: string;
    readonly oddName: string;
    readonly taken: string;
    readonly ticks: string;
    readonly inNote: string;
    inFile(file: string): string;
    readonly inOwnFile: string;
    readonly ticksFile: string;
    readonly notMarkdown: string;
    readonly language: string;
    willWrite(file: string): string;
    change(key: string, value: string): string;
    readonly shell: string;
    readonly noShell: string;
    willSetUp(file: string, shell: string): string;
    readonly confirm: string;
    readonly nothing: string;
    written(file: string): string;
  };
  readonly overview: {
    readonly allDone: string;
    /** Instead of the last day, as wide: nothing was done yet. */
    readonly noDay: string;
    addMore(line: string): string;
  };
  readonly paths: {
    readonly [name in
      | 'roadmap'
      | 'ticks'
      | 'configuration'
      | 'project'
      | 'data'
      | 'state'
      | 'cache'
      | 'bundled'
      | 'notThere']: string;
  };
  readonly doctor: {
    configuration(file: string): string;
    unknownCode(code: string): string;
    unknownCodeHint(commands: Commands): string;
    folders(paths: readonly string[]): string;
    roadmaps(count: number): string;
    roadmapGone(name: string, path: string): string;
    ticks(files: number): string;
    ticksGone(file: string, roadmap: string): string;
    /** What a program that synchronises folders left beside a note. */
    copy(file: string, note: string): string;
    readonly locks: string;
    lockStale(target: string): string;
    lockElsewhere(target: string): string;
    shell(name: string): string;
    noShell(name: string): string;
    shellHint(name: string, file: string): string;
    readonly fine: string;
    wrong(count: number): string;
  };
  readonly config: {
    readonly none: Message;
    set(key: string, file: string): string;
    unset(key: string, file: string): string;
    unchanged(key: string): string;
    /** After `unset`. */
    notSet(key: string): string;
  };
  readonly scripting: ScriptingSentences;
  readonly projects: {
    readonly none: Message;
    /** There are some, and none is what was asked for. */
    noneFits(commands: Commands): Message;
  };
}

/** A year of days (`log --calendar`). */
export interface CalendarSentences {
  /** Short, from Monday. */
  readonly weekdays: readonly string[];
  /** Short, from January. */
  readonly months: readonly string[];
  /** How busy a day was, from the least. */
  readonly shades: readonly [string, string, string, string];
  topics(count: number): string;
  total(topics: number, days: number): string;
  /** So many weeks of all are shown. */
  shown(weeks: number, all: number): string;
  readonly label: { readonly [name in 'aDay' | 'streak' | 'bestWeek']: string };
  /** Weeks with a topic, and weeks of rest between them. */
  streak(weeks: number, rests: number): string;
  /** The week of a Monday and what was done in it; `month` from 1. */
  week(day: number, month: number, year: number, topics: number): string;
  /** Nothing was done on a known day from `from` to `to`. */
  none(from: string, to: string, commands: Commands): Message;
}

/** How fast one studies and when it will be done (`pace`), and one line of it in `status`. Days are `YYYY-MM-DD`. */
export interface PaceSentences {
  readonly label: { readonly [name in 'weeks' | 'thisWeek' | 'all' | 'pace' | 'setAside']: string };
  /** So many weeks that were looked at, from a Monday on, and how many were not idle. */
  weeks(count: number, active: number, from: string): string;
  /** `perWeek` is rounded already; of a fraction it has one digit. */
  topicsPerWeek(perWeek: number): string;
  hoursPerWeek(perWeek: number): string;
  /** Hours that so many done topics took, and those that were estimated for them. */
  spent(count: number, hours: number, estimated: number): string;
  topicsLeft(count: number): string;
  hoursLeft(hours: number): string;
  day(day: string, today: string): string;
  /** `to` is null where it is more than ten years away; both are then. */
  between(from: string | null, to: string | null, today: string): string;
  /** In one line: when a level, or all of it, will be done. */
  finish(level: string | null, range: string): string;
  /** Beneath the ranges: what share of the runs they hold. */
  runs(half: string | null): string;
  done(from: number, to: number, of: number): string;
  by(day: string, isGoal: boolean): string;
  /** `have` is null without a forecast. */
  needed(perWeek: number, have: number | null): string;
  neededHours(perWeek: number): string;
  readonly dayIsHere: string;
  /** At the pace that was asked for. */
  planned(pace: string, day: string): string;
  readonly noHours: string;
  atPace(unit: 'hours' | 'topics', perWeek: number): string;
  bulk(day: string, count: number): string;
  readonly bulkReason: string;
  changing(direction: 'faster' | 'slower', since: string, before: number, after: number): string;
  /** So many active weeks are needed, and so many there are. */
  missing(least: number, have: number): string;
  undated(count: number): string;
  readonly nothingLeft: string;
  /** What was asked about is the open topics of a part; the pace is that of the whole. */
  readonly partNote: string;
  skipped(selector: string): string;
  /** After so many idle days. */
  begun(titles: readonly string[]): string;
}

/** What to study in which week (`plan`), and files for calendars. Texts come ready to print. */
export interface PlanSentences {
  /** From a day to another, as `YYYY-MM-DD`. */
  range(from: string, until: string): string;
  day(day: string): string;
  /** So many hours, or topics, a week; `isNeeded` where that was found and not given. */
  pace(unit: 'hours' | 'topics', perWeek: number, isNeeded: boolean): string;
  weeks(count: number): string;
  /** The last day of a plan that has none by which all is to be done. */
  ends(day: string): string;
  by(day: string): string;
  /** So many days before that on which nothing is planned. */
  buffer(days: number): string;
  /** How full a week is. */
  load(unit: 'hours' | 'topics', used: number, room: number): string;
  part(part: number, parts: number): string;
  /** Above what does not fit; null without a day by which all is to be done. */
  unplaced(day: string | null): string;
  readonly label: { readonly [name in 'plan' | 'goal' | 'due']: string };
  /** Why something does not fit. */
  readonly reason: { readonly time: string; readonly needs: string };
  /** `command` plans at the pace at which all fits. */
  needed(unit: 'hours' | 'topics', perWeek: number, command: string): string;
  /** All that is open cannot be done by the day, whatever the pace. */
  readonly hopeless: string;
  /** A plan without a day ends after twenty years. */
  readonly endless: string;
  assumed(kind: 'topics' | 'projects', count: number, hours: number, isMedian: boolean): string;
  /** Behind what was not asked for. */
  readonly added: string;
  /** `mark` is behind those. */
  addedNote(mark: string): string;
  /** So many weeks of all were not shown. */
  more(hidden: number, all: number): string;
  /** A plan is made anew each time. */
  readonly anew: string;
  /** Everything is done or skipped. */
  readonly nothing: string;
  /** At the head of a note that can be pasted somewhere. */
  copy(day: string, command: string): string;
  /** A calendar without entries. */
  noDates(commands: Commands): Message;
}

/** What is said of other programs: editors, browsers, hooks. `how` is an exit status, or the name of a signal. */
export interface ScriptingSentences {
  readonly hook: {
    failed(how: number | string): string;
    late(seconds: number): string;
  };
  readonly open: {
    opened(address: string): string;
    noBrowser(browser: string): string;
  };
  readonly edit: {
    failed(program: string, how: number | string): string;
    /** Not a character was changed. */
    readonly same: string;
    /** Something was, and the counts are as before. */
    readonly sameCounts: string;
    /** `config edit`: so many settings are in the file now. */
    settings(count: number, file: string): string;
    noSettings(file: string): string;
  };
}

/** What `reconcile` says. Files and commands come ready to print. */
export interface ReconcileSentences {
  readonly kind: { readonly [kind in 'renumbered' | 'moved' | 'renamed' | 'orphaned' | 'added']: string };
  /** What a line says that is not so any more. */
  wasNumber(address: string): string;
  wasIn(section: string): string;
  wasCalled(title: string): string;
  readonly wasOutside: string;
  /** Behind a link that is only proposed: the evidence for it. */
  readonly proposedBy: { readonly [why in 'likeness' | 'place']: string };
  /** Before the topics an orphan may belong to. */
  readonly perhaps: string;
  readonly nothingLike: string;
  line(line: number): string;
  inPlace(count: number): string;
  toLink(count: number): string;
  withoutTopic(count: number): string;
  added(count: number): string;
  readonly addedUnknown: string;
  readonly nothing: string;
  readonly noTicks: string;
  readonly inNote: string;
  linked(count: number): string;
  /** Lines that look like another version of the same: of each two, one would stay, or has stayed. */
  toJoin(count: number): string;
  joined(count: number): string;
  /** Ticks of a file that was kept for another roadmap: so many of them fit. `stays`: they are copied, and it stays as it is. */
  abandoned(ticks: AbandonedNames, stays: boolean): string;
  /** Ticks of the same roadmap that lie in another file as well. */
  alsoIn(ticks: AbandonedNames): string;
  adopted(count: number, file: string): string;
  move(count: number, from: string, to: string): string;
  moved(count: number, to: string): string;
  isThere(place: string): string;
  /** After an undo or a redo by which no topic changed. */
  takenBack(files: readonly string[]): string;
  madeAgain(files: readonly string[]): string;
  /** Above a command. */
  readonly toApply: string;
  readonly toUndo: string;
  /** Asked before the first tick of a roadmap whose ticks lie in another file. */
  tickAllTheSame(count: number, file: string): string;
}

/** Ticks that lie in the progress file of another roadmap. */
export interface AbandonedNames {
  readonly file: string;
  /** The roadmap that they were kept for; null where that is not known. */
  readonly roadmap: string | null;
  readonly isThere: boolean;
  readonly fitting: number;
  readonly total: number;
}

/** What the picker says on its screen. Keys are named as they are printed on a keyboard. */
export interface PickSentences {
  readonly key: { readonly [key in 'space' | 'enter' | 'escape']: string };
  /** Behind a key, in the line of keys: a word or two. */
  readonly does: {
    readonly [what in
      | 'done'
      | 'start'
      | 'skip'
      | 'reopen'
      | 'review'
      | 'filter'
      | 'keepFilter'
      | 'clearFilter'
      | 'keys'
      | 'open'
      | 'edit'
      | 'leave'
      | 'save'
      | 'end'
      | 'back']: string;
  };
  /** What the last key could not do. */
  readonly remark: {
    readonly [what in
      | 'no-marks'
      | 'is-so'
      | 'nothing-to-change'
      | 'repeats'
      | 'nothing-fits'
      | 'unsaved'
      | 'no-link'
      | 'no-file'
      | 'no-editor']: string;
  };
  readonly helpTitle: string;
  /** All keys, the most used first, and what they do. */
  readonly help: readonly (readonly [keys: string, words: string])[];
  /** So many topics are to be changed. */
  changes(count: number): string;
  /** So many sections and topics fit the filter. */
  fitting(count: number): string;
  /** The dates that the change takes away. */
  erases(count: number, dates: string): string;
}
