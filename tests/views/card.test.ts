// Card and badge: pictures that any XML parser takes, whatever the titles are, and the document that shields.io reads.
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { visible } from '../../src/text/visible.ts';
import { badgeJson, drawBadge } from '../../src/views/badge.ts';
import { type CardView, drawCard } from '../../src/views/card.ts';
import { busyDays, roadmapDone } from '../support/activity-years.ts';
import { contrast } from '../support/contrast.ts';
import { expectGolden } from '../support/golden.ts';
import { complete, everyRoadmap, prose, roadmap, today, topic } from '../support/roadmaps.ts';
import { look } from './variants.ts';

const card = (given: Roadmap, language: CardView['theme']['language'] = 'en'): string => {
  const theme = look({ width: 80, language });
  return drawCard({ roadmap: given, today, theme, words: theme.sentences.calendar });
};
const badge = (given: Roadmap): string => drawBadge(given, look({ width: 80 }));

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** All elements, in the order in which they begin. Throws where it is no XML. */
function parsed(xml: string): Element[] {
  const parser = new SaxesParser();
  const all: Element[] = [];
  const open: Element[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    all.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.write(xml).close();
  return all;
}

const names = new Set(['svg', 'title', 'desc', 'style', 'rect', 'text', 'path', 'g']);

function expectInert(xml: string, title: string): void {
  const all = parsed(xml);
  for (const { name, attributes } of all) {
    expect(names.has(name), name).toBe(true);
    for (const [attribute, value] of Object.entries(attributes)) {
      expect(attribute).not.toMatch(/^on|href/i);
      if (attribute !== 'aria-label' && attribute !== 'xmlns') expect(value).not.toMatch(/url\(|:\/\//);
    }
  }
  const style = all.find(({ name }) => name === 'style')?.text ?? '';
  expect(style).not.toMatch(/url\(|@import|expression/);
  expect(all.find(({ name }) => name === 'title')?.text.startsWith(visible(title))).toBe(true);
}

const hostileTitles = [
  '<script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</text></svg><svg onload="alert(1)">',
  '" onload="alert(1)" x="',
  "' onmouseover='alert(1)",
  '<![CDATA[<script>]]>',
  ']]>',
  '<!-- --><!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  '&lt;b&gt; &amp;amp; &#0; &#x1b;',
  '<image href="https://example.org/x.png"/>',
  '<foreignObject><body onload="alert(1)"/></foreignObject>',
  '<a xlink:href="javascript:alert(1)">x</a>',
  '<style>*{fill:url(https://example.org)}</style>',
  '}</style><style>@import "https://example.org/x.css"',
  '<?xml version="1.0"?><?xml-stylesheet href="x"?>',
  '\u0000\u0001\u0008\u001b[31m\u007f\u0085',
  '\ud800 alone \udfff \ufffe\uffff',
  '\u202ereversed\u2066\u2069\u2028',
  `${'\u0300'.repeat(400)}zalgo`,
  `${'long '.repeat(4000)}`,
];

describe('hostile titles', () => {
  it.each(hostileTitles.map((title, index) => ({ index, title })))('are text: $index', ({ title }) => {
    const given = roadmapDone(busyDays, title);
    const levels = given.levels.map((level) => ({ ...level, title }));
    for (const xml of [card({ ...given, levels }), badge(given)]) expectInert(xml, title.trim().slice(0, 4));
    expect(JSON.parse(badgeJson(given, look({ width: 80 })))).toMatchObject({ label: visible(title) });
  });

  it('of any characters make no picture invalid', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (title) => {
        for (const xml of [card(roadmapDone([0, 3], title)), badge(roadmapDone([0], title))]) expectInert(xml, title);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the card', () => {
  it.each(['en', 'ru'] as const)('in %s stays as it was approved', (language) =>
    expectGolden(`card-${language}.svg`, card(roadmapDone(busyDays), language)),
  );

  it.each(Object.entries(everyRoadmap))('of %s is XML and no wider than its page', (_, given) => {
    for (const one of parsed(card(given))) {
      const { x = '0', width = '0' } = one.attributes;
      expect(Number(x) + Number(width), one.name).toBeLessThanOrEqual(480);
    }
  });

  it('is described to who does not see it: all levels, and the year', () => {
    const all = parsed(card(roadmapDone(busyDays)));
    const [svg] = all;
    const ids = all.flatMap(({ attributes: { id } }) => id ?? []);
    expect(svg?.attributes).toMatchObject({ role: 'img', 'aria-labelledby': ids.join(' ') });
    expect(all.find(({ name }) => name === 'desc')?.text).toBe(
      'Junior 82/82; Middle 81/81; Senior 81/82; 242 topics on 161 days, 2025-11-17 – 2026-11-20',
    );
  });

  it('has every day of the year once', () => {
    const paths = parsed(card(roadmapDone(busyDays))).filter(({ name }) => name === 'path');
    const squares = paths.flatMap(({ attributes }) => attributes.d?.split('z').filter((one) => one !== '') ?? []);
    expect(squares).toHaveLength(52 * 7 + 5);
    expect(new Set(squares).size).toBe(squares.length);
  });

  it('without a dated topic has no year, and without topics no full bar', () => {
    expect(card(prose)).not.toContain('<path');
    expect(parsed(card(prose)).filter(({ attributes }) => attributes.class === 'done')).toEqual([]);
  });

  it.each([
    ['light', 0],
    ['dark', 1],
  ])('can be read on a %s page', (_, index) => {
    const style = parsed(card(complete)).find(({ name }) => name === 'style')?.text ?? '';
    const rules = style.split('prefers-color-scheme:dark')[index] ?? '';
    const paint = (name: string): string => new RegExp(`\\.${name}\\{fill:(#[0-9a-f]{6})`).exec(rules)?.[1] as string;
    for (const name of ['text', 'dim']) expect(contrast(paint(name), paint('page')), name).toBeGreaterThanOrEqual(4.5);
    for (const name of ['done', 's3', 's4'])
      expect(contrast(paint(name), paint('page')), name).toBeGreaterThanOrEqual(3);
    const shades = [0, 1, 2, 3, 4].map((shade) => contrast(paint(`s${shade}`), paint('page')));
    expect(shades).toEqual([...shades].sort((a, b) => a - b));
  });

  it.each([
    ['שלום עולם', true],
    ['2026 – رشد', true],
    ['Istio למתחילים', false],
    ['プロジェクト', false],
  ])('%s begins on the right: %j', (title, isRightToLeft) => {
    const label = parsed(card(roadmapDone([0], title))).find(({ name }) => name === 'text');
    expect(label?.text).toBe(title);
    expect(label?.attributes.direction ?? 'ltr').toBe(isRightToLeft ? 'rtl' : 'ltr');
    expect(label?.attributes['text-anchor'] ?? 'start').toBe(isRightToLeft ? 'end' : 'start');
  });

  it('cuts what is too long, and keeps the whole of it in its name', () => {
    const title = 'Сервисные сетки: от первых понятий до эксплуатации больших кластеров';
    const all = parsed(card(roadmapDone([0], title)));
    expect(all.find(({ name }) => name === 'text')?.text).toMatch(/^Сервисные сетки.*…$/);
    expect(all.find(({ name }) => name === 'title')?.text).toContain(title);
  });
});

describe('the badge', () => {
  it('stays as it was approved', () => expectGolden('badge.svg', badge(roadmapDone(busyDays))));

  it.each<[string, Roadmap, string, string]>([
    ['nothing done', roadmap('A', [topic('1', 'one')]), '0/1 · 0%', 'lightgrey'],
    ['some', roadmapDone([0]), '2/3 · 66%', 'blue'],
    ['all', complete, '2/2 · 100%', 'brightgreen'],
    ['no topics', prose, '0/0 · 0%', 'lightgrey'],
  ])('as JSON has what shields.io reads, and nothing else: %s', (_, given, message, color) => {
    const { label, ...rest } = JSON.parse(badgeJson(given, look({ width: 80 }))) as Record<string, unknown>;
    expect(label).toBe(given.title);
    expect(rest).toEqual({ schemaVersion: 1, message, color });
    expect(parsed(badge(given)).find(({ name }) => name === 'title')?.text).toBe(`${label}: ${message}`);
  });
});
