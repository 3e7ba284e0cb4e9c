// Badge: the progress in a few characters, as the JSON that shields.io reads and as a small picture.
import { progressOf, type Tally } from '../model/progress.ts';
import { type Roadmap, wording } from '../model/roadmap.ts';
import { cutInFont, type Font, opensRightToLeft, widthInFont } from '../text/font-width.ts';
import { visible } from '../text/visible.ts';
import { html } from './page/html.ts';
import { shareText } from './status.ts';
import type { Theme } from './theme.ts';

/** Not begun, under way, done: a badge has no colour for being slow. As shields.io names them, and as they are painted here. */
const colors = {
  none: { name: 'lightgrey', paint: '#59636e' },
  some: { name: 'blue', paint: '#0969da' },
  all: { name: 'brightgreen', paint: '#1a7f37' },
} as const;

const colorOf = ({ done, total }: Tally) => colors[done === 0 ? 'none' : done === total ? 'all' : 'some'];

interface Badge {
  readonly label: string;
  readonly message: string;
  readonly color: (typeof colors)[keyof typeof colors];
}

function badgeOf(roadmap: Roadmap, theme: Theme): Badge {
  const { total } = progressOf(roadmap);
  const label = visible(wording(roadmap.title, theme.language));
  return { label, message: shareText(total, theme), color: colorOf(total) };
}

/** `export --format badge`: the document of the endpoint badge of shields.io, which takes no other field. */
export function badgeJson(roadmap: Roadmap, theme: Theme): string {
  const { label, message, color } = badgeOf(roadmap, theme);
  return `${JSON.stringify({ schemaVersion: 1, label, message, color: color.name })}\n`;
}

const font: Font = { size: 11, isBold: false };
const padding = 7;
/** Of a label: a longer title is cut. */
const mostLabel = 240;

/** `export --format badge-svg`. Each text is set to the width that it was estimated at, so that it fits whichever font there is. */
export function drawBadge(roadmap: Roadmap, theme: Theme): string {
  const { label, message, color } = badgeOf(roadmap, theme);
  const shown = cutInFont(label, mostLabel, font);
  const [left, right] = [shown, message].map((text) => Math.ceil(widthInFont(text, font)) + 2 * padding) as [
    number,
    number,
  ];
  const width = left + right;
  const text = (words: string, from: number, room: number) =>
    html`<text x="${from + room / 2}" y="14" textLength="${room - 2 * padding}" lengthAdjust="spacingAndGlyphs"${opensRightToLeft(words) ? html` direction="rtl"` : null}>${words}</text>`;
  return `${html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${label}: ${message}">
<title>${label}: ${message}</title>
<rect width="${width}" height="20" rx="4" fill="${color.paint}"/>
<path d="M4 0h${left - 4}v20h-${left - 4}a4 4 0 0 1-4-4v-12a4 4 0 0 1 4-4z" fill="#3d444d"/>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="${font.size}">${text(shown, 0, left)}${text(message, left, right)}</g>
</svg>`}\n`;
}
