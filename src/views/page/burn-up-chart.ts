// BurnUpChart: how many topics were done by which day, and between which days all of them may be.
import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { CalendarDate } from '../../dates/calendar-date.ts';
import type { BurnUp } from '../../model/burn-up.ts';
import { type Html, html } from './html.ts';
import { dateIn, type PageView } from './page-view.ts';

/** Between which days everything is done, in so many of ten runs. */
export interface Cone {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly ofTen: number;
}

interface Size {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly ticks: number;
}

/** A picture that is scaled down to a phone has letters nobody can read, so there are two, of which the width shows one. */
const sizes: readonly Size[] = [
  { name: 'wide', width: 760, height: 280, ticks: 8 },
  { name: 'narrow', width: 340, height: 240, ticks: 4 },
];
const margin = { top: 22, right: 14, bottom: 26, left: 36 };

const at = (day: CalendarDate): Date => new Date(`${day}T00:00:00Z`);

export function burnUpChart(burnUp: BurnUp, cone: Cone | null, view: PageView): Html {
  const { sentences, progress } = view;
  const { burnUp: words } = sentences;
  const first = burnUp.points[0]?.day ?? view.today;
  const remarks = [
    cone === null ? words.noForecast : words.forecast(dateIn(view, cone.from), dateIn(view, cone.to), cone.ofTen),
    ...(burnUp.undated > 0 ? [words.undated(burnUp.undated)] : []),
  ];
  const summary = words.summary(
    progress.total.done,
    progress.total.total,
    dateIn(view, first),
    dateIn(view, view.today),
  );
  return html`<figure aria-labelledby="burn-up"><h3 id="burn-up">${words.title}</h3>${sizes.map((size) => drawn(burnUp, cone, size, summary, view))}<figcaption>${remarks.join(' ')}</figcaption></figure>`;
}

function drawn(burnUp: BurnUp, cone: Cone | null, size: Size, summary: string, view: PageView): Html {
  const { total, done } = view.progress.total;
  const { width, height } = size;
  const now = at(view.today);
  const points = [
    { x: at((burnUp.points[0] as BurnUp['points'][0]).day), y: burnUp.undated },
    ...burnUp.points.map((point) => ({ x: at(point.day), y: point.done })),
    { x: now, y: done },
  ];
  const start = (points[0] as (typeof points)[0]).x;
  const end = cone === null ? now : at(cone.to);
  const days = Math.max(7, (end.getTime() - start.getTime()) / 86_400_000);
  const x = scaleUtc([start, new Date(start.getTime() + days * 86_400_000)], [margin.left, width - margin.right]);
  const y = scaleLinear([0, Math.max(1, total)], [height - margin.bottom, margin.top]);
  type Point = (typeof points)[0];
  const [across, up] = [(point: Point) => x(point.x), (point: Point) => y(point.y)];
  const filled = area<Point>().x(across).y0(y(0)).y1(up).curve(curveStepAfter).digits(1)(points);
  const path = line<Point>().x(across).y(up).curve(curveStepAfter).digits(1)(points);
  return html`<svg class="chart ${size.name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${summary}">${grid(x, y, size, view)}${
    cone === null
      ? null
      : html`<path class="cone" d="M${rounded(x(now))} ${rounded(y(done))}L${rounded(x(at(cone.from)))} ${rounded(y(total))}H${rounded(x(at(cone.to)))}z"/>`
  }<path class="area" d="${filled ?? ''}"/><path class="line" d="${path ?? ''}"/><path class="goal" d="M${margin.left} ${rounded(y(total))}H${width - margin.right}"/><text class="axis" x="${margin.left}" y="${margin.top - 8}">${view.sentences.burnUp.all(total)}</text>${
    cone === null ? null : todayLine(rounded(x(now)), size, view)
  }</svg>`;
}

const todayLine = (x: number, { height }: Size, { sentences }: PageView): Html =>
  html`<path class="today" d="M${x} ${margin.top}V${height - margin.bottom}"/><text class="axis" x="${x + 4}" y="${height - margin.bottom - 6}">${sentences.burnUp.today}</text>`;

type Scales = readonly [x: ReturnType<typeof scaleUtc<number>>, y: ReturnType<typeof scaleLinear<number>>];

function grid(x: Scales[0], y: Scales[1], { width, height, ticks }: Size, { sentences }: PageView): Html {
  const bottom = height - margin.bottom;
  const rows = y
    .ticks(4)
    .filter(Number.isInteger)
    .map(
      (count) =>
        html`<path class="grid" d="M${margin.left} ${rounded(y(count))}H${width - margin.right}"/><text class="axis end" x="${margin.left - 6}" y="${rounded(y(count) + 4)}">${count}</text>`,
    );
  const months = x.ticks(ticks).map((day) => {
    const place = rounded(x(day));
    // Words that would run over the edge are left out.
    if (place > width - margin.right - 12 || place < margin.left + 8) return null;
    return html`<text class="axis middle" x="${place}" y="${bottom + 18}">${tickWords(day, x, sentences)}</text>`;
  });
  return html`${rows}${months}`;
}

function tickWords(day: Date, x: Scales[0], sentences: PageView['sentences']): string {
  const [month, date] = [day.getUTCMonth() + 1, day.getUTCDate()];
  const [start, end] = x.domain() as [Date, Date];
  const isLong = end.getTime() - start.getTime() > 120 * 86_400_000;
  if (month === 1 && date === 1) return String(day.getUTCFullYear());
  return isLong && date === 1 ? sentences.month(month) : `${date} ${sentences.month(month)}`;
}

const rounded = (place: number): number => Math.round(place * 10) / 10;
