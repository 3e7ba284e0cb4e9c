// ActivityYears: roadmaps with ticks on many days, for what draws a year of them.
import { addDays } from '../../src/dates/calendar-date.ts';
import type { LevelId, Roadmap, Topic } from '../../src/model/roadmap.ts';
import { done, roadmap, section, today, topic } from './roadmaps.ts';

const levels = [
  { id: 'junior', title: 'Junior', rubric: null },
  { id: 'middle', title: { en: 'Middle', ru: 'Средний' }, rubric: null },
  { id: 'senior', title: 'Senior', rubric: null },
];

/** A roadmap whose topics were done so many days before today, each number as often as topics were done then. */
export function roadmapDone(daysAgo: readonly number[], title: Roadmap['title'] = 'Kafka'): Roadmap {
  const levelAt = (index: number): LevelId =>
    ['junior', 'middle', 'senior'][Math.floor((3 * index) / daysAgo.length)] as LevelId;
  const topics = daysAgo.map((days, index): Topic => {
    const level = levelAt(index);
    return done(`1.${index + 1}`, `Topic ${index + 1}`, addDays(today, -days), { level, levelSource: 'explicit' });
  });
  const open = [topic('2.1', 'open', { level: 'senior', levelSource: 'explicit' }), done('2.2', 'some day', null)];
  return roadmap(title, [section('1', 'Done', topics), section('2', 'Open', open)], {
    levels,
    levelSource: 'explicit',
  });
}

/** A year with a rest of two weeks, days of one to six topics and one of eighteen. */
export const busyDays: readonly number[] = Array.from({ length: 370 }, (_, at) => 369 - at).flatMap((days) => {
  if (days === 200) return Array.from({ length: 18 }, () => days);
  const isRest = days > 120 && days < 138;
  const count = isRest ? 0 : ([1, 0, 0, 2, 0, 0, 0, 3, 0, 1, 0][(days * days) % 11] as number);
  return Array.from({ length: count }, () => days);
});
