// LabLine: how a progress file names a lab that was passed, and the heading above such lines (FORMATS P7).
import type { Tick } from './overlay.ts';
import type { Text } from './roadmap.ts';

/** A line of a lab as it is read: a tick without a topic. */
export interface LabLine extends Tick {
  /** The id of the lab. */
  readonly lab: string;
}

const before = 'lab:';

/** `traffic-splitting` → `lab:traffic-splitting`: the title of its line, and its name in the journal. */
export const labName = (id: string): string => `${before}${id}`;

/** The id of a lab in the title of a line; null for the title of a topic. */
export function labIdIn(title: string): string | null {
  if (!title.startsWith(before)) return null;
  const id = title.slice(before.length);
  return id === '' || /\s/.test(id) ? null : id;
}

/** In the languages of the program; both are known whatever the roadmap's language is. */
const headings = { en: 'Labs', ru: 'Лабораторные' } as const;
export const labHeadings: readonly string[] = Object.values(headings);

/** The heading in the language that a roadmap was written in first, as its progress file is (FORMATS P2). */
export function labHeadingFor(title: Text): string {
  const isRussian = typeof title === 'string' ? /[а-яё]/i.test(title) : Object.keys(title)[0] === 'ru';
  return isRussian ? headings.ru : headings.en;
}
