// English problems: what is wrong at one place of a text in YAML, JSON or TOML; judging needs no other sentences.
import type { Expected, ExpectedSetting, Problem, ProblemArgs } from '../errors.ts';
import type { Sentences, Wrong } from './messages.ts';
import { englishForm } from './plural.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${englishForm(count, one, many)}`;

const expectedSetting = (expected: ExpectedSetting): string =>
  expected.kind === 'choice'
    ? `one of ${expected.choices.join(', ')}`
    : {
        text: 'a text',
        list: 'a list of texts',
        map: 'a map: keys with values of their own',
        day: 'a day, YYYY-MM-DD',
      }[expected.kind];

const expectedWords: { readonly [what in Expected]: string } = {
  text: 'a text',
  wording: 'a text, or one text per language',
  'filled-text': 'a text that is not empty',
  language: 'a language such as en or pt-BR',
  word: 'a word or number',
  id: 'an id',
  'id-without-spaces': 'an id without spaces',
  'lab-id': 'a file named by letters, digits, dashes, dots and underscores, a letter or digit first',
  words: 'a list of words',
  counterparts: 'ROADMAP#id, such as istio#virtual-service, or a list of such',
  notes: 'a text or a list of texts',
  hours: 'a number of hours, 0 or more',
  percent: 'a percentage from 0 to 100',
  count: 'a whole number, 0 or more',
  done: 'true, false or a day such as 2026-11-20',
  status: 'todo, doing, done or skipped',
  'legacy-state': 'removed, deprecated, renamed, merged or superseded',
  stage: 'experimental, alpha, beta or stable',
  feature: 'a map with name and stage',
  features: 'a list of features, each with name and stage',
  legacy: 'a map with state, since and use',
  links: 'a list of links',
  topics: 'a list of topics',
  topic: 'a topic: a text, or a map with a title',
  sections: 'a list of sections',
  section: 'a section: a map with a title and topics',
  projects: 'a list of projects',
  project: 'a project: a map with a title',
  levels: 'a list of levels, lowest first',
  level: 'a level: an id, or a map with id, title and rubric',
  resources: 'a list of resources',
  resource: 'a resource: a link, or a map with title and url',
  texts: 'a list of texts',
  lab: 'a map with the fields of a lab',
  minutes: 'a whole number of minutes, 1 or more',
  'yes-or-no': 'true or false',
  document: 'resources or values',
  given: 'a map with facts and manifests',
  checks: 'a list of one check or more',
  check: 'a check: a map with id, title, expression and failure',
  change: 'a map with from and to',
  changes: 'a list of changes, each with from and to',
  answer: 'a map with why, and answer or change',
  'wrong-answer': 'a map with why, caught, and answer or change',
  answers: 'a list of answers',
  free: 'a list of fields, each with path and reason',
};

const foundWords = { nothing: 'nothing', list: 'a list', map: 'a map' };
const quoteIt = 'put the whole text in quotes: "…"';
const commaEnds: Wrong = {
  message: 'a comma ends a text inside { }: put the text in quotes',
  hint: 'like this: ru: "…, …"',
};

export const englishProblems: Sentences['problems'] = {
  expected: ({ field, expected, found }) => ({
    message: `${field === null ? '' : `${field}: `}expected ${expectedWords[expected]}, found ${typeof found === 'string' ? foundWords[found] : `"${found.text}"`}`,
    hint: null,
  }),
  'missing-field': ({ field }) => ({ message: `expected "${field}", found nothing`, hint: `write "${field}: …"` }),
  'no-title': () => ({ message: 'expected a title, found none', hint: 'write "title: …"' }),
  'unknown-key': ({ key, nearest }) => ({
    message: `unknown key "${key}"`,
    hint: nearest === null ? null : `did you mean "${nearest}"?`,
  }),
  conflict: () => ({ message: 'git left a conflict here', hint: 'settle it in an editor' }),

  'unknown-setting': ({ key, nearest }) => ({
    message: `there is no setting "${key}"`,
    hint: nearest === null ? null : `did you mean "${nearest}"?`,
  }),
  'setting-value': ({ key, expected }) => ({
    message: `${key === '' ? 'a configuration' : key} must be ${expectedSetting(expected)}`,
    hint: null,
  }),
  'setting-not-here': ({ key }) => ({
    message: `"${key}" counts only in the configuration of the user, not in that of a project`,
    hint: null,
  }),
  'outside-project': ({ file }) => ({ message: `${file} is not inside the folder of this file`, hint: null }),
  'roadmap-name': ({ name, reason }) => ({
    message:
      reason === 'bundled'
        ? `"${name}" is the name of a bundled roadmap`
        : reason === 'twice'
          ? `"${name}" is there twice; capital letters make no difference`
          : `"${name}" cannot be the name of a roadmap`,
    hint: reason === 'characters' ? 'a name has letters, digits, - and _' : 'give it another name',
  }),
  'roadmap-without-file': ({ name }) => ({
    message: `the roadmap "${name}" has no file`,
    hint: 'write "file: …" below its name',
  }),
  'progress-name': ({ file }) => ({ message: `ticks are kept in a Markdown file, which ${file} is not`, hint: null }),

  indent: ({ found, usual, beside }) => ({
    message: `this line is indented by ${found}, the ${beside === 'entries' ? 'entries of this list' : 'keys beside it'} by ${usual}`,
    hint: `begin it with ${counted(usual, 'space', 'spaces')}`.replace(' 0 ', ' no '),
  }),
  'too-little-indent': ({ found, least, first }) => ({
    message: `this line is indented by ${found}, and goes on with what began on line ${first}`,
    hint: `begin it with ${counted(least, 'space', 'spaces')} or more`,
  }),
  'odd-indent': () => ({
    message: 'this line is indented differently from its neighbours',
    hint: 'lines of one list or map start in one column',
  }),
  tab: () => ({ message: 'a tab indents this line', hint: 'YAML is indented by spaces' }),
  'odd-blank': () => ({
    message: 'this line is indented by something other than ordinary spaces',
    hint: 'delete it and type spaces',
  }),
  'no-dash': () => ({ message: 'a dash is missing: each entry of a list begins with "- "', hint: null }),
  'no-dash-space': () => ({ message: 'a space is missing after the dash', hint: null }),
  'no-colon': () => ({ message: 'a key and a colon are expected here', hint: 'write "key: …"' }),
  'no-colon-space': () => ({ message: 'a space is missing after the colon', hint: null }),
  'keys-below-text': ({ text }) => ({
    message: `the entry above is a bare text, and has no keys`,
    hint: `write it as "- title: ${text}"`,
  }),
  'list-below-text': () => ({
    message: 'a list begins here, while its key has a value already',
    hint: 'take the value away, or write it under a key of its own',
  }),
  'second-colon': () => ({ message: '": " is in a text without quotes', hint: 'put the text in quotes: "…: …"' }),
  'duplicate-key': ({ key, isRoot }) => ({
    message: `the key "${key}" is written twice`,
    hint: isRoot ? 'give it once' : 'give it once; if a new entry of the list begins here, it lacks its "- "',
  }),
  'odd-start': ({ start }) => ({ message: `a text may not begin with ${start}`, hint: quoteIt }),
  'text-behind-block': ({ start }) => ({
    message: `the text after ${start} begins on the next line`,
    hint: `move it there and indent it, or take the ${start} away`,
  }),
  'bad-escape': ({ written }) => ({
    message: `${written} has no meaning between double quotes`,
    hint: "write two backslashes, or single quotes: '…'",
  }),
  'unclosed-quote': ({ quote }) => ({
    message: `this ${quote} is never closed`,
    hint: `write a second ${quote} at the end of the text`,
  }),
  'quote-inside': ({ quote }) => ({
    message: `this ${quote} ends the text, and more follows`,
    hint:
      quote === '"'
        ? 'inside double quotes, write \\" for a quote'
        : "inside single quotes, write '' for an apostrophe",
  }),
  'text-behind-quote': () => ({
    message: 'there is text after the closing quote',
    hint: 'put all of it between the quotes, or none',
  }),
  'unclosed-bracket': ({ open }) => ({ message: `this ${open} is never closed`, hint: null }),
  'wrong-bracket': ({ open, close }) => ({
    message: `a ${open} is open here, and ${close} does not close it`,
    hint: null,
  }),
  'stray-bracket': ({ close }) => ({ message: `this ${close} closes nothing`, hint: 'take it away' }),
  'no-comma': () => ({ message: 'a comma is missing before this', hint: null }),
  'comma-ends-text': () => commaEnds,
  'decimal-comma': ({ number }) => ({ message: 'a number has a decimal point, not a comma', hint: `write ${number}` }),
  'dash-inside': () => ({
    message: 'inside [ ] there are commas between the entries, and no dashes',
    hint: 'write [a, b]',
  }),
  'comment-inside': () => ({
    message: 'a # begins a comment here, and the bracket before it stays open',
    hint: quoteIt,
  }),
  unexpected: () => ({ message: 'this is not expected here', hint: null }),
  syntax: ({ message }) => ({ message: `this is not YAML: "${message}"`, hint: null }),

  'one-lab': () => ({ message: 'a file holds one lab', hint: null }),
  'repeated-id': ({ id }) => ({ message: `another check is called "${id}" as well`, hint: 'give it another id' }),
  'unknown-check': ({ id, nearest }) => ({
    message: `"${id}" is neither a check of this lab nor one of yaml, schema and reference`,
    hint: nearest === null ? null : `did you mean "${nearest}"?`,
  }),
  'needs-later': ({ id, nearest }) => ({
    message: `"${id}" is none of the checks before this one`,
    hint: nearest === null ? null : `did you mean "${nearest}"?`,
  }),
  'answer-or-change': () => ({
    message: 'an answer has either answer, the whole text, or change, parts of the solution',
    hint: 'keep one of them',
  }),
  'change-from': ({ count }) => ({
    message: `this is in the solution ${count === 0 ? 'nowhere' : `${count} times`}, and has to be there once`,
    hint: count === 0 ? null : 'write more of what is around it',
  }),

  'second-document': () => ({ message: 'a second document begins here', hint: 'one roadmap per file: remove "---"' }),
  'too-long': ({ most }) => ({ message: `this text has more than ${most} characters`, hint: null }),
  'not-an-object': () => ({
    message: 'a document is an object with keys, and this is none',
    hint: 'begin it with apiVersion and kind',
  }),
  'no-separator': () => ({
    message: 'another object seems to begin here, inside the one above',
    hint: 'write --- on a line of its own between them',
  }),
  'no-kind': ({ field }) => ({ message: `this object has no ${field}`, hint: `write "${field}: …"` }),
  'too-many-objects': ({ most }) => ({ message: `there are more than ${most} objects`, hint: null }),
  'too-deep': ({ most }) => ({ message: `nested more than ${most} deep`, hint: null }),
  'no-anchor': ({ name }) => ({
    message: `nothing is called "&${name}" above`,
    hint: 'a text that begins with * needs quotes',
  }),
  'anchor-in-itself': ({ name }) => ({ message: `"*${name}" contains itself`, hint: null }),
  'too-many-aliases': () => ({ message: 'aliases multiply into too many values', hint: 'write the values out' }),
  'odd-key': () => ({ message: 'a key must be text', hint: 'put the text in quotes' }),
  'forbidden-key': ({ key }) => ({ message: `"${key}" cannot be a key`, hint: 'use a list entry: - …' }),
  'unknown-value': () => ({ message: 'a value of an unknown kind', hint: null }),
  'not-json': () => ({ message: 'from here on this is not JSON', hint: null }),
  'not-yaml': () => ({ message: 'only YAML front matter is read', hint: null }),
  'not-toml': () => ({ message: 'from here on this is not TOML', hint: null }),
  'no-pairs': () => ({ message: 'expected "key: value" lines', hint: null }),
  'fence-inside': () => ({ message: 'a line of the block begins with "---"', hint: null }),
};

export const wrong = ({ code, args }: Pick<Problem, 'code' | 'args'>): Wrong =>
  (englishProblems[code] as (args: ProblemArgs[keyof ProblemArgs]) => Wrong)(args);
