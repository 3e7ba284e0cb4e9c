// HeatMapChart: a year of days, darker the more was done, in two halves that are side by side or, on a phone, one below the other.
import { type HeatDay, type HeatWeek, heatMapOf, yearUntil } from '../../model/heat-map.ts';
import { namedBestWeek, namedStreak, streaksOf } from '../../model/streak.ts';
import { type Html, html } from './html.ts';
import { dateIn, type PageView } from './page-view.ts';

const cell = 10;
const step = 12;
const [left, top] = [26, 16];
/** Weeks of the newer half; the older one has as many columns, so that both are drawn to one scale. */
const half = 27;

/** Nothing where the last day with a topic is more than a year ago. */
export function heatMapChart(view: PageView): Html | null {
  const { activity, today, sentences } = view;
  const { heatMap: words } = sentences;
  const map = heatMapOf(activity.days, yearUntil(today));
  const active = map.weeks.flatMap(({ days }) => days).filter((day) => day !== null && day.topics > 0) as HeatDay[];
  const [first, last] = [active[0], active.at(-1)];
  if (first === undefined || last === undefined) return null;
  const summary = words.summary(map.topics, active.length, dateIn(view, first.day), dateIn(view, last.day));
  const newer = map.weeks.slice(-half);
  const older = map.weeks.slice(0, -half);
  // A half in which nothing was done says nothing.
  const halves = [older, newer].filter((weeks) => weeks.some(({ topics }) => topics > 0));
  const remarks = [summary, ...weekWords(view)].join(' · ');
  return html`<figure aria-labelledby="calendar"><h3 id="calendar">${words.title}</h3><div class="heat-map" role="img" aria-label="${summary}">${halves.map((weeks) => drawn(weeks, view))}</div><figcaption>${remarks} ${legend(view)}</figcaption></figure>`;
}

/** The weeks in a row where there are enough to be named, and the best week where there is more than one. */
function weekWords(view: PageView): string[] {
  const { activity, today, sentences } = view;
  const { streak: streakWords, best: bestWords } = sentences.heatMap;
  const past = activity.days.filter(({ day }) => day <= today);
  const streak = namedStreak(streaksOf(past, today));
  const best = namedBestWeek(past);
  return [
    ...(streak === null ? [] : [streakWords(streak.weeks)]),
    ...(best === null ? [] : [bestWords(best.topics, dateIn(view, best.monday))]),
  ];
}

function drawn(weeks: readonly HeatWeek[], view: PageView): Html {
  const filled = weeks.flatMap(({ days }, column) =>
    days.map((day, row) => {
      if (day === null || day.topics === 0) return null;
      const [x, y] = [left + column * step, top + row * step];
      return html`<rect class="s${day.shade}" x="${x}" y="${y}" width="${cell}" height="${cell}"><title>${view.sentences.heatMap.day(dateIn(view, day.day), day.topics)}</title></rect>`;
    }),
  );
  // The empty days of a row are the dashes of one line.
  const empty = Array.from({ length: 7 }, (_, row) => {
    const first = weeks.findIndex(({ days }) => days[row] !== null);
    const last = weeks.findLastIndex(({ days }) => days[row] !== null);
    if (first < 0) return '';
    return `M${left + first * step} ${top + row * step + cell / 2}h${(last - first) * step + cell}`;
  }).join('');
  const words = view.sentences.weekdays.map((name, row) =>
    row % 2 === 0 ? html`<text class="axis" x="0" y="${top + row * step + 9}">${name}</text>` : null,
  );
  return html`<svg viewBox="0 0 ${left + half * step} ${top + 7 * step}" aria-hidden="true">${words}${months(weeks, view)}<path class="s0" d="${empty}"/>${filled}</svg>`;
}

/** Above the first week that begins in a month; the next word is three weeks further at least. */
function months(weeks: readonly HeatWeek[], { sentences }: PageView): Html[] {
  const found: Html[] = [];
  let free = 0;
  weeks.forEach(({ monday }, column) => {
    const isFirst = Number(monday.slice(8)) <= 7;
    if (!isFirst || column < free || column > half - 2) return;
    free = column + 3;
    found.push(
      html`<text class="axis" x="${left + column * step}" y="10">${sentences.month(Number(monday.slice(5, 7)))}</text>`,
    );
  });
  return found;
}

function legend({ sentences }: PageView): Html {
  const { less, more } = sentences.heatMap;
  const squares = [0, 1, 2, 3, 4].map(
    (shade) => html`<rect class="s${shade}" x="${shade * step}" width="${cell}" height="${cell}"/>`,
  );
  return html`<span class="legend" aria-hidden="true">${less} <svg viewBox="0 0 ${5 * step - 2} ${cell}">${squares}</svg> ${more}</span>`;
}
