// ColumnWords: what authors call the columns of tables they study by, per language (FORMATS T3, T7, T8).
import type { WordTable } from '../../text/word-table.ts';

export const statusHeads: WordTable = {
  en: 'status, done, complete, completed, completion, finished, progress, state, checked, solved, learned, learnt, studied, watched, passed, achieved, check, tick, progress status, first pass, 1st pass, pass 1, 1st round, round 1',
  ru: 'готово, статус, сделано, выполнено, пройдено, изучено, прогресс, состояние, выучено, решено, прочитано, просмотрено, освоено, отметка, отметка о выполнении, сдано',
  uk: 'стан, виконано, зроблено, прогрес, вивчено, опановано, відмітка',
  es: 'estado, hecho, completado, progreso, estatus, completo, listo, terminado, finalizado, avance, realizado',
  pt: 'feito, concluido, concluído, concluída, conclusão, finalizado, progresso, situação, andamento, lido, estudado',
  de: 'fertig, erledigt, fortschritt, stand, abgeschlossen, gelernt, bearbeitet, bestanden, geschafft',
  fr: 'statut, fait, terminé, état, avancement, progression, progrès, complété, achevé, validé, acquis',
  it: 'stato, fatto, completato, finito, terminato, svolto, avanzamento',
  pl: 'stan, zrobione, postęp, gotowe, ukończone, wykonane, zaliczone, postępy',
  nl: 'klaar, gedaan, afgerond, voltooid, voortgang, afgevinkt',
  tr: 'durum, ilerleme, tamamlandı, bitti, yapıldı',
  zh: '状态, 狀態, 完成, 进度, 進度, 是否完成, 完成情况, 完成状态, 学习状态, 学习进度, 是否掌握, 是否已完成, 打卡, 完成度, 已完成, 完成狀態, 完成情況, 學習狀態, 当前状态, 當前狀態, 当前进度, 一刷, 第一遍',
  ja: '完了, 状態, ステータス, 進捗, 状況, 進捗状況, 進捗率, 学習状況, 完了状況, 達成, 達成状況, 済, チェック, 1周目, 一周目',
  ko: '상태, 완료, 진행, 진행상황, 진행 상황, 진행상태, 진행 상태, 진행률, 진도, 학습 상태, 완료 여부, 완료여부, 체크, 달성, 1회독',
  he: 'סטטוס, מצב, בוצע, הושלם, התקדמות',
  id: 'selesai, sudah, progres, kemajuan, tuntas, status belajar',
  ar: 'الحالة, حالة, مكتمل, تم, الإنجاز, التقدم, الوضع, منجز, نسبة الإنجاز',
  vi: 'trạng thái, hoàn thành, đã xong, tiến độ, tình trạng, đã học, xong, đã hoàn thành, tiến trình',
  cs: 'stav, hotovo, splněno, dokončeno, pokrok',
};

/** Words for yes and no: under a title that is none of a status they say nothing of progress. */
export const answers: WordTable = {
  en: 'yes, no',
  ru: 'да, нет',
  uk: 'так, ні',
  es: 'sí, no',
  pt: 'sim, não',
  de: 'ja, nein',
  fr: 'oui, non',
  it: 'sì, no',
  pl: 'tak, nie',
  tr: 'evet, hayır',
  zh: '是, 否',
  ja: 'はい, いいえ',
  id: 'ya',
  ar: 'نعم, لا',
  he: 'כן, לא',
  nl: 'ja, nee',
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
  en: 'my, your, our, current, completion, completed, done, learning, study, reading, topic, task, overall',
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
  cs: 'datum dokončení, dokončeno dne, splněno dne',
};

/** Days of the calendar. */
export const dateHeads: WordTable = {
  en: 'date, dates, when, class date, lesson date, lecture date, session date, meeting date',
  ru: 'дата, даты, когда, день недели, дата занятия, дата урока, дата лекции, дата проведения',
  uk: 'дата, дати, коли, дата та час, дата заняття, дата уроку, дата проведення',
  es: 'fecha, fechas, fecha de clase, fecha de la clase, fecha clase, fecha de sesión',
  pt: 'data, datas, data da aula, data aula',
  de: 'datum, termin, unterrichtsdatum',
  fr: 'date, dates, date du cours, date de la séance, date de séance',
  it: 'data, date, data lezione, data della lezione',
  pl: 'data, daty, termin, data zajęć, data lekcji',
  nl: 'datum, data, wanneer, lesdatum',
  tr: 'tarih, tarihler, ders tarihi',
  zh: '日期, 上课日期, 上课时间',
  ja: '日付, 日程, 日時, 年月日, 授業日, 講義日',
  ko: '날짜, 일자, 수업일, 강의일',
  he: 'תאריך, תאריכים',
  id: 'tanggal, hari tanggal',
  ar: 'التاريخ, تاريخ',
  cs: 'termín',
  vi: 'ngày tháng',
};

/** Besides dates and units of time. */
export const countHeads: WordTable = {
  en: 'no, n, id, num, number, sr no, s no, sl no, serial no, serial number',
  ru: 'номер, п п, порядковый номер',
  uk: 'номер',
  es: 'número, núm',
  pt: 'número',
  de: 'nr, nummer, lfd nr',
  nl: 'nr, nummer',
  fr: 'numéro',
  zh: '序号, 编号, 序號, 編號',
  ja: '番号',
  ar: 'رقم, الرقم',
  vi: 'stt, số thứ tự',
  it: 'numero',
  pl: 'lp, l p, numer',
  tr: 'sıra, sıra no, numara',
  ko: '번호, 순번, 순서',
  he: 'מספר, מס',
  id: 'nomor, no urut',
  cs: 'číslo, č, pořadí',
};

export const topicHeads: WordTable = {
  en: 'topic, topics, title, name, task, tasks, lesson, lessons, module, modules, chapter, chapters, subject, subjects, skill, skills, concept, concepts, what, what to learn, what to study, what to do, focus, goal, goals, content, course, courses, area, theme, item, problem, exercise',
  ru: 'тема, темы, название, задача, задачи, задание, урок, модуль, глава, навык, предмет, что изучить, что учить, что делать, содержание, содержание занятия, курс, темы занятий, тема занятия, тема урока, навыки, предметы, дисциплина, что сделать, тема модуля',
  uk: 'тема, теми, назва, завдання, навичка, зміст, навички, що вивчити, тема заняття',
  es: 'tema, temas, título, titulo, curso, cursos, ejercicio, contenido, tarea, habilidad, contenidos, lección, materia, asignatura, conceptos, habilidades, tareas, qué estudiar, qué aprender',
  pt: 'tópico, tópicos, título, titulo, curso, cursos, exercício, conteúdo, assunto, tarefa, conteúdos, assuntos, aula, disciplina, matéria, conceitos, habilidade, tarefas, o que estudar',
  de: 'thema, themen, titel, kurs, übung, aufgabe, inhalt, lernbereich, lernfeld, themengebiet, aufgaben, lektion, fach, inhalte, lerninhalt, lerninhalte, themenbereich',
  nl: 'onderwerp, onderwerpen, inhoud, taak, taken, actie, acties, opdracht, leerstof, vaardigheid, vak',
  fr: 'sujet, sujets, titre, cours, exercice, thème, tâche, contenu, tâches, leçon, matière, notions, compétence, thèmes',
  it: 'argomento, argomenti, titolo, corso, corsi, esercizio, compito, contenuti, lezione, compiti',
  pl: 'temat, zadanie, tematy, zadania, przedmiot, zagadnienie, zagadnienia, umiejętność',
  zh: '主题, 内容, 学习内容, 任务, 课程, 知识点, 课程名称, 学习主题, 课题, 题目, 章节, 学习任务, 科目, 技能, 主題, 內容, 學習內容, 課程, 任務, 單元',
  ja: 'テーマ, トピック, 内容, 学習内容, 課題, 項目, 学習項目, 単元, タスク, 学習テーマ, 講義内容, スキル, 授業内容, やること, 学ぶこと',
  ko: '주제, 내용, 과제, 학습 내용, 학습내용, 학습 주제, 강의 내용, 과목, 할 일, 항목, 단원, 개념',
  he: 'נושא, משימה, נושאים, שיעור, תוכן',
  id: 'topik, materi, judul, tugas, pokok bahasan, topik pembelajaran, materi pembelajaran, mata pelajaran, kompetensi, kegiatan, aktivitas, keterampilan, bahasan',
  ar: 'الموضوع, موضوع, المواضيع, العنوان, المهمة, الدرس, المحتوى, الموضوعات, الدروس, المهام, المهارة, المادة',
  vi: 'chủ đề, nội dung, bài học, tên bài, nhiệm vụ, công việc, kỹ năng, môn học, học phần, nội dung học, khái niệm',
  tr: 'konu, konular, ders, dersler, görev, görevler, içerik, ünite, konu başlığı, beceri, kavram',
  cs: 'téma, témata, úkol, úkoly, obsah, předmět, dovednost, lekce',
};

export const levelHeads: WordTable = {
  en: 'level, difficulty, grade, difficulty level, skill level',
  ru: 'уровень, сложность, грейд, уровень сложности',
  uk: 'рівень, складність',
  es: 'nivel, dificultad',
  pt: 'nível, dificuldade',
  de: 'stufe, niveau, schwierigkeit, schwierigkeitsgrad',
  fr: 'niveau, difficulté',
  ar: 'المستوى, مستوى, الصعوبة',
  vi: 'cấp độ, độ khó, mức độ',
  it: 'livello, difficoltà',
  pl: 'poziom, trudność',
  nl: 'niveau, moeilijkheid, moeilijkheidsgraad',
  tr: 'seviye, zorluk, zorluk seviyesi, düzey',
  zh: '难度, 級別, 级别, 等级, 难易度, 难度等级, 難度',
  ja: 'レベル, 難易度',
  ko: '난이도, 레벨, 수준',
  id: 'tingkat, tingkat kesulitan, kesulitan',
  he: 'רמה, רמת קושי',
  cs: 'úroveň, obtížnost',
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
  zh: '含义, 说明, 描述, 含義, 說明',
  ja: '意味, 説明',
  ar: 'المعنى, الوصف',
  vi: 'ý nghĩa, mô tả',
  it: 'significato, descrizione',
  pl: 'znaczenie, opis',
  nl: 'betekenis, omschrijving, beschrijving, uitleg',
  tr: 'anlamı, açıklama',
  ko: '의미, 설명',
  id: 'arti, keterangan',
  cs: 'význam, popis',
  he: 'משמעות',
};

/** Cells that differ from row to row and name no row all the same. */
export const besideHeads: WordTable = {
  en: 'note, notes, comment, comments, remark, remarks, link, links, url, resource, resources, reference, references, source, hours, time, duration, estimate, effort, priority, deadline, due, weight, points, score, owner, assignee, estimated time, est time, est hours, estimated hours, time spent, hours spent, due date, start date, started, material, materials, importance',
  ru: 'заметка, заметки, примечание, примечания, комментарий, комментарии, ссылка, ссылки, ресурсы, материалы, источник, часы, время, длительность, оценка, приоритет, срок, дедлайн, вес, баллы, часов, литература, важность, ответственный, баллов, материал',
  uk: 'примітки, посилання, час, пріоритет, нотатки, коментар, коментарі, ресурси, матеріали, джерело, години, тривалість, термін',
  es: 'notas, enlace, enlaces, recursos, tiempo, duración, prioridad, nota, comentarios, observaciones, recurso, fuente, horas, fecha límite, puntos, peso',
  pt: 'notas, link, recursos, tempo, duração, prioridade, observações, observação, comentários, fonte, prazo, pontos',
  de: 'notizen, anmerkung, quelle, zeit, dauer, priorität, notiz, bemerkung, bemerkungen, ressourcen, stunden, aufwand, quellen, frist, punkte',
  fr: 'remarques, lien, liens, ressources, temps, durée, priorité, commentaire, commentaires, remarque, ressource, heures, échéance, durée estimée',
  zh: '备注, 链接, 资源, 时间, 优先级, 笔记, 参考, 参考资料, 资料, 时长, 用时, 预计时间, 学时, 截止日期, 備註, 連結, 資源, 分数, 权重, 负责人, 重要性',
  ja: '備考, リンク, 時間, 優先度, メモ, コメント, 資料, 参考資料, 教材, 所要時間, 期限, 担当, 点数, 優先順位',
  ar: 'ملاحظات, الملاحظات, الوقت, المدة, رابط, الرابط, روابط, المصادر, الأولوية, ملاحظة, المصدر, الموارد, الساعات, الموعد النهائي',
  vi: 'ghi chú, thời gian, thời lượng, liên kết, tài liệu, ưu tiên, nguồn, tài nguyên, số giờ, hạn chót, điểm',
  ko: '비고, 링크, 시간, 자료, 우선순위, 메모, 참고, 참고 자료, 참고자료, 소요 시간, 예상 시간, 기한, 마감일, 점수, 담당자',
  it: 'note, link, risorse, tempo, durata, priorità, commenti, risorsa, fonti, ore, scadenza, punti',
  pl: 'uwagi, notatki, link, linki, czas, materiały, priorytet, zasoby, źródło, źródła, godziny, punkty, komentarz',
  nl: 'opmerking, opmerkingen, notitie, notities, bron, bronnen, tijd, duur, prioriteit, uren',
  tr: 'notlar, bağlantı, süre, kaynak, kaynaklar, öncelik, not, açıklamalar, linkler, saat, bağlantılar, puan',
  he: 'הערות, קישור, זמן, משך, שעות, מקור, משאבים, קישורים, עדיפות',
  id: 'catatan, tautan, waktu, durasi, prioritas, sumber, referensi, jam, estimasi waktu, tenggat, bobot, poin',
  cs: 'poznámka, poznámky, odkaz, odkazy, zdroje, čas, priorita, hodiny',
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
