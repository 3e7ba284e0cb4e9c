// Notes for tests: a Markdown text read as the program reads it, and a roadmap written down one line a topic.
import { frontMatterSpan } from '../../src/formats/frontmatter.ts';
import { parseFrontMatter } from '../../src/formats/frontmatter-yaml.ts';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import { finish, identify } from '../../src/model/finish.ts';
import { type Roadmap, type Section, type Status, type Topic, wording } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { toSource } from '../../src/text/source.ts';

/** A note with its front matter, as a roadmap; `name` is the file's name without its extension. */
export function readNote(text: string, name = 'note'): Roadmap {
  const block = frontMatterSpan(text);
  const frontMatter = block === null ? {} : parseFrontMatter(text.slice(block.block.start, block.block.end)).data;
  return identify(
    finish(readMarkdown({ source: toSource(text), bodyStart: block?.body.start ?? 0, frontMatter, name })),
  );
}

/** Lines joined as a note: fixtures read better as a list. */
export const note = (...lines: readonly string[]): string => lines.join('\n');

const marks: { readonly [status in Status]: string } = { todo: ' ', doing: '/', done: 'x', skipped: '-' };

/** `1 Section`, `  1.1 [x] Topic 2026-05-01`: addresses, titles, states and days, indented by depth; projects last. */
export function shapeOf(roadmap: Roadmap, language = ''): string[] {
  const written: string[] = [];
  const visit = (children: readonly (Section | Topic)[], depth: number): void => {
    for (const child of children) {
      const title = wording(child.title, language);
      const day = child.kind === 'topic' && child.completedOn !== null ? ` ${child.completedOn}` : '';
      const box = child.kind === 'topic' ? `[${marks[child.status]}] ` : '';
      written.push(`${'  '.repeat(depth)}${child.address} ${box}${title}${day}`);
      visit(child.kind === 'topic' ? child.topics : child.children, depth + 1);
    }
  };
  visit(roadmap.children, 0);
  visit(roadmap.projects, 0);
  return written;
}

/** The topic with that title; throws where there is none or more than one. */
export function topicCalled(roadmap: Roadmap, title: string): Topic {
  const found = [...topicsOf(roadmap.children), ...roadmap.projects].filter((topic) => topic.title === title);
  if (found.length !== 1) throw new Error(`${found.length} topics are called "${title}"`);
  return found[0] as Topic;
}

/** Titles of all topics in document order. */
export function titlesOf(roadmap: Roadmap): string[] {
  return [...topicsOf(roadmap.children)].map((topic) => wording(topic.title, ''));
}
