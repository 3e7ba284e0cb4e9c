// The page of `export --format html`: what is in it, and that nothing of a user's is markup.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishPage } from '../../src/lang/en-page.ts';
import type { Language } from '../../src/lang/messages.ts';
import { russianPage } from '../../src/lang/ru-page.ts';
import { activityOf } from '../../src/model/activity.ts';
import { burnUpOf } from '../../src/model/burn-up.ts';
import { forecastOf } from '../../src/model/forecast.ts';
import { progressOf } from '../../src/model/progress.ts';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { html } from '../../src/views/page/html.ts';
import { pageLinks } from '../../src/views/page/link.ts';
import { roadmapPage } from '../../src/views/page/roadmap-page.ts';
import { expectGolden } from '../support/golden.ts';
import { hostileLinks, hostileTexts } from '../support/hostile-texts.ts';
import { messagesFor } from '../support/messages.ts';
import { complete, done, flat, mesh, prose, roadmap, section, today, topic } from '../support/roadmaps.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

function pageOf(roadmap: Roadmap, language: Language = 'en'): string {
  const progress = progressOf(roadmap);
  const activity = activityOf(roadmap);
  const forecast = forecastOf(activity, progress.total.total - progress.total.done, { today });
  const sentences = language === 'en' ? englishPage : russianPage;
  const messages = messagesFor(language);
  return roadmapPage({ roadmap, progress, activity, today, language, messages, sentences }, forecast, sha256);
}

/** Without the style: it is the same in all. */
const bodyOf = (page: string): string => page.slice(page.indexOf('<body>'));

/** Six weeks with something done, one day with much of it, a topic without a day, one whose day is still to come. */
const studied = roadmap('Studied', [
  section(
    '1',
    'Basics',
    ['10-01', '10-08', '10-09', '10-15', '10-22', '10-30', '11-05', '11-12'].map((date, at) =>
      done(`1.${at + 1}`, `Topic ${at + 1}`, `2026-${date}`),
    ),
  ),
  section('2', 'More', [
    done('2.1', 'Without a day', null),
    done('2.2', 'Tomorrow', '2026-11-21'),
    topic('2.3', 'Parent', {
      topics: [
        done('2.3.1', 'Child that is done', null),
        topic('2.3.2', 'Child', { fields: [{ name: 'due', value: '2026-12-24' }] }),
        topic('2.3.3', 'Begun', { status: 'doing' }),
      ],
    }),
    section('2.4', 'Inner', [
      topic('2.4.1', 'Deep', { needs: ['t-2.3'], links: ['https://example.org/a/b.html', 'ftp://example.org/'] }),
    ]),
  ]),
]);

describe('the page', () => {
  it.each(['en', 'ru'] as const)('is what a person approved: %s', (language) => {
    expectGolden(`page-mesh-${language}.html`, pageOf(mesh, language));
    expectGolden(`page-studied-${language}.html`, bodyOf(pageOf(studied, language)));
  });

  it('is good without days, levels, hours and sections, and without topics', () => {
    expectGolden('page-flat.html', bodyOf(pageOf(flat)));
    expectGolden('page-prose.html', bodyOf(pageOf(prose)));
    expectGolden('page-complete.html', bodyOf(pageOf(complete)));
  });

  it('allows its own style by its hash, and nothing else', () => {
    const page = pageOf(flat);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    expect(style.length).toBeGreaterThan(1000);
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'));
    expect(page).not.toMatch(/ style="|<script/);
  });

  it('has the same in both languages of the program', () => {
    const shape = (page: string): string =>
      page.replace(/>[^<]*</g, '><').replace(/ (?:aria-label|lang|d|x|y)="[^"]*"/g, '');
    expect(shape(pageOf(studied, 'ru'))).toBe(shape(pageOf(studied, 'en')));
  });

  it('folds what is long and unfolds the section that is next', () => {
    const many = roadmap(
      'Many',
      [1, 2, 3].map((at) =>
        section(
          `${at}`,
          `Part ${at}`,
          Array.from({ length: 30 }, (_, row) => topic(`${at}.${row + 1}`, `T ${row}`)),
        ),
      ),
    );
    const unfolded = (page: string): number => page.match(/<details open>/g)?.length ?? 0;
    expect(unfolded(pageOf(many))).toBe(1);
    expect(unfolded(pageOf({ ...many, children: many.children.slice(0, 2) }))).toBe(2);
  });
});

describe('a template', () => {
  it.each(hostileTexts)('makes text of %j', (text) => {
    const inText = String(html`<p>${text}</p>`);
    expect(inText.match(/[<>]/g)?.length).toBe(4);
    expect(String(html`<p title="${text}">`).match(/["<>]/g)?.length).toBe(4);
  });

  it('escapes whatever is put in, and only once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = String(html`${text}`);
        expect(escaped).not.toMatch(/[<>"'\0\n]/);
        expect(escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
        expect(String(html`${html`${text}`}`)).toBe(escaped);
        expect(String(html`${[text, null, [1]]}`)).toBe(`${escaped}1`);
      }),
    );
  });
});

describe('a link', () => {
  const drawn = (...addresses: readonly string[]): string => String(html`${pageLinks(addresses)}`);

  it.each([
    ['https://istio.io/latest/docs/', '<a href="https://istio.io/latest/docs/">istio.io › docs</a>'],
    ['http://www.example.org', '<a href="http://www.example.org/">example.org</a>'],
    ['HTTPS://Example.org/a%20b?c=1#d', '<a href="https://example.org/a%20b?c=1#d">example.org › a b#d</a>'],
    ['https://example.org/?q=mesh', '<a href="https://example.org/?q=mesh">example.org › ?q=mesh</a>'],
    ['https://example.org/%E0%A4%A', '<a href="https://example.org/%E0%A4%A">example.org › %E0%A4%A</a>'],
    ['mailto:ada@example.org', '<a href="mailto:ada@example.org">ada@example.org</a>'],
    ['notes/mesh.md', '<span>notes/mesh.md</span>'],
    ['', '<span></span>'],
  ])('of %s', (address, expected) => expect(drawn(address)).toBe(expected));

  it('names a host once where several follow each other', () => {
    expect(drawn('https://a.example/b', 'https://a.example/c', 'https://d.example/e').replace(/<[^>]*>/g, '')).toBe(
      'a.example › b c d.example › e',
    );
  });

  it('is text where it does not lead to the web or to mail', () => {
    const harmless = (one: string): boolean => one.startsWith('https:');
    for (const one of hostileLinks)
      expect(drawn(one), one).toMatch(harmless(one) ? /^<a href="https:[^"<>]*">[^<]*<\/a>$/ : /^<span>[^<]*<\/span>$/);
  });
});

describe('the burn-up', () => {
  it('counts what has no day from the beginning, and ends today', () => {
    expect(burnUpOf(activityOf(studied), 11, today)).toEqual({
      undated: 3,
      points: [
        { day: '2026-10-01', done: 4 },
        { day: '2026-10-08', done: 5 },
        { day: '2026-10-09', done: 6 },
        { day: '2026-10-15', done: 7 },
        { day: '2026-10-22', done: 8 },
        { day: '2026-10-30', done: 9 },
        { day: '2026-11-05', done: 10 },
        { day: '2026-11-12', done: 11 },
      ],
    });
  });

  it('is none where no day is known', () => expect(burnUpOf(activityOf(prose), 0, today)).toBeNull());

  it('has a month behind a day in the case that it takes', () => {
    expect([russianPage.month(5), russianPage.dayOfMonth(3, 5)]).toEqual(['май', '3 мая']);
  });
});
