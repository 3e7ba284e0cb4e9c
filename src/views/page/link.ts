// PageLink: the address of a link, where it is one that a page may lead to.
import { type Html, html } from './html.ts';

const allowed = new Set(['http:', 'https:', 'mailto:']);

/**
 * Each by its host and the end of its path; the host is named once where several follow each other. Anything but the web and mail is
 * text, so that nothing of it runs.
 */
export function pageLinks(addresses: readonly string[]): Html[] {
  let before = '';
  return addresses.map((address, at) => {
    const gap = at === 0 ? null : ' ';
    const url = allowedUrl(address);
    if (url === null) return html`${gap}<span>${address}</span>`;
    const place = placeOf(url);
    const host = url.protocol === 'mailto:' ? '' : url.host.replace(/^www\./, '');
    const label = place === '' ? host : host === '' || host === before ? place : `${host} › ${place}`;
    before = host;
    return html`${gap}<a href="${url.href}">${label}</a>`;
  });
}

function allowedUrl(address: string): URL | null {
  try {
    const url = new URL(address);
    return allowed.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** `traffic-management` of `https://istio.io/latest/docs/tasks/traffic-management/`; empty for a host alone. */
function placeOf(url: URL): string {
  if (url.protocol === 'mailto:') return decoded(url.pathname);
  const end = url.pathname.split('/').findLast((part) => part !== '') ?? '';
  const place = decoded((end === '' ? url.search : end) + url.hash);
  return place.length > most ? `${place.slice(0, most - 1)}…` : place;
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
