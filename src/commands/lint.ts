// Lint: every oddity of a roadmap, of several files or of a folder, and the few that can be mended safely.

import { type Diagnostic, diagnostic, isUserError, nowhere, type UserError } from '../errors.ts';
import { leavesIn, lintContent } from '../formats/lint/content.ts';
import type { Finding } from '../formats/lint/finding.ts';
import { inOrder, lintData, lintMarkdown, lintProgress } from '../formats/lint/note.ts';
import { lintRepair } from '../formats/lint/text.ts';
import { type Evidence, tidied } from '../formats/progress/tidy.ts';
import type { Commands } from '../lang/messages.ts';
import { type FieldPosition, linePosition } from '../model/lint/field-position.ts';
import type { Topic } from '../model/roadmap.ts';
import { topicsById } from '../model/tree.ts';
import { type FiledProgress, filedProgress } from '../store/progress-file.ts';
import { detached } from '../text/detached.ts';
import { applyEdits } from '../text/edit.ts';
import { repairMojibake } from '../text/mojibake.ts';
import { type Source, toSource } from '../text/source.ts';
import { drawLint, type LintedFile, linesShown, lintJson, plainLint } from '../views/lint.ts';
import { drawError } from '../views/problem.ts';
import { refuseConflict } from './conflict.ts';
import type { CommonOptions, Context } from './context.ts';
import { alone, type Target, targetsOf } from './lint-targets.ts';
import { type Loaded, load } from './load.ts';
import { mend } from './mend.ts';
import { isPassedOver } from './passed-over.ts';
import { Rehearsal } from './rehearsal.ts';
import { withSentences } from './theme-with-sentences.ts';
import { searchTicks } from './tick-search.ts';

export interface LintOptions extends CommonOptions {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly zero?: boolean;
}

interface Report {
  readonly files: LintedFile[];
  /**
   * The only file that was named is a roadmap that cannot be used: its problems are shown, and the exit status says so
   * too.
   */
  isUnusable: boolean;
  readonly mended: { shown: string; count: number; undo: string }[];
  /** What `--fix --dry-run` would write. */
  readonly rehearsal: Rehearsal;
  mendable: number;
  /** The progress files in our folder, whose heads are read once for all targets. */
  readonly filed: () => readonly FiledProgress[];
  /** Written ids of all files: in Obsidian a need may lead to another note. */
  readonly ids: Set<string>;
}

/**
 * `lint [file…]`: 0, or 1 with errors. One file alone that cannot be read at all fails as it does everywhere (4, 5);
 * among several it is one of the findings, whatever is wrong with it. `--fix` throws what writing throws, after it has
 * reported on all files, and on those that it has mended.
 */
export async function lint(context: Context, words: readonly string[], options: LintOptions): Promise<number> {
  const { targets, closed, folder } = targetsOf(context, words, options);
  const isAlone = words.length <= 1 && folder === null;
  let filed: readonly FiledProgress[] | null = null;
  const report: Report = {
    ...{ files: [...closed], isUnusable: false, mended: [], mendable: 0, ids: new Set() },
    rehearsal: new Rehearsal(context, options),
    filed: () => {
      filed ??= filedProgress(context.disk, context.places.data);
      return filed;
    },
  };
  const failures: UserError[] = [];
  const { filesLinted } = context.theme.messages;
  for (const [done, target] of targets.entries()) {
    const total = targets.length;
    await context.showProgress({ done, total, words: filesLinted(done, total) });
    try {
      failures.push(...(await lintTarget(context, target, options, isAlone, report)));
    } catch (error) {
      // Of the command line, and the same for every file. What was mended so far has to be reported all the same.
      if (!isUserError(error) || report.mended.length === 0) throw error;
      failures.push(error);
      break;
    }
  }
  const files = report.files.map((file) => ({
    ...file,
    found: file.found
      .filter((one) => isNews(one, report, options) && !isPassedOver(one, context))
      .map((one) => placed(one, context)),
  }));
  await say(context, options, { ...report, files }, targets.length === 0 ? folder : null);
  const [failure, ...others] = failures;
  const theme = others.length === 0 ? null : await withSentences(context);
  for (const other of others) if (theme !== null) context.err(drawError(other, theme));
  if (failure !== undefined) throw failure;
  if (report.isUnusable) return 4;
  return files.some(({ found }) => found.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

const cannotBeWritten: ReadonlySet<string> = new Set(['unwritable', 'locked', 'changed', 'conflict']);

/** Adds to the report what is found in one of the files, and gives what kept it from being mended. */
async function lintTarget(
  context: Context,
  target: Target,
  options: LintOptions,
  isAlone: boolean,
  report: Report,
): Promise<UserError[]> {
  const chosen: LintOptions = { ...options, ...(target.roadmap === undefined ? {} : { roadmap: target.roadmap }) };
  let loaded: Loaded;
  try {
    loaded = await searchTicks(context, await load(context, chosen), report.filed());
  } catch (error) {
    const found = asFindings(error, target);
    if (found === null || (isAlone && !(isUserError(error) && error.code === 'bad-roadmap'))) throw error;
    report.isUnusable = isAlone;
    report.files.push({ ...unreadFile(error, target, found), roadmap: reach(target) });
    return [];
  }
  const content = await contentOf(loaded);
  let findings = lintNote(loaded, context, content);
  const failures: UserError[] = [];
  try {
    if (options.fix && loaded.progress === null) {
      refuseConflict(loaded);
      const { edits } = fixesOf(loaded, findings);
      if (options.dryRun && !options.json && edits.length > 0) {
        const { path, bytes: basis, encoding, source } = loaded.note as NonNullable<Loaded['note']>;
        const { text: before } = source;
        const after = applyEdits(before, edits);
        report.rehearsal.add({ path, shown: target.shown, basis, before, after, encoding });
      } else if (!options.dryRun && edits.length > 0) {
        const { count, now } = await mend(context, loaded, chosen, (read) =>
          fixesOf(read, lintNote(read, context, content)),
        );
        loaded = now;
        findings = lintNote(loaded, context, content);
        report.mended.push({ shown: target.shown, count, undo: commandsFor(context, target).to('undo') });
      }
    }
  } catch (error) {
    // A file that cannot be written to must not keep it, or the others, from being reported on.
    if (isAlone || !isUserError(error) || !cannotBeWritten.has(error.code)) throw error;
    failures.push(error);
  }
  if (loaded.progress === null) report.mendable += fixesOf(loaded, findings).edits.length;
  findings = inOrder([...findings, ...(await counterpartFindings(loaded, context))]);
  for (const topic of topicsById(loaded.own).values()) if (topic.idWritten) report.ids.add(detached(topic.id));
  const found = findings.map((finding) => inFolder(finding.diagnostic, target));
  const file = { path: loaded.origin.path ?? target.shown, shown: target.shown, roadmap: reach(target) };
  report.files.push(linted(file, loaded.note?.source ?? null, found));
  const ticks = lintTicks(loaded, context, reach(target));
  if (ticks !== null) report.files.push(ticks);
  return failures;
}

/** A file of which nothing is known but why; a note whose progress file cannot be read is named by that file. */
function unreadFile(error: unknown, { roadmap, shown }: Target, found: Diagnostic[]): LintedFile {
  if (!isUserError(error) || is(error, 'bad-progress')) return alone(roadmap ?? shown, shown, ...found);
  const path = 'file' in error.args ? error.args.file : shown;
  const isOther = error.code === 'unreadable' && roadmap !== undefined && path !== roadmap && path.startsWith('/');
  const source = is(error, 'bad-roadmap') ? error.args.source : null;
  return linted(alone(path, isOther ? path : shown), source, found);
}

/** What is kept of a file until all are read: neither its text nor anything that was cut from it. */
function linted(
  file: Pick<LintedFile, 'path' | 'shown' | 'roadmap'>,
  source: Source | null,
  found: readonly Diagnostic[],
): LintedFile {
  const lines = source === null ? new Map<number, string>() : linesShown(source, found);
  return { ...file, ...detached({ found, lines }) };
}

/**
 * What is odd in the fields of a roadmap, read once more for their places, which a roadmap does not keep; null where they have no
 * names. A file in another one's schema is not held to ours.
 */
async function contentOf({ note }: Loaded): Promise<readonly Diagnostic[] | null> {
  if (note === null) return [];
  const fields = await note.format.fields?.();
  if (fields === undefined) return null;
  const { native, document, placeOf } = fields(note.source, note.path);
  if (!native) return [];
  const untitled = document.title === undefined ? [diagnostic('untitled-roadmap', 'info', nowhere, {})] : [];
  return [...untitled, ...lintContent(document, placeOf)];
}

/** What is odd in a roadmap that was read, without its progress file. */
export async function findingsIn(loaded: Loaded, context: Context): Promise<readonly Diagnostic[]> {
  return lintNote(loaded, context, await contentOf(loaded)).map((finding) => finding.diagnostic);
}

/** Only roadmaps whose fields have names, and copies of such, name others. */
async function counterpartFindings({ counterparts, own, note }: Loaded, context: Context): Promise<Finding[]> {
  if (counterparts === null) return [];
  const fields = await note?.format.fields?.();
  const read = note === null ? undefined : fields?.(note.source, note.path);
  const places = new Map(read && leavesIn(read.document).map((topic) => [topic.line, read.placeOf(topic, 'same')]));
  const placeOf = (topic: Topic): FieldPosition => places.get(topic.line) ?? linePosition(topic, 'needs');
  const found = counterparts.findings(own, placeOf).filter((one) => !isPassedOver(one, context));
  return found.map((diagnostic) => ({ diagnostic, fix: null }));
}

function lintNote(loaded: Loaded, context: Context, content: readonly Diagnostic[] | null): Finding[] {
  return allInNote(loaded, context, content).filter(({ diagnostic: found }) => !isPassedOver(found, context));
}

function allInNote(
  { own, note, origin }: Loaded,
  { today }: Context,
  content: readonly Diagnostic[] | null,
): Finding[] {
  if (note === null || !note.format.canHoldTicks) return lintData(note?.source ?? null, own, today, content);
  const found = lintMarkdown(note.source, own, today);
  const repair = origin.repaired === null ? null : repairMojibake(note.decoded.text);
  if (repair === null) return found;
  return [...found, ...lintRepair(repair)].sort((a, b) => a.diagnostic.line - b.diagnostic.line);
}

/** The progress file, where there is one: lines typed by hand, and ticks that fit no topic any more (FORMATS P4). */
function lintTicks(
  { overlaid, own, roadmap, ...files }: Loaded,
  { today }: Context,
  reaches: string | null,
): LintedFile | null {
  const progress = files.progress ?? files.rows;
  if (progress === null || progress.bytes === null) return null;
  const source = toSource(progress.text);
  const orphans = overlaid.orphans.map((tick) =>
    diagnostic('orphan-tick', 'warning', { line: tick.line, column: 1 }, { title: tick.title }),
  );
  const inNote = new Set(own.diagnostics);
  const conflicts = roadmap.diagnostics.filter((one) => one.code === 'conflict-markers' && !inNote.has(one));
  // Several lines for one topic: with its id they become one with the next write; others only look like versions of it. Lines with
  // words of their own stay beside each other, and are nothing to report.
  const several = [...overlaid.lines]
    .map(([id, ticks]) => [id, ticks.filter((tick) => tick.id === null || tick.id === id)] as const)
    .filter(([, ticks]) => ticks.length > 1);
  const isJoined = (evidence: Evidence): boolean =>
    several.length > 0 && tidied(progress.text, progress.bodyStart, own, evidence).joined > 0;
  const [byId, byLikeness] = [isJoined('id'), isJoined('likeness')];
  const twice = several.flatMap(([id, [one, other, ...more]]): Diagnostic[] => {
    const [first, count] = [one?.line ?? 0, more.length + 1];
    const place = { line: other?.line ?? 0, column: 1 };
    if (one?.id === id && other?.id === id)
      return byId ? [diagnostic('merged-twice', 'warning', place, { first, count })] : [];
    return byLikeness ? [diagnostic('maybe-merged-twice', 'info', place, { first, last: first, count })] : [];
  });
  // An id that Obsidian could not match is one all the same where the roadmap gives it.
  const followed = new Set(
    [...overlaid.lines].flatMap(([id, ticks]) => ticks.filter((tick) => tick.id === id).map(({ line }) => line)),
  );
  const typed = lintProgress(source, progress.bodyStart, today)
    .map((finding) => finding.diagnostic)
    .filter(({ code, line }) => code !== 'bad-id' || !followed.has(line));
  const found = [...conflicts, ...orphans, ...twice, ...typed].sort((a, b) => a.line - b.line || a.column - b.column);
  if (found.length === 0) return null;
  return linted({ path: progress.path, shown: progress.path, roadmap: reaches }, source, found);
}

function fixesOf({ own }: Loaded, findings: readonly Finding[]): ReturnType<Parameters<typeof mend>[3]> {
  const fixed = findings.filter((finding) => finding.fix !== null);
  const lines = new Set(fixed.map(({ diagnostic }) => diagnostic.line));
  const topics = [...topicsById(own).values()].filter((topic) => lines.has(topic.line));
  return { edits: fixed.map((finding) => finding.fix as NonNullable<Finding['fix']>), topics };
}

/** Where today is not the clock's, its source is named. */
function placed(found: Diagnostic, { todayFrom: place }: Context): Diagnostic {
  if (found.code !== 'future-date') return found;
  return { ...found, args: { ...(found as Diagnostic<'future-date'>).args, place } };
}

/** What `-r` takes to reach a file that was named; null for the roadmap that is meant anyway. */
function reach({ roadmap, shown }: Target): string | null {
  return roadmap === undefined ? null : shown;
}

function commandsFor({ theme: { commands } }: Context, target: Target): Commands {
  const roadmap = reach(target);
  return roadmap === null ? commands : commands.on(roadmap);
}

/** Null for what is no matter of one file: a wrong option stays a wrong option. */
function asFindings(error: unknown, { isWalked }: Target): Diagnostic[] | null {
  if (!isUserError(error)) return [diagnostic('unreadable', 'error', nowhere, { cause: 'defect' })];
  if (is(error, 'bad-progress')) {
    const { file, reason } = error.args;
    return [diagnostic('bad-progress', 'error', nowhere, { file, reason })];
  }
  if (is(error, 'unreadable')) return [diagnostic('unreadable', 'error', nowhere, { cause: error.args.cause })];
  if (is(error, 'no-roadmap')) return [diagnostic('unreadable', 'error', nowhere, { cause: 'missing' })];
  if (is(error, 'not-a-roadmap') && isWalked && error.args.reason === 'empty')
    return [diagnostic('no-topics', 'info', nowhere, { reason: 'empty' })];
  if (is(error, 'not-a-roadmap')) {
    const { file: _, ...why } = error.args;
    return [diagnostic('not-a-roadmap', isWalked ? 'info' : 'error', nowhere, why)];
  }
  if (!is(error, 'bad-roadmap')) return null;
  return error.args.problems.map(({ code, args, line, column, span }) =>
    diagnostic('bad-roadmap', 'error', { line, column, ...(span && { span }) }, { problem: { code, args } }),
  );
}

function is<Code extends UserError['code']>(error: UserError, code: Code): error is UserError<Code> {
  return error.code === code;
}

/** Prose in a folder of notes is no fault of the prose. */
function inFolder(found: Diagnostic, { isWalked }: Target): Diagnostic {
  return isWalked && found.code === 'no-topics' ? { ...found, severity: 'info' } : found;
}

/**
 * A need that another of the files meets leads somewhere after all; `--quiet` leaves records without what is only worth knowing.
 */
function isNews(found: Diagnostic, { ids }: Report, { quiet }: LintOptions): boolean {
  if (quiet && found.severity === 'info') return false;
  return found.code !== 'needs-nothing' || !ids.has((found as Diagnostic<'needs-nothing'>).args.id);
}

async function say(
  context: Context,
  options: LintOptions,
  { files, mended, mendable, rehearsal }: Report,
  emptyFolder: string | null,
): Promise<void> {
  const theme = await withSentences(context);
  if (options.json) context.out(lintJson(files, theme));
  else if (rehearsal.count > 0) rehearsal.show();
  else if (options.plain) context.out(plainLint(files, theme, options.zero ? '\0' : '\n'));
  else if (!options.quiet) {
    const fix = { count: mendable, command: theme.commands.again('--fix') };
    context.out(drawLint({ files, emptyFolder, mended, mendable: options.fix ? null : fix }, theme));
  }
}
