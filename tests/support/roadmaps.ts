// Roadmaps for tests, built by hand from the nouns of the model.
// Titles are in English and in Russian, side by side.
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { diagnostic } from '../../src/errors.ts';
import type { Origin } from '../../src/model/origin.ts';
import {
  type Level,
  type PlanField,
  type ProjectDetails,
  planFields,
  type Roadmap,
  type Section,
  type Topic,
} from '../../src/model/roadmap.ts';

export const today = '2026-11-20' as CalendarDate;
export const day = (text: string): CalendarDate => text as CalendarDate;

export const origin: Origin = {
  path: '/home/ada/notes/Mesh.md',
  name: 'mesh',
  encoding: 'utf-8',
  repaired: null,
  progress: { mode: 'inline', path: '/home/ada/notes/Mesh.md' },
};

export function topic(address: string, title: Topic['title'], more: Partial<Topic> = {}): Topic {
  return {
    kind: 'topic',
    repeats: false,
    fields: [],
    id: `t-${address}`,
    idWritten: false,
    address,
    number: null,
    title,
    status: 'todo',
    completedOn: null,
    level: null,
    levelSource: null,
    topics: [],
    tags: [],
    needs: [],
    links: [],
    hours: null,
    outcome: null,
    legacy: null,
    extra: null,
    formerly: [],
    same: [],
    from: null,
    notes: [],
    noteLines: [],
    spent: null,
    line: 0,
    place: 'task',
    project: null,
    ...more,
  };
}

export function done(address: string, title: Topic['title'], date: string | null, more: Partial<Topic> = {}): Topic {
  return topic(address, title, { status: 'done', completedOn: date === null ? null : day(date), ...more });
}

export function section(
  address: string,
  title: Section['title'],
  children: readonly (Section | Topic)[],
  more: Partial<Section> = {},
): Section {
  return {
    kind: 'section',
    id: `s-${address}`,
    address,
    number: address,
    title,
    children,
    level: null,
    levelSource: null,
    weight: null,
    why: null,
    notes: [],
    line: 0,
    ...more,
  };
}

export function project(
  address: string,
  title: string,
  more: Partial<Topic>,
  details: Partial<ProjectDetails> = {},
): Topic {
  return topic(address, title, {
    project: { goal: null, criterion: null, proves: [], stack: [], ...details },
    ...more,
  });
}

export function roadmap(title: Roadmap['title'], children: Roadmap['children'], more: Partial<Roadmap> = {}): Roadmap {
  return {
    id: null,
    title,
    description: null,
    version: null,
    format: 'markdown',
    children,
    projects: [],
    levels: [],
    levelSource: null,
    prerequisites: [],
    resources: [],
    related: [],
    hasTaskLines: true,
    boxGroups: [],
    diagnostics: [],
    ...more,
  };
}

const threeLevels: readonly Level[] = [
  {
    id: 'junior',
    title: 'Junior',
    rubric: { en: 'names the parts and installs them', ru: 'знает части и умеет их поставить' },
  },
  {
    id: 'middle',
    title: 'Middle',
    rubric: { en: 'steers and secures traffic', ru: 'управляет трафиком и защищает его' },
  },
  { id: 'senior', title: 'Senior', rubric: null },
];

const at = (level: string, levelSource: 'explicit' | 'inferred' = 'inferred') => ({ level, levelSource }) as const;

/** Two languages, three inferred levels, nested sections and topics, projects, needs, and a warning. */
export const mesh: Roadmap = roadmap(
  { ru: 'Сервисная сетка', en: 'Service mesh' },
  [
    section(
      '1',
      { ru: 'Зачем сетка и из чего она состоит', en: 'Why a mesh, and its parts' },
      [
        done(
          '1.1',
          { ru: 'Что делает прокси рядом с приложением', en: 'What the proxy beside an app does' },
          '2026-11-02',
          at('junior'),
        ),
        done('1.2', { ru: 'Плоскость управления', en: 'The control plane' }, '2026-11-20', at('junior')),
        topic(
          '1.3',
          { ru: 'Установка через istioctl', en: 'Installing with istioctl' },
          { status: 'doing', line: 7, ...at('junior') },
        ),
      ],
      { line: 3, ...at('junior') },
    ),
    section(
      '2',
      { ru: 'Управление трафиком', en: 'Traffic' },
      [
        section(
          '2.1',
          { ru: 'Маршруты', en: 'Routes' },
          [
            done('2.1.1', { ru: 'Доли трафика между версиями', en: 'Shares of traffic between versions' }, null, {
              id: 'shares',
              ...at('middle'),
            }),
            topic(
              '2.1.2',
              {
                ru: 'Подмножества в DestinationRule',
                en: 'Subsets in a DestinationRule',
              },
              {
                id: 'subsets',
                idWritten: true,
                needs: ['shares', 'nowhere'],
                tags: ['routing', 'трафик'],
                links: [
                  'https://example.org/dr',
                  'https://example.org/a/rather/long/address/that/does/not/fit/a/narrow/screen',
                ],
                hours: 1.5,
                outcome: {
                  ru: 'может поделить сервис на версии и направить запросы к одной',
                  en: 'can split a service into versions and route requests to one',
                },
                legacy: { state: 'renamed', since: '1.8', use: 'DestinationRule v1' },
                notes: ['См. заметку об Envoy и kubectl get dr'],
                line: 14,
                topics: [
                  topic(
                    '2.1.3',
                    { ru: 'Политики подмножества', en: 'Policies of a subset' },
                    { line: 15, ...at('middle') },
                  ),
                ],
                ...at('middle'),
              },
            ),
          ],
          at('middle'),
        ),
        topic(
          '2.2',
          { ru: 'Повторы и тайм-ауты', en: 'Retries and timeouts' },
          { id: 'retries', needs: ['subsets'], status: 'skipped', ...at('middle') },
        ),
      ],
      {
        why: {
          ru: 'Без этого выкладка новой версии — прыжок в темноту.',
          en: 'Without it a release is a leap in the dark.',
        },
        weight: 35,
        notes: ['Читать после первого раздела'],
        ...at('middle'),
      },
    ),
    section(
      '3',
      {
        ru: 'Эксплуатация: обновления, отказы и поиск неисправностей в большом кластере',
        en: 'Operations: upgrades, outages and finding faults in a large cluster',
      },
      [topic('3.1', { ru: 'Обновление без простоя', en: 'Upgrading without downtime' }, at('senior'))],
      { weight: 65, ...at('senior') },
    ),
  ],
  {
    description: { ru: 'Карта для тех, кто уже знает контейнеры.', en: 'A map for those who know containers.' },
    version: '1.31',
    levels: threeLevels,
    levelSource: 'inferred',
    projects: [
      project(
        'P1',
        'Canary for a shop',
        { level: 'middle', levelSource: 'explicit' },
        {
          goal: 'ship a version to 5 % of visitors',
          criterion: 'no request is lost',
          proves: ['subsets'],
          stack: ['Istio', 'Helm'],
        },
      ),
      project('P2', 'Two clusters', at('senior', 'explicit')),
    ],
    prerequisites: [{ ru: 'контейнеры', en: 'containers' }, 'HTTP'],
    resources: [
      { title: { ru: 'Документация', en: 'Documentation' }, url: 'https://example.org/docs', kind: 'docs' },
      { title: '', url: 'https://example.org/talk', kind: null },
    ],
    related: ['Helm', 'Prometheus'],
    diagnostics: [diagnostic('invalid-date', 'warning', { line: 9, column: 20 }, { date: '2026-02-30' })],
  },
);

/** As many sections as study notes usually have, none with a level. */
export const fifteen: Roadmap = roadmap(
  'Fifteen weeks',
  Array.from({ length: 15 }, (_, index) =>
    section(`${index + 1}`, `Week ${index + 1}: ${['queues', 'indexes and how they are kept', 'locks'][index % 3]}`, [
      index < 4 ? done(`${index + 1}.1`, 'read', '2026-10-01') : topic(`${index + 1}.1`, 'read'),
      topic(`${index + 1}.2`, 'write it down', at(['junior', 'middle', 'senior'][index % 3] as string)),
    ]),
  ),
  { levels: threeLevels, levelSource: 'inferred' },
);

/** Titles that try the columns: CJK, emoji, very long, broken markup, escape sequences, and topics outside any section. */
/** Forty sections of three topics, those before the twenty-fifth done. */
export const forty: Roadmap = roadmap(
  { en: 'Forty weeks', ru: 'Сорок недель' },
  Array.from({ length: 40 }, (_, index) => {
    const address = `${index + 1}`;
    const topics = [1, 2, 3].map((at) =>
      index < 24 ? done(`${address}.${at}`, `topic ${at}`, '2026-11-01') : topic(`${address}.${at}`, `topic ${at}`),
    );
    return section(address, { en: `Week ${address}`, ru: `Неделя ${address}` }, topics);
  }),
);

export const hostile: Roadmap = roadmap(
  'プロジェクト 🚀 \u001b[31mroadmap\u0007',
  [
    topic('0.1', 'outside any section'),
    section('1', '网络与安全 — 服务网格的流量管理与安全策略以及可观测性完整指南', [
      done('1.1', '👩‍👩‍👧‍👦 family, 🇺🇦 flag, 1️⃣ keycap', '2026-01-05'),
      topic('1.2', '[[[Kubernetes]]](https://[[kubernetes]].io/) and \u202eback\u202c'),
      topic('1.3', `${'a very long title that goes on '.repeat(8)}and ends`),
    ]),
    section('2', 'x'.repeat(300), [
      topic('2.1', 'cursor\u001b[2J\u001b]0;owned\u0007 moved\r\nnext line\ttab', { status: 'doing' }),
    ]),
  ],
  { levelSource: null },
);

export const complete: Roadmap = roadmap('Small and finished', [
  section('1', 'Only section', [done('1.1', 'first', '2026-09-01'), done('1.2', 'last', '2026-11-20')]),
]);

/** Topics without sections. */
export const flat: Roadmap = roadmap('Reading list', [
  done('1', 'one', '2026-11-01'),
  topic('2', 'two'),
  topic('3', 'three'),
]);

export const prose: Roadmap = roadmap('An essay', [], {
  hasTaskLines: false,
  diagnostics: [diagnostic('no-topics', 'warning', { line: 0, column: 0 }, { reason: 'prose' })],
});

/**
 * Titles of many scripts, some from right to left: Hebrew "introduction to the mesh", "traffic in Istio 1.24", "hello", "routes and
 * gateways"; Arabic "traffic management and security"; Persian "what is it"; Hindi "security". One of them is longer than most terminals.
 */
export const scripts: Roadmap = roadmap('רשת Istio', [
  section('1', 'מבוא לרשת', [
    done('1.1', 'תעבורה ב-Istio 1.24 (beta)', '2026-11-02', at('junior')),
    topic('1.2', 'שלום', {
      tags: ['יסוד'],
      notes: ['שלום: https://example.org/he 1/2'],
      outcome: 'שלום 4.2',
      ...at('junior'),
    }),
  ]),
  section('2', 'إدارة المرور والأمان', [
    topic('2.1', 'این چیست؟ می\u200cخواهم', { status: 'doing', ...at('middle') }),
    topic('2.2', `mTLS ${'מסלולים ושערים '.repeat(14)}`, at('middle')),
  ]),
  section('3', 'सुरक्षा', [topic('3.1', 'סוף \u202eתרגיל\u2069 x', { status: 'skipped', ...at('middle') })]),
  section('4', 'サービスメッシュ 🚀 и немного ещё', [topic('4.1', 'e\u0301\u0302 x\u0300', at('middle'))]),
]);

const plans = (fields: { readonly [name in PlanField['name']]?: string }): Pick<Topic, 'fields'> => ({
  fields: planFields.flatMap((name) => (fields[name] === undefined ? [] : [{ name, value: fields[name] }])),
});

/** Days and priorities of each kind, seen on 2026-11-20, a Friday. */
export const dated: Roadmap = roadmap({ ru: 'К экзамену', en: 'For the exam' }, [
  section('1', { ru: 'Сертификаты', en: 'Certificates' }, [
    done('1.1', { ru: 'Цепочка доверия', en: 'Chains of trust' }, '2026-11-10', plans({ due: '2026-11-12' })),
    topic(
      '1.2',
      { ru: 'Ротация корневого сертификата без перерыва', en: 'Replacing the root without an interruption' },
      plans({
        priority: 'high',
        created: '2026-10-01',
        start: '2026-11-01',
        scheduled: '2026-11-14',
        due: '2026-11-17',
      }),
    ),
    topic('1.3', { ru: 'Отзыв', en: 'Revocation' }, { ...plans({ due: '2026-11-19' }), needs: ['t-1.4'] }),
    topic('1.4', { ru: 'Журналы', en: 'Logs' }, plans({ due: '2026-11-24' })),
    topic('1.5', { ru: 'Имена', en: 'Names' }, plans({ priority: 'highest', due: '2027-01-15' })),
  ]),
  section('2', { ru: 'Ключи', en: 'Keys' }, [
    topic('2.1', { ru: 'Хранение', en: 'Storage' }, { ...plans({ due: '2026-11-21' }), status: 'doing' }),
    topic('2.2', { ru: 'Модули', en: 'Modules' }, plans({ due: '2026-11-20' })),
    topic('2.3', { ru: 'Размеры', en: 'Sizes' }, plans({ due: '2026-11-27' })),
    topic('2.4', { ru: 'Кривые', en: 'Curves' }, plans({ priority: 'low' })),
    topic('2.5', { ru: 'Квантовая угроза', en: 'Quantum attacks' }, plans({ start: '2027-02-01' })),
    topic('2.6', { ru: 'Обмен', en: 'Exchange' }, { status: 'doing' }),
    topic('2.7', { ru: 'Подпись', en: 'Signatures' }, plans({ priority: 'medium' })),
    topic('2.8', { ru: 'Случайность', en: 'Randomness' }),
  ]),
]);

export const everyRoadmap = { mesh, fifteen, hostile, complete, flat, prose, scripts, dated };
