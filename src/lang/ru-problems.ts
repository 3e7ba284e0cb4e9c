// Russian problems: what is wrong at one place of a text in YAML, JSON or TOML; judging needs no other sentences.
import type { Expected, ExpectedSetting, Problem, ProblemArgs } from '../errors.ts';
import type { Sentences, Wrong } from './messages.ts';
import { russianForm } from './plural.ts';

const counted = (count: number, one: string, few: string, many: string): string =>
  `${count} ${russianForm(count, one, few, many)}`;

const expectedSetting = (expected: ExpectedSetting): string =>
  expected.kind === 'choice'
    ? `одно из значений ${expected.choices.join(', ')}`
    : { text: 'текст', list: 'список текстов', map: 'набор ключей со значениями', day: 'день в виде ГГГГ-ММ-ДД' }[
        expected.kind
      ];

const expectedWords: { readonly [what in Expected]: string } = {
  text: 'текст',
  wording: 'текст или тексты на разных языках',
  'filled-text': 'непустой текст',
  language: 'язык, например en или pt-BR',
  word: 'слово или число',
  id: 'id',
  'id-without-spaces': 'id без пробелов',
  'lab-id': 'имя файла из букв, цифр, дефисов, точек и подчёркиваний, первая — буква или цифра',
  words: 'список слов',
  counterparts: 'ПЛАН#id, например istio#virtual-service, или список таких записей',
  notes: 'текст или список текстов',
  hours: 'число часов, не меньше 0',
  percent: 'процент от 0 до 100',
  count: 'целое число, не меньше 0',
  done: 'true, false или день, например 2026-11-20',
  status: 'todo, doing, done или skipped',
  'legacy-state': 'removed, deprecated, renamed, merged или superseded',
  stage: 'experimental, alpha, beta или stable',
  feature: 'набор полей name и stage',
  features: 'список возможностей, у каждой name и stage',
  legacy: 'набор полей state, since и use',
  links: 'список ссылок',
  topics: 'список тем',
  topic: 'тема: текст или поля, среди которых есть title',
  sections: 'список разделов',
  section: 'раздел: поля, среди которых есть title и topics',
  projects: 'список проектов',
  project: 'проект: поля, среди которых есть title',
  levels: 'список уровней, от низшего к высшему',
  level: 'уровень: id или поля id, title и rubric',
  resources: 'список материалов',
  resource: 'материал: ссылка или поля title и url',
  texts: 'список текстов',
  lab: 'набор ключей с полями лабораторной',
  minutes: 'целое число минут, не меньше 1',
  'yes-or-no': 'true или false',
  document: 'resources или values',
  given: 'набор ключей facts и manifests',
  checks: 'список хотя бы из одной проверки',
  check: 'проверка: поля id, title, expression и failure',
  change: 'поля from и to',
  changes: 'список замен, у каждой from и to',
  answer: 'поле why и одно из полей answer и change',
  'wrong-answer': 'поля why и caught и одно из полей answer и change',
  answers: 'список ответов',
  free: 'список полей, у каждого path и reason',
};

const foundWords = { nothing: 'пусто', list: 'список', map: 'набор ключей' };
const quoteIt = 'возьмите весь текст в кавычки: "…"';
const spaces = (count: number): string => counted(count, 'пробел', 'пробела', 'пробелов');

export const russianProblems: Sentences['problems'] = {
  expected: ({ field, expected, found }) => ({
    message: `${field === null ? '' : `${field}: `}ожидается ${expectedWords[expected]}, а здесь ${typeof found === 'string' ? foundWords[found] : `«${found.text}»`}`,
    hint: null,
  }),
  'missing-field': ({ field }) => ({ message: `нет поля «${field}»`, hint: `напишите «${field}: …»` }),
  'no-title': () => ({ message: 'нет названия', hint: 'напишите «title: …»' }),
  'unknown-key': ({ key, nearest }) => ({
    message: `неизвестный ключ «${key}»`,
    hint: nearest === null ? null : `может быть, «${nearest}»?`,
  }),
  conflict: () => ({ message: 'здесь остался конфликт слияния git', hint: 'разрешите его в редакторе' }),

  'unknown-setting': ({ key, nearest }) => ({
    message: `нет такой настройки: «${key}»`,
    hint: nearest === null ? null : `может быть, «${nearest}»?`,
  }),
  'setting-value': ({ key, expected }) => ({
    message: `${key === '' ? 'в настройках' : `${key}:`} ожидается ${expectedSetting(expected)}`,
    hint: null,
  }),
  'setting-not-here': ({ key }) => ({
    message: `«${key}» действует в настройках пользователя, но не проекта`,
    hint: null,
  }),
  'outside-project': ({ file }) => ({ message: `${file} находится вне каталога этого файла`, hint: null }),
  'roadmap-name': ({ name, reason }) => ({
    message:
      reason === 'bundled'
        ? `«${name}» — имя встроенного плана`
        : reason === 'twice'
          ? `«${name}» встречается дважды; прописные и строчные буквы не различаются`
          : `«${name}» не может быть именем плана`,
    hint: reason === 'characters' ? 'имя состоит из букв, цифр, - и _' : 'дайте ему другое имя',
  }),
  'roadmap-without-file': ({ name }) => ({
    message: `у плана «${name}» нет файла`,
    hint: 'напишите «file: …» под именем плана',
  }),
  'progress-name': ({ file }) => ({
    message: `отметки хранятся в файле Markdown, а ${file} — не Markdown`,
    hint: null,
  }),

  indent: ({ found, usual, beside }) => ({
    message: `отступ этой строки — ${found}, а у ${beside === 'entries' ? 'пунктов этого списка' : 'соседних ключей'} — ${usual}`,
    hint: usual === 0 ? 'уберите пробелы в начале строки' : `поставьте в начале ${spaces(usual)}`,
  }),
  'too-little-indent': ({ found, least, first }) => ({
    message: `отступ этой строки — ${found}, а она продолжает начатое в строке ${first}`,
    hint: `поставьте в начале ${spaces(least)} или больше`,
  }),
  'odd-indent': () => ({
    message: 'отступ этой строки не такой, как у соседних',
    hint: 'строки одного списка начинаются в одном столбце',
  }),
  tab: () => ({ message: 'отступ этой строки сделан табуляцией', hint: 'в YAML отступы делаются пробелами' }),
  'odd-blank': () => ({
    message: 'отступ этой строки сделан не обычным пробелом',
    hint: 'удалите его и поставьте обычные пробелы',
  }),
  'no-dash': () => ({ message: 'не хватает дефиса: каждый пункт списка начинается с «- »', hint: null }),
  'no-dash-space': () => ({ message: 'после дефиса нужен пробел', hint: null }),
  'no-colon': () => ({ message: 'здесь должен быть ключ с двоеточием', hint: 'напишите «ключ: …»' }),
  'no-colon-space': () => ({ message: 'после двоеточия нужен пробел', hint: null }),
  'keys-below-text': ({ text }) => ({
    message: 'пункт выше — просто текст, ключей у него быть не может',
    hint: `запишите его как «- title: ${text}»`,
  }),
  'list-below-text': () => ({
    message: 'здесь начинается список, а у ключа над ним уже есть значение',
    hint: 'уберите это значение или дайте ему свой ключ',
  }),
  'second-colon': () => ({
    message: '«: » стоит в тексте без кавычек',
    hint: 'возьмите текст в кавычки: "…: …"',
  }),
  'duplicate-key': ({ key, isRoot }) => ({
    message: `ключ «${key}» уже есть выше`,
    hint: isRoot
      ? 'ключ пишется один раз'
      : 'ключ пишется один раз; если здесь начинается новый пункт списка, перед ним нужен «- »',
  }),
  'odd-start': ({ start }) => ({
    message: `текст не может начинаться с ${start}`,
    hint: quoteIt,
  }),
  'text-behind-block': ({ start }) => ({
    message: `после ${start} текст начинается со следующей строки`,
    hint: `перенесите его туда и сделайте отступ или уберите ${start}`,
  }),
  'bad-escape': ({ written }) => ({
    message: `${written} в двойных кавычках ничего не значит`,
    hint: "напишите две обратные косые черты или возьмите одинарные кавычки: '…'",
  }),
  'unclosed-quote': ({ quote }) => ({
    message: `эта кавычка ${quote} не закрыта`,
    hint: `поставьте ${quote} в конце текста`,
  }),
  'quote-inside': ({ quote }) => ({
    message: `эта кавычка ${quote} закрывает текст, а он продолжается`,
    hint:
      quote === '"'
        ? 'внутри двойных кавычек пишите \\" вместо кавычки'
        : "внутри одинарных кавычек апостроф удваивается: ''",
  }),
  'text-behind-quote': () => ({
    message: 'после закрывающей кавычки есть ещё текст',
    hint: 'возьмите в кавычки весь текст или уберите их',
  }),
  'unclosed-bracket': ({ open }) => ({ message: `эта скобка ${open} не закрыта`, hint: null }),
  'wrong-bracket': ({ open, close }) => ({ message: `открыта скобка ${open}, а ${close} её не закрывает`, hint: null }),
  'stray-bracket': ({ close }) => ({ message: `эта скобка ${close} ничего не закрывает`, hint: 'уберите её' }),
  'no-comma': () => ({ message: 'перед этим местом не хватает запятой', hint: null }),
  'comma-ends-text': () => ({
    message: 'внутри { } запятая заканчивает текст: возьмите его в кавычки',
    hint: 'например: ru: "…, …"',
  }),
  'decimal-comma': ({ number }) => ({
    message: 'дробные числа пишутся с точкой, а не с запятой',
    hint: `напишите ${number}`,
  }),
  'dash-inside': () => ({ message: 'внутри [ ] пункты разделяются запятыми, без дефисов', hint: 'пишите [a, b]' }),
  'comment-inside': () => ({
    message: 'с # здесь начинается комментарий, и скобка перед ним остаётся открытой',
    hint: quoteIt,
  }),
  unexpected: () => ({ message: 'здесь этого быть не может', hint: null }),
  syntax: ({ message }) => ({ message: `это не YAML: "${message}"`, hint: null }),

  'one-lab': () => ({ message: 'в файле должна быть одна лабораторная', hint: null }),
  'repeated-id': ({ id }) => ({ message: `проверка с именем «${id}» уже есть`, hint: 'дайте ей другое имя' }),
  'unknown-check': ({ id, nearest }) => ({
    message: `«${id}» — не проверка этой лабораторной и не yaml, schema или reference`,
    hint: nearest === null ? null : `может быть, "${nearest}"?`,
  }),
  'needs-later': ({ id, nearest }) => ({
    message: `среди предыдущих проверок нет «${id}»`,
    hint: nearest === null ? null : `может быть, "${nearest}"?`,
  }),
  'answer-or-change': () => ({
    message: 'у ответа есть либо answer, весь текст, либо change, замены в решении',
    hint: 'оставьте что-то одно',
  }),
  'change-from': ({ count }) => ({
    message: `в решении это встречается не один раз, а ${count}`,
    hint: count === 0 ? null : 'захватите больше текста вокруг',
  }),

  'second-document': () => ({ message: 'здесь начинается второй документ', hint: 'в файле один план: уберите «---»' }),
  'too-long': ({ most }) => ({ message: `в этом тексте больше ${most} символов`, hint: null }),
  'not-an-object': () => ({
    message: 'документ — это объект с ключами, а здесь не он',
    hint: 'начните его с apiVersion и kind',
  }),
  'no-separator': () => ({
    message: 'здесь, похоже, начинается другой объект, а предыдущий ещё не закончен',
    hint: 'поставьте между ними строку ---',
  }),
  'no-kind': ({ field }) => ({ message: `у этого объекта нет ${field}`, hint: `напишите "${field}: …"` }),
  'too-many-objects': ({ most }) => ({ message: `здесь больше ${most} объектов`, hint: null }),
  'too-deep': ({ most }) => ({ message: `вложенность больше ${most}`, hint: null }),
  'no-anchor': ({ name }) => ({
    message: `выше нет ничего с именем «&${name}»`,
    hint: 'текст, который начинается с *, нужно взять в кавычки',
  }),
  'anchor-in-itself': ({ name }) => ({ message: `«*${name}» содержит само себя`, hint: null }),
  'too-many-aliases': () => ({
    message: 'ссылки * разворачиваются в слишком много значений',
    hint: 'запишите значения полностью',
  }),
  'odd-key': () => ({ message: 'ключ должен быть текстом', hint: 'возьмите текст в кавычки' }),
  'forbidden-key': ({ key }) => ({
    message: `«${key}» не может быть ключом`,
    hint: 'запишите это пунктом списка: - …',
  }),
  'unknown-value': () => ({ message: 'значение неизвестного вида', hint: null }),
  'not-json': () => ({ message: 'отсюда и дальше это не JSON', hint: null }),
  'not-yaml': () => ({ message: 'читается только front matter на YAML', hint: null }),
  'not-toml': () => ({ message: 'отсюда и дальше это не TOML', hint: null }),
  'no-pairs': () => ({ message: 'здесь нужны строки «ключ: значение»', hint: null }),
  'fence-inside': () => ({ message: 'строка внутри блока начинается с «---»', hint: null }),
};

export const wrong = ({ code, args }: Pick<Problem, 'code' | 'args'>): Wrong =>
  (russianProblems[code] as (args: ProblemArgs[keyof ProblemArgs]) => Wrong)(args);
