// RoleLinks: list items that are links alone, or a role and its links: what they lead to is beside the topics (FORMATS S4, T5).
import { onlyLink } from '../syntax/inline.ts';
import { roleOf } from './section-roles.ts';

const roleLabel = /^(?:\*\*([^*]{2,60}?)[:：]\*\*|\*\*([^*]{2,60})\*\*\s*[:：])\s*(?=\S)/;
const linkThen = /(?:<?https?:\/\/[^\s<>,;]+>?|\[(?:[^[\]]|\[[^[\]]*\])*\]\([^()\s]*\))(?:\s*[,;|·/+&]\s*|\s+|$)/y;

/** `**Resource**: [link](…), [link](…)`: a bold label that is the role of resources, a colon, and links alone. */
export function isRoleLinks(raw: string): boolean {
  if (!raw.startsWith('**') || raw.length > 2000) return false;
  const label = roleLabel.exec(raw);
  if (label === null || roleOf((label[1] ?? label[2]) as string) !== 'resources') return false;
  const end = raw.trimEnd().length;
  let at = label[0].length;
  while (at < end) {
    linkThen.lastIndex = at;
    if (!linkThen.test(raw)) return false;
    at = linkThen.lastIndex;
  }
  return true;
}

const noPage = /\.(?!(?:mdx?|markdown|html?|ipynb|rst|adoc)$)[a-z\d]{2,4}$/i;

/** An item that is a link to another page of the same book, as in GitBook's SUMMARY; slides and pictures are no pages. */
export function leadsToPage(raw: string): boolean {
  const target = onlyLink(raw)?.target;
  return (
    target !== undefined && target !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(target) && !noPage.test(target)
  );
}
