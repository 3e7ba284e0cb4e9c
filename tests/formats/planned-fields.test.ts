// Planned fields: days and priorities of any format go through the model into JSON and Markdown and back.
import { expect, it } from 'vitest';
import { readJson } from '../../src/formats/json/read.ts';
import { checklist } from '../../src/formats/markdown/write.ts';
import { fromDocument } from '../../src/formats/roadmap-document.ts';
import { readYaml } from '../../src/formats/yaml/read.ts';
import { plannedFields, plannedNames } from '../../src/model/fields.ts';
import { finish, identify } from '../../src/model/finish.ts';
import { type Planned, plannedOf } from '../../src/model/planned.ts';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { editorSchema } from '../../src/schemas/editor.ts';
import { toSource } from '../../src/text/source.ts';
import { topicFields } from '../../src/views/json.ts';
import { roadmapJson } from '../../src/views/roadmap-json.ts';
import { readNote } from '../support/notes.ts';

const values = { day: '2026-12-24', priority: 'high' };
const none = { due: null, scheduled: null, start: null, created: null, priority: null };
const plansIn = (roadmap: Roadmap): Planned[] => [...topicsOf(roadmap.children)].map(plannedOf);

it.each(plannedNames)('`%s` needs no more than its line', (field) => {
  const value = values[plannedFields[field]];
  const yaml = JSON.stringify({ topics: ['Other', { title: 'Outer', [field]: value, topics: ['Inner'] }] });
  const { document, diagnostics } = readYaml(toSource(yaml), 'plan.yaml');
  expect(diagnostics).toEqual([]);
  const roadmap = identify(finish(fromDocument(document, 'Plan')));
  const wanted = [none, { ...none, [field]: value }];
  // What is below has it too, and what nobody gave one is null.
  expect(plansIn(roadmap)).toEqual(wanted);
  expect([...topicsOf(roadmap.children)].map((topic) => topicFields(topic, null, 'en'))).toMatchObject(wanted);
  expect(plansIn(identify(finish(readJson(toSource(roadmapJson(roadmap, 'en')), 'Plan', 'plan.json'))))).toEqual(
    wanted,
  );
  expect(plansIn(readNote(checklist(roadmap, 'en')))).toEqual(wanted);
  const { definitions } = editorSchema() as {
    definitions: { topicFields: { properties: { [name: string]: object } } };
  };
  expect(definitions.topicFields.properties[field]).toMatchObject({ description: expect.stringMatching(/\w+.*\.$/) });
});

it('the nearest of several counts, also where it is no day', () => {
  const topics = [
    {
      title: 'Outer',
      due: '2026-12-24',
      priority: 'low',
      topics: [
        { title: 'a', due: '2026-12-01' },
        { title: 'b', due: 'soon' },
      ],
    },
  ];
  const { document } = readYaml(toSource(JSON.stringify({ topics })), 'plan.yaml');
  expect(plansIn(identify(finish(fromDocument(document, 'Plan'))))).toEqual([
    { ...none, due: '2026-12-01', priority: 'low' },
    { ...none, due: null, priority: 'low' },
  ]);
});
