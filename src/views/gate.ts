// GateReport: whether a level is reached, and what is missing, for people and for scripts.
import type { Language } from '../lang/messages.ts';
import type { Gate } from '../model/missing.ts';
import { type Roadmap, type Topic, wording } from '../model/roadmap.ts';
import { documentOf } from './json.ts';
import type { Named, One } from './kinds.ts';
import { flow, hanging, page } from './layout.ts';
import { plainTopics, type RecordEnd } from './plain.ts';
import type { SpeakingTheme } from './problem.ts';
import { shareText } from './status.ts';
import type { Paint } from './theme.ts';
import { groupedRows } from './topics.ts';

/** `gate <level>`: the answer first, then all that is missing under its sections. */
export function drawGate(gate: Gate, roadmap: Roadmap, theme: SpeakingTheme): string {
  const { level, at, isEnough, isEmpty, isLowest, tally, topics, projects } = gate;
  const { messages } = theme;
  const say = theme.sentences.gate;
  const name = theme.say(level.title);
  const answer = at === null ? (isEnough ? messages.reached : say.notReached) : say.share(isEnough, at);
  const facts: { text: string; paint?: Paint }[] = [
    { text: answer, paint: isEnough ? theme.good : theme.warn },
    { text: shareText(tally, theme) },
  ];
  if (roadmap.levelSource === 'inferred') facts.push({ text: messages.levelsInferred, paint: theme.dim });
  const head = [...hanging(' ', name, theme, theme.title), ...flow(1, facts, theme)];
  const nothing = isEmpty ? hanging(' ', say.nothingCounts(name), theme, theme.dim) : [];
  const open = topics.length === 0 ? [] : hanging(' ', say.open(name, !isLowest, topics.length), theme, theme.dim);
  const wanted = roadmap.levels.flatMap(({ id, title }) => {
    const some = projects.filter((project) => project.level === id);
    if (some.length === 0) return [];
    const { blocks } = groupedRows(some, roadmap, theme);
    const [, ...rows] = blocks[0] as readonly string[];
    return [[...hanging(' ', say.needsProject(theme.say(title)), theme, theme.dim), ...rows]];
  });
  return page([head, nothing, open, ...groupedRows(topics, roadmap, theme).blocks, ...wanted]);
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
export function gateJson({ level, at, isEnough, tally, topics, projects }: Gate, language: Language): string {
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
  });
}
