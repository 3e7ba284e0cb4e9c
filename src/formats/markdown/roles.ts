// Role: what a section is for when it is not there to be studied: prerequisites, resources, contents and the like (FORMATS S4).
import { pattern } from '../../text/pattern.ts';

const notTitle = pattern(String.raw`[^\p{L}\p{N}\s,/&+'.-]`, 'gu');

export type Role =
  | 'prerequisites'
  | 'resources'
  | 'certifications'
  | 'related'
  | 'rubric'
  | 'contents'
  | 'description'
  | 'introduction'
  | 'conclusion'
  | 'reviews'
  | 'license'
  | 'author'
  | 'support';

const names: readonly (readonly [Role, RegExp])[] = [
  [
    'prerequisites',
    /^(?:pre-?\s?requisites?|requirements|before you (?:begin|start)|what you (?:need|should know)|предварительные (?:требования|знания|условия)|пререквизиты|требования|необходимые (?:знания|навыки)|что нужно знать(?: заранее)?|перед началом|pré-?requisitos|prerrequisitos|requisitos(?: previos)?|voraussetzungen|pré-?requis|передумови|先决条件|前置知识|前提条件|前提知識|דרישות קדם)$/,
  ],
  [
    'resources',
    /^(?:resources?|(?:an? )?(?:lists?|collections?) of (?:(?:useful|helpful|additional|recommended|learning|study) )?(?:resources|links|references|materials)|(?:learning|course|study|recommended|reading|additional|supplementary) materials?|materials and resources|resources and materials|links?|references?|forums?|(?:further|additional|recommended) reading|reading list|sources|see also|documentation links|bookmarks|communit(?:y|ies)|ресурсы|(?:список|подборка|коллекция) (?:(?:полезных|рекомендуемых|дополнительных|учебных) )?(?:ресурсов|ссылок|источников|материалов)|ссылки|форумы?|источники|литература|материалы|(?:что|где) (?:по)?читать|сообщества?|см\.? также|список литературы|recursos|referências|referencias|enlaces|links úteis|bibliograf[ií]a|ressourcen|ressources|quellen|liens|ресурси|посилання|джерела|参考资料|参考文献|资源|学习资源|学習リソース|学習資料|參考資料|リソース|参考リンク|משאבים|קישורים)$/,
  ],
  [
    'certifications',
    /^(?:certificat(?:es?|ions?)|certification paths?|сертификат(?:ы|ация|ации)?|сертификация|certificaciones|certificações|сертифікації)$/,
  ],
  [
    'related',
    /^(?:related (?:skills?|topics?|technolog(?:y|ies)|roadmaps?)|connections? (?:to|with) other skills|связь с (?:другими|другим) (?:навыками|навыком|технологиями)|связанные (?:навыки|темы|технологии)|смежные (?:навыки|темы|технологии))$/,
  ],
  [
    'rubric',
    /^(?:skill levels?|levels?(?: of (?:skill|mastery|knowledge))?|level (?:rubric|assessment|criteria)|(?:skill )?assessment|rubric|self[- ]assessment|grades|оценка уровня(?: навыка| знаний| владения)?|уровни(?: навыка| знаний| владения)?|уровень (?:навыка|владения)|критерии оценки|самооценка|грейды)$/,
  ],
  [
    'contents',
    /^(?:table of contents?|contents|toc|outline of contents|on this page|содержание|оглавление|навигация|índice|sumário|tabla de contenidos?|tabela de conteúdos?|inhalt|inhaltsverzeichnis|sommaire|table des matières|spis treści|зміст|目录|目錄|目次|차례|목차|תוכן עניינים)$/,
  ],
  [
    'description',
    /^(?:descriptions?|about|about (?:this|the) (?:course|roadmap|repo(?:sitory)?|guide|project|document)|overview of (?:this|the) (?:course|roadmap|document)|summary|описание(?: курса| навыка)?|о курсе|об этом|аннотация|резюме|(?:how|where) to use (?:it|this(?: \w+)?|the \w+)|how this (?:\w+ )?works|как (?:этим )?пользоваться(?: .*)?|descripción|descrição|sobre|beschreibung|à propos|опис|关于|简介)$/,
  ],
  [
    'introduction',
    /^(?:introduction|intro|preface|foreword|введение|вступление|предисловие|introducción|introdução|einleitung|einführung|вступ|前言|引言|はじめに)$/,
  ],
  [
    'conclusion',
    /^(?:conclusions?|final words|wrap[- ]?up|closing(?: words)?|заключение|выводы?|послесловие|итоги?|conclusión|conclusão|fazit|висновки|结论|总结|おわりに)$/,
  ],
  ['reviews', /^(?:reviews?|testimonials|feedback|отзывы?)$/],
  [
    'license',
    /^(?:licen[cs]e|licensing|copyright|лицензия|licença|licencia|lizenz|licences?|ліцензія|许可证|许可|ライセンス)$/,
  ],
  [
    'author',
    /^(?:authors?|about (?:me|the author)|maintainers?|contributors?|credits|acknowledge?ments?|автор(?:ы)?|об авторе|благодарности|участники|autor(?:es|a)?|auteurs?|作者|贡献者)$/,
  ],
  [
    'support',
    /^(?:support(?: (?:me|my work|us|the project))?|sponsors?(?:hip)?|donat(?:e|ions?)|contributing|contributions?|how to contribute|give a star|disclaimer|changelog|поддержка|поддержать(?: автора| проект)?|как помочь|спонсоры|отказ от ответственности|contribuir|contribuciones|contribuindo|como contribuir|mitwirken|contribuer|внесок|贡献|支持|star history|code of conduct|кодекс поведения)$/,
  ],
];

// Something of every name above; what has none of it is not looked at further.
const stems =
  'requi|requis|before you|what you|требован|условия|реквизит|знания|нужно|навык|начал|resource|link|referenc|forum|reading|source|also|bookmark|communit|ресурс|ссылк|форум|источник|литератур|материал|список|подборк|коллекц|material|читать|сообщес|certif|сертиф|related|connection|связ|смежн|level|assess|rubric|grade|уров|критери|оценк|грейд|content|toc|page|содержан|оглавлен|навигац|descri|about|overview|summary|описан|курсе|этом|аннотац|резюме|intro|preface|foreword|введен|вступл|предислов|conclu|final|wrap|closing|заключ|вывод|послеслов|итог|review|testimon|feedback|отзыв|licen|copyright|лиценз|author|maintain|contribut|credit|acknowl|автор|благодар|участник|support|sponsor|donat|star|disclaim|changelog|поддерж|помочь|спонсор|отказ|requisit|voraus|передум|先决|前置|前提|דריש|recurs|referê|referen|enlace|bibliogr|ressour|quelle|liens|посилан|джерел|参考|资源|学習|參考|リソース|משאב|קישור|índice|sumário|tabla|tabela|inhalt|somm|matière|spis|зміст|目|차례|목차|תוכן|to use|works|пользов|sobre|beschr|propos|опис|关于|简介|einl|einf|вступ|前言|引言|はじめ|fazit|виснов|结论|总结|おわり|lizenz|ліценз|许可|ライセンス|autor|auteur|作者|贡献|mitwirk|внесок|支持|conduct|кодекс'.split(
    '|',
  );

// Words that change nothing: «useful links», «полезные ссылки», «official documentation links».
const adjectives =
  /^(?:(?:useful|helpful|additional|more|extra|other|external|official|recommended|learning|study|free|online|course|key|important|general|the|my|your|our|полезные|полезная|дополнительные|дополнительная|другие|рекомендуемые|рекомендованная|официальные|вспомогательные|учебные|внешние|основные|мои)\s+)+/;
// «…for learning», «…for DevOps engineers», «… по Istio».
const tails = /(?<!\s)\s+(?:for|по|для|about|on|used|to learn|of this|of the)\s+[\s\S]*$/;

// `:star:`, as GitHub writes its emoji.
const shortcode = /:[a-z0-9_+-]+:?(?=\s|$)/g;

/** The role of a readable title; a number before it means that it is part of the course, so the caller does not ask then. */
export function roleOf(title: string): Role | null {
  if (title.length > 80) return null;
  const lower = title.toLowerCase();
  // Not one expression: compiling it, letter case and all, costs more than looking for each.
  if (!stems.some((stem) => lower.includes(stem))) return null;
  const clean = title
    .replace(shortcode, ' ')
    .toLowerCase()
    .normalize('NFC')
    .replace(notTitle(), ' ')
    .replace(/ё/g, 'е')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,-]+|(?<![\s.,:-])[\s.,:-]+$/g, '')
    .trim();
  if (clean === '' || clean.length > 60) return null;
  const whole = roleNamed(clean.replace(/ & /g, ' and '));
  if (whole !== null) return whole;
  // «Resources, forums» is one role when each part is a role.
  const parts = clean.split(/(?<!\s)\s*(?:,|\/|&|\+|\band\b|(?<=\s)и(?=\s))\s*/).filter(Boolean);
  if (parts.length < 2) return null;
  const roles = parts.map(roleNamed);
  return roles.every((role) => role !== null) ? (roles[0] as Role) : null;
}

function roleNamed(text: string): Role | null {
  const core = text.replace(adjectives, '');
  for (const [role, pattern] of names) if (pattern.test(core) || pattern.test(text)) return role;
  const short = core.replace(tails, '');
  // «Resources for X» is about X; «Introduction to X» and «Description of X» are chapters.
  if (short !== core && short !== '')
    for (const [role, pattern] of names)
      if ((role === 'resources' || role === 'prerequisites' || role === 'certifications') && pattern.test(short))
        return role;
  return null;
}

/** These cover only what stands directly under them; sections below them are the course (FORMATS S4). */
export function coversOnlyItsOwnText(role: Role): boolean {
  return role === 'description' || role === 'introduction' || role === 'contents';
}
