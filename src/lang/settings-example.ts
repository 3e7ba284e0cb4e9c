// SettingsExample: a configuration file in which every setting is there and none is set.
import type { Language } from './messages.ts';

type Setting = 'roadmap' | 'lang' | 'color' | 'ascii' | 'roadmaps' | 'hooks' | 'ignore';

/** Lines that are right when their `# ` is taken away. */
const lines: { readonly [setting in Setting]: readonly string[] } = {
  roadmap: ['roadmap: istio'],
  lang: ['lang: en'],
  color: ['color: auto'],
  ascii: ['ascii: false'],
  roadmaps: [
    'roadmaps:',
    '  kafka: ~/notes/Kafka.md',
    '  mesh:',
    '    file: ~/notes/Mesh.yaml',
    '    progress: ~/notes/Mesh-ticks.md',
    '    goal: 2027-03-01',
  ],
  hooks: ['hooks:', '  change: cat >> ~/istio-roadmap-changes.jsonl'],
  ignore: ['ignore:', '  - no-done-date'],
};

type Words = { readonly [setting in Setting | 'head']: string };

const english: Words = {
  head: 'Settings of istio-roadmap. To set one, take the "# " away before its lines. docs/configuration.md explains them.',
  roadmap: 'The roadmap that is meant where none is named: a name or a file.',
  lang: 'The language of titles and messages: en or ru.',
  color: 'When there are colours: auto, always or never.',
  ascii: 'Words and ASCII instead of symbols and bars.',
  roadmaps:
    'Names for files of your own, as -r takes them, where their ticks are kept, and by when you want to be done.',
  hooks: 'A command that gets each change as JSON on its standard input.',
  ignore: 'Findings that lint passes over, by their codes.',
};

const russian: Words = {
  head: 'Настройки istio-roadmap. Чтобы задать одну из них, уберите «# » в начале её строк. Пояснения — в docs/configuration.md.',
  roadmap: 'План, который используется, если не указан другой: имя или файл.',
  lang: 'Язык названий и сообщений: en или ru.',
  color: 'Когда выводить цвета: auto, always или never.',
  ascii: 'Слова и ASCII вместо значков и полосок.',
  roadmaps:
    'Имена ваших файлов, которые понимает -r, места, где хранятся их отметки, и день, к которому вы хотите закончить.',
  hooks: 'Команда, которая получает каждое изменение в виде JSON на стандартный ввод.',
  ignore: 'Коды замечаний, о которых lint не сообщает.',
};

/** The text that `config edit` begins with. */
export function settingsExample(language: Language): string {
  const words = language === 'ru' ? russian : english;
  const blocks = Object.entries(lines).map(([name, code]) => [words[name as Setting], ...code]);
  return [[words.head], ...blocks].map((block) => block.map((line) => `# ${line}\n`).join('')).join('\n');
}
