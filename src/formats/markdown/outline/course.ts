// Course: the section that by its title is the plan of a note: what is beside it is about the course (FORMATS T3).
import { plainWords } from '../../../text/plain-words.ts';
import { once, phrasesOf } from '../../../text/word-table.ts';
import { courseTitles } from '../../words/roles.ts';
import type { Part } from './part.ts';
import { itemsIn } from './settle.ts';

// Those of languages that write no blanks are looked for anywhere.
const names = once(() =>
  phrasesOf(courseTitles).map((name) => (/[\u3040-\u9fff\uac00-\ud7af]/.test(name) ? name : ` ${name} `)),
);

function namesCourse({ title }: Part): boolean {
  const words = ` ${plainWords(title)} `;
  return names().some((name) => words.includes(name));
}

/** What is before the number of a section: `week ` of `Week 1`, nothing of `1. Soil` and `1주차`; null where there is no number. */
const unitOf = ({ written, role }: Part): string | null =>
  role === null ? (/^(\D{0,12})\d/.exec(written)?.[1]?.toLowerCase() ?? null) : null;

const unitsOf = ({ parts }: Part): string[] => parts.map(unitOf).filter((unit) => unit !== null);

/**
 * The section that is named as a course, holds three or more counted sections, and has at least half of the items of the note,
 * with others that are counted alike; null where there is none, and everything is studied.
 */
export function courseOf(root: Part): ReadonlySet<Part> | null {
  const counted: Part[] = [];
  const visit = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.role !== null) continue;
      if (unitsOf(part).length >= 3) counted.push(part);
      else visit(part.parts);
    }
  };
  visit(root.parts);
  const units = new Set(counted.filter(namesCourse).flatMap(unitsOf));
  const courses = counted.filter((part) => unitsOf(part).some((unit) => units.has(unit)));
  return courses.length > 0 && itemsIn(courses) * 2 >= itemsIn(root.blocks) ? new Set(courses) : null;
}
