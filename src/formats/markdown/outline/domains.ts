// Domain: a section of an exam, whose heading says what percentage of it the section is worth (FORMATS T3).
import type { Part } from './part.ts';

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

/** Three or more sections with percentages in their titles that add up to a whole, give or take a tenth, are the domains of an
 * exam, and nothing else is studied (FORMATS T3). */
export function domainsOf(root: Part): ReadonlySet<Part> | null {
  const found = new Set<Part>();
  let sum = 0;
  const visit = (parts: readonly Part[]) => {
    for (const part of parts) {
      const weight = part.role === null ? weightOf(part.title) : null;
      if (weight === null) visit(part.parts);
      else {
        found.add(part);
        sum += weight.weight;
      }
    }
  };
  visit(root.parts);
  return found.size >= 3 && sum >= 90 && sum <= 110 ? found : null;
}
