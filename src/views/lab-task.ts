// LabTask: a lab as its learner reads it: what is to be true afterwards, what is given, and the lines to type.
import type { Language } from '../lang/messages.ts';
import type { Lab } from '../model/lab.ts';
import { type Text, wording } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';
import { documentOf } from './json.ts';
import type { Content } from './kinds.ts';
import { type LabTheme, type ListedLab, labHeadJson } from './lab-list.ts';
import { chop, commandLines, flow, hanging, heading, page } from './layout.ts';
import { levelFact } from './topic.ts';

export interface LabTaskView {
  readonly entry: ListedLab;
  readonly lab: Lab;
  /** How many hints were shown so far. */
  readonly hints: number;
}

/** The title and, beneath it, what a list says of the lab; `withState` false where a verdict says it anew. */
export function labHead(
  { entry, lab }: Pick<LabTaskView, 'entry' | 'lab'>,
  theme: LabTheme,
  withState = true,
): string[] {
  const { lab: say } = theme;
  const { topicOf, passed, passedOn, level, minutes } = entry;
  const facts = [
    { text: `lab ${visible(entry.id)}`, paint: theme.accent },
    ...(passed && withState ? [{ text: say.passedOn(passedOn), paint: theme.good }] : []),
    { text: `${topicOf.address} ${theme.say(topicOf.title)}`, paint: theme.dim },
    ...(level === null ? [] : [{ text: levelFact({ ...topicOf, level }, theme), paint: theme.dim }]),
    { text: say.minutes(minutes), paint: theme.dim },
  ];
  return [...heading(' ', theme.say(lab.title), theme, theme.title), ...flow(1, facts, theme)];
}

/** Paragraphs and lists of a text that its author wrapped: words of a paragraph flow, what begins with a dash hangs below it. */
export function paragraphs(text: Text, indent: string, theme: LabTheme): string[] {
  const blocks = wording(text, theme.language)
    .trim()
    .split(/\n[ \t]*\n/);
  return blocks.flatMap((block, index) => {
    const items = block.split(/\n(?=[ \t]*- )/);
    const lines = items.flatMap((item) => {
      const isItem = /^[ \t]*- /.test(item);
      const words = theme.show(
        item
          .replace(/^[ \t]*- /, '')
          .replace(/\s+/g, ' ')
          .trim(),
      );
      return hanging(isItem ? `${indent}- ` : indent, words, theme);
    });
    return index === 0 ? lines : ['', ...lines];
  });
}

/** A text of YAML as it is written, harmless; a line that is too long goes on beneath itself. */
export function verbatim(text: string, indent: string, theme: LabTheme): string[] {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line) => chop(visible(line), Math.max(8, theme.width - indent.length)))
    .map((line) => (line === '' ? '' : indent + line));
}

const label = (name: keyof LabTheme['lab']['label'], theme: LabTheme): string[] =>
  hanging(' ', theme.lab.label[name], theme, theme.dim);

/** Facts, and where objects are that name no namespace. */
export const givenFacts = ({ given, namespace, document }: Lab, theme: LabTheme): string[] => [
  ...given.facts.map((fact) => theme.say(fact)),
  ...(namespace === 'default' || document === 'values' ? [] : [`${theme.lab.label.namespace} ${visible(namespace)}.`]),
];

/** `lab ID`. */
export function drawLabTask(view: LabTaskView, theme: LabTheme): string {
  const { entry, lab } = view;
  const { manifests } = lab.given;
  const given = givenFacts(lab, theme).flatMap((fact) => hanging('   - ', fact, theme));
  return page([
    labHead(view, theme),
    paragraphs(lab.task, ' ', theme),
    given.length === 0 ? [] : [...label('given', theme), ...given],
    manifests.trim() === '' ? [] : [...label('manifests', theme), ...verbatim(manifests, '   ', theme)],
    lab.start.trim() === '' ? [] : [...label('start', theme), ...verbatim(lab.start, '   ', theme)],
    nextLines(entry, lab, theme),
  ]);
}

/** Lines to type, each below what it is for. */
function nextLines({ id }: ListedLab, lab: Lab, theme: LabTheme): string[] {
  const { lab: say, commands } = theme;
  const line = (what: string, ...words: readonly string[]): string[] => [
    ...hanging(' ', what, theme, theme.dim),
    ...commandLines(3, commands.to('lab', id, ...words), theme),
  ];
  return [
    ...line(say.files, '--into', id),
    ...line(say.judge, 'answer.yaml'),
    ...(lab.hints.length > 0 ? line(say.hintLine, '--hint') : []),
  ];
}

/** `lab ID --hint`: all that were shown so far, the new one last. */
export function drawHints(view: LabTaskView, theme: LabTheme): string {
  const { entry, lab, hints } = view;
  const { lab: say } = theme;
  if (lab.hints.length === 0) return page([hanging(' ', say.noHints, theme)]);
  const shown = lab.hints.slice(0, hints);
  const blocks = shown.map((hint, at) => [
    ...hanging(' ', say.hint(at + 1, lab.hints.length), theme, theme.dim),
    ...paragraphs(hint, '   ', theme),
  ]);
  const isLast = hints >= lab.hints.length;
  const more = isLast
    ? [...hanging(' ', `${say.lastHint}; ${say.solutionLine}:`, theme, theme.dim), ...line(entry, theme, '--solution')]
    : [];
  return page([labHead(view, theme), ...blocks, more]);
}

const line = ({ id }: ListedLab, theme: LabTheme, ...words: readonly string[]): string[] =>
  commandLines(3, theme.commands.to('lab', id, ...words), theme);

/** `lab ID --solution`. */
export function drawSolution(view: LabTaskView, theme: LabTheme): string {
  const { lab } = view;
  const links = lab.docs.flatMap((link) => hanging('   ', visible(link), theme));
  return page([
    labHead(view, theme),
    [...label('solution', theme), ...verbatim(lab.solution, '   ', theme)],
    links.length === 0 ? [] : [...label('docs', theme), ...links],
  ]);
}

/** `lab ID --json`, with `--hint` and `--solution` as well: kind "lab". `isSolved`: the solution is asked for. */
export function labJson({ entry, lab, hints }: LabTaskView, isSolved: boolean, language: Language): string {
  const say = (text: Text): string => wording(text, language);
  const content: Content<'lab'> = {
    ...labHeadJson(entry, language),
    task: say(lab.task),
    namespace: lab.namespace,
    facts: lab.given.facts.map(say),
    manifests: lab.given.manifests,
    start: lab.start,
    hints: { total: lab.hints.length, shown: lab.hints.slice(0, hints).map(say) },
    solution: isSolved ? lab.solution : null,
    docs: lab.docs,
  };
  return documentOf('lab', content);
}

/** The task as the text file that `--into` writes. */
export function taskText({ entry, lab }: LabTaskView, given: LabTheme): string {
  const theme = { ...given, width: 80 };
  const facts = givenFacts(lab, theme).flatMap((fact) => hanging('- ', fact, theme));
  const judge = theme.commands.to('lab', entry.id, 'answer.yaml');
  return page([
    hanging('', theme.say(lab.title), theme),
    paragraphs(lab.task, '', theme),
    facts.length === 0 ? [] : [`${theme.lab.label.given}:`, ...facts],
    [`${theme.lab.judge}:`, `  ${judge}`],
  ]);
}
