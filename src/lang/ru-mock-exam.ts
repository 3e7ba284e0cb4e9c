// Russian of mock exams: what `lab --mock` and `lab --broken` say to people who read Russian.
import type { MockExamSentences } from './mock-exam-words.ts';
import { russianForm } from './plural.ts';
import { russianTime as time } from './ru-lab-command.ts';

const counted = (count: number, one: string, few: string, many: string): string =>
  `${count} ${russianForm(count, one, few, many)}`;
const tasks = (count: number): string => counted(count, 'задание', 'задания', 'заданий');

export const russianMockExam: MockExamSentences = {
  title: (roadmap) => `Пробный экзамен: ${roadmap}`,
  left: (minutes, of) => `осталось ${time(minutes)} из ${time(of)}`,
  over: (minutes) => (minutes < 1 ? 'время вышло' : `время вышло ${time(minutes)} назад`),
  used: (minutes, of) => `${time(minutes)} из ${time(of)}`,
  begun: (begun, total) => `начато ${begun} из ${counted(total, 'задания', 'заданий', 'заданий')}`,
  needed: (percent) => `порог ${percent}%`,
  passed: (percent) => `сдан на ${percent}%`,
  failed: (percent) => `не сдан: ${percent}%`,
  weight: (percent) => `${percent}%`,
  fewer: (count, wanted) => `${tasks(count)} вместо ${wanted}: больше лабораторных у плана нет`,
  state: {
    begun: 'начато',
    untouched: 'не начато',
    invalid: 'не манифест',
    gone: 'лабораторной больше нет: не считается',
  },
  share: (held, checks) => `${held}/${checks}`,
  late: (held, checks) => `поздно: ${held}/${checks}`,
  lateRule: 'сохранённое после конца времени проверено, но не засчитано',
  nextTask: (answer) => `следующее задание; ответ пишите в ${answer}`,
  finish: 'когда закончите: проверить все ответы',
  finishOver: 'проверить ответы; сохранённое с этой минуты не засчитывается',
  look: 'сколько осталось времени',
  why: 'почему ответ не подходит',
  another: (folder) => `другой экзамен, в папке ${folder}`,
  study: 'что учить дальше',
  recorded: (count, file, undo) =>
    `${counted(count, 'лабораторная пройдена', 'лабораторные пройдены', 'лабораторных пройдено')}: записано в ${file}; \`${undo}\` отменит`,
  askFinish: (minutes, untouched) =>
    untouched > 0
      ? `закончить? Осталось ${time(minutes)}, не начато: ${tasks(untouched)}`
      : `закончить? Осталось ${time(minutes)}`,
  taskFiles: {
    given: 'given.yaml — то, что уже есть в кластере.',
    start: 'answer.yaml — файл, который нужно изменить.',
    answer: 'Ответ пишите в answer.yaml.',
  },
  namespace: (name) => `Объекты без пространства имён находятся в ${name}.`,
  huntOfDay: 'поиск ошибки на сегодня',
};
