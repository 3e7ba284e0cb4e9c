// PaceLine: one line on the pace, beneath a status.
import type { PaceSentences } from '../lang/messages.ts';
import type { Ranges } from '../model/forecast.ts';
import type { Pace } from '../model/pace.ts';
import type { Topic } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';
import { hanging } from './layout.ts';
import type { Theme } from './theme.ts';

/** A theme that can speak of the pace. */
export interface PaceTheme extends Theme {
  readonly pace: PaceSentences;
}

/** Whole numbers from ten on, else one digit behind the point: more would say that it is known so well. */
export const roundPace = (perWeek: number): number =>
  perWeek >= 10 ? Math.round(perWeek) : Math.round(perWeek * 10) / 10;

/** As documents have figures of a pace. */
export const hundredths = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100;

/** `326 h left · 6 topics a week · level Middle between 12 January and 9 March`. */
export function paceLine({ pace, targets }: Pace, today: string, theme: PaceTheme): string[] {
  const say = theme.pace;
  const [target] = targets;
  const hours = targets.at(-1)?.left.hours ?? null;
  if (pace === null || target === undefined || target.finish === null) return [];
  const { from, to } = target.finish.most;
  const level = target.level === null ? null : theme.say(target.level.title);
  const facts = [
    ...(hours === null || hours === 0 ? [] : [say.hoursLeft(hours)]),
    say.topicsPerWeek(roundPace(pace)),
    say.finish(level, say.between(from, to, today)),
  ];
  return hanging(' ', facts.join(theme.dot), theme);
}

/** What was begun and left, without a word on how long ago. */
export function pauseLine(begun: readonly Topic[], theme: PaceTheme): string[] {
  const titles = begun.map(({ address, title }) => `${visible(address)} ${theme.say(title)}`);
  return hanging(' ', theme.pace.begun(titles), theme);
}

type Ends<End> = { readonly from: End; readonly to: End };

export const rangesJson = <End>({ half, most }: Ranges<Ends<End>>) => ({
  half: { from: half.from, to: half.to },
  most: { from: most.from, to: most.to },
});
