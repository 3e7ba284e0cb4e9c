// Edit: `edit [selector]`: the roadmap's own file in an editor, at the line of a topic, and what that changed.
import { type Diagnostic, type ErrorArgs, isUserError, UserError } from '../errors.ts';
import { progressOf } from '../model/progress.ts';
import { exists } from '../store/library.ts';
import { lineText, type Source } from '../text/source.ts';
import { drawEdited, type EditedView } from '../views/edit.ts';
import type { CommonOptions, Context } from './context.ts';
import { canEdit, openInEditor, sayFailure } from './editor.ts';
import { type Loaded, load } from './load.ts';
import { selecting } from './selecting.ts';
import { withSentences } from './theme-with-sentences.ts';

/** What is to be edited, and what there is of it before that. */
interface Task {
  readonly file: string;
  /** Null for the whole file. */
  readonly line: number | null;
  /** Null where the file cannot be read as a roadmap: an editor is what helps then. */
  readonly before: Loaded | null;
}

/**
 * `edit [selector]`: 0, and 1 when the editor ended with a failure. Throws `no-file` for a bundled roadmap, `no-terminal`, `no-editor`, what
 * selecting throws, and what reading throws of a file that cannot be read afterwards.
 */
export async function edit(context: Context, selector: string | undefined, options: CommonOptions): Promise<number> {
  const { file, line, before } = await taskOf(context, selector, options);
  if (!canEdit(context))
    throw new UserError('no-terminal', { command: 'edit', place: line === null ? file : `${file}:${line}` });
  const { findingsIn } = await import('./lint.ts');
  const findings = before === null ? [] : await findingsIn(before, context);
  const failure = await openInEditor(context, file, line);
  if (failure !== null) await sayFailure(context, failure);
  // For scripts, what there is to know is what there is now.
  if (options.json || options.plain) {
    await (await import('./status.ts')).status(context, options);
    return failure === null ? 0 : 1;
  }
  // Nothing that was read before counts.
  const after = await load(context, options);
  const news = newFindings(findings, await findingsIn(after, context));
  if (!options.quiet) context.out(drawEdited(viewOf(before, after, news), await withSentences(context)));
  return failure === null ? 0 : 1;
}

async function taskOf(context: Context, selector: string | undefined, options: CommonOptions): Promise<Task> {
  let before: Loaded;
  try {
    before = await load(context, options);
  } catch (error) {
    const place = selector === undefined ? brokenPlace(error) : null;
    if (place === null) throw error;
    return { ...place, before: null };
  }
  const { note, origin } = before;
  if (note === null) {
    const copy = freeName(context, before.roadmap.id ?? origin.name);
    throw new UserError('no-file', { name: origin.name, copy });
  }
  if (selector === undefined) return { file: note.path, line: null, before };
  const { head, topics } = selecting(context, before.roadmap)(selector);
  const line = (head ?? topics[0])?.line ?? 0;
  return { file: note.path, line: line > 0 ? line : null, before };
}

/** Where a file cannot be understood; null for every other failure. */
function brokenPlace(error: unknown): { readonly file: string; readonly line: number | null } | null {
  if (!isUserError(error)) return null;
  const { file } = error.args as { readonly file?: string };
  if (file === undefined) return null;
  if (error.code === 'not-a-roadmap') return { file, line: null };
  if (error.code !== 'bad-roadmap') return null;
  const { problems } = error.args as ErrorArgs['bad-roadmap'];
  return { file, line: problems[0]?.line ?? null };
}

/** A name for a copy that would overwrite nothing. */
function freeName({ disk, library }: Context, id: string): string {
  const names = [`${id}.yaml`, `my-${id}.yaml`];
  return names.find((name) => !exists(disk, `${library.cwd}/${name}`)) ?? `my-own-${id}.yaml`;
}

/** Wherever it is: lines move when something is put above them. */
const sameFinding = ({ code, args }: Diagnostic): string => JSON.stringify([code, args]);

/** What was not there before, and is no mere remark. */
function newFindings(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const left = new Map<string, number>();
  for (const one of before) left.set(sameFinding(one), (left.get(sameFinding(one)) ?? 0) + 1);
  return after.filter((one) => {
    const count = left.get(sameFinding(one)) ?? 0;
    left.set(sameFinding(one), count - 1);
    return count <= 0 && one.severity !== 'info';
  });
}

function viewOf(before: Loaded | null, after: Loaded, findings: readonly Diagnostic[]): EditedView {
  const note = after.note as NonNullable<Loaded['note']>;
  const { source }: { source: Source } = note;
  return {
    title: after.roadmap.title,
    file: note.path,
    isSame: before?.note?.source.text === source.text,
    before: before === null ? null : progressOf(before.roadmap).total,
    after: progressOf(after.roadmap).total,
    findings: findings.map((found) => ({ found, text: found.line > 0 ? lineText(source, found.line) : null })),
  };
}
