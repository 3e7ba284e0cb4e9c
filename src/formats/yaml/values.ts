// Values: scalars and lists of a YAML tree as the kinds of value the fields of a roadmap hold (FORMATS Y1, Y2).
import { isCounterpart } from '../../model/counterpart.ts';
import type { FieldKind } from '../../model/fields.ts';
import { priorities, stages } from '../../model/roadmap.ts';
import type { Position } from '../../text/source.ts';
import { stateOfValue } from '../words/states.ts';
import { languageTag } from './fields.ts';
import type { Tree } from './tree.ts';

/** Remembers where a list or map was written, and what it was made of. */
type Note = <V extends object>(value: V, at: Position, tree: Tree) => V;

/** A word for done, or the day it was done. */
export const isDone = (text: string): boolean => stateOfValue(text) === 'done' || /^\d{4}-\d\d-\d\d/.test(text);

/** Of a value that was read as a status. */
export function isUnknownStatus(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && stateOfValue(value) === null;
}

/** As it is written: text, list or map of texts, for fields that take no other form and for the schema to refuse. */
function plain(tree: Tree, note: Note): unknown {
  if (tree.kind === 'scalar') return tree.text === null ? null : tree.text.trim();
  if (tree.kind === 'list')
    return note(
      tree.values.map((value) => plain(value, note)),
      tree.at,
      tree,
    );
  return note(Object.fromEntries(tree.pairs.map(({ key, value }) => [key, plain(value, note)])), tree.at, tree);
}

function wording(text: string, block: boolean): string {
  return block ? text.trim() : text.replace(/\s+/g, ' ').trim();
}

function listOf(tree: Tree, note: Note, one: (value: Tree) => unknown): unknown[] {
  const values = tree.kind === 'list' ? tree.values : [tree];
  return note(values.map(one), tree.at, tree);
}

/** `https://…`, `{title: …, url: https://…}`; anything else stays for the schema to refuse. */
function link(tree: Tree, note: Note): unknown {
  const url = tree.kind === 'map' && tree.pairs.find(({ key }) => key === 'url' || key === 'link' || key === 'href');
  return plain(url ? url.value : tree, note);
}

function noteLines(tree: Tree): string[] {
  if (tree.kind === 'list') return tree.values.flatMap(noteLines);
  if (tree.kind === 'map') return [];
  return (tree.text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Reads a value as its kind where it can be, else as it is written, so that the schema can say what was found. */
export function coerce(kind: FieldKind, tree: Tree, note: Note): unknown {
  if (kind === 'notes') return note(noteLines(tree), tree.at, tree);
  if (kind === 'words' || kind === 'texts' || kind === 'counterparts')
    return listOf(tree, note, (value) => plain(value, note));
  if (kind === 'links') return listOf(tree, note, (value) => link(value, note));
  if (tree.kind !== 'scalar') {
    // No day and no priority, which a finding says; a roadmap is not refused for what orders it.
    if (kind === 'day' || kind === 'priority') return tree.kind === 'list' ? '[…]' : '{…}';
    // A list or map without anything would pass for one without mistakes.
    const size = tree.kind === 'list' ? tree.values.length : tree.pairs.length;
    return size === 0 ? null : plain(tree, note);
  }
  if (tree.text === null) return null;
  if (kind === 'text') return wording(tree.text, tree.block);
  const text = tree.text.trim();
  if (kind === 'count') return /^\d+$/.test(text) ? Number(text) : text;
  if (kind === 'hours' || kind === 'percent') return /^\d+(?:\.\d+)?$|^\.\d+$/.test(text) ? Number(text) : text;
  if (kind === 'status') return stateOfValue(text) ?? text;
  if (kind === 'day') return text.replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, '$1');
  if (kind === 'priority') return text.toLowerCase();
  if (kind === 'done') return /^\d{4}-\d\d-\d\d/.test(text) ? text.slice(0, 10) : doneValue(text);
  return text;
}

/** `completed: in progress` is no date and no yes: the topic is not done. */
function doneValue(text: string): boolean | string {
  const status = stateOfValue(text);
  return status === null ? text : status === 'done';
}

const isText = (value: unknown): boolean =>
  typeof value === 'string' ? value !== '' : isMap(value) && Object.keys(value).length > 0 && isLanguages(value);

function isMap(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLanguages(value: { [key: string]: unknown }): boolean {
  return Object.entries(value).every(([key, text]) => languageTag.test(key) && typeof text === 'string');
}

/** Whether the value is one the schema takes; the odd ones of a foreign file are left out (FORMATS Y1). */
export function fits(kind: FieldKind, value: unknown): boolean {
  if (kind === 'text') return isText(value);
  if (kind === 'word' || kind === 'id') return typeof value === 'string' && value !== '';
  if (kind === 'hours' || kind === 'percent' || kind === 'count') return typeof value === 'number';
  if (kind === 'done') return typeof value === 'boolean' || /^\d{4}-\d\d-\d\d$/.test(String(value));
  if (kind === 'status') return typeof value === 'string' && stateOfValue(value) === value;
  if (kind === 'day') return /^\d{4}-\d\d-\d\d$/.test(String(value));
  if (kind === 'priority') return priorities.some((priority) => priority === value);
  if (kind === 'stage') return stages.some((stage) => stage === value);
  if (kind === 'legacy') return false;
  if (!Array.isArray(value)) return false;
  if (kind === 'texts') return value.every(isText);
  if (kind === 'links') return value.every((url) => /^(?:https?:\/\/|mailto:)\S+$/i.test(String(url)));
  if (kind === 'counterparts') return value.every((one) => isCounterpart(String(one)));
  return kind === 'words' || kind === 'notes' ? value.every((word) => typeof word === 'string') : true;
}
