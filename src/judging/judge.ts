// Judge: the layers of judging in their order; each looks at an answer only where those before it found nothing wrong.
import type { Problem } from '../errors.ts';
import type { Manifest } from '../formats/manifest/document.ts';
import { manifestsIn, type ReadManifests, readDocuments } from '../formats/manifest/read.ts';
import {
  type AnswerFile,
  type JudgedProblem,
  type Lab,
  type Layer,
  mostObjects,
  mostText,
  type Verdict,
} from '../model/lab.ts';
import { answeredCluster } from './answered-cluster.ts';
import { judgeChecks } from './checks.ts';
import { referenceProblems } from './references.ts';
import { schemaProblems } from './schema.ts';
import { problemSentences } from './sentences.ts';
import type { Task, Words } from './task.ts';

/**
 * What an answer is worth. Throws the UserError `bad-check` where the lab itself is at fault: an expression that is none, or checks
 * that take more steps than they may.
 */
export function judge(lab: Lab, files: readonly AnswerFile[]): Verdict {
  const { task, problems } = taskOf(lab, files);
  if (task === null) return failed(lab, problems);
  const found = [...problems, ...schemaProblems(task)];
  if (found.length > 0) return failed(lab, found);
  const cluster = answeredCluster(task);
  const { checks, problems: unmet } = judgeChecks(task, cluster);
  const all = [...referenceProblems(task, cluster), ...unmet];
  return { passed: all.length === 0, checks, problems: all };
}

/** Problems of one verdict: nobody reads more of them. */
const mostProblems = 100;

function failed({ checks }: Lab, problems: readonly JudgedProblem[]): Verdict {
  return {
    passed: false,
    checks: checks.map(({ id }) => ({ id, holds: null })),
    problems: problems.slice(0, mostProblems),
  };
}

/** No task where the text is no YAML, or there is nothing in it. */
function taskOf(
  lab: Lab,
  files: readonly AnswerFile[],
): { readonly task: Task | null; readonly problems: readonly JudgedProblem[] } {
  if (files.reduce((sum, { text }) => sum + text.length, 0) > mostText)
    return { task: null, problems: [tooMuch({ en: `${mostText} characters`, ru: `${mostText} символов` })] };
  const read = files.map(({ name, text }) => ({ name, ...readDocuments(text, name) }));
  const broken = read.flatMap(({ name, problems }) =>
    problems.slice(0, mostProblems).map((one) => judged('yaml', name, one)),
  );
  if (broken.length > 0) return { task: null, problems: broken };
  const documents = read.flatMap((one) => one.documents);
  if (documents.length === 0) return { task: null, problems: [emptyAnswer] };
  const { manifests: given } = manifestsIn(readDocuments(lab.given.manifests, lab.id).documents);
  if (lab.document === 'values') {
    const [values, second] = documents;
    if (values === undefined || second !== undefined) return { task: null, problems: [severalValues] };
    return { task: { lab, given, answer: [], values }, problems: [] };
  }
  const problems: JudgedProblem[] = [];
  const answer: Manifest[] = [];
  for (const { name, documents: own } of read) {
    const found: ReadManifests = manifestsIn(own);
    answer.push(...found.manifests);
    problems.push(...found.problems.map((one) => judged('schema', name, one)));
  }
  if (answer.length > mostObjects)
    return { task: null, problems: [tooMuch({ en: `${mostObjects} objects`, ru: `${mostObjects} объектов` })] };
  if (answer.length === 0 && problems.length === 0) return { task: null, problems: [emptyAnswer] };
  return { task: { lab, given, answer, values: null }, problems };
}

const bare: Omit<JudgedProblem, 'message' | 'hint'> = {
  layer: 'yaml',
  check: null,
  file: null,
  line: null,
  column: null,
};

const emptyAnswer: JudgedProblem = {
  ...bare,
  message: { en: 'there is no object in the answer', ru: 'в ответе нет ни одного объекта' },
  hint: null,
};

/** Of all files together: what judging costs grows faster than they do. */
const tooMuch = (most: Words): JudgedProblem => ({
  ...bare,
  message: { en: `the answer has more than ${most.en}`, ru: `в ответе больше ${most.ru}` },
  hint: { en: 'name the files that answer the task, and no others', ru: 'назовите файлы с ответом, и только их' },
});

const severalValues: JudgedProblem = {
  ...bare,
  message: {
    en: 'the values of a chart are one document, and there are several',
    ru: 'значения чарта — это один документ, а здесь их несколько',
  },
  hint: null,
};

/** What is wrong with a text. */
function judged(layer: Layer, file: string, problem: Problem): JudgedProblem {
  const { line, column } = problem;
  return { layer, check: null, ...problemSentences(problem), file, line, column };
}
