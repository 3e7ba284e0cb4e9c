// Extra fields: each of the table goes from YAML through the model into JSON and back, and editors know it.
import { expect, it } from 'vitest';
import { readJson } from '../../src/formats/json/read.ts';
import { fromDocument } from '../../src/formats/roadmap-document.ts';
import { readYaml } from '../../src/formats/yaml/read.ts';
import { extraFields, extraNames } from '../../src/model/fields.ts';
import { finish, identify } from '../../src/model/finish.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { editorSchema } from '../../src/schemas/editor.ts';
import { toSource } from '../../src/text/source.ts';
import { topicFields } from '../../src/views/json.ts';
import { roadmapJson } from '../../src/views/roadmap-json.ts';

const values = { word: '1.30', stage: 'beta', hours: 1.5 };

it.each(extraNames)('`%s` needs no more than its line', (field) => {
  const value = values[extraFields[field] as keyof typeof values];
  const yaml = JSON.stringify({ topics: ['Other', { title: 'Outer', [field]: value, topics: ['Inner'] }] });
  const { document, diagnostics } = readYaml(toSource(yaml), 'plan.yaml');
  expect(diagnostics).toEqual([]);
  const roadmap = identify(finish(fromDocument(document, 'Plan')));
  // What is below has it too, and what nobody gave one is null.
  const listed = [...topicsOf(roadmap.children)].map((topic) => topicFields(topic, null, 'en')[field]);
  expect(listed).toEqual([null, value]);
  const again = identify(finish(readJson(toSource(roadmapJson(roadmap, 'en')), 'Plan', 'plan.json')));
  expect([...topicsOf(again.children)].map(({ extra }) => extra?.[field] ?? null)).toEqual([null, value]);
  const { definitions } = editorSchema() as {
    definitions: { topicFields: { properties: { [name: string]: object } } };
  };
  expect(definitions.topicFields.properties[field]).toMatchObject({ description: expect.stringMatching(/\w+.*\.$/) });
});
