// PlanNote: a plan as a Markdown note of boxes under its weeks, to be pasted into another.
import { plainLine } from '../formats/markdown/write.ts';
import { visible } from '../text/visible.ts';
import {
  hoursNote,
  neededText,
  type PlanTheme,
  type PlanView,
  partTitle,
  planFacts,
  planNotes,
  wholeTitle,
} from './plan.ts';

/** `plan --format md`: a copy, which nobody counts; so it has no ids and no days. */
export function planNote(view: PlanView, theme: PlanTheme): string {
  const { plan, most, today } = view;
  const { plan: say } = theme;
  const first = [...plan.weeks.flatMap(({ parts }) => parts), ...plan.unplaced][0]?.topic.address ?? '1';
  const box = (address: string, title: string, hours: number | null): string =>
    `- [ ] ${plainLine(`${visible(address)} ${title}`)}${hoursNote(hours, theme)}`;
  const weeks = plan.weeks.slice(0, most);
  const unplaced = plan.unplaced.map(
    ({ topic, hours, reason }) =>
      `${box(topic.address, visible(theme.say(topic.title)), hours)}: ${say.reason[reason]}`,
  );
  const blocks: (readonly string[])[] = [
    [`# ${plainLine(`${say.label.plan}: ${wholeTitle(view, theme)}`)}`],
    [planFacts(plan, theme).join(', ') || say.nothing],
    [say.copy(say.day(today), theme.commands.to('done', first))],
    ...weeks.flatMap(({ from, until, used, room, parts }) => [
      [`## ${say.range(from, until)} · ${say.load(plan.pace?.unit ?? 'topics', used, room)}`],
      parts.map((part) => box(part.topic.address, partTitle(part, theme), part.hours)),
    ]),
    ...(unplaced.length === 0 ? [] : [[`## ${say.unplaced(null)}`], unplaced, [neededText(view, theme)]]),
    planNotes(plan, theme).map((text) => `- ${text}`),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
