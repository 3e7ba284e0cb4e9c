// StateWords: what authors write for how far they are with something, per language (FORMATS T1, T7, Y1).
import type { Status } from '../../model/roadmap.ts';
import { once, phraseMap, phraseSet, phrasesOf, type WordTable } from '../../text/word-table.ts';

/** A whole cell, value or word of a legend. */
export const stateWords: { readonly [state in Status]: WordTable } = {
  done: {
    en: 'done, yes, x, complete, completed, finished, learned, learnt, mastered, passed, strong, solid, confident',
    ru: 'готово, да, завершено, закончено, изучено, пройдено, сделано, выполнено, выучено, освоено, прочитано, сдано',
    uk: 'так, завершено, вивчено, опановано, засвоєно, виконано, зроблено',
    es: 'sí, hecho, completado, terminado, finalizado',
    pt: 'sim, concluído, concluido, feito, finalizado',
    de: 'ja, erledigt, fertig, abgeschlossen',
    fr: 'oui, fait, terminé, achevé',
    it: 'fatto, completato, finito',
    pl: 'tak, gotowe, zrobione, ukończone',
    nl: 'ja, klaar, gedaan, afgerond, voltooid, geleerd',
    tr: 'evet, tamamlandı, bitti, yapıldı, öğrenildi',
    zh: '完成, 已完成, 掌握, 已掌握, 已学, 已学习, 已学完, 学完, 是, 已學習, 已學完, 已看完, 已读, 已讀, 已通过',
    ja: '完了, 完了済み, 済, 済み, 習得, 習得済み, 学習済み, 修了, はい',
    ko: '완료, 완료됨, 학습 완료',
    id: 'selesai, sudah, sudah selesai, ya',
    vi: 'xong, đã xong, hoàn thành, đã hoàn thành, đã học',
    he: 'הושלם, בוצע, כן',
    ar: 'تم, مكتمل, مكتملة, منجز, منتهي, نعم',
  },
  doing: {
    en: 'doing, started, learning, studying, reading, current, ongoing, wip, partial, partially, shaky, rusty',
    ru: 'начато, начал, начала, учу, читаю, прохожу, текущее, частично',
    uk: 'почато, вивчаю',
    es: 'empezado, aprendiendo, parcial',
    pt: 'iniciado, fazendo, aprendendo, parcial',
    de: 'begonnen, angefangen',
    fr: 'commencé',
    it: 'iniziato',
    pl: 'rozpoczęte',
    nl: 'begonnen, gestart, deels',
    tr: 'başlandı, öğreniliyor',
    zh: '学习中, 已开始, 學習中, 正在学习, 正在學習, 已開始',
    ja: '学習中, 勉強中',
    ko: '학습 중, 공부 중',
    id: 'sedang belajar, sedang dipelajari',
    vi: 'đang học, đã bắt đầu',
    ar: 'بدأ, أتعلم, قيد التعلم',
  },
  todo: {
    en: 'todo, to do, no, not done, not started, not yet, not begun, not completed, incomplete, planned, pending, backlog, upcoming, next, later, scheduled, blocked, on hold, paused, deferred, untouched, unstarted, unseen, to be started',
    ru: 'нет, не готово, не начато, не начал, не начала, не изучено, не пройдено, не сделано, не выполнено, запланировано, в планах, в плане, ожидает, позже, потом, надо, сделать, отложено, на паузе',
    uk: 'ні, не розпочато, не почато, не вивчено, заплановано',
    es: 'pendiente, por hacer, no iniciado, sin empezar, planificado, planeado',
    pt: 'não, pendente, a fazer, não iniciado, planejado',
    de: 'nein, offen, nicht begonnen, nicht angefangen, geplant, ausstehend',
    fr: 'non, à faire, pas commencé, non commencé, prévu, en attente',
    it: 'da fare, non iniziato, in attesa, pianificato',
    pl: 'nie, do zrobienia, nie rozpoczęto, zaplanowane',
    nl: 'nee, niet begonnen, nog niet, niet klaar, gepland, te doen',
    tr: 'hayır, başlanmadı, tamamlanmadı, yapılmadı, yapılacak, planlandı',
    zh: '否, 未开始, 待办, 未完成, 计划中, 待学习, 未学, 未学习, 未掌握, 待开始, 待開始, 未開始, 尚未开始, 尚未開始, 还没开始, 待完成, 待做, 待处理, 未學習, 計劃中',
    ja: '未着手, 未完了, 未学習, 未習得, 予定, いいえ, 未開始, これから',
    ko: '시작 전, 학습 전, 미완료, 미학습, 예정, 대기, 대기 중, 예정됨, 시작 안 함',
    id: 'belum, belum mulai, belum dimulai, belum selesai, direncanakan',
    vi: 'chưa, chưa bắt đầu, chưa học, chưa xong, chưa hoàn thành',
    he: 'לא, לא התחיל, מתוכנן',
    ar: 'لا, لم يبدأ, لم تبدأ, لم يكتمل, غير مكتمل, قيد الانتظار, مخطط, مخطط له',
  },
  skipped: {
    en: 'skipped, skip, cancelled, canceled, dropped',
    ru: 'пропущено, отменено',
    uk: 'пропущено, скасовано',
    es: 'omitido, cancelado',
    pt: 'cancelado, ignorado',
    de: 'übersprungen, abgebrochen',
    fr: 'ignoré, annulé',
    nl: 'overgeslagen, geannuleerd',
    tr: 'atlandı, iptal edildi',
    zh: '跳过, 已取消',
    ja: 'スキップ, 中止',
    ko: '건너뜀, 취소',
    id: 'dilewati, dibatalkan',
    vi: 'bỏ qua, đã hủy',
    ar: 'ملغى, ملغي, تم التخطي',
  },
};

/** Under way, also among other words: `in progress, chapter 3`. */
export const underWay: WordTable = {
  en: 'in progress, doing',
  ru: 'в процессе, в работе, изучаю',
  uk: 'в процесі, у процесі',
  es: 'en progreso, en curso, en proceso',
  pt: 'em andamento, em progresso',
  de: 'in arbeit, in bearbeitung',
  fr: 'en cours',
  it: 'in corso',
  pl: 'w trakcie',
  nl: 'bezig, mee bezig, in uitvoering',
  tr: 'devam ediyor, sürüyor',
  id: 'sedang berjalan, sedang dikerjakan, dalam proses',
  vi: 'đang làm, đang thực hiện',
  zh: '进行中, 進行中',
  ja: '進行中',
  ko: '진행 중',
  he: 'בתהליך',
  ar: 'قيد التنفيذ, قيد التقدم, قيد العمل, جاري العمل',
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
  const whole = states().get(words);
  if (whole !== undefined) return whole;
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
