// Settling: what an outline only knows when it is whole: bare numbers, then courses, then the title, then the contents.
import { leadingMark, trailingMark } from '../../words/marks.ts';
import { roleOf } from '../roles.ts';
import type { Block, Part } from './part.ts';

/** A bare number (`4 Title`) counts only among sections that count as well; else it is the first word of the title. */
export function settleBareNumbers(holder: Part): void {
  const { parts } = holder;
  const bare = parts.filter((part) => part.bare);
  const counted = bare.length === 0 ? [] : parts.filter((part) => part.number !== null && !part.number.includes('.'));
  const inSeries =
    counted.length >= 2 &&
    counted.every((part, i) => i === 0 || Number(part.number) === Number((counted[i - 1] as Part).number) + 1);
  for (const part of bare) {
    if (inSeries) {
      part.bare = false;
      part.role = null;
      continue;
    }
    part.number = null;
    part.title = part.written;
    part.role = roleOf(part.written);
  }
  for (const part of parts) settleBareNumbers(part);
}

/** `[x] ` and ✅ before a title, or a mark of progress behind it. */
const places: readonly ((title: string) => boolean)[] = [
  (title) => /^\[[ xX/-]\]\s/.test(title) || leadingMark(title) !== null,
  (title) => trailingMark(title) !== null,
];

/** `Related skills 🟢` beside `Ropes 🟢` is a section of the course, where half of the sections beside it at least carry such a mark (FORMATS S4). */
export function settleMarkedRoles(holder: Part): void {
  const { parts } = holder;
  if (parts.length === 0) return;
  const sections = parts.filter((part) => part.role === null);
  if (sections.length > 0 && sections.length < parts.length)
    for (const isMarked of places) {
      if (2 * sections.filter((part) => isMarked(part.written)).length < sections.length) continue;
      for (const part of parts) if (part.role !== null && isMarked(part.written)) part.role = null;
    }
  for (const part of parts) settleMarkedRoles(part);
}

/** «Resources for learning» that holds a numbered course of three sections or more is the course itself (FORMATS S4). */
export function settleCourses(holder: Part): void {
  for (const part of holder.parts) {
    settleCourses(part);
    if (part.role !== 'resources' && part.role !== 'certifications') continue;
    const numbered = part.parts.filter((child) => child.opener === 'heading' && child.number !== null);
    if (numbered.length >= 3) part.role = null;
  }
}

/** The heading that is the title of the note is no section: what is in it takes its place (FORMATS S5). */
export function dissolveTitle(root: Part, title: Part): void {
  root.blocks = root.blocks.flatMap((block) => (block === title ? title.blocks : [block]));
}

/** Sections under a heading that says "contents" are the course itself (FORMATS S4). */
export function dissolveContents(holder: Part): void {
  const { parts } = holder;
  parts.forEach(dissolveContents);
  if (!parts.some(({ role }) => role === 'contents')) return;
  const isCourse = (block: Block): boolean => block.kind === 'part' || block.kind === 'entry';
  holder.blocks = holder.blocks.flatMap((block) => {
    if (block.kind !== 'part' || block.role !== 'contents') return [block];
    const course = block.blocks.filter(isCourse);
    block.blocks = block.blocks.filter((one) => !isCourse(one));
    return [block, ...course];
  });
}
