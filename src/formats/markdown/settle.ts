// Settling: what an outline only knows when it is whole: which bare numbers count, and which titles of a role are sections.
import { leadingMark, trailingMark } from '../words/marks.ts';
import type { Part } from './part.ts';
import { roleOf } from './roles.ts';

/** Which titles of a role are sections of the course after all (FORMATS S4). */
export function settleRoles(holder: Part): void {
  settleCourses(holder);
  settleMarkedRoles(holder);
}

/** `[x] ` and ✅ before a title, or a mark of progress behind it. */
const places: readonly ((title: string) => boolean)[] = [
  (title) => /^\[[ xX/-]\]\s/.test(title) || leadingMark(title) !== null,
  (title) => trailingMark(title) !== null,
];

/** `Related skills 🟢` beside `Ropes 🟢` is a section, where half of the sections beside it at least carry such a mark. */
function settleMarkedRoles(holder: Part): void {
  const parts = holder.children.filter((child): child is Part => child.kind === 'part');
  const sections = parts.filter((part) => part.role === null);
  if (sections.length > 0 && sections.length < parts.length)
    for (const isMarked of places) {
      if (2 * sections.filter((part) => isMarked(part.written)).length < sections.length) continue;
      for (const part of parts) if (part.role !== null && isMarked(part.written)) part.role = null;
    }
  for (const part of parts) settleMarkedRoles(part);
}

/** «Resources for learning» that holds a numbered course of three sections or more is the course itself (FORMATS S4). */
function settleCourses(holder: Part): void {
  for (const part of holder.children) {
    if (part.kind !== 'part') continue;
    settleCourses(part);
    if (part.role !== 'resources' && part.role !== 'certifications') continue;
    const numbered = part.children.filter(
      (child): child is Part => child.kind === 'part' && child.opener === 'heading' && child.number !== null,
    );
    if (numbered.length >= 3) part.role = null;
  }
}

/** A bare number (`4 Title`) counts only among sections that count as well; else it is the first word of the title. */
export function settleBareNumbers(holder: Part): void {
  const parts = holder.children.filter((child): child is Part => child.kind === 'part');
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
