// TickPlace: every combination of facts, and the cases that people meet (FORMATS P1–P6).
import { describe, expect, it } from 'vitest';
import {
  decideTickPlace,
  isLeftover,
  type TickFacts,
  type TickPlace,
  tickPlaceRules,
} from '../../src/model/tick-place.ts';

/** A Markdown note with boxes, of which nothing is written anywhere. */
const note: TickFacts = {
  ...{ asked: null, canHoldTicks: true, hasTaskLines: true, moved: null, isGone: false },
  ...{ named: null, namedHoldsTicks: false, isNamedKept: false, kept: 'nothing' },
};
const inNote: TickPlace = { kind: 'note' };
const inKept = (insteadOf: 'note' | 'named' | null = null): TickPlace => ({ kind: 'file', file: 'kept', insteadOf });
const inNamed: TickPlace = { kind: 'file', file: 'named', insteadOf: null };

describe('the ticks of', () => {
  it.each<[string, Partial<TickFacts>, TickPlace]>([
    ['a note with boxes are in it', {}, inNote],
    ['a note of bullets are in its progress file', { hasTaskLines: false }, inKept()],
    ['a note in an encoding without ✅ as well', { canHoldTicks: false }, inKept()],
    ['a note that got its first box stay in the progress file', { kept: 'topics' }, inKept('note')],
    ['table rows leave the others in the note', { kept: 'rows' }, inNote],
    ['lines that belong to no topic keep their file', { kept: 'orphans' }, inKept('note')],
    ['a note that names itself leave such lines behind', { kept: 'orphans', named: 'note' }, inNote],
    ['a note that names itself stay where they are', { kept: 'topics', named: 'note' }, inKept('note')],
    ['a note that took them over leave such lines behind', { kept: 'orphans', moved: 'note' }, inNote],
    ['a note that names a file are in that file', { named: 'file' }, inNamed],
    ['a note that names a file stay in the one that holds them', { named: 'file', kept: 'topics' }, inKept('named')],
    [
      'one that names the file that holds them need no remark',
      { named: 'file', kept: 'topics', isNamedKept: true },
      inKept(),
    ],
    ['what moved to a file are in that file', { moved: 'file' }, inKept()],
    ['what moved are not in an empty file that the note names', { moved: 'file', named: 'file' }, inKept()],
    [
      'what moved are in the named one where only that holds any',
      { moved: 'file', named: 'file', namedHoldsTicks: true },
      inNamed,
    ],
    [
      'what moved to a file that is gone are missed',
      { moved: 'file', isGone: true },
      { kind: 'refused', reason: 'ticks-gone' },
    ],
    ['a run with --progress FILE are there', { asked: 'file', kept: 'topics', named: 'file' }, inKept()],
    [
      'a run with --progress inline are in the note',
      { asked: 'note', kept: 'topics', moved: 'file', isGone: true },
      inNote,
    ],
    ['such a run need no box yet', { asked: 'note', hasTaskLines: false }, inNote],
    [
      'such a run need a note',
      { asked: 'note', canHoldTicks: false },
      { kind: 'refused', reason: 'no-inline-progress' },
    ],
  ])('%s', (_, facts, place) => expect(decideTickPlace({ ...note, ...facts })).toEqual(place));
});

describe('for every combination of facts', () => {
  const both = [false, true];
  const all: TickFacts[] = [null, 'note', 'file'].flatMap((asked) =>
    both.flatMap((canHoldTicks) =>
      both.flatMap((hasTaskLines) =>
        [null, 'note', 'file'].flatMap((moved) =>
          both.flatMap((isGone) =>
            [null, 'note', 'file'].flatMap((named) =>
              both.flatMap((namedHoldsTicks) =>
                both.flatMap((isNamedKept) =>
                  ['nothing', 'orphans', 'rows', 'topics'].map(
                    (kept) =>
                      ({
                        ...{ asked, canHoldTicks, hasTaskLines, moved, isGone: isGone && moved === 'file' },
                        ...{ named, namedHoldsTicks, isNamedKept, kept },
                      }) as TickFacts,
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );

  it.each(tickPlaceRules)('"$name" decides some', (rule) => {
    const first = (facts: TickFacts): boolean => tickPlaceRules.find(({ applies }) => applies(facts)) === rule;
    expect(all.filter(first).length).toBeGreaterThan(0);
  });

  it.each<[string, (facts: TickFacts, place: TickPlace) => boolean]>([
    ['ticks are in no note that cannot hold them', ({ canHoldTicks }, { kind }) => canHoldTicks || kind !== 'note'],
    [
      'what a file holds of topics is not passed over, unless this run asks for the note',
      ({ asked, kept }, place) => asked === 'note' || kept !== 'topics' || place.kind !== 'note',
    ],
    [
      'a named file is used only where nothing is kept elsewhere',
      ({ kept }, place) => !(place.kind === 'file' && place.file === 'named') || kept === 'nothing',
    ],
    [
      'what is asked for is what is done',
      ({ asked }, { kind }) => asked === null || kind === 'refused' || kind === asked,
    ],
    ['a file that was chosen is never refused', ({ asked }, { kind }) => asked !== 'file' || kind === 'file'],
    [
      'a remark is made only where ticks are kept',
      ({ kept }, place) => place.kind !== 'file' || place.insteadOf === null || kept !== 'nothing',
    ],
    [
      'lines without a topic are left behind only where ticks have moved',
      (facts, { kind }) => facts.kept !== 'orphans' || kind !== 'note' || isLeftover(facts),
    ],
  ])('%s', (_, holds) => {
    expect(all.filter((facts) => !holds(facts, decideTickPlace(facts)))).toEqual([]);
  });
});
