// Documents: the schemas of --json say what the goldens and the views say, no more and no less, and are what the definitions make of them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nextTopics } from '../../src/model/next.ts';
import { progressOf } from '../../src/model/progress.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { fileOf, schemaFiles } from '../../src/schemas/files.ts';
import { documentOf, nextJson, sectionJson, statusJson, topicJson, topicsJson } from '../../src/views/json.ts';
import { type Kind, kinds } from '../../src/views/kinds.ts';
import { roadmapJson } from '../../src/views/roadmap-json.ts';
import { everyRoadmap, origin, today } from '../support/roadmaps.ts';
import { checkAgainst, folder, schemaIn, shipped, strictlyAgainst } from './validating.ts';

const root = join(import.meta.dirname, '..', '..');
const known = Object.keys(kinds) as Kind[];

function kindsInSources(): string[] {
  const found = new Set<string>();
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, kind] of text.matchAll(/\bdocumentOf\(\s*([^,]+),/g)) {
      // One that is not written out could not be found here.
      expect(kind, entry.name).toMatch(/^'\w+'$/);
      found.add((kind as string).slice(1, -1));
    }
  }
  return [...found].sort();
}

describe('the files of schema/', () => {
  it('are what the definitions say; `npm run schema` writes them', () => {
    const files = schemaFiles();
    expect(shipped).toEqual([...files.keys()].sort());
    for (const [name, text] of files) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
  });

  it('are there for every kind that the program prints', () => {
    expect(kindsInSources()).toEqual([...known].sort());
    for (const kind of known) expect(shipped).toContain(fileOf(kind));
  });

  it.each(shipped)('%s names its draft and what it is of, and nothing that only one machine has', (file) => {
    const { $schema, $id, title, description } = schemaIn(file);
    expect({ $schema, $id }).toEqual({ $schema: 'http://json-schema.org/draft-07/schema#', $id: undefined });
    expect([title, description]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
    expect(JSON.stringify(schemaIn(file))).not.toMatch(/"\$ref":"(?!#\/definitions\/)/);
    expect(() => checkAgainst(file)).not.toThrow();
  });
});

const goldens = readdirSync(join(root, 'tests', 'golden')).filter((name) => name.endsWith('.approved.json'));
const golden = (name: string): { readonly kind: Kind } =>
  JSON.parse(readFileSync(join(root, 'tests', 'golden', name), 'utf8'));

describe('what was approved for scripts', () => {
  it.each(goldens)('%s is as its schema says, and nothing more', (name) => {
    const document = golden(name);
    expect(strictlyAgainst(fileOf(document.kind))(document)).toEqual([]);
    expect(checkAgainst(fileOf(document.kind))(document)).toEqual([]);
  });
});

describe('every roadmap of the views', () => {
  const cases = Object.entries(everyRoadmap).flatMap(([name, roadmap]) =>
    (['en', 'ru'] as const).map((language) => ({ name, roadmap, language })),
  );

  it.each(cases)('$name in $language', ({ roadmap, language }) => {
    const topics = [...topicsOf(roadmap.children), ...roadmap.projects];
    const sections = roadmap.children.flatMap((child) => (child.kind === 'section' ? [child] : []));
    const next = nextTopics(roadmap, 3, today);
    for (const text of [
      statusJson({ roadmap, origin, progress: progressOf(roadmap), next, today }, language),
      topicsJson(topics, roadmap, language),
      nextJson(next, roadmap, language),
      ...topics.map((topic) =>
        topicJson(
          topic,
          roadmap,
          {
            history: [{ ...topic, day: today, topic, from: null, to: 'done', source: 'file' }],
            labs: [{ id: 'tea', title: { en: 'Tea', ru: 'Чай' }, passed: true, passedOn: today }],
          },
          language,
        ),
      ),
      ...[null, ...sections].map((section) => sectionJson(section, roadmap, language)),
      roadmapJson(roadmap, language),
    ]) {
      const document = JSON.parse(text);
      expect(strictlyAgainst(fileOf(document.kind))(document), text).toEqual([]);
    }
  });
});

describe('a document that is not as its kind is described', () => {
  it('does not compile', () => {
    const content = { file: 'a', encoding: 'utf-8', table: null, text: 'b' };
    expect(documentOf('repair', content)).toContain('"kind":"repair"');
    // @ts-expect-error: a field that is described nowhere
    documentOf('repair', { ...content, more: 1 });
    // @ts-expect-error: a field that is missing
    documentOf('repair', { file: 'a', encoding: 'utf-8', table: null });
    // @ts-expect-error: a kind that has no schema
    documentOf('weather', content);
  });
});
