// Language: English and Russian, by option, environment and locale.
// A Russian roadmap of a kitchen garden: Компостная куча "compost heap", Мульча "mulch".
import { describe, expect, it } from 'vitest';
import { type Home, newHome } from '../support/program.ts';
import { garden } from './notes.ts';

function homeWithNotes(): Home {
  const home = newHome();
  home.write('garden.yaml', garden);
  return home;
}

describe('language', () => {
  it.each<[Record<string, string>, string[], 'en' | 'ru']>([
    [{}, [], 'en'],
    [{ LANG: 'ru_RU.UTF-8' }, [], 'ru'],
    [{ LANG: 'en_US.UTF-8' }, [], 'en'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'ru_RU.UTF-8' }, [], 'ru'],
    [{ LANG: 'ru_RU.UTF-8', LC_ALL: 'C' }, [], 'en'],
    [{ LANG: 'ru_RU.UTF-8', LC_ALL: '' }, [], 'ru'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ru_RU.UTF-8' }, [], 'ru'],
    [{ LC_MESSAGES: 'ru_RU.UTF-8', LC_ALL: 'en_GB.UTF-8' }, [], 'en'],
    [{ LC_ALL: 'en_US.UTF-8', ISTIO_ROADMAP_LANG: 'ru' }, [], 'ru'],
    [{ LC_ALL: 'ru_RU.UTF-8', ISTIO_ROADMAP_LANG: 'en' }, [], 'en'],
    [{ ISTIO_ROADMAP_LANG: 'ru' }, ['--lang', 'en'], 'en'],
    [{ LANG: 'en_US.UTF-8' }, ['--lang', 'ru'], 'ru'],
    [{ LANG: 'en_US.UTF-8' }, ['--lang=ru'], 'ru'],
    [{ LANG: 'de_DE.UTF-8' }, [], 'en'],
  ])('%j %j is %s', (env, args, language) => {
    const { out, err } = homeWithNotes().run(['status', ...args, '-r', 'garden.yaml'], { env });
    expect(err).toBe('');
    expect(out).toContain(language === 'ru' ? 'Огород' : 'Vegetable garden');
    expect(out.includes('дальше')).toBe(language === 'ru');
    expect(out.includes('next')).toBe(language === 'en');
  });

  it('errors are in Russian too, with the same status', () => {
    const home = homeWithNotes();
    const { status, err } = home.run(['done', '9.9', '--lang', 'ru', '-r', 'garden.yaml']);
    expect(status).toBe(3);
    expect(err).toMatch(/[а-я]{4}/);
    expect(err).not.toMatch(/matches|nearest/);
  });

  it('keys and states in json do not vary, titles do', () => {
    const home = homeWithNotes();
    const topics = (lang: string) =>
      home.json<{ topics: Record<string, unknown>[] }>(['list', '--lang', lang, '-r', 'garden.yaml']).topics;
    const [english, russian] = [topics('en'), topics('ru')];
    expect(english.map(({ title }) => title)).toContain('Compost heap');
    expect(russian.map(({ title }) => title)).toContain('Компостная куча');
    const rest = (list: Record<string, unknown>[]) => list.map((topic) => ({ ...topic, title: '', section: '' }));
    expect(rest(russian)).toEqual(rest(english));
  });

  it('the progress file is written in the first language of the roadmap whatever the locale', () => {
    const written = (lang: string) => {
      const home = homeWithNotes();
      expect(home.run(['done', 'acidity', '--lang', lang, '-r', 'garden.yaml']).status).toBe(0);
      return home.readProgress().replaceAll(home.root, '');
    };
    expect(written('ru')).toBe(written('en'));
    expect(written('ru')).toContain('Acidity');
  });

  it('a title is found in either language', () => {
    const home = homeWithNotes();
    for (const word of ['Mulch', 'Мульча'])
      expect(home.run(['list', word, '--plain', '-r', 'garden.yaml']).out).toMatch(/^2\.2\t/);
  });
});
