// Picture: what the README shows is what the program prints.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project } from '../support/program.ts';

const picture = (name: string): string => readFileSync(join(project, 'docs', `picture-${name}.svg`), 'utf8');

describe('the picture of the README', () => {
  it('is what the program prints today, light, dark and as text', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(project, 'picture.mjs'), '--check'], {
      ...{ encoding: 'utf8', timeout: 20_000 },
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('says the same on both pages', () => {
    const words = (name: string): string[] => [...picture(name).matchAll(/>([^<>\n]+)</g)].map(([, text = '']) => text);
    expect(words('light')).toEqual(words('dark'));
    expect(words('light')).toContain('Producers and acknowledgements');
    expect(words('light').join('\n')).toContain('istio-roadmap done 1.3 2.2 -r kafka.md');
  });

  it.each(['light', 'dark'])('can be read on a %s page', (name) => {
    const svg = picture(name);
    const page = /rx="8" fill="(#[0-9a-f]{6})"/.exec(svg)?.[1] as string;
    const texts = new Set([...svg.matchAll(/<text [^>]*fill="(#[0-9a-f]{6})"/g)].map(([, color]) => color as string));
    expect(texts.size).toBeGreaterThan(3);
    for (const color of texts) expect(contrast(color, page), color).toBeGreaterThanOrEqual(4.5);
  });

  it('runs nothing and loads nothing', () => {
    for (const name of ['light', 'dark']) expect(picture(name)).not.toMatch(/<script|href|url\(|@import|\bon\w+=/);
  });
});

/** Of two colours, as WCAG 2 has it: from 1 to 21. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
