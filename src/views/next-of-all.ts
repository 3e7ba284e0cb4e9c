// NextOfAll: what to study now in each roadmap.
import type { Language } from '../lang/messages.ts';
import type { Next } from '../model/next.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { ancestorsOf } from '../model/tree.ts';
import { visible } from '../text/visible.ts';
import { displayWidth } from '../text/width.ts';
import { documentOf, reasonJson, topicFields } from './json.ts';
import type { One } from './kinds.ts';
import { labelColumns, page, row, textColumns, widest } from './layout.ts';
import { plainTopicColumns, type RecordEnd, records } from './plain.ts';
import type { ThemeWithSentences } from './problem.ts';

export interface NextOfRoadmap {
  readonly name: string;
  readonly roadmap: Roadmap;
  readonly next: readonly Next[];
}

const leastName = 20;

/** `next --all`: name, address, title and level, one topic a line. */
export function drawNextOfAll(all: readonly NextOfRoadmap[], theme: ThemeWithSentences): string {
  const rows = all.flatMap(({ name, roadmap, next }) =>
    next.map(({ topic }, index) => {
      const level = roadmap.levels.find(({ id }) => id === topic.level);
      return { name: index === 0 ? visible(name) : '', topic, level: level ? theme.say(level.title) : '' };
    }),
  );
  if (rows.length === 0) return page([[` ${theme.messages.nothingOpen}`]]);
  const names = rows.map((one) => displayWidth(one.name));
  const name = labelColumns(names, leastName, theme);
  const address = widest(rows.map(({ topic }) => topic.address));
  const level = theme.width < 60 ? 0 : widest(rows.map((one) => one.level));
  const room = Math.max(
    1,
    theme.width - 1 - name - 2 - address - 2 - theme.markWidth - 2 - (level === 0 ? 0 : level + 2),
  );
  const titles = rows.map(({ topic }) => displayWidth(theme.say(topic.title)));
  const title = textColumns(titles, room);
  return page([
    rows.map((one) =>
      row(
        1,
        [
          { text: one.name, width: name, paint: theme.accent },
          { text: theme.mark(one.topic.status), width: theme.markWidth, painted: true },
          { text: one.topic.address, width: address, paint: theme.dim },
          { text: theme.say(one.topic.title), width: title },
          { text: one.level, width: level, paint: theme.dim },
        ],
        theme,
      ),
    ),
  ]);
}

/** `next --all --plain`: the columns of a list, then the name of the roadmap. */
export function plainNextOfAll(all: readonly NextOfRoadmap[], language: Language, end: RecordEnd): string {
  return records(
    all.flatMap(({ name, next }) => next.map(({ topic }) => [...plainTopicColumns(topic, language), name])),
    end,
  );
}

/** `next --all --json`: kind "topics", each with the name of its roadmap. */
export function nextOfAllJson(all: readonly NextOfRoadmap[], language: Language): string {
  return documentOf('topics', {
    topics: all.flatMap(({ name, roadmap, next }) => {
      const ancestors = ancestorsOf(roadmap);
      return next.map(
        (one): One<'topics', 'topics'> => ({
          ...topicFields(one.topic, ancestors(one.topic).section, language),
          reason: reasonJson(one),
          roadmap: name,
        }),
      );
    }),
  });
}
