// LevelWord: which skill level a word, tag or heading names, and the rubric that infers one from a heading (FORMATS V1, V2).
import type { LevelId } from './roadmap.ts';

export const usualLevels: readonly LevelId[] = ['junior', 'middle', 'senior', 'expert'];

const words: readonly (readonly [LevelId, RegExp])[] = [
  ['junior', /^(?:junior|beginner|basic|novice|elementary|начальный|базовый|начинающий|джун(?:иор)?|j[1-3]|a[12])$/],
  ['middle', /^(?:middle|mid|intermediate|средний|мидл|m[1-3]|b[12])$/],
  ['senior', /^(?:senior|advanced|продвинутый|сеньор|s[1-3]|c1)$/],
  ['expert', /^(?:expert|эксперт(?:ный)?|c2)$/],
];

/** The level a single word names, in English or Russian; null when it names none. */
export function levelNamed(word: string): LevelId | null {
  const clean = word.trim().toLowerCase();
  for (const [level, pattern] of words) if (pattern.test(clean)) return level;
  return null;
}

/** The level of a heading that is nothing but the level word, with "level" or «уровень» at most (FORMATS V1). */
export function levelHeading(title: string): LevelId | null {
  // «Уровень: продвинутый» is about as long as it gets.
  if (title.length > 40) return null;
  const clean = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\b(?:level|tier|track)\b|(?<!\p{L})уровень(?!\p{L})/gu, ' ')
    .trim();
  return /\s/.test(clean) ? null : levelNamed(clean);
}

// What a heading is about, from the highest level down: where two match, the higher counts.
// Without the u flag and property classes: compiling those costs more than reading the whole note.
const rubric: readonly (readonly [LevelId, RegExp])[] = [
  [
    'expert',
    /architect[а-я]* design|design[а-я]* (?:of )?(?:the )?architect|custom extension|own extension|writing (?:an? )?extension|extending\b|\bwasm\b|webassembly|envoy ?filters?|архитектурн[а-я]* проектирован|проектирован[а-я]* архитектур|собственн[а-я]* расширен|разработк[а-я]* расширен/,
  ],
  [
    'senior',
    /performance|optimi[sz]|tuning|scal(?:e|ing|ab)|availab|resilien|production|multi-?\s?(?:cluster|network|cloud)|hybrid|upgrad|migrat|maintain|troubleshoot|debug|incident|integrat|best practice|advanced|hands-on|\bpractice\b|practical work|use cases|final project|capstone|^project$|производительн|оптимизац|масштаб|доступност|отказоустойчив|продакшен|промышленн|мультикластер|многокластер|обновлен|миграц|устранен[а-я]* (?:непо|про)|траблшут|отладк|диагностик|интеграц|лучш[а-я]* практик|продвинут|практик|практическ|итогов[а-я]* проект|финальн[а-я]* проект|^проект$/,
  ],
  [
    'middle',
    /traffic|rout(?:e|ing)|network|gateway|ingress|egress|secur|mtls|authn|authz|authenti|authori|polic(?:y|ies)|monitor|observab|telemetr|trac(?:e|ing)\b|metric|logging|discovery|трафик|маршрут|сет(?:ь|и|ев)|шлюз|безопасн|аутентифик|авторизац|политик|мониторинг|наблюдаем|телеметр|трассиров|метрик|логирован/,
  ],
  [
    'junior',
    /basic|fundamental|introduc|getting started|overview|what is|why\b|install|set-?\s?up|first steps|begin|configuration|foundation|concepts?|основ|введени|знакомств|что такое|зачем|установк|настройк|начал|базов|обзор|понятия|концепц/,
  ],
];

/** The level a heading suggests; of two the higher; null when it suggests none (FORMATS V2). */
export function suggestedLevel(title: string): LevelId | null {
  const clean = title.toLowerCase().replace(/ё/g, 'е');
  for (const [level, pattern] of rubric) if (pattern.test(clean)) return level;
  return null;
}
