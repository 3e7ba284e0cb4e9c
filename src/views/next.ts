// Next: what to study now, with the reason and the command that ticks it.
import type { Next } from '../model/next.ts';
import type { Origin } from '../model/origin.ts';
import { tallyOf } from '../model/progress.ts';
import { type Roadmap, topicsOf } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';
import { displayWidth } from '../text/width.ts';
import { commandLine } from './command-line.ts';
import { homesOf } from './homes.ts';
import { commandLines, flow, hanging, page } from './layout.ts';
import { celebration } from './status.ts';
import type { Theme } from './theme.ts';

export interface NextView {
  readonly roadmap: Roadmap;
  readonly origin: Origin;
  /** False when the commands that are shown need `-r` to reach this roadmap. */
  readonly isDefault: boolean;
  readonly next: readonly Next[];
}

/** `next`. When nothing is left it says so: with dignity where all is done. */
export function drawNext({ roadmap, origin, isDefault, next }: NextView, theme: Theme): string {
  const { messages } = theme;
  if (next.length === 0) {
    const total = tallyOf(topicsOf(roadmap.children));
    const complete = total.total > 0 && total.done === total.total;
    return page([complete ? celebration(roadmap, total, theme) : hanging(' ', messages.nothingOpen, theme, theme.dim)]);
  }
  const home = homesOf(roadmap);
  const blocks = next.map(({ topic, reason }) => {
    const head = ` ${topic.address}  `;
    const indent = displayWidth(head);
    const { section } = home(topic);
    const facts = [{ text: messages.reason[reason], paint: theme.good }];
    if (section !== null) facts.push({ text: `${section.address} ${theme.say(section.title)}`, paint: theme.dim });
    if (topic.level !== null) {
      const guessed = topic.levelSource === 'inferred' ? ` (${messages.inferred})` : '';
      facts.push({ text: `${visible(topic.level)}${guessed}`, paint: theme.dim });
    }
    if (topic.hours !== null) facts.push({ text: messages.hours(topic.hours), paint: theme.dim });
    return [
      ...hanging(head, theme.say(topic.title), theme, theme.title, theme.accent),
      ...flow(indent, facts, theme),
      ...commandLines(indent, commandLine(['done', topic.address], origin, isDefault), theme),
    ];
  });
  return page(blocks);
}
