// TickPlace: where the ticks of a roadmap are kept, decided from what is known of its files (FORMATS P1–P6).

/**
 * What a progress file holds of the roadmap: ticks of topics whose lines could have them, ticks of table rows alone, or only lines
 * that belong to no topic any more.
 */
export type Holding = 'nothing' | 'orphans' | 'rows' | 'topics';

export interface TickFacts {
  /** `--progress` of this run. */
  readonly asked: 'note' | 'file' | null;
  /** The note's lines can be edited as they are, in an encoding that has a ✅ (P1). */
  readonly canHoldTicks: boolean;
  readonly hasTaskLines: boolean;
  /** Where the roadmap's progress file says that the ticks have moved (P5). */
  readonly moved: 'note' | 'file' | null;
  /** The file that they have moved to is not there. */
  readonly isGone: boolean;
  /** Where the configuration or the note's front matter keeps them; null too where that cannot be used (P6). */
  readonly named: 'note' | 'file' | null;
  readonly namedHoldsTicks: boolean;
  /** The note names the very file that `kept` is about. */
  readonly isNamedKept: boolean;
  /** What is in the file of `--progress`, in the one that the ticks have moved to, or in the roadmap's progress file. */
  readonly kept: Holding;
}

export type TickPlace =
  /** In the note; what its table rows have stays in the progress file (D7). */
  | { readonly kind: 'note' }
  /** In a file: the one that `kept` is about, or that the note names. `insteadOf`: what would be used if that held no ticks. */
  | { readonly kind: 'file'; readonly file: 'kept' | 'named'; readonly insteadOf: 'note' | 'named' | null }
  /** The note cannot hold ticks, though it was asked for; or the file that holds them is not there. */
  | { readonly kind: 'refused'; readonly reason: 'no-inline-progress' | 'ticks-gone' };

interface Rule {
  readonly name: string;
  readonly applies: (facts: TickFacts) => boolean;
  readonly place: (facts: TickFacts) => TickPlace;
}

const inNote = (): TickPlace => ({ kind: 'note' });
const inKept = (facts: TickFacts): TickPlace => ({ kind: 'file', file: 'kept', insteadOf: insteadOf(facts) });

/** The first that applies decides. A place that holds ticks is never passed over for one that holds none. */
export const tickPlaceRules: readonly Rule[] = [
  {
    name: 'a note that cannot hold ticks was asked for',
    applies: ({ asked, canHoldTicks }) => asked === 'note' && !canHoldTicks,
    place: () => ({ kind: 'refused', reason: 'no-inline-progress' }),
  },
  { name: 'the note was asked for', applies: ({ asked }) => asked === 'note', place: inNote },
  {
    name: 'a file was asked for',
    applies: ({ asked }) => asked === 'file',
    place: () => ({ kind: 'file', file: 'kept', insteadOf: null }),
  },
  {
    name: 'a file is named for them, and no ticks are elsewhere',
    applies: ({ named, namedHoldsTicks, kept, moved }) =>
      named === 'file' && kept === 'nothing' && (moved === null || namedHoldsTicks),
    place: () => ({ kind: 'file', file: 'named', insteadOf: null }),
  },
  {
    name: 'they have moved to a file that is gone',
    applies: ({ isGone }) => isGone,
    place: () => ({ kind: 'refused', reason: 'ticks-gone' }),
  },
  { name: 'they have moved to a file', applies: ({ moved }) => moved === 'file', place: inKept },
  {
    name: 'the note has no task lines, or cannot hold ticks',
    applies: ({ canHoldTicks, hasTaskLines }) => !canHoldTicks || !hasTaskLines,
    place: inKept,
  },
  {
    name: 'nothing is left outside the note but rows',
    applies: ({ kept }) => kept === 'nothing' || kept === 'rows',
    place: inNote,
  },
  {
    name: 'they have moved into the note, and what is left belongs to no topic',
    applies: (facts) => facts.kept === 'orphans' && isLeftover(facts),
    place: inNote,
  },
  { name: 'ticks stay where they are', applies: () => true, place: inKept },
];

/** Where the ticks are kept. Pure. */
export function decideTickPlace(facts: TickFacts): TickPlace {
  return (tickPlaceRules.find(({ applies }) => applies(facts)) as Rule).place(facts);
}

/** Whether the progress file's lines are what was left there when the ticks moved into the note. */
export function isLeftover({ asked, moved, named }: Pick<TickFacts, 'asked' | 'moved' | 'named'>): boolean {
  return asked === 'note' || moved === 'note' || (moved === null && named === 'note');
}

function insteadOf(facts: TickFacts): 'note' | 'named' | null {
  const { kept, named, isNamedKept, moved, canHoldTicks, hasTaskLines } = facts;
  if (kept === 'nothing') return null;
  if (named === 'file') return isNamedKept ? null : 'named';
  return canHoldTicks && hasTaskLines && moved === null ? 'note' : null;
}
