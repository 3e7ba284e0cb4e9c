// Domain: a section of an exam, whose heading says what percentage of it the section is worth (FORMATS T3).
import type { Part } from './outline/part.ts';

const percent = /(?:(?<!\s)\s+)?(?:(?<![([–—:-])[([–—:-]+\s*)?(\d{1,3})\s?%(?:\s*[)\]])?\s*$/;

/** `Storage (10%)` → 10 and `Storage`; null where the title names no percentage. */
export function weightOf(title: string): { weight: number; title: string } | null {
  const match = percent.exec(title);
  return match && Number(match[1]) <= 100
    ? { weight: Number(match[1]), title: title.slice(0, match.index).trim() || title }
    : null;
}

/** Three or more sections with a percentage in their title are the domains of an exam, and nothing else is studied (FORMATS T3). */
export function domainsOf(root: Part): ReadonlySet<Part> | null {
  const found = new Set<Part>();
  const visit = (parts: readonly Part[]) => {
    for (const part of parts) {
      if (weightOf(part.title) !== null && part.role === null) found.add(part);
      else visit(part.parts);
    }
  };
  visit(root.parts);
  return found.size >= 3 ? found : null;
}
