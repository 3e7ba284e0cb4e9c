// Markdown or YAML: which of the two a text is, whatever its file is called (FORMATS B5).
import { frontMatterSpan } from '../frontmatter.ts';

const taskLine = /^[-*+] \[.\](?: |$)/u;
const fence = /^(?:```|~~~)/;
/** What git leaves in a conflict says nothing of the text around it. */
const conflictMark = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;
const heading = /^#{1,6} \S/;
const keyLine = /^(?:"[^"]*"|'[^']*'|[^\s#\-*+>|&!%@`"'[\]{},?][^:]*):(?:\s|$)/;
/** The key that each map of a list begins with. */
const entryKey = /^- +([\w-]+):(?:\s|$)/;
/** Forms of YAML that begin at the margin besides keys; a `- ` entry is a bullet in Markdown as well. */
const otherYaml = /^(?:#|-(?: |$)|---|\.\.\.|[%?&!{}[\]"'])/;

/**
 * Whether a text is Markdown rather than YAML. Only lines at the margin are weighed: all running text of a YAML file is
 * indented. A task line settles it, so does front matter before anything but YAML; else the majority of lines that only
 * one of the two can have; and `- ` lists under headings are Markdown, where YAML would see a list with comments, unless all
 * begin with one and the same key.
 */
export function looksLikeMarkdown(text: string): boolean {
  const body = frontMatterSpan(text)?.body;
  const lines = (body ? text.slice(body.start, body.end) : text).split(/\r\n|\n|\r/);
  let keys = 0;
  let prose = 0;
  let headings = 0;
  let bullets = 0;
  const entryKeys = new Set<string | undefined>();
  let fenced = false;
  for (const line of lines) {
    if (fence.test(line)) {
      fenced = !fenced;
      prose++;
    } else if (fenced || line === '' || line.startsWith(' ') || line.startsWith('\t') || conflictMark.test(line))
      continue;
    else if (taskLine.test(line)) return true;
    else if (heading.test(line)) headings++;
    else if (line.startsWith('- ')) {
      bullets++;
      entryKeys.add(entryKey.exec(line)?.[1]);
    } else if (keyLine.test(line)) keys++;
    else if (!otherYaml.test(line)) prose++;
  }
  if (prose > keys) return true;
  if (bullets > 1 && entryKeys.size === 1 && !entryKeys.has(undefined)) return false;
  if (body && keys === 0 && prose + headings + bullets > 0) return true;
  return headings > 0 && keys === 0 && (bullets > 0 || prose > 0);
}
