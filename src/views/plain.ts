// Plain: tab-separated records for scripts, fzf and cut; their columns are a promise (CONTRACT, Plain).
import type { Language } from '../lang/messages.ts';
import type { Progress, Tally } from '../model/progress.ts';
import { type Roadmap, type Text, type Topic, wording } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';

/** A line end, or NUL with `-z`. */
export type RecordEnd = '\n' | '\0';

export function records(lines: readonly (readonly string[])[], end: RecordEnd): string {
  return lines.map((columns) => columns.join('\t') + end).join('');
}

/** No tab, no line end and nothing that drives a terminal; never cut. */
const titleOf = (title: Text, language: Language): string => visible(wording(title, language));

/** `list --plain`: address, status, completedOn or `-`, level or `-`, title. No topics: nothing at all. */
export function plainTopics(topics: readonly Topic[], language: Language, end: RecordEnd = '\n'): string {
  return records(
    topics.map((topic) => plainTopicColumns(topic, language)),
    end,
  );
}

export function plainTopicColumns({ address, status, completedOn, level, title }: Topic, language: Language): string[] {
  return [
    visible(address),
    status,
    completedOn ?? '-',
    level === null ? '-' : visible(level),
    titleOf(title, language),
  ];
}

/** `status --plain`: address, `level:<id>` or `total`; then done, total, percent, title. Sections of the first rank add up to the
 * last line, the total; topics outside any have the address `-`. */
export function plainStatus(roadmap: Roadmap, progress: Progress, language: Language, end: RecordEnd = '\n'): string {
  const line = (name: string, { total, done, percent }: Tally, title: Text): string[] => [
    visible(name),
    String(done),
    String(total),
    String(percent),
    titleOf(title, language),
  ];
  return records(
    [
      ...progress.sections.map(({ address, tally, title }) => line(address ?? '-', tally, title)),
      ...progress.levels.map(({ level, tally }) => line(`level:${level.id}`, tally, level.title)),
      line('total', progress.total, roadmap.title),
    ],
    end,
  );
}
