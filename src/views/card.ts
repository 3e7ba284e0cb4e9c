// Card: the progress as a picture for a README: title, bar, levels and a year of days, as SVG that loads and runs nothing.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { CalendarSentences } from '../lang/messages.ts';
import { activityOf } from '../model/activity.ts';
import { type HeatMap, heatMapOf, yearUntil } from '../model/heat-map.ts';
import { type LevelProgress, progressOf, type Tally } from '../model/progress.ts';
import { type Roadmap, wording } from '../model/roadmap.ts';
import { cutInFont, type Font, opensRightToLeft, widthInFont } from '../text/font-width.ts';
import { visible } from '../text/visible.ts';
import { type Html, html } from './page/html.ts';
import { shareText } from './status.ts';
import type { Theme } from './theme.ts';

export interface CardView {
  readonly roadmap: Roadmap;
  readonly today: CalendarDate;
  readonly theme: Theme;
  readonly words: CalendarSentences;
}

// All lengths are units of the picture: pixels where nobody scales it.
const width = 480;
const margin = 24;
const inner = width - 2 * margin;
/** The lines that the letters of the total and of each level are on. */
const totalLine = 66;
const levelHeight = 26;
const cell = { size: 6.5, step: 8 };
/** Seven days, and below them the line that says how much it was. */
const yearHeight = 7 * cell.step + 17;
/** More of them would make a table of a card; all are in its description. */
const mostLevels = 6;
const titleFont: Font = { size: 20, isBold: true };
const shareFont: Font = { size: 14, isBold: true };
const plainFont: Font = { size: 14, isBold: false };
const smallSize = 12;

const name = 'istio-roadmap-card';
type Paints = readonly [page: string, edge: string, text: string, dim: string, done: string];

/** Each rule is for this picture alone, also where a page takes it in. Colours are no variables, which not everything that draws SVG knows. */
function rules([page, edge, text, dim, done]: Paints, shades: readonly string[]): string {
  const paints = [
    ['page', `fill:${page};stroke:${edge}`],
    ...Object.entries({ text, dim, done }).map(([one, paint]) => [one, `fill:${paint}`]),
    ...shades.map((paint, shade) => [`s${shade}`, `fill:${paint}`]),
  ];
  return paints.map(([one, paint]) => `.${name} .${one}{${paint}}`).join('');
}

/** Nothing of a user's gets in here. Text has a contrast of 4.5 to 1 at least, a full bar and the two darkest shades one of 3. */
const style = `.${name} text{font-family:system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,DejaVu Sans,sans-serif}
${rules(['#ffffff', '#d1d9e0', '#1f2328', '#59636e', '#1a7f37'], ['#e7ebef', '#a6e3b3', '#58c777', '#2a9449', '#14572a'])}
@media (prefers-color-scheme:dark){${rules(['#0d1117', '#3d444d', '#f0f6fc', '#9198a1', '#3fb950'], ['#232a33', '#12522a', '#1c7f3f', '#33b35c', '#8bf0a4'])}}`;

/** `export --format svg`. */
export function drawCard(view: CardView): string {
  const { roadmap, today, theme, words } = view;
  const { total, levels } = progressOf(roadmap);
  const title = visible(wording(roadmap.title, theme.language));
  const map = heatMapOf(activityOf(roadmap).days, yearUntil(today));
  const counted = levels.filter(({ tally }) => tally.total > 0);
  const rows = counted
    .slice(0, mostLevels)
    .map((level, index) => levelRow(level, totalLine + (index + 1) * levelHeight, theme));
  const lastLine = totalLine + rows.length * levelHeight;
  const drawn = map.topics === 0 ? null : year(map, lastLine + 20, words);
  const height = lastLine + (drawn === null ? 24 : 20 + yearHeight + 20);
  const share = shareText(total, theme);
  const about = [
    ...counted.map(
      ({ level, tally }) => `${visible(wording(level.title, theme.language))} ${tally.done}/${tally.total}`,
    ),
    ...(map.topics === 0 ? [] : [activityText(map, words)]),
  ].join('; ');
  return `${html`<svg xmlns="http://www.w3.org/2000/svg" class="${name}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${name}-title ${name}-desc">
<title id="${name}-title">${title}: ${share}</title>
<desc id="${name}-desc">${about}</desc>
<style>${style}</style>
<rect class="page" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10"/>
${label(title, { x: margin, y: 38, room: inner, font: titleFont })}
${totalRow(total, share)}
${rows}${drawn}</svg>`}\n`;
}

/** `57 topics on 23 days, 2025-11-24 – 2026-11-29`. */
function activityText(map: HeatMap, words: CalendarSentences): string {
  const days = map.weeks.flatMap((week) => week.days.flatMap((one) => (one === null ? [] : [one])));
  const active = days.filter(({ topics }) => topics > 0).length;
  return `${words.total(map.topics, active)}, ${days[0]?.day} – ${days.at(-1)?.day}`;
}

function totalRow(total: Tally, share: string): Html {
  const room = inner - widthInFont(share, shareFont) - 16;
  return html`${bar(total, { x: margin, y: totalLine - 10, width: fixed(room), height: 10 })}
<text class="text" x="${width - margin}" y="${totalLine}" text-anchor="end" font-size="${shareFont.size}" font-weight="600">${share}</text>`;
}

interface Place {
  readonly x: number;
  /** Of the line that letters are on. */
  readonly y: number;
  readonly room: number;
  readonly font: Font;
}

/**
 * A text of the user, from the left whichever way it is written. It is cut by an estimate of its width; what a font makes wider than that
 * is clipped at the end of its room, so it never runs into what is beside it.
 */
function label(text: string, { x, y, room, font }: Place): Html {
  const { size, isBold } = font;
  const shown = cutInFont(text, room, font);
  const direction = opensRightToLeft(text) ? html` direction="rtl" text-anchor="end"` : null;
  return html`<svg x="${x}" y="${y - 1.2 * size}" width="${fixed(room)}" height="${1.7 * size}"><text class="text" y="${1.2 * size}"${direction} font-size="${size}" font-weight="${isBold ? 600 : 400}">${shown}</text></svg>`;
}

/** Lengths of the picture, to a hundredth. */
const fixed = (length: number): number => Math.round(length * 100) / 100;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Full only when all is done, never empty once something is. */
function bar({ done, total }: Tally, { x, y, width: whole, height }: Box): Html {
  const part = total === 0 ? 0 : fixed((whole * done) / total);
  const rest = html`<rect class="s0" x="${x}" y="${y}" width="${whole}" height="${height}" rx="${height / 2}"/>`;
  if (done === 0) return rest;
  return html`${rest}<rect class="done" x="${x}" y="${y}" width="${Math.max(part, height)}" height="${height}" rx="${height / 2}"/>`;
}

function levelRow({ level, tally }: LevelProgress, y: number, theme: Theme): Html {
  const title = visible(wording(level.title, theme.language));
  return html`${label(title, { x: margin, y, room: 112, font: plainFont })}${bar(tally, { x: margin + 120, y: y - 9, width: 240, height: 8 })}
<text class="dim" x="${width - margin}" y="${y}" text-anchor="end" font-size="${plainFont.size}">${tally.done}/${tally.total}</text>
`;
}

/** A path for each shade: a year of rectangles would be most of the file. */
function year(map: HeatMap, top: number, words: CalendarSentences): Html {
  const paths = ['', '', '', '', ''];
  map.weeks.forEach(({ days }, column) => {
    days.forEach((day, row) => {
      if (day === null) return;
      const [x, y] = [margin + column * cell.step, top + row * cell.step];
      paths[day.shade] += `M${x} ${y}h${cell.size}v${cell.size}h-${cell.size}z`;
    });
  });
  const shades = paths.map((path, shade) => (path === '' ? null : html`<path class="s${shade}" d="${path}"/>\n`));
  return html`${shades}<text class="dim" x="${margin}" y="${top + yearHeight}" font-size="${smallSize}">${activityText(map, words)}</text>
`;
}
