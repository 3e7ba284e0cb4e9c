// Definition: what the file of a lab may hold; the shipped JSON Schema is made of it as well.
import * as v from 'valibot';
import type { Expected } from '../../errors.ts';
import { languageTag } from '../yaml/fields.ts';

/** The messages are the codes of what was expected; the reader adds what it found and where. */
const expecting = (expected: Expected): Expected => expected;
const filled = v.pipe(v.string(expecting('text')), v.nonEmpty(expecting('filled-text')));
const text = v.union(
  [filled, v.record(v.pipe(v.string(), v.regex(languageTag, expecting('language'))), filled)],
  expecting('wording'),
);
const texts = v.array(text, expecting('texts'));
const word = v.pipe(v.string(expecting('word')), v.nonEmpty(expecting('word')));
const id = v.pipe(v.string(expecting('id')), v.regex(/^\S+$/, expecting('id-without-spaces')));
const minutes = v.pipe(
  v.number(expecting('minutes')),
  v.integer(expecting('minutes')),
  v.minValue(1, expecting('minutes')),
);

const check = v.strictObject(
  {
    id,
    title: text,
    on: v.exactOptional(word),
    at: v.exactOptional(word),
    expression: filled,
    failure: text,
    needs: v.exactOptional(v.array(id, expecting('words'))),
  },
  expecting('check'),
);

const change = v.strictObject({ from: filled, to: v.string(expecting('text')) }, expecting('change'));
const answer = {
  why: filled,
  answer: v.exactOptional(v.string(expecting('text'))),
  change: v.exactOptional(v.array(change, expecting('changes'))),
};

export const labDefinition = v.strictObject(
  {
    topic: id,
    also: v.exactOptional(v.array(id, expecting('words'))),
    level: v.exactOptional(id),
    minutes,
    mend: v.exactOptional(v.boolean(expecting('yes-or-no'))),
    title: text,
    task: text,
    document: v.exactOptional(v.picklist(['resources', 'values'], expecting('document'))),
    chart: v.exactOptional(word),
    namespace: v.exactOptional(id),
    given: v.exactOptional(
      v.strictObject({ facts: v.exactOptional(texts), manifests: v.exactOptional(filled) }, expecting('given')),
    ),
    start: v.exactOptional(filled),
    hints: v.exactOptional(texts),
    checks: v.pipe(v.array(check, expecting('checks')), v.nonEmpty(expecting('checks'))),
    solution: filled,
    accepted: v.exactOptional(v.array(v.strictObject(answer, expecting('answer')), expecting('answers'))),
    wrong: v.exactOptional(
      v.array(v.strictObject({ ...answer, caught: id }, expecting('wrong-answer')), expecting('answers')),
    ),
    free: v.exactOptional(
      v.array(v.strictObject({ path: filled, reason: filled }, expecting('free')), expecting('free')),
    ),
    docs: v.exactOptional(v.array(word, expecting('links'))),
  },
  expecting('lab'),
);

export type LabFile = v.InferOutput<typeof labDefinition>;
