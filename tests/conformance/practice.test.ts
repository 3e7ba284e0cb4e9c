// Practice: labs and answers that others wrote down; each good one is accepted, each wrong one refused, and by what is printed.
import { describe, expect, it } from 'vitest';
import { labs, verdictOn } from '../support/labs.ts';
import { hasShared, sharedJson } from './shared.ts';

interface Practice {
  readonly id: string;
  readonly good: string;
  readonly wrong: readonly { readonly why: string; readonly answer: string }[];
}

const isThere = hasShared('practice/labs.json');
const practice = isThere ? sharedJson<readonly Practice[]>('practice/labs.json') : [];
const lines: string[] = [];

describe.runIf(isThere).each(practice)('the answers to $id', ({ id, good, wrong }) => {
  const lab = labs.find((one) => one.id === id) ?? null;

  it('are those of a lab that is bundled', () => expect(lab).not.toBeNull());

  it('are accepted where they are good', () => {
    if (lab === null) return;
    expect(verdictOn(lab, good).problems.map(({ message }) => message.en)).toEqual([]);
  });

  it.each(wrong)('are refused: $why', ({ why, answer }) => {
    if (lab === null) return;
    const { passed, problems } = verdictOn(lab, answer);
    lines.push(
      `${id}\n  why: ${why}`,
      ...problems.map(({ layer, check, message }) => `  [${check ?? layer}] ${message.en}`),
    );
    expect(passed).toBe(false);
  });
});

// Whether a reason fits, a reader has to say: PRACTICE_REASONS=1 prints each beside what is wrong.
it.runIf(isThere && process.env.PRACTICE_REASONS !== undefined)('prints the reasons', () =>
  console.log(lines.join('\n')),
);
