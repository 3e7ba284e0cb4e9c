// Properties of merging by topic: what only one side changed is taken from it, nothing is lost or comes twice, in both orders.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threeWay } from '../../src/formats/merge/three-way.ts';
import { documents } from '../support/documents.ts';
import { hasGit, noGit } from '../support/git.ts';
import { changes, judged, led, notes, sortedLines, states, textOf, withoutStates } from '../support/histories.ts';
import { gitMergeFile, mergeInMemory } from '../support/merge.ts';

const texts = ({ base, ours, theirs }: { base: string; ours: string; theirs: string }) => threeWay(base, ours, theirs);

describe('any text', () => {
  // Git itself is not needed: where one side is the ancestor, or both are the same, the codes say so.
  it('is what the only side makes of it that changed it, to the byte', () => {
    fc.assert(
      fc.property(documents, documents, (base, side) => {
        const onlyOurs = texts({ base, ours: side, theirs: base });
        expect(onlyOurs.theirs).toBe(onlyOurs.base);
        expect(onlyOurs.finish(onlyOurs.ours).text).toBe(side);
        const onlyTheirs = texts({ base, ours: base, theirs: side });
        expect(onlyTheirs.ours).toBe(onlyTheirs.base);
        expect(onlyTheirs.finish(onlyTheirs.theirs).text).toBe(side);
        const both = texts({ base, ours: side, theirs: side });
        expect(both.theirs).toBe(both.ours);
        expect(both.finish(both.ours).text).toBe(side);
      }),
      { numRuns: 300 },
    );
  });
});

describe('equal lines', () => {
  it('are told apart by their order: each keeps the ticks of both sides', () => {
    const days = fc.constantFrom(null, null, '2026-10-01', '2026-10-02', '2026-10-03');
    const runs = fc.array(fc.tuple(days, days, days), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(runs, (run) => {
        const line = (day: string | null): string => (day === null ? '- [ ] Practise\n' : `- [x] Practise ✅ ${day}\n`);
        const side = (at: 1 | 2): string => run.map((all) => line(all[0] ?? all[at])).join('');
        const base = run.map(([day]) => line(day)).join('');
        const wanted = run.map(([was, our, their]) =>
          line(was ?? [our, their].sort((a, b) => ((a ?? '9') < (b ?? '9') ? -1 : 1))[0] ?? null),
        );
        const { text, status } = mergeInMemory({ base, ours: side(1), theirs: side(2) });
        expect({ text, status }).toEqual({ text: wanted.join(''), status: 0 });
      }),
      { numRuns: 1000 },
    );
  });
});

describe.skipIf(!hasGit)(`two histories of a note${hasGit ? '' : `: ${noGit}`}`, () => {
  const merged = (versions: { base: string; ours: string; theirs: string }) => {
    const answer = mergeInMemory(versions);
    expect(answer.errors).toEqual([]);
    return answer;
  };

  it('of states alone merge without git, without a conflict, by the rule', () => {
    fc.assert(
      fc.property(notes, states, states, (base, ourSteps, theirSteps) => {
        const entries = { base, ours: led(base, ourSteps, 'A'), theirs: led(base, theirSteps, 'B') };
        const [b, o, t] = [textOf(entries.base), textOf(entries.ours), textOf(entries.theirs)];
        const there = merged({ base: b, ours: o, theirs: t });
        expect(there).toMatchObject({ status: 0, asked: 0 });
        expect(judged(entries, there.text, false).faults).toEqual([]);
        expect(merged({ base: b, ours: t, theirs: o }).text).toBe(there.text);
      }),
      { numRuns: 300 },
    );
  });

  it('of everything that people do keep each tick, reopen, edit and line, once, and conflict only where words do', () => {
    fc.assert(
      fc.property(notes, changes, changes, (base, ourSteps, theirSteps) => {
        const entries = { base, ours: led(base, ourSteps, 'A'), theirs: led(base, theirSteps, 'B') };
        const [b, o, t] = [textOf(entries.base), textOf(entries.ours), textOf(entries.theirs)];
        const there = merged({ base: b, ours: o, theirs: t });
        const verdict = judged(entries, there.text, there.status === 1);
        expect(verdict.faults, there.text).toEqual([]);
        const back = merged({ base: b, ours: t, theirs: o });
        expect(back.status).toBe(there.status);
        expect(sortedLines(back.text)).toEqual(sortedLines(there.text));
        const isMoved = [ourSteps, theirSteps].flat().some(({ kind }) => kind === 'move');
        if (there.status === 1 && !isMoved) {
          const removed = entries.base.some(({ key }) => {
            const [before, our, their] = [entries.base, entries.ours, entries.theirs].map((all) =>
              all.find((entry) => entry.key === key),
            );
            const left = our ?? their;
            return (
              (our === undefined) !== (their === undefined) &&
              (left?.state !== before?.state || left?.day !== before?.day)
            );
          });
          if (!removed) expect(gitMergeFile(withoutStates(entries)).status, there.text).not.toBe(0);
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
