// No regular expression takes longer than its text is long, give or take a factor: the hardest texts for each are tried.
import { createContext, Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { type Attack, attacksOn, type Expression, expressionsOfSources } from '../support/expressions.ts';

/** Characters of the longest text, and of one an eighth as long. */
const long = 65_536;
const short = long / 8;
/** Linear ones take a hundredth of it, others a second. */
const suspicious = 40;
/** Eight times the text: eight times the time where it is linear, 64 times where it grows with the square. */
const mostGrowth = 20;

const context = createContext({});
const runner = new Script('replace.call(text, expression, "")');

/** Milliseconds; the whole patience where it does not end. */
function timeOf(expression: RegExp, text: string): number {
  Object.assign(context, { text, expression, replace: String.prototype.replace });
  const start = process.hrtime.bigint();
  try {
    runner.runInContext(context, { timeout: 2000 });
  } catch {
    return 2000;
  }
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const textOf = ({ before, pump, after }: Attack, length: number): string =>
  before + pump.repeat(Math.max(1, Math.floor(length / pump.length))) + after;

/** Not more than `limit`, or the least of three: a busy machine makes single runs slow, never all of them. */
function leastTime(expression: RegExp, text: string, limit: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let left = 3; left > 0 && least > limit; left--) least = Math.min(least, timeOf(expression, text));
  return least;
}

function isSuperlinear(expression: RegExp, attack: Attack): boolean {
  // Small ones first: what grows with the cube or faster shows there, and would not end with a long text.
  for (const length of [40, 800, short])
    if (leastTime(expression, textOf(attack, length), 5 * suspicious) > 5 * suspicious) return true;
  const slow = leastTime(expression, textOf(attack, long), suspicious);
  return slow > suspicious && slow > mostGrowth * leastTime(expression, textOf(attack, short), 0);
}

/**
 * What takes the square of its text and never meets a long one: `readable`, `linksIn`, `onlyLink` and `brokenLink` of
 * formats/markdown/syntax/inline.ts give their expressions 2,000 characters at a time.
 */
const inPieces: ReadonlySet<string> = new Set([
  String.raw`(^|[^\p{L}\p{N}_])__(\S(?:.*?\S)?)__(?![\p{L}\p{N}_])`,
  String.raw`\*\*\*(\S(?:.*?\S)?)\*\*\*`,
  String.raw`\*\*(\S(?:.*?\S)?)\*\*`,
  String.raw`~~(\S(?:.*?\S)?)~~`,
  String.raw`==(\S(?:.*?\S)?)==`,
  String.raw`<!--[\s\S]*?-->|%%.*?%%`,
  String.raw`\[\[\[([^[\]]*)\]\]\]\([^)\s]*\)`,
  String.raw`\[\[\[[^[\]]*\]\]\](?:\([^)\s]*\))?|\]\([^)\s]*\[\[[^)\s]*\)`,
]);

const worst = ({ source, flags }: Expression): Attack | undefined => {
  const expression = new RegExp(source, flags);
  return attacksOn({ source, flags }).find((attack) => isSuperlinear(expression, attack));
};

describe('regular expressions', () => {
  it.each([
    [/\s+$/],
    [/(?:a+)+$/],
    [/\s*,\s*/],
    [/<!--[\s\S]*?-->/],
    [/\*\*(\S(?:.*?\S)?)\*\*/g],
    [/^(\d+)\s*-\s*\s*(.+)$/],
  ])('%s is found to be super-linear', (expression) => {
    expect(worst(expression)).toBeDefined();
  });

  it.each([[/^\s+/], [/\s+/g], [/(?<!\s)\s+$/], [/[^,]*,/y]])('%s is not', (expression) => {
    expect(worst(expression)).toBeUndefined();
  });

  it('of the sources are linear', { timeout: 300_000 }, async () => {
    const all = await expressionsOfSources();
    const known = all.filter(({ source }) => inPieces.has(source)).map(({ source }) => source);
    expect(
      [...inPieces].filter((source) => !known.includes(source)),
      'exceptions that are none any more',
    ).toEqual([]);
    expect(all.length).toBeGreaterThan(350);
    const found = all.flatMap((expression) => {
      if (inPieces.has(expression.source)) return [];
      const attack = worst(expression);
      return attack === undefined ? [] : [`/${expression.source}/${expression.flags}  ${JSON.stringify(attack)}`];
    });
    expect(found).toEqual([]);
  });

  it('of the sources have 100 characters at most, lists of words not counted', async () => {
    const words = /\(\?:(?:\p{L}+\|){3,}\p{L}+\)/gu;
    const all = (await expressionsOfSources()).map(({ source }) => source.replace(words, '(?:)'));
    expect(all.filter((source) => source.length > 100)).toEqual([]);
  });
});
