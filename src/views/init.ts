// Beginning: what `init` wrote, and the commands that go on from there.
import type { Language } from '../lang/messages.ts';
import { progressOf } from '../model/progress.ts';
import { type Roadmap, wording } from '../model/roadmap.ts';
import { topicsOf } from '../model/tree.ts';
import { visible } from '../text/visible.ts';
import { documentOf } from './json.ts';
import { commandLines, flow, heading, page } from './layout.ts';
import type { Theme } from './theme.ts';

/** `init`. */
export function drawInit({ file, own }: { readonly file: string; readonly own: Roadmap }, theme: Theme): string {
  const { messages } = theme;
  const { total } = progressOf(own).total;
  const facts = [{ text: theme.say(own.title) }, { text: messages.topics(total), paint: theme.dim }];
  if (own.id !== null) facts.push({ text: `id ${visible(own.id)}`, paint: theme.dim });
  const commands = ['status', 'lint'].map((name) => theme.commands.on(file).to(name));
  return page([
    [...heading(' ', visible(file), theme, theme.title), ...flow(1, facts, theme)],
    commands.flatMap((command) => commandLines(1, command, theme)),
  ]);
}

/** `init --json`: kind "init". */
export function initJson({ path, own }: { readonly path: string; readonly own: Roadmap }, language: Language): string {
  return documentOf('init', {
    file: path,
    id: own.id,
    title: wording(own.title, language),
    format: own.format,
    topics: [...topicsOf(own.children)].length,
    projects: own.projects.length,
  });
}
