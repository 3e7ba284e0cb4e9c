// UnitWords: what authors count their sections by: `Week 3`, `Глава 2`, `3. Woche` (FORMATS S2, T3).
import { phraseSet, type WordTable } from '../../text/word-table.ts';

/** Stretches of time, in singular and plural, and in the cases a number asks for. */
export const timeUnits: WordTable = {
  en: 'day, days, week, weeks, month, months, quarter, quarters, semester, semesters, year, years, wk, wks, sem, trimester, trimesters, weekday',
  ru: 'день, дни, дня, дней, неделя, недели, недель, месяц, месяца, месяцы, месяцев, квартал, семестр, год, года, нед, неделю, семестра, семестры, триместр, квартала, кварталы, четверть, день недели',
  uk: 'дні, днів, тиждень, тижні, тижнів, місяць, місяці, рік, тиж, тижня, місяця, місяців',
  es: 'día, días, dia, dias, semana, semanas, mes, meses, trimestre, semestre, año, años, trimestres, semestres, cuatrimestre, bimestre, día de la semana',
  pt: 'dia, dias, mês, mes, ano, anos, dia da semana',
  de: 'tag, tage, woche, wochen, monat, monate, quartal, jahr, kw, kalenderwoche, kalenderwochen, schulwoche, quartale, halbjahr, jahre, wochentag',
  fr: 'jour, jours, semaine, semaines, sem, mois, année, années, jour de la semaine',
  it: 'giorno, giorni, settimana, settimane, mese, mesi, anno, anni',
  pl: 'dzień, dni, tydzień, tygodnie, miesiąc, miesiące, dnia, tygodnia, tygodni, miesiąca, miesięcy, kwartał, semestr, rok',
  nl: 'dag, dagen, weken, maand, maanden, jaar, jaren, kwartaal, lesweek',
  tr: 'gün, hafta, ay, günler, haftalar, aylar, yıl, yarıyıl, dönem, çeyrek',
  zh: '天, 日, 周, 週, 星期, 月, 周次, 週次, 周数, 週數, 天数, 月份, 学期, 學期, 季度',
  ja: '日目, 週目, 週間, 週次, 日数, 日次, 月次, 年目, か月目, ヶ月目, 曜日',
  ko: '일, 일차, 주, 주차, 월, 주간, 개월, 개월차, 학기, 분기, 요일',
  he: 'יום, שבוע, חודש, ימים, שבועות, חודשים, סמסטר',
  id: 'hari, minggu, pekan, bulan, tahun, pekan ke, minggu ke, hari ke, triwulan, bulan ke',
  ar: 'يوم, اليوم, أيام, أسبوع, الأسبوع, أسابيع, شهر, الشهر, أشهر, سنة, السنة, الأيام, الأسابيع, الأشهر',
  vi: 'ngày, tuần, tháng, năm, quý, học kỳ, học kì, tuần thứ, ngày thứ',
  cs: 'den, dny, dní, týden, týdny, týdnů, měsíc, měsíce, měsíců',
  no: 'uke, uker, måned, måneder, år, kvartal',
  sv: 'vecka, veckor, dagar, månad, månader, läsvecka',
  da: 'dage, ugen, uge, uger',
  hu: 'nap, napok, hét, hetek, hónap, hónapok, év, félév, negyedév',
  ro: 'zi, ziua, zile, săptămâna, săptămână, săptămâni, saptamana, saptamani, luna, lună, luni, anul, semestrul, trimestrul',
  el: 'ημέρα, μέρα, ημέρες, εβδομάδα, εβδομάδες, μήνας, μήνες, έτος, εξάμηνο',
  fa: 'روز, روزها, هفته, هفته ها, ماه, سال, ترم, نیمسال',
  th: 'วัน, วันที่, สัปดาห์, สัปดาห์ที่, เดือน, เดือนที่, ปี, ปีที่, ภาคเรียน, ภาคเรียนที่',
  hi: 'दिन, सप्ताह, हफ्ता, महीना, माह, वर्ष, सेमेस्टर',
};

/** Pieces of a course. */
export const courseUnits: WordTable = {
  en: 'chapter, chapters, part, parts, phase, phases, module, modules, unit, units, stage, stages, step, steps, lesson, lessons, section, sections, sprint, sprints, block, blocks, lecture, lectures, session, sessions, class, classes, episode, episodes, workshop, workshops, milestone, milestones, seminar, seminars, volume, volumes, iteration, iterations, wave, waves, lec',
  ru: 'глава, часть, блок, этап, модуль, урок, раздел, шаг, фаза, тема, спринт, занятие, лекция, ступень, встреча, семинар, главы, части, блоки, этапы, модули, уроки, разделы, шаги, фазы, темы, спринты, занятия, лекции, семинары, встречи, ступени, вебинар, практикум',
  uk: 'розділ, частина, крок, заняття, лекція, етап, модулі, розділи, кроки, частини, лекції, семінар',
  es: 'capítulo, capitulo, parte, fase, módulo, modulo, unidad, etapa, paso, lección, leccion, sección, seccion, bloque, sesión, sesion, clase, capítulos, partes, fases, módulos, unidades, etapas, pasos, lecciones, secciones, bloques, sesiones, clases, tema, temas, taller, hito, jornada',
  pt: 'unidade, passo, lição, seção, aula, bloco, sessão, encontro, passos, lições, seções, aulas, blocos, sessões, encontros',
  de: 'kapitel, teil, modul, einheit, stufe, schritt, lektion, abschnitt, sitzung, vorlesung, termin, teile, einheiten, stufen, schritte, lektionen, abschnitte, sitzungen, vorlesungen, phasen, blöcke, stunde, lerneinheit, unterrichtseinheit',
  fr: 'chapitre, partie, unité, étape, etape, leçon, bloc, séance, cours, chapitres, parties, unités, étapes, leçons, blocs, séances',
  it: 'capitolo, unità, passo, lezione, sezione, incontro, capitoli, passi, lezioni, sezioni, incontri, moduli, fasi, parti, tappa, blocco',
  pl: 'rozdział, część, faza, moduł, etap, krok, lekcja, dział, wykład, zajęcia, rozdziały, części, fazy, moduły, etapy, kroki, lekcje, wykłady, spotkanie, blok, sesja',
  nl: 'hoofdstuk, deel, les, lessen, stap, eenheid, bijeenkomst, college, werkcollege, thema, sessie',
  tr: 'bölüm, kısım, aşama, adım, ders, modül, bölümler, ünite, üniteler, aşamalar, adımlar, dersler, modüller, faz, oturum',
  zh: '章, 阶段, 模块, 单元, 步骤, 课, 讲, 节, 课时, 篇, 部分, 课次, 讲次, 章节, 單元, 階段, 模組, 堂',
  ja: '段階, ステップ, フェーズ, 回, 章, レッスン, モジュール, ユニット, セクション, パート, チャプター, スプリント, 回目, 講',
  ko: '장, 단계, 모듈, 회, 회차, 차시, 강, 강의, 챕터, 파트, 섹션, 스텝, 레슨, 유닛, 스프린트',
  he: 'פרק, חלק, שלב, שיעור, מודול, יחידה, מפגש, הרצאה',
  id: 'bab, bagian, modul, tahap, langkah, pelajaran, pertemuan, sesi, fase, materi, kegiatan',
  ar: 'فصل, الفصل, جزء, الجزء, مرحلة, المرحلة, وحدة, الوحدة, درس, الدرس, خطوة, الخطوة, محاضرة, المحاضرة, باب, الباب, جلسة, الجلسة, قسم, القسم',
  vi: 'chương, phần, bài, buổi, giai đoạn, bước, chuyên đề, học phần, mục, tiết, chặng',
  cs: 'kapitola, část, fáze, lekce, přednáška',
  no: 'kapittel, kapitler, leksjon, leksjoner, forelesning, forelesninger, øving, steg',
  sv: 'lektioner, föreläsning, föreläsningar, avsnitt, träff, övning',
  da: 'forelæsning, forelæsninger, afsnit, trin, undervisningsgang',
  hu: 'fejezet, fejezetek, lecke, leckék, rész, szakasz, előadás, modulok, lépés, egység, foglalkozás',
  ro: 'capitol, capitolul, capitole, lecția, lecție, lecții, lectia, modulul, partea, pasul, unitatea, cursul, seminarul, laboratorul, sesiunea, întâlnirea',
  el: 'κεφάλαιο, κεφάλαια, μάθημα, μαθήματα, ενότητα, ενότητες, μέρος, βήμα, φάση, διάλεξη, διαλέξεις, στάδιο, συνάντηση',
  fa: 'بخش, جلسه, گام, مرحله, ماژول, فاز, قسمت, واحد',
  th: 'บท, บทที่, บทเรียน, บทเรียนที่, ตอน, ตอนที่, ขั้นตอน, ขั้นตอนที่, ขั้นที่, โมดูล, หน่วย, หน่วยที่, หน่วยการเรียนรู้, หน่วยการเรียนรู้ที่, เฟส, ส่วนที่, ครั้งที่',
  hi: 'अध्याय, पाठ, भाग, चरण, मॉड्यूल, इकाई, खंड, कक्षा, व्याख्यान, सत्र',
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

/** Figures, Roman ones behind a word, and Chinese ones behind 第 or the unit; 周一 is a day of the week. */
const count =
  /\d+|(?<= )[ivx]{1,5}(?= |$)|(?<=第)[一二三四五六七八九十]+|(?<![周週期月日 一二三四五六七八九十])[一二三四五六七八九十]+(?= |$)/g;

/** `week 3` and `week iii` → `week`, `第1周` → `周`, `阶段一` → `阶段`. */
export const withoutCount = (words: string): string =>
  words
    .replace(count, ' ')
    .replace(/[第№# ]+/g, ' ')
    .trim();

/** Whether plain words begin with a unit and its number: `day 3`, `第1周`, `3 неделя`, `phase ii`, and `day 3 maps` as well. */
export function isCountedBy(words: string, isOne: (unit: string) => boolean): boolean {
  // No unit and its number have more words; a title may have very many.
  const parts = words.split(' ', 6);
  return parts.some((_, at) => {
    const counted = parts.slice(0, at + 1).join(' ');
    return counted.search(count) >= 0 && isOne(withoutCount(counted));
  });
}
