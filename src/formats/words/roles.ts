// RoleWords: titles of what is in a note and not there to be studied, per language (FORMATS S4).
import type { WordTable } from '../../text/word-table.ts';

export type Role =
  | 'prerequisites'
  | 'resources'
  | 'certifications'
  | 'related'
  | 'rubric'
  | 'contents'
  | 'description'
  | 'introduction'
  | 'legend'
  | 'conclusion'
  | 'advice'
  | 'reviews'
  | 'license'
  | 'author'
  | 'support';

/** Whole titles, without the adjectives before them and the topic behind them. */
export const roleTitles: { readonly [role in Role]: WordTable } = {
  prerequisites: {
    en: 'prerequisite, prerequisites, pre requisite, pre requisites, requirements, before you begin, before you start, what you need, what you should know',
    ru: 'предварительные требования, предварительные знания, предварительные условия, пререквизиты, требования, необходимые знания, необходимые навыки, что нужно знать, что нужно знать заранее, перед началом',
    es: 'prerrequisitos, requisitos, requisitos previos, conocimientos previos, conocimientos necesarios',
    pt: 'conhecimentos prévios, conhecimentos necessários, pré requisito, pré requisitos, prérequisitos, prerequisitos',
    de: 'voraussetzungen, vorkenntnisse, benötigte vorkenntnisse',
    fr: 'pré requis, prérequis, connaissances préalables, connaissances requises',
    it: 'prerequisiti, requisiti',
    uk: 'передумови, вимоги',
    pl: 'wymagania, wymagania wstępne',
    tr: 'ön koşullar, önkoşullar, gereksinimler, ön gereksinimler',
    zh: '先决条件, 前置知识, 前置条件, 前置要求, 前提条件, 预备知识, 先修知识, 先修要求, 先修课程, 基础要求',
    ja: '前提, 前提知識, 前提条件, 前提スキル, 事前知識, 事前準備, 必要な知識, 必要なもの, 準備するもの',
    ko: '사전 지식, 사전 준비, 선수 지식, 선수 과목, 전제 조건, 준비물, 준비 사항, 필요 사항',
    he: 'דרישות קדם',
  },
  resources: {
    en: 'resource, resources, link, links, reference, references, forum, forums, sources, bookmarks, community, communities, documentation links, reading list, further reading, additional reading, recommended reading, see also, learning material, learning materials, course material, course materials, study material, study materials, recommended material, recommended materials, reading material, reading materials, additional material, additional materials, supplementary material, supplementary materials, useful material, useful materials, list of materials, collection of materials, materials and resources, resources and materials, tools i use, tools we use, tools used, software used',
    ru: 'ресурсы, ресурсов, ссылки, ссылок, форум, форумы, источники, источников, литература, материалы, список материалов, список литературы, список учебных материалов, подборка материалов, коллекция материалов, что читать, что почитать, где читать, где почитать, сообщество, сообщества, см также, смотри также, смотрите также, читайте также',
    es: 'recurso, recursos, referencias, enlaces, enlaces útiles, bibliografía, ver también, véase también, comunidad',
    pt: 'referências, links úteis, bibliografia, veja também, ver também, comunidade',
    de: 'ressourcen, quellen, weiterführende links, literatur, siehe auch',
    fr: 'ressources, liens, liens utiles, références, voir aussi, bibliographie',
    it: 'risorse, riferimenti, link utili, vedi anche',
    uk: 'ресурси, посилання, джерела, корисні посилання, див також',
    pl: 'zasoby, źródła, linki, przydatne linki, zobacz też, zobacz także',
    tr: 'kaynaklar, bağlantılar',
    zh: '参考资料, 参考文献, 资源, 学习资源, 參考資料, 相关链接, 参考链接, 另见, 参见, 参阅',
    ja: '学習リソース, 学習資料, リソース, 参考リンク, 参考資料, 参考文献, 関連項目',
    ko: '참고 자료, 참고자료, 참고 문헌, 자료, 링크, 같이 보기',
    he: 'משאבים, קישורים, ראו גם',
  },
  certifications: {
    en: 'certificate, certificates, certification, certifications, certification path, certification paths',
    ru: 'сертификат, сертификаты, сертификация, сертификации',
    es: 'certificaciones',
    pt: 'certificações',
    de: 'zertifizierungen, zertifikate',
    uk: 'сертифікації',
  },
  related: {
    en: 'related skill, related skills, related topic, related topics, related technology, related technologies, related roadmap, related roadmaps, connection to other skills, connections to other skills, connection with other skills, connections with other skills',
    ru: 'связь с другими навыками, связь с другим навыком, связь с навыками, связь с другими технологиями, связь с технологиями, связанные навыки, связанные темы, связанные технологии, смежные навыки, смежные темы, смежные технологии',
    uk: 'пов язані навички, суміжні навички',
    es: 'habilidades relacionadas, temas relacionados',
    pt: 'habilidades relacionadas, temas relacionados',
    de: 'verwandte themen',
    fr: 'compétences associées, sujets connexes',
  },
  rubric: {
    en: 'skill level, skill levels, proficiency level, proficiency levels, proficiency scale, proficiency, competency level, competency levels, mastery level, mastery levels, knowledge level, knowledge levels, experience level, experience levels, level, levels, level of skill, levels of skill, level of mastery, levels of mastery, level of knowledge, levels of knowledge, level of proficiency, levels of proficiency, level of competence, levels of competence, level of experience, levels of experience, level rubric, level assessment, level criteria, level description, level descriptions, level definition, level definitions, skill assessment, assessment, rubric, self assessment, grades',
    ru: 'оценка уровня, оценка уровня навыка, оценка уровня знаний, оценка уровня владения, уровни, уровни навыка, уровни навыков, уровни знаний, уровни владения, уровни владения навыком, уровни владения навыками, уровни компетенций, уровни компетентности, уровни квалификации, описание уровней, уровень навыка, уровень владения, критерии оценки, самооценка, грейды',
    uk: 'рівні, рівні володіння, оцінка рівня, самооцінка',
    es: 'niveles, niveles de dominio, niveles de competencia, autoevaluación',
    pt: 'níveis, níveis de domínio, níveis de proficiência, autoavaliação',
    de: 'kompetenzstufen, kenntnisstufen, niveaustufen, selbsteinschätzung',
    fr: 'niveaux, niveaux de maîtrise, niveaux de compétence, auto évaluation',
    pl: 'poziomy, poziomy zaawansowania, samoocena',
    zh: '熟练程度, 能力等级, 水平等级',
    ja: 'スキルレベル, 習熟度',
    ko: '숙련도, 능력 수준',
  },
  contents: {
    en: 'table of content, table of contents, contents, toc, outline of contents, on this page',
    ru: 'содержание, оглавление, навигация',
    es: 'índice, tabla de contenido, tabla de contenidos',
    pt: 'sumário, tabela de conteúdo, tabela de conteúdos',
    de: 'inhalt, inhaltsverzeichnis',
    fr: 'sommaire, table des matières',
    it: 'indice, sommario',
    uk: 'зміст',
    pl: 'spis treści',
    tr: 'içindekiler',
    zh: '目录, 目錄',
    ja: '目次',
    ko: '차례, 목차',
    he: 'תוכן עניינים',
  },
  description: {
    en: 'description, descriptions, about, about the course, about this course, about the roadmap, about this roadmap, about the repo, about the repository, about this repo, about this repository, about the guide, about this guide, about the project, about this project, about the document, about this document, overview of the course, overview of this course, overview of the roadmap, overview of this roadmap, overview of the document, overview of this document, summary, how to use, how to use this, how to use it, how to use this roadmap, how to use this guide, how to use this course, how to use this repo, how to use this repository, how to use this list, how to use this checklist, how to use this plan, how to use this document, how to use this page, how to use this book, how to use this tracker, how to use this template, how to use the roadmap, how to use the checklist, where to use, where to use this, where to use it, how this works, how this roadmap works, how this guide works, how this course works, how this repo works, how this repository works',
    ru: 'описание, описание курса, описание навыка, о курсе, об этом, аннотация, резюме, как пользоваться, как этим пользоваться, как пользоваться курсом, как пользоваться этим курсом, как пользоваться списком, как пользоваться этим списком, как пользоваться планом, как пользоваться картой, как пользоваться дорожной картой, как пользоваться репозиторием',
    es: 'descripción',
    pt: 'descrição, sobre',
    de: 'beschreibung',
    fr: 'à propos',
    it: 'descrizione',
    uk: 'опис',
    pl: 'opis',
    zh: '关于, 简介',
  },
  introduction: {
    en: 'introduction, intro, preface, foreword',
    ru: 'введение, вступление, предисловие',
    es: 'introducción',
    pt: 'introdução',
    de: 'einleitung, einführung, vorwort',
    it: 'introduzione',
    uk: 'вступ',
    pl: 'wstęp, wprowadzenie',
    zh: '前言, 引言',
    ja: 'はじめに',
    he: 'מבוא',
  },
  legend: {
    en: 'legend, status legend, legend of marks, legend of symbols, key to symbols',
    ru: 'легенда, условные обозначения, обозначения, обозначения статусов',
    es: 'leyenda, leyenda de estados',
    pt: 'legenda, legenda de status',
    de: 'legende, zeichenerklärung',
    fr: 'légende',
    uk: 'умовні позначення',
    zh: '图例',
    ja: '凡例',
    ko: '범례',
    he: 'מקרא',
  },
  conclusion: {
    en: 'conclusion, conclusions, final words, wrap up, wrapup, closing, closing words',
    ru: 'заключение, вывод, выводы, послесловие, итог, итоги',
    es: 'conclusión',
    pt: 'conclusão',
    de: 'fazit',
    it: 'conclusione, conclusioni',
    uk: 'висновки',
    pl: 'podsumowanie',
    zh: '结论, 总结',
    ja: 'おわりに',
    he: 'סיכום',
  },
  advice: {
    en: 'advice, tip, tips, tips and tricks, hints, recommendation, recommendations, suggestions, note, notes, goal, goals, objective, objectives, goal of the plan, goals of the plan, objectives of the plan, goal of this plan, goals of this plan, objectives of this plan, how to study, how to learn, daily routine, daily schedule, weekly routine, study habits, study routine, study strategy, tips for success, who is this for, who this is for, who is this course for, who this course is for, intended audience',
    ru: 'совет, советы, рекомендация, рекомендации, советы по обучению, советы по изучению, рекомендации по обучению, рекомендации по изучению, заметки, примечание, примечания, цель, цели, цель плана, цели плана, цель обучения, цели обучения, как учиться, как заниматься, распорядок дня, режим дня, для кого, для кого этот курс, для кого курс, кому подойдет, кому подойдет курс',
    uk: 'порада, поради, рекомендація, рекомендації, поради з навчання, рекомендації з навчання, нотатки, примітка, примітки, мета, ціль, цілі, мета плану, цілі плану, мета навчання, цілі навчання, як вчитися, як навчатися, розпорядок дня, для кого, для кого цей курс, кому підійде',
    es: 'consejo, consejos, consejos de estudio, recomendaciones, recomendaciones generales, recomendaciones de estudio, sugerencias, nota, notas, notas importantes, objetivo, objetivos, objetivo del plan, objetivos del plan, objetivo general, objetivos generales, meta, metas, cómo estudiar, rutina diaria, para quién es, para quién es este curso, a quién va dirigido',
    pt: 'dica, dicas, dicas de estudo, dicas importantes, conselhos, recomendações, recomendações gerais, recomendações de estudo, sugestões, nota, notas, notas importantes, observação, observações, observações importantes, objetivo, objetivos, objetivo do plano, objetivos do plano, metas, como estudar, rotina diária, para quem é, para quem é este curso',
    de: 'tipp, tipps, lerntipps, hinweis, hinweise, ratschläge, empfehlung, empfehlungen, notizen, anmerkungen, ziel, ziele, lernziel, lernziele, ziel des plans, ziele des plans, tagesablauf, tagesroutine, zielgruppe, für wen',
    fr: 'conseil, conseils, conseils d étude, conseils de travail, astuces, recommandations, remarque, remarques, notes importantes, objectif, objectifs, objectif du plan, objectifs du plan, comment étudier, routine quotidienne, pour qui, public visé, public concerné',
    zh: '建议, 建議, 学习建议, 學習建議, 提示, 学习提示, 小贴士, 注意, 注意事项, 备注, 目标, 目標, 学习目标, 學習目標, 计划目标, 学习方法, 如何学习, 每日安排, 学习技巧, 适合人群, 适用人群, 面向人群, 适用对象, 适合对象',
    ja: 'アドバイス, 学習のアドバイス, ヒント, 学習のヒント, コツ, 学習のコツ, 注意, 注意事項, 注意点, メモ, 備考, 目標, 学習目標, 目的, 勉強法, 学習方法, 勉強方法, 一日のスケジュール, 対象, 対象者, 対象読者, 想定読者',
    ko: '조언, 팁, 학습 팁, 공부 팁, 권장 사항, 참고, 참고 사항, 주의 사항, 메모, 목표, 학습 목표, 공부 방법, 학습 방법, 일과, 대상, 대상자, 학습 대상, 교육 대상, 수강 대상',
  },
  reviews: {
    en: 'review, reviews, testimonials, feedback',
    ru: 'отзыв, отзывы',
    uk: 'відгуки',
  },
  license: {
    en: 'license, licence, licences, licensing, copyright',
    ru: 'лицензия',
    es: 'licencia',
    pt: 'licença',
    de: 'lizenz',
    it: 'licenza',
    uk: 'ліцензія',
    pl: 'licencja',
    tr: 'lisans',
    zh: '许可证, 许可',
    ja: 'ライセンス',
    ko: '라이선스',
    he: 'רישיון',
  },
  author: {
    en: 'author, authors, about me, about the author, about the authors, maintainer, maintainers, contributor, contributors, team, core team, team members, credits, acknowledgment, acknowledgments, acknowledgement, acknowledgements',
    ru: 'автор, авторы, об авторе, об авторах, благодарности, участники, команда, мейнтейнеры, контрибьюторы',
    es: 'autor, autores, autora, equipo, colaboradores, agradecimientos',
    pt: 'equipe, contribuidores, agradecimentos',
    de: 'autoren, mitwirkende, danksagung',
    fr: 'auteur, auteurs, équipe, contributeurs, remerciements',
    it: 'autore, autori, collaboratori, ringraziamenti',
    uk: 'автори, учасники, подяки',
    pl: 'autor, autorzy, zespół, współtwórcy',
    zh: '作者, 贡献者, 团队, 维护者, 致谢',
    ja: '著者, 貢献者, チーム, メンテナー',
    ko: '저자, 기여자, 팀',
    he: 'צוות, תודות',
  },
  support: {
    en: 'support, support me, support my work, support us, support the project, sponsor, sponsors, sponsorship, donate, donation, donations, contributing, contribution, contributions, how to contribute, give a star, disclaimer, changelog, star history, code of conduct',
    ru: 'поддержка, поддержать, поддержать автора, поддержать проект, как помочь, спонсоры, отказ от ответственности, кодекс поведения',
    es: 'contribuir, contribuciones',
    pt: 'contribuindo, como contribuir, contribuição',
    de: 'mitwirken',
    fr: 'contribuer',
    uk: 'внесок',
    zh: '贡献, 支持',
    ko: '기여, 기여하기',
  },
};

/** Words before a title that change nothing: «полезные ссылки», `list of official links`. */
export const beforeRole: WordTable = {
  en: 'useful, helpful, additional, more, extra, other, external, official, recommended, learning, study, free, online, course, key, important, general, the, a, an, my, your, our, list of, lists of, collection of, collections of',
  ru: 'полезные, полезных, полезная, дополнительные, дополнительных, дополнительная, другие, рекомендуемые, рекомендуемых, рекомендованная, официальные, вспомогательные, учебные, учебных, внешние, основные, мои, наша, наши, список, подборка, коллекция',
  es: 'otros, otras, los, las, mis, lista de',
  pt: 'outros, outras, os, as, meus, minhas',
  de: 'nützliche, weitere, die, meine',
  fr: 'autres, les, mes, liste de',
  uk: 'корисні, додаткові, інші',
  pl: 'przydatne, dodatkowe, inne',
};

/** What a title opens the rest with that it is about: `Resources for X`, «Ссылки по X». */
export const afterRole: WordTable = {
  en: 'for, about, on, by, used, to learn, to teach, of this, of the',
  ru: 'по, для, об, о',
  uk: 'про, з',
  es: 'para, sobre',
  de: 'für, zu, zum, zur',
  fr: 'pour, sur',
  pl: 'do, dla',
};

/** A title with such a word names the course itself where what is below it is counted: `Weekly curriculum` (FORMATS T3). */
export const curriculumTitles: WordTable = {
  en: 'curriculum, syllabus, program, programme, schedule, timetable, outline, plan, roadmap, timeline, modules, weeks, lessons',
  ru: 'программа, расписание, план, учебный план, модули, недели, уроки',
  uk: 'програма, розклад, план, модулі, тижні, уроки',
  es: 'programa, temario, calendario, cronograma, módulos, semanas',
  pt: 'ementa, currículo, grade',
  de: 'lehrplan, lernplan, programm, zeitplan, ablauf, stundenplan',
  fr: 'programme, calendrier, planning, emploi du temps',
  it: 'programma, piano, calendario',
  pl: 'program, harmonogram',
  tr: 'müfredat, ders programı, plan',
  zh: '课程大纲, 教学大纲, 大纲, 课程安排, 课程内容, 课程计划, 教学计划, 学习计划, 学习路线, 日程',
  ja: 'カリキュラム, 学習計画, 授業計画, 講義計画, スケジュール, ロードマップ',
  ko: '커리큘럼, 교육 과정, 강의 계획, 수업 계획, 학습 계획, 일정, 로드맵',
  he: 'סילבוס, תוכנית',
};
