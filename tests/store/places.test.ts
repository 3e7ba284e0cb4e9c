import { describe, expect, it } from 'vitest';
import { placesFrom } from '../../src/store/places.ts';

describe('places', () => {
  it('follow HOME where no XDG variable is set', () => {
    const places = placesFrom({ HOME: '/home/ann' });
    expect(places).toEqual({
      config: { path: '/home/ann/.config/istio-roadmap', home: '/home/ann', variable: 'XDG_CONFIG_HOME' },
      data: { path: '/home/ann/.local/share/istio-roadmap', home: '/home/ann', variable: 'XDG_DATA_HOME' },
      state: { path: '/home/ann/.local/state/istio-roadmap', home: '/home/ann', variable: 'XDG_STATE_HOME' },
      cache: { path: '/home/ann/.cache/istio-roadmap', home: '/home/ann', variable: 'XDG_CACHE_HOME' },
    });
  });

  it.each([
    ['an absolute variable wins and needs no HOME', { XDG_DATA_HOME: '/d/' }, '/d/istio-roadmap'],
    ['a relative variable is ignored', { XDG_DATA_HOME: 'd', HOME: '/h' }, '/h/.local/share/istio-roadmap'],
    ['an empty variable is ignored', { XDG_DATA_HOME: '', HOME: '/h' }, '/h/.local/share/istio-roadmap'],
    ['without HOME there is no place', {}, null],
    ['a relative HOME is no HOME', { HOME: 'here' }, null],
    ['an empty HOME is no HOME', { HOME: '' }, null],
  ])('%s', (_title, env, path) => {
    expect(placesFrom(env).data.path).toBe(path);
  });
});
