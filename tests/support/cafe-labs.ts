// CafeLabs: a café with three labs: about a ConfigMap, a Service to mend, and values of a chart; the last topic has none.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLab } from '../../src/formats/lab/read.ts';
import { fromDocument } from '../../src/formats/roadmap-document.ts';
import { readYaml } from '../../src/formats/yaml/read.ts';
import { finish, identify } from '../../src/model/finish.ts';
import type { Lab } from '../../src/model/lab.ts';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { allTopics } from '../../src/model/tree.ts';
import { toSource } from '../../src/text/source.ts';
import type { ListedLab } from '../../src/views/lab-list.ts';
import { today } from './roadmaps.ts';

const folder = join(import.meta.dirname, 'cafe');

/** Its files by the name under which they belong into a working directory. */
export const cafeFiles: Readonly<Record<string, string>> = Object.fromEntries(
  ['cafe.yaml', ...readdirSync(join(folder, 'labs')).map((name) => `labs/${name}`)].map((name) => [
    name,
    readFileSync(join(folder, name), 'utf8'),
  ]),
);

const source = toSource(cafeFiles['cafe.yaml'] as string);
export const cafeWithLabs: Roadmap = identify(finish(fromDocument(readYaml(source, 'cafe.yaml').document, 'cafe')));

export const labs: readonly Lab[] = Object.entries(cafeFiles).flatMap(([name, text]) =>
  name.startsWith('labs/') ? [readLab(toSource(text), name, name.slice('labs/'.length, -'.yaml'.length))] : [],
);

export const labNamed = (id: string): Lab => labs.find((lab) => lab.id === id) as Lab;

/** As a list has them; those that are named are passed, the first without a day. */
export function listedLabs(...passed: readonly string[]): readonly ListedLab[] {
  return allTopics(cafeWithLabs).flatMap((topic) =>
    labs
      .filter((lab) => lab.topic === topic.id)
      .map((lab): ListedLab => {
        const at = passed.indexOf(lab.id);
        return {
          ...lab,
          ...{ level: lab.level ?? topic.level, topicOf: topic },
          ...{ passed: at >= 0, passedOn: at > 0 ? today : null },
        };
      }),
  );
}
