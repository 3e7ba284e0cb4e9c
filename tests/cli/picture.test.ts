// Picture: what the README shows is what the program prints.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast } from '../support/contrast.ts';
import { project } from '../support/program.ts';

const drawn = (file: string): string => readFileSync(join(project, 'docs', `${file}.svg`), 'utf8');
const picture = (name: string): string => drawn(`picture-${name}`);
/** What a terminal shows, on either page. */
const terminals = ['picture', 'calendar'].flatMap((file) => ['light', 'dark'].map((name) => `${file}-${name}`));

describe('the pictures of the README', () => {
  it('are what the program prints today, light, dark and as text', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(project, 'picture.mjs'), '--check'], {
      ...{ encoding: 'utf8', timeout: 20_000 },
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('say the same on both pages', () => {
    const words = (name: string): string[] => [...picture(name).matchAll(/>([^<>\n]+)</g)].map(([, text = '']) => text);
    expect(words('light')).toEqual(words('dark'));
    expect(words('light')).toContain('Producers and acknowledgements');
    expect(words('light').join('\n')).toContain('istio-roadmap done 1.3 2.2 -r kafka.md');
    const shapes = (name: string): string => drawn(`calendar-${name}`).replace(/#[0-9a-f]{6}/g, '');
    expect(shapes('light')).toBe(shapes('dark'));
  });

  it.each(terminals)('can be read: %s', (name) => {
    const svg = drawn(name);
    const page = /rx="8" fill="(#[0-9a-f]{6})"/.exec(svg)?.[1] as string;
    const texts = new Set([...svg.matchAll(/<text [^>]*fill="(#[0-9a-f]{6})"/g)].map(([, color]) => color as string));
    expect(texts.size).toBeGreaterThan(name.startsWith('picture') ? 3 : 1);
    for (const color of texts) expect(contrast(color, page), color).toBeGreaterThanOrEqual(4.5);
  });

  it('run nothing and load nothing', () => {
    for (const name of [...terminals, 'card', 'badge'])
      expect(drawn(name)).not.toMatch(/<script|href|url\(|@import|\bon\w+=/);
  });
});
