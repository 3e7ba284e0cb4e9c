// ContentLint: whether a roadmap in our own YAML keeps what it promises a learner: languages, fields, levels, hours, links, outcomes.
import { type Diagnostic, type DiagnosticArgs, diagnostic, type PartKind } from '../../errors.ts';
import { firstWording, type Text, wordings } from '../../model/roadmap.ts';
import { nearestWord } from '../../text/nearest.ts';
import { pattern } from '../../text/pattern.ts';
import type { Position } from '../../text/source.ts';
import type { DocumentProject, DocumentSection, DocumentTopic, RoadmapDocument } from '../roadmap-document.ts';
import { levelIdsOf, levelsIn } from '../roadmap-document.ts';

/** Where a part of the document, or a field of it, was written; line 0 where that is not known. */
export type PartPositions = (part: object, field?: string) => Position;

/** Of a level that the roadmap does not have, which has a finding of its own. */
const unknownRank = -2;

interface Leaf {
  readonly topic: DocumentTopic;
  /** Its own level or that of what it is under, in order from the lowest; -1 without one. */
  readonly rank: number;
}

/** A section, or the roadmap itself, with the topics directly in it; those below a parent topic are among them. */
interface Group {
  readonly section: DocumentSection | null;
  readonly leaves: readonly Leaf[];
}

interface Wording {
  readonly part: object;
  /** Where it is looked for. */
  readonly field: string;
  /** What it is called, where that is another name: `legacy.use`. */
  readonly name: string;
  readonly text: Text;
}

/** What one topic may take in hours: what is shorter belongs to another topic, what is longer is several. */
const hoursOfTopic = { least: 0.5, most: 8 };

const word = pattern(String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*`, 'gu');
/** Letters outside of the scripts whose words can be counted by their length: others have short words, or no space between them. */
const uncounted = pattern(String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{L}`, 'u');
const cyrillic = pattern(String.raw`\p{Script=Cyrillic}`, 'u');
const inCyrillic: ReadonlySet<string> = new Set(['ru', 'uk', 'be', 'bg']);

const wordsOf = (text: string): string[] => text.match(word()) ?? [];

/**
 * The findings in the order of the rules. A rule about a field holds where most of the topics have it: who writes a list
 * of titles gets one finding about what else there is, who writes outcomes one about the topic that lacks one.
 */
export function lintContent(document: RoadmapDocument, placeOf: PartPositions): Diagnostic[] {
  const groups = groupsOf(document);
  const leaves = groups.flatMap((group) => group.leaves);
  const topics = leaves.map(({ topic }) => topic);
  const parents = [document, ...groups.flatMap(({ section }) => section ?? [])].flatMap((one) => parentsIn(one.topics));
  const sections = groups.flatMap(({ section }) => (section === null ? [] : [section]));
  const projects = (document.projects ?? []).filter(isMap);
  const weighted = weightedIn(document);
  return [
    ...lintFields(leaves, sections, projects, placeOf),
    ...lintLanguages(document, { sections, topics: [...parents, ...topics], projects }, placeOf),
    ...lintHours(topics, placeOf),
    ...lintLinks([...parents, ...topics, ...projects], document, placeOf),
    ...lintLegacy(topics, placeOf),
    ...lintStages(topics, document, placeOf),
    ...lintVersions(topics, document, placeOf),
    ...lintWeights(weighted, placeOf),
    ...lintShares(weighted, placeOf),
    ...lintOrder(groups),
    ...groups.flatMap((group) => lintAlike(group, placeOf)),
    ...lintReworded(topics, placeOf),
  ];
}

/** The topics of a document that can be done, without those that are a title alone. */
export const leavesIn = (document: RoadmapDocument): DocumentTopic[] =>
  groupsOf(document).flatMap(({ leaves }) => leaves.map(({ topic }) => topic));

function isMap<Part extends object>(part: string | Part): part is Part {
  return typeof part !== 'string';
}

/** Topics with topics below them. */
function parentsIn(topics: DocumentTopic['topics']): DocumentTopic[] {
  return (topics ?? [])
    .filter(isMap)
    .flatMap((topic) => (topic.topics?.length ? [topic, ...parentsIn(topic.topics)] : []));
}

function groupsOf(document: RoadmapDocument): Group[] {
  const ranks = new Map(levelIdsOf(document).map((id, rank) => [id, rank]));
  const levelIn = levelsIn(document);
  const rankOf = (level: string | undefined, inherited: number): number => {
    if (level === undefined) return inherited;
    const id = levelIn(level);
    return id === null ? unknownRank : (ranks.get(id) ?? -1);
  };
  const leavesOf = (topics: Group['leaves'][number]['topic']['topics'], rank: number): Leaf[] =>
    (topics ?? []).filter(isMap).flatMap((topic) => {
      const own = rankOf(topic.level, rank);
      return topic.topics?.length ? leavesOf(topic.topics, own) : [{ topic, rank: own }];
    });
  const below = (section: DocumentSection, inherited: number): Group[] => {
    const rank = rankOf(section.level, inherited);
    const inner = (section.sections ?? []).filter(isMap).flatMap((one) => below(one, rank));
    return [{ section, leaves: leavesOf(section.topics, rank) }, ...inner];
  };
  const root: Group = { section: null, leaves: leavesOf(document.topics, -1) };
  return [root, ...(document.sections ?? []).filter(isMap).flatMap((section) => below(section, -1))];
}

function lintFields(
  leaves: readonly Leaf[],
  sections: readonly DocumentSection[],
  projects: readonly DocumentProject[],
  placeOf: PartPositions,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const rare: { readonly field: string; readonly of: PartKind }[] = [];
  const look = <Part extends object>(
    of: PartKind,
    parts: readonly Part[],
    fields: readonly string[],
    has: (part: Part, field: string) => boolean = (part, field) => !isEmpty((part as Fields)[field]),
  ): void => {
    if (parts.length === 0) return;
    for (const field of fields) {
      const without = parts.filter((part) => !has(part, field));
      const count = parts.length - without.length;
      if (count * 2 <= parts.length) rare.push({ field, of });
      else
        for (const part of without)
          found.push(diagnostic('missing-field', 'warning', placeOf(part), { field, of, count, total: parts.length }));
    }
  };
  const ranked = new Map(leaves.map(({ topic, rank }) => [topic, rank]));
  const topics = [...ranked.keys()];
  look('topics', topics, ['id', 'outcome', 'level', 'hours', 'links'], (topic, field) =>
    field === 'level' ? ranked.get(topic) !== -1 : !isEmpty((topic as Fields)[field]),
  );
  look('sections', sections, ['why']);
  look('projects', projects, ['goal', 'criterion', 'proves', 'hours']);
  if (rare.length > 0) found.push(diagnostic('rare-fields', 'info', { line: 0, column: 0 }, { rare }));
  return found;
}

type Fields = { readonly [field: string]: unknown };

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

function* wordingsOf(
  document: RoadmapDocument,
  sections: readonly DocumentSection[],
  topics: readonly DocumentTopic[],
  projects: readonly DocumentProject[],
): Generator<Wording> {
  const of = function* (part: object, ...fields: readonly string[]): Generator<Wording> {
    for (const field of fields) {
      const text = (part as Fields)[field] as Text | undefined;
      if (text !== undefined) yield { part, field, name: field, text };
    }
  };
  yield* of(document, 'title', 'description');
  for (const level of (document.levels ?? []).filter(isMap)) yield* of(level, 'title', 'rubric');
  for (const text of document.prerequisites ?? [])
    yield { part: document, field: 'prerequisites', name: 'prerequisites', text };
  for (const resource of (document.resources ?? []).filter(isMap)) yield* of(resource, 'title');
  for (const section of sections) yield* of(section, 'title', 'why');
  for (const topic of topics) {
    yield* of(topic, 'title', 'outcome');
    const use = topic.legacy?.use;
    if (use !== undefined) yield { part: topic, field: 'legacy', name: 'legacy.use', text: use };
  }
  for (const project of projects) yield* of(project, 'title', 'goal', 'criterion');
}

function lintLanguages(
  document: RoadmapDocument,
  parts: {
    readonly sections: readonly DocumentSection[];
    readonly topics: readonly DocumentTopic[];
    readonly projects: readonly DocumentProject[];
  },
  placeOf: PartPositions,
): Diagnostic[] {
  const { sections, topics, projects } = parts;
  const wordings = [...wordingsOf(document, sections, topics, projects)];
  const languages = languagesOf(wordings);
  const known = new Set(
    [...topics.flatMap(({ tags = [] }) => tags), ...projects.flatMap(({ stack = [] }) => stack)].flatMap((name) =>
      wordsOf(name),
    ),
  );
  /** Names are written alike in every language: with capitals, with digits, or as a tag. */
  const isOrdinary = (one: string): boolean => one === one.toLowerCase() && !/\d/.test(one) && !known.has(one);
  /** Text in which most words are ordinary ones. */
  const isProse = (text: string): boolean => {
    const words = wordsOf(text);
    return words.filter(isOrdinary).length * 2 > words.length;
  };
  return wordings.flatMap(({ part, field, name, text }) => {
    const report = (code: 'missing-translation' | 'wrong-language', language: string): Diagnostic =>
      diagnostic(code, 'warning', placeOf(part, field), { field: name, language });
    if (typeof text === 'string')
      return languages.length > 1 && wordsOf(text).some(isOrdinary)
        ? languages.filter((language) => language !== languages[0]).map((one) => report('missing-translation', one))
        : [];
    const missing = languages.filter((language) => text[language] === undefined);
    const wrong = Object.entries(text).filter(([language, wording]) =>
      inCyrillic.has(language)
        ? !cyrillic().test(wording) && isProse(wording)
        : language === 'en' && cyrillic().test(wording),
    );
    return [
      ...missing.map((language) => report('missing-translation', language)),
      ...wrong.map(([language]) => report('wrong-language', language)),
    ];
  });
}

/** The languages that most of the texts have, if most of them are written in several. */
function languagesOf(wordings: readonly Wording[]): string[] {
  const count = new Map<string, number>();
  const several = wordings.filter(({ text }) => typeof text !== 'string' && Object.keys(text).length > 1);
  if (several.length * 2 <= wordings.length) return [];
  for (const { text } of several)
    for (const language of Object.keys(text)) count.set(language, (count.get(language) ?? 0) + 1);
  return [...count].filter(([, times]) => times * 2 > several.length).map(([language]) => language);
}

function lintHours(topics: readonly DocumentTopic[], placeOf: PartPositions): Diagnostic[] {
  const { least, most } = hoursOfTopic;
  return topics.flatMap((topic) => {
    const { hours } = topic;
    if (hours === undefined || (hours >= least && hours <= most)) return [];
    return [diagnostic('odd-hours', 'info', placeOf(topic, 'hours'), { hours, least, most })];
  });
}

function lintLinks(
  parts: readonly (DocumentTopic | DocumentProject)[],
  { resources = [] }: RoadmapDocument,
  placeOf: PartPositions,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const look = (link: string, isTwice: boolean, place: () => Position): void => {
    const reason = isTwice ? 'twice' : oddity(link);
    if (reason !== null) found.push(diagnostic('bad-link', 'warning', place(), { link, reason }));
  };
  for (const part of parts) {
    const before = new Set<string>();
    for (const link of part.links ?? []) {
      look(link, before.has(link), () => placeOf(part, 'links'));
      before.add(link);
    }
  }
  for (const resource of resources) {
    if (isMap(resource)) look(resource.url, false, () => placeOf(resource, 'url'));
    // The name of a book is a resource as well.
    else if (/^https?:/i.test(resource)) look(resource, false, () => placeOf(resources));
  }
  return found;
}

/** A page without what makes it an address: `kafka.apache.org/documentation`. */
const bareHost = /^(?:[\w-]+\.)+(?:com|org|net|io|dev|edu|gov|ai|app|ru|uk|de|fr)(?:[/?#]|$)/i;

/** Other schemes are let be, and so is a path without spaces: it may lead to a note beside the roadmap. */
function oddity(link: string): 'not-https' | 'not-an-address' | null {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(link)?.[1]?.toLowerCase();
  const isWeb = scheme === 'http' || scheme === 'https';
  const isMistyped = scheme === undefined ? /^https?[:/]/i.test(link) : nearestWord(scheme, ['https', 'http']) !== null;
  const isBroken = /\s|\]\(/.test(link) || bareHost.test(link) || (isWeb ? !URL.canParse(link) : isMistyped);
  if (isBroken) return 'not-an-address';
  return scheme === 'http' && isPublic(new URL(link).hostname) ? 'not-https' : null;
}

/** A host without a dot, one by its number, or under a name that the world does not know, is of one's own machine or network. */
function isPublic(host: string): boolean {
  return host.includes('.') && !/^[\d.]+$|\.(?:local|localhost|internal|lan|test)$/.test(host);
}

function lintLegacy(topics: readonly DocumentTopic[], placeOf: PartPositions): Diagnostic[] {
  const gone = new Map<string, DiagnosticArgs['needs-legacy']['state']>();
  for (const { id, legacy, retired } of topics) {
    const state = legacy?.state ?? (retired === undefined ? undefined : 'retired');
    if (id !== undefined && state !== undefined) gone.set(id, state);
  }
  return topics
    .filter(({ legacy, retired }) => legacy === undefined && retired === undefined)
    .flatMap((topic) =>
      (topic.needs ?? []).flatMap((id) => {
        const state = gone.get(id);
        return state === undefined
          ? []
          : [diagnostic('needs-legacy', 'warning', placeOf(topic, 'needs'), { id, state })];
      }),
    );
}

const textsOf = ({ title, outcome, notes = [] }: DocumentTopic): string[] => [
  ...(title === undefined ? [] : wordings(title)),
  ...(outcome === undefined ? [] : wordings(outcome)),
  ...notes,
];

/** Whether the name occurs as a whole word, not as a part of another. */
const standsIn = (text: string, name: string): boolean => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + name.length] ?? ' ');
    if (!/[\p{L}\p{N}_]/u.test(around)) return true;
  }
  return false;
};

/** A topic that names a feature which is not finished says so: in its stage, or in the word for it (FORMATS, YAML and JSON). */
function lintStages(
  topics: readonly DocumentTopic[],
  { maturity = [] }: RoadmapDocument,
  placeOf: PartPositions,
): Diagnostic[] {
  const unfinished = maturity.filter(({ stage }) => stage !== 'stable');
  if (unfinished.length === 0) return [];
  return topics
    .filter(({ stage, legacy }) => stage === undefined && legacy === undefined)
    .flatMap((topic) => {
      const texts = textsOf(topic);
      const named = unfinished.find(
        ({ name, stage }) =>
          wordings(name).some((one) => texts.some((text) => standsIn(text, one))) &&
          !texts.some((text) => text.toLowerCase().includes(stage)),
      );
      if (named === undefined) return [];
      const { name, stage } = named;
      return [diagnostic('unnamed-stage', 'warning', placeOf(topic, 'title'), { name: firstWording(name), stage })];
    });
}

/** `1.27` as numbers; null for what is no version of that form. */
function partsOfVersion(version: string): number[] | null {
  return /^\d+(?:\.\d+)+$/.test(version) ? version.split('.').map(Number) : null;
}

function isLater(version: readonly number[], than: readonly number[]): boolean {
  const at = version.findIndex((part, index) => part !== (than[index] ?? 0));
  return at >= 0 && (version[at] as number) > (than[at] ?? 0);
}

/** A number behind one of these, or behind the name of the subject, is a version of it: `since 1.27`, «с 1.27», `Istio 1.27`. */
const beforeVersion =
  'since|from|until|before|after|version|versions|с|со|до|после|начиная с|версия|версии|версию|версией|версиях|версий';

/** A topic that names a version says in a field for which versions it holds; and holds for the one that the roadmap is about. */
function lintVersions(
  topics: readonly DocumentTopic[],
  document: RoadmapDocument,
  placeOf: PartPositions,
): Diagnostic[] {
  const { version: own = '', title = '' } = document;
  const current = partsOfVersion(own);
  if (current === null) return [];
  // A name that every version of the subject may follow: words of the title that are names.
  const names = wordings(title).flatMap((text) => wordsOf(text).filter((one) => one !== one.toLowerCase()));
  const named = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[beforeVersion, ...names].join('|')}) v?(${current[0]}\\.\\d+(?:\\.\\d+)?)(?![\\p{L}\\p{N}])`,
    'u',
  );
  return topics.flatMap((topic) => {
    const found: Diagnostic[] = [];
    const { since, version, legacy, retired } = topic;
    const from = since === undefined ? null : partsOfVersion(since);
    if (from !== null && version === undefined && isLater(from, current))
      found.push(
        diagnostic('later-than-roadmap', 'warning', placeOf(topic, 'since'), { since: from.join('.'), version: own }),
      );
    if (since !== undefined || version !== undefined || legacy !== undefined || retired !== undefined) return found;
    const [written] = textsOf(topic).flatMap((text) => named.exec(text)?.[1] ?? []);
    if (written !== undefined)
      found.push(diagnostic('version-without-since', 'warning', placeOf(topic, 'outcome'), { version: written }));
    return found;
  });
}

/** The outermost sections that have a weight, as readiness counts them. */
function weightedIn({ sections = [] }: Pick<RoadmapDocument, 'sections'>): DocumentSection[] {
  return sections.filter(isMap).flatMap((section) => (section.weight === undefined ? weightedIn(section) : [section]));
}

function lintWeights(weighted: readonly DocumentSection[], placeOf: PartPositions): Diagnostic[] {
  const [first] = weighted;
  const sum = weighted.reduce((all, { weight = 0 }) => all + weight, 0);
  // Thirds are written as 33.3.
  if (first === undefined || Math.abs(sum - 100) < 0.5) return [];
  return [diagnostic('weights-sum', 'warning', placeOf(first, 'weight'), { sum: Math.round(sum * 100) / 100 })];
}

/** So many percent more or less of the hours than of the exam are a matter of taste. */
const mostOffWeight = 5;

/** The hours of a section that is a part of an exam go with its weight. Only where all topics that count have hours. */
function lintShares(weighted: readonly DocumentSection[], placeOf: PartPositions): Diagnostic[] {
  const leaves = weighted.map((section) => groupsOf({ sections: [section] }).flatMap((group) => group.leaves));
  const counted = leaves.map((all) => all.filter(({ topic }) => topic.retired === undefined));
  const all = counted.flat();
  if (weighted.length < 2 || all.some(({ topic }) => topic.hours === undefined)) return [];
  const sumOf = (some: readonly Leaf[]): number => some.reduce((sum, { topic }) => sum + (topic.hours ?? 0), 0);
  const total = sumOf(all);
  const weights = weighted.reduce((sum, { weight = 0 }) => sum + weight, 0);
  if (total === 0 || weights === 0) return [];
  return weighted.flatMap((section, index) => {
    const share = (100 * sumOf(counted[index] ?? [])) / total;
    const weight = (100 * (section.weight ?? 0)) / weights;
    if (Math.abs(share - weight) <= mostOffWeight) return [];
    const args = { share: Math.round(share), weight: Math.round(weight) };
    return [diagnostic('hours-off-weight', 'info', placeOf(section, 'weight'), args)];
  });
}

/** Below this share of pairs in which the harder topic is later, a section does not lead upwards. */
const leastAscent = 0.5;
/** A swap or two say nothing. */
const leastPairs = 6;

function lintOrder(groups: readonly Group[]): Diagnostic[] {
  let pairs = 0;
  let ascending = 0;
  for (const { leaves } of groups) {
    const ranks = leaves.map(({ rank }) => rank).filter((rank) => rank >= 0);
    // Sums over 1, 2, 4… ranks (a Fenwick tree): a roadmap may have as many levels as topics.
    const sums: number[] = [];
    const most = ranks.reduce((a, b) => Math.max(a, b), 0) + 1;
    const upTo = (rank: number): number => {
      let sum = 0;
      for (let at = rank + 1; at > 0; at -= at & -at) sum += sums[at] ?? 0;
      return sum;
    };
    for (const [before, rank] of ranks.entries()) {
      const lower = upTo(rank - 1);
      pairs += before - (upTo(rank) - lower);
      ascending += lower;
      for (let at = rank + 1; at <= most; at += at & -at) sums[at] = (sums[at] ?? 0) + 1;
    }
  }
  if (pairs < leastPairs || ascending >= pairs * leastAscent) return [];
  const percent = Math.floor((100 * (pairs - ascending)) / pairs);
  return [diagnostic('descending-levels', 'info', { line: 0, column: 0 }, { percent })];
}

/** Without the word that all outcomes begin with: "can", «умеет». */
const beginning = (outcome: string): string => wordsOf(outcome.toLowerCase()).slice(1, 4).join(' ');

function lintAlike({ leaves }: Group, placeOf: PartPositions): Diagnostic[] {
  const first = new Map<string, number>();
  return leaves.flatMap(({ topic }) => {
    if (topic.outcome === undefined) return [];
    const words = beginning(firstWording(topic.outcome));
    if (words.split(' ').length < 3) return [];
    const place = placeOf(topic, 'outcome');
    const before = first.get(words);
    if (before !== undefined) return [diagnostic('alike-outcomes', 'info', place, { first: before, words })];
    first.set(words, place.line);
    return [];
  });
}

/** Fewer words of its own than this beside those of the title tell a learner nothing new. */
const leastOwnWords = 3;

function lintReworded(topics: readonly DocumentTopic[], placeOf: PartPositions): Diagnostic[] {
  return topics.flatMap((topic) => {
    const { title, outcome } = topic;
    if (title === undefined || outcome === undefined) return [];
    const says = languagePairs(title, outcome).some(([name, wording]) => {
      const titled = new Set(stems(name));
      return !uncounted().test(wording) && stems(wording).filter((stem) => !titled.has(stem)).length < leastOwnWords;
    });
    return says ? [diagnostic('reworded-title', 'info', placeOf(topic, 'outcome'), {})] : [];
  });
}

function languagePairs(title: Text, outcome: Text): (readonly [string, string])[] {
  if (typeof title === 'string' || typeof outcome === 'string') return [[firstWording(title), firstWording(outcome)]];
  return Object.entries(outcome).flatMap(([language, wording]) => {
    const name = title[language];
    return name === undefined ? [] : [[name, wording] as const];
  });
}

/** The words that carry the meaning, without their endings. */
const stems = (text: string): string[] =>
  wordsOf(text.toLowerCase())
    .filter((one) => one.length > 3)
    .map((one) => one.slice(0, 5));
