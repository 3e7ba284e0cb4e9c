// ReconcileView: goldens of what people read about ticks and a roadmap that changed, and of a move.
// A Russian roadmap of a service mesh; what is compared are its titles before and after.
import { describe, expect, it } from 'vitest';
import { overlay, type Tick } from '../../src/model/overlay.ts';
import { type Reconciliation, reconcile } from '../../src/model/reconcile.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawMove, drawReconcile, plainReconcile, type ReconcileView } from '../../src/views/reconcile.ts';
import { expectGolden } from '../support/golden.ts';
import { day, origin, roadmap, section, topic } from '../support/roadmaps.ts';
import { inEveryLook } from './variants.ts';

const mesh = roadmap({ en: 'Service mesh', ru: 'Сервисная сетка' }, [
  section('1', { en: 'Foundations', ru: 'Основы' }, [
    topic('1.1', { en: 'Why a mesh at all', ru: 'Зачем вообще нужна сетка' }, { id: 'why' }),
    topic('1.2', { en: 'Envoy and the data plane', ru: 'Envoy и плоскость данных' }, { id: 'envoy' }),
  ]),
  section('2', { en: 'Traffic', ru: 'Трафик' }, [
    topic('2.1', { en: 'Retries and timeouts', ru: 'Повторы и тайм-ауты' }, { id: 'retries' }),
    topic('2.2', { en: '服务 \u001b[31mmirroring\u001b[0m', ru: 'Зеркалирование 服务' }, { id: 'mirror' }),
    topic('2.3', { en: 'Telemetry API', ru: 'Telemetry API' }, { id: 'telemetry' }),
  ]),
]);
const tick = (line: number, address: string, title: string, more: Partial<Tick>): Tick => ({
  ...{ id: null, title, written: `${address} ${title}`, section: null, status: 'done', completedOn: day('2026-11-02') },
  ...{ spent: null, noteLines: [], line, ...more },
});
const ticks = [
  tick(9, '1.1', 'Why a mesh at all', { id: 'why', section: 'Foundations' }),
  tick(10, '1.3', 'Envoy and the data plane', { id: 'envoy', section: 'Foundations' }),
  tick(12, '1.4', 'Retries and timeouts', { id: 'retries', section: 'Traffic management' }),
  tick(13, '2.2', 'Shadowing 服务', { id: 'mirror', section: 'Traffic', status: 'doing', completedOn: null }),
  tick(20, '3.1', 'Mixer telemetry adapters', { id: 'mixer', section: 'Mixer' }),
  tick(21, '3.2', 'Citadel', { id: 'citadel', section: 'Mixer' }),
];
const found: Reconciliation = reconcile(mesh, overlay(mesh, ticks), null);
const file = { ...origin, progress: { mode: 'file', path: '/home/ada/.local/share/istio-roadmap/mesh.md' } } as const;
const view = (more: Partial<ReconcileView>): ReconcileView => ({
  ...{ title: mesh.title, origin: file, found, abandoned: null, joined: 0, changes: [], isApplied: false },
  command: 'istio-roadmap reconcile --apply -r mesh.md',
  ...more,
});
const change = {
  path: file.progress.path,
  before: '# Service mesh\n\n- [x] 1.3 Envoy and the data plane 🆔 envoy ✅ 2026-11-02\n',
  after: '# Service mesh\n\n- [x] 1.2 Envoy and the data plane 🆔 envoy ✅ 2026-11-02\n',
};

const versions = {
  path: '/home/ada/notes/mesh.md',
  before: '# Service mesh\n\n- [x] Retries ✅ 2026-11-02\n- [ ] Retries\n- [ ] Timeouts\n',
  after: '# Service mesh\n\n- [x] Retries ✅ 2026-11-02\n- [ ] Timeouts\n',
};

const abandoned = {
  file: '/home/ada/.local/share/istio-roadmap/mesh-1a2b3c.md',
  roadmap: '/home/ada/old/mesh.md',
  ...{ isThere: false, fitting: 5, total: 6 },
};

describe('what people read', () => {
  it.each<[string, ReconcileView]>([
    ['reconcile-found', view({ changes: [change] })],
    ['reconcile-applied', view({ changes: [change], isApplied: true, command: 'istio-roadmap undo -r mesh.md' })],
    ['reconcile-nothing', view({ found: { relinks: [], orphans: [], added: [], current: 7 } })],
    ['reconcile-inline', view({ origin, found: null })],
    ['reconcile-join', view({ origin, found: null, joined: 1, changes: [versions] })],
    [
      'reconcile-joined',
      view({
        ...{ origin, found: null, joined: 1, changes: [versions], isApplied: true },
        command: 'istio-roadmap undo -r mesh.md',
      }),
    ],
    [
      'reconcile-abandoned',
      view({
        abandoned: { ...abandoned, stays: false, others: [] },
        changes: [change],
        found: { relinks: [], orphans: [], added: [], current: 5 },
      }),
    ],
    [
      'reconcile-copied',
      view({
        abandoned: {
          ...{ ...abandoned, isThere: true, fitting: 1, stays: true },
          others: [
            {
              ...{ file: '/home/ada/ticks.md', roadmap: null, isThere: false, fitting: 2, total: 21 },
            },
            {
              ...{ file: '/home/ada/none.md', roadmap: 'old.md', isThere: false, fitting: 0, total: 0 },
            },
          ],
        },
        changes: [change],
        found: { relinks: [], orphans: [], added: [], current: 1 },
      }),
    ],
  ])('%s', (name, one) => {
    expectGolden(
      `${name}.txt`,
      inEveryLook((theme) => drawReconcile(one, theme), 'mesh.md'),
    );
  });

  it('reconcile-move', () => {
    const places = { from: file.progress.path, to: '/home/ada/notes/Mesh.md', count: 5, changes: [change] };
    expectGolden(
      'reconcile-move.txt',
      inEveryLook((theme) =>
        [false, true]
          .map((isApplied) => drawMove({ ...places, isApplied, command: 'istio-roadmap undo -r mesh.md' }, theme))
          .join('\n'),
      ),
    );
  });

  it('never goes beyond the columns there are, but for a command or a path that must be copied whole', () => {
    inEveryLook((theme) => {
      for (const line of drawReconcile(view({ changes: [change] }), { ...theme, dim: (text) => text }).split('\n'))
        if (!line.includes('\u001b')) expect(displayWidth(line), line).toBeLessThanOrEqual(theme.width);
      return '';
    });
  });
});

it('plain: one record a line, no tab or control character in a title', () => {
  expect(plainReconcile(found, 'en', '\n').split('\n')).toEqual([
    'renumbered\t10\t1.2\tEnvoy and the data plane\tEnvoy and the data plane',
    'moved\t12\t2.1\tRetries and timeouts\tRetries and timeouts',
    'renamed\t13\t2.2\t服务 ␛[31mmirroring␛[0m\tShadowing 服务',
    'orphaned\t20\t-\t-\tMixer telemetry adapters',
    'orphaned\t21\t-\t-\tCitadel',
    '',
  ]);
});
