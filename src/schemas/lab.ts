// LabSchema: the file of a lab as an editor checks it, made of the definition that reads it.
import { labDefinition } from '../formats/lab/definition.ts';
import { layers } from '../model/lab.ts';
import type { JsonSchema, Named } from './json-schema.ts';
import { draft, toSchemas } from './json-schema.ts';

/** What an editor says of each field; the fields of lists and maps under the name of what holds them. */
const words: { readonly [part: string]: { readonly [field: string]: string } } = {
  lab: {
    topic: 'The id of its topic. In a bundled lab with the roadmap before it: istio#traffic-splitting.',
    also: 'Other topics that it practises, in the same form.',
    level: 'Left out: the level of its topic.',
    minutes: 'How long somebody who knows the topic takes.',
    mend: 'true: a hunt. `start` is a manifest with one fault, which is to be found and mended.',
    title: 'A few words, once or in each language.',
    task: 'What has to be true afterwards. Every name that is judged is named here.',
    document: 'values: the answer is one document of values for a Helm chart, and no objects.',
    chart: 'The chart of the values, such as istiod.',
    namespace: 'Where objects without a namespace are; left out: default.',
    given: 'What there is already.',
    start: 'The file that one begins with. It must be judged wrong.',
    hints: 'Two or three, from a nudge to nearly the answer.',
    checks: 'In the order in which they are worth reading.',
    solution: 'One right answer, whole.',
    accepted: 'Other right answers. Each is judged by the tests.',
    wrong: 'At least four wrong answers, each with what has to catch it.',
    free: 'Fields of the solution that may be anything.',
    docs: 'Links to what the lab is made from.',
  },
  given: {
    facts: 'What holds in the cluster and no manifest shows.',
    manifests: 'The objects in the cluster, as YAML of several documents.',
  },
  checks: {
    id: 'Unique in the lab.',
    title: 'A statement that is true of a right answer.',
    on: 'KIND, KIND/NAME or KIND/NAMESPACE/NAME: the object of the answer that is `object` in the expression. It holds when it holds for any that fits.',
    at: 'Where below that object a fault is shown: spec.http[0].route',
    expression: 'In the Common Expression Language; the check holds when it is true.',
    needs: 'Ids of checks before it: where one of them does not hold, this one is not judged.',
    failure: 'One sentence: what is wrong and why it matters, and not what to write.',
  },
  answers: {
    why: 'What is special about this answer. For authors, in English.',
    answer: 'The whole text.',
    change: 'Parts of the solution to replace. Each occurs in it once.',
    caught: `The id of a check, or a layer of judging: ${layers.filter((one) => one !== 'check').join(', ')}.`,
  },
  change: { from: 'Occurs in the solution once.', to: 'What is there instead.' },
  free: {
    path: 'KIND.path or KIND/NAME.path, with [] for any entry of a list; all below it is free as well.',
    reason: 'Why it may be anything.',
  },
};

/** The same schema, each field with its words. */
function described(schema: JsonSchema, part: string): JsonSchema {
  const { properties, items, ...rest } = schema as { readonly [keyword: string]: JsonSchema };
  const below = items === undefined ? {} : { items: described(items, part) };
  if (properties === undefined) return { ...rest, ...below };
  const fields = Object.entries(properties as Named).map(([field, one]) => {
    const name = field === 'accepted' || field === 'wrong' ? 'answers' : field;
    const description = words[part]?.[field];
    if (description === undefined) throw new Error(`nothing is said of ${part}.${field}`);
    return [field, { description, ...described(one, words[name] === undefined ? part : name) }];
  });
  return { ...rest, ...below, properties: Object.fromEntries(fields) };
}

export function labSchema(): JsonSchema {
  const { lab } = toSchemas({ lab: labDefinition }) as { readonly lab: JsonSchema };
  const about = { $schema: draft, title: 'istio-roadmap: lab', description: 'A task whose answer is judged offline.' };
  return { ...about, ...described(lab, 'lab') };
}
