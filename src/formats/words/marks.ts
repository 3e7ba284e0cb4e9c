// Marks: the signs that authors draw beside what they study, and what each of them shows (FORMATS T6, T7).
import type { Status } from '../../model/roadmap.ts';
import { once } from '../../text/word-table.ts';

export type MarkKind = keyof typeof signs;

/** Separated by blanks, without variation selectors; emoji also under the names that GitHub gives them. */
export const signs = {
  /** Done, or decoration where everything has one. */
  tick: '✅ ✔ ✓ :white_check_mark: :heavy_check_mark:',
  /** A box with something in it. */
  ticked: '☑ 🗹 ☒ :ballot_box_with_check:',
  empty: '☐ ⬜ 🔲 ◻ ▢ :white_large_square: :black_square_button: :white_medium_square:',
  doing: '⏳ ⌛ 🚧 🔄 :construction: :hourglass: :hourglass_flowing_sand: :arrows_counterclockwise:',
  cross: '❌ ✖ ✗ ✘ 🚫 :x: :no_entry_sign:',
  /** The author's own scale: it says something, and not what. */
  colour:
    '🟢 🟡 🟠 🔴 🔵 🟣 🟤 ⚪ ⚫ 🟩 🟨 🟧 🟥 🟦 ● ○ ◐ ◑ :green_circle: :yellow_circle: :orange_circle: :red_circle:',
} as const;

/** What a mark beside a topic says of it; null where it says something else. */
export const statusOfKind: { readonly [kind in MarkKind]: Status | null } = {
  tick: 'done',
  ticked: 'done',
  empty: 'todo',
  doing: 'doing',
  cross: null,
  colour: null,
};

/** The signs of some kinds, for a class of characters in an expression; their names in colons are none. */
export const signsOf = (...kinds: readonly MarkKind[]): string =>
  kinds
    .flatMap((kind) => signs[kind].split(' '))
    .filter((sign) => !sign.startsWith(':'))
    .join('');

const kinds = once(() => {
  const map = new Map<string, MarkKind>();
  for (const kind of Object.keys(signs) as MarkKind[]) for (const sign of signs[kind].split(' ')) map.set(sign, kind);
  return map;
});

export interface Mark {
  readonly kind: MarkKind;
  /** The text without the mark, trimmed. */
  readonly rest: string;
  /** Between brackets or words, as in `Knots (✓)` and `Knots ✅ - a remark`, one alone says too little. */
  readonly isDoubtful?: true;
  /** As it is written, without a variation selector. */
  readonly sign?: string;
}

/** The states of signs, where the author explains them; asked for where a sign says nothing by itself. */
export type Explained = () => ReadonlyMap<string, Status>;

const kindOfStatus: { readonly [state in Status]: MarkKind } = {
  done: 'ticked',
  doing: 'doing',
  todo: 'empty',
  skipped: 'empty',
};

/** A colour as the mark of progress that it is explained to be. */
export function asExplained<Found extends Mark | null>(mark: Found, explained: Explained | null): Found | Mark {
  if (mark?.kind !== 'colour') return mark;
  const state = explained?.().get(mark.sign ?? '');
  return state === undefined ? mark : { ...mark, kind: kindOfStatus[state] };
}

/** Icons of MkDocs, without the set that each is from and the shape that it has. */
const icons: { readonly [name: string]: MarkKind } = {
  check: 'tick',
  'check-all': 'tick',
  'checkbox-marked': 'ticked',
  'checkbox-blank': 'empty',
  'progress-clock': 'doing',
  'timer-sand': 'doing',
  close: 'cross',
  x: 'cross',
  xmark: 'cross',
};
const iconSet = /^:(?:material|octicons|fontawesome-(?:solid|regular))-(?:circle-)?/;
const iconShape = /(?:-(?:bold|thick|circle|outline|fill|\d\d)){0,3}:$/;

/** `:material-check-circle:`, `:octicons-check-16:`; undefined for any other sign. */
const kindOfIcon = (sign: string): MarkKind | undefined =>
  iconSet.test(sign) ? icons[sign.replace(iconSet, '').replace(iconShape, '')] : undefined;

const first = /^(?::[a-z][a-z\d_-]*:|[\ud800-\udbff][\udc00-\udfff]|[\u2190-\u2bff])\ufe0f?/;
const last = /(?::[a-z][a-z\d_-]*:|[\ud800-\udbff][\udc00-\udfff]|[\u2190-\u2bff])\ufe0f?$/;

/** The mark that a trimmed text opens with; null where it opens with none. */
export function leadingMark(text: string): Mark | null {
  return markIn(text, first, (length) => text.slice(length).trim());
}

/** A letter is a mark between square brackets alone: `f (x)`. */
const bracketed = /(?<=\s)(?:\(([✓✔✅√☑/])\uFE0F?\)|\[([xX ✓✔✅√/])\uFE0F?\])$/;

const bracketedKind = (sign: string): MarkKind => (sign === '/' ? 'doing' : sign === ' ' ? 'empty' : 'tick');

/** The mark that a trimmed text ends with; null where it ends with none. */
export function trailingMark(text: string): Mark | null {
  const [whole, round, square] = /[)\]]$/.test(text) ? (bracketed.exec(text) ?? []) : [];
  if (whole !== undefined)
    return {
      kind: bracketedKind((round ?? square) as string),
      rest: text.slice(0, -whole.length).trim(),
      isDoubtful: true,
    };
  return markIn(text, last, (length) => text.slice(0, -length).trim());
}

function markIn(text: string, place: RegExp, without: (length: number) => string): Mark | null {
  const written = place.exec(text)?.[0] ?? '';
  const sign = written.replace('\ufe0f', '');
  const kind = kinds().get(sign) ?? kindOfIcon(sign);
  return kind === undefined ? null : { kind, rest: without(written.length), sign };
}
