// TopicTable: the topics of a roadmap in columns, for all that counts and compares them without looking at one by itself.
import { type CalendarDate, dayNumberAt } from '../dates/calendar-date.ts';
import type { Draft, DraftSection, DraftTopic } from './draft.ts';
import type { LevelId, PlanField, Roadmap, Section, Status, Text, Topic, TopicId } from './roadmap.ts';

/** Gives the ids of the rows and sections of a table (model/topic-ids.ts). */
export interface RowIds {
  of(row: number): TopicId;
  ofSection(index: number): string;
  /** Puts its id onto the object of a row. */
  giveTo(topic: DraftTopic, row: number): void;
}

/** Of the column `status`: the places in `statuses`. */
export const statusNumber: Readonly<Record<Status, number>> = { todo: 0, doing: 1, done: 2, skipped: 3 };

/** Bits of the column `flags`. */
export const flag = {
  /** A task that comes again when it is done (FORMATS D4). */
  repeats: 1,
  /** An exam no longer asks for it (`validity.retired`). */
  retired: 2,
  /** `needsOf` is not empty. */
  needs: 4,
  /** `numberOf` is not null. */
  numbered: 8,
  /** `hoursOf` is not null. */
  hours: 16,
  /** The author wrote an id: `writtenIdOf` has one. */
  identified: 32,
  /** The level was handed down from what the topic is in; without this bit, `inferred` or a level it is written on the topic. */
  inherited: 64,
  /** The level was guessed from headings. */
  inferred: 128,
} as const;

/** A section without what is in it. */
export type TableSection = Omit<DraftSection, 'children'>;

/**
 * Row i is the i-th topic in document order, parents before what is below them; projects are no rows. A reader fills everything but
 * `ordinal`, `addresses` and what `assignLevels` hands down.
 */
export class TopicColumns {
  readonly count: number;
  /** Index into `statuses`. */
  readonly status: Uint8Array;
  /** `completedOn` as YYYYMMDD; 0 where there is none. */
  readonly day: Uint32Array;
  /** Index into `sections` of the nearest section above; -1 for root topics and all below them. */
  readonly section: Int32Array;
  /** Row of the topic above; -1 for one that is in a section or at the root. */
  readonly parent: Int32Array;
  /** Index into `levelIds`; -1 without a level. */
  readonly level: Int16Array;
  /** Level ids in the order of their first use; `Roadmap.levels` has the order from the lowest. */
  readonly levelIds: LevelId[] = [];
  /** Bits of `flag`. */
  readonly flags: Uint8Array;
  /** Rows with `flag.identified`, in order. */
  readonly identified: number[] = [];
  /** The fields of the rows that have any, in order: most roadmaps plan nothing, and then this is all that it costs them. */
  readonly fields = new Map<number, readonly PlanField[]>();
  /** Hours that were spent on the rows that say it. */
  readonly spent = new Map<number, number>();
  /** Line in the file, from 1; 0 where there is none. */
  readonly line: Uint32Array;
  /** Set by `assignAddresses`: the last number of each row's address; 0 for a row in `addresses`. */
  readonly ordinal: Int32Array;
  /** Whole addresses of rows with a number of their author's. */
  readonly addresses = new Map<number, string>();

  constructor(count: number) {
    this.count = count;
    this.status = new Uint8Array(count);
    this.day = new Uint32Array(count);
    this.section = new Int32Array(count);
    this.parent = new Int32Array(count);
    this.level = new Int16Array(count).fill(-1);
    this.flags = new Uint8Array(count);
    this.line = new Uint32Array(count);
    this.ordinal = new Int32Array(count);
  }
}

/** The columns with their sections; titles and the like are taken from the text when somebody asks. */
export interface TopicTable extends TopicColumns {
  /** In document order, so parents before their subsections. */
  readonly sections: readonly TableSection[];
  /** Of each section: index of the section above, -1 at the root. */
  readonly sectionParent: Int32Array;
  /** Of each section: how many rows come before it in the document. */
  readonly sectionRow: Int32Array;

  titleOf(row: number): Text;
  /** The number that the author wrote before the title. */
  numberOf(row: number): string | null;
  needsOf(row: number): readonly TopicId[];
  hoursOf(row: number): number | null;
  /** The id that the author wrote; empty without one. Of a topic that has its id already, that id. */
  writtenIdOf(row: number): TopicId;
  /** Null until `identify` (model/finish.ts) gives ids out. */
  ids: RowIds | null;
  /** Whether the state of each row is what its own line says, whatever is on the others. */
  readonly hasOwnStates: boolean;
  /** The topics themselves, where the table was made from them or they were made from it: row i is `objects[i]`. */
  readonly objects: readonly DraftTopic[] | null;
  /** The topic itself, with all below it; the same object each time. */
  topicAt(row: number): Topic;
}

/** A written id, or the derived one where ids were given out; empty without either. */
export const idOfRow = (table: TopicTable, row: number): TopicId => table.ids?.of(row) ?? table.writtenIdOf(row);

const tables = new WeakMap<object, TopicTable>();

/** The columns of a roadmap: those that its reader filled, else made from its objects, once. */
export function tableOf(roadmap: Roadmap | Draft): TopicTable {
  const known = tables.get(roadmap);
  if (known !== undefined) return known;
  const made = tableOfChildren(roadmap.children);
  tables.set(roadmap, made);
  return made;
}

/** A draft that a reader filled as columns: `children` are made when somebody asks for them, once. */
export function draftOfTable(
  head: Omit<Draft, 'children'>,
  table: TopicTable,
  children: () => Draft['children'],
): Draft {
  const draft = head as Draft;
  Object.defineProperty(draft, 'children', {
    enumerable: true,
    configurable: true,
    get() {
      const made = children();
      Object.defineProperty(draft, 'children', { enumerable: true, configurable: true, writable: true, value: made });
      return made;
    },
  });
  tables.set(draft, table);
  return draft;
}

/** The same roadmap with other findings. Unlike a spread it makes no objects of the columns. */
export const withDiagnostics = (roadmap: Roadmap, diagnostics: Roadmap['diagnostics']): Roadmap =>
  withFacts(roadmap, { diagnostics });

/** The same with other facts about the whole. */
export function withFacts(roadmap: Roadmap, facts: Partial<Pick<Roadmap, 'diagnostics' | 'labsPassed'>>): Roadmap {
  const copy = Object.defineProperties({} as Roadmap, Object.getOwnPropertyDescriptors(roadmap));
  const known = tables.get(roadmap);
  if (known !== undefined) tables.set(copy, known);
  return Object.assign(copy, facts);
}

/** What a command changes of a topic. */
export type RowState = Pick<Topic, 'status' | 'completedOn' | 'fields'> & Partial<Pick<Topic, 'from'>>;

/** The same roadmap with other states of some rows; whatever does not change is shared with the old one. */
export function withStates(roadmap: Roadmap, states: ReadonlyMap<number, RowState>): Roadmap {
  const table = tableOf(roadmap);
  const [status, day, fields] = [table.status.slice(), table.day.slice(), new Map(table.fields)];
  for (const [row, state] of states) {
    status[row] = statusNumber[state.status];
    day[row] = dayNumber(state.completedOn);
    if (state.fields.length > 0) fields.set(row, state.fields);
    else fields.delete(row);
  }
  const copies = new Map<number, Topic>();
  /** Copies a topic with all below it, and returns the row behind them. */
  const copy = (topic: Topic, row: number): number => {
    let next = row + 1;
    const topics = topic.topics.map((below) => {
      const own = next;
      next = copy(below, own);
      return copies.get(own) as Topic;
    });
    copies.set(row, { ...topic, ...states.get(row), topics });
    return next;
  };
  const topicAt = (row: number): Topic => {
    const top = outermost(table, row);
    if (!copies.has(top)) copy(table.topicAt(top), top);
    return copies.get(row) as Topic;
  };
  let row = 0;
  const childrenOf = (nodes: readonly (Section | Topic)[]): (Section | Topic)[] =>
    nodes.map((node) => {
      if (node.kind === 'section') return { ...node, children: childrenOf(node.children) };
      const topic = topicAt(row);
      row = rowBehind(table, row);
      return topic;
    });
  const property = <Value>(value: Value) => ({ value, enumerable: true });
  const changed = {
    status: property(status),
    day: property(day),
    fields: property(fields),
    topicAt: property(topicAt),
  };
  const patched = Object.create(table, { ...changed, hasOwnStates: property(false) }) as TopicTable;
  const { children: _, ...head } = Object.getOwnPropertyDescriptors(roadmap);
  const draft = Object.defineProperties({}, head) as Omit<Draft, 'children'>;
  return draftOfTable(draft, patched, () => childrenOf(roadmap.children) as Draft['children']);
}

/** The row of the topic that a row is below, itself where it is below none. */
export function outermost({ parent }: TopicTable, row: number): number {
  let top = row;
  while ((parent[top] as number) >= 0) top = parent[top] as number;
  return top;
}

/** The row behind a section and all below it. Behind the last section there may be topics outside any. */
export function rowBehindSection({ count, sections, sectionParent, sectionRow }: TopicTable, section: number): number {
  let next = section + 1;
  while (next < sections.length && (sectionParent[next] as number) >= section) next++;
  return next < sections.length ? (sectionRow[next] as number) : count;
}

/**
 * What a node is directly in: a node is a section by its index, or a row by its number behind all sections; -1 is the root.
 */
export function parentOfNode({ parent, section, sectionParent, sections }: TopicTable, node: number): number {
  const row = node - sections.length;
  if (row < 0) return sectionParent[node] as number;
  return (parent[row] as number) >= 0 ? sections.length + (parent[row] as number) : (section[row] as number);
}

/** The row behind a topic and all below it. */
export function rowBehind({ count, parent }: TopicTable, row: number): number {
  let next = row + 1;
  while (next < count && (parent[next] as number) >= row) next++;
  return next;
}

/** Retired and never begun: no count has it. */
export function isLapsedRow({ status, flags }: TopicTable, row: number): boolean {
  return status[row] === statusNumber.todo && ((flags[row] as number) & flag.retired) !== 0;
}

/** Whether progress is measured by it: not by what was skipped, nor by what has lapsed. */
export const isCountedRow = (table: TopicTable, row: number): boolean =>
  table.status[row] !== statusNumber.skipped && !isLapsedRow(table, row);

/** Counted, and not done yet. */
export const isOpenRow = (table: TopicTable, row: number): boolean =>
  table.status[row] !== statusNumber.done && isCountedRow(table, row);

/** `2026-11-29` as 20261129. */
export function dayNumber(day: CalendarDate | null): number {
  return day === null ? 0 : dayNumberAt(day, 0);
}

/** 20261129 as `2026-11-29`; null for 0. */
export function dayOfNumber(day: number): CalendarDate | null {
  if (day === 0) return null;
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as CalendarDate;
}

/** The address of a row (FORMATS A1). */
export function addressOf(table: TopicTable, row: number): string {
  const own = table.addresses.get(row) ?? table.objects?.[row]?.address;
  // Objects that are being read have none yet.
  if (own !== undefined && own !== '') return own;
  const parent = table.parent[row] as number;
  return prefixOf(table, parent, table.section[row] as number) + table.ordinal[row];
}

function prefixOf(table: TopicTable, parent: number, section: number): string {
  if (parent >= 0) return `${addressOf(table, parent)}.`;
  if (section >= 0) return `${(table.sections[section] as TableSection).address}.`;
  return table.sections.length > 0 ? '0.' : '';
}

/** Puts address, level and, where ids were given out, the id of a row onto its object. */
export function settleObject(table: TopicTable, row: number, topic: DraftTopic): void {
  topic.address = addressOf(table, row);
  table.ids?.giveTo(topic, row);
  const level = table.level[row] as number;
  if (level < 0) return;
  const flags = table.flags[row] as number;
  topic.level = table.levelIds[level] as LevelId;
  topic.levelSource = flags & flag.inferred ? 'inferred' : flags & flag.inherited ? 'inherited' : 'explicit';
}

/** The same for all rows: row i is `topics[i]`. */
export function settleObjects(table: TopicTable, topics: readonly DraftTopic[]): void {
  for (let row = 0; row < table.count; row++) settleObject(table, row, topics[row] as DraftTopic);
}

/** Gives the sections of a table their ids, where ids were given out. */
export function nameSections({ ids, sections }: TopicTable): void {
  if (ids === null) return;
  sections.forEach((section, index) => {
    section.id = ids.ofSection(index);
  });
}

/** The columns of a part of a roadmap, or of its projects. */
export function tableOfChildren(children: readonly (Section | Topic)[]): TopicTable {
  const topics: Topic[] = [];
  const sections: TableSection[] = [];
  const sectionOf: number[] = [];
  const parentOf: number[] = [];
  const sectionParent: number[] = [];
  const sectionRow: number[] = [];
  const visit = (nodes: readonly (Section | Topic)[], section: number, parent: number): void => {
    for (const node of nodes) {
      if (node.kind === 'section') {
        const index = sections.push(node as DraftSection) - 1;
        sectionParent.push(section);
        sectionRow.push(topics.length);
        visit(node.children, index, -1);
      } else {
        const row = topics.push(node) - 1;
        sectionOf.push(section);
        parentOf.push(parent);
        visit(node.topics, section, row);
      }
    }
  };
  visit(children, -1, -1);
  const columns = new TopicColumns(topics.length);
  columns.section.set(sectionOf);
  columns.parent.set(parentOf);
  const table: TopicTable = {
    ...columns,
    sections,
    sectionParent: Int32Array.from(sectionParent),
    sectionRow: Int32Array.from(sectionRow),
    titleOf: (row) => (topics[row] as Topic).title,
    numberOf: (row) => (topics[row] as Topic).number,
    needsOf: (row) => (topics[row] as Topic).needs,
    hoursOf: (row) => (topics[row] as Topic).hours,
    writtenIdOf: (row) => (topics[row] as Topic).id,
    ids: null,
    hasOwnStates: false,
    objects: topics as DraftTopic[],
    topicAt: (row) => topics[row] as Topic,
  };
  topics.forEach((topic, row) => {
    putTopic(table, row, topic);
  });
  return table;
}

/** What the columns hold of one topic by itself. */
export function putTopic(table: TopicTable, row: number, topic: Topic): void {
  table.status[row] = statusNumber[topic.status];
  table.day[row] = dayNumber(topic.completedOn);
  table.level[row] = topic.level === null ? -1 : internLevel(table.levelIds, topic.level);
  table.flags[row] = flagsOf(topic);
  if (topic.idWritten) table.identified.push(row);
  if (topic.fields.length > 0) table.fields.set(row, topic.fields);
  if (topic.spent !== null) table.spent.set(row, topic.spent);
  table.line[row] = topic.line;
}

/** The index of a level in a list of ids, which gets it where it has it not. */
export function internLevel(levelIds: LevelId[], id: LevelId): number {
  const at = levelIds.indexOf(id);
  return at >= 0 ? at : levelIds.push(id) - 1;
}

function flagsOf({ repeats, extra, needs, number, hours, idWritten, levelSource }: Topic): number {
  return (
    (repeats ? flag.repeats : 0) |
    (extra !== null && extra.retired !== null ? flag.retired : 0) |
    (needs.length > 0 ? flag.needs : 0) |
    (number !== null ? flag.numbered : 0) |
    (hours !== null ? flag.hours : 0) |
    (idWritten ? flag.identified : 0) |
    (levelSource === 'inherited' ? flag.inherited : 0) |
    (levelSource === 'inferred' ? flag.inferred : 0)
  );
}

/** Whether a topic names the same work in another roadmap (FORMATS Y7); only formats whose topics are objects have such. */
export function hasCounterparts(roadmap: Roadmap): boolean {
  return tableOf(roadmap).objects?.some(({ same }) => same.length > 0) ?? false;
}
