// LevelWord: which skill level a word, tag or heading names, and the rubric that infers one from a heading (FORMATS V1, V2).
// These tables are here and not in formats/words/, because levels are inferred from every format's headings alike.
import { plainWords } from '../text/plain-words.ts';
import { once, phraseMap, phraseOpening, phraseSet, phrasesOf, type WordTable } from '../text/word-table.ts';
import { type LevelId, usualLevels } from './roadmap.ts';

type Usual = 'junior' | 'middle' | 'senior' | 'expert';

/** What a level is called. */
export const levelTitles: { readonly [level in Usual]: WordTable } = {
  junior: {
    en: 'junior, juniors, beginner, beginners, basic, novice, elementary',
    ru: 'начальный, базовый, начинающий, начинающие, начинающих, джун, джуниор',
    uk: 'початковий, базовий, початківець',
    es: 'principiante, principiantes, básico, inicial',
    pt: 'iniciante, iniciantes',
    de: 'anfänger, einsteiger',
    fr: 'débutant, débutants',
    it: 'principiante, principianti',
    pl: 'początkujący, podstawowy',
    zh: '初级, 入门',
    ja: '初級, 初心者',
    ko: '초급, 입문',
    he: 'מתחילים',
  },
  middle: {
    en: 'middle, mid, intermediate',
    ru: 'средний, мидл',
    uk: 'середній',
    es: 'intermedio',
    pt: 'intermediário',
    de: 'mittelstufe',
    fr: 'intermédiaire',
    it: 'intermedio',
    pl: 'średniozaawansowany',
    zh: '中级',
    ja: '中級',
    ko: '중급',
    he: 'בינוני',
  },
  senior: {
    en: 'senior, seniors, advanced',
    ru: 'продвинутый, продвинутые, продвинутых, сеньор, сеньер, сенер, сенор, синьор',
    uk: 'просунутий',
    es: 'avanzado',
    pt: 'avançado',
    de: 'fortgeschritten, fortgeschrittene',
    fr: 'avancé',
    it: 'avanzato',
    pl: 'zaawansowany',
    zh: '高级, 进阶',
    ja: '上級',
    ko: '고급',
    he: 'מתקדמים',
  },
  expert: {
    en: 'expert, experts',
    ru: 'эксперт, эксперты, экспертов, экспертный',
    uk: 'експерт, експертний',
    es: 'experto, expertos',
    pt: 'especialista',
    de: 'experte, experten',
    it: 'esperto',
    pl: 'ekspert',
    zh: '专家',
    ja: 'エキスパート',
    ko: '전문가',
    he: 'מומחה',
  },
};

/** Grades and the levels of languages, which are names of other things as well (FORMATS V1). */
export const levelCodes: { readonly [level in Usual]: WordTable } = {
  junior: { code: 'j1, j2, j3, a1, a2' },
  middle: { code: 'm1, m2, m3, b1, b2' },
  senior: { code: 's1, s2, s3, c1' },
  expert: { code: 'c2' },
};

/** Words beside that of a level in its heading. */
export const besideLevel: WordTable = {
  en: 'level, tier, track, for',
  ru: 'уровень, для',
  uk: 'рівень',
  es: 'nivel, para',
  pt: 'nível',
  de: 'stufe, für',
  fr: 'niveau, pour',
  it: 'livello, per',
  pl: 'poziom, dla',
};

const titles = phraseMap(levelTitles);
const codes = phraseMap(levelCodes);
const beside = phraseSet(besideLevel);
const mayOpen = phraseOpening([...Object.values(levelTitles), ...Object.values(levelCodes), besideLevel]);

/** The level a single word names; null when it names none. */
export const levelNamed = (word: string): LevelId | null => levelOfPlain(plainWords(word));

/** The same of a word that `plainWords` gave. */
export function levelOfPlain(plain: string): LevelId | null {
  if (!mayOpen(plain)) return null;
  return titles().get(plain) ?? codes().get(plain) ?? null;
}

/** The level of a code such as `S3`, in any letter case; null for everything else. */
export function levelOfCode(word: string): LevelId | null {
  return codes().get(word.toLowerCase()) ?? null;
}

/** `Junior / beginner level`, «Уровень: продвинутый» and `A1–A2` each name one level, whichever words they use for it. */
export function onlyLevel(title: string, named: (word: string) => LevelId | null): LevelId | null {
  // «Уровень: продвинутый» is about as long as it gets.
  if (title.length > 40) return null;
  const words = plainWords(title);
  let level: LevelId | null = null;
  let end = -1;
  // The first word of most titles decides.
  do {
    const start = end + 1;
    end = words.indexOf(' ', start);
    const word = end < 0 ? words.slice(start) : words.slice(start, end);
    if (word === '' || (mayOpen(word) && beside().has(word))) continue;
    const one = named(word);
    if (one === null || (level !== null && one !== level)) return null;
    level = one;
  } while (end >= 0);
  return level;
}

/** The codes that a heading consists of, `A1–A2`; empty where it holds any other word. */
export function codesOfTitle(title: string): string[] {
  const words = title.length > 40 ? [] : plainWords(title).split(' ');
  const others = words.filter((word) => !beside().has(word));
  return others.every((word) => levelOfCode(word) !== null) ? others : [];
}

/** At least three codes, of two levels or more: one `S3` is as well the name of a service (FORMATS V1). */
export function isCodeSeries(words: readonly string[]): boolean {
  return words.length >= 3 && new Set(words.map(levelOfCode)).size >= 2;
}

/** What a heading is about, from the highest level down: where two match, the higher counts. `_` is the edge of a word; a
 * stem without it may be anywhere in one. */
export const rubric: { readonly [level in Usual]: WordTable } = {
  expert: {
    en: 'architecture design, architectural design, designing the architecture, designing architecture, custom extension, own extension, writing extension, writing an extension, _extending_, _wasm_, webassembly, envoyfilter, envoy filter',
    ru: 'архитектурное проектирован, архитектурного проектирован, проектирование архитектур, собственные расширен, собственное расширен, собственных расширен, разработка расширен',
  },
  senior: {
    en: 'performance, optimiz, optimis, tuning, _scale, scaling, scalab, availab, resilien, production, multicluster, multi cluster, multinetwork, multi network, multicloud, multi cloud, hybrid, upgrad, migrat, maintain, maintenance, troubleshoot, debug, incident, integrat, best practice, advanced, hands on, _practice_, practical, use cases, final project, capstone',
    ru: 'производительн, оптимизац, масштаб, доступност, отказоустойчив, продакшен, промышленн, мультикластер, многокластер, обновлени, миграц, устранение непо, устранение про, траблшут, отладк, диагностик, интеграц, лучшие практик, лучших практик, продвинут, практик, практическ, итоговый проект, финальный проект',
  },
  middle: {
    en: 'traffic, _route, routing, network, gateway, ingress, egress, secur, mtls, authn, authz, authenti, authori, _policy_, _policies_, monitor, observab, telemetr, _trace, tracing, _metric, logging, discovery',
    ru: 'трафик, маршрут, _сеть_, _сети_, сетев, шлюз, безопасн, аутентифик, авторизац, политик, мониторинг, наблюдаем, телеметр, трассиров, метрик, логирован',
  },
  junior: {
    en: 'basic, fundamental, introduc, getting started, overview, what is_, _why_, install, _setup_, _set up_, first steps, begin, configuration, foundation, concept',
    ru: '_основ, введени, знакомств, что такое, зачем, установк, настройк, _начал, базов, обзор, понятия, концепц',
  },
};

/** A part of the rubric as it is looked for, and how high its level is. */
interface Stem {
  readonly text: string;
  readonly rank: number;
}

const startAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

// By the first two characters: of a hundred stems hardly one begins at a given place of a title. Not one expression: compiling it
// would cost more than reading the note.
const stemsByStart = once(() => {
  const found = new Map<number, Stem[]>();
  for (const [level, table] of Object.entries(rubric))
    for (const phrase of phrasesOf(table)) {
      const stem = { text: phrase.replaceAll('_', ' '), rank: usualLevels.indexOf(level) };
      const same = found.get(startAt(stem.text, 0));
      if (same === undefined) found.set(startAt(stem.text, 0), [stem]);
      else same.push(stem);
    }
  return found;
});

/** The level a heading suggests; of two the higher; null when it suggests none (FORMATS V2). */
export function suggestedLevel(title: string): LevelId | null {
  const words = ` ${plainWords(title)} `;
  // The last section of a course is often called nothing else.
  if (words === ' project ' || words === ' проект ') return 'senior';
  const stems = stemsByStart();
  let highest = -1;
  for (let at = 0; at + 1 < words.length; at++) {
    const here = stems.get(startAt(words, at));
    if (here === undefined) continue;
    for (const { text, rank } of here) if (rank > highest && words.startsWith(text, at)) highest = rank;
  }
  return usualLevels[highest] ?? null;
}
