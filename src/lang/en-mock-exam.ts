// English of mock exams: what `lab --mock` and `lab --broken` say to people who read English.
import { englishTime as time } from './en-lab-command.ts';
import type { MockExamSentences } from './mock-exam-words.ts';
import { englishForm } from './plural.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${englishForm(count, one, many)}`;

export const englishMockExam: MockExamSentences = {
  title: (roadmap) => `Mock exam: ${roadmap}`,
  left: (minutes, of) => `${time(minutes)} left of ${time(of)}`,
  over: (minutes) => (minutes < 1 ? 'the time is over' : `the time has been over for ${time(minutes)}`),
  used: (minutes, of) => `${time(minutes)} of ${time(of)}`,
  begun: (begun, total) => `${begun} of ${counted(total, 'task', 'tasks')} begun`,
  needed: (percent) => `${percent}% passes`,
  passed: (percent) => `passed with ${percent}%`,
  failed: (percent) => `not passed: ${percent}%`,
  weight: (percent) => `${percent}%`,
  fewer: (tasks, wanted) =>
    `${counted(tasks, 'task', 'tasks')} instead of ${wanted}: the roadmap has no more labs to draw from`,
  state: { begun: 'begun', untouched: 'not begun', invalid: 'no valid manifest', gone: 'its lab is gone: not counted' },
  share: (held, checks) => `${held}/${checks}`,
  late: (held, checks) => `late: ${held}/${checks}`,
  lateRule: 'what was saved after the end of the time is judged, and does not count',
  nextTask: (answer) => `the next task; write your answer into ${answer}`,
  finish: 'when you are done: judge all answers',
  finishOver: 'judge the answers; what is saved from now on does not count',
  look: 'how much time is left',
  why: 'why an answer does not hold',
  another: (folder) => `another exam, in the folder ${folder}`,
  study: 'study next',
  recorded: (count, file, undo) =>
    `${counted(count, 'lab', 'labs')} passed: recorded in ${file}; \`${undo}\` takes it back`,
  askFinish: (minutes, untouched) =>
    untouched > 0
      ? `finish with ${time(minutes)} left and ${counted(untouched, 'task', 'tasks')} not begun?`
      : `finish with ${time(minutes)} left?`,
  taskFiles: {
    given: 'given.yaml is what is in the cluster already.',
    start: 'answer.yaml is the file to change.',
    answer: 'Your answer goes into answer.yaml.',
  },
  namespace: (name) => `Objects without a namespace are in ${name}.`,
  huntOfDay: 'the hunt of the day',
};
