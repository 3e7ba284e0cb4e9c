// StateWords: what authors write for how far they are with something, per language (FORMATS T1, T7, Y1).
import type { Status } from '../../model/roadmap.ts';
import { once, phraseMap, phraseOpening, phraseSet, phrasesOf, type WordTable } from '../../text/word-table.ts';

/** A whole cell, value or word of a legend. */
export const stateWords: { readonly [state in Status]: WordTable } = {
  done: {
    en: 'done, yes, x, complete, completed, finished, learned, learnt, mastered, passed, strong, solid, confident, solved, watched, achieved, checked, covered, cleared, certified, all done, understood, cplt, read',
    ru: 'готово, да, завершено, закончено, изучено, пройдено, сделано, выполнено, выучено, освоено, прочитано, сдано, сделал, сделала, прошел, прошла, закончил, закончила, выучил, изучил, изучила, прочитал, прочитала, решено, просмотрено, выполнен, выполнена, завершен, завершена, пройден, пройдена, закрыто, зачтено, освоил, освоила',
    uk: 'так, завершено, вивчено, опановано, засвоєно, виконано, зроблено, виконав, виконала, закінчено, завершив, вивчив, вивчила, зараховано',
    es: 'sí, hecho, completado, terminado, finalizado, completa, completada, terminada, finalizada, hecha, listo, aprobado, aprobada, aprendido, leído, visto, realizado, realizada, superado, dominado, cumplido',
    pt: 'sim, concluído, concluido, feito, finalizado, concluída, concluida, completo, feita, pronto, aprovado, lido, estudado, entregue',
    de: 'ja, erledigt, fertig, abgeschlossen, beendet, gelernt, bestanden, erreicht, vollständig, gelesen, gemacht, geschafft, verstanden, komplett, absolviert, fertiggestellt',
    fr: 'oui, fait, terminé, achevé, terminée, faite, fini, finie, complété, complétée, acquis, acquise, validé, validée, appris, lu, maîtrisé, réussi',
    it: 'fatto, completato, finito, sì, fatta, completata, finita, terminata, concluso, conclusa, superato, imparato, svolto, letto, studiato, acquisito',
    pl: 'tak, gotowe, zrobione, ukończone, wykonane, wykonano, zrobiono, ukończono, ukończony, ukończona, zakończone, zakończono, zaliczone, zaliczony, nauczone, przeczytane, opanowane, przerobione, skończone',
    tr: 'evet, hazır, tamamlandı, bitti, yapıldı, öğrenildi, tamam, tamamlanmış, bitirildi, okundu, izlendi, çözüldü',
    zh: '完成, 已完成, 掌握, 已掌握, 已学, 已学习, 已学完, 学完, 是, 已學習, 已學完, 已看完, 已读, 已讀, 已通过, 已结束, 已完结, 完结, 已通关, 通过, 已打卡, 做完, 看完, 已做完, 已复习, 已解决, 已達成, 已結束, 全部完成, 已掌握了',
    ja: '完了, 完了済み, 済, 済み, 習得, 習得済み, 学習済み, 修了, はい, 終了, 完, 達成, 達成済み, 達成済, 完了済, 学習済, 実施済み, 実施済, クリア, 合格, 理解済み, 読了',
    ko: '완료, 완료됨, 학습 완료, 끝, 완성, 달성, 통과, 합격, 수료, 이수, 완독, 학습완료',
    id: 'selesai, sudah, sudah selesai, ya, rampung, tuntas, lulus, dikuasai, sudah dipelajari, sudah dikerjakan, lengkap',
    vi: 'xong, đã xong, hoàn thành, đã hoàn thành, đã học, rồi, đã làm, đã làm xong, đã học xong, hoàn tất, đã hoàn tất, đạt, đã đạt',
    he: 'הושלם, בוצע, כן, הסתיים, נלמד, הושלמה, סיימתי',
    ar: 'تم, مكتمل, مكتملة, منجز, منتهي, نعم, انتهى, انتهت, أنجز, منجزة, اكتمل, اكتملت, تمت, تم الانتهاء, تم الإنجاز, تم الإكمال',
    cs: 'hotovo, splněno, dokončeno, naučeno, zvládnuto',
    nl: 'klaar, voltooid, gedaan, afgerond, geleerd, behaald, geslaagd, ja',
  },
  doing: {
    en: 'doing, started, learning, studying, reading, current, ongoing, wip, partial, partially, shaky, rusty, working on it, underway, under way, half done, almost done, mostly done, practicing, practising, in review, reviewing',
    ru: 'начато, начал, начала, учу, читаю, прохожу, текущее, частично, делаю, идет, начат, начата, смотрю, повторяю, почти готово, наполовину, не до конца',
    uk: 'почато, вивчаю, розпочато, почав, почала, проходжу, роблю, частково, триває',
    es: 'empezado, aprendiendo, parcial, iniciada, comenzado, parcialmente, estudiando, leyendo, en marcha, en desarrollo, en estudio, cursando, a medias',
    pt: 'iniciado, fazendo, aprendendo, parcial, estudando, lendo, em desenvolvimento, em estudo',
    de: 'begonnen, angefangen, läuft, laufend, aktuell, teilweise, gestartet, am lernen',
    fr: 'commencé, commencée, débuté, partiel, partiellement, entamé, démarré',
    it: 'iniziato, iniziata, parziale, parzialmente, cominciato, in svolgimento, avviato',
    pl: 'rozpoczęte, rozpoczęto, w toku, częściowo, uczę się, czytam, w realizacji',
    tr: 'başlandı, öğreniliyor, başladı, kısmen, çalışıyorum, öğreniyorum, okunuyor, yapılıyor',
    zh: '学习中, 已开始, 學習中, 正在学习, 正在學習, 已開始, 在学, 正在进行, 部分完成, 部分掌握, 在做, 阅读中, 复习中, 练习中',
    ja: '学習中, 勉強中, 着手, 着手中, 実施中, 対応中, 作業中, 復習中, 途中, 一部完了, 取り組み中, 履修中',
    ko: '학습 중, 공부 중, 학습중, 공부중, 시작함, 수강 중, 수강중, 일부 완료, 부분 완료, 하는 중, 작업 중',
    id: 'sedang belajar, sedang dipelajari, dimulai, berlangsung, berjalan, sebagian, sedang dibaca',
    vi: 'đang học, đã bắt đầu, đang tiến hành, đang ôn, đang đọc, một phần, dở dang',
    ar: 'بدأ, أتعلم, قيد التعلم, جاري, جارية, جاري الدراسة, قيد الدراسة, قيد الإنجاز, جزئي',
    he: 'התחיל, התחלתי, חלקי',
    cs: 'rozpracováno, probíhá, začato, částečně',
    nl: 'bezig, lopend, gedeeltelijk, gestart, begonnen, deels',
  },
  todo: {
    en: 'todo, to do, none, tba, no, not done, not started, not yet, not begun, not completed, incomplete, planned, pending, backlog, upcoming, next, later, scheduled, blocked, on hold, paused, deferred, untouched, unstarted, unseen, unread, to be started, to learn, to read, to study, to watch, to review, not learned, not studied, not attempted, unread, unsolved, not yet started, coming soon, tbd, queued, remaining',
    ru: 'нет, не готово, не начато, не начал, не начала, не изучено, не пройдено, не сделано, не выполнено, запланировано, в планах, в плане, ожидает, позже, потом, надо, сделать, отложено, на паузе, не начат, не начата, не завершено, не выучено, не прочитано, не знаю, предстоит, в очереди, запланирован, запланирована, ожидание, ожидается, к изучению, не освоено, не решено, не сдано, планируется, не выполнен, не выполнена, не пройден, не пройдена',
    uk: 'ні, не розпочато, не почато, не вивчено, заплановано, не виконано, не зроблено, в очікуванні, очікує, в черзі, зробити, пізніше, відкладено, планується',
    es: 'pendiente, por hacer, no iniciado, sin empezar, planificado, planeado, por empezar, por iniciar, por comenzar, sin iniciar, sin comenzar, no empezado, no iniciada, no comenzado, no completado, incompleto, pendientes, planificada, programado, próximamente, en espera, por aprender, por estudiar, por leer',
    pt: 'não, pendente, a fazer, não iniciado, planejado, não feito, não iniciada, não concluído, não começado, não estudado, planejada, em espera, aguardando, por fazer, para fazer, a iniciar, a estudar, em breve',
    de: 'nein, offen, nicht begonnen, nicht angefangen, geplant, ausstehend, noch offen, noch nicht, noch nicht begonnen, nicht gestartet, nicht erledigt, nicht fertig, unerledigt, zu tun, zu erledigen, später, anstehend, in planung',
    fr: 'non, à faire, pas commencé, non commencé, prévu, en attente, à venir, à commencer, pas encore, pas encore commencé, pas fait, non fait, non terminé, planifié, planifiée, prévue, à apprendre, à lire, à réviser, plus tard, bientôt',
    it: 'da fare, non iniziato, in attesa, pianificato, non iniziata, non completato, non fatto, da iniziare, da completare, da studiare, da leggere, non ancora, pianificata, previsto, in programma, in sospeso',
    pl: 'nie, do zrobienia, nie rozpoczęto, zaplanowane, nierozpoczęte, nie rozpoczęte, niezrobione, nie zrobione, nieukończone, niezaliczone, do nauki, do nauczenia, do wykonania, do przeczytania, planowane, w planach, oczekuje, później, wkrótce',
    tr: 'hayır, başlanmadı, tamamlanmadı, yapılmadı, yapılacak, planlandı, başlamadı, henüz başlanmadı, henüz başlamadı, bekliyor, beklemede, planlanıyor, planlanan, bitmedi, öğrenilmedi, öğrenilecek, okunacak, sırada, yakında',
    zh: '否, 未开始, 待办, 未完成, 计划中, 待学习, 未学, 未学习, 未掌握, 待开始, 待開始, 未開始, 尚未开始, 尚未開始, 还没开始, 待完成, 待做, 待处理, 未學習, 計劃中, 待学, 未做, 未看, 未读, 未复习, 未通过, 没开始, 待复习, 待定, 计划, 规划中, 准备中, 尚未完成, 待學習, 尚未學習, 準備中, 不会',
    ja: '未着手, 未完了, 未学習, 未習得, 予定, いいえ, 未開始, これから, 未, 未定, 未実施, 未修了, 未達成, 未読, 未対応, 未受講, 着手前, 開始前, 計画中, 保留, 後で',
    ko: '시작 전, 학습 전, 미완료, 미학습, 예정, 대기, 대기 중, 예정됨, 시작 안 함, 미시작, 시작전, 미진행, 미수강, 대기중, 할 일, 계획됨, 계획 중, 보류, 나중에, 안 함, 준비 중',
    id: 'belum, belum mulai, belum dimulai, belum selesai, direncanakan, belum dikerjakan, belum dipelajari, belum dibaca, belum dikuasai, belum tuntas, rencana, akan datang, akan dipelajari, menunggu, tertunda, nanti',
    vi: 'chưa, chưa bắt đầu, chưa học, chưa xong, chưa hoàn thành, chưa làm, chưa đọc, chưa đạt, chưa hoàn tất, cần học, cần làm, sẽ học, dự kiến, đang chờ, để sau',
    he: 'לא, לא התחיל, מתוכנן, טרם, טרם התחיל, לא בוצע, לא הושלם, ממתין, בהמתנה, בהמשך, לביצוע',
    ar: 'لا, لم يبدأ, لم تبدأ, لم يكتمل, غير مكتمل, قيد الانتظار, مخطط, مخطط له, لم ينته, لم ينجز, لم يتم, غير منجز, غير مكتملة, لم يبدأ بعد, معلق, قادم, قريبا, لاحقا, في الانتظار, مؤجل',
    cs: 'nezačato, nehotovo, nesplněno, nedokončeno, naplánováno, plánováno, čeká, později',
    nl: 'niet begonnen, nog niet, nog niet begonnen, te doen, gepland, niet gedaan, binnenkort, nee, niet klaar',
  },
  skipped: {
    en: 'skipped, skip, cancelled, canceled, dropped, n a',
    ru: 'пропущено, отменено, не нужно, неактуально, отменен',
    uk: 'пропущено, скасовано',
    es: 'omitido, cancelado, omitida, saltado, descartado',
    pt: 'cancelado, ignorado, pulado',
    de: 'übersprungen, abgebrochen, ausgelassen, entfällt',
    fr: 'ignoré, annulé, sauté, abandonné',
    tr: 'atlandı, iptal edildi',
    zh: '跳过, 已取消, 放弃, 已放弃, 略过, 已跳过, 跳過',
    ja: 'スキップ, 中止, 見送り, 省略',
    ko: '건너뜀, 취소, 스킵, 생략, 제외, 취소됨',
    id: 'dilewati, dibatalkan',
    vi: 'bỏ qua, đã hủy',
    ar: 'ملغى, ملغي, تم التخطي',
    it: 'saltato, annullato',
    pl: 'pominięte, anulowane',
    cs: 'přeskočeno, zrušeno',
    nl: 'overgeslagen, geannuleerd',
    he: 'בוטל',
  },
};

/** Under way, also among other words: `in progress, chapter 3`. */
export const underWay: WordTable = {
  en: 'in progress, doing',
  ru: 'в процессе, в работе, изучаю',
  uk: 'в процесі, у процесі, в роботі, у роботі',
  es: 'en progreso, en curso, en proceso',
  pt: 'em andamento, em progresso',
  de: 'in arbeit, in bearbeitung',
  fr: 'en cours',
  it: 'in corso',
  pl: 'w trakcie',
  tr: 'devam ediyor, sürüyor',
  id: 'sedang berjalan, sedang dikerjakan, dalam proses',
  vi: 'đang làm, đang thực hiện, đang tiến hành',
  zh: '进行中, 進行中',
  ja: '進行中',
  ko: '진행 중, 진행중',
  he: 'בתהליך',
  ar: 'قيد التنفيذ, قيد التقدم, قيد العمل, جاري العمل, قيد الدراسة',
  cs: 'v procesu, probíhá',
  nl: 'in uitvoering, mee bezig, bezig',
};

/** Besides them in the values of YAML, where a yes is written as the syntax has it. */
const valueWords: { readonly [state in Status]: string } = {
  done: 'true, y, listo',
  doing: 'active, watching',
  todo: 'false, open',
  skipped: 'wont do',
};

/** Besides them in a legend, where a mark may also say how much something matters. */
export const legendWords: WordTable = {
  en: 'known, optional, recommended, required, alternative',
  ru: 'знаю, по желанию, рекомендуется, обязательно',
};

/** What bullets of outliners open with (FORMATS, Topics). */
const keywordStates: { readonly [word: string]: Status } = {
  TODO: 'todo',
  LATER: 'todo',
  WAITING: 'todo',
  DOING: 'doing',
  NOW: 'doing',
  'IN-PROGRESS': 'doing',
  STARTED: 'doing',
  DONE: 'done',
  CANCELED: 'skipped',
  CANCELLED: 'skipped',
};

/** As a value of YAML. */
const valueTicks: readonly string[] = ['✅', '✔', '✔️'];

const states = phraseMap(stateWords);
const passing = phraseSet(underWay);
/** Of a cell: a table may have very many, and nearly all hold none of these phrases. */
const mayOpenPassing = phraseOpening([underWay]);
/** Phrases without their blanks, which keys of YAML write as `_`, `-` or not at all. */
const values = once(() => new Map(valueStates().map(([phrase, state]) => [phrase.replaceAll(' ', ''), state])));
const inLegends = phraseSet(legendWords);

function valueStates(): [phrase: string, Status][] {
  const all = (state: Status, table: WordTable) => phrasesOf(table).map((phrase): [string, Status] => [phrase, state]);
  const named = Object.keys(valueWords) as Status[];
  return [
    ...named.flatMap((state) => all(state, { ...stateWords[state], yaml: valueWords[state] })),
    ...all('doing', underWay),
  ];
}

/** The state that a text names, given as `plainWords`; null where it names none. */
export function stateNamed(words: string): Status | null {
  if (words === '') return null;
  const whole = states().get(words);
  if (whole !== undefined) return whole;
  if (!words.split(' ').some(mayOpenPassing)) return null;
  const padded = ` ${words} `;
  for (const phrase of passing()) if (padded.includes(` ${phrase} `)) return 'doing';
  return null;
}

/** The state of a trimmed value of YAML: a word of any language, or a tick; null where it is none. */
export function stateOfValue(text: string): Status | null {
  if (valueTicks.includes(text)) return 'done';
  return values().get(text.toLowerCase().replaceAll(/[ _-]+/g, '')) ?? null;
}

/** Everything that `stateOfValue` knows, for a schema: phrases in lower case, whose blanks may be `_` or `-`. */
export const valuePhrases = (): string[] => [...valueTicks, ...new Set(valueStates().map(([phrase]) => phrase))];

/** Whether a legend explains this word: a state, or how much something matters. */
export function isLegendWord(words: string): boolean {
  return states().has(words) || passing().has(words) || inLegends().has(words);
}

/** The state of a keyword such as TODO, exactly as it is written; null for any other word. */
export function stateOfKeyword(word: string): Status | null {
  return keywordStates[word] ?? null;
}
