// ShareBar: how much is done, as a line of that length. The figures are beside it, so screen readers pass over it.
import type { Tally } from '../../model/progress.ts';
import { type Html, html } from './html.ts';

/** Never empty once something is done, and full only when all is; what was begun follows, paler. */
export function shareBar({ done, doing, total }: Pick<Tally, 'done' | 'doing' | 'total'>): Html {
  const percent = (count: number): number =>
    total === 0 || count === 0 ? 0 : Math.max(1, Math.floor((1000 * count) / total) / 10);
  const filled = percent(done);
  const begun = doing === 0 ? 0 : Math.min(100, Math.max(filled + 1, percent(done + doing)));
  return html`<svg class="bar" aria-hidden="true">${begun === 0 ? null : html`<rect class="begun" width="${begun}%" height="9"/>`}${
    filled === 0 ? null : html`<rect width="${filled}%" height="9"/>`
  }</svg>`;
}
