// ShareBar: how much is done, as a line of that length. The figures are beside it, so screen readers pass over it.
import type { Tally } from '../../model/progress.ts';
import { type Html, html } from './html.ts';

const whole = 1000;

/** Never empty once something is done, and full only when all is. */
export function shareBar({ done, doing, total }: Pick<Tally, 'done' | 'doing' | 'total'>): Html {
  const length = (count: number): number => (total === 0 ? 0 : Math.floor((whole * count) / total));
  const filled = done === 0 ? 0 : Math.max(10, length(done));
  const begun = doing === 0 ? 0 : Math.max(10, length(doing));
  return html`<svg class="bar" viewBox="0 0 ${whole} 10" preserveAspectRatio="none" aria-hidden="true"><path class="track" d="M0 0h${whole}v10H0z"/>${begun === 0 ? null : html`<path class="begun" d="M${filled} 0h${Math.min(begun, whole - filled)}v10h-${Math.min(begun, whole - filled)}z"/>`}${filled === 0 ? null : html`<path class="filled" d="M0 0h${filled}v10H0z"/>`}</svg>`;
}
