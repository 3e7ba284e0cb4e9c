// English of labs: what the command `lab` says, for people who read English.
import type { LabCommandSentences } from './lab-command-words.ts';
import { englishForm } from './plural.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${englishForm(count, one, many)}`;

/** `190` → `3 h 10 min`. */
export const englishTime = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(' ');
};

export const englishLabCommand: LabCommandSentences = {
  minutes: (count) => `${count} min`,
  passed: (passed, total) => `${passed} of ${counted(total, 'lab', 'labs')} passed`,
  minutesLeft: (minutes) => `${englishTime(minutes)} left`,
  passedOn: (day) => (day === null ? 'passed' : `passed ${day}`),
  mend: 'find the fault',
  none: (commands) => ({
    message: 'this roadmap has no labs',
    hint: `those that come with the program are listed by \`${commands.on('istio').to('lab')}\`; docs/write-a-lab.md shows how to write your own`,
  }),
  noneFits: 'no lab fits',
  label: {
    given: 'given',
    manifests: 'in the cluster',
    start: 'to begin with',
    next: 'next',
    namespace: 'Objects without a namespace are in the namespace',
    docs: 'docs',
    solution: 'a solution',
  },
  judge: 'judge your answer: files of YAML, a folder, or - for standard input',
  judgeOnSave: 'judge it again at each save',
  files: 'write the task and the files to begin with into a folder',
  hintLine: 'a hint',
  solutionLine: 'the solution',
  taskLine: 'the task',
  hint: (number, of) => `hint ${number} of ${of}`,
  noHints: 'this lab has no hints',
  lastHint: 'that was the last hint',
  askSolution: 'show the solution? You learn more by finding it',
  written: (folder) => `in ${folder}`,
  answerHere: (lab) => `your answer to the lab ${lab} goes here`,
  isPassed: 'passed',
  notPassed: (problems) => `not yet: ${counted(problems, 'problem', 'problems')}`,
  mark: { holds: 'yes', fails: 'no', open: 'open' },
  openChecks: 'what is open is judged when this is put right',
  mayFollow: 'what fails here may follow from what is named above',
  recorded: (file, undo) => `recorded in ${file}; \`${undo}\` takes it back`,
  askTick: (topic) => `tick ${topic} as well?`,
  tickLine: 'tick its topic',
  nextLab: 'the next lab',
  watched: 'judged again at each save; q ends it',
  unusable: (file) => `${file} cannot be used as a lab`,
};
