// ColumnWords: what authors call the columns of tables they study by, per language (FORMATS T3, T7, T8).
import type { WordTable } from '../../text/word-table.ts';

export const statusHeads: WordTable = {
  en: 'status, done, complete, completed, completion, finished, progress, state, checked',
  ru: 'готово, статус, сделано, выполнено, пройдено, изучено, прогресс, состояние',
  uk: 'стан, виконано, зроблено, прогрес',
  es: 'estado, hecho, completado, progreso',
  pt: 'feito, concluido, concluído, progresso, situação',
  de: 'fertig, erledigt, fortschritt, stand',
  fr: 'statut, fait, terminé, état, avancement',
  it: 'stato, fatto, completato',
  pl: 'stan, zrobione, postęp',
  nl: 'klaar, gedaan, afgerond, voltooid, voortgang, afgevinkt',
  tr: 'durum',
  zh: '状态, 狀態, 完成, 进度, 進度, 是否完成',
  ja: '完了, 状態, ステータス, 進捗',
  ko: '상태, 완료, 진행',
  he: 'סטטוס, מצב',
  id: 'selesai, sudah, progres, kemajuan',
  ar: 'الحالة, حالة, مكتمل, تم, الإنجاز, التقدم',
  vi: 'trạng thái, hoàn thành, đã xong, tiến độ',
};

/** How well something is known: a status where its cells are words that say so, and where nothing else is one. */
export const masteryHeads: WordTable = {
  en: 'confidence, confidence level, mastery, understanding, familiarity, comfort, comfort level, familiar, familiar with, known',
  ru: 'уверенность, освоение, понимание, владение',
  uk: 'впевненість, засвоєння, розуміння',
  es: 'confianza, dominio, comprensión',
  pt: 'confiança, domínio, compreensão',
  de: 'sicherheit, beherrschung, verständnis',
  fr: 'confiance, maîtrise, compréhension',
  it: 'sicurezza, padronanza, comprensione',
  pl: 'pewność, opanowanie, zrozumienie',
  nl: 'beheersing, vertrouwen, begrip',
  tr: 'hakimiyet, güven',
  zh: '掌握程度, 掌握情况, 熟练度, 熟练程度, 理解程度',
  ja: '理解度, 習熟度, 習得度, 自信',
  ko: '이해도, 숙련도, 자신감',
};

/** Nouns of a status that may belong to somebody: `My status`, but not «HTTP status». */
export const ownStatus: WordTable = {
  en: 'status, state, progress, completion',
  ru: 'статус, прогресс, состояние',
  es: 'estado, progreso',
  pt: 'progresso',
  de: 'stand, fortschritt',
};

/** Whose, or of what. */
export const statusQualifiers: WordTable = {
  en: 'my, your, our, current, completion, learning, study, reading, topic, task, overall',
  ru: 'мой, моя, мое, твой, текущий, текущее, учебный, изучения, обучения, прохождения',
  es: 'mi, actual',
  pt: 'meu, atual',
  de: 'mein, aktueller',
};

/** Days on which rows were done. */
export const doneDayHeads: WordTable = {
  en: 'done on, completed on, completed at, completed date, date completed, completion date, date of completion, finished on, finish date, finished date, date finished, done date, date done, solved on, date solved, learned on, studied on, date studied, read on',
  ru: 'дата завершения, дата выполнения, дата прохождения, дата окончания, дата изучения, дата готовности, завершено, закончено, когда сделано, когда пройдено, когда завершено',
  uk: 'дата завершення, дата виконання, дата закінчення, завершено',
  es: 'fecha de finalización, fecha finalización, fecha de término, fecha de completado, fecha completado, completado el, terminado el, hecho el, finalizado el',
  pt: 'data de conclusão, data da conclusão, data conclusão, data de término, concluído em, finalizado em, terminado em, feito em',
  de: 'erledigt am, fertig am, abgeschlossen am, beendet am, gelernt am, abschlussdatum, fertigstellungsdatum',
  fr: 'terminé le, fait le, achevé le, fini le, date de fin, date d achèvement, date de réalisation',
  it: 'completato il, fatto il, finito il, terminato il, data di completamento, data completamento, data di fine',
  pl: 'ukończono, zakończono, data ukończenia, data zakończenia, data wykonania',
  nl: 'datum klaar, datumklaar, klaar op, afgerond op, voltooid op, datum afgerond, datum voltooid, einddatum',
  tr: 'bitiş tarihi, tamamlanma tarihi, bitirme tarihi',
  zh: '完成日期, 完成时间, 完成時間, 完成日, 完成于, 学完日期, 学完时间, 打卡日期, 打卡时间',
  ja: '完了日, 完了日付, 完了日時, 終了日, 学習日, 達成日',
  ko: '완료일, 완료 날짜, 완료날짜, 완료일자, 완료 일자, 학습일, 종료일',
  he: 'תאריך סיום, תאריך השלמה, הושלם בתאריך',
  id: 'tanggal selesai, selesai pada',
  ar: 'تاريخ الإكمال, تاريخ الإنجاز, تاريخ الانتهاء',
  vi: 'ngày hoàn thành, hoàn thành ngày, ngày xong',
};

/** Days of the calendar. */
export const dateHeads: WordTable = {
  en: 'date, dates, when',
  ru: 'дата, даты, когда, день недели',
  uk: 'дата, дати, коли',
  es: 'fecha, fechas',
  pt: 'data, datas',
  de: 'datum, termin',
  fr: 'date, dates',
  it: 'data, date',
  pl: 'data, daty, termin',
  nl: 'datum, data, wanneer',
  tr: 'tarih',
  zh: '日期',
  ja: '日付, 日程',
  ko: '날짜, 일자',
  he: 'תאריך',
  id: 'tanggal',
  ar: 'التاريخ, تاريخ',
};

/** Besides dates and units of time. */
export const countHeads: WordTable = {
  en: 'no, n, id, num, number',
  ru: 'номер, п п',
  uk: 'номер',
  es: 'número',
  pt: 'número',
  de: 'nr',
  nl: 'nr, nummer',
  fr: 'numéro',
  zh: '序号, 编号',
  ja: '番号',
  ar: 'رقم, الرقم',
  vi: 'stt, số thứ tự',
};

export const topicHeads: WordTable = {
  en: 'topic, topics, title, name, task, tasks, lesson, lessons, module, modules, chapter, chapters, subject, subjects, skill, skills, concept, concepts, what, what to learn, what to study, what to do, focus, goal, goals, content, course, courses, area, theme, item, problem, exercise',
  ru: 'тема, темы, название, задача, задачи, задание, урок, модуль, глава, навык, предмет, что изучить, что учить, что делать, содержание, содержание занятия, курс',
  uk: 'тема, теми, назва, завдання, навичка',
  es: 'tema, temas, contenido, tarea, habilidad',
  pt: 'tópico, tópicos, conteúdo, assunto, tarefa',
  de: 'thema, themen, aufgabe, inhalt, lernbereich, lernfeld, themengebiet',
  nl: 'onderwerp, onderwerpen, inhoud, taak, taken, actie, acties, opdracht, leerstof, vaardigheid',
  fr: 'sujet, sujets, thème, tâche, contenu',
  it: 'argomento, argomenti, compito',
  pl: 'temat, zadanie',
  zh: '主题, 内容, 学习内容, 任务, 课程, 知识点',
  ja: 'テーマ, トピック, 内容, 学習内容, 課題, 項目, 学習項目, 単元',
  ko: '주제, 내용, 과제',
  he: 'נושא, משימה',
  id: 'topik, materi, judul, tugas, pokok bahasan',
  ar: 'الموضوع, موضوع, المواضيع, العنوان, المهمة, الدرس, المحتوى',
  vi: 'chủ đề, nội dung, bài học, tên bài, nhiệm vụ, công việc',
};

export const levelHeads: WordTable = {
  en: 'level, difficulty, grade',
  ru: 'уровень, сложность, грейд',
  uk: 'рівень, складність',
  es: 'nivel, dificultad',
  pt: 'nível, dificuldade',
  de: 'stufe, niveau, schwierigkeit',
  fr: 'niveau, difficulté',
  ar: 'المستوى, مستوى, الصعوبة',
  vi: 'cấp độ, độ khó',
  it: 'livello, difficoltà',
  pl: 'poziom, trudność',
  nl: 'niveau, moeilijkheid, moeilijkheidsgraad',
  tr: 'seviye, zorluk',
  zh: '难度, 級別, 级别, 等级',
  ja: 'レベル, 難易度',
  ko: '난이도, 레벨, 수준',
  id: 'tingkat, tingkat kesulitan',
};

/** Beside a column of states these explain what each of them means. */
export const meaningHeads: WordTable = {
  en: 'meaning, description, explanation',
  ru: 'значение, описание, что значит, расшифровка',
  uk: 'значення, опис',
  es: 'significado, descripción',
  pt: 'descrição, significado',
  de: 'bedeutung, beschreibung',
  fr: 'signification',
  zh: '含义, 说明, 描述',
  ja: '意味, 説明',
  ar: 'المعنى, الوصف',
  vi: 'ý nghĩa, mô tả',
  it: 'significato, descrizione',
  pl: 'znaczenie, opis',
  nl: 'betekenis, omschrijving, beschrijving, uitleg',
  tr: 'anlamı, açıklama',
  ko: '의미, 설명',
  id: 'arti, keterangan',
};

/** Cells that differ from row to row and name no row all the same. */
export const besideHeads: WordTable = {
  en: 'note, notes, comment, comments, remark, remarks, link, links, url, resource, resources, reference, references, source, hours, time, duration, estimate, effort, priority, deadline, due, weight, points, score, owner, assignee',
  ru: 'заметка, заметки, примечание, примечания, комментарий, комментарии, ссылка, ссылки, ресурсы, материалы, источник, часы, время, длительность, оценка, приоритет, срок, дедлайн, вес, баллы',
  uk: 'примітки, посилання, час, пріоритет',
  es: 'notas, enlace, enlaces, recursos, tiempo, duración, prioridad',
  pt: 'notas, link, recursos, tempo, duração, prioridade',
  de: 'notizen, anmerkung, quelle, zeit, dauer, priorität',
  fr: 'remarques, lien, liens, ressources, temps, durée, priorité',
  zh: '备注, 链接, 资源, 时间, 优先级',
  ja: '備考, リンク, 時間, 優先度',
  ar: 'ملاحظات, الملاحظات, الوقت, المدة, رابط, الرابط, روابط, المصادر, الأولوية',
  vi: 'ghi chú, thời gian, thời lượng, liên kết, tài liệu, ưu tiên',
  ko: '비고, 링크, 시간, 자료, 우선순위',
  it: 'note, link, risorse, tempo, durata, priorità',
  pl: 'uwagi, notatki, link, linki, czas, materiały, priorytet',
  nl: 'opmerking, opmerkingen, notitie, notities, bron, bronnen, tijd, duur, prioriteit',
  tr: 'notlar, bağlantı, süre, kaynak, kaynaklar, öncelik',
  he: 'הערות, קישור, זמן',
  id: 'catatan, tautan, waktu, durasi, prioritas, sumber',
};

export type ProjectColumn = 'level' | 'name' | 'description' | 'technologies' | 'criterion' | 'links';

export const projectHeads: { readonly [column in ProjectColumn]: WordTable } = {
  level: { en: 'level, difficulty, grade', ru: 'уровень, сложность, грейд' },
  name: { en: 'name, project, project name, title, pet project', ru: 'название, проект, название проекта, имя' },
  description: { en: 'description, what, goal, task', ru: 'описание, цель, задача, что сделать' },
  technologies: {
    en: 'technology, technologies, stack, tech stack, tools',
    ru: 'технологии, стек, инструменты',
  },
  criterion: {
    en: 'success criterion, success criteria, criterion, criteria, definition of done, acceptance, acceptance criteria',
    ru: 'критерий, критерии, критерий успеха, критерии успеха, критерий готовности, критерии готовности, результат',
  },
  links: {
    en: 'link, links, useful links, resources, references, help',
    ru: 'ссылки, полезные ссылки, вспомогательные ссылки, вспомагательные ссылки, ресурсы, материалы',
  },
};
