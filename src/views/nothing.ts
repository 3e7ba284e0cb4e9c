// Nothing: what is where there is no topic to show: why, and what helps.
import type { Diagnostic } from '../errors.ts';
import type { Part } from '../model/part.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { hanging } from './layout.ts';
import { partName } from './part.ts';
import type { Theme } from './theme.ts';

/** No topic fits what was asked for. */
export function noneFits(part: Part, theme: Theme): string[] {
  const { message, hint } = theme.messages.noneListed(partName(part, theme), theme.commands);
  return [...hanging(' ', message, theme), ...hanging(' ', hint, theme, theme.dim)];
}

/** The roadmap has no topics at all. */
export function noTopics({ diagnostics }: Roadmap, theme: Theme): string[] {
  const found = diagnostics.find(({ code }) => code === 'no-topics') as Diagnostic<'no-topics'> | undefined;
  const { message, hint } = theme.messages.noTopics(found?.args.reason ?? 'empty');
  return [...hanging(' ', message, theme), ...hanging(' ', hint, theme, theme.dim)];
}
