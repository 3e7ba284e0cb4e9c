// FieldWords: what an editor says of each field of a roadmap in YAML: the comments of the tables in model/fields.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part, parts } from '../model/fields.ts';

type Below<Name> = Name extends 'roadmap' | 'section' ? 'sections' | 'topics' : Name extends 'topic' ? 'topics' : never;
type Words = { readonly [Name in Part]: { readonly [Field in keyof (typeof parts)[Name] | Below<Name>]: string } };

/** Lists of parts are no fields of the tables. */
const below = {
  roadmap: {
    sections: 'The parts of the roadmap, in the order of study.',
    topics: 'Topics outside any section.',
  },
  section: {
    sections: 'Sections within this one.',
    topics: 'What is to be learnt: a text is a topic, a map can say more of it.',
  },
  topic: { topics: 'Topics within this one, which then becomes their heading and is no topic itself.' },
};

const source = readFileSync(join(import.meta.dirname, '..', 'model', 'fields.ts'), 'utf8');

type Table = { [field: string]: string };

/** Each table by its name, `...other` in it standing for the fields of another. */
function tables(): { readonly [name: string]: Table } {
  const found: { [name: string]: Table } = {};
  let current: Table = {};
  let comment = '';
  for (const line of source.split('\n')) {
    comment = /^ *\/\*\* (.+) \*\/$/.exec(line)?.[1] ?? comment;
    const [, table, spread, field] =
      /^(?:(?:export )?const | {2})(\w+)(?: =|:) \{$|^ *\.\.\.(\w+),$|^ *(\w+): '[\w-]+',$/.exec(line) ?? [];
    if (table !== undefined) {
      current = {};
      found[table] = current;
    } else if (spread !== undefined) Object.assign(current, found[spread]);
    else if (field !== undefined) current[field] = comment;
  }
  return found;
}

const found = tables();

/** In words for somebody who writes such a file. */
export const fieldWords = Object.fromEntries(
  (['roadmap', 'section', 'topic', 'project', 'level', 'resource', 'feature', 'legacy'] as const).map((part) => [
    part,
    { ...found[part], ...(below as { [part: string]: Table })[part] },
  ]),
) as unknown as Words;
