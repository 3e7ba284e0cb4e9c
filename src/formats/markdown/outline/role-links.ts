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
  return linksFrom(raw.trimEnd(), label[0].length) !== null;
}

/** The links of which a text consists from an offset on, with what is between them; null where anything else is there. */
function linksFrom(text: string, from: number): string[] | null {
  const links: string[] = [];
  for (let at = from; at < text.length; at = linkThen.lastIndex) {
    linkThen.lastIndex = at;
    const link = linkThen.exec(text)?.[0];
    if (link === undefined) return null;
    links.push(link);
  }
  return links;
}

const noPage = /\.(?!(?:mdx?|markdown|html?|ipynb|rst|adoc)$)[a-z\d]{2,4}$/i;

/** An item that is a link to another page of the same book, as in GitBook's SUMMARY, or several; slides and pictures are no pages. */
export function leadsToPage(raw: string): boolean {
  const isPage = (link: string): boolean => {
    const target = onlyLink(link.replace(separator, ''))?.target;
    return (
      target !== undefined && target !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(target) && !noPage.test(target)
    );
  };
  if (isPage(raw)) return true;
  const links = raw.startsWith('[') && raw.length <= 2000 ? linksFrom(raw.trimEnd(), 0) : null;
  return links?.every(isPage) ?? false;
}

const separator = /(?<![\s,;|·/+&])[\s,;|·/+&]+$/;
