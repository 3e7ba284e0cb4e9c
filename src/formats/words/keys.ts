// KeyWords: what authors call the fields of YAML and JSON, per language, Latin letters without accents (FORMATS Y1).
import { phraseMap, phraseSet, phrasesOf, type WordTable } from '../../text/word-table.ts';

/** What a key says of its value, by the name that English has for it. */
export type KeyMeaning = keyof typeof keyWords;

const keyWords = {
  name: {
    en: 'title, name, label',
    es: 'titulo, nombre',
    pt: 'titulo, nome',
    fr: 'titre, intitule, nom',
    de: 'titel, name, bezeichnung',
    it: 'titolo, nome',
    pl: 'tytul, nazwa',
    cs: 'nazev, titulek, jmeno',
    nl: 'titel, naam',
    tr: 'baslik, ad, isim, adi',
    ru: 'название, наименование, заголовок, тема, имя',
    uk: 'назва, заголовок, тема',
    zh: '标题, 標題, 题目, 題目, 主题, 主題, 名称, 名稱, 名字',
    ja: 'タイトル, 題名, 見出し, テーマ, 名前, 名称',
    ko: '제목, 주제, 이름, 명칭',
    id: 'judul, nama',
    vi: 'tieu de, chu de, ten',
  },
  state: {
    en: 'status, state',
    es: 'estado, situacion',
    pt: 'estado, situacao',
    fr: 'statut, etat',
    de: 'zustand, stand',
    it: 'stato',
    pl: 'stan',
    cs: 'stav',
    nl: 'toestand',
    tr: 'durum',
    ru: 'статус, состояние',
    uk: 'статус, стан',
    zh: '状态, 狀態',
    ja: '状態, ステータス',
    ko: '상태',
    vi: 'trang thai, tinh trang',
  },
  /** Beside a yes or a no, or the day. */
  done: {
    en: 'done, completed, complete, finished, learned, learnt, mastered, studied, solved, read, watched, passed, practiced, reviewed, covered, acquired',
    es: 'completado, completada, completo, terminado, terminada, hecho, hecha, finalizado, finalizada, aprendido, visto, estudiado, listo',
    pt: 'concluido, concluida, completo, completa, feito, feita, finalizado, finalizada, terminado, estudado, assistido',
    fr: 'fait, faite, termine, terminee, acheve, achevee, fini, vu, appris',
    de: 'erledigt, fertig, abgeschlossen, gelernt',
    it: 'fatto, completato, completata, finito, terminato, studiato',
    pl: 'gotowe, zrobione, ukonczone, ukonczony, ukonczona, zakonczone',
    cs: 'hotovo, dokonceno, splneno',
    nl: 'klaar, gedaan, voltooid, afgerond',
    tr: 'tamamlandi, bitti, yapildi, ogrenildi',
    ru: 'готово, выполнено, завершено, пройдено, пройден, пройдена, изучено, сделано',
    uk: 'готово, виконано, завершено, пройдено, вивчено, зроблено',
    zh: '完成, 已完成, 是否完成, 掌握, 已掌握',
    ja: '完了, 完了済み, 済み',
    ko: '완료, 완료 여부',
    id: 'selesai, sudah selesai',
    vi: 'hoan thanh, da hoan thanh, da xong',
  },
  /** Beside a share of a hundred. */
  progress: {
    en: 'progress, progress percent, progress percentage, percent complete, completion percentage',
    es: 'progreso, avance',
    pt: 'progresso',
    fr: 'progression, avancement',
    de: 'fortschritt',
    it: 'progresso',
    pl: 'postep',
    cs: 'pokrok',
    nl: 'voortgang',
    tr: 'ilerleme',
    ru: 'прогресс',
    uk: 'прогрес',
    zh: '进度, 進度',
    ja: '進捗',
    ko: '진행, 진도, 진행률',
    id: 'kemajuan, progres',
    vi: 'tien do',
  },
  /** What sections and topics are listed under. */
  children: {
    es: 'secciones, temas, subtemas, modulos, fases, etapas, unidades, lecciones, capitulos, semanas, materias, cursos, bloques, clases, tareas, dias, contenidos, sesiones',
    pt: 'secoes, temas, topicos, subtopicos, licoes, aulas, materias, modulos, cursos, capitulos, etapas, fases, unidades, semanas, blocos, disciplinas, tarefas, conteudos, dias',
    fr: 'sujets, chapitres, lecons, semaines, unites, etapes, cours, seances, taches, jours, matieres',
    de: 'abschnitte, themen, unterthemen, kapitel, lektionen, wochen, module, einheiten, phasen, kurse, teile, aufgaben, tage, inhalte, facher, faecher',
    it: 'argomenti, temi, moduli, lezioni, capitoli, settimane, unita, fasi, corsi, sezioni, parti, compiti, giorni',
    pl: 'tematy, moduly, lekcje, rozdzialy, tygodnie, etapy, kursy, sekcje, dzialy, zadania, zagadnienia',
    cs: 'temata, moduly, lekce, kapitoly, tydny, faze, kurzy, casti, ukoly',
    nl: 'onderwerpen, lessen, hoofdstukken, weken, fasen, fases, cursussen, onderdelen, taken, themas',
    tr: 'konular, moduller, dersler, bolumler, haftalar, asamalar, kurslar, uniteler, gorevler, basliklar',
    ru: 'разделы, темы, подтемы, модули, этапы, блоки, уроки, главы, недели, курсы, занятия, лекции, шаги, задачи, задания, части, предметы, дни',
    uk: 'розділи, теми, підтеми, модулі, етапи, блоки, уроки, глави, тижні, курси, заняття, лекції, кроки, завдання, частини',
    zh: '章节, 章節, 模块, 模組, 主题列表, 课程, 課程, 阶段, 階段, 单元, 單元, 任务, 任務, 课时, 知识点, 知識點, 子主题',
    ja: '章, セクション, トピック, モジュール, レッスン, ステージ, フェーズ, 単元, 項目, 課題',
    ko: '섹션, 주제들, 주제 목록, 모듈, 레슨, 단원, 챕터, 강의, 과목, 과제, 단계, 항목',
    id: 'materi, topik, bab, modul, pelajaran, bagian, tahapan, pertemuan, minggu, tugas',
    vi: 'chuong, bai hoc, phan, cac chu de, chuyen de, hoc phan, giai doan, mo dun, nhiem vu',
  },
  level: {
    es: 'nivel, dificultad',
    pt: 'nivel, dificuldade',
    fr: 'niveau, difficulte',
    de: 'niveau, schwierigkeit, stufe',
    it: 'livello, difficolta',
    pl: 'poziom, trudnosc',
    cs: 'uroven, obtiznost',
    nl: 'niveau, moeilijkheid',
    tr: 'seviye, zorluk',
    ru: 'уровень, сложность',
    uk: 'рівень, складність',
    zh: '难度, 難度, 级别, 級別',
    ja: 'レベル, 難易度',
    ko: '난이도, 레벨',
    id: 'tingkat, kesulitan',
    vi: 'cap do, do kho',
  },
  description: {
    en: 'description',
    es: 'descripcion, resumen',
    pt: 'descricao, resumo',
    de: 'beschreibung, zusammenfassung',
    it: 'descrizione',
    pl: 'opis',
    cs: 'popis',
    nl: 'beschrijving, omschrijving',
    tr: 'aciklama',
    ru: 'описание',
    uk: 'опис',
    zh: '描述, 说明, 說明, 简介, 簡介',
    ja: '説明, 概要',
    ko: '설명',
    id: 'deskripsi, keterangan',
    vi: 'mo ta',
  },
  text: {
    es: 'texto',
    pt: 'texto',
    fr: 'texte',
    it: 'testo',
    pl: 'tekst',
    nl: 'tekst',
    tr: 'metin',
    ru: 'текст',
    uk: 'текст',
    id: 'teks',
  },
  hours: {
    en: 'hours',
    es: 'horas',
    pt: 'horas',
    fr: 'heures',
    de: 'stunden',
    it: 'ore',
    pl: 'godziny',
    cs: 'hodiny',
    nl: 'uren',
    tr: 'saat, sure saat',
    ru: 'часы, часов',
    uk: 'години, годин',
    zh: '学时, 學時, 小时, 小時',
    ja: '時間',
    ko: '시간',
    id: 'jam',
    vi: 'so gio',
  },
  /** What is read, watched or looked up beside what is studied. */
  resources: {
    es: 'recursos, enlaces, enlace, referencias, bibliografia, libros, lecturas, fuentes',
    pt: 'recursos, referencias, bibliografia, livros, leituras, fontes',
    fr: 'ressources, liens, lien, bibliographie, livres',
    de: 'ressourcen, quellen, verweise, literatur, bucher, buecher, materialien',
    it: 'risorse, collegamenti, riferimenti, bibliografia, libri, letture',
    pl: 'zasoby, zrodla, materialy, ksiazki',
    cs: 'zdroje, odkazy, knihy',
    nl: 'bronnen, koppelingen, boeken',
    tr: 'kaynaklar, baglantilar, kitaplar',
    ru: 'ресурсы, ссылки, ссылка, материалы, источники, литература, книги',
    uk: 'ресурси, посилання, матеріали, джерела, література, книги',
    zh: '资源, 資源, 链接, 連結, 参考资料, 參考資料, 资料, 資料, 书籍',
    ja: '参考資料, リソース, リンク, 資料',
    ko: '자료, 참고 자료, 링크, 리소스',
    id: 'sumber, tautan, referensi, sumber belajar',
    vi: 'tai lieu, lien ket, nguon, tham khao',
  },
  projects: {
    es: 'proyectos',
    pt: 'projetos',
    fr: 'projets',
    de: 'projekte',
    it: 'progetti',
    pl: 'projekty',
    cs: 'projekty',
    nl: 'projecten',
    tr: 'projeler',
    ru: 'проекты',
    uk: 'проєкти, проекти',
    zh: '项目, 專案, 实战项目',
    ja: 'プロジェクト',
    ko: '프로젝트',
    id: 'proyek',
    vi: 'du an',
  },
  prerequisites: {
    es: 'requisitos, prerrequisitos, requisitos previos',
    pt: 'requisitos, pre requisitos',
    fr: 'prerequis',
    de: 'voraussetzungen, vorkenntnisse',
    it: 'prerequisiti, requisiti',
    pl: 'wymagania',
    cs: 'predpoklady, pozadavky',
    nl: 'vereisten, voorkennis',
    tr: 'on kosullar, gereksinimler',
    ru: 'требования, пререквизиты',
    uk: 'вимоги',
    zh: '先修, 前置知识, 先决条件',
    ja: '前提知識, 前提条件',
    ko: '선수 과목, 선수 지식',
    id: 'prasyarat',
    vi: 'dieu kien tien quyet, yeu cau',
  },
  questions: {
    es: 'preguntas, cuestionario, opciones, respuestas',
    pt: 'perguntas, questoes, opcoes, respostas',
    fr: 'reponses, choix',
    de: 'fragen, antworten, auswahl',
    it: 'domande, risposte, opzioni',
    pl: 'pytania, odpowiedzi',
    cs: 'otazky, odpovedi',
    nl: 'vragen, antwoorden',
    tr: 'sorular, cevaplar, secenekler',
    ru: 'вопросы, ответы, варианты',
    uk: 'питання, відповіді, варіанти',
    zh: '问题, 問題, 选项, 答案, 题库',
    ja: '質問, 問題, 選択肢, 回答',
    ko: '질문, 문제, 선택지, 답변',
    id: 'pertanyaan, soal, jawaban, pilihan',
    vi: 'cau hoi, dap an, lua chon',
  },
  authors: {
    es: 'autores, docentes, docente, profesores, profesor, ponentes, alumnos, estudiantes',
    pt: 'autores, docentes, professores, professor, palestrantes, alunos',
    fr: 'auteurs, enseignants, intervenants, etudiants',
    de: 'autoren, dozenten, dozent, referenten, lehrer, teilnehmer',
    it: 'autori, docenti, insegnanti, studenti',
    pl: 'autorzy, prowadzacy, nauczyciele',
    cs: 'autori, lektori, ucitele',
    nl: 'auteurs, docenten, sprekers',
    tr: 'yazarlar, egitmenler, ogretmenler',
    ru: 'авторы, преподаватели, преподаватель, спикеры, лекторы, лектор, наставники, студенты',
    uk: 'автори, викладачі, спікери, лектори, студенти',
    zh: '作者, 讲师, 教师, 老师, 学生',
    ja: '著者, 講師, 作者, 受講者',
    ko: '저자, 강사, 작성자, 수강생',
    id: 'penulis, pengajar, dosen, siswa',
    vi: 'tac gia, giang vien, hoc vien',
  },
} as const satisfies { readonly [meaning: string]: WordTable };

/** The pieces that a plan is made of: `topicName`, `nombreTema`. */
const pieceWords: WordTable = {
  en: 'topic, topics, subtopic, subtopics, course, courses, subject, subjects, task, tasks, subtask, subtasks, skill, skills, concept, concepts, item, items, problem, milestone, track, level, mod, project, projects, video, exercise, roadmap, curriculum, chapter, chapters, part, parts, phase, phases, module, modules, unit, units, stage, stages, step, steps, lesson, lessons, section, sections, sprint, lecture, lectures, session, sessions, class, block',
  es: 'tema, temas, subtema, curso, materia, tarea, ejercicio, contenido, nivel, capitulo, fase, modulo, unidad, etapa, paso, leccion, seccion, bloque, sesion, clase',
  pt: 'topico, subtopico, tarefa, conteudo, disciplina, passo, licao, secao, aula, bloco, sessao, unidade, etapa, fase, capitulo',
  fr: 'sujet, theme, tache, matiere, notion, chapitre, partie, unite, etape, lecon, bloc, seance, cours',
  de: 'thema, aufgabe, kurs, fach, inhalt, kapitel, teil, modul, einheit, stufe, schritt, lektion, abschnitt',
  it: 'argomento, corso, compito, capitolo, unita, lezione, sezione',
  pl: 'temat, zadanie, rozdzial, czesc, faza, etap, krok, lekcja, dzial',
  cs: 'kurz, lekce, kapitola, ukol, cast',
  nl: 'onderwerp, cursus, les, hoofdstuk, taak',
  tr: 'konu, gorev, unite, bolum, asama, adim, ders',
  ru: 'тема, темы, курс, курса, задача, задачи, задание, предмет, глава, часть, блок, этап, модуль, модуля, урок, урока, раздел, раздела, шаг, фаза, занятие, лекция, лекции',
  uk: 'завдання, розділ, частина, крок, заняття, лекція, уроку, теми, модуля',
  id: 'topik, materi, tugas, bab, bagian, tahap, langkah, pelajaran, pertemuan',
  vi: 'chuong, bai, bai hoc, chu de',
};

/** Pieces that are stretches of time. */
const timeWords: WordTable = {
  en: 'day, days, week, weeks, month, months',
  es: 'dia, dias, semana, semanas, mes, meses',
  pt: 'mes',
  fr: 'jour, jours, semaine, semaines, mois',
  de: 'tag, tage, woche, wochen, monat, monate',
  it: 'giorno, giorni, settimana, settimane, mese',
  pl: 'dzien, dni, tydzien, tygodnie',
  cs: 'den, dny, tyden, tydny',
  nl: 'dag, dagen, weken',
  tr: 'gun, gunler, hafta, haftalar',
  ru: 'день, дни, неделя, недели, месяц, месяцы',
  uk: 'дні, тиждень, тижні, місяць',
  id: 'hari, minggu',
};

/** What else a compound key has around its field: `isDone`, `learning_status`, `título del tema`. */
const aroundWords: WordTable = {
  en: 'is, has, was, my, sub, main, key, core, all, list, learning, study, completion, current, overall, of, the, estimated, total, duration, sequence',
  es: 'es, esta, de, del, la, el, los, las, actual, estimadas',
  pt: 'foi, do, da, dos, das, e',
  fr: 'est, du, des, le, la',
  de: 'ist, der, des',
  it: 'della, di, dei',
};

/** `completedAt`, `fecha_completado`: with a word for done, the day it was done. */
const dayWords: WordTable = {
  en: 'at, on, date, day, time',
  es: 'fecha, el',
  pt: 'data, em',
  fr: 'date, le',
  de: 'am, datum',
  it: 'data, il',
  pl: 'data',
  cs: 'datum',
  nl: 'op, datum',
  tr: 'tarihi',
  ru: 'дата',
  uk: 'дата',
  zh: '日期, 时间',
  id: 'tanggal, pada',
  vi: 'ngay',
};

const meanings = phraseMap(keyWords);
const pieces = phraseSet(pieceWords, timeWords);
const times = phraseSet(timeWords);
const around = phraseSet(aroundWords);
const days = phraseSet(dayWords);

/** What a phrase says, given as `bare` makes it; null where it says nothing. */
export const meaningOf = (phrase: string): KeyMeaning | null => meanings().get(phrase) ?? null;
export const isPiece = (word: string): boolean => pieces().has(word);
export const isTime = (word: string): boolean => times().has(word);
export const isAround = (word: string): boolean => around().has(word);
export const isDayWord = (word: string): boolean => days().has(word);

const strokes: { readonly [letter: string]: string } = { ł: 'l', ı: 'i', đ: 'd', ø: 'o', ß: 'ss' };

/** Plain words without the accents of Latin letters, which keys are often written without. */
export function bare(words: string): string {
  if (/^[ -~]*$/.test(words)) return words;
  const letters = words
    .normalize('NFD')
    .replace(/(?<=[a-z])[\u0300-\u036f]+/g, '')
    .normalize('NFC');
  return letters.replace(/[łıđøß]/g, (letter) => strokes[letter] as string);
}

/** Each phrase of the tables, for a test. */
export const allPhrases = (): string[] =>
  [...Object.values(keyWords), pieceWords, timeWords, aroundWords, dayWords].flatMap((table) => phrasesOf(table));
