// GateReport: whether a level is reached, and what is missing, for people and for scripts.
import type { Language } from '../lang/messages.ts';
import type { Gate } from '../model/missing.ts';
import { type Roadmap, type Topic, wording } from '../model/roadmap.ts';
import { documentOf } from './json.ts';
import type { Named, One } from './kinds.ts';
import { commandLines, flow, hanging, heading, page } from './layout.ts';
import { plainTopics, type RecordEnd } from './plain.ts';
import type { ThemeWithSentences } from './problem.ts';
import { shareText } from './status.ts';
import type { Paint } from './theme.ts';
import { groupedRows } from './topics.ts';

export interface GateView {
  readonly gate: Gate;
  readonly roadmap: Roadmap;
  /** All that is missing is asked for, however much that is. */
  readonly isFull: boolean;
}

/** Of the topics, and of the projects of each level, so many are shown unless all are asked for. */
export const mostMissing = 10;

/** `gate <level>`: the answer first, then what is missing under its sections. */
export function drawGate({ gate, roadmap, isFull }: GateView, theme: ThemeWithSentences): string {
  const most = isFull ? Number.POSITIVE_INFINITY : mostMissing;
  const { level, at, isEnough, isEmpty, isLowest, tally, topics, projects, labs } = gate;
  const { messages } = theme;
  const say = theme.sentences.gate;
  const name = theme.say(level.title);
  const answer = at === null ? (isEnough ? messages.reached : say.notReached) : say.share(isEnough, at);
  const facts: { text: string; paint?: Paint }[] = [
    { text: answer, paint: isEnough ? theme.good : theme.warn },
    { text: shareText(tally, theme) },
  ];
  if (roadmap.levelSource === 'inferred') facts.push({ text: messages.levelsInferred, paint: theme.dim });
  const head = [...heading(' ', name, theme, theme.title), ...flow(1, facts, theme)];
  const nothing = isEmpty ? hanging(' ', say.nothingCounts(name), theme, theme.dim) : [];
  const open = topics.length === 0 ? [] : hanging(' ', say.open(name, !isLowest, topics.length), theme, theme.dim);
  const ofLevel = roadmap.levels.map(({ id }) => projects.filter((project) => project.level === id));
  const wanted = roadmap.levels.flatMap(({ title }, index) => {
    const some = ofLevel[index] as readonly Topic[];
    if (some.length === 0) return [];
    const { blocks } = groupedRows(some.slice(0, most), roadmap, theme);
    const [, ...rows] = blocks[0] as readonly string[];
    return [
      [
        ...hanging(' ', say.needsProject(theme.say(title)), theme, theme.dim),
        ...rows,
        ...moreLines(some.length - most, '   ', theme),
      ],
    ];
  });
  const isCut = [topics, ...ofLevel].some((some) => some.length > most);
  const words = ['gate', level.id, ...(at === null ? [] : ['--at', String(at)]), '--full'];
  return page([
    head,
    nothing,
    open,
    ...groupedRows(topics.slice(0, most), roadmap, theme).blocks,
    moreLines(topics.length - most, ' ', theme),
    ...wanted,
    ...labs.map(({ level: { id, title }, missing }) => [
      ...hanging(' ', say.needsLabs(theme.say(title), missing), theme, theme.dim),
      ...commandLines(3, theme.commands.to('lab', '--level', id, '--status', 'todo'), theme),
    ]),
    isCut
      ? [
          ...hanging(' ', theme.sentences.levels.allMissing, theme, theme.dim),
          ...commandLines(3, theme.commands.to(...words), theme),
        ]
      : [],
  ]);
}

function moreLines(rest: number, indent: string, theme: ThemeWithSentences): string[] {
  return rest > 0 ? hanging(indent, theme.messages.more(rest), theme, theme.dim) : [];
}

/** `gate --plain`: what is missing, as `list --plain` has it; projects last. */
export function plainGate({ topics, projects }: Gate, language: Language, end: RecordEnd): string {
  return plainTopics([...topics, ...projects], language, end);
}

/** A thing that is missing, as `gate --json` names it. */
export function missingJson({ address, id, title }: Topic, language: Language): Named {
  return { address, id, title: wording(title, language) };
}

/** `gate --json`: kind "gate"; `reached` is the answer that the exit status gives. */
export function gateJson({ level, at, isEnough, tally, topics, projects, labs }: Gate, language: Language): string {
  return documentOf('gate', {
    level: level.id,
    reached: isEnough,
    at,
    percent: tally.percent,
    total: tally.total,
    done: tally.done,
    missing: topics.map((topic) => missingJson(topic, language)),
    missingProjects: projects.map(
      (project): One<'gate', 'missingProjects'> => ({ ...missingJson(project, language), level: project.level }),
    ),
    missingLabs: labs.map(({ level: { id }, missing }): One<'gate', 'missingLabs'> => ({ level: id, missing })),
  });
}
