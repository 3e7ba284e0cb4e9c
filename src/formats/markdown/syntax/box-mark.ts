// BoxMark: what the character in a box means, and which characters make a note a task list (FORMATS L3).
import type { Status } from '../../../model/roadmap.ts';
import { pattern } from '../../../text/pattern.ts';

const named: { readonly [mark: string]: Status } = {
  ' ': 'todo',
  x: 'done',
  X: 'done',
  '✔': 'done',
  '✅': 'done',
  '/': 'doing',
  '-': 'skipped',
};
/** What is written for a state where a text says nothing else. */
export const plainMarks: { readonly [status in Status]: string } = { todo: ' ', doing: '/', done: 'x', skipped: '-' };
/** What people type for an x: Cyrillic х, a check mark, a root sign, a v. */
const lookAlikes = 'хХ✓√vV';
const statusByCode = new Map(Object.entries(named).map(([mark, status]) => [mark.charCodeAt(0), status]));
const lookAlikeCodes = new Set(Array.from(lookAlikes, (mark) => mark.charCodeAt(0)));

/** All that a box may hold and be known, for a class of characters in an expression. */
export const knownMarks = `${Object.keys(named).join('').replace('-', '')}${lookAlikes}-`;

export const isLookAlike = (code: number): boolean => lookAlikeCodes.has(code);

/** Whether a box with this character makes a task list of a note; `[1]` and `[q]` alone do not. */
export const isNamedMark = (code: number): boolean => statusByCode.has(code) || lookAlikeCodes.has(code);

/** `[1]`, `[a]`: a letter or digit that marks no state, as a list of sources or answers has them. */
export const isReferenceMark = (code: number): boolean =>
  !isNamedMark(code) && letterOrDigit().test(String.fromCharCode(code));
const letterOrDigit = pattern(String.raw`[\p{L}\p{N}]`, 'u');

/** Unknown marks are open, and the character is kept. Look-alikes are done in a text that uses no `x` in its boxes. */
export function statusOfMark(code: number, text: string): Status {
  return statusByCode.get(code) ?? (lookAlikeCodes.has(code) && !usesX(text) ? 'done' : 'todo');
}

/** The character that says done in a text: its own look-alike where it has one and no `x`, so that a tick leaves the others done. */
export function doneMarkIn(text: string): string {
  if (usesX(text)) return 'x';
  last.lookAlike ??= boxOfLookAlike.exec(text)?.[1] ?? 'x';
  return last.lookAlike;
}

const margin = String.raw`^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){0,2}`;
const boxOfX = new RegExp(String.raw`${margin}\[[xX]\](?!\()`, 'm');
const boxOfLookAlike = new RegExp(String.raw`${margin}\[([${lookAlikes}])\](?!\()`, 'm');

/** The last text that was asked about: every box of a look-alike, and every tick, asks of the same. */
let last: { readonly text: string; readonly usesX: boolean; lookAlike?: string } = { text: '', usesX: false };

function usesX(text: string): boolean {
  if (last.text !== text) last = { text, usesX: boxOfX.test(text) };
  return last.usesX;
}
