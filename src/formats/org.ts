// OrgOutline: an outline of Emacs Org: headings with states, boxes, planning lines and drawers (FORMATS T11).
import { parseCalendarDate } from '../dates/calendar-date.ts';
import { diagnostic, nowhere } from '../errors.ts';
import { type DraftSection, type DraftTopic, draftRoadmap, draftSection, draftTopic } from '../model/draft.ts';
import { levelNamed } from '../model/level-words.ts';
import type { PlanField, Status } from '../model/roadmap.ts';
import { lineText, type Source } from '../text/source.ts';
import type { ReadDraft } from './format.ts';
import { coversOnlyItsOwnText, roleByTitle } from './markdown/outline/section-roles.ts';
import type { Role } from './words/roles.ts';

/** A line of the outline with what is below it; the file itself is a heading without stars. */
interface Node {
  readonly kind: 'heading' | 'item' | 'text';
  /** Stars of a heading, columns before an item or a text. */
  readonly depth: number;
  readonly line: number;
  title: string;
  status: Status | null;
  tags: readonly string[];
  readonly links: readonly string[];
  /** A link or an address, and nothing else. */
  readonly isLink: boolean;
  /** It counts what is below it: `[1/3]`, `[33%]`. */
  readonly isCounter: boolean;
  /** `CLOSED`, `SCHEDULED`, `DEADLINE`, `ID` and `CUSTOM_ID` as written. */
  readonly properties: Map<string, string>;
  readonly children: Node[];
}

/** What the topics are taken from. */
type Kind = 'marks' | 'done marks' | 'items' | 'headings';

const headline = /^(\*+)[ \t]+(\S.*)$/;
const listItem = /^([ \t]*)(?:[-+*]|\d+[.)])[ \t]+(?:\[@\d+\][ \t]+)?(?:\[([ xX-])\](?=[ \t]|$))?/;
const keyword = /^[ \t]*#\+([a-z_]+):[ \t]*(?![ \t])(.*)$/i;
const drawer = /^[ \t]*:([\w-]+):[ \t]*$/;
const property = /^[ \t]*:([\w-]+):[ \t]+(\S.*)$/;
const planned = /\b(CLOSED|SCHEDULED|DEADLINE):[ \t]*[[<](\d{4}-\d\d-\d\d)/g;
const noText = /^[ \t]*(?:$|#|\||:(?:[ \t]|$)|-{5,}[ \t]*$)/;
const headingTags = /[ \t]:([^\s:]+(?::[^\s:]+)*):[ \t]*$/;
const counter = /\[(?:\d*\/\d*|\d*%)\]/g;
const link = /\[\[([^[\]]+)\](?:\[([^[\]]+)\])?\]/g;
/** Not to another note, `[[id:…]]`: that is named as a wiki link names it, and leads to what there is to study. */
const onlyLink = /^(?:\[\[(?!id:)[^[\]]+\](?:\[[^[\]]+\])?\]|https?:\/\/\S+)$/;
const emphasis = /(^|[\s('"{-])([*/_=~+])(?!\s)((?:(?!\2).)+)(?<!\s)\2(?=$|[\s.,;:!?'")}-])/g;

/** The words before a title that say its state, where `#+TODO:` declares no others: what Emacs knows and people configure. */
const usualWords: { readonly [status in Status]: string } = {
  todo: 'TODO NEXT WAITING WAIT HOLD SOMEDAY MAYBE PROJ PROJECT',
  doing: 'STARTED STRT DOING ACTIVE WIP PROG IN-PROGRESS INPROGRESS IN_PROGRESS',
  done: 'DONE',
  skipped: 'CANCELLED CANCELED CANC KILL KILLED DROPPED ABANDONED WONTFIX',
};

type States = ReadonlyMap<string, Status>;

function usualStates(): States {
  const pairs = Object.entries(usualWords) as [Status, string][];
  return new Map(pairs.flatMap(([status, words]) => words.split(' ').map((word) => [word, status])));
}

/** Whether a text is Org: it has a heading with stars or a `#+` keyword, or no heading of Markdown. */
export function isOrg(text: string): boolean {
  return /^(?:\*+[ \t]+\S|#\+\w)/m.test(text) || !/^#{1,6} \S/m.test(text);
}

/** Whether a text with headings says in its first lines that it is Org, as editors ask: `-*- mode: org -*-`, `#+TITLE:`. */
export function declaresOrg(text: string): boolean {
  const head = text.slice(0, 400);
  const isDeclared =
    (head.includes('-*-') && /\bmode: ?org\b/i.test(head)) ||
    /^#\+(?:title|startup|todo|options|filetags):/im.test(head);
  return isDeclared && /^\*+ \S/m.test(text);
}

/** Reads an outline; never throws. Nothing in it can be edited: its ticks go to a progress file. */
export const readOrg: ReadDraft = ({ source, name }) => {
  const { root, keywords } = outlineOf(source);
  const heading = keywords.has('title') ? null : titleHeading(root);
  const title = keywords.get('title') ?? heading?.title;
  const draft = draftRoadmap(title === undefined ? name : readable(title), 'org');
  const top = heading ?? root;
  draft.description = keywords.get('description') ?? null;
  draft.children = draftsOf(top, kindOf(top));
  if (draft.children.length > 0) return draft;
  draft.diagnostics = [
    diagnostic('no-topics', 'warning', nowhere, { reason: root.children.length === 0 ? 'empty' : 'prose' }),
  ];
  return draft;
};

/**
 * States decide, as in Markdown; where all of them are done, leaves without one are open, should they be fewer (FORMATS T6). Without
 * any the outline does where it has more leaves than items, which are notes then.
 */
function kindOf(top: Node): Kind {
  const states = statesIn(top);
  if (states.length === 0) return countOf(top, 'items') >= countOf(top, 'headings') ? 'items' : 'headings';
  const isOpen = states.some((status) => status === 'todo' || status === 'doing');
  return isOpen || countOf(top, 'done marks') > 2 * states.length ? 'marks' : 'done marks';
}

const statesIn = ({ status, children }: Node): readonly Status[] => [
  ...(status === null ? [] : [status]),
  ...children.flatMap(statesIn),
];

const countOf = (top: Node, kind: Kind): number => countTopics(draftsOf(top, kind));

const countTopics = (drafts: readonly (DraftSection | DraftTopic)[]): number =>
  drafts.reduce(
    (sum, one) => sum + (one.kind === 'topic' ? 1 + countTopics(one.topics) : countTopics(one.children)),
    0,
  );

/** The only heading of the first depth, where all others are below it (FORMATS S5). */
function titleHeading(root: Node): Node | null {
  const [only, ...others] = root.children.filter(({ kind }) => kind !== 'text');
  const isAlone = only?.kind === 'heading' && others.length === 0 && only.status === null;
  return isAlone && only.children.some(({ kind }) => kind === 'heading') ? only : null;
}

/** The lines that count, nested, and what `#+` keywords say of the file. */
function outlineOf(source: Source): { root: Node; keywords: ReadonlyMap<string, string> } {
  const { lineStarts } = source;
  const { keywords, states } = keywordsOf(source);
  const root = nodeOf('heading', 0, 0, '');
  const open = [root];
  let skippedUntil: RegExp | null = null;
  for (let line = 1; line <= lineStarts.length; line++) {
    const text = lineText(source, line);
    const stars = headline.exec(text);
    // A heading ends whatever was open.
    if (stars) skippedUntil = null;
    const above = open[open.length - 1] as Node;
    if (skippedUntil !== null) {
      const [, name, value] = property.exec(text) ?? [];
      if (skippedUntil === endOfDrawer && name && value) above.properties.set(name.toUpperCase(), value.trim());
      if (skippedUntil.test(text)) skippedUntil = null;
    } else if (stars) attach(open, headingOf(stars, line, states));
    else if (/^[ \t]*#\+begin_/i.test(text)) skippedUntil = /^[ \t]*#\+end_/i;
    else if (drawer.test(text)) skippedUntil = endOfDrawer;
    else if (/^[ \t]*(?:CLOSED|SCHEDULED|DEADLINE):/.test(text))
      for (const [, name, day] of text.matchAll(planned)) above.properties.set(name as string, day as string);
    else if (!noText.test(text)) attach(open, bodyLine(text, line));
  }
  return { root: withoutComments(root), keywords };
}

const endOfDrawer = /^[ \t]*:END:[ \t]*$/i;

/** `#+TITLE:` and its like, joined where they are repeated; and the states that `#+TODO:` declares, else the usual ones. */
function keywordsOf(source: Source): { keywords: ReadonlyMap<string, string>; states: States } {
  const keywords = new Map<string, string>();
  const usual = usualStates();
  const declared = new Map<string, Status>();
  for (let line = 1; line <= source.lineStarts.length; line++) {
    const [, written = '', value = ''] = keyword.exec(lineText(source, line)) ?? [];
    const name = written.toLowerCase();
    if (/^(?:(?:seq|typ)_)?todo$/.test(name)) declare(value, usual, declared);
    else if (name !== '' && value.trim() !== '') keywords.set(name, `${keywords.get(name) ?? ''} ${value}`.trim());
  }
  return { keywords, states: declared.size > 0 ? declared : usual };
}

/** `TODO NEXT(n) | DONE(d!) CANCELLED`: without a bar only the last means that it is finished. */
function declare(value: string, usual: States, declared: Map<string, Status>): void {
  const words = value
    .split(/\s+/)
    .map((word) => word.replace(/\(.*/, ''))
    .filter((word) => word !== '');
  const bar = words.includes('|') ? words.indexOf('|') : words.length - 2;
  for (const [at, word] of words.entries()) {
    const status = usual.get(word);
    if (word === '|') continue;
    if (at <= bar) declared.set(word, status === 'doing' ? status : 'todo');
    else declared.set(word, status === 'skipped' ? status : 'done');
  }
}

function nodeOf(kind: Node['kind'], depth: number, line: number, written: string, status: Status | null = null): Node {
  const isLink = onlyLink.test(written.trim());
  const labelled = Array.from(written.matchAll(link), ([, target]) => target as string);
  const links = isLink && labelled.length === 0 ? [written.trim()] : labelled;
  const title = readable(written);
  const isCounter = written.search(counter) >= 0;
  return { kind, depth, line, title, status, tags: [], links, isLink, isCounter, properties: new Map(), children: [] };
}

/** `** TODO [#A] Title [1/3] :tag:`; a state without a title is the title of a section. */
function headingOf([, stars = '', text = '']: RegExpExecArray, line: number, states: States): Node {
  const tags = headingTags.exec(text)?.[1]?.split(':') ?? [];
  const rest = text.replace(headingTags, '').trim();
  const word = /^\S+/.exec(rest)?.[0] ?? '';
  const status = word === rest ? null : (states.get(word) ?? null);
  const title = (status === null ? rest : rest.slice(word.length)).replace(/^[ \t]*\[#[A-Za-z0-9]{1,2}\]/, '');
  return Object.assign(nodeOf('heading', stars.length, line, title, status), { tags });
}

/** `- [X] Title`, `12) Title` or a line of text; `[-]` is a box whose part is done. */
function bodyLine(text: string, line: number): Node {
  const [start = '', margin = '', box] = listItem.exec(text) ?? [];
  const title = text.slice(start.length);
  if (start === '' || (title.trim() === '' && box === undefined))
    return nodeOf('text', text.length - text.trimStart().length, line, text.trim());
  const status: Status | null = box === undefined ? null : box === ' ' ? 'todo' : box === '-' ? 'doing' : 'done';
  return nodeOf('item', margin.replaceAll('\t', '        ').length, line, title, status);
}

/** Deeper than any outline: what a file made to exhaust the stack nests further is put beside the last that counts. */
const deepest = 100;

/** Puts a node below the nearest one that may hold it: a heading with fewer stars, an item with a smaller margin. */
function attach(open: Node[], node: Node): void {
  const holds = ({ kind, depth }: Node): boolean => {
    if (kind === 'heading') return node.kind !== 'heading' || depth < node.depth;
    return node.kind !== 'heading' && depth < node.depth;
  };
  while (open.length > deepest || !holds(open[open.length - 1] as Node)) open.pop();
  (open[open.length - 1] as Node).children.push(node);
  if (node.kind !== 'text') open.push(node);
}

/** Without the headings that Org leaves out of everything. */
function withoutComments(node: Node): Node {
  const isKept = ({ kind, title }: Node): boolean => kind !== 'heading' || !/^COMMENT(?:\s|$)/.test(title);
  return { ...node, children: node.children.filter(isKept).map(withoutComments) };
}

/** Sections and topics below a node; what is neither is left to its notes. */
function draftsOf(node: Node, kind: Kind): (DraftSection | DraftTopic)[] {
  return node.children.flatMap((child) => {
    if (isLinkOf(child, node, kind)) return draftsOf(child, kind);
    if (isTopic(child, kind)) return [topicOf(child, kind)];
    const role = kind.endsWith('marks') || child.kind !== 'heading' ? null : roleByTitle(child.title);
    const below = draftsOf(withoutAdvice(child, role), kind);
    const isSection = child.kind === 'heading' || child.isCounter;
    if (!isSection || below.length === 0) return below;
    const section = draftSection(child.title, child.line);
    section.children = below;
    section.notes = notesOf(child, kind);
    return [withLevel(section, child)];
  });
}

/** Resources, prerequisites and their like are not studied (FORMATS S4). */
function withoutAdvice(node: Node, role: Role | null): Node {
  if (role === null) return node;
  const isHeading = ({ kind }: Node): boolean => kind === 'heading';
  return { ...node, children: coversOnlyItsOwnText(role) ? node.children.filter(isHeading) : [] };
}

function isTopic(node: Node, kind: Kind): boolean {
  if (node.status !== null || kind === 'marks') return node.status !== null;
  if (kind === 'done marks' && node.isLink) return false;
  if (kind === 'items') return node.kind === 'item' && node.title !== '';
  const isLeaf = !node.children.some((child) => child.kind === 'heading');
  return node.kind === 'heading' && isLeaf && node.title !== '' && !isAside(node);
}

/** A title of what is not studied; an introduction that introduces by no word of its own is the first thing to study. */
function isAside({ title, children }: Node): boolean {
  const role = roleByTitle(title);
  return role !== null && (role !== 'introduction' || children.length > 0);
}

/** An item that is only a link, below another that does not end in a colon: what is below it is below that one (FORMATS T5). */
function isLinkOf(node: Node, holder: Node, kind: Kind): boolean {
  return (
    kind === 'items' && node.kind === 'item' && node.isLink && holder.kind === 'item' && !/[:：]$/.test(holder.title)
  );
}

function topicOf(node: Node, kind: Kind): DraftTopic {
  const { properties } = node;
  const topic = draftTopic(node.title, node.line, node.status ?? 'todo');
  topic.topics = topicsIn(draftsOf(node, kind === 'done marks' ? 'marks' : kind));
  topic.tags = node.tags;
  topic.links = [node, ...node.children.filter((child) => isLinkOf(child, node, kind))].flatMap(({ links }) => links);
  topic.notes = notesOf(node, kind);
  const closed = properties.get('CLOSED');
  if (topic.status === 'done' && closed !== undefined) topic.completedOn = parseCalendarDate(closed);
  const id = properties.get('CUSTOM_ID') ?? properties.get('ID') ?? '';
  if (/^[A-Za-z0-9_-]+$/.test(id)) Object.assign(topic, { id, idWritten: true });
  topic.fields = (['scheduled', 'due'] as const).flatMap((name): PlanField[] => {
    const value = properties.get(name === 'due' ? 'DEADLINE' : 'SCHEDULED');
    return value === undefined ? [] : [{ name, value }];
  });
  return withLevel(topic, node);
}

/** A heading without a state among the topics of another is passed over for what is below it. */
function topicsIn(drafts: readonly (DraftSection | DraftTopic)[]): DraftTopic[] {
  return drafts.flatMap((draft) => (draft.kind === 'topic' ? [draft] : topicsIn(draft.children)));
}

/** Lines below a node that are neither headings nor topics. */
function notesOf({ children }: Node, kind: Kind): string[] {
  const isNote = (node: Node): boolean => node.kind !== 'heading' && !isTopic(node, kind) && node.title !== '';
  return children.filter(isNote).map(({ title }) => title);
}

/** A tag that is the word for a level; codes such as `:a1:` are something else as often (FORMATS V1). */
function withLevel<Part extends DraftSection | DraftTopic>(part: Part, { tags }: Node): Part {
  const level = tags
    .filter((tag) => tag.length > 2)
    .map(levelNamed)
    .find((found) => found !== null);
  return level ? Object.assign(part, { level, levelSource: 'explicit' }) : part;
}

/** `[[https://…][Reef]] the *sail* [1/3]` → `Reef the sail`. */
function readable(written: string): string {
  const plain = written.replace(counter, '').replace(link, (_, target: string, label?: string) => label ?? target);
  return plain.replace(emphasis, '$1$3').replace(/\s+/g, ' ').trim();
}
