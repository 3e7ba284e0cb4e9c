// ReconcileView: how the ticks of a progress file meet the roadmap as it is now, and what a move would change.
import type { Origin } from '../model/origin.ts';
import { type Tick, writtenAddress } from '../model/overlay.ts';
import type { PlacedTopic, Reconciliation, Relink } from '../model/reconcile.ts';
import { type Text, wording } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';
import { displayWidth } from '../text/width.ts';
import { diffLines } from './diff.ts';
import { documentOf } from './json.ts';
import type { One, SectionedTopic, TickLine } from './kinds.ts';
import { commandLines, flow, hanging, heading, page, row, widest } from './layout.ts';
import type { ThemeWithSentences } from './problem.ts';
import type { Theme } from './theme.ts';

/** Files before and after; `after` null where the file goes. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string | null;
}

/** Ticks that lie in the progress file of another roadmap, which may be this one at its old place. */
export interface Abandoned {
  readonly file: string;
  /** The roadmap that they were kept for; null where none but this one is named. */
  readonly roadmap: string | null;
  readonly isThere: boolean;
  /** So many belong to a topic of this roadmap. */
  readonly fitting: number;
  readonly total: number;
}

export interface Adopted extends Abandoned {
  /** They are copied, and the file stays as it is. */
  readonly stays: boolean;
  /** Where ticks of this roadmap lie as well, each with the command that shows them. */
  readonly others: readonly Abandoned[];
}

export interface ReconcileView {
  readonly title: Text;
  readonly origin: Origin;
  /** Null where the ticks are in the note itself. */
  readonly found: Reconciliation | null;
  readonly abandoned: Adopted | null;
  /** Lines that look like another version of the same: of each two, one is to stay. */
  readonly joined: number;
  /** What `--apply` would write, or has written. */
  readonly changes: readonly FileChange[];
  readonly isApplied: boolean;
  /** The command that applies it, or that takes it back. */
  readonly command: string;
}

export function drawReconcile(view: ReconcileView, theme: ThemeWithSentences): string {
  const { title, origin, found, abandoned, joined, changes, isApplied, command } = view;
  const say = theme.sentences.reconcile;
  const head = heading(' ', `${theme.say(title)}${theme.dot}${visible(origin.progress.path)}`, theme, theme.title);
  const diff = changes.flatMap(({ path, before, after }) => diffLines(before, after ?? '', path, theme));
  const act = (): string[] =>
    changes.length === 0
      ? []
      : [...hanging(' ', isApplied ? say.toUndo : say.toApply, theme, theme.dim), ...commandLines(3, command, theme)];
  const joins =
    joined === 0 ? [] : [{ text: isApplied ? say.joined(joined) : say.toJoin(joined), paint: theme.accent }];
  if (found === null)
    return page([head, joined === 0 ? hanging(' ', say.inNote, theme) : [], diff, flow(1, joins, theme), act()]);
  const taken =
    abandoned === null
      ? []
      : isApplied
        ? hanging(' ', say.adopted(abandoned.fitting, visible(origin.progress.path)), theme)
        : hanging(' ', say.abandoned(shown(abandoned), abandoned.stays), theme);
  const { relinks, orphans, added, current } = found;
  const isEmpty = relinks.length + orphans.length + (added ?? []).length + joined === 0;
  const facts = [
    { text: say.inPlace(current), paint: theme.good },
    ...(relinks.length > 0
      ? [{ text: isApplied ? say.linked(relinks.length) : say.toLink(relinks.length), paint: theme.accent }]
      : []),
    ...joins,
    ...(orphans.length > 0 ? [{ text: say.withoutTopic(orphans.length), paint: theme.warn }] : []),
    ...((added ?? []).length > 0 ? [{ text: say.added((added ?? []).length) }] : []),
  ];
  const isWaiting = abandoned !== null && !isApplied;
  const none = isWaiting ? [] : hanging(' ', current === 0 ? say.noTicks : say.nothing, theme);
  const summary = isEmpty ? none : flow(1, facts, theme);
  return page([
    head,
    taken,
    relinkRows(relinks, theme),
    orphanRows(found, theme),
    addedRows(added ?? [], theme),
    diff,
    [
      ...summary,
      ...(added === null && current + relinks.length > 0 ? hanging(' ', say.addedUnknown, theme, theme.dim) : []),
    ],
    act(),
    ...(abandoned?.others ?? []).map((other) => [
      ...hanging(' ', say.alsoIn(shown(other)), theme),
      ...commandLines(3, theme.commands.to('reconcile', '--from', other.file), theme),
    ]),
  ]);
}

/** Harmless for a terminal. */
function shown(abandoned: Abandoned): Abandoned {
  const { file, roadmap } = abandoned;
  return { ...abandoned, file: visible(file), roadmap: roadmap === null ? null : visible(roadmap) };
}

const most = 30;

/** `kind  4.2.1  Title  was 3.1.2`; what does not fit beside goes beneath. */
function relinkRows(relinks: readonly Relink[], theme: ThemeWithSentences): string[] {
  const say = theme.sentences.reconcile;
  const shown = relinks.slice(0, most);
  const kindWidth = widest(shown.map(({ kind }) => say.kind[kind]));
  const addressWidth = widest(shown.map(({ to }) => to.topic.address));
  const indent = 1 + kindWidth + 2 + addressWidth + 2;
  const titles = shown.map(({ to }) => theme.say(to.topic.title));
  const remarks = shown.map((relink) => wasText(relink, theme));
  const room = theme.width - indent;
  const remarkWidth = widest(remarks);
  const isBeside = room - remarkWidth - 2 >= 20;
  const titleWidth = Math.max(1, Math.min(widest(titles), isBeside ? room - remarkWidth - 2 : room));
  const lines = shown.flatMap(({ kind, to }, index) => {
    const remark = remarks[index] as string;
    const cells = [
      { text: say.kind[kind], width: kindWidth, paint: theme.accent },
      { text: to.topic.address, width: addressWidth },
      { text: titles[index] as string, width: titleWidth },
      ...(isBeside ? [{ text: remark, width: remarkWidth, paint: theme.dim }] : []),
    ];
    return [
      row(1, cells, theme),
      ...(isBeside ? [] : hanging(' '.repeat(Math.min(indent, 6)), remark, theme, theme.dim)),
    ];
  });
  return [...lines, ...moreLines(relinks.length - shown.length, theme)];
}

function wasText({ tick, kind, proposedBy }: Relink, { sentences, show }: ThemeWithSentences): string {
  const say = sentences.reconcile;
  const was =
    kind === 'renamed'
      ? say.wasCalled(show(tick.title))
      : kind === 'moved'
        ? tick.section === null
          ? say.wasOutside
          : say.wasIn(show(tick.section))
        : say.wasNumber(writtenAddress(tick) ?? '–');
  return proposedBy === null ? was : `${was}, ${say.proposedBy[proposedBy]}`;
}

function moreLines(rest: number, theme: Theme): string[] {
  return rest > 0 ? hanging(' ', theme.messages.more(rest), theme, theme.dim) : [];
}

function orphanRows({ orphans }: Reconciliation, theme: ThemeWithSentences): string[] {
  const say = theme.sentences.reconcile;
  const lines = orphans.slice(0, most).flatMap(({ tick, candidates }) => {
    const words = `${theme.show(tick.title)}${tick.completedOn === null ? '' : theme.dot + tick.completedOn}`;
    const head = ` ${say.kind.orphaned}  ${say.line(tick.line)}  ${theme.symbol(tick.status)} `;
    const isNarrow = displayWidth(head) > theme.width / 2;
    const like = candidates
      .map(({ topic }) => `${topic.address} ${theme.say(topic.title)} 🆔 ${topic.id}`)
      .join(theme.dot);
    return [
      ...hanging(isNarrow ? ' ' : head, isNarrow ? `${head.trim()} ${words}` : words, theme, theme.warn),
      ...hanging('   ', like === '' ? say.nothingLike : `${say.perhaps} ${like}`, theme, theme.dim),
    ];
  });
  return [...lines, ...moreLines(orphans.length - Math.min(orphans.length, most), theme)];
}

function addedRows(added: readonly PlacedTopic[], theme: ThemeWithSentences): string[] {
  const say = theme.sentences.reconcile;
  const shown = added.slice(0, most);
  const addressWidth = widest(shown.map(({ topic }) => topic.address));
  const lines = shown.flatMap(({ topic }) => {
    const head = ` ${say.kind.added}  ${topic.address.padEnd(addressWidth)}  `;
    return hanging(head, theme.say(topic.title), theme, undefined, theme.dim);
  });
  return [...lines, ...moreLines(added.length - shown.length, theme)];
}

export interface MoveView {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly changes: readonly FileChange[];
  readonly isApplied: boolean;
  readonly command: string;
}

export function drawMove(
  { from, to, count, changes, isApplied, command }: MoveView,
  theme: ThemeWithSentences,
): string {
  const say = theme.sentences.reconcile;
  const sentence = isApplied ? say.moved(count, visible(to)) : say.move(count, visible(from), visible(to));
  return page([
    ...changes.map(({ path, before, after }) => diffLines(before, after ?? '', path, theme)),
    hanging(' ', sentence, theme),
    [...hanging(' ', isApplied ? say.toUndo : say.toApply, theme, theme.dim), ...commandLines(3, command, theme)],
  ]);
}

export interface ReconcileDocument {
  readonly origin: Origin;
  readonly found: Reconciliation | null;
  readonly abandoned: Adopted | null;
  readonly joined: number;
  readonly move: { readonly from: string; readonly to: string; readonly count: number } | null;
  readonly isApplied: boolean;
}

/** `reconcile --json`. */
export function reconcileJson(
  { origin, found, abandoned, joined, move, isApplied }: ReconcileDocument,
  language: string,
): string {
  const stand = ({ topic, section }: PlacedTopic): SectionedTopic => ({
    address: topic.address,
    id: topic.id,
    title: wording(topic.title, language),
    section: section === null ? null : { address: section.address, title: wording(section.title, language) },
  });
  const line = (tick: Tick): TickLine => ({
    line: tick.line,
    address: writtenAddress(tick),
    id: tick.id,
    title: tick.title,
    section: tick.section,
    status: tick.status,
    completedOn: tick.completedOn,
  });
  return documentOf('reconcile', {
    progress: { mode: origin.progress.mode, path: origin.progress.path },
    applied: isApplied,
    inPlace: found?.current ?? 0,
    joined,
    links: (found?.relinks ?? []).map(
      ({ tick, to, kind, proposedBy }): One<'reconcile', 'links'> => ({
        kind,
        proposedBy,
        was: line(tick),
        topic: stand(to),
      }),
    ),
    orphans: (found?.orphans ?? []).map(
      ({ tick, candidates }): One<'reconcile', 'orphans'> => ({
        was: line(tick),
        candidates: candidates.map(stand),
      }),
    ),
    added: found?.added?.map(stand) ?? null,
    abandoned: abandoned === null ? null : abandonedJson(abandoned),
    move: move === null ? null : { from: move.from, to: move.to, count: move.count },
    abandonedElsewhere: (abandoned?.others ?? []).map(abandonedJson),
  });
}

function abandonedJson({ file, roadmap, fitting, total }: Abandoned): One<'reconcile', 'abandonedElsewhere'> {
  return { file, roadmap, fitting, total };
}

/** `reconcile --plain`: kind, line or `-`, address or `-`, title as it is now or `-`, title as it was or `-`. */
export function plainReconcile({ relinks, orphans, added }: Reconciliation, language: string, end: string): string {
  const record = (kind: string, tick: Tick | null, to: PlacedTopic | null): string =>
    [
      kind,
      tick === null ? '-' : String(tick.line),
      to?.topic.address ?? '-',
      to === null ? '-' : visible(wording(to.topic.title, language)),
      tick === null ? '-' : visible(tick.title),
    ].join('\t') + end;
  return [
    ...relinks.map(({ kind, tick, to }) => record(kind, tick, to)),
    ...orphans.map(({ tick }) => record('orphaned', tick, null)),
    ...(added ?? []).map((to) => record('added', null, to)),
  ].join('');
}
