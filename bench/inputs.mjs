// Inputs: the roadmaps that are measured, made from a seed. In Russian, nested, a third of the topics done.
import { readFileSync } from 'node:fs';
import { randomFrom } from './random.mjs';

const words = 'сервис маршрут запрос ответ кластер поток версия политика заголовок шлюз узел канал'.split(' ');

/**
 * So many topics in sections of `size`: `{ section, depth, title, isDone }`, sections counted from 1. The second of each section is open
 * and has none below it: `5.2` can be ticked and opened again.
 */
export function topicsOf({ count, size, seed, isShort = false }) {
  const random = randomFrom(seed);
  const topics = [];
  let depth = 0;
  for (let i = 0; i < count; i++) {
    const place = i % size;
    // At most one deeper than the one before.
    depth = place < 3 ? 0 : Math.min(depth + 1, [0, 0, 1, 2, 0][random(5)]);
    const word = words[random(words.length)];
    const title = isShort ? `Тема ${i}` : `Тема номер ${i} и **${word}**`;
    topics.push({ section: 1 + Math.floor(i / size), depth, title, isDone: random(3) === 0 && place !== 1 });
  }
  return topics;
}

const frontMatter = ['---', 'title: Сети', 'tags: [сети, учёба]', 'created: 2026-01-02', '---'];

/** So many weeks before the day that is taken for today (processes.mjs) the first topic was done. */
const weeksBack = 20;
const lastDay = Date.UTC(2026, 0, 31);

/** The day of a topic: all of them on one, or in document order over the weeks before today. */
function dayOf(place, count, isSpread) {
  if (!isSpread) return '2026-01-15';
  const back = Math.floor(weeksBack * 7 * (1 - place / count));
  return new Date(lastDay - back * 86_400_000).toISOString().slice(0, 10);
}

function note(shape, { hasFrontMatter = false, isSpread = false } = {}) {
  const lines = hasFrontMatter ? [...frontMatter] : [];
  lines.push('# Сети');
  let last = 0;
  topicsOf(shape).forEach(({ section, depth, title, isDone }, place) => {
    if (section !== last) lines.push('', `## ${section}. Раздел о сетях`, '');
    last = section;
    const day = isDone ? ` ✅ ${dayOf(place, shape.count, isSpread)}` : '';
    lines.push(`${'  '.repeat(depth)}- [${isDone ? 'x' : ' '}] ${title}${day}`);
  });
  return `${lines.join('\n')}\n`;
}

/** Of a bundled lab, as the build has it. */
function solutionOf(lab) {
  const file = new URL(`../dist/roadmaps/labs/${lab}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).solution;
}

/** The topics of a roadmap in our own YAML, in sections, without states: those are in its progress file. */
function plan(shape) {
  const lines = ['id: networks', 'title: Сети', 'sections:'];
  let last = 0;
  for (const { section, title } of topicsOf(shape)) {
    if (section !== last) lines.push(`  - id: s${section}`, '    title: Раздел о сетях', '    topics:');
    last = section;
    lines.push(
      `      - id: t${lines.length}`,
      `        title: ${title}`,
      '        level: junior',
      '        hours: 1.5',
    );
  }
  return `${lines.join('\n')}\n`;
}

/** By file name: what makes the text from a seed. */
export const inputs = {
  '1.md': (seed) => note({ count: 1, size: 15, seed }),
  'answer.yaml': () => solutionOf('traffic-splitting'),
  '150.md': (seed) => note({ count: 150, size: 15, seed }),
  'front.md': (seed) => note({ count: 150, size: 15, seed }, { hasFrontMatter: true }),
  'plan.yaml': (seed) => plan({ count: 150, size: 15, seed }),
  '150-weeks.md': (seed) => note({ count: 150, size: 15, seed }, { isSpread: true }),
  '10k-weeks.md': (seed) => note({ count: 10_000, size: 67, seed }, { hasFrontMatter: true, isSpread: true }),
  '10k.md': (seed) => note({ count: 10_000, size: 67, seed }, { hasFrontMatter: true }),
  '100k.md': (seed) => note({ count: 100_000, size: 667, seed }, { hasFrontMatter: true }),
  '100k-sections.md': (seed) => note({ count: 100_000, size: 15, seed }, { hasFrontMatter: true }),
  // With the titles of the others it would be larger than what is read at most.
  '1m.md': (seed) => note({ count: 1_000_000, size: 6667, seed, isShort: true }, { hasFrontMatter: true }),
};
