// Change: what a command changed, the new count, and what is next.
import type { Change, Changes } from '../model/change.ts';
import type { Next } from '../model/next.ts';
import type { Origin } from '../model/origin.ts';
import type { Progress, SectionProgress } from '../model/progress.ts';
import type { Roadmap, Section, Topic } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';
import { homesOf } from './homes.ts';
import { hanging, page, row, widest } from './layout.ts';
import { celebration, nextLines, shareText } from './status.ts';
import type { Theme } from './theme.ts';
import { topicRows } from './topics.ts';

export interface ChangeView {
  readonly verb: 'done' | 'start' | 'skip' | 'reopen' | 'undo' | 'redo';
  readonly changes: Changes;
  /** As they read after the change, from the file. */
  readonly roadmap: Roadmap;
  readonly progress: Progress;
  readonly next: readonly Next[];
  readonly origin: Origin;
  /** The section or parent topic that was selected as a whole; null when topics were named one by one. */
  readonly group: Section | Topic | null;
  /** True for the first tick this file ever takes: then it is said where the tick went. */
  readonly isFirst: boolean;
}

const mostTopics = 8;
const mostSections = 3;

/** What was done to which topics: in one line for one topic or a group, else a list. */
function changedLines({ verb, changes: { changed }, group }: ChangeView, theme: Theme): string[] {
  const { messages } = theme;
  const note = verb === 'undo' ? messages.reverted : verb === 'redo' ? messages.restored : null;
  const [first] = changed as readonly [Change, ...Change[]];
  const headed = (address: string, words: string, tail: string | null): string[] => {
    const { status } = first.topic;
    const text = tail === null ? words : `${words}${theme.dot}${tail}`;
    return hanging(` ${theme.symbol(status)} ${address}  `, text, theme, theme.title, theme.paintStatus(status));
  };
  if (changed.length === 1 && (group === null || group.address === first.topic.address))
    return headed(first.topic.address, theme.say(first.topic.title), note ?? first.topic.completedOn);
  const shown = changed.slice(0, mostTopics).map(({ topic }) => topic);
  const rest = changed.length - shown.length;
  const rows = [
    ...topicRows(shown, { depth: () => 0, indent: group === null ? 1 : 3, levels: false }, theme).rows.flat(),
    ...(rest > 0 ? hanging(group === null ? ' ' : '   ', messages.more(rest), theme, theme.dim) : []),
  ];
  if (group === null) return [...(note === null ? [] : hanging(' ', note, theme, theme.title)), ...rows];
  const below = changed.filter(({ topic }) => topic.address !== group.address).length;
  return [...headed(group.address, messages.andBelow(theme.say(group.title), below), note), ...rows];
}

function find(sections: readonly SectionProgress[], address: string): SectionProgress | null {
  for (const section of sections) {
    const found = section.address === address ? section : find(section.sections, address);
    if (found !== null) return found;
  }
  return null;
}

/** The new counts of the sections that were touched, and of the whole. */
function countLines({ changes, roadmap, progress, group }: ChangeView, theme: Theme): string[] {
  const home = homesOf(roadmap);
  const touched = new Set<string>();
  if (group?.kind === 'section') touched.add(group.address);
  else for (const { topic } of changes.changed) touched.add(home(topic).section?.address ?? '');
  const sections = [...touched]
    .slice(0, mostSections)
    .map((address) => find(progress.sections, address))
    .filter((section) => section !== null);
  const counted = [...sections, { title: roadmap.title, tally: progress.total }];
  const titles = counted.map(({ title }) => theme.say(title));
  const shares = counted.map(({ tally }) => shareText(tally, theme));
  const shareWidth = widest(shares);
  const width = Math.max(1, Math.min(widest(titles), theme.width - 3 - 2 - shareWidth, 72));
  return counted.map(({ tally }, index) => {
    const full = tally.total > 0 && tally.done === tally.total;
    const remark = full && index < sections.length ? theme.messages.sectionDone : '';
    const room = theme.width - 3 - width - 2 - shareWidth - 2;
    const cells = [
      { text: titles[index] ?? '', width, paint: theme.dim },
      { text: shares[index] ?? '', width: shareWidth, side: 'right' as const, ...(full && { paint: theme.good }) },
      { text: remark, width: remark !== '' && room >= widest([remark]) ? room : 0, paint: theme.good },
    ];
    return row(3, cells, theme);
  });
}

/** `done`, `start`, `skip`, `reopen`, `undo`, `redo`. */
export function drawChange(view: ChangeView, theme: Theme): string {
  const { verb, changes, roadmap, progress, next, origin, isFirst } = view;
  const { messages } = theme;
  if (changes.changed.length === 0 && changes.unchanged.length === 0)
    return page([hanging(' ', messages.nothingSelected, theme)]);
  if (changes.changed.length === 0) {
    const wanted = { done: 'done', start: 'doing', skip: 'skipped', reopen: 'todo', undo: null, redo: null }[verb];
    const isSo = wanted === null || changes.unchanged.every(({ status }) => status === wanted);
    const sentence = isSo ? messages.unchanged(verb, changes.unchanged.length) : messages.noDifference;
    const said = hanging(' ', sentence, theme);
    const shown = changes.unchanged.slice(0, mostTopics);
    const rows = topicRows(shown, { depth: () => 0, indent: 3, levels: false }, theme).rows.flat();
    const rest = changes.unchanged.length - shown.length;
    return page([[...said, ...rows, ...(rest > 0 ? hanging('   ', messages.more(rest), theme, theme.dim) : [])]]);
  }
  const passed =
    changes.unchanged.length === 0 ? [] : hanging(' ', messages.passedOver(changes.unchanged.length), theme, theme.dim);
  const complete = progress.total.total > 0 && progress.total.done === progress.total.total;
  const after = [
    ...(complete && verb !== 'undo' ? celebration(roadmap, progress.total, theme) : []),
    ...nextLines(next.slice(0, 1), theme),
  ];
  const undo = theme.commands.to('undo');
  const where = isFirst
    ? hanging(' ', messages.firstTick(visible(origin.progress.path), changes.changed.length, undo), theme, theme.dim)
    : [];
  return page([[...changedLines(view, theme), ...passed], countLines(view, theme), after, where]);
}
