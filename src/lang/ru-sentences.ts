// Russian sentences: what went wrong and what was noticed, for people who read Russian; loaded only when there is something to say.
import { otherForm } from '../dates/other-form.ts';
import { type ExpectedValue, type FileCause, lieInFile, type NoRoadmap } from '../errors.ts';
import { nearestWord } from '../text/nearest.ts';
import { encodingName } from './encoding-name.ts';
import { failedLines } from './failed-lines.ts';
import type { AbandonedNames, Commands, Sentences } from './messages.ts';
import { russianForm } from './plural.ts';
import { rareFields } from './rare-fields.ts';
import { russian } from './ru.ts';
import { months, shortMonths } from './ru-months.ts';
import { russianProblems, wrong } from './ru-problems.ts';
import { russianScripting } from './ru-scripting.ts';

const counted = (count: number, one: string, few: string, many: string): string =>
  `${count} ${russianForm(count, one, few, many)}`;

const topics = (count: number): string => counted(count, 'тема', 'темы', 'тем');
const errors = (count: number): string => counted(count, 'ошибка', 'ошибки', 'ошибок');

/** Ticks that lie in the progress file of another roadmap. */
function abandoned({ file, roadmap, isThere, fitting, total }: AbandonedNames): string {
  const kept =
    roadmap === null ? '' : `; файл вёлся для ${roadmap}, ${isThere ? 'и этот план на месте' : 'которого больше нет'}`;
  if (total === 0) return `в ${file} нет ни одной отметки${kept}`;
  const belong = russianForm(fitting, 'относится', 'относятся', 'относятся');
  return `к темам этого плана ${belong} ${fitting} из ${counted(total, 'отметки', 'отметок', 'отметок')} в ${file}${kept}`;
}

// Of a long list, as many as can be read at a glance.
const mostPlaces = 10;

const listed = (found: readonly { address: string; title: string }[]): string =>
  [
    ...found.slice(0, mostPlaces).map(({ address, title }) => `${address}  ${title}`),
    ...(found.length > mostPlaces ? [russian.more(found.length - mostPlaces)] : []),
  ].join('\n');

const onWeekday = ['в воскресенье', 'в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу'];
const weekdays = ['вс', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб'];
const guide = 'для чего нужны поля, рассказано в docs/write-a-roadmap.md';
const partsOf = { topics: 'тем', sections: 'разделов', projects: 'проектов' };
/** Numbers with a comma: 1,5. */
const number = (value: number): string => String(value).replace('.', ',');
const listAll = (commands: Commands): string => `все адреса покажет \`${commands.to('list')}\``;
const helpOf = (command: string | null, commands: Commands): string =>
  command === null
    ? `список команд и параметров: \`${commands.to('help')}\``
    : `как пользоваться командой: \`${commands.to('help', ...command.split(' ', 1))}\``;
const meantLine = (line: string): string => `может быть, \`${line}\`?`;

/** Of a long circle its beginning and its end. */
const circleText = (addresses: readonly string[]): string => {
  const shown = addresses.length > 12 ? [...addresses.slice(0, 8), '…', ...addresses.slice(-3)] : addresses;
  return [...shown, addresses[0]].join(' → ');
};

const expectedValue = (expected: ExpectedValue): string =>
  expected.kind === 'choice'
    ? `одно из значений ${expected.choices.join(', ')}`
    : expected.kind === 'number'
      ? `целое число, не меньше ${expected.least}`
      : expected.kind === 'command-name'
        ? 'имя из латинских букв, цифр, - и _, не занятое самой оболочкой'
        : expected.kind === 'pace'
          ? 'число часов в неделю, например 6h/w, или тем в неделю, например 10/w'
          : expected.kind === 'duration'
            ? 'время, например 2h, 30m или 1h30m'
            : 'целое число процентов, от 1 до 100';

interface Cause {
  readonly message: string;
  /** `file` as it was named. */
  hint(file: string, commands: Commands): string;
}

const ticksInFile = (commands: Commands): string =>
  `храните отметки в отдельном файле: \`${commands.again('--progress', 'ticks.md')}\``;

const causes: { readonly [cause in FileCause]: Cause } = {
  missing: { message: 'такого файла нет', hint: () => 'проверьте имя и текущий каталог' },
  exists: { message: 'такое имя уже занято', hint: () => 'выберите другое: поверх существующего ничего не пишется' },
  'no-folder': {
    message: 'нет такого каталога',
    hint: () => 'сначала создайте его или проверьте, верно ли написан путь',
  },
  folder: {
    message: 'это каталог',
    hint: (file, commands) => `какие файлы в нём — планы, покажет \`${commands.to('lint', file)}\``,
  },
  'not-a-file': { message: 'это устройство или канал, а не файл', hint: () => 'укажите обычный файл' },
  denied: { message: 'нет прав доступа', hint: () => 'права покажет `ls -l`' },
  'write-protected': {
    message: 'файл защищён от записи',
    hint: (file, commands) => `сначала разрешите запись: \`${commands.shell('chmod', 'u+w', file)}\``,
  },
  'not-a-folder': {
    message: 'часть пути — файл, а не каталог',
    hint: () => 'проверьте путь: какая это часть, покажет `ls -ld`',
  },
  'no-cwd': {
    message: 'текущий каталог удалён',
    hint: () => 'перейдите в существующий (`cd`) или укажите полный путь к файлу',
  },
  'long-name': {
    message: 'имя длиннее, чем допускает файловая система',
    hint: () => 'в имени помещается 255 байт: выберите короче',
  },
  'odd-name': {
    message: 'в пути есть байты не в UTF-8, и открыть файл по нему нельзя',
    hint: () => 'переименуйте файл (`convmv -f latin1 -t utf-8`) или сделайте на него ссылку с обычным именем: `ln -s`',
  },
  busy: {
    message: 'это точка монтирования, и заменить её другим файлом нельзя',
    hint: (_, commands) => `${ticksInFile(commands)}; в контейнер монтируйте каталог, а не файл`,
  },
  defect: {
    message: 'на нём программа падает, это наша ошибка',
    hint: (file, commands) =>
      `сообщите о ней, приложив файл; где именно, покажет \`DEBUG=1 ${commands.on(file).to('status')}\``,
  },
  refused: {
    message: 'операционная система отказала',
    hint: (file, commands) => `повторите команду; сам файл покажет \`${commands.shell('ls', '-ld', file)}\``,
  },
  'link-circle': {
    message: 'это ссылка, которая ведёт сама на себя',
    hint: (file, commands) => `куда она ведёт, покажет \`${commands.shell('ls', '-l', file)}\``,
  },
  'read-only': {
    message: 'файловая система доступна только для чтения',
    hint: () => 'скопируйте файл туда, где можно писать',
  },
  full: { message: 'на диске нет места', hint: () => 'освободите место и повторите команду' },
  io: { message: 'ошибка диска', hint: () => 'проверьте диск, прежде чем пробовать снова' },
  binary: { message: 'это не текст', hint: () => 'назовите текстовый файл: Markdown, YAML или JSON' },
  'too-large': {
    message: 'файл больше 32 МиБ',
    hint: () => 'проверьте имя или разделите файл на несколько',
  },
  'dangling-link': {
    message: 'это ссылка на несуществующий файл',
    hint: (file, commands) => `куда она ведёт, покажет \`${commands.shell('ls', '-l', file)}\``,
  },
  'hard-link': {
    message: 'на него есть другие жёсткие ссылки, и запись их разорвёт',
    hint: (_, commands) => ticksInFile(commands),
  },
  owner: {
    message: 'он принадлежит другому пользователю, и запись это изменит',
    hint: (_, commands) => ticksInFile(commands),
  },
  'inexact-encoding': {
    message: 'в его кодировке нет нужных символов либо исходные байты не удастся сохранить точно',
    hint: (_, commands) => `сохраните файл в UTF-8 или ${ticksInFile(commands)}`,
  },
  'ticks-gone': {
    message: 'отметки этого плана перенесены туда, а файла больше нет',
    hint: (_, commands) =>
      `верните файл на место или начните заново: \`${commands.to('reconcile', '--progress', 'inline', '--apply')}\` (вместо \`inline\` можно указать файл)`,
  },
  'no-home': {
    message: 'нет домашнего каталога',
    hint: () => 'задайте HOME или обе переменные: XDG_DATA_HOME и XDG_STATE_HOME',
  },
};

const reasons: { readonly [reason in NoRoadmap['reason']]: string } = {
  empty: 'файл пуст',
  'only-comments': 'в файле ничего нет, кроме комментариев',
  'single-text': 'это один сплошной текст',
  'about-a-person': 'это сведения о человеке',
  configuration: 'это настройки программы',
  records: 'в списках записи, а не темы',
  'names-and-values': 'это имена и значения, а не темы',
  numbers: 'это наборы чисел, а не темы',
  untitled: 'у большинства записей нет названия',
  'no-topics': 'тем в файле не нашлось',
  'other-json': 'это JSON, но в нём нет ни «nodes», ни «mockup», как в файлах roadmap.sh',
  'no-nodes': 'среди nodes нет ни topic, ни subtopic',
};

const noRoadmap = ({ reason, keys }: NoRoadmap): string =>
  reasons[reason] + (keys === undefined ? '' : ` (${keys.join(', ')})`);

const range = (first: number, last: number): string => (first === last ? `${first}` : `${first}–${last}`);

export const russianSentences: Sentences = {
  waitsForClient: 'ожидается клиент Model Context Protocol на стандартном вводе; Ctrl-D завершает работу (docs/mcp.md)',
  setBy: (place) => `задано в ${place}`,
  errors: {
    'unknown-command': ({ word, words }, commands) => ({
      message: `нет такой команды: «${word}»`,
      hint: words === null ? helpOf(null, commands) : meantLine(commands.line(words)),
    }),
    'unknown-option': ({ option, command, words }, commands) => ({
      message: `нет такого параметра${command === null ? '' : ` у команды \`${command}\``}: «${option}»`,
      hint: words === null ? helpOf(command, commands) : meantLine(commands.line(words)),
    }),
    'option-without-value': ({ option, command }, commands) => ({
      message: `у параметра «${option}» не указано значение`,
      hint: helpOf(command, commands),
    }),
    'bad-option-value': ({ option, value, expected, command }, commands) => ({
      message: `значение «${value}» не подходит параметру «${option}»: нужно ${expectedValue(expected)}`,
      hint: helpOf(command, commands),
    }),
    'options-exclude': ({ option, other, command }, commands) => ({
      message: `параметры «${option}» и «${other}» нельзя указать вместе`,
      hint: helpOf(command, commands),
    }),
    'missing-argument': ({ argument, command }, commands) => ({
      message: `команде \`${command}\` не хватает аргумента «${argument}»`,
      hint: helpOf(command, commands),
    }),
    'too-many-words': ({ command, expected, got, words }, commands) => ({
      message: `лишние слова после \`${command}\`: указано ${got}, а ${expected === 0 ? 'не нужно ни одного' : `нужно не больше ${expected}`}`,
      hint: words === null ? helpOf(command, commands) : meantLine(commands.line(words)),
    }),
    'file-as-selector': ({ file, by }, commands) => ({
      message: `«${file}» — это файл, а файл указывают в \`-r\``,
      hint: `\`${commands.on(file).instead(file, ...by) ?? commands.on(file).to('status')}\``,
    }),
    'bad-date': ({ word, place }, commands) => ({
      message: `«${word}» — не дата${place === null ? '' : ` (задано в ${place})`}`,
      hint:
        place === null
          ? 'например: 2026-11-19, today, yesterday, -3d, monday'
          : `запишите её как 2026-11-19 или уберите: \`${commands.shell('unset', place)}\``,
    }),
    'bad-due': ({ word }) => ({
      message: `«${word}» — не срок`,
      hint: 'например: overdue, week, 2026-12-24, +7d, friday или несколько дней подряд: 2026-12-01..2026-12-24',
    }),
    'future-date': ({ date, today, place }) => ({
      message: `${date} ещё не наступило, сегодня ${today}${place === null ? '' : ` (задано в ${place})`}`,
      hint: 'в `--on` указывают день, когда тема пройдена: сегодня или раньше',
    }),
    recurring: ({ address, title, line }) => ({
      message: `${address} ${title} (строка ${line}): задача повторяется, и отметка стёрла бы следующую дату`,
      hint: 'отметьте её в Obsidian или уберите из строки поле 🔁',
    }),
    'done-elsewhere': ({ address, title, roadmap, id }, commands) => ({
      message: `у темы ${address} ${title} здесь нет отметки: она пройдена как «${id}» в ${roadmap}`,
      hint: `снимите отметку там: \`${commands.on(roadmap).to('reopen', id)}\``,
    }),
    'needs-answer': ({ question, flag, look }, commands) => ({
      message: `нужен ответ на вопрос «${question}»`,
      hint:
        look === undefined
          ? `запустите команду в терминале или ответьте заранее: \`${commands.again(flag)}\``
          : `посмотреть отметки: \`${commands.to(...look)}\`; чтобы продолжить, запустите команду в терминале или введите \`${commands.again(flag)}\``,
    }),
    'not-rehearsed': ({ tool }) => ({
      message: `ничего не записано: то, что изменит этот вызов \`${tool}\`, ещё не показано или стало другим`,
      hint: `вызовите \`${tool}\` с dryRun true, посмотрите \`changed\` и повторите тот же вызов с dryRun false`,
    }),
    'no-selector': ({ command, example }, commands) => ({
      message: `не указана тема для \`${command}\``,
      hint: `\`${commands.again(example)}\` или часть названия; ${listAll(commands)}`,
    }),
    'no-screen': ({ example }, commands) => ({
      message: 'для `pick` нужен терминал с управлением экраном',
      hint: `отметить тему: \`${commands.to('done', example)}\`; непройденные темы показывает \`${commands.to('list', '--status', 'todo')}\``,
    }),
    'only-one': ({ command, selector, isSection }, commands) => ({
      message: `\`--only\` относится к одной теме, а ${selector} — ${isSection ? 'раздел' : 'несколько тем'}`,
      hint: `для всех сразу: \`${commands.to(command, selector)}\``,
    }),
    'one-topic': ({ what, selector, isSection }, commands) => ({
      message: `\`${what}\` относится к одной теме, а ${selector === null ? 'указано несколько' : `${selector} — ${isSection ? 'раздел' : 'несколько тем'}`}`,
      hint: selector === null ? listAll(commands) : `выберите одну: \`${commands.to('list', selector)}\``,
    }),
    'empty-note': ({ command }, commands) => ({
      message: 'в заметке нет текста',
      hint:
        command === 'note'
          ? `напишите его после темы: \`${commands.to('note', '4.2', 'ТЕКСТ')}\``
          : `напишите его после \`--note\`: \`${commands.to('done', '4.2', '--note', 'ТЕКСТ')}\``,
    }),
    'unsafe-note': ({ file, line, address }, commands) => ({
      message: `ничего не записано: из-за заметки под строкой ${line} файла ${file} соседние строки читались бы иначе`,
      hint: `\`${commands.to('edit', address)}\` откроет файл на этой строке; возможно, не закрыт комментарий или блок`,
    }),
    'undo-selector': ({ command, selector }, commands) => ({
      message: `\`${command}\` относится к последнему изменению, каким бы оно ни было; тему для неё не указывают`,
      hint:
        command === 'undo'
          ? `снять отметку с темы: \`${commands.to('reopen', selector)}\``
          : `\`${commands.to('redo')}\``,
    }),
    'unknown-status': ({ status, known }) => ({
      message: `нет такого состояния: «${status}»`,
      hint: `возможные состояния: ${known.join(', ')}; несколько указывают через запятую`,
    }),
    'not-markdown': ({ name, format, isBundled }, commands) => ({
      message: `\`--explain\` работает с заметками Markdown, а ${name} — ${isBundled ? 'встроенный план' : format}`,
      hint: `что в плане необычного, покажет \`${commands.to('lint')}\``,
    }),
    'no-inline-progress': (_, commands) => ({
      message: '`--progress inline` подходит для заметок Markdown в UTF-8, а в этот план ничего не записывается',
      hint: `\`${commands.instead('inline', 'ticks.md') ?? commands.to('status', '--progress', 'ticks.md')}\``,
    }),
    'progress-name': ({ file }, commands) => ({
      message: `в \`--progress\` указывают файл Markdown или \`inline\`, а «${file}» — ни то ни другое`,
      hint: `\`${commands.instead(file, 'ticks.md') ?? commands.to('status', '--progress', 'ticks.md')}\``,
    }),
    'unknown-shell': ({ shell, known, command }, commands) => ({
      message: `оболочка «${shell}» не поддерживается`,
      hint: `возможные значения: ${known.join(', ')}; ${helpOf(command, commands)}`,
    }),
    'no-terminal': ({ command, place }, commands) => ({
      message: `команде \`${command}\` нужен терминал, а здесь его нет`,
      hint:
        command === 'lab --watch'
          ? 'без --watch ответ проверяется один раз'
          : place === null
            ? `\`${commands.to('status')}\` выведет то же один раз`
            : `править нужно здесь: ${place}`,
    }),
    'no-editor': ({ program, from }, commands) => ({
      message: `нет редактора «${program}»${from === null ? ', а ни VISUAL, ни EDITOR не заданы' : ` (задан в ${from})`}`,
      hint: `укажите свой: \`EDITOR=nano ${commands.again()}\``,
    }),
    'no-file': ({ name, copy }, commands) => ({
      message: `${name} — встроенный план, править можно только его копию`,
      hint: `\`${commands.to('init', copy, '--from', name)}\` создаст вашу копию`,
    }),
    'no-link': ({ address, isTopic }, commands) => ({
      message: isTopic ? `у темы ${address} нет ссылок` : `в ${address} нет ссылок`,
      hint: `\`${commands.to('show', address)}\` покажет, что ${isTopic ? 'о ней известно' : 'там есть'}`,
    }),
    'odd-link': ({ address, link }) => ({
      message: `ссылка темы ${address} — не https и не http, такие не открываются`,
      hint: `скопируйте её сами: ${link}`,
    }),
    'unknown-action': ({ command, action, known }, commands) => {
      const near = nearestWord(action, known);
      return {
        message: `у команды \`${command}\` нет действия «${action}»`,
        hint:
          near === null
            ? `есть ${known.join(', ')}; ${helpOf(command, commands)}`
            : meantLine(commands.instead(action, near) ?? commands.to(command, near)),
      };
    },
    'bad-setting': ({ problem }, commands) => {
      const { message, hint } = wrong(problem);
      return { message, hint: hint ?? `\`${commands.to('config', 'list')}\` покажет, что задано` };
    },
    'name-taken': ({ name, by, free }, commands) => ({
      message: by === 'bundled' ? `«${name}» — имя встроенного плана` : `имя «${name}» уже занято: это ${by.file}`,
      hint: `\`${commands.instead(name, free) ?? commands.again('--name', free)}\` даст плану другое имя`,
    }),
    'odd-name': ({ name, better }, commands) => ({
      message: `«${name}» не может быть именем плана: годятся буквы, цифры, - и _`,
      hint:
        better === null
          ? `\`${commands.again('--name', 'NAME')}\` даст плану имя`
          : meantLine(commands.instead(name, better) ?? commands.again('--name', better)),
    }),
    'not-registered': ({ name, known, nearest }, commands) => ({
      message: `нет плана с именем «${name}»`,
      hint:
        nearest === null
          ? known.length === 0
            ? `\`${commands.to('roadmaps', 'add', 'FILE')}\` добавит план`
            : `есть планы: ${known.join(', ')}`
          : meantLine(commands.instead(name, nearest) ?? nearest),
    }),
    'init-name': ({ file, better }, commands) => ({
      message: `\`init\` создаёт YAML или Markdown, а по имени «${file}» — ни то ни другое`,
      hint: `\`${commands.instead(file, better) ?? commands.to('init', better)}\``,
    }),
    'init-markdown-copy': ({ file, from }, commands) => ({
      message: `\`--from\` копирует план в YAML, а «${file}» по имени — Markdown`,
      hint: `\`${commands.to('export', '-r', from)} > ${commands.shell(file)}\``,
    }),
    'init-from': ({ from }) => ({
      message: `\`--from\` копирует план в YAML, а «${from}» по имени — что-то другое`,
      hint: 'заметку Markdown можно скопировать через `cp`: отметки в ней самой',
    }),
    'no-match': ({ selector, nearest, meant }, commands) => {
      const line = meant.length === 0 ? null : commands.instead(selector, ...meant);
      const places = nearest.length === 0 ? listAll(commands) : `похожие:\n${listed(nearest)}`;
      return {
        message: `под «${selector}» не подходит ни одна тема`,
        hint: line === null ? places : meantLine(line),
      };
    },
    ambiguous: ({ selector, candidates }) => ({
      message: `под «${selector}» ${russianForm(candidates.length, 'подходит', 'подходят', 'подходят')} ${topics(candidates.length)}`,
      hint: `укажите адрес нужной:\n${listed(candidates)}`,
    }),
    'no-roadmap': ({ name, known, meant }, commands) => ({
      message: `нет ни плана, ни файла «${name}»`,
      hint:
        meant === null
          ? `встроенные планы: ${known.join(', ')}; файл указывайте с путём и расширением`
          : meantLine(commands.instead(name, meant) ?? commands.on(meant).again()),
    }),
    'not-a-roadmap': ({ file, ...why }) => ({
      message: `${file} — не план: ${noRoadmap(why)}`,
      hint: 'план состоит из тем: строк с флажками, пунктов списков, нумерованных строк или YAML с `sections` и `topics`',
    }),
    'bad-roadmap': ({ file, problems }) => ({
      message: `не удалось прочитать ${file}: ${errors(problems.length)}`,
      hint: 'исправьте эти места и повторите команду',
    }),
    'no-lab': ({ word, nearest, on, topic }, commands) => ({
      message:
        topic !== null
          ? `у темы ${topic} нет лабораторной`
          : on !== null
            ? `лабораторная «${word}» относится к плану ${on}`
            : `здесь нет лабораторной «${word}»`,
      hint:
        on !== null
          ? `\`${commands.on(on).to('lab', word)}\``
          : nearest.length === 0
            ? `\`${commands.to('lab')}\` покажет все`
            : `похожие: ${nearest.map((id) => `\`${commands.to('lab', id)}\``).join(', ')}`,
    }),
    'several-labs': ({ word, labs }, commands) => ({
      message: `под «${word}» ${russianForm(labs.length, 'подходит', 'подходят', 'подходят')} ${counted(labs.length, 'лабораторная', 'лабораторные', 'лабораторных')}`,
      hint: `назовите нужную:\n${labs.map((id) => `\`${commands.instead(word, id) ?? commands.to('lab', id)}\``).join('\n')}`,
    }),
    'lab-first': ({ file, example }, commands) => ({
      message: `«${file}» — это файл; сначала назовите лабораторную`,
      hint: `\`${commands.instead(file, example, file) ?? commands.to('lab', example, file)}\``,
    }),
    'which-lab': ({ option, example }, commands) => ({
      message: `параметру '${option}' нужна лабораторная`,
      hint: `\`${commands.to('lab', example, option)}\`; \`${commands.to('lab')}\` покажет все`,
    }),
    'no-answer': ({ folder, lab }, commands) => ({
      message: `в ${folder} нет ответа: ни одного файла YAML`,
      hint: `\`${commands.to('lab', lab, '--into', folder)}\` запишет файл, с которого можно начать`,
    }),
    'needs-mock': ({ option }, commands) => ({
      message: `параметр '${option}' относится к пробному экзамену`,
      hint: `назовите план: \`${commands.to('lab', '--mock', 'ica', option)}\``,
    }),
    'no-labs': ({ roadmap }, commands) => ({
      message: `у плана ${roadmap} нет лабораторных, экзамен составить не из чего`,
      hint: `план, у которого они есть: \`${commands.to('lab', '--mock', 'ica')}\`; как написать свои, рассказывает docs/write-a-lab.md`,
    }),
    'mock-folder': ({ folder, exam, reason, roadmap }, commands) => {
      const elsewhere = commands.to('lab', '--mock', exam, `${folder}-2`);
      const said = {
        none: [
          `в папке ${folder} нет пробного экзамена`,
          `начать его: \`${commands.to('lab', '--mock', exam, folder)}\``,
        ],
        other: [`${folder} уже существует, и пробного экзамена там нет`, `другая папка: \`${elsewhere}\``],
        roadmap: [`пробный экзамен в папке ${folder} — по плану ${roadmap}`, `другая папка: \`${elsewhere}\``],
        begun: [
          `пробный экзамен в папке ${folder} уже идёт, его размер не изменить`,
          `другой экзамен: \`${elsewhere}\``,
        ],
      }[reason] as [string, string];
      return { message: said[0], hint: said[1] };
    },
    'bad-mock': ({ file }) => ({
      message: `${file} не читается как пробный экзамен`,
      hint: 'этот файл пишет только сама программа: верните его прежний вид или начните другой экзамен в другой папке',
    }),
    'bad-lab': ({ file, problems }) => ({
      message: `не удалось прочитать ${file}: ${errors(problems.length)}`,
      hint: 'исправьте эти места и повторите команду; все поля описаны в docs/write-a-lab.md',
    }),
    'bad-check': ({ lab, check, reason }) => ({
      message: `лабораторная «${lab}» не может судить по проверке «${check}»: ${reason}`,
      hint: 'ошибка в лабораторной, а не в ответе; исправьте выражение (docs/write-a-lab.md)',
    }),
    'bad-config': ({ file, problems, isProject }, commands) => ({
      message: `не удалось прочитать настройки ${file}: ${errors(problems.length)}`,
      hint: isProject
        ? 'файл относится к этому каталогу: исправьте эти места или выполните команду в другом каталоге'
        : `\`${commands.to('config', 'edit')}\` откроет файл`,
    }),
    'bad-progress': ({ file, line, reason }) =>
      reason === 'not-text'
        ? {
            message: `файл отметок ${file} — не текст, прочитать отметки нельзя`,
            hint: 'он не тронут; верните его из резервной копии или уберите, чтобы начать заново',
          }
        : reason === 'open-block' || reason === 'unsafe'
          ? {
              message:
                reason === 'open-block'
                  ? `${file === '' ? 'файл отметок' : file}: блок, открытый в строке ${line}, не закрыт, и отметки под ним не учитывались бы`
                  : `${file === '' ? 'файл отметок' : file}: рядом с его строками это изменение прочиталось бы не так, как задумано`,
              hint: 'ничего не записано; закройте блок или поправьте файл и повторите команду',
            }
          : {
              message: `${file} — не файл отметок этого плана, поэтому записывать в него нельзя`,
              hint: 'укажите новый файл или файл, который начинается с `roadmap:` между двумя строками `---`',
            },
    'not-repairable': ({ file, encoding, lines }) => ({
      message: `${file} нельзя исправить без потерь: из ${encodingName(encoding)} не ${russianForm(lines.length, 'преобразуется', 'преобразуются', 'преобразуется')} ${counted(lines.length, 'строка', 'строки', 'строк')}`,
      hint: `сначала исправьте вручную:\n${failedLines(lines, russian.more)}`,
    }),
    'unknown-encoding': ({ name, known }) => ({
      message: `неизвестная кодировка «${name}»`,
      hint: `известные: ${known.join(', ')}`,
    }),
    'unknown-level': ({ level, known }) => ({
      message: `в этом плане нет уровня «${level}»`,
      hint: known.length === 0 ? 'у его тем нет уровней' : `есть уровни: ${known.join(', ')}`,
    }),
    unreadable: ({ file, cause, asked = file, meant = null }, commands) => ({
      message: `не удалось прочитать ${file}: ${causes[cause].message}`,
      hint:
        meant === null
          ? causes[cause].hint(asked, commands)
          : meantLine(commands.instead(asked, meant) ?? commands.on(meant).again()),
    }),
    unwritable: ({ file, cause, variable }, commands) => ({
      message: `не удалось записать ${file}: ${causes[cause].message}`,
      hint:
        variable === null || lieInFile.has(cause)
          ? `ничего не потеряно; ${causes[cause].hint(file, commands)}`
          : `ничего не потеряно; укажите в ${variable} каталог, доступный для записи`,
    }),
    locked: ({ file, holder, lock, isUnproven }, commands) => ({
      message: `файл ${file} занят: его изменяет ${holder}`,
      hint: isUnproven
        ? `ничего не записано; отсюда не видно, работает ли ещё этот процесс: если \`ps\` на той машине его уже не показывает, введите \`${commands.shell('rm', lock)}\``
        : 'ничего не записано; повторите команду чуть позже',
    }),
    changed: ({ file }) => ({
      message: `файл ${file} успела изменить другая программа`,
      hint: 'ничего не записано; повторите команду',
    }),
    'merge-arguments': () => ({
      message: '`merge-driver` вызывает git, передавая ему три файла',
      hint: 'как его подключить: `istio-roadmap help merge-driver`',
    }),
    'not-merged': ({ file, reason }) => ({
      message: `слияние ${file} не выполнено: ${reason === 'no-git' ? 'git не найден' : 'git не смог объединить три версии'}`,
      hint: reason === 'no-git' ? 'добавьте `git` в PATH и повторите слияние' : '`git merge --abort` отменит слияние',
    }),
    'merged-by-git': ({ file, reason }) => ({
      message: `${file}: слияние выполнено как для обычного текста, и для отметок тоже: ${
        { binary: 'это не текст', 'too-large': 'файл больше 32 МиБ', defect: 'слияние по темам не удалось' }[reason]
      }`,
      hint: '`git diff HEAD` покажет, что получилось',
    }),
    unheard: ({ cause, isMade }, commands) => ({
      message: `${isMade ? 'изменение записано, но ' : ''}вывести ответ в /dev/stdout не удалось: ${causes[cause].message}`,
      hint: isMade
        ? `что изменено, покажет \`${commands.to('log', '-n', '1')}\``
        : causes[cause].hint('/dev/stdout', commands),
    }),
    'needs-circle': ({ addresses }, commands) => ({
      message: `план занятий составить нельзя, темы зависят друг от друга по кругу: ${circleText(addresses)}`,
      hint: `уберите одну из зависимостей: \`${commands.to('edit', addresses[0] as string)}\``,
    }),
    'past-date': ({ date, today, place }) => ({
      message: `${date} уже прошло, сегодня ${today}${place === null ? '' : ` (задано в ${place})`}`,
      hint: 'в `--by` указывают сегодняшний или будущий день: 2027-03-01, завтра, +6w',
    }),
    'no-goal': (_, commands) => ({
      message: 'для плана занятий нужен срок или темп, а цель не задана',
      hint: `к сроку: \`${commands.to('plan', '--by', '+12w')}\`\nпо темпу: \`${commands.to('plan', '--pace', '6h/w')}\``,
    }),
    'goal-without-name': ({ file }, commands) => ({
      message: `цель хранится под именем плана, а у ${file} имени нет`,
      hint: `дайте ему имя: \`${commands.line(['roadmaps', 'add', file])}\`; без цели: \`${commands.to('pace', '--by', '+12w')}\``,
    }),
    conflict: ({ file, line }) => ({
      message: `в ${file}, строка ${line}, остался конфликт слияния git; файл читается, но запись в него закрыта`,
      hint: 'разрешите конфликт в редакторе; с драйвером `merge-driver` сами отметки конфликтов не вызывают (docs/two-machines.md)',
    }),
    'nothing-to-undo': ({ file, verb }, commands) => ({
      message: verb === 'undo' ? `в ${file} отменять нечего` : `в ${file} возвращать нечего`,
      hint:
        verb === 'undo'
          ? `что и когда менялось: \`${commands.to('log')}\``
          : `отменить последнее изменение: \`${commands.to('undo')}\``,
    }),
    unmovable: ({ file, titles }) => ({
      message:
        titles.length === 0
          ? `отметки нельзя хранить в ${file}: с флажками в нём считались бы не те темы, что сейчас`
          : `отметки нельзя хранить в ${file}: там нет пункта списка, который можно отметить, для «${titles[0]}»${titles.length > 1 ? ` и ещё ${titles.length - 1}` : ''}`,
      hint: 'ничего не перенесено; запишите темы как `- [ ] тема` или оставьте отметки там, где они есть',
    }),
    'undo-impossible': ({ file, reason }, commands) =>
      reason === 'edited'
        ? {
            message: `${file} с тех пор правили, поэтому отменить изменение целиком нельзя`,
            hint: `ничего не записано; что менялось, покажет \`${commands.to('log')}\`, а \`reopen\` снимет одну отметку`,
          }
        : {
            message: `файла ${file} больше нет, отменять в нём нечего`,
            hint: 'если файл перемещён, укажите в `-r`, где он теперь',
          },
  },

  diagnostics: {
    'invalid-date': ({ date, field }) => {
      const form = otherForm(date);
      if (form === null)
        return {
          message:
            field === undefined
              ? `даты «${date}» не существует; тема остаётся без даты`
              : `после ${field} стоит несуществующая дата «${date}»`,
          hint: 'дата пишется как ГГГГ-ММ-ДД, и такой день должен быть в календаре',
        };
      return {
        message:
          field === undefined
            ? `дата «${date}» записана в другом виде; тема остаётся без даты`
            : `после ${field} дата «${date}» записана в другом виде`,
        hint: form.day === null ? 'дата пишется как ГГГГ-ММ-ДД' : `напишите ${form.day}`,
      };
    },
    'future-date': ({ date, today, place = null }) => ({
      message: `${date} ещё не наступило, сегодня ${today}${place === null ? '' : ` (задано в ${place})`}`,
      hint: 'укажите день, когда тема пройдена',
    }),
    'open-with-done-date': ({ date }) => ({
      message: `тема не пройдена, поэтому дата завершения ${date} не учитывается`,
      hint: 'поставьте отметку `[x]` или уберите дату',
    }),
    'unseen-done-date': ({ date, reason }) => ({
      message:
        reason === 'blank'
          ? `перед ${date} стоит не обычный пробел: плагин Obsidian Tasks этой даты не видит`
          : `после ${date} есть текст: плагин Obsidian Tasks этой даты не видит`,
      hint: reason === 'blank' ? 'между ✅ и датой нужен один обычный пробел' : 'перенесите ✅ с датой в конец строки',
    }),
    'no-done-date': (_, commands) => ({
      message: 'тема пройдена, но неизвестно когда',
      hint: `допишите в конец строки \` ✅ ГГГГ-ММ-ДД\`; без даты \`${commands.to('list', '--since', 'monday')}\` тему не покажет`,
    }),
    'uppercase-x': () => ({
      message: '`[X]` считают отметкой эта программа и GitHub, но не плагин Obsidian Tasks',
      hint: 'пишите `[x]` со строчной буквой',
    }),
    'look-alike-mark': ({ mark, isDone }) => ({
      message: isDone
        ? `\`[${mark}]\` считается отметкой, потому что x в заметке нет; другие программы её не увидят`
        : `\`[${mark}]\` не считается отметкой: в других флажках стоит x`,
      hint: 'сделанное отмечайте как `[x]`',
    }),
    'empty-topic': () => ({
      message: 'тема без текста',
      hint: 'напишите, что нужно изучить, или уберите строку',
    }),
    'parent-done': ({ open }) => ({
      message: `тема пройдена, а внутри ${russianForm(open, 'не пройдена', 'не пройдены', 'не пройдено')} ${topics(open)}`,
      hint: 'отметьте пройденное внутри или снимите отметку с самой темы',
    }),
    'two-done-dates': ({ dates }) => ({
      message: `несколько дат завершения (${dates.join(', ')}); учитывается первая`,
      hint: 'оставьте верную',
    }),
    'duplicate-number': ({ number, given, title }) => ({
      message: `номер ${number} уже занят; адрес темы «${title}» — ${given}`,
      hint: `напишите там ${given}, чтобы файл и программа не расходились`,
    }),
    'duplicate-id': ({ id, first }) => ({
      message: `id «${id}» уже есть в строке ${first}`,
      hint: 'дайте одной из двух тем другой id: отметки привязаны к id',
    }),
    'id-is-address': ({ id, title }) => ({
      message: `id «${id}» совпадает с адресом «${title}», и при записи неясно, что имеется в виду`,
      hint: 'дайте теме id, в котором есть буква',
    }),
    'bad-id': ({ text }) => ({
      message: text === '' ? 'после 🆔 нет id' : `«${text}» не может быть id, привязать к нему отметки нельзя`,
      hint: 'id состоит из латинских букв, цифр, `-` и `_`',
    }),
    'unknown-level': ({ level, levels, nearest = null }) => ({
      message: `в этом плане нет уровня «${level}»`,
      hint: levels
        ? `${nearest === null ? '' : `может быть, «${nearest}»? `}его уровни: ${levels.join(', ')}`
        : 'junior, middle, senior и expert понятны всегда; свои уровни перечисляют в `levels` во front matter',
    }),
    'inferred-levels': ({ inYaml }) => ({
      message: 'уровни тем определены по заголовкам и могут быть неточными',
      hint: inYaml
        ? 'задайте их сами: `level: junior`, `middle`, `senior` или `expert` у раздела или темы; свои уровни перечисляют в `levels`'
        : 'задайте их сами: `#junior`, `#middle`, `#senior` или `#expert` в строке темы, `[level:: middle]` или заголовок с одним названием уровня',
    }),
    'broken-link': ({ text }) => ({
      message: `ссылка записана с ошибкой и прочитана как текст: «${text}»`,
      hint: 'пишите [текст](https://…) или [[заметка]], но не одно внутри другого',
    }),
    'repaired-text': ({ encoding }, commands, file) => ({
      message: `текст был сохранён не в той кодировке и прочитан с исправлением (${encodingName(encoding)})`,
      hint: `исправленный текст выведет \`${commands.to('repair', file)}\`; сам файл не тронут`,
    }),
    'unrepaired-line': ({ encoding }) => ({
      message: `эту строку не удалось преобразовать из ${encodingName(encoding)}, она прочитана как есть`,
      hint: 'исправьте её вручную; до тех пор `repair` для этого файла не сработает',
    }),
    'stray-bytes': ({ bytes }) => ({
      message: `в этой строке есть байты не из UTF-8 (${bytes}); каждый показан как \ufffd`,
      hint: 'ничего не потеряется, при записи они сохраняются; если знаете, какие это буквы, наберите их заново',
    }),
    'mixed-line-ends': ({ usual, other }) => ({
      message: `конец этой строки — ${other}, а у большинства строк ${usual}`,
      hint: 'ничего не потеряется, при записи каждый конец строки сохраняется; привести их к одному виду можно в редакторе',
    }),
    'front-matter': ({ problem }) => ({
      message: `front matter пропущен: ${wrong(problem).message}`,
      hint: 'это YAML между двумя строками `---` или TOML между двумя `+++` в самом начале файла',
    }),
    'orphan-tick': ({ title }, commands) => ({
      message: `отметке «${title}» больше не соответствует ни одна тема; отметка сохранена`,
      hint: `\`${commands.to('reconcile')}\` покажет, к какой теме она может относиться; ненужную строку можно удалить`,
    }),
    'ticks-elsewhere': ({ file, to }, commands) => ({
      message: `отметки этой заметки хранятся в ${file}: там они уже были`,
      hint: `\`${commands.to('reconcile', '--progress', to, '--apply')}\` перенесёт их${to === 'inline' ? ' в заметку' : ''}; до тех пор флажок в заметке учитывается, только если в том файле нет строки о его теме`,
    }),
    'note-without-ticks': ({ encoding }) => ({
      message:
        encoding === 'utf-8'
          ? 'отметки нельзя записать в эту заметку: в ней слишком много байтов не из UTF-8; они хранятся в отдельном файле'
          : `отметки нельзя записать в эту заметку: в кодировке ${encodingName(encoding)} нет знака ✅; они хранятся в отдельном файле`,
      hint: 'сохраните заметку в UTF-8, и отметки можно будет хранить в ней самой',
    }),
    'progress-outside': ({ place }, commands) => ({
      message: `во front matter указано хранить отметки в ${place}, но это не в каталоге заметки; указание не выполняется`,
      hint: `укажите файл Markdown рядом с заметкой: \`progress: ticks.md\`; любой другой можно выбрать самому: \`${commands.to('reconcile', '--progress', '../ticks.md', '--apply')}\``,
    }),
    'ticks-abandoned': ({ words, ...ticks }, commands) => ({
      message: abandoned({ ...ticks, isThere: false }),
      hint: `\`${commands.to(...words)}\` покажет их, а с \`--apply\` перенесёт сюда`,
    }),
    'progress-of-another': ({ file, roadmap, words }, commands) => ({
      message: `${file} назван как файл отметок этого плана, но в нём указан другой план, ${roadmap}, поэтому он не используется`,
      hint: `\`${commands.to(...words)}\` покажет, какие отметки оттуда подходят, а с \`--apply\` перенесёт их сюда`,
    }),
    'merged-twice': ({ first, count }) => ({
      message: `ещё ${counted(count, 'строка', 'строки', 'строк')} с тем же id, что и в строке ${first}; тема учитывается один раз`,
      hint: 'программа объединит их при следующем изменении: «пройдено» важнее, чем «не начато», а из дат остаётся самая ранняя',
    }),
    'maybe-merged-twice': ({ first, last, count }, commands) => ({
      message: `${first === last ? 'строка' : 'строки'} ${range(first, last)} и ${count === 1 ? 'эта строка' : `${counted(count, 'строка', 'строки', 'строк')} начиная с этой`} различаются только отметкой и датой: возможно, это два варианта одного и того же после слияния git (union); пока учитываются все`,
      hint: `что изменит объединение, покажет \`${commands.to('reconcile')}\`; с \`--apply\` команда их объединит`,
    }),
    'conflict-markers': ({ last }) => ({
      message: `здесь и до строки ${last} остался конфликт слияния git; читаются обе стороны, а запись закрыта, пока он не разрешён`,
      hint: 'разрешите конфликт в редакторе; с драйвером `merge-driver` сами отметки конфликтов не вызывают (docs/two-machines.md)',
    }),
    'no-topics': ({ reason }) => russian.noTopics(reason),
    'boxes-in-code': ({ count, where }) => ({
      message: `${counted(count, 'флажок', 'флажка', 'флажков')} ${where === 'fence' ? 'в блоке кода' : 'в коде с отступом'} не ${russianForm(count, 'учитывается', 'учитываются', 'учитываются')}`,
      hint:
        where === 'fence'
          ? 'чтобы их считать, уберите строки ограждения (три обратных апострофа) вокруг блока'
          : 'чтобы их считать, сделайте отступ меньше четырёх пробелов',
    }),
    'box-not-counted': ({ text }) => ({
      message: `\`${text}\` похоже на флажок, но не учитывается`,
      hint: 'пишите `- [ ] тема`: маркер, пробел и один знак в скобках',
    }),
    'section-not-counted': ({ title, bullets }) => ({
      message: `в разделе «${title}» ${counted(bullets, 'пункт', 'пункта', 'пунктов')} и ни одного флажка, поэтому раздел не учитывается`,
      hint: 'то, что нужно изучить, запишите как `- [ ] тема`',
    }),
    'table-not-counted': ({ rows }) => ({
      message: `таблица похожа на список дел, но ${counted(rows, 'строка', 'строки', 'строк')} в ней не ${russianForm(rows, 'учитывается', 'учитываются', 'учитываются')}`,
      hint: 'в заметке с флажками считаются только они; без флажков нужен столбец «Статус» или «Готово»',
    }),
    'unknown-key': ({ key, nearest, isRoot, problem }) => {
      const meant = nearest === null ? 'такого ключа в формате плана нет' : `может быть, «${nearest}»?`;
      if (problem !== undefined) {
        const { message, hint } = wrong(problem);
        return { message, hint: hint ?? meant };
      }
      return isRoot
        ? {
            message: `неизвестный ключ «${key}»; поэтому файл прочитан как список другого вида и не проверен`,
            hint: meant,
          }
        : { message: `неизвестный ключ «${key}»; его содержимое пропущено`, hint: meant };
    },
    'unknown-priority': ({ priority }) => ({
      message: `«${priority}» — не приоритет`,
      hint: 'приоритеты: highest, high, medium, low, lowest',
    }),
    'unknown-status': ({ written, nearest }) => ({
      message: `«${written}» — не состояние, поэтому тема не начата`,
      hint: `${nearest === null ? '' : `может быть, «${nearest}»? `}состояния: todo, doing, done, skipped`,
    }),
    'cut-title': ({ text, by }) => ({
      message: {
        comment: `в YAML этот текст обрывается на \`#\`: «${text}»`,
        sign: `первое слово этого текста в YAML — служебный знак, остаётся «${text}»`,
        colon: `для YAML это название, а после двоеточия — то, что под ним: «${text}»`,
      }[by],
      hint: 'если это один текст, возьмите его в кавычки',
    }),
    'swallowed-entry': ({ text }) => ({
      message: `строка прочитана как продолжение текста над ней: «${text}»`,
      hint: 'дефисы одного списка ставят в одном столбце, а после дефиса — пробел',
    }),
    'unquoted-text': ({ sign }) => ({
      message: `для YAML знак \`${sign}\` в этом тексте значит другое; текст прочитан как есть`,
      hint: 'возьмите текст в кавычки: "…"',
    }),
    'untitled-roadmap': () => ({
      message: 'у плана нет названия, вместо него — имя файла',
      hint: 'напишите в начале `title: …`',
    }),
    'needs-nothing': ({ id, nearest, isSection }) =>
      isSection
        ? {
            message: `«${id}» — раздел, а зависеть можно только от тем`,
            hint: 'перечислите нужные темы этого раздела',
          }
        : {
            message: `тема зависит от «${id}», но темы с таким id нет`,
            hint:
              nearest === null ? 'задайте нужной теме этот id или уберите зависимость' : `может быть, «${nearest}»?`,
          },
    'needs-circle': ({ ids }) => ({
      message:
        ids.length === 1
          ? `тема «${ids[0]}» зависит от самой себя`
          : `темы зависят друг от друга по кругу: ${[...ids, ids[0]].join(' → ')}`,
      hint: 'уберите одну из зависимостей: ни одна из этих тем не может быть первой',
    }),
    'same-nothing': ({ written, reason, nearest }) => ({
      message: {
        heading: `«${written}» стоит у темы с подтемами: это заголовок, сам он не отмечается`,
        'no-roadmap': `в «${written}» назван неизвестный план`,
        unreadable: `в «${written}» назван план, который не удаётся прочитать`,
        'no-topic': `в «${written}» названа тема, которой в том плане нет`,
      }[reason],
      hint:
        nearest !== null
          ? `может быть, \`${nearest}\`?`
          : {
              heading: 'напишите это у тех подтем, которые с ней совпадают',
              'no-roadmap': 'назовите встроенный или добавленный план, а не файл',
              unreadable: 'проверьте тот план командой `lint`; пока он не читается, его отметки здесь не учитываются',
              'no-topic': 'напишите id темы того плана или уберите эту запись',
            }[reason],
    }),
    'same-circle': ({ names }) => ({
      message:
        names.length === 1
          ? `тема «${names[0]}» приравнена к самой себе`
          : `темы приравнены друг к другу по кругу: ${[...names, names[0]].join(' → ')}`,
      hint: 'оставьте `same` с одной стороны: у той темы, которая считается пройденной, когда отмечена другая',
    }),
    'harder-prerequisite': ({ id, level, own }) => ({
      message: `эта тема уровня ${own} зависит от темы «${id}» уровня ${level}`,
      hint: 'поднимите уровень этой темы, понизьте уровень той или уберите зависимость',
    }),
    'missing-field': ({ field, of, count, total }) => ({
      message: `здесь нет \`${field}\`, хотя у ${count} из ${total} ${partsOf[of]} это поле есть`,
      hint: guide,
    }),
    'rare-fields': ({ rare }) => ({
      message: rareFields(rare)
        .map(({ of, fields }) => `хотя бы у половины ${partsOf[of]} нет ${fields}`)
        .join('; '),
      hint: guide,
    }),
    'missing-translation': ({ field, language }) => ({
      message: `у поля ${field} нет перевода «${language}», хотя почти весь план переведён`,
      hint: `добавьте его: \`${field.split('.').at(-1)}: {…, ${language}: …}\``,
    }),
    'wrong-language': ({ field, language }) => ({
      message: `текст «${language}» в поле ${field} написан на другом языке`,
      hint: 'переведите его; названия продуктов можно оставить как есть',
    }),
    'odd-hours': ({ hours, least, most }) => ({
      message: `на тему отведено ${number(hours)} ч, обычно — от ${number(least)} до ${most}`,
      hint:
        hours > most ? 'разбейте её на темы, которые можно отмечать по отдельности' : 'объедините её с другой темой',
    }),
    'bad-link': ({ link, reason }) => ({
      message:
        reason === 'twice'
          ? `ссылка ${link} указана дважды`
          : reason === 'not-https'
            ? `ссылка ${link} ведёт на незащищённый адрес`
            : `«${link}» — не адрес страницы`,
      hint:
        reason === 'twice'
          ? 'оставьте одну из них'
          : reason === 'not-https'
            ? 'замените на https://, если сайт его поддерживает'
            : 'ссылка — это адрес вида https://…; всё остальное пишите в `notes`',
    }),
    'needs-legacy': ({ id, state }) => ({
      message: `тема зависит от «${id}», а она ${state === 'retired' ? 'исключена из экзамена' : 'устарела'} (${state})`,
      hint: 'актуальная тема должна опираться на актуальное: укажите то, что пришло на смену',
    }),
    'unnamed-stage': ({ name, stage }) => ({
      message: `${name} на стадии ${stage}, а в теме об этом не сказано`,
      hint: `добавьте \`stage: ${stage}\` или назовите стадию в тексте`,
    }),
    'version-without-since': ({ version }) => ({
      message: `в тексте названа версия ${version}, но у темы нет ни \`since\`, ни \`version\``,
      hint: `добавьте \`since: "${version}"\`, если тема верна начиная с неё, или \`version: "${version}"\`, если тема именно о ней`,
    }),
    'later-than-roadmap': ({ since, version }) => ({
      message: `тема верна с версии ${since}, а план посвящён версии ${version}`,
      hint: 'поднимите `version` плана или укажите в теме, какой версии она посвящена: `version`',
    }),
    'hours-off-weight': ({ share, weight }) => ({
      message: `на раздел приходится ${share} % всех часов и ${weight} % экзамена`,
      hint: 'распределите часы так же, как распределены баллы, или объясните в `why`, на что уходит время',
    }),
    'weights-sum': ({ sum }) => ({
      message: `веса разделов в сумме дают ${number(sum)}, а не 100`,
      hint: 'по весам считается готовность: укажите для каждого раздела его долю экзамена в процентах',
    }),
    'descending-levels': ({ percent }) => ({
      message: `в ${percent} % пар тем разного уровня более сложная стоит раньше`,
      hint: 'располагайте темы внутри раздела от простых к сложным: `next` идёт в этом порядке',
    }),
    'alike-outcomes': ({ first, words }) => ({
      message: `outcome начинается так же, как на строке ${first}: «${words}»`,
      hint: 'скажите, чему учит именно эта тема',
    }),
    'reworded-title': () => ({
      message: 'outcome лишь повторяет название темы',
      hint: 'напишите, что ученик сможет сделать и как это проверить',
    }),
    unreadable: ({ cause }, commands, file) => ({
      message: `не удалось прочитать: ${causes[cause].message}`,
      hint: causes[cause].hint(file, commands),
    }),
    'bad-progress': ({ file, reason }) => ({
      message: `отметки прочитать нельзя: ${reason === 'not-text' ? `файл отметок ${file} — не текст` : `${file} — не файл отметок этого плана`}`,
      hint: 'уберите тот файл или укажите другой: `progress: ticks.md` во front matter',
    }),
    'link-outside': ({ to }, commands) => ({
      message: `ссылка ведёт в ${to}, то есть за пределы каталога, и программа по ней не переходит`,
      hint: `проверить и его: \`${commands.to('lint', to)}\``,
    }),
    'not-a-roadmap': (why) => ({
      message: `не план: ${noRoadmap(why)}`,
      hint: 'план состоит из тем: запишите первую как `- [ ] тема`',
    }),
    'bad-roadmap': ({ problem }) => {
      const { message, hint } = wrong(problem);
      return { message, hint: hint ?? 'пока это не исправлено, план прочитать нельзя' };
    },
  },

  problems: russianProblems,

  because: {
    title: 'название плана',
    'section-heading': 'заголовок',
    'section-bold-line': 'жирная строка',
    'section-signed-number': 'номер после значка',
    'section-numbered-line': 'номер перед списком',
    'section-summary': 'тег <summary>',
    'section-label': 'жирная подпись',
    'section-bold-item': 'жирный пункт со списком',
    'section-title-line': 'строка-заголовок',
    'section-run-on': 'заголовок в конце строки',
    'topic-tasks': 'строка с флажком',
    'topic-keywords': 'TODO или DONE',
    'topic-stated': 'под ней строка о состоянии',
    'topic-tables': 'строка таблицы со статусом',
    'topic-plans': 'строка таблицы-плана',
    'topic-contents': 'пункт оглавления',
    'topic-bullets': 'пункт списка',
    'topic-boxes': 'строка с флажком без маркера списка',
    'topic-drawn': 'строка схемы',
    'topic-headings': 'заголовок без подзаголовков',
    'topic-series': 'пункт раздела без флажков',
    'topic-link': 'пункт-ссылка',
    project: 'строка таблицы проектов',
    'kept-prerequisites': 'что нужно знать',
    'kept-resources': 'материалы',
    'kept-related': 'смежное',
    'kept-rubric': 'шкала уровней',
    'kept-certifications': 'сертификаты',
    'kept-contents': 'оглавление',
    'kept-description': 'описание',
    'kept-introduction': 'введение',
    'kept-legend': 'обозначения',
    'kept-conclusion': 'заключение',
    'kept-advice': 'советы, как учиться',
    'kept-reviews': 'отзывы',
    'kept-license': 'лицензия',
    'kept-author': 'об авторе',
    'kept-support': 'о поддержке проекта',
    silent: 'раздел не для изучения',
    'empty-section': 'раздел без тем',
    'note-item': 'пункт, но не тема',
    'note-text': 'продолжение темы',
    'note-line': 'заметка с датой под темой',
    prose: 'обычный текст',
    table: 'таблица без тем',
    'conflict-marker': 'маркер конфликта или общий исходный текст',
    'passed-over': 'код, комментарий или разметка',
  },
  became: {
    title: 'название',
    section: 'раздел',
    topic: 'тема',
    project: 'проект',
    kept: 'справка',
    note: 'заметка',
    nothing: 'не учтено',
  },
  roadmaps: {
    bundled: 'встроенный',
    isDefault: 'по умолчанию',
    missing: 'файла нет',
    added: (name, path) => `теперь ${name} — это ${path}`,
    kept: (name, path) => `${name} и так означает ${path}`,
    used: (name) => `теперь план по умолчанию — ${name}`,
    usedAlready: (name) => `план по умолчанию и так ${name}`,
    removed: (name, path) => `имени ${name} больше нет; файл ${path} не тронут`,
    ticksStay: (file) => `отметки остались в ${file}`,
  },
  completion: {
    nothing: (shell) => `автодополнение для ${shell} уже установлено: ничего не записано`,
    question: (files) => `записать ${files.join(' и ')}?`,
    touches: (file, isNew) => (isNew ? `${file} будет создан` : `${file} будет переписан или получит строку в конце`),
    installed: (shell) => `автодополнение для ${shell} установлено: оно заработает в новых сеансах ${shell}`,
  },
  scripting: russianScripting,
  setup: {
    which: 'По какому плану вы учитесь?',
    ownFile: 'по моему файлу',
    whichFile: 'Какой файл?',
    missing: 'укажите файл',
    name: 'Как называть этот план?',
    oddName: 'имя состоит из букв, цифр, - и _',
    taken: 'так уже называется другой план',
    ticks: 'Где хранить его отметки?',
    inNote: 'в самой заметке',
    inFile: (file) => `в ${file}`,
    inOwnFile: 'в другом файле Markdown',
    ticksFile: 'В каком файле Markdown?',
    notMarkdown: 'имя файла Markdown заканчивается на .md',
    language: 'На каком языке?',
    willWrite: (file) => `Будет записано в ${file}:`,
    change: (key, value) => `${key}: ${value}`,
    shell: 'Для какой оболочки включить автодополнение?',
    noShell: 'ни для какой',
    willSetUp: (file, shell) => `Автодополнение для ${shell} будет записано в ${file}`,
    confirm: 'Записать?',
    nothing: 'Всё и так настроено: записывать нечего.',
    written: (file) => `Записано в ${file}. Посмотреть, сколько пройдено:`,
  },
  overview: {
    allDone: 'всё пройдено',
    noDay: '-',
    addMore: (line) => `\`${line}\` добавит ваш план`,
  },
  paths: {
    roadmap: 'план',
    ticks: 'где хранятся его отметки',
    configuration: 'ваши настройки',
    project: 'настройки этого каталога',
    data: 'файлы с отметками — для планов, у которых отметки хранятся не в самом файле',
    state: 'история для undo, блокировки и строка для приглашения оболочки',
    cache: 'можно удалить в любой момент',
    bundled: 'встроенные планы, их можно читать и копировать',
    notThere: 'пока нет',
  },
  doctor: {
    configuration: (file) => `настройки читаются (${file})`,
    unknownCode: (code) => `в «ignore» указано «${code}», но такого кода нет ни у одного замечания`,
    unknownCodeHint: (commands) =>
      `\`${commands.to('config', 'get', 'ignore')}\` покажет список; lint выводит коды в скобках`,
    folders: (paths) => `каталоги программы доступны для записи: ${paths.join(', ')}`,
    roadmaps: (count) => `${counted(count, 'добавленный план', 'добавленных плана', 'добавленных планов')} на месте`,
    roadmapGone: (name, path) => `файла плана «${name}» больше нет: ${path}`,
    ticks: (files) =>
      `${counted(files, 'файл с отметками', 'файла с отметками', 'файлов с отметками')}, ${files === 1 ? 'его план' : 'их планы'} на месте`,
    ticksGone: (file, roadmap) => `в ${file} отметки плана ${roadmap}, которого больше нет`,
    copy: (file, note) => `${file} похож на другую версию ${note}, оставшуюся после правок на двух машинах`,
    locks: 'оставшихся блокировок нет',
    lockStale: (target) => `блокировку ${target} оставила завершившаяся программа; следующее изменение её снимет`,
    lockElsewhere: (target) => `блокировку ${target} держит или оставила другая машина`,
    shell: (name) => `${name} настроен`,
    noShell: (name) => `в ${name} пока не подключены автодополнение, короткое имя и приглашение программы`,
    shellHint: (name, file) =>
      name === 'fish'
        ? `добавьте в ~/${file}: istio-roadmap shell-init fish | source`
        : `добавьте в ~/${file}: eval "$(istio-roadmap shell-init ${name})"`,
    fine: 'Всё в порядке.',
    wrong: (count) =>
      `${counted(count, 'проблема', 'проблемы', 'проблем')} ${russianForm(count, 'требует', 'требуют', 'требуют')} внимания.`,
  },
  config: {
    none: {
      message: 'ничего не задано',
      hint: '`istio-roadmap config set lang ru` задаст язык; все настройки перечислены в docs/configuration.md',
    },
    set: (key, file) => `${key} задано в ${file}`,
    unset: (key, file) => `${key} больше не задано в ${file}`,
    unchanged: (key) => `${key} уже так: ничего не записано`,
    notSet: (key) => `${key} и так не задано: ничего не записано`,
  },
  reconcile: {
    kind: {
      renumbered: 'новый номер',
      moved: 'перенесена',
      renamed: 'переименована',
      orphaned: 'без темы',
      added: 'новая',
    },
    wasNumber: (address) => `была ${address}`,
    wasIn: (section) => `была в «${section}»`,
    wasCalled: (title) => `была «${title}»`,
    wasOutside: 'была вне разделов',
    proposedBy: { likeness: 'по сходству', place: 'по месту' },
    perhaps: 'возможно,',
    nothingLike: 'ничего похожего не осталось',
    line: (line) => `строка ${line}`,
    inPlace: (count) => `${counted(count, 'отметка', 'отметки', 'отметок')} на месте`,
    toLink: (count) => `привязать заново: ${count}`,
    withoutTopic: (count) => `без темы: ${count}`,
    added: (count) => `${counted(count, 'новая тема', 'новые темы', 'новых тем')}`,
    addedUnknown: 'какие темы новые, пока неизвестно: это запоминается, начиная со следующей отметки',
    nothing: 'каждая отметка на своём месте',
    noTicks: 'отметок у этого плана пока нет',
    inNote: 'отметки находятся в самой заметке и переносятся вместе с её строками',
    toJoin: (count) => `${counted(count, 'строку', 'строки', 'строк')} можно объединить`,
    joined: (count) => `объединено строк: ${count}`,
    linked: (count) => `${counted(count, 'строка привязана', 'строки привязаны', 'строк привязано')} заново`,
    abandoned: (ticks, stays) => `${abandoned(ticks)}${stays ? '; сам этот файл не изменится' : ''}`,
    alsoIn: (ticks) => `кроме того, ${abandoned(ticks)}:`,
    adopted: (count, file) =>
      `${counted(count, 'отметка теперь хранится', 'отметки теперь хранятся', 'отметок теперь хранится')} в ${file}`,
    move: (count, from, to) => `${counted(count, 'отметка', 'отметки', 'отметок')}: из ${from} в ${to}`,
    moved: (count, to) => `${counted(count, 'отметка перенесена', 'отметки перенесены', 'отметок перенесено')} в ${to}`,
    isThere: (place) => `отметки уже в ${place}`,
    takenBack: (files) => `возвращено к прежнему: ${files.join(', ')}`,
    madeAgain: (files) => `изменено снова: ${files.join(', ')}`,
    toApply: 'чтобы это сделать:',
    toUndo: 'отменить:',
    tickAllTheSame: (count, file) =>
      `${counted(count, 'отметка', 'отметки', 'отметок')} этого плана ${russianForm(count, 'лежит', 'лежат', 'лежат')} в ${file}. Всё равно записать в новое место?`,
  },
  log: {
    day: (weekday, day, month, year) => `${weekdays[weekday]}, ${day} ${months[month - 1]} ${year}`,
    more: (hidden, all) => `${russian.more(hidden)}; показать все: \`-n ${all}\``,
    undated: (count, isMore) => {
      const passed = `${topics(count)} ${russianForm(count, 'пройдена', 'пройдены', 'пройдено')} без даты`;
      return isMore ? `ещё ${passed}` : passed;
    },
    gone: 'нет в плане',
    nothing: (commands) => ({
      message: 'известных изменений пока нет',
      hint: `что изучать, подскажет \`${commands.to('next')}\`, а \`done\` отметит тему`,
    }),
    noneFits: (commands) => ({
      message: 'ничего не нашлось',
      hint: `попробуйте убрать часть условий; все изменения покажет \`${commands.to('log')}\``,
    }),
  },
  calendar: {
    weekdays: [...weekdays.slice(1), ...weekdays.slice(0, 1)],
    months: shortMonths,
    shades: ['мало', 'средне', 'много', 'больше всего'],
    topics,
    total: (count, days) => `${topics(count)} за ${counted(days, 'день', 'дня', 'дней')} занятий`,
    shown: (weeks, all) =>
      `${russianForm(weeks, 'показана последняя', 'показаны последние', 'показаны последние')} ${counted(weeks, 'неделя', 'недели', 'недель')} из ${all}; в окне пошире поместится больше`,
    label: { aDay: 'в день', streak: 'подряд', bestWeek: 'лучшая неделя' },
    streak: (weeks, rests) =>
      `${counted(weeks, 'неделя', 'недели', 'недель')}${rests === 0 ? '' : `, между ними отдых: ${counted(rests, 'неделя', 'недели', 'недель')}`}`,
    week: (day, month, year, count) => `с понедельника, ${day} ${months[month - 1]} ${year}: ${topics(count)}`,
    none: (from, to, commands) => ({
      message: `с ${from} по ${to} нет тем с датой`,
      hint: `все изменения покажет \`${commands.to('log')}\`, а что изучать, подскажет \`${commands.to('next')}\``,
    }),
  },
  next: {
    overdue: (days) => `срок прошёл ${counted(days, 'день', 'дня', 'дней')} назад`,
    due: (days, weekday, day) =>
      days === 0 ? 'срок сегодня' : days === 1 ? 'срок завтра' : `срок ${days < 7 ? onWeekday[weekday] : day}`,
    doing: (since) => (since === null ? 'уже в работе' : `в работе с ${since}`),
    unlocked: (needs) => `всё нужное пройдено: ${needs}`,
    unblocked: (needs) => `нужное пропущено: ${needs}`,
    waiting: (needs) => `сначала нужно пройти: ${needs}`,
    level: (level, isFirst) => `${isFirst ? 'первая ' : ''}непройденная тема уровня ${level}, на котором вы сейчас`,
    project: (level) => `все темы уровня ${level} пройдены; завершит уровень проект`,
    order: 'следующая по порядку',
    byNumber: (line) => `число здесь понято как адрес; столько тем покажет \`${line}\``,
  },
  gate: {
    notReached: 'не достигнут',
    share: (isEnough, at) => `${isEnough ? 'достаточно' : 'недостаточно'}, нужно ${at}%`,
    open: (level, withBelow, count) =>
      `на уровне ${level}${withBelow ? ' и ниже' : ''} ${russianForm(count, 'осталась', 'остались', 'осталось')} ${topics(count)}:`,
    needsProject: (level) => `на уровне ${level} не готов ни один проект, а нужен хотя бы один:`,
    needsLabs: (level, count) =>
      `на уровне ${level} нужно пройти ещё ${counted(count, 'лабораторную', 'лабораторные', 'лабораторных')}:`,
    nothingCounts: (level) => `на уровне ${level} считать нечего: тем и проектов нет или все пропущены`,
  },
  levels: {
    missing: 'осталось',
    oneNeeded: 'нужен хотя бы один',
    practised: (passed, total) => `пройдено ${passed} из ${total}`,
    labsRequired: (count) => `${russianForm(count, 'нужна', 'нужны', 'нужно')} ${count}`,
    waits: (below) => `здесь ничего, но ещё не достигнут уровень ${below}`,
    allMissing: 'всё, что осталось:',
    none: {
      message: 'в этом плане нет уровней',
      hint: 'напишите `#junior`, `#middle`, `#senior` или `#expert` в строке темы либо сделайте заголовок с одним названием уровня; в YAML — `level: junior`',
    },
  },
  projects: {
    none: {
      message: 'в этом плане нет проектов',
      hint: 'запишите их таблицей со столбцами «Уровень», «Название», «Описание», «Технологии», «Критерий успеха» и «Ссылки»; в YAML — в списке `projects`',
    },
    noneFits: (commands) => ({
      message: 'таких проектов не нашлось',
      hint: `попробуйте убрать часть условий; все проекты покажет \`${commands.to('projects')}\``,
    }),
  },
};
