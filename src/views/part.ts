// PartName: the words for a part of a roadmap that selectors and filters leave.
import type { Part } from '../model/part.ts';
import { visible } from '../text/visible.ts';
import type { Theme } from './theme.ts';

/** `1 Basics, level Junior, tag #routing`; of many selectors the first few. */
export function partName({ named, filter }: Part, theme: Theme): string {
  const { filter: words, state, more } = theme.messages;
  const { levels, statuses, tag, search, since, until, due } = filter;
  const shown = named
    .slice(0, mostNamed)
    .map((one) => (typeof one === 'string' ? theme.show(one) : headName(one, theme)));
  return [
    ...shown,
    ...(named.length > mostNamed ? [more(named.length - mostNamed)] : []),
    ...(levels === null ? [] : [words.levels(levels.map(({ title }) => theme.say(title)))]),
    ...(statuses === null ? [] : [words.states(statuses.map((status) => state[status]))]),
    ...(tag === null ? [] : [words.tag(theme.show(tag))]),
    ...(search === null ? [] : [words.search(theme.show(search))]),
    ...(since === null ? [] : [words.since(since)]),
    ...(until === null ? [] : [words.until(until)]),
    ...(due === null ? [] : [due.isOverdue ? words.overdue : words.due(due.from, due.to)]),
  ].join(', ');
}

const mostNamed = 6;

function headName({ address, title }: Exclude<Part['named'][number], string>, theme: Theme): string {
  return `${visible(address)} ${theme.say(title)}`;
}
