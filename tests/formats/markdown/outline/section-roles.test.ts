// Tests of roles: which titles name a part of a note that is not there to be studied, in English and Russian.
// The Russian titles say prerequisites, resources, links, literature, certification, related skills, levels, contents,
// description, introduction, conclusion, reviews, licence, author, support, legend, advice, how long it takes. Those that have
// no role only contain such a word: "Сетевые ресурсы и квоты" is "network resources and quotas".
import { describe, expect, it } from 'vitest';
import { coversOnlyItsOwnText, roleByTitle, roleOf } from '../../../../src/formats/markdown/outline/section-roles.ts';
import type { Role } from '../../../../src/formats/words/roles.ts';

describe('roleOf (FORMATS S4)', () => {
  it.each<[Role, string[]]>([
    ['prerequisites', ['Prerequisites', 'Requirements', 'Пререквизиты', 'Предварительные требования']],
    ['prerequisites', ['前提', '前置要求', '준비물', 'Conocimientos previos', 'Ön koşullar', 'Connaissances requises']],
    [
      'resources',
      ['Resources', 'Useful links', 'Forums', 'Resources, forums', 'Ресурсы, форумы', '📚 Ресурсы', 'Полезные ссылки:'],
    ],
    ['resources', ['Links and forums', 'Ссылки и форумы', 'Литература', 'Further reading', 'Resources for violinists']],
    ['resources', ['Tools I use to teach', 'Tools used']],
    ['certifications', ['Certifications', 'Сертификация', 'Certification']],
    ['related', ['Related skills', 'Связь с другими навыками', 'Смежные навыки']],
    ['rubric', ['Skill levels', 'Оценка уровня навыка', 'Уровни владения', 'Self-assessment']],
    ['contents', ['Table of Contents', 'Contents', 'TOC', 'Содержание', 'Оглавление', '📑 Table of contents']],
    [
      'description',
      [
        'Description',
        'Описание',
        'About',
        'About this course',
        'О курсе',
        'Özet Yol',
        'Resumen',
        'Zusammenfassung',
        'まとめ',
      ],
    ],
    ['introduction', ['Introduction', 'Введение', 'Предисловие', 'Preface']],
    ['conclusion', ['Conclusion', 'Заключение', 'Выводы']],
    ['reviews', ['Reviews', 'Отзывы', 'Testimonials']],
    ['license', ['License', 'Licence', 'Лицензия']],
    ['author', ['Author', 'Authors', 'Об авторе', 'Автор']],
    [
      'prerequisites',
      ['Hard prerequisites', 'Soft prerequisites (in this order)', 'Обязательные требования', 'Prasyarat'],
    ],
    ['resources', ['Referensi', 'Sumber belajar', 'Optional resources', 'Supplementary materials']],
    ['advice', ['✨ Key features', 'Tech Stack', 'Final goal', 'Стек технологий', 'Быстрый старт', '스터디 진행 방향']],
    ['advice', ['Study routine (recommended)', '学习方法（建议）']],
    ['introduction', ['Pendahuluan', '소개', 'Giriş']],
    [
      'advice',
      [
        'Course hours',
        'Workload',
        'Cantidad de horas',
        'Carga horária',
        'Zeitaufwand',
        'Volume horaire',
        'Alokasi waktu',
      ],
    ],
    [
      'advice',
      ['Количество часов', '学时', '学習時間', '소요 시간', 'Durata del corso', 'Czas trwania', 'Toplam süre'],
    ],
    ['support', ['Support', 'Support the project', 'Поддержать проект', 'Contributing']],
  ])('is %s', (role, titles) => {
    for (const title of titles) expect(`${title}: ${roleOf(title)}`).toBe(`${title}: ${role}`);
  });

  it.each([
    'Content',
    'Introduction to brokers',
    'Introduction (brokers)',
    'Введение в гармонию',
    'Description of the protocol',
    'Supporting transactions',
    'Level compaction',
    'Author a plugin',
    'Брокеры',
    'Linking modules',
    'Сетевые ресурсы Kubernetes и квоты',
    'Conclusions are drawn in a very long title that no author would ever give to a closing section of a note',
    '',
  ])('is none for %j', (title) => {
    expect(roleOf(title)).toBeNull();
  });

  it('does not mind case, emoji, ё and punctuation', () => {
    expect(roleOf('  🔗 ПОЛЕЗНЫЕ ССЫЛКИ!  ')).toBe('resources');
  });

  it('lets description, introduction and contents cover their own text alone', () => {
    const own: Role[] = ['description', 'introduction', 'contents'];
    for (const role of own) expect(coversOnlyItsOwnText(role)).toBe(true);
    for (const role of ['prerequisites', 'resources', 'rubric', 'conclusion'] as const)
      expect(coversOnlyItsOwnText(role)).toBe(false);
  });
});

describe('lists of what to read', () => {
  it.each([
    'List of resources',
    'Collection of links',
    'A list of useful resources',
    'Список ресурсов',
    'Подборка полезных ссылок',
    'Learning materials',
    'Course materials',
    'Study Materials',
    '📚 Recommended materials',
    'Materials and resources',
    'Resources & materials',
    '学習リソース',
  ])('%s are resources', (title) => {
    expect(roleOf(title)).toBe('resources');
  });

  it.each(['Materials', 'List of Kubernetes resources', 'Building materials', 'Collection of data', 'Linked lists'])(
    '%s are studied',
    (title) => {
      expect(roleOf(title)).toBeNull();
    },
  );
});

// Besides English: titles in Arabic, Spanish, German, Polish, Turkish, Japanese, Korean, Vietnamese, Chinese, Czech and Dutch.
describe('titles in more words (FORMATS S4)', () => {
  it.each<[Role, string[]]>([
    ['prerequisites', ['What you will need', 'المتطلبات المسبقة', 'Yêu cầu', 'Předpoklady']],
    [
      'resources',
      [
        'Resources and tools',
        'Essential Reading',
        'الموارد',
        'موارد إضافية',
        'المصادر، الروابط',
        'Bronnen',
        '官方文档',
      ],
    ],
    [
      'resources',
      ['Pour aller plus loin', 'Materiały dodatkowe', 'Kaynakça', '参考図書', '참고 사이트', 'Nguồn học tập'],
    ],
    ['advice', ['Success Metrics', '📊 Progress Tracking', 'Weekly Goals', 'Exam overview', 'FAQ', 'Grading', 'نصائح']],
    [
      'advice',
      [
        'Критерии оценивания',
        'Formato del examen',
        'Lernergebnisse',
        '进度追踪',
        '到達目標',
        '자주 묻는 질문',
        'Lời khuyên',
      ],
    ],
    [
      'author',
      ['Instructor', 'Contact Information', 'Преподаватели', 'Dozenten', 'Giảng viên', 'شكر وتقدير', '讲师介绍'],
    ],
    ['support', ['Ways to contribute', 'كيفية المساهمة', '免责声明', 'Đóng góp']],
    ['description', ['📁 Repository Structure', 'O kursie', 'Hakkında', 'عن الدورة', 'Mô tả']],
    ['conclusion', ['Final thoughts', 'Sonuç', '마치며', 'Kết luận', 'الخاتمة']],
  ])('is %s', (role, titles) => {
    for (const title of titles) expect(`${title}: ${roleOf(title)}`).toBe(`${title}: ${role}`);
  });

  // Each may be a thing to learn: a list of books or channels, the article in grammar, a channel in Go, Spanish fonts, authentication,
  // a certificate, an object in Vietnamese, copyright in an exam.
  it.each([
    ...[
      'Books',
      'Podcasts',
      'Articles',
      'Channels',
      'Documentation',
      'Reading',
      'Audience',
      'Reflections',
      'Accountability',
      'Next steps',
    ],
    ...[
      'What you will learn',
      'Fuentes',
      'Metodología',
      '认证',
      '证书',
      '常用资源',
      'Đối tượng',
      '著作権',
      'المشاريع النهائية',
    ],
  ])('is none for %j', (title) => {
    expect(roleOf(title)).toBeNull();
  });
});

// Besides English: titles in Spanish, Portuguese, Russian, Polish, Czech, German, Vietnamese, Turkish, Indonesian, Chinese, Korean, Arabic.
describe('titles about the note itself (FORMATS S4)', () => {
  it.each<[Role, string[]]>([
    ['description', ['How to use this study plan', 'How to read this guide', 'Why this list?', 'About the roadmap']],
    ['description', ['Cómo usar esta ruta', 'Estrutura deste repositório', 'О курсе', 'Как проходить этот курс']],
    [
      'description',
      ['Struktura tego repozytorium', 'Über dieses Repository', 'Về khóa học này', 'Tentang panduan ini'],
    ],
    [
      'advice',
      ['Goals of this course', 'Rady kurzu', 'Objetivos de la materia', 'Цели дисциплины', 'Mục tiêu môn học này'],
    ],
  ])('is %s', (role, titles) => {
    for (const title of titles) expect(`${title}: ${roleOf(title)}`).toBe(`${title}: ${role}`);
  });

  // The course itself, its first lesson, or something of such a name: a path, a list, a program, a class in Indonesian.
  it.each([
    ...['Contents of this course', 'Introduction to this course', 'How to read', 'Using the path', 'What is a list?'],
    ...['Review course', 'Estructura del programa', 'Struktur kelas', 'Structure of a page', 'Структура программы'],
  ])('is none for %j', (title) => {
    expect(roleOf(title)).toBeNull();
  });

  it.each<[Role, string[]]>([
    [
      'advice',
      ['Key takeaways', 'Completion criteria', 'Common mistakes', 'Typische Fehler', 'Yaygın hatalar', 'Skills gained'],
    ],
    ['conclusion', ['Good luck!', 'Boa sorte', 'Удачи!', 'Selamat belajar']],
    ['support', ['Report an issue', 'Doações', 'Bağış', '공지사항']],
    ['author', ['Contact', 'Cuerpo docente', 'Контакты', '联系我们']],
    ['description', ['基本信息', 'Kısaca', 'Repository layout']],
    ['prerequisites', ['Course equipment', 'Förkunskaper', 'Előfeltételek', 'Cerințe', 'پیش‌نیازها', 'पूर्वापेक्षाएँ']],
    ['resources', ['Pensum', 'Kurslitteratur', 'Bibliografie', 'Βιβλιογραφία', 'منابع', 'แหล่งข้อมูล', 'संसाधन']],
    ['advice', ['Exam Day Preparation', 'If you fall behind', 'Deliverables', 'Vekting', 'Célok', 'Sfaturi', 'نکات']],
    ['advice', ['Συμβουλές', 'เคล็ดลับ', 'अतिरिक्त जानकारी (Additional information)', 'Cijfers']],
    ['contents', ['Innholdsfortegnelse', 'Cuprins', 'Περιεχόμενα', 'สารบัญ', 'فهرست مطالب']],
    ['legend', ['Example section']],
    ['resources', ['Resources 2026', 'Ресурсы 2026']],
    ['description', ['How to use in 2026']],
  ])('is %s by a word of the tables', (role, titles) => {
    for (const title of titles) expect(`${title}: ${roleOf(title)}`).toBe(`${title}: ${role}`);
  });

  // Each may be a thing to learn: evaluation of a model, frequency, a protocol, members of a class, closures, directives, literature.
  it.each([
    'Evaluation',
    'Evaluación',
    'Frequenza',
    '协议',
    '成员',
    'Cierre',
    'توجيهات',
    'Getting help',
    'Expectations',
    'Open questions',
    'Quick reference',
    'Irodalom',
    'Next steps',
    'How it works',
    'Weekly schedule',
    'Project structure',
  ])('is none for %j', (title) => {
    expect(roleOf(title)).toBeNull();
  });
});

describe('the people behind it, what to see besides, marks and levels (FORMATS S4)', () => {
  it.each<[Role, string[]]>([
    ['author', ['Team', 'Our team', 'Maintainers', 'Contributors', 'Команда', 'Équipe', '维护者']],
    [
      'resources',
      ['See also', 'См. также', 'см также:', 'Siehe auch', 'Ver también', '関連項目', 'Learning Resources by Skill'],
    ],
    ['legend', ['Legend', 'Легенда', 'Условные обозначения', '凡例']],
    ['rubric', ['Proficiency Levels', 'Levels of proficiency', 'Уровни владения навыками', 'Niveles de dominio']],
  ])('is %s', (role, titles) => {
    for (const title of titles) expect(`${title}: ${roleOf(title)}`).toBe(`${title}: ${role}`);
  });

  it.each(['Team topologies', 'Working in a team', 'See-through sails', 'Legends of the sea', 'Leveling a boat'])(
    'is none for %j',
    (title) => {
      expect(roleOf(title)).toBeNull();
    },
  );
});

describe('advice on how to study (FORMATS S4)', () => {
  it.each([
    'Tips',
    'Study tips:',
    '💡 Important notes',
    'Learning objectives',
    'Goals of the plan',
    'How to study',
    'Daily routine',
    'Советы',
    'Рекомендации',
    'Рекомендації',
    'Consejos',
    'Dicas',
    'Notas Importantes:',
    'Hinweise',
    'Ziel',
    'Conseils',
    '学习建议',
    '学習のコツ',
    '학습 팁',
    'Who is this course for?',
    'Для кого этот курс',
    'Zielgruppe',
    '适用对象',
    '対象者',
    '대상',
  ])('%s is advice', (title) => {
    expect(roleOf(title)).toBe('advice');
    expect(roleByTitle(title)).toBeNull();
  });

  it.each(['Notes on harmony', 'Musical notes', 'Goal keeping', 'Tips and knots', 'Zielbremsung', 'Notation'])(
    '%s is studied',
    (title) => {
      expect(roleOf(title)).toBeNull();
    },
  );
});

describe('words that change nothing, with blanks and without (FORMATS S4)', () => {
  it.each<[Role, string[]]>([
    ['resources', ['学习资源推荐', '推荐学习资源', '參考資料', '相关链接', '學習資源', '推荐阅读']],
    ['resources', ['おすすめ学習リソース', '参考リンク一覧', '関連資料', '추천 학습 자료', '참고자료', '자료 목록']],
    ['resources', ['Recursos recomendados', 'Enlaces de interés', 'Ressources complémentaires', 'Risorse utili']],
    ['resources', ['Önerilen kaynaklar', 'Hilfreiche Links', 'Polecane linki', 'Tài liệu tham khảo']],
    ['rubric', ['習得レベルの定義', 'レベル一覧', 'Definition of levels', '等级定义', 'Livelli di competenza']],
    ['legend', ['状态说明', '記号の説明', '기호 설명']],
  ])('%s', (role, titles) => {
    for (const title of titles) expect(`${title}: ${roleOf(title)}`).toBe(`${title}: ${role}`);
  });

  it.each([
    '推荐',
    '学习计划',
    '学習内容',
    '推荐系统',
    'おすすめ',
    '一覧',
    'リンクリスト',
    '자료 구조',
    '학습 경로',
    'Recursos humanos',
  ])('are none in %j', (title) => {
    expect(roleOf(title)).toBeNull();
  });
});
