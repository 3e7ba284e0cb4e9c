// Russian lines are what the program prints: nouns agree with their numbers.

import { describe, expect, it } from 'vitest';
import { type DiagnosticArgs, type ErrorArgs, exitStatus, type ProblemArgs } from '../../src/errors.ts';
import { encodingName } from '../../src/lang/encoding-name.ts';
import type { Commands } from '../../src/lang/messages.ts';
import { englishForm, russianForm } from '../../src/lang/plural.ts';
import { russianPace } from '../../src/lang/ru-pace.ts';
import { russianPlan } from '../../src/lang/ru-plan.ts';
import { toSource } from '../../src/text/source.ts';
import { commandsFor } from '../../src/views/command-line.ts';
import { messagesFor, sentencesFor } from '../support/messages.ts';

const errors: ErrorArgs = {
  'unknown-command': { word: 'stats', words: ['status', '-r', 'a.md'] },
  'unknown-option': { option: '--date', command: 'done', words: ['done', '1', '--on', 'today', '-r', 'a.md'] },
  'option-without-value': { option: '--on <day>', command: 'done' },
  'bad-option-value': {
    option: '--width <columns>',
    value: 'x',
    expected: { kind: 'number', least: 20 },
    command: null,
  },
  'options-exclude': { option: '--plain', other: '--json', command: 'list' },
  'missing-argument': { argument: 'level', command: 'gate' },
  'too-many-words': { command: 'show', expected: 1, got: 2, words: ['list', '1', '2', '-r', 'a.md'] },
  'file-as-selector': { file: 'a.md', by: [] },
  'bad-date': { word: 'someday', place: null },
  'bad-due': { word: 'someday' },
  'future-date': { date: '2027-01-01', today: '2026-11-20', place: null },
  recurring: { address: '1.1', title: 'Read', line: 4 },
  'done-elsewhere': { address: '1.1', title: 'Read', roadmap: 'istio', id: 'read' },
  'needs-circle': { addresses: ['1.2', '1.4'] },
  'past-date': { date: '2026-11-01', today: '2026-11-20', place: null },
  'no-goal': {},
  'goal-without-name': { file: 'a.md' },
  'needs-answer': { question: 'really?', flag: '--force' },
  'not-rehearsed': { tool: 'done' },
  'no-selector': { command: 'done', example: '1.1' },
  'no-screen': { example: '1.1' },
  'one-topic': { what: '--note', selector: '4', isSection: true },
  'empty-note': { command: 'done' },
  'unsafe-note': { file: 'a.md', line: 4, address: '1.1' },
  'only-one': { command: 'done', selector: '1-2', isSection: false },
  'undo-selector': { command: 'undo', selector: '1' },
  'unknown-status': { status: 'finished', known: ['todo', 'done'] },
  'not-markdown': { name: 'istio', format: 'YAML', isBundled: true },
  'no-inline-progress': {},
  'progress-name': { file: 'a.txt' },
  'init-name': { file: 'a.json', better: 'a.yaml' },
  'init-markdown-copy': { file: 'a.md', from: 'istio' },
  'init-from': { from: 'a.md' },
  'no-match': { selector: '9', nearest: [{ address: '1', title: 'One' }], meant: [] },
  ambiguous: {
    selector: 'o',
    candidates: [
      { address: '1', title: 'One' },
      { address: '2', title: 'Two' },
    ],
  },
  'no-roadmap': { name: 'x', known: ['istio'], meant: null },
  'not-a-roadmap': { file: 'a.yaml', reason: 'about-a-person', keys: ['phone', 'email'] },
  'bad-roadmap': { file: 'a.yaml', source: toSource(''), problems: [] },
  'bad-lab': { file: 'retries.yaml', source: toSource(''), problems: [] },
  'needs-mock': { option: '--finish' },
  'no-labs': { roadmap: 'Kafka' },
  'mock-folder': { folder: 'mock-ica', exam: 'ica', reason: 'other', roadmap: 'kafka' },
  'bad-mock': { file: 'mock-ica/mock.json' },
  'no-lab': { word: 'retry', nearest: ['retries'], on: null, topic: null },
  'several-labs': { word: '4', labs: ['retries', 'mirroring'] },
  'lab-first': { file: 'answer.yaml', example: 'retries' },
  'which-lab': { option: '--hint', example: 'retries' },
  'no-answer': { folder: 'answers', lab: 'retries' },
  'bad-check': { lab: 'retries', check: 'attempts', reason: 'unknown variable: objet' },
  'bad-config': { file: 'config.yaml', source: toSource(''), problems: [], isProject: false },
  'unknown-action': { command: 'config', action: 'st', known: ['get', 'set'] },
  'unknown-shell': { shell: 'ksh', known: ['bash', 'zsh'], command: 'completion' },
  'no-terminal': { command: 'edit', place: 'a.md:3' },
  'no-editor': { program: 'ed', from: 'EDITOR' },
  'no-file': { name: 'istio', copy: 'istio.yaml' },
  'no-link': { address: '4.2', isTopic: true },
  'odd-link': { address: '4.2', link: 'ftp://example.org' },
  'bad-setting': { problem: { code: 'unknown-setting', args: { key: 'colour', nearest: 'color' } } },
  'name-taken': { name: 'kafka', by: { file: '/notes/Kafka.md' }, free: 'my-kafka' },
  'odd-name': { name: 'a b', better: 'a-b' },
  'not-registered': { name: 'kafak', known: ['kafka'], nearest: 'kafka' },
  'bad-progress': { file: 'p.md', line: 1, reason: 'not-ours' },
  'not-repairable': { file: 'a.md', encoding: 'macintosh', lines: [{ line: 3, text: 't' }] },
  'unknown-encoding': { name: 'x', known: ['utf-8'] },
  'unknown-level': { level: 'x', known: ['junior'] },
  unreadable: { file: 'a.md', cause: 'missing' },
  unwritable: { file: 'a.md', cause: 'full', variable: 'XDG_DATA_HOME' },
  locked: { file: 'a.md', holder: 'pid 7', lock: '/l', isUnproven: true },
  unheard: { cause: 'full', isMade: true },
  changed: { file: 'a.md' },
  conflict: { file: 'a.md', line: 3 },
  'merge-arguments': {},
  'not-merged': { file: 'a.md', reason: 'no-git' },
  'merged-by-git': { file: 'a.md', reason: 'binary' },
  'nothing-to-undo': { file: 'a.md', verb: 'undo' },
  unmovable: { file: 'p.md', titles: [] },
  'undo-impossible': { file: 'a.md', reason: 'gone' },
};

const diagnostics: DiagnosticArgs = {
  'invalid-date': { date: '2026-02-30' },
  'same-nothing': { written: 'istio#red', reason: 'no-topic', nearest: 'istio#read' },
  'same-circle': { names: ['a', 'other#b'] },
  'unknown-priority': { priority: 'urgent' },
  'future-date': { date: '2027-01-01', today: '2026-11-20' },
  'two-done-dates': { dates: ['2026-01-01', '2026-01-02'] },
  'open-with-done-date': { date: '2026-01-01' },
  'unseen-done-date': { date: '2026-01-01', reason: 'text' },
  'no-done-date': {},
  'uppercase-x': {},
  'empty-topic': {},
  'parent-done': { open: 2 },
  'duplicate-number': { number: '4', given: '5', title: 'T' },
  'duplicate-id': { id: 'x', first: 3 },
  'id-is-address': { id: '4.2', title: 'T' },
  'bad-id': { text: 'é' },
  'unknown-level': { level: 'x', levels: ['junior'] },
  'inferred-levels': { inYaml: false },
  'broken-link': { text: 't' },
  'repaired-text': { encoding: 'macintosh' },
  'unrepaired-line': { encoding: 'macintosh' },
  'stray-bytes': { bytes: 'E9' },
  'mixed-line-ends': { usual: 'LF', other: 'CRLF' },
  'front-matter': { problem: { code: 'tab', args: {} } },
  'orphan-tick': { title: 'T' },
  'ticks-elsewhere': { file: 'p.md', to: 'inline' },
  'note-without-ticks': { encoding: 'windows-1251' },
  'progress-outside': { place: '../p.md' },
  'ticks-abandoned': { file: 'p.md', roadmap: 'k.md', fitting: 1, total: 2, words: ['reconcile'] },
  'progress-of-another': { file: 'p.md', roadmap: 'k.md', words: ['reconcile', '--from', 'p.md'] },
  'merged-twice': { first: 3, count: 2 },
  'maybe-merged-twice': { first: 3, last: 4, count: 2 },
  'conflict-markers': { last: 9 },
  'no-topics': { reason: 'prose' },
  'look-alike-mark': { mark: 'v', isDone: true },
  'box-not-counted': { text: '-[ ]' },
  'boxes-in-code': { count: 2, where: 'fence' },
  'section-not-counted': { title: 'T', bullets: 2 },
  'table-not-counted': { rows: 2 },
  'needs-nothing': { id: 'x', nearest: 'y' },
  'needs-circle': { ids: ['x', 'y'] },
  'harder-prerequisite': { id: 'x', level: 'Senior', own: 'Junior' },
  'unknown-key': { key: 'titel', nearest: 'title' },
  'unknown-status': { written: 'ready', nearest: null },
  'cut-title': { text: 'Learn', by: 'comment' },
  'swallowed-entry': { text: 'A - B' },
  'unquoted-text': { sign: ':' },
  'untitled-roadmap': {},
  'missing-field': { field: 'outcome', of: 'topics', count: 8, total: 9 },
  'rare-fields': { rare: [{ field: 'hours', of: 'topics' }] },
  'missing-translation': { field: 'legacy.use', language: 'ru' },
  'wrong-language': { field: 'title', language: 'en' },
  'odd-hours': { hours: 9, least: 0.5, most: 8 },
  'bad-link': { link: 'http://example.org', reason: 'not-https' },
  'needs-legacy': { id: 'x', state: 'removed' },
  'unnamed-stage': { name: 'Wood oven', stage: 'alpha' },
  'version-without-since': { version: '2.4' },
  'later-than-roadmap': { since: '2.5', version: '2.4' },
  'hours-off-weight': { share: 60, weight: 40 },
  'weights-sum': { sum: 90 },
  'descending-levels': { percent: 60 },
  'alike-outcomes': { first: 3, words: 'split a service' },
  'reworded-title': {},
  unreadable: { cause: 'denied' },
  'bad-progress': { file: 'p.md', reason: 'not-ours' },
  'link-outside': { to: '/elsewhere' },
  'not-a-roadmap': { reason: 'records' },
  'bad-roadmap': { problem: { code: 'no-dash', args: {} } },
};

const problems: ProblemArgs = {
  expected: { field: 'hours', expected: 'hours', found: { text: 'two' } },
  'missing-field': { field: 'url' },
  'no-title': {},
  'unknown-key': { key: 'titel', nearest: 'title' },
  conflict: {},
  'unknown-setting': { key: 'hooks.chnge', nearest: 'change' },
  'setting-value': { key: 'lang', expected: { kind: 'choice', choices: ['en', 'ru'] } },
  'setting-not-here': { key: 'hooks' },
  'outside-project': { file: '../a.md' },
  'roadmap-name': { name: 'istio', reason: 'bundled' },
  'roadmap-without-file': { name: 'kafka' },
  'progress-name': { file: 'ticks.txt' },
  indent: { found: 5, usual: 6, beside: 'entries' },
  'too-little-indent': { found: 2, least: 3, first: 4 },
  'odd-indent': {},
  tab: {},
  'odd-blank': {},
  'no-dash': {},
  'no-dash-space': {},
  'no-colon': {},
  'no-colon-space': {},
  'keys-below-text': { text: 't' },
  'list-below-text': {},
  'second-colon': {},
  'duplicate-key': { key: 'k', isRoot: true },
  'odd-start': { start: '@' },
  'text-behind-block': { start: '|' },
  'bad-escape': { written: '\\d' },
  'unclosed-quote': { quote: '"' },
  'quote-inside': { quote: "'" },
  'text-behind-quote': {},
  'unclosed-bracket': { open: '[' },
  'wrong-bracket': { open: '[', close: '}' },
  'stray-bracket': { close: ']' },
  'no-comma': {},
  'comma-ends-text': {},
  'decimal-comma': { number: '1.5' },
  'dash-inside': {},
  'comment-inside': {},
  unexpected: {},
  syntax: { message: 's' },
  'second-document': {},
  'one-lab': {},
  'repeated-id': { id: 'split' },
  'unknown-check': { id: 'splt', nearest: 'split' },
  'needs-later': { id: 'splt', nearest: 'split' },
  'answer-or-change': {},
  'change-from': { count: 2 },
  'too-long': { most: 1000 },
  'not-an-object': {},
  'no-separator': {},
  'no-kind': { field: 'kind' },
  'too-many-objects': { most: 500 },
  'too-deep': { most: 100 },
  'no-anchor': { name: 'a' },
  'anchor-in-itself': { name: 'a' },
  'too-many-aliases': {},
  'odd-key': {},
  'forbidden-key': { key: 'constructor' },
  'unknown-value': {},
  'not-json': {},
  'not-yaml': {},
  'not-toml': {},
  'no-pairs': {},
  'fence-inside': {},
};

const commands = commandsFor({ argv: ['done', '-r', 'my note.md'], roadmap: 'my note.md' });

/** Every command of ours in a hint is a line to type, for the roadmap that was meant where it takes one. */
function expectLines(hint: string): void {
  expect(hint, 'a whole line, not a part of one').not.toMatch(
    /`(?:status|list|show|next|log|gate|done|start|skip|reopen|undo|redo|reconcile|export|init|lint|repair|config|roadmaps) [^`]*`/,
  );
  for (const [, command] of hint.matchAll(/`(istio-roadmap [^`]*)`/g))
    if (!/^istio-roadmap (?:config|help|init|repair|roadmaps|merge-driver|lint [^-])/.test(command as string))
      expect(command).toMatch(/-r /);
}

describe.each(['en', 'ru'] as const)('in %s', (language) => {
  const sentences = sentencesFor(language);

  it.each(Object.keys(exitStatus) as (keyof ErrorArgs)[])('the failure %s has one line and a hint', (code) => {
    const say = sentences.errors[code] as (
      args: ErrorArgs[keyof ErrorArgs],
      commands: Commands,
    ) => { message: string; hint: string };
    const { message, hint } = say(errors[code], commands);
    expect(message).toMatch(/^[^\n]+$/);
    expect(hint).not.toBe('');
    expect(message + hint).not.toMatch(/undefined|null|\[object|NaN|\bFILE\b/);
    expectLines(hint);
    if (language === 'ru') expect(message).toMatch(/[а-яё]/);
    else expect(message + hint).not.toMatch(/[а-яё]/i);
  });

  it.each(Object.keys(problems) as (keyof ProblemArgs)[])('the problem %s has one line', (code) => {
    const say = sentences.problems[code] as (args: ProblemArgs[keyof ProblemArgs]) => {
      message: string;
      hint: string | null;
    };
    const { message, hint } = say(problems[code]);
    expect(message).toMatch(/^[^\n]+$/);
    expect(hint).not.toBe('');
    expect(message + (hint ?? '')).not.toMatch(/undefined|null|\[object|NaN/);
    if (language === 'ru') expect(message).toMatch(/[а-яё]/);
    else expect(message + (hint ?? '')).not.toMatch(/[а-яё]/i);
  });

  it.each(Object.keys(diagnostics) as (keyof DiagnosticArgs)[])('the finding %s has one line and a hint', (code) => {
    const say = sentences.diagnostics[code] as (
      args: DiagnosticArgs[keyof DiagnosticArgs],
      commands: Commands,
      file: string,
    ) => { message: string; hint: string };
    const { message, hint } = say(diagnostics[code], commands, 'my note.md');
    expect(message).toMatch(/^[^\n]+$/);
    expect(hint).not.toBe('');
    expect(message + hint).not.toMatch(/undefined|null|\[object|NaN|\bFILE\b/);
    expectLines(hint);
  });
});

describe('numbers and their nouns', () => {
  it.each([
    [0, '0 тем'],
    [1, '1 тема'],
    [2, '2 темы'],
    [4, '4 темы'],
    [5, '5 тем'],
    [11, '11 тем'],
    [12, '12 тем'],
    [21, '21 тема'],
    [22, '22 темы'],
    [111, '111 тем'],
    [1001, '1001 тема'],
  ])('in Russian, %i', (count, sentence) => expect(messagesFor('ru').topics(count)).toBe(sentence));

  it.each([
    [0, '0 topics'],
    [1, '1 topic'],
    [2, '2 topics'],
    [21, '21 topics'],
  ])('in English, %i', (count, sentence) => expect(messagesFor('en').topics(count)).toBe(sentence));

  it('take a fraction as part of one thing in Russian', () => {
    expect(russianForm(1.5, 'час', 'часа', 'часов')).toBe('часа');
    expect(englishForm(1.5, 'hour', 'hours')).toBe('hours');
  });

  it('agree in a whole sentence', () => {
    expect(messagesFor('ru').allDone(1)).toBe('Пройдено всё: 1 тема.');
    expect(messagesFor('ru').allDone(42)).toBe('Пройдено всё: 42 темы.');
    expect(messagesFor('ru').unchanged('done', 3)).toBe('менять нечего: все темы уже пройдены');
    expect(messagesFor('en').unchanged('done', 3)).toBe('nothing to change: all 3 are done already');
  });
});

describe('the name of an encoding', () => {
  it.each([
    ['macintosh', 'Mac Roman'],
    ['windows-1251', 'Windows-1251'],
    ['toString', 'toString'],
  ])('%s is shown as %s', (label, name) => expect(encodingName(label)).toBe(name));
});

describe('a day in another form', () => {
  const sentence = (language: 'en' | 'ru', date: string, field?: string) => {
    const { message, hint } = sentencesFor(language).diagnostics['invalid-date'](
      field === undefined ? { date } : { date, field },
      commands,
      'a.md',
    );
    return `${message}\n${hint}`;
  };

  it('is named so, with the line to write where one day can be meant', () => {
    expect(sentence('en', '2026/03/10')).toBe(
      '"2026/03/10" is a day in another form; the topic keeps its state, without a date\nwrite 2026-03-10',
    );
    expect(sentence('ru', '2026/03/10')).toBe(
      'дата «2026/03/10» записана в другом виде; тема остаётся без даты\nнапишите 2026-03-10',
    );
    expect(sentence('en', '10.03.2026', '📅')).toBe('"10.03.2026" after 📅 is a day in another form\nwrite 2026-03-10');
    expect(sentence('ru', '10.03.2026', '📅')).toBe(
      'после 📅 дата «10.03.2026» записана в другом виде\nнапишите 2026-03-10',
    );
    expect(sentence('en', '03/10/2026')).toContain('\nwrite a day of the calendar as YYYY-MM-DD');
    expect(sentence('ru', '03/10/2026')).toContain('\nдата пишется как ГГГГ-ММ-ДД');
    expect(sentence('en', '2026/02/30')).toContain('is not a day of the calendar');
  });
});

describe('Russian of the pace and of plans', () => {
  it('has words around a number that agree with it', () => {
    const { topicsLeft, needed, spent } = russianPace;
    expect([1, 3, 11, 21].map(topicsLeft)).toEqual([
      ...['осталась 1 тема', 'осталось 3 темы', 'осталось 11 тем', 'осталась 21 тема'],
    ]);
    expect([1, 2, 5.9].map((perWeek) => needed(perWeek, null))).toEqual([
      ...['нужна 1 тема в неделю', 'нужно 2 темы в неделю', 'нужно 5,9 темы в неделю'],
    ]);
    expect([1, 21, 25].map((count) => spent(count, 3.5, 2))).toEqual([
      ...['3,5 ч на 1 тему при оценке 2 ч', '3,5 ч на 21 тему при оценке 2 ч', '3,5 ч на 25 тем при оценке 2 ч'],
    ]);
    expect(russianPlan.pace('topics', 1, true)).toBe('нужна 1 тема в неделю');
    expect(russianPlan.pace('hours', 1, true)).toBe('нужно 1 ч в неделю');
    expect([1, 2].map((count) => russianPlan.assumed('topics', count, 1.5, true))).toEqual([
      'у 1 темы не указаны часы: считаем 1,5 ч (медиана остальных)',
      'у 2 тем не указаны часы: считаем по 1,5 ч (медиана остальных)',
    ]);
  });
});

describe('why a text is no roadmap', () => {
  const reasons = [
    ...(['empty', 'only-comments', 'single-text', 'about-a-person', 'configuration', 'records'] as const),
    ...(['names-and-values', 'numbers', 'untitled', 'no-topics', 'other-json', 'no-nodes'] as const),
  ];

  it.each(reasons)('%s has a sentence in each language, with the keys that show it', (reason) => {
    const sentence = (language: 'en' | 'ru'): string =>
      sentencesFor(language).diagnostics['not-a-roadmap']({ reason, keys: ['phone', 'email'] }, commands, 'a.md')
        .message;
    expect(sentence('en')).toMatch(/^not a roadmap: [a-z][^\n]* \(phone, email\)$/);
    expect(sentence('ru')).toMatch(/^не план: [а-яё][^\n]* \(phone, email\)$/);
  });
});
