// Section: one section, or the whole roadmap, with all that the author wrote about it.
import { hoursOf } from '../model/hours.ts';
import { type LevelProgress, progressOf } from '../model/progress.ts';
import type { Link, Roadmap, Section, Text, Topic } from '../model/roadmap.ts';
import { topicsOf } from '../model/tree.ts';
import { visible } from '../text/visible.ts';
import { fields, flow, hanging, heading, page } from './layout.ts';
import { shareText } from './status.ts';
import type { Theme } from './theme.ts';
import { groupedRows } from './topics.ts';

export interface SectionView {
  /** Null for the whole roadmap: then what belongs to no section is shown too. */
  readonly section: Section | null;
  readonly roadmap: Roadmap;
  /** False where its topics are shown beside it. */
  readonly withTopics?: boolean;
}

function linkText({ title, url, kind }: Link, theme: Theme): string {
  const words = theme.say(title);
  const address = visible(url);
  const sort = kind === null ? '' : ` (${theme.show(kind)})`;
  return words === '' || words === theme.show(url) ? address + sort : `${words}${sort}: ${address}`;
}

/** Levels with their rubric: what one is able to do there. */
function rubric({ levels }: Roadmap, theme: Theme): string[] {
  return levels.map(({ title, rubric }) =>
    rubric === null ? theme.say(title) : `${theme.say(title)}: ${theme.say(rubric)}`,
  );
}

/** How much of each level the section has, where it has several. */
function levelValues(used: readonly LevelProgress[], theme: Theme): string[] {
  if (used.length < 2) return [];
  return [used.map(({ level, tally }) => `${theme.say(level.title)} ${tally.done}/${tally.total}`).join(theme.dot)];
}

/** `show <section>`, and the whole roadmap with its prerequisites, rubric, resources and related skills. */
export function drawSection({ section, roadmap, withTopics = true }: SectionView, theme: Theme): string {
  const { messages } = theme;
  const { label } = messages;
  const texts = (text: Text | null): string[] => (text === null ? [] : [theme.say(text)]);
  const children = section === null ? roadmap.children : section.children;
  const { total, levels, readiness } = progressOf({ ...roadmap, children, projects: [] });
  const hours = hoursOf(children);

  const head = heading(
    section === null ? ' ' : ` ${section.address}  `,
    theme.say(section === null ? roadmap.title : section.title),
    theme,
    theme.title,
    theme.accent,
  );
  const facts = [{ text: total.total > 0 ? shareText(total, theme) : messages.topics(0), paint: theme.dim }];
  const used = levels.filter(({ tally }) => tally.total + tally.skipped > 0);
  // A section may leave its level to its topics.
  const level = section?.level ?? (used.length === 1 ? used[0]?.level.id : null) ?? null;
  if (section !== null && level !== null) {
    const guessed = roadmap.levelSource === 'inferred' ? ` (${messages.inferred})` : '';
    facts.push({ text: `${theme.show(level)}${guessed}`, paint: theme.dim });
  }
  if (hours !== null) facts.push({ text: messages.hoursLeft(hours.all, hours.left, !hours.isWhole), paint: theme.dim });
  const built = section === null ? hoursOf(roadmap.projects) : null;
  if (built !== null)
    facts.push({ text: messages.projectHours(built.all, built.left, !built.isWhole), paint: theme.dim });
  if (section !== null && section.weight !== null) {
    const gained = Math.floor((section.weight * total.done) / Math.max(1, total.total) + 1e-9);
    facts.push({ text: messages.weight(section.weight, gained), paint: theme.dim });
  }
  if (section === null && readiness !== null) facts.push({ text: messages.readiness(readiness), paint: theme.dim });

  const about =
    section === null
      ? [
          { label: label.version, values: roadmap.version === null ? [] : [theme.show(roadmap.version)] },
          { label: label.prerequisites, values: roadmap.prerequisites.map(theme.say) },
          { label: label.levels, values: rubric(roadmap, theme) },
        ]
      : [
          { label: label.why, values: texts(section.why) },
          { label: label.levels, values: levelValues(used, theme) },
          { label: label.notes, values: section.notes.map(theme.show) },
        ];
  const after =
    section === null
      ? [
          { label: label.resources, values: roadmap.resources.map((link) => linkText(link, theme)) },
          { label: label.related, values: roadmap.related.map(theme.say) },
        ]
      : [];
  const topics: Topic[] = withTopics ? [...topicsOf(children), ...(section === null ? roadmap.projects : [])] : [];
  const { blocks } = groupedRows(topics, roadmap, theme, section);
  const description =
    section === null && roadmap.description !== null ? hanging(' ', theme.say(roadmap.description), theme) : [];
  return page([
    [...head, ...flow(1, facts, theme)],
    description,
    fields(1, about, theme),
    ...blocks,
    fields(1, after, theme),
  ]);
}
