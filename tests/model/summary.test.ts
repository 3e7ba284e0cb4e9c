// Tests of the summary: counts and what is next, harmless to a shell.
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import { finish } from '../../src/model/finish.ts';
import { summaryOf } from '../../src/model/summary.ts';
import { toSource } from '../../src/text/source.ts';
import { promptText } from '../../src/views/prompt.ts';
import { today } from '../support/roadmaps.ts';

const summaryIn = (text: string) =>
  summaryOf(finish(readMarkdown({ source: toSource(text), bodyStart: 0, frontMatter: {}, name: 'note' })), 'en', today);

describe('a summary', () => {
  it('counts, and names what is next', () => {
    expect(summaryIn('## Basics (junior)\n- [x] One\n- [ ] Two\n- [/] Three\n- [-] Four\n')).toEqual({
      ...{ done: '1', total: '3', doing: '1', percent: '33', level: 'junior', next: '1.3 Three' },
    });
  });

  it('has neither level nor next where all is done', () =>
    expect(summaryIn('- [x] One\n')).toMatchObject({ percent: '100', level: '', next: '' }));

  it('has nothing that a shell, its prompt or a terminal obeys', () => {
    const { next } = summaryIn('- [ ] a $(touch x) \\`touch x\\` \\w \u001b[31m b\n');
    expect(next).toBe('1 a ＄(touch x) ˋtouch xˋ ＼w ␛[31m b');
  });

  it('cuts a long title', () => {
    const { next } = summaryIn(`- [ ] ${'long '.repeat(50)}\n`);
    expect(next.length).toBeLessThan(45);
    expect(next).toMatch(/…$/);
  });
});

describe('the text of a prompt', () => {
  const summary = { done: '1', total: '2', doing: '0', percent: '50', level: 'junior', next: '2 {done} two' };
  it.each([
    ['{done}/{total} {percent}%', '1/2 50%'],
    ['{next} ({level})', '2 {done} two (junior)'],
    ['{doing} {other} {}', '0 {other} {}'],
    ['', ''],
  ])('%j is %j', (format, text) => expect(promptText(format, summary)).toBe(text));

  it('is nothing without a roadmap', () => expect(promptText('x', { ...summary, total: '' })).toBe(''));
});
