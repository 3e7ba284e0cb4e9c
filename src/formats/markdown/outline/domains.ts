// Domain: a section beside which nothing is studied: one of an exam, whose heading says what percentage it is worth, or a curriculum (FORMATS T3).
import { plainWords } from '../../../text/plain-words.ts';
import { phraseSet } from '../../../text/word-table.ts';
import { beforeRole, curriculumTitles, extraTitles, projectTitles } from '../../words/roles.ts';
import { isCountedBy, isUnit } from '../../words/units.ts';
import { readable } from '../syntax/inline.ts';
import { type Part, partsBelow } from './part.ts';
import { itemsIn, itemsOutsideRoles } from './settle.ts';

/** `(10%)`, `- 10 %`, `: 15–20%`, with what joins it to the title. */
const percent = /(?:[([–—:-]\s*)?(?:(?<![\d.,])(\d{1,2})[-–])?(?<![\d.,])(\d{1,3})\s?%(?:\s*[)\]])?/;

/** `Storage (10%) 🔥` → 10 and `Storage 🔥`, of a range its middle; null where the title names no percentage. */
export function weightOf(title: string): { weight: number; title: string } | null {
  const match = percent.exec(title);
  if (match === null || Number(match[2]) > 100) return null;
  const [written, lowest, highest] = match;
  const before = title.slice(0, match.index).trim();
  const after = title.slice(match.index + written.length).replace(before === '' ? /^[\s–—:-]+/ : /^\s+/, '');
  const weight = (Number(lowest ?? highest) + Number(highest)) / 2;
  return { weight, title: [before, after].filter(Boolean).join(' ') || title };
}

const curricula = phraseSet(curriculumTitles);
const mayPrecede = phraseSet(beforeRole);
const projects = phraseSet(projectTitles);
const extras = phraseSet(extraTitles);

/** The sections beside which nothing is studied; null where there are none. A plan in tables is studied as well as they are. */
export function domainsOf(root: Part, hasPlan: boolean): ReadonlySet<Part> | null {
  const exam = examDomains(root);
  if (exam !== null) return exam;
  const named = curriculaOf(root);
  const areOfUnits = [...named].every(({ parts }) => parts.filter(({ written }) => countsUnits(written)).length >= 3);
  const share = areOfUnits && !hasPlan ? 1 / 3 : 1 / 2;
  const course = holdingMost(root, named, share) ?? holdingMost(root, countedCourse(root));
  return course === null ? null : outermost(root, (part) => course.has(part) || isListOfProjects(part));
}

/** Three or more sections with percentages in their titles that add up to a whole, give or take a tenth. */
function examDomains(root: Part): ReadonlySet<Part> | null {
  let sum = 0;
  const found = outermost(root, ({ title }) => {
    const weight = weightOf(title);
    sum += weight?.weight ?? 0;
    return weight !== null;
  });
  return found.size >= 3 && sum >= 90 && sum <= 110 ? found : null;
}

/** Sections called a curriculum or the like of three or more beside each other that are numbered or units (`Week 1`, `Module 2`), and the other phases beside `Phase 1 (weeks 1–4)`. */
function curriculaOf(root: Part): ReadonlySet<Part> {
  const holdsUnits = (part: Part): boolean => part.parts.filter(isCounted).length >= 3 || part.parts.some(holdsUnits);
  const found = outermost(root, (part) => hasWord(part, curricula()) && holdsUnits(part));
  if (found.size === 0) return found;
  const isPhase = (part: Part): boolean => part.isCounted && part.role === null;
  const phases = [root, ...partsBelow(root)]
    .map(({ parts }) => parts.filter(isPhase))
    .filter((beside) => beside.some((part) => found.has(part)));
  return new Set([...found, ...phases.flat()]);
}

/** Projects with a heading each are work of the course; without, they may as well be what it ends with, or ideas. */
const isListOfProjects = (part: Part): boolean => part.parts.length >= 2 && hasWord(part, projects());

/** Whether a title is such a phrase, or has such a word. */
function hasWord({ title }: Part, phrases: ReadonlySet<string>): boolean {
  const words = plainWords(title);
  return [words, ...words.split(' ')].some((word) => phrases.has(word));
}

const isCounted = ({ number, written }: Part): boolean => number !== null || countsUnits(written);

/** The headings 1, 2, 3, or 0, 1, 2, and what follows them: what comes before the first section of a course is about the course. */
function countedCourse({ parts }: Part): ReadonlySet<Part> {
  const first = parts.findIndex(({ opener, number }) => opener === 'heading' && (number === '0' || number === '1'));
  const { depth, number: from } = parts[first] ?? {};
  const rest = parts.slice(first).filter((part) => part.depth === depth && part.role === null);
  const counts = rest.slice(0, 3).every(({ number }, at) => number === String(Number(from) + at));
  return first > 0 && !isUnitInWords(parts[0] as Part) && rest.length >= 3 && counts ? new Set(rest) : new Set();
}

/** Beside a course that holds most of what is studied other sections are about the course (FORMATS S4). */
export function settleBesideCourse(root: Part, text: string): void {
  const [first] = root.blocks;
  const all = itemsOutsideRoles(root.blocks);
  const visit = (holder: Part): void => {
    const course = courseIn(holder, text);
    const share = course.length > 1 ? 3 / 4 : 2 / 3;
    const isCourse = course.length > 0 && all > 0 && itemsIn(course) >= share * all;
    const isTitle = holder === first && holder.depth === 1;
    const beside = new Set(isCourse ? [...holder.parts, ...(isTitle ? root.parts : [])] : []);
    for (const part of [holder, ...course]) beside.delete(part);
    for (const part of beside) if (isAboutCourse(part)) part.role = 'advice';
    if (!isCourse) for (const part of holder.parts) visit(part);
  };
  visit(root);
}

/** Three or more weeks, phases or lessons with a heading each; else the one section that lists them, or is called a syllabus. */
function courseIn({ parts }: Part, text: string): readonly Part[] {
  const studied = parts.filter(({ role }) => role === null);
  const units = studied.filter(({ written }) => countsUnits(written));
  return units.length >= 3 ? units : studied.filter((part) => isSyllabus(part) || listsUnits(part, text)).slice(0, 1);
}

/** A list called `Course syllabus`, with no other words. */
function isSyllabus({ title, parts }: Part): boolean {
  const phrase = plainWords(title);
  const words = phrase.split(' ');
  const known = curricula();
  const isNamed =
    words.some((word) => known.has(word)) && words.every((word) => known.has(word) || mayPrecede().has(word));
  return (isNamed || known.has(phrase)) && parts.length === 0;
}

/** Five items or more, each a unit by its number: `Session 3: Knots`, `03: Knots`. */
function listsUnits(part: Part, text: string): boolean {
  let count = 0;
  for (const child of part.each()) {
    if (child.kind !== 'item') continue;
    const written = readable(text.slice(child.line.content, child.line.contentEnd));
    if (!startsWithNumber.test(written) && !countsUnits(written)) return false;
    count++;
  }
  return count >= 5;
}

const startsWithNumber = /^\d{1,3}[:：]\s/;

const countsUnits = (written: string): boolean => isCountedBy(plainWords(written), isUnit);

/** `Chapter zero: basics`: a unit whose number is a word; `Lesson plan: basics` is none. */
const isUnitInWords = ({ written }: Part): boolean => {
  const [, unit = '', word = ''] = /^(\S+) ([^\s:：]+)[:：]\s/.exec(written) ?? [];
  return isUnit(plainWords(unit)) && !curricula().has(plainWords(word));
};

/** Without a number, a word for more to study, and a state. */
function isAboutCourse(part: Part): boolean {
  const isPlain = part.opener === 'heading' && part.role === null && !/\d/.test(part.written) && !isUnitInWords(part);
  return isPlain && !hasWord(part, extras()) && !hasWord(part, projects()) && holdsOnlyText(part);
}

function holdsOnlyText({ blocks }: Part): boolean {
  return blocks.every((block) =>
    block.kind === 'run' ? !block.hasBox() : block.kind === 'part' && holdsOnlyText(block),
  );
}

/** Some sections where such a share of all items that are studied is in them; null where there are none. */
function holdingMost(root: Part, sections: ReadonlySet<Part>, share = 1 / 2): ReadonlySet<Part> | null {
  const items = itemsIn([...sections]);
  return items > 0 && items >= share * itemsOutsideRoles(root.blocks) ? sections : null;
}

/** The sections without a role that pass a test and are in none that does, in the order of the text. */
function outermost(root: Part, test: (part: Part) => boolean): ReadonlySet<Part> {
  const found = new Set<Part>();
  const visit = (parts: readonly Part[]) => {
    for (const part of parts) {
      if (part.role === null && test(part)) found.add(part);
      else visit(part.parts);
    }
  };
  visit(root.parts);
  return found;
}
