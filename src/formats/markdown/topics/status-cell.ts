// StatusCell: what a cell of a status column shows of its row (FORMATS T7).
import { type CalendarDate, parseCalendarDate } from '../../../dates/calendar-date.ts';
import { otherForm } from '../../../dates/other-form.ts';
import type { Status } from '../../../model/roadmap.ts';
import { plainWords } from '../../../text/plain-words.ts';
import {
  asExplained,
  type Explained,
  leadingMark,
  type MarkKind,
  statusOfKind,
  trailingMark,
} from '../../words/marks.ts';
import { stateNamed } from '../../words/states.ts';

export interface CellState {
  readonly status: Status;
  /** Words or a mark of progress; a cell of anything else makes no status column. */
  readonly isState: boolean;
  /** A tick with words that mean no state: it may say something else, `✅ in the book`. */
  readonly isRemark: boolean;
  /** Something is written: a dash only fills the cell. */
  readonly isFilled: boolean;
}

const day = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/;
const box = /^(?:- )?\[(.?)\]\s*/u;
const percentage = /^(\d{1,3})\s?%$/;
const fraction = /^\d{1,4}\s?\/\s?\d{1,4}$/;
/** Signs that may be the author's own marks. */
const anySign = /^(?:[\u2190-\u2bff]|[\ud83c-\ud83e][\udc00-\udfff]|:[a-z][a-z\d_-]*:)/;

/** `Done (twice)`, `Done: chapter 3` → `Done` */
const firstPart = (text: string): string => text.split(/[(:.,;—–（：。，；、]|\s-\s/, 1)[0] as string;

interface Bare {
  readonly kind: MarkKind | null;
  readonly rest: string;
}

/** `- [x] **Done**` → a ticked box and `Done`; a mark may be at either end. */
function bareCell(text: string, explained: Explained | null): Bare {
  const bare = text.replace(/\uFE0F|[*`]/g, '').trim();
  const boxed = box.exec(bare);
  if (boxed) {
    const inside = boxed[1] as string;
    const kind = /^[xX✓✔✅]$/.test(inside) ? 'ticked' : 'empty';
    return { kind, rest: bare.slice(boxed[0].length).trim() };
  }
  const mark = asExplained(leadingMark(bare) ?? trailingMark(bare), explained);
  return mark ?? { kind: null, rest: bare };
}

/** What one cell shows. Words beat marks, and an empty box with its label beats the label (FORMATS T7). */
export function cellState(text: string, explained: Explained | null = null): CellState {
  const { kind, rest } = bareCell(text, explained);
  const clean = rest.replace(day, '').trim();
  const isDated = clean !== rest;
  const named = clean.includes('?')
    ? null
    : (stateNamed(plainWords(clean)) ?? stateNamed(plainWords(firstPart(clean))));
  const state = (status: Status, isState = true): CellState => ({ status, isState, isRemark: false, isFilled: true });
  if (named !== null) return state(kind === 'empty' && named === 'done' ? 'todo' : named);
  const percent = percentage.exec(clean);
  if (percent) return state(percent[1] === '100' ? 'done' : 'todo');
  if (kind !== null) {
    const status = statusOfKind[kind] ?? 'todo';
    if (status !== 'done' || clean === '') return state(status);
    // `✅ / ❌` is the form to fill in, and `✅ A ❌ B` a comparison.
    if (/[❌✖✗✘☐⬜]|[/|]$/u.test(clean)) return state('todo');
    return { status: 'done', isState: true, isRemark: kind === 'tick', isFilled: true };
  }
  if (clean === '') return isDated ? state('done') : { ...state('todo', false), isFilled: false };
  const isFilled = plainWords(clean) !== '' || anySign.test(clean);
  return { ...state('todo', fraction.test(clean) || anySign.test(clean)), isFilled };
}

/** The states of a column, cell by cell: a tick with words of its own is decoration where every row has one. */
export function statesOfColumn(texts: readonly string[], explained: Explained | null = null): Status[] {
  const cells = texts.map((text) => cellState(text, explained));
  const isDecorated = cells.every((cell) => cell.isRemark);
  return cells.map((cell) => (isDecorated ? 'todo' : cell.status));
}

/** A mark of progress, with the word for it at most. A cross alone answers a question with no, as a tick beside it does with yes. */
export function isBox(text: string): boolean {
  const { kind, rest } = bareCell(text, null);
  if (kind === null || kind === 'colour') return false;
  return rest === '' ? kind !== 'cross' : stateNamed(plainWords(rest)) !== null;
}

/** `[ ]`, ☐ or ⬜ alone, which wait for a tick. */
export const isOpenBox = (text: string): boolean => {
  const { kind, rest } = bareCell(text, null);
  return kind === 'empty' && rest === '';
};

/** The day that a cell names as YYYY-MM-DD, or in another form alone; null where there is none that exists, or two may be meant. */
export function dayOfCell(text: string): CalendarDate | null {
  const written = day.exec(text)?.[0];
  return written === undefined ? (otherForm(text)?.day ?? null) : parseCalendarDate(written);
}
