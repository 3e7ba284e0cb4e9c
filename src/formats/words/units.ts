// UnitWords: what authors count their sections by: `Week 3`, `Глава 2`, `3. Woche` (FORMATS S2, T3).
import { phraseSet, type WordTable } from '../../text/word-table.ts';

/** Stretches of time, in singular and plural, and in the cases a number asks for. */
export const timeUnits: WordTable = {
  en: 'day, days, week, weeks, month, months, quarter, quarters, semester, semesters, year, years, wk, wks',
  ru: 'день, дни, дня, дней, неделя, недели, недель, месяц, месяца, месяцы, месяцев, квартал, семестр, год, года, нед',
  uk: 'дні, днів, тиждень, тижні, тижнів, місяць, місяці, рік, тиж',
  es: 'día, días, dia, dias, semana, semanas, mes, meses, trimestre, semestre, año',
  pt: 'dia, dias, mês, mes, ano',
  de: 'tag, tage, woche, wochen, monat, monate, quartal, jahr, kw, kalenderwoche, kalenderwochen, schulwoche',
  fr: 'jour, jours, semaine, semaines, sem, mois, année',
  it: 'giorno, giorni, settimana, settimane, mese, mesi',
  pl: 'dzień, dni, tydzień, tygodnie, miesiąc, miesiące',
  nl: 'dag, dagen, weken, maand, maanden, jaar, jaren, kwartaal, lesweek',
  tr: 'gün, hafta, ay',
  zh: '天, 日, 周, 週, 星期, 月, 周次, 週次, 周数, 週數, 天数, 月份',
  ja: '日目, 週目, 週間, 週次, 日数, 日次, 月次',
  ko: '일, 일차, 주, 주차, 월',
  he: 'יום, שבוע, חודש',
  id: 'hari, minggu, pekan, bulan, tahun, pekan ke, minggu ke, hari ke',
  ar: 'يوم, اليوم, أيام, أسبوع, الأسبوع, أسابيع, شهر, الشهر, أشهر, سنة, السنة',
  vi: 'ngày, tuần, tháng, năm',
};

/** Pieces of a course. */
export const courseUnits: WordTable = {
  en: 'chapter, chapters, part, parts, phase, phases, module, modules, unit, units, stage, stages, step, steps, lesson, lessons, section, sections, sprint, sprints, block, blocks, lecture, lectures, session, sessions, class, classes',
  ru: 'глава, часть, блок, этап, модуль, урок, раздел, шаг, фаза, тема, спринт, занятие, лекция, ступень, встреча, семинар',
  uk: 'розділ, частина, крок, заняття, лекція, етап',
  es: 'capítulo, capitulo, parte, fase, módulo, modulo, unidad, etapa, paso, lección, leccion, sección, seccion, bloque, sesión, sesion, clase',
  pt: 'unidade, passo, lição, seção, aula, bloco, sessão, encontro',
  de: 'kapitel, teil, modul, einheit, stufe, schritt, lektion, abschnitt, sitzung, vorlesung, termin',
  fr: 'chapitre, partie, unité, étape, etape, leçon, bloc, séance, cours',
  it: 'capitolo, unità, passo, lezione, sezione, incontro',
  pl: 'rozdział, część, faza, moduł, etap, krok, lekcja, dział, wykład, zajęcia',
  nl: 'hoofdstuk, deel, les, lessen, stap, eenheid, bijeenkomst, college, werkcollege, thema',
  tr: 'bölüm, kısım, aşama, adım, ders, modül',
  zh: '章, 阶段, 模块, 单元, 步骤, 课, 讲, 节, 课时',
  ja: '段階, ステップ, フェーズ, 回, 章',
  ko: '장, 단계, 모듈, 회, 회차, 차시, 강',
  he: 'פרק, חלק, שלב, שיעור',
  id: 'bab, bagian, modul, tahap, langkah, pelajaran, pertemuan, sesi, fase',
  ar: 'فصل, الفصل, جزء, الجزء, مرحلة, المرحلة, وحدة, الوحدة, درس, الدرس, خطوة, الخطوة, محاضرة, المحاضرة',
  vi: 'chương, phần, bài, buổi, giai đoạn, bước',
};

const all = phraseSet(timeUnits, courseUnits);
const times = phraseSet(timeUnits);

/** `word` in lower case. */
export function isUnit(word: string): boolean {
  return all().has(word);
}

/** The unit is a stretch of time: a day, a week, a month. */
export function isTimeUnit(word: string): boolean {
  return times().has(word);
}

/** `week 3` → `week`, `第1周` → `周`. */
export const withoutCount = (words: string): string => words.replace(/[\d第№# ]+/g, '');

/** Whether plain words begin with a unit and its number: `day 3`, `第1周`, `3 неделя`, and `day 3 maps` as well. */
export function isCountedBy(words: string, isOne: (unit: string) => boolean): boolean {
  const parts = words.split(' ');
  return parts.some((_, at) => {
    const counted = parts.slice(0, at + 1).join(' ');
    return /\d/.test(counted) && isOne(withoutCount(counted));
  });
}
