// TitleNumber: a number before the title of a list item that is no address but the first word of the title (FORMATS S2).
import { listOf } from '../outline/part.ts';
import { NumberFit, type Sibling } from '../syntax/number-fit.ts';
import { keywordTask } from './keyword-tasks.ts';
import { mayBeDotted, topicTitle } from './topic-title.ts';
import { became, topicAbove, type Walked, type WalkedSection } from './walk-outline.ts';

const none: ReadonlySet<number> = new Set();

/** Rows of topics whose number does not fit those around it; the others are as they are written. */
export function titleNumbersOf(walked: Walked): ReadonlySet<number> {
  const { became: decided, root } = walked;
  const { lines } = walked.outline;
  const { text } = lines.source;
  const isDoubtful = (row: number): boolean => mayBeDotted(text, lines.content[row] as number);
  for (let row = 0; row < decided.length; row++)
    if (decided[row] === became.topic && isDoubtful(row)) return new ItemNumbers(walked).settle(root);
  return none;
}

/** What is beside each other; `row` is -1 for a section. */
interface Numbered extends Sibling {
  readonly row: number;
}

class ItemNumbers {
  private readonly walked: Walked;
  private readonly fit = new NumberFit();
  private readonly titles = new Set<number>();
  /** The number of each topic that has one, by its row. */
  private readonly known = new Map<number, string>();

  constructor(walked: Walked) {
    this.walked = walked;
  }

  settle(section: WalkedSection): ReadonlySet<number> {
    for (const [row, group] of this.groupsOf(section))
      this.settleGroup(
        group,
        row < 0 ? section.section.number : (this.known.get(row) ?? this.markerNumber(row, group)),
      );
    for (const step of section.steps) if (typeof step !== 'string' && step.kind === 'walked') this.settle(step);
    return this.titles;
  }

  /** The topics of a section by the topic they are below, -1 for none; sections below it count among the latter. */
  private groupsOf({ steps }: WalkedSection): ReadonlyMap<number, readonly Numbered[]> {
    const groups = new Map<number, Numbered[]>([[-1, []]]);
    for (const step of steps) {
      if (typeof step === 'string' || step.kind === 'made') continue;
      if (step.kind === 'walked') {
        listOf(groups, -1).push({ row: -1, number: step.section.number });
        continue;
      }
      for (let row = step.from; row < step.to; row++) {
        if (this.walked.became[row] === became.topic)
          listOf(groups, topicAbove(this.walked, row)).push({ row, ...this.numberAt(row) });
      }
    }
    return groups;
  }

  private settleGroup(group: readonly Numbered[], above: string | null): void {
    const fitting = this.fit.fitting(group, above);
    for (const { row, number } of group) {
      if (row < 0 || number === null) continue;
      if (fitting.has(number)) this.known.set(row, number);
      else this.titles.add(row);
    }
  }

  /** The number of an item's marker, which says little: `1.` may begin every item. An only child goes by it. */
  private markerNumber(row: number, { length }: readonly Numbered[]): string | null {
    const { lines } = this.walked.outline;
    const start = lines.at[row] as number;
    return length === 1 ? (/^\d+/.exec(lines.source.text.slice(start, start + 9))?.[0] ?? null) : null;
  }

  private numberAt(row: number): Sibling {
    const raw = this.walked.outline.lines.textOf(row);
    const { number, isDoubtful } = topicTitle(keywordTask(raw)?.title ?? raw);
    return { number, isDoubtful };
  }
}
