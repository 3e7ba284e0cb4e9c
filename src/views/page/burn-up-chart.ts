// BurnUpChart: how many topics were done by which day, and between which days all of them will be.
import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { type CalendarDate, daysBetween, midnight } from '../../dates/calendar-date.ts';
import { addDaysWithin } from '../../dates/week.ts';
import type { BurnUp } from '../../model/burn-up.ts';
import { type FinishRange, type Forecast, horizonWeeks } from '../../model/forecast.ts';
import { type Html, html } from './html.ts';
import { dateIn, type PageView } from './page-view.ts';

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
const margin = { top: 22, right: 14, bottom: 26, left: 38 };
/** Of what is to come no more is drawn than twice what was, and half a year at least; a range that is longer runs out of the picture. */
const mostAhead = 2;
const leastAhead = 182;

/** What all parts of a drawing share. */
interface Drawing {
  readonly size: Size;
  readonly x: ReturnType<typeof scaleUtc<number>>;
  readonly y: ReturnType<typeof scaleLinear<number>>;
  readonly forecast: Forecast;
  readonly view: PageView;
}

export function burnUpChart(burnUp: BurnUp, forecast: Forecast, view: PageView): Html {
  const { sentences, progress, today } = view;
  const { burnUp: words } = sentences;
  const { done, total } = progress.total;
  const first = burnUp.points[0]?.day ?? today;
  const remarks = forecastRemarks(forecast, view);
  if (burnUp.undated > 0) remarks.push(words.undated(burnUp.undated));
  const summary = words.summary(done, total, dateIn(view, first), dateIn(view, today));
  const drawn = sizes.map((size) => {
    const { x, y } = scales(first, forecast, size, view);
    const drawing = { size, x, y, forecast, view };
    return html`<svg class="chart ${size.name}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${summary}">${grid(drawing)}${cone(drawing)}${history(burnUp, drawing)}</svg>`;
  });
  return html`<figure aria-labelledby="burn-up"><h3 id="burn-up">${words.title}</h3>${drawn}<figcaption>${remarks.join(' ')}</figcaption></figure>`;
}

function forecastRemarks({ missing, change, finish, weeks }: Forecast, view: PageView): string[] {
  const { done, total } = view.progress.total;
  const { burnUp: words } = view.sentences;
  const date = (day: CalendarDate | null): string | null => (day === null ? null : dateIn(view, day));
  if (done === total) return [];
  const remarks = [
    finish === null ? words.noForecast(missing) : words.forecast(date(finish.most.from), date(finish.most.to)),
  ];
  if (finish !== null && change !== null) remarks.push(words.change[change.direction]);
  if (weeks.bulk.length > 0)
    remarks.push(words.bulk(weeks.bulk.map(({ day }) => dateIn(view, day)).slice(0, mostNamed), weeks.bulk.length));
  return remarks;
}

/** Of days that were set aside. */
const mostNamed = 3;

function scales(first: CalendarDate, { finish }: Forecast, { width, height }: Size, view: PageView) {
  const { total, done } = view.progress.total;
  const elapsed = daysBetween(first, view.today);
  const last = finish === null || done === total ? view.today : (finish.most.to ?? horizon(view));
  const ahead = Math.min(daysBetween(view.today, last), Math.max(leastAhead, mostAhead * elapsed));
  const start = midnight(first);
  const end = new Date(start.getTime() + Math.max(7, elapsed + ahead) * 86_400_000);
  return {
    x: scaleUtc([start, end], [margin.left, width - margin.right]),
    y: scaleLinear([0, Math.max(1, total)], [height - margin.bottom, margin.top]),
  };
}

const horizon = ({ today }: PageView): CalendarDate => addDaysWithin(today, 7 * horizonWeeks);

interface Point {
  readonly day: CalendarDate;
  readonly done: number;
}

/** The steps of what was done, below the line of all there is. */
function history({ points, undated }: BurnUp, { size, x, y, view }: Drawing): Html {
  const { total, done } = view.progress.total;
  const first = points[0]?.day ?? view.today;
  const all: readonly Point[] = [{ day: first, done: undated }, ...points, { day: view.today, done }];
  const across = ({ day }: Point): number => x(midnight(day));
  const up = (point: Point): number => y(point.done);
  const filled = area<Point>().x(across).y0(y(0)).y1(up).curve(curveStepAfter).digits(1)(all);
  const steps = line<Point>().x(across).y(up).curve(curveStepAfter).digits(1)(all);
  return html`<path class="area" d="${filled}"/><path class="line" d="${steps}"/><path class="goal" d="M${margin.left} ${rounded(y(total))}H${size.width - margin.right}"/><text class="axis" x="${margin.left}" y="${margin.top - 8}">${view.sentences.burnUp.all(total)}</text>`;
}

/** From today to the days between which all is done: in eight of ten runs, and darker in half of them. */
function cone({ size, x, y, forecast, view }: Drawing): Html | null {
  const { total, done } = view.progress.total;
  const { finish } = forecast;
  if (finish === null || done === total) return null;
  const now = rounded(x(midnight(view.today)));
  const wedge = ({ from, to }: FinishRange): Html => {
    const [early, late] = [from, to].map((day) => rounded(x(midnight(day ?? horizon(view)))));
    return html`<path class="cone" d="M${now} ${rounded(y(done))}L${early as number} ${rounded(y(total))}H${late as number}z"/>`;
  };
  const bottom = size.height - margin.bottom;
  return html`${wedge(finish.most)}${wedge(finish.half)}<path class="today" d="M${now} ${margin.top}V${bottom}"/><text class="axis" x="${now + 4}" y="${bottom - 6}">${view.sentences.burnUp.today}</text>`;
}

function grid({ size, x, y, view }: Drawing): Html {
  const { width, height, ticks } = size;
  const counts = y.ticks(4).filter(Number.isInteger);
  const rows = counts.map(
    (count) =>
      html`<path class="grid" d="M${margin.left} ${rounded(y(count))}H${width - margin.right}"/><text class="axis end" x="${margin.left - 6}" y="${rounded(y(count) + 4)}">${count}</text>`,
  );
  const days = x.ticks(ticks).map((day) => {
    const place = rounded(x(day));
    // Words that would run over the edge are left out.
    if (place > width - margin.right - 12 || place < margin.left + 8) return null;
    return html`<text class="axis middle" x="${place}" y="${height - margin.bottom + 18}">${tickWords(day, x.domain(), view)}</text>`;
  });
  return html`${rows}${days}`;
}

/** A year, a month, or a day where the whole is short. */
function tickWords(day: Date, [start, end]: readonly Date[], { sentences }: PageView): string {
  const [month, date] = [day.getUTCMonth() + 1, day.getUTCDate()];
  const days = ((end as Date).getTime() - (start as Date).getTime()) / 86_400_000;
  if (month === 1 && date === 1) return String(day.getUTCFullYear());
  return days > 120 && date === 1 ? sentences.month(month) : sentences.dayOfMonth(date, month);
}

const rounded = (place: number): number => Math.round(place * 10) / 10;
