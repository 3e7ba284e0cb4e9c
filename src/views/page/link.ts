// PageLink: the address of a link, where it is one that a page may lead to.
import { type Html, html } from './html.ts';

const allowed = new Set(['http:', 'https:', 'mailto:']);

/** What it leads to by its host and the end of its path; anything but the web and mail is text, so that nothing of it runs. */
export function pageLink(address: string): Html {
  const url = allowedUrl(address);
  if (url === null) return html`<span class="address-only" dir="auto">${address}</span>`;
  return html`<a href="${url.href}" rel="noreferrer">${label(url)}</a>`;
}

function allowedUrl(address: string): URL | null {
  try {
    const url = new URL(address);
    return allowed.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** `istio.io › traffic-management`. */
function label(url: URL): string {
  if (url.protocol === 'mailto:') return decoded(url.pathname);
  const host = url.host.replace(/^www\./, '');
  const end = url.pathname.split('/').findLast((part) => part !== '') ?? '';
  const place = decoded((end === '' ? url.search : end) + url.hash);
  return place === '' ? host : `${host} › ${place.length > most ? `${place.slice(0, most - 1)}…` : place}`;
}

/** Of a path; more says nothing to a reader. */
const most = 60;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
