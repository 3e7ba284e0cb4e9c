// Properties of reconciling: a thousand roadmaps are edited at random under their ticks; no tick is lost, most find their topic.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { emptyProgress, recordChanges } from '../../src/formats/progress/edit.ts';
import { readHead } from '../../src/formats/progress/head.ts';
import { readProgress } from '../../src/formats/progress/read.ts';
import { relinked } from '../../src/formats/progress/relink.ts';
import { knownAs } from '../../src/model/known-topic.ts';
import { overlay } from '../../src/model/overlay.ts';
import { type Reconciliation, reconcile } from '../../src/model/reconcile.ts';
import type { Roadmap, Topic } from '../../src/model/roadmap.ts';
import { topicsById, topicsOf } from '../../src/model/tree.ts';
import { toSource } from '../../src/text/source.ts';
import { readNote } from '../support/notes.ts';

const words =
  'gateway retry timeout mirror fault route subset canary sidecar proxy certificate policy token header quota metric trace span dashboard alert rollout upgrade revision namespace cluster network endpoint service mesh waypoint ztunnel filter listener secret rotation audit log scope limit health probe шлюз повтор маршрут политика метрика трасса журнал кластер обновление ключ проверка'.split(
    ' ',
  );

interface Leaf {
  /** What it is, whatever it is called. */
  readonly self: number;
  title: string;
}
interface Part {
  title: string;
  readonly leaves: Leaf[];
}

/** A generator of numbers that fast-check shrinks as one seed. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

class Plan {
  readonly parts: Part[] = [];
  #next = 0;
  readonly #roll: (below: number) => number;

  constructor(roll: (below: number) => number) {
    this.#roll = roll;
    for (let count = 3 + roll(4); count > 0; count--)
      this.parts.push({
        title: this.title(),
        leaves: Array.from({ length: 3 + roll(6) }, () => this.leaf()),
      });
  }

  word(): string {
    return words[this.#roll(words.length)] as string;
  }

  title(): string {
    // Short titles are often the same in two places, as "Practice" is.
    if (this.#roll(12) === 0) return 'Practice';
    return Array.from({ length: 1 + this.#roll(4) }, () => this.word()).join(' ');
  }

  leaf(): Leaf {
    return { self: this.#next++, title: this.title() };
  }

  renamed(title: string): string {
    const all = title.split(' ');
    const at = this.#roll(all.length);
    const kind = this.#roll(20);
    if (kind < 8) return all.with(at, this.word()).join(' ');
    if (kind < 13) return all.toSpliced(at, 0, this.word()).join(' ');
    if (kind < 16 && all.length > 1) return all.toSpliced(at, 1).join(' ');
    if (kind < 18) return `${title.slice(0, 1)}${title.slice(2)}`;
    return `${this.word()} ${this.word()} ${this.word()}`;
  }

  /** One edit as people make them. */
  edit(): void {
    const roll = this.#roll;
    const part = this.parts[roll(this.parts.length)] as Part;
    const at = roll(part.leaves.length);
    const leaf = part.leaves[at];
    const kind = roll(12);
    if (kind < 4 && leaf !== undefined) leaf.title = this.renamed(leaf.title);
    else if (kind < 6 && leaf !== undefined) {
      part.leaves.splice(at, 1);
      const other = this.parts[roll(this.parts.length)] as Part;
      other.leaves.splice(roll(other.leaves.length + 1), 0, leaf);
    } else if (kind < 8) part.leaves.splice(at, 0, this.leaf());
    else if (kind < 9 && leaf !== undefined) part.leaves.splice(at, 1);
    else if (kind < 10) part.title = this.renamed(part.title);
    else if (kind < 11)
      this.parts.splice(roll(this.parts.length), 0, ...this.parts.splice(this.parts.indexOf(part), 1));
    else part.leaves.reverse();
  }

  text(): string {
    const parts = this.parts.map(
      ({ title, leaves }, index) =>
        `## ${index + 1}. ${title}\n\n${leaves.map((leaf) => `- ${leaf.title}\n`).join('')}`,
    );
    return `# Plan\n\n${parts.join('\n')}`;
  }

  /** Each leaf with the topic it was read as. */
  topics(roadmap: Roadmap): Map<number, { topic: Topic; part: Part }> {
    const topics = [...topicsOf(roadmap.children)];
    const all = this.parts.flatMap((part) => part.leaves.map((leaf) => ({ leaf, part })));
    expect(topics.map(({ title }) => title)).toEqual(all.map(({ leaf }) => leaf.title));
    return new Map(all.map(({ leaf, part }, index) => [leaf.self, { topic: topics[index] as Topic, part }]));
  }
}

const day = '2026-11-20' as CalendarDate;

const counts = { edits: 0, ticks: 0, deleted: 0, lost: 0, unlisted: 0, wrong: 0 };
const alone = { title: { of: 0, found: 0 }, place: { of: 0, found: 0 }, number: { of: 0, found: 0 } };

function replay(seed: number): void {
  const roll = dice(seed);
  const plan = new Plan(roll);
  const before = readNote(plan.text());
  const was = new Map(
    [...plan.topics(before)].map(([self, { topic, part }]) => [
      self,
      { id: topic.id, title: topic.title, address: topic.address, part, section: part.title },
    ]),
  );
  const ticked = [...was].filter(() => roll(2) === 0).map(([self]) => self);
  const basis = emptyProgress(before, 'plan.md');
  const byId = topicsById(before);
  const text = recordChanges(
    basis,
    readHead(basis).bodyStart,
    before,
    ticked.map((self) => ({ topic: byId.get(was.get(self)?.id as string) as Topic, to: 'done', day })),
  );
  const known = [...byId.values()].map(knownAs);

  const edits = 1 + roll(4);
  for (let left = edits; left > 0; left--) plan.edit();
  counts.edits += edits;

  const after = readNote(plan.text());
  const now = plan.topics(after);
  const { bodyStart } = readHead(text);
  const found = reconcile(after, overlay(after, readProgress(toSource(text), bodyStart).ticks), known);
  const next = relinked({ text, bodyStart, path: 'plan.md' }, after, found.relinks);
  const overlaid = overlay(after, readProgress(toSource(next), bodyStart).ticks);

  const lines = (of: string): number => of.split('\n').filter((line) => line.startsWith('- [x] ')).length;
  counts.ticks += ticked.length;
  counts.lost += Math.abs(lines(text) - lines(next)) + Math.abs(lines(next) - ticked.length);
  expect(overlaid.orphans.length).toBe(found.orphans.length);
  const listed = new Set(found.orphans.map(({ tick }) => tick.id));

  const owner = new Map([...now].map(([self, { topic }]) => [topic.id, self]));
  const linkedTo = linksOf(found, overlay(after, readProgress(toSource(text), bodyStart).ticks).lines, owner);
  for (const self of ticked) {
    const old = was.get(self);
    if (old === undefined) continue;
    const place = now.get(self);
    // Two topics of one title in one section are distinguished by their order alone, and by nothing when that changes.
    const isTwin = (other: number): boolean => {
      const to = now.get(other);
      return to !== undefined && to.part === old.part && to.topic.title === old.title;
    };
    const got = linkedTo.get(old.id);
    if (got === undefined && !listed.has(old.id)) counts.unlisted++;
    if (place === undefined) {
      counts.deleted++;
      if (got !== undefined && !isTwin(got)) counts.wrong++;
      continue;
    }
    if (got !== undefined && got !== self && !isTwin(got)) counts.wrong++;
    const isRenamed = place.topic.title !== old.title;
    const isMoved = place.part !== old.part || place.part.title !== old.section;
    const isRenumbered = !isMoved && place.topic.address !== old.address;
    const changed = [isRenamed, isMoved, isRenumbered].filter(Boolean).length;
    if (changed !== 1) continue;
    const kind = isRenamed ? alone.title : isMoved ? alone.place : alone.number;
    kind.of++;
    if (got === self || (got !== undefined && isTwin(got))) kind.found++;
  }
}

/** Which topic each line of the file was linked to, by the id that was written on the line. */
function linksOf(
  { relinks }: Reconciliation,
  lines: ReturnType<typeof overlay>['lines'],
  owner: ReadonlyMap<string, number>,
): Map<string, number> {
  const links = new Map<string, number>();
  for (const [id, ticks] of lines) for (const tick of ticks) links.set(tick.id as string, owner.get(id) as number);
  for (const { tick, to } of relinks) links.set(tick.id as string, owner.get(to.topic.id) as number);
  return links;
}

describe('a roadmap that is edited under its ticks', () => {
  it('loses none of them, lists every orphan, and links most of them anew', () => {
    fc.assert(fc.property(fc.noBias(fc.integer({ min: 0, max: 2 ** 31 })), replay), { numRuns: 1000 });
    const share = ({ of, found }: { of: number; found: number }): string =>
      `${found} of ${of} (${((100 * found) / of).toFixed(1)} %)`;
    const all = Object.values(alone).reduce((sum, { of, found }) => ({ of: sum.of + of, found: sum.found + found }));
    console.log(
      `1000 roadmaps, ${counts.edits} edits, ${counts.ticks} ticks: ${counts.lost} lost, ${counts.unlisted} orphans not listed, ` +
        `${counts.wrong} linked to another topic; linked anew without help where only one thing changed: ${share(all)}: ` +
        `title ${share(alone.title)}, place ${share(alone.place)}, number ${share(alone.number)}`,
    );
    expect(counts).toMatchObject({ lost: 0, unlisted: 0 });
    for (const [kind, { of, found }] of Object.entries(alone)) expect(found / of, kind).toBeGreaterThanOrEqual(0.95);
    expect(counts.wrong / counts.ticks).toBeLessThan(0.005);
  }, 60_000);
});
