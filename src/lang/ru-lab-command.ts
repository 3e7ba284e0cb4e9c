// Russian of labs: what the command `lab` says, for people who read Russian.
import type { LabCommandSentences } from './lab-command-words.ts';
import { russianForm } from './plural.ts';

const counted = (count: number, one: string, few: string, many: string): string =>
  `${count} ${russianForm(count, one, few, many)}`;

/** `190` → `3 ч 10 мин`. */
export const russianTime = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} ч`] : []), ...(rest > 0 || hours === 0 ? [`${rest} мин`] : [])].join(' ');
};

export const russianLabCommand: LabCommandSentences = {
  minutes: (count) => `${count} мин`,
  passed: (passed, total) => `пройдено ${passed} из ${counted(total, 'лабораторной', 'лабораторных', 'лабораторных')}`,
  minutesLeft: (minutes) => `осталось ${russianTime(minutes)}`,
  passedOn: (day) => (day === null ? 'пройдена' : `пройдена ${day}`),
  mend: 'найдите ошибку',
  none: (commands) => ({
    message: 'у этого плана нет лабораторных',
    hint: `встроенные лабораторные показывает \`${commands.on('istio').to('lab')}\`; как написать свои, рассказывает docs/write-a-lab.md`,
  }),
  noneFits: 'ни одна лабораторная не подходит',
  label: {
    given: 'дано',
    manifests: 'в кластере',
    start: 'с чего начать',
    next: 'дальше',
    namespace: 'Объекты без пространства имён относятся к пространству имён',
    docs: 'документация',
    solution: 'решение',
  },
  judge: 'проверить ответ: файлы YAML, папка или - для стандартного ввода',
  judgeOnSave: 'проверять заново при каждом сохранении',
  files: 'записать задание и файлы для начала в папку',
  hintLine: 'подсказка',
  solutionLine: 'решение',
  taskLine: 'задание',
  hint: (number, of) => `подсказка ${number} из ${of}`,
  noHints: 'у этой лабораторной нет подсказок',
  lastHint: 'это была последняя подсказка',
  askSolution: 'показать решение? Полезнее найти его самому',
  written: (folder) => `в ${folder}`,
  answerHere: (lab) => `здесь ваш ответ на лабораторную ${lab}`,
  isPassed: 'пройдена',
  notPassed: (problems) => `пока нет: ${counted(problems, 'проблема', 'проблемы', 'проблем')}`,
  mark: { holds: 'да', fails: 'нет', open: 'ждёт' },
  openChecks: 'остальное проверится, когда это будет исправлено',
  mayFollow: 'непройденные проверки могут быть следствием того, что названо выше',
  recorded: (file, undo) => `записано в ${file}; \`${undo}\` вернёт как было`,
  askTick: (topic) => `отметить и тему ${topic}?`,
  tickLine: 'отметить её тему',
  nextLab: 'следующая лабораторная',
  watched: 'проверяется заново при каждом сохранении; q — выход',
  unusable: (file) => `${file} нельзя использовать как лабораторную`,
};
