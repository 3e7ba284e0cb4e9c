// OpenIsolates: isolates that were cut in two, closed in the line where they begin and opened again in the next.
import { isolateEnd, isolateStart } from './isolate.ts';

/** Lines that were one text: each ends with as many isolates as it began with. They are not nested. */
export function closeIsolates(lines: readonly string[]): string[] {
  let isOpen = false;
  return lines.map((line) => {
    const opened = isOpen ? isolateStart + line : line;
    isOpen = opened.lastIndexOf(isolateStart) > opened.lastIndexOf(isolateEnd);
    return isOpen ? opened + isolateEnd : opened;
  });
}
