// LevelWord: which skill level a word, tag or heading names, and the rubric that infers one from a heading (FORMATS V1, V2).
import type { Level, LevelId } from './roadmap.ts';

export const usualLevels: readonly LevelId[] = ['junior', 'middle', 'senior', 'expert'];

const words: readonly (readonly [LevelId, RegExp])[] = [
  [
    'junior',
    /^(?:juniors?|beginners?|basic|novice|elementary|начальный|базовый|начинающи[йех]|джун(?:иор)?|j[1-3]|a[12])$/,
  ],
  ['middle', /^(?:middle|mid|intermediate|средний|мидл|m[1-3]|b[12])$/],
  ['senior', /^(?:seniors?|advanced|продвинут(?:ый|ых|ые)|сень?[ёео]р|синьор|s[1-3]|c1)$/],
  ['expert', /^(?:experts?|эксперт(?:ный|ов|ы)?|c2)$/],
];

/** The level a single word names, in English or Russian; null when it names none. */
export function levelNamed(word: string): LevelId | null {
  const clean = word.trim().toLowerCase();
  for (const [level, pattern] of words) if (pattern.test(clean)) return level;
  return null;
}

/** The level of a heading that is nothing but the level word, with "level" or «уровень» at most (FORMATS V1). */
export function levelHeading(title: string): LevelId | null {
  return usualNames.heading(title);
}

/** The words that name a level in one roadmap: its own where it declares levels, else the usual ones (FORMATS V1). */
export interface LevelNames {
  named(word: string): LevelId | null;
  heading(title: string): LevelId | null;
  /** The levels of its own, lowest first; none where the usual ones hold. */
  readonly declared: readonly LevelId[];
}

export const usualNames: LevelNames = {
  named: levelNamed,
  heading: (title) => onlyLevel(title, levelNamed),
  declared: [],
};

/** Names of declared levels go by id and title; a usual word counts only where it leads to one of them. */
export function namesOf(levels: readonly Level[]): LevelNames {
  if (levels.length === 0) return usualNames;
  const own = new Map<string, LevelId>();
  for (const { id, title } of levels)
    for (const word of [id, ...(typeof title === 'string' ? [title] : Object.values(title))])
      own.set(word.trim().toLowerCase(), id);
  const named = (word: string): LevelId | null => {
    const usual = levelNamed(word);
    return own.get(word.trim().toLowerCase()) ?? (usual !== null && own.has(usual) ? usual : null);
  };
  const heading = (title: string): LevelId | null =>
    own.get(title.trim().toLowerCase()) ?? (title.length > 40 ? null : onlyLevel(title, named));
  return { named, heading, declared: levels.map(({ id }) => id) };
}

// Blanks, punctuation and signs; letters of every script stay, so that a heading with another word is no level.
const between = /(?:[\s!-/:-@[-`{-~«»\u2000-\u2bff]|\ufe0f|[\ud83c-\ud83e][\udc00-\udfff])+/;

/** `Junior / beginner level`, «Уровень: продвинутый» and `A1–A2` each name one level, whichever words they use for it. */
function onlyLevel(title: string, named: (word: string) => LevelId | null): LevelId | null {
  // «Уровень: продвинутый» is about as long as it gets.
  if (title.length > 40) return null;
  let level: LevelId | null = null;
  for (const word of title.toLowerCase().split(between)) {
    if (word === '' || besideLevel.has(word)) continue;
    const one = named(word);
    if (one === null || (level !== null && one !== level)) return null;
    level = one;
  }
  return level;
}

const besideLevel: ReadonlySet<string> = new Set(['level', 'tier', 'track', 'уровень', 'for', 'для']);

// What a heading is about, from the highest level down: where two match, the higher counts. A stem stands anywhere in a word,
// one with blanks around it is a whole word. Not one expression: compiling it would cost more than reading the note.
const rubric: readonly (readonly [LevelId, readonly string[]])[] = [
  [
    'expert',
    [
      'architecture design',
      'architectural design',
      'designing the architecture',
      'designing architecture',
      'custom extension',
      'own extension',
      'writing extension',
      'writing an extension',
      ' extending ',
      ' wasm ',
      'webassembly',
      'envoyfilter',
      'envoy filter',
      'архитектурное проектирован',
      'архитектурного проектирован',
      'проектирование архитектур',
      'собственные расширен',
      'собственное расширен',
      'собственных расширен',
      'разработка расширен',
    ],
  ],
  [
    'senior',
    [
      'performance',
      'optimiz',
      'optimis',
      'tuning',
      ' scale',
      'scaling',
      'scalab',
      'availab',
      'resilien',
      'production',
      'multicluster',
      'multi cluster',
      'multinetwork',
      'multi network',
      'multicloud',
      'multi cloud',
      'hybrid',
      'upgrad',
      'migrat',
      'maintain',
      'maintenance',
      'troubleshoot',
      'debug',
      'incident',
      'integrat',
      'best practice',
      'advanced',
      'hands on',
      ' practice ',
      'practical',
      'use cases',
      'final project',
      'capstone',
      'производительн',
      'оптимизац',
      'масштаб',
      'доступност',
      'отказоустойчив',
      'продакшен',
      'промышленн',
      'мультикластер',
      'многокластер',
      'обновлени',
      'миграц',
      'устранение непо',
      'устранение про',
      'траблшут',
      'отладк',
      'диагностик',
      'интеграц',
      'лучшие практик',
      'лучших практик',
      'продвинут',
      'практик',
      'практическ',
      'итоговый проект',
      'финальный проект',
    ],
  ],
  [
    'middle',
    [
      'traffic',
      ' route',
      'routing',
      'network',
      'gateway',
      'ingress',
      'egress',
      'secur',
      'mtls',
      'authn',
      'authz',
      'authenti',
      'authori',
      ' policy ',
      ' policies ',
      'monitor',
      'observab',
      'telemetr',
      ' trace',
      'tracing',
      ' metric',
      'logging',
      'discovery',
      'трафик',
      'маршрут',
      ' сеть ',
      ' сети ',
      'сетев',
      'шлюз',
      'безопасн',
      'аутентифик',
      'авторизац',
      'политик',
      'мониторинг',
      'наблюдаем',
      'телеметр',
      'трассиров',
      'метрик',
      'логирован',
    ],
  ],
  [
    'junior',
    [
      'basic',
      'fundamental',
      'introduc',
      'getting started',
      'overview',
      'what is ',
      ' why ',
      'install',
      ' setup ',
      ' set up ',
      'first steps',
      'begin',
      'configuration',
      'foundation',
      'concept',
      ' основ',
      'введени',
      'знакомств',
      'что такое',
      'зачем',
      'установк',
      'настройк',
      ' начал',
      'базов',
      'обзор',
      'понятия',
      'концепц',
    ],
  ],
];

/** A stem of the rubric, and how high its level is. */
interface Stem {
  readonly text: string;
  readonly rank: number;
}

/** The stems by their first two characters: of a hundred, hardly one begins at a given place of a title. */
let stemsByStart: ReadonlyMap<number, readonly Stem[]> | null = null;

function indexStems(): ReadonlyMap<number, readonly Stem[]> {
  const found = new Map<number, Stem[]>();
  rubric.forEach(([, stems], index) => {
    for (const text of stems) {
      const start = startAt(text, 0);
      const same = found.get(start);
      if (same === undefined) found.set(start, [{ text, rank: rubric.length - index }]);
      else same.push({ text, rank: rubric.length - index });
    }
  });
  return found;
}

const startAt = (text: string, at: number): number => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);

/** The level a heading suggests; of two the higher; null when it suggests none (FORMATS V2). */
export function suggestedLevel(title: string): LevelId | null {
  const words = ` ${title
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^a-zа-я0-9]+/g, ' ')} `;
  // The last section of a course is often called nothing else.
  if (words === ' project ' || words === ' проект ') return 'senior';
  stemsByStart ??= indexStems();
  let highest = 0;
  for (let at = 0; at + 1 < words.length; at++)
    for (const { text, rank } of stemsByStart.get(startAt(words, at)) ?? [])
      if (rank > highest && words.startsWith(text, at)) highest = rank;
  return rubric[rubric.length - highest]?.[0] ?? null;
}
