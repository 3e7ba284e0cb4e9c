// Page: `export --format html` in a real browser, opened from the disk: it loads nothing, runs nothing and can be read by everybody.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, type Look, launch, OpenPage } from '../support/browser.ts';
import { hostileLinks, hostileTexts } from '../support/hostile-texts.ts';
import { Home, project } from '../support/program.ts';

const languages = ['en', 'ru'] as const;
/** Kilobytes are thousands of bytes. */
const mostBytes = 150_000;

const plain = `# Reading list

- [ ] The first book
- [x] The second book
`;

const hostileRoadmap = JSON.stringify({
  id: 'hostile',
  title: hostileTexts.join(' '),
  description: hostileTexts.join(' '),
  levels: hostileTexts.map((text, at) => ({ id: `level-${at}`, title: text, rubric: text })),
  sections: hostileTexts.map((text, at) => ({
    id: `section-${at}`,
    title: text,
    why: text,
    level: `level-${at}`,
    topics: [
      {
        id: `topic-${at}`,
        title: text,
        outcome: text,
        tags: ['x'],
        links: hostileLinks,
        legacy: { state: 'removed', since: text, use: text },
      },
      { id: `done-${at}`, title: text, status: 'done' },
    ],
  })),
  projects: hostileTexts.map((text, at) => ({
    id: `project-${at}`,
    title: text,
    level: `level-${at}`,
    goal: text,
    criterion: text,
    stack: [text],
    links: hostileLinks,
    proves: [`topic-${at}`, `done-${at}`],
  })),
});

let root: string;
let browser: Browser;
const sizes = new Map<string, number>();
const path = (name: string): string => join(root, `${name}.html`);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'istio-roadmap-page-'));
  const home = new Home(root, join(project, 'bin', 'istio-roadmap.cjs'), null);
  home.write('plain.md', plain);
  home.write('hostile.json', hostileRoadmap);
  const page = (lang: string, roadmap: string): string[] => [
    'export',
    '--format',
    'html',
    '--lang',
    lang,
    '-r',
    roadmap,
  ];
  const pages = [
    ...languages.map((lang) => ({ name: `new-${lang}`, args: page(lang, 'istio') })),
    { name: 'plain', args: page('en', 'plain.md') },
    { name: 'hostile', args: page('en', 'hostile.json') },
  ];
  const studied = languages.map((lang) => ({ name: `istio-${lang}`, args: page(lang, 'istio') }));
  const addresses = home
    .run(['list', '--plain', '-r', 'istio'])
    .out.split('\n')
    .slice(0, 60)
    .map((line) => line.split('\t')[0] as string);
  const ticks = addresses.map((address, at) => ({
    args: ['done', address, '--only', '-r', 'istio', '--on', `-${200 - 3 * at}d`],
  }));
  const more = [{ args: ['start', '4.9', '5.10', '-r', 'istio'] }, { args: ['done', 'P1', '-r', 'istio'] }];
  const answers = home.runAll([...pages, ...ticks, ...more, ...studied]);
  for (const answer of answers) expect(answer).toMatchObject({ status: 0 });
  for (const [at, { name }] of [...pages, ...studied].entries()) {
    const { out } = answers[at < pages.length ? at : at + ticks.length + more.length] as { out: string };
    writeFileSync(path(name), out);
    sizes.set(name, Buffer.byteLength(out));
  }
  if (hasChromium) browser = await launch();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(root, { recursive: true, force: true });
});

describe('the page of the flagship', () => {
  it.each(['new-en', 'new-ru', 'istio-en', 'istio-ru'])('has less than 150 KB: %s', (name) => {
    expect(sizes.get(name)).toBeLessThan(mostBytes);
    expect(sizes.get(name)).toBeGreaterThan(50_000);
  });

  it('names nothing that a browser would load by itself', () => {
    for (const name of ['istio-ru', 'hostile']) {
      const text = readFileSync(path(name), 'utf8');
      expect(text).not.toMatch(/<(?:script|link|img|iframe|object|embed|audio|video|base|form)\b/i);
      expect(/<style>([^<]*)<\/style>/.exec(text)?.[1]).not.toMatch(/@import|url\(/);
    }
  });
});

interface Found {
  readonly pwned: number | null;
  readonly names: readonly string[];
  readonly attributes: readonly string[];
  readonly schemes: readonly string[];
  readonly text: string;
  readonly titles: readonly string[];
}

const looks: readonly (Look & { readonly name: string })[] = [
  ...(['light', 'dark'] as const).flatMap((colors) => [
    { name: `360, ${colors}`, width: 360, colors },
    { name: `1280, ${colors}`, width: 1280, colors },
    { name: `on paper, ${colors}`, width: 700, colors, media: 'print' as const },
  ]),
];

describe.runIf(hasChromium)('a page in Chromium', () => {
  const opened = async (
    name: string,
    use: (open: OpenPage) => Promise<void>,
    look: Look = { width: 1280, colors: 'light' },
  ) => {
    const open = await OpenPage.open(browser, path(name), look);
    try {
      await use(open);
    } finally {
      await open.close();
    }
  };

  it.each(['istio-en', 'istio-ru', 'plain', 'hostile'])(
    'says nothing, asks for nothing but itself, and fits a phone: %s',
    async (name) => {
      await opened(name, async (open) => {
        for (const look of looks) {
          await open.look(look);
          const width = await open.page.evaluate<number>('document.documentElement.scrollWidth');
          expect(width, look.name).toBeLessThanOrEqual(look.width);
        }
        await open.page.pdf({ format: 'A4' });
        expect(open.said).toEqual([]);
        expect(open.requests).toEqual([`file://${path(name)}`]);
      });
    },
  );

  it.each([
    ['istio-en', looks],
    ['istio-ru', looks],
    ['plain', looks.slice(0, 1)],
    ['hostile', looks.slice(0, 1)],
  ] as const)(
    'has nothing that axe-core finds: %s',
    async (name, these) => {
      await opened(name, async (open) => {
        for (const look of these) {
          await open.look(look);
          expect(await open.findings(look.colors), look.name).toEqual([]);
        }
      });
    },
    60_000,
  );

  it('lets no script and no style in but its own', async () => {
    await opened('plain', async (open) => {
      await open.page.evaluate(`
        const script = document.createElement('script');
        script.textContent = 'globalThis.pwned = 1';
        document.body.append(script);
        document.body.setAttribute('style', 'display:none');
        const image = document.createElement('img');
        image.src = 'https://evil.example/x.png';
        document.body.append(image);
      `);
      await expect.poll(() => open.said.length).toBeGreaterThanOrEqual(3);
      const found = await open.page.evaluate('[globalThis.pwned ?? null, getComputedStyle(document.body).display]');
      expect(found).toEqual([null, 'block']);
      expect(open.said.every((text) => text.includes('Content Security Policy'))).toBe(true);
    });
  });

  it('makes text of all that a stranger wrote', async () => {
    await opened('hostile', async (open) => {
      const { page } = open;
      await page.mouse.move(400, 400);
      for (let at = 0; at < 5; at++) await page.keyboard.press('Tab');
      const found = await page.evaluate<Found>(`({
        pwned: globalThis.pwned ?? null,
        names: [...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName))],
        attributes: [...new Set([...document.querySelectorAll('body *')].flatMap((one) => one.getAttributeNames()))],
        schemes: [...new Set([...document.querySelectorAll('a[href]')].map(({ protocol }) => protocol))].sort(),
        text: document.body.textContent,
        titles: [...document.querySelectorAll('.topics b')].map(({ textContent }) => textContent),
      })`);
      expect(found.pwned).toBeNull();
      expect(found.names.filter((name) => !ownElements.includes(name))).toEqual([]);
      expect(found.attributes.filter((name) => !ownAttributes.includes(name))).toEqual([]);
      expect(found.schemes).toEqual(['file:', 'https:']);
      for (const text of hostileTexts.filter((one) => /^[ -~]+$/.test(one))) expect(found.titles).toContain(text);
      expect(found.text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      expect(open.said).toEqual([]);
    });
  });

  it('can be used without a mouse', async () => {
    await opened('istio-en', async ({ page }) => {
      const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent.trim()');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('As a table');
      await page.keyboard.press('Enter');
      expect(await page.getByRole('table', { name: /^Topics done, by week and day/ }).isVisible()).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const isOpen = (): Promise<boolean> => page.evaluate('document.activeElement.parentElement.open');
      const before = await isOpen();
      await page.keyboard.press('Space');
      expect(await isOpen()).toBe(!before);
    });
  });

  it('tells a screen reader its parts, its tables and what the pictures show', async () => {
    await opened('istio-en', async ({ page }) => {
      const tree = await page.locator('body').ariaSnapshot();
      for (const line of [
        /- banner:/,
        /- navigation "On this page":/,
        /- main:/,
        /- region "Progress":/,
        /- table "By section":/,
        /- table "By level":/,
        /- rowheader "1 Foundations/,
        /- img "59 topics on \d+ days, /,
        /- img "59 of 196 topics done, /,
        /- region "Open topics":/,
        /- region "Projects":/,
        /- contentinfo:/,
      ])
        expect(tree).toMatch(line);
    });
  });

  it('shows on paper what is folded on a screen', async () => {
    await opened('istio-ru', async (open) => {
      const topics = 'section > details:not(.figures) li';
      const shown = (): Promise<number> =>
        open.page.evaluate(`[...document.querySelectorAll('${topics}')].filter((one) => one.checkVisibility()).length`);
      const all = await open.page.locator(topics).count();
      expect(await shown()).toBeLessThan(all);
      await open.look({ width: 700, colors: 'light', media: 'print' });
      expect(await shown()).toBe(all);
    });
  });
});

const ownElements = (
  'html head meta title style body a div header h1 h2 h3 h4 p strong span svg rect path text nav ul li main section table thead ' +
  'tbody tr th td i b bdi small em figure figcaption details summary caption article dl dt dd footer'
).split(' ');
const ownAttributes =
  'id class href aria-label aria-labelledby aria-hidden tabindex role scope width height viewBox d x y open'.split(' ');
