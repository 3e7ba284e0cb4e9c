// Everything: one text taken through reading, the model, the edits and the views, as commands would, with nothing left out.

import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { frontMatterSpan } from '../../src/formats/frontmatter.ts';
import { statusEdits } from '../../src/formats/markdown/edit.ts';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import { readProgress } from '../../src/formats/progress/read.ts';
import { finish, identify } from '../../src/model/finish.ts';
import { nextTopics } from '../../src/model/next.ts';
import type { Origin } from '../../src/model/origin.ts';
import { overlay } from '../../src/model/overlay.ts';
import { progressOf } from '../../src/model/progress.ts';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { Selector } from '../../src/model/select.ts';
import { ancestorsOf, topicsOf } from '../../src/model/tree.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { toSource } from '../../src/text/source.ts';
import { commandsFor } from '../../src/views/command-line.ts';
import { sectionJson, statusJson, topicsJson } from '../../src/views/json.ts';
import { plainStatus, plainTopics } from '../../src/views/plain.ts';
import { drawSection } from '../../src/views/section.ts';
import { drawStatus } from '../../src/views/status.ts';
import { plainPainter, themeFor } from '../../src/views/theme.ts';
import { drawTopic } from '../../src/views/topic.ts';
import { drawTopics } from '../../src/views/topics.ts';
import { messagesFor } from '../support/messages.ts';

const day = '2026-05-01' as CalendarDate;
const origin: Origin = {
  path: null,
  name: 'note',
  encoding: 'utf-8',
  repaired: null,
  progress: { mode: 'file', path: '/note.md' },
};
const theme = themeFor({
  width: 80,
  painter: plainPainter,
  ascii: false,
  language: 'en',
  messages: messagesFor('en'),
  commands: commandsFor({ argv: [], roadmap: 'note' }),
});

/** The roadmap of a text, with its own task lines merged into it as if they came from a progress file. */
export function readAll(text: string): Roadmap {
  const bodyStart = frontMatterSpan(text)?.body.start ?? 0;
  const source = toSource(text);
  const roadmap = identify(finish(readMarkdown({ source, bodyStart, frontMatter: {}, name: 'note' })));
  return overlay(roadmap, readProgress(source, bodyStart).ticks).roadmap;
}

/** What commands ask of a roadmap beside drawing it: counts, what is next, each end of it by address and id, which may be that of several. */
export function askAll(roadmap: Roadmap): void {
  progressOf(roadmap);
  ancestorsOf(roadmap);
  const topics = [...topicsOf(roadmap.children)];
  const selector = new Selector(roadmap, 'en');
  selector.select('*');
  for (const topic of [topics[0], topics[topics.length - 1]])
    if (topic !== undefined) for (const word of [topic.address, topic.id]) selector.selectAll(word);
}

/** The text with every line that can be ticked ticked. */
export function tickAll(text: string, roadmap: Roadmap): string {
  const changes = [...topicsOf(roadmap.children)]
    .filter(({ place }) => place !== 'none')
    .map(({ line }) => ({ line, to: 'done' as const, day }));
  return applyEdits(text, statusEdits(toSource(text), changes, roadmap.boxGroups));
}

/** Every view of it; the length of all together, so that none is left out unseen. */
export function drawAll(roadmap: Roadmap): number {
  const topics = [...topicsOf(roadmap.children)];
  const progress = progressOf(roadmap);
  const view = { roadmap, part: null, origin, progress, next: nextTopics(roadmap, 3, day), today: day, rows: null };
  const section = roadmap.children.find((child) => child.kind === 'section') ?? null;
  const drawn = [
    drawStatus(view, theme),
    drawTopics(topics, view, theme),
    drawSection({ section, roadmap }, theme),
    plainTopics(topics, 'en'),
    plainStatus(roadmap, progress, 'en'),
    statusJson(view, 'en'),
    topicsJson(topics, roadmap, 'en'),
    sectionJson(section, roadmap, 'en'),
  ];
  for (const topic of [topics[0], topics[topics.length - 1]])
    if (topic !== undefined) drawn.push(drawTopic(topic, { ...view, history: [] }, theme));
  return drawn.reduce((sum, one) => sum + one.length, 0);
}
