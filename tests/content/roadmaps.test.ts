// Bundled roadmaps: what every one of them is held to, as rules that each name the places that break them.
import { describe, expect, it } from 'vitest';
import type { DiagnosticCode } from '../../src/errors.ts';
import { lintContent } from '../../src/formats/lint/content.ts';
import { lintData } from '../../src/formats/lint/note.ts';
import { fromDocument } from '../../src/formats/roadmap-document.ts';
import { readYaml } from '../../src/formats/yaml/read.ts';
import { finish, identify } from '../../src/model/finish.ts';
import { today } from '../support/roadmaps.ts';
import type { Bundled, Topic } from './bundled.ts';
import { bundledRoadmap, bundledRoadmaps, inLanguage, withMistake } from './bundled.ts';
import { coverage } from './coverage.ts';
import publishedIds from './published-ids.json' with { type: 'json' };

const languages = ['en', 'ru'] as const;

/** Names that are written the same in Russian. A text of nothing else needs no Cyrillic. */
const names = new Set(
  'AuthorizationPolicy GRPCRoute Gateway API HTTPRoute Kubernetes OpenTelemetry PeerAuthentication Pod Deployment Service Namespace RBAC kubectl RequestAuthentication TrafficExtension Telemetry'.split(
    ' ',
  ),
);

/** Where links may lead: the project itself, what it is built on, where its people are, and who holds the exam. */
const hosts = [
  'istio.io',
  'github.com',
  'slack.istio.io',
  'stackoverflow.com',
  'www.envoyproxy.io',
  'gateway-api.sigs.k8s.io',
  'kiali.io',
  'kubernetes.io',
  'training.linuxfoundation.org',
  'docs.linuxfoundation.org',
];

/** What is gone or going: only topics that say so may mention it (`legacy`), and none may propose it. */
const removed =
  /\b(?:Mixer|Citadel|Galley|Pilot|ServiceRole(?:Binding)?|ClusterRbacConfig|MeshPolicy|LEAST_CONN|OpenTracing|OpenCensus|Lightstep|WasmPlugin)\b|in-cluster (?:Istio )?operator|оператор\S* Istio внутри/i;

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

const topicsThat = (breaks: (topic: Topic) => boolean) => (roadmap: Bundled) =>
  roadmap.topics.filter(breaks).map(({ id }) => id);

const wordingsThat = (breaks: (text: Bundled['wordings'][number]) => boolean) => (roadmap: Bundled) =>
  roadmap.wordings.filter(breaks).map(({ at }) => at);

/** Everything that `lint` says of the file, as `code line: details`. */
function lintOf({ name, source }: Bundled): { readonly code: DiagnosticCode; readonly text: string }[] {
  const read = readYaml(source, `${name}.yaml`);
  const roadmap = identify(finish(fromDocument(read.document, name, read.diagnostics)));
  const content = lintContent(read.document, read.placeOf);
  return lintData(source, roadmap, today, content).map(({ diagnostic: { code, line, args } }) => ({
    ...{ code, text: `${code} ${line}: ${JSON.stringify(args)}` },
  }));
}

/** What the product itself looks for in every roadmap. */
const linted = (code: DiagnosticCode) => (roadmap: Bundled) =>
  lintOf(roadmap)
    .filter((found) => found.code === code)
    .map(({ text }) => text);

/** Of all pairs of topics of a section that differ in level, the share in which the harder one is later. */
function ascent({ sections, levels }: Bundled): number {
  let pairs = 0;
  let ascending = 0;
  for (const { topics } of sections) {
    const ranks = topics.map(({ level = '' }) => levels.indexOf(level));
    for (const [index, rank] of ranks.entries())
      for (const later of ranks.slice(index + 1)) {
        if (later === rank) continue;
        pairs++;
        if (later > rank) ascending++;
      }
  }
  return ascending / pairs;
}

/** The average place of the topics of each level, from the lowest level. */
function places({ topics, levels }: Bundled): number[] {
  return levels.map((level) => {
    const at = topics.flatMap((topic, index) => (topic.level === level ? [index] : []));
    return at.reduce((sum, index) => sum + index, 0) / at.length;
  });
}

function badLinks({ topics, projects, document }: Bundled): string[] {
  const resources = (document.resources ?? []).map((resource) =>
    typeof resource === 'string' ? resource : resource.url,
  );
  const links = [...resources, ...[...topics, ...projects].flatMap(({ links = [] }) => links)];
  return links.filter(
    (link) => !URL.canParse(link) || !link.startsWith('https://') || !hosts.includes(new URL(link).host),
  );
}

const rules: readonly [rule: string, broken: (roadmap: Bundled) => readonly string[]][] = [
  [
    'every section says why it is there',
    ({ sections }) => sections.filter(({ why }) => why === undefined).map(({ id }) => id),
  ],
  [
    'titles of sections fit beside their figures at 80 columns',
    ({ sections }) =>
      sections
        .filter(({ title }) => languages.some((language) => [...inLanguage(title, language)].length > 41))
        .map(({ id }) => id),
  ],
  ['every topic has an outcome', topicsThat(({ outcome }) => outcome === undefined)],
  ['ids of sections are words and dashes', ({ sections }) => sections.map(({ id }) => id).filter(isNoSlug)],
  ['ids of topics are words and dashes', topicsThat(({ id }) => isNoSlug(id))],
  [
    'no id is there twice',
    ({ topics, projects, sections }) => [
      ...duplicates([...topics, ...projects].map(({ id }) => id)),
      ...duplicates(sections.map(({ id }) => id)),
    ],
  ],
  [
    'no title is there twice',
    ({ topics }) => languages.flatMap((language) => duplicates(topics.map(({ title }) => inLanguage(title, language)))),
  ],
  [
    'every topic has a level of the roadmap',
    ({ topics, levels }) => topics.filter(({ level = '' }) => !levels.includes(level)).map(({ id }) => id),
  ],
  [
    'every level has topics',
    ({ topics, levels }) => levels.filter((level) => topics.every((topic) => topic.level !== level)),
  ],
  [
    'every need is a topic',
    ({ topics }) =>
      topics.flatMap(({ id, needs = [] }) =>
        needs.filter((need) => need === id || topics.every((topic) => topic.id !== need)),
      ),
  ],
  ['needs are named once', topicsThat(({ needs = [] }) => duplicates(needs).length > 0)],
  ['needs go in no circle', linted('needs-circle')],
  ['no need is harder than its topic', linted('harder-prerequisite')],
  [
    'a need of the same section comes before its topic',
    ({ sections }) =>
      sections.flatMap(({ topics }) =>
        topics.flatMap(({ id, needs = [] }, index) =>
          needs
            .filter((need) => topics.slice(index).some((later) => later.id === need))
            .map((need) => `${id} needs ${need}`),
        ),
      ),
  ],
  ['every topic takes half an hour to eight', linted('odd-hours')],
  ['every topic has tags', topicsThat(({ tags = [] }) => tags.length === 0 || duplicates(tags).length > 0)],
  [
    'every topic has a link to the documentation of the project',
    topicsThat(({ links = [] }) => !links.some((link) => link.startsWith('https://istio.io/latest/'))),
  ],
  ['links are https and lead to known hosts', badLinks],
  ['links of a topic are different ones', linted('bad-link')],
  [
    'everything is written in both languages',
    wordingsThat(({ text }) => languages.some((language) => inLanguage(text, language).trim() === '')),
  ],
  ['English has no Cyrillic', linted('wrong-language')],
  [
    'Russian has Cyrillic where it is not names alone',
    wordingsThat(({ text }) => {
      const russian = inLanguage(text, 'ru');
      return (
        !/\p{Script=Cyrillic}/u.test(russian) &&
        !(russian.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => names.has(word))
      );
    }),
  ],
  [
    'no wording has stray white space',
    wordingsThat(({ text }) => languages.some((language) => /^\s|\s$|\s{2}/.test(inLanguage(text, language)))),
  ],
  [
    'titles and outcomes end without a full stop',
    wordingsThat(
      ({ at, text }) =>
        /\.(?:title|outcome)$/.test(at) && languages.some((language) => inLanguage(text, language).endsWith('.')),
    ),
  ],
  [
    'an outcome says what one can',
    topicsThat(
      ({ outcome }) =>
        outcome !== undefined &&
        !(inLanguage(outcome, 'en').startsWith('can ') && inLanguage(outcome, 'ru').startsWith('умеет ')),
    ),
  ],
  [
    'an outcome is one sentence of readable length',
    topicsThat(({ outcome }) =>
      languages.some(
        (language) => /[.!?] /.test(inLanguage(outcome, language)) || inLanguage(outcome, language).length > 180,
      ),
    ),
  ],
  ['no outcome is its title reworded', linted('reworded-title')],
  ['outcomes of a section begin in different ways', linted('alike-outcomes')],
  [
    'what is gone is mentioned only where the topic says that it is',
    ({ topics, projects, sections }) =>
      [
        ...topics.filter(
          ({ legacy, title, outcome }) =>
            !legacy &&
            languages.some((language) =>
              removed.test(`${inLanguage(title, language)} ${inLanguage(outcome, language)}`),
            ),
        ),
        ...projects.filter((project) => removed.test(JSON.stringify(project))),
        ...sections.filter(({ title, why }) => removed.test(JSON.stringify([title, why]))),
      ].map(({ id }) => id),
  ],
  [
    'what is gone is never what to use instead',
    topicsThat(({ legacy }) => removed.test(JSON.stringify(legacy?.use ?? ''))),
  ],
  [
    'what is gone has state, version and replacement',
    topicsThat(({ legacy }) => legacy !== undefined && (legacy.since === undefined || legacy.use === undefined)),
  ],
  ['no topic that is not gone needs one that is', linted('needs-legacy')],
  ['a topic that names an unfinished feature says its stage', linted('unnamed-stage')],
  ['a topic that names a version says for which it holds', linted('version-without-since')],
  ['nothing holds from a version later than that of the roadmap', linted('later-than-roadmap')],
  ['hours go with the weights', linted('hours-off-weight')],
  ['every project has hours', ({ projects }) => projects.filter(({ hours }) => !hours).map(({ id }) => id)],
  [
    'no id that was ever published is gone: ticks follow it',
    ({ name, topics, projects }) => {
      const known = new Set([...topics, ...projects].flatMap(({ id, formerly = [] }) => [id, ...formerly]));
      return publishedIds[name as keyof typeof publishedIds].filter((id) => !known.has(id));
    },
  ],
  [
    'what is the same work is a topic of another roadmap, of that one and no other',
    ({ name, topics }) => {
      const named = topics.flatMap(({ same = [] }) => same);
      return [
        ...named.filter((one, at) => named.indexOf(one) < at),
        ...named.filter((one) => {
          const [other, id] = one.split('#');
          return (
            other === name ||
            !bundledRoadmaps.find((bundled) => bundled.name === other)?.topics.some((topic) => topic.id === id)
          );
        }),
      ];
    },
  ],
  [
    'every project has goal, criterion, stack and links',
    ({ projects }) =>
      projects
        .filter(
          ({ goal, criterion, stack = [], links = [] }) =>
            !goal || !criterion || stack.length === 0 || links.length === 0,
        )
        .map(({ id }) => id),
  ],
  [
    'every project proves topics that there are, none above its level',
    ({ projects, topics, levels }) =>
      projects.flatMap(({ id, level = '', proves = [] }) => {
        const bad = proves.filter(
          (proven) =>
            !topics.some((topic) => topic.id === proven && levels.indexOf(topic.level ?? '') <= levels.indexOf(level)),
        );
        return proves.length === 0 ? [id] : bad.map((proven) => `${id} proves ${proven}`);
      }),
  ],
];

/** For each rule a mistake that it must find: where, what is there, what to put there. */
const mistakes: { readonly [rule: string]: readonly [roadmap: string, find: string | RegExp, mistake: string] } = {
  'what is the same work is a topic of another roadmap, of that one and no other': [
    'ica',
    'istio#canary-upgrade',
    'istio#canary-upgrades',
  ],
  'every section says why it is there': ['ica', /^ {4}why:\n(?: {6}.*\n)+/m, ''],
  'titles of sections fit beside their figures at 80 columns': [
    'ica',
    'en: Troubleshooting',
    'en: Troubleshooting of whatever may ever go wrong in a mesh',
  ],
  'every topic has an outcome': ['ica', /^ {8}outcome:\n(?: {10}.*\n)+/m, ''],
  'ids of sections are words and dashes': ['ica', 'id: troubleshooting\n', 'id: Trouble_shooting\n'],
  'ids of topics are words and dashes': ['ica', 'id: sni-passthrough', 'id: SNI'],
  'no id is there twice': ['ica', 'id: sni-passthrough', 'id: ingress-tls'],
  'no title is there twice': ['ica', 'en: SNI passthrough', 'en: Authorising TCP traffic'],
  'every topic has a level of the roadmap': ['ica', /level: junior(?=\n {8}hours)/, 'level: expert'],
  'every level has topics': ['ica', /level: senior(?=\n {8}hours)/, 'level: middle'],
  'every need is a topic': ['ica', /(?<=^ {10}- )ingress-tls$/m, 'no-such-topic'],
  'needs are named once': ['ica', /(?<=^ {10}- )ingress-tls$/m, 'ingress-tls\n          - ingress-tls'],
  'needs go in no circle': ['ica', /(?<=needs:\n {10}- )control-plane-data/, 'configuration-profiles'],
  'no need is harder than its topic': ['ica', /(?<=needs:\n {10}- )control-plane-data/, 'timed-practice'],
  'a need of the same section comes before its topic': [
    'ica',
    /(?<=needs:\n {10}- )control-plane-data/,
    'canary-upgrade',
  ],
  'every topic takes half an hour to eight': ['ica', 'hours: 2\n', 'hours: 8.5\n'],
  'every topic has tags': ['ica', '- ica\n          - architecture', '- ica\n          - ica'],
  'every topic has a link to the documentation of the project': [
    'ica',
    /https:\S+\/deployment\/architecture\//,
    'https://kiali.io/docs/',
  ],
  'links are https and lead to known hosts': ['ica', 'https://slack.istio.io/', 'https://example.org/'],
  'links of a topic are different ones': [
    'ica',
    /(?<=^ {10}- )(https:\S+\/architecture\/)$/m,
    'https://istio.io/latest/\n          - https://istio.io/latest/',
  ],
  'everything is written in both languages': ['ica', 'ru: Установка через istioctl', 'de: Einrichten mit istioctl'],
  'English has no Cyrillic': ['ica', 'en: Installing with istioctl', 'en: Installing с istioctl'],
  'Russian has Cyrillic where it is not names alone': [
    'ica',
    'ru: Установка через istioctl',
    'ru: Installing with istioctl',
  ],
  'no wording has stray white space': ['ica', 'en: Installing with istioctl', 'en: Installing  with istioctl'],
  'titles and outcomes end without a full stop': [
    'ica',
    'en: Installing with istioctl',
    'en: Installing with istioctl.',
  ],
  'an outcome says what one can': ['ica', 'en: can install a profile', 'en: installs a profile'],
  'an outcome is one sentence of readable length': [
    'ica',
    'en: can install a profile',
    'en: can do this. Can install a profile',
  ],
  'no outcome is its title reworded': ['ica', /en: can install a profile.*/, 'en: can be installing with istioctl'],
  'outcomes of a section begin in different ways': [
    'ica',
    /en: can install a profile.*/,
    'en: can put three charts where other people look for them',
  ],
  'what is gone is mentioned only where the topic says that it is': [
    'ica',
    'en: Installing with istioctl',
    'en: Installing Mixer with istioctl',
  ],
  'what is gone is never what to use instead': ['istio', /(?<=use:\n {12}en: )OpenTelemetry/, 'OpenTracing'],
  'what is gone has state, version and replacement': ['istio', /^ {10}since: .*\n/m, ''],
  'no topic that is not gone needs one that is': ['istio', /(?<=needs:\n {10}- )telemetry-api/, 'mixer'],
  'a topic that names an unfinished feature says its stage': ['istio', /^ {8}stage: alpha\n/gm, ''],
  'a topic that names a version says for which it holds': ['ica', /^ {8}since: "1.24"\n/m, ''],
  'nothing holds from a version later than that of the roadmap': ['ica', 'since: "1.24"', 'since: "1.27"'],
  'hours go with the weights': ['ica', 'weight: 20', 'weight: 10'],
  'every project has hours': ['ica', /^ {4}hours: \d+\n/m, ''],
  'no id that was ever published is gone: ticks follow it': ['ica', 'id: sni-passthrough', 'id: sni-pass-through'],
  'every project has goal, criterion, stack and links': ['ica', '    stack:\n      - Istio\n', ''],
  'every project proves topics that there are, none above its level': [
    'ica',
    /(?<=^ {6}- )installing-istioctl$/m,
    'timed-practice',
  ],
};

function isNoSlug(id: string): boolean {
  return !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id);
}

describe.each(bundledRoadmaps)('$name', (roadmap) => {
  it('is read without a remark, and lint has none', () => {
    expect(readYaml(roadmap.source, `${roadmap.name}.yaml`).diagnostics).toEqual([]);
    expect(lintOf(roadmap)).toEqual([]);
  });

  it.each(rules)('%s', (_, broken) => {
    expect(broken(roadmap)).toEqual([]);
  });

  it('levels ascend on the whole', () => {
    expect(ascent(roadmap)).toBeGreaterThan(0.9);
  });
});

describe('a mistake is found by the rule against it', () => {
  it.each(rules)('%s', (rule, broken) => {
    const [name, find, mistake] = mistakes[rule] ?? ['', '', ''];
    expect(broken(withMistake(bundledRoadmap(name), find, mistake))).not.toEqual([]);
  });
});

describe('what each roadmap promises', () => {
  it.each([
    ['istio', 150, ['junior', 'middle', 'senior', 'expert'], 9, '1.31'],
    // the version that the exam runs
    ['ica', 55, ['junior', 'middle', 'senior'], 3, '1.26'],
    ['ambient', 45, ['junior', 'middle', 'senior', 'expert'], 4, '1.31'],
  ] as const)('%s has at least %d topics, its levels and its projects', (name, topics, levels, projects, version) => {
    const roadmap = bundledRoadmap(name);
    expect(roadmap.topics.length).toBeGreaterThanOrEqual(topics);
    expect(roadmap.levels).toEqual(levels);
    expect(roadmap.projects.length).toBeGreaterThanOrEqual(projects);
    expect(roadmap.document.version).toBe(version);
  });

  it.each(['istio', 'ambient'])('in %s the higher a level, the later its topics come', (name) => {
    const at = places(bundledRoadmap(name));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  it('ica has the domains of the exam with their weights', () => {
    const weights = bundledRoadmap('ica').sections.map(({ id, weight }) => [id, weight]);
    expect(weights).toEqual([
      ['installation-upgrades', 20],
      ['traffic-management', 35],
      ['securing-workloads', 25],
      ['troubleshooting', 20],
    ]);
    expect(weights.reduce((sum, [, weight]) => sum + Number(weight), 0)).toBe(100);
  });
});

describe('the lists that the flagship was made from', () => {
  const { topics, projects, levels, document } = bundledRoadmap('istio');
  const parts = [levels.length > 0 ? 'levels' : '', document.resources?.length ? 'resources' : ''];
  const known = new Set([...topics, ...projects].map(({ id }) => id).concat(parts));

  it.each([
    ['000', 41],
    ['001', 19],
    ['002', 39],
    ['003', 51],
    ['004', 10],
  ])('every row of list %s is in the table: %d', (list, rows) => {
    const listed = coverage.filter(([of]) => of === list).map(([, row]) => row);
    expect(listed).toEqual(Array.from({ length: rows }, (_, index) => index + 1));
  });

  it('all 160 rows are taught by something that there is', () => {
    const missing = coverage.filter(([, , ids]) => ids.length === 0 || ids.some((id) => !known.has(id)));
    expect(missing).toEqual([]);
    expect(coverage).toHaveLength(160);
  });
});

describe('what older material teaches and is gone', () => {
  it.each([
    ['Pilot, Citadel and Galley', 'pilot-citadel-galley', 'merged', '1.5'],
    ['Mixer', 'mixer', 'removed', '1.8'],
    ['Mixer', 'mixer-policies', 'removed', '1.8'],
    ['ServiceRole', 'v1alpha1-security-resources', 'removed', '1.6'],
    ['operator', 'in-cluster-operator', 'removed', '1.24'],
    ['LEAST_CONN', 'least-conn', 'deprecated', '1.14'],
    ['OpenTracing', 'opentracing', 'removed', '1.27'],
    ['WasmPlugin', 'wasmplugin', 'superseded', '1.30'],
  ])('%s is reported as %s: %s since %s', (word, id, state, since) => {
    const topic = bundledRoadmap('istio').topics.find((one) => one.id === id);
    expect(inLanguage(topic?.title, 'en')).toContain(word);
    expect(topic?.legacy).toMatchObject({ state, since });
  });
});
