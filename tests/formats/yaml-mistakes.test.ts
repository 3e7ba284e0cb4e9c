// Russian titles: "где лежит лидер", "где лежит реплика" (where the leader is, where a replica is).

import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/formats/yaml/read.ts';
import { toSource } from '../../src/text/source.ts';
import { problemsOf } from '../support/problems.ts';

const refused = (yaml: string, language: 'en' | 'ru' = 'en') =>
  problemsOf(() => readYaml(toSource(yaml), 'plan.yaml'), language);
const found = (yaml: string) => readYaml(toSource(yaml), 'plan.yaml').diagnostics;

/** What was done, the text, the one place that is named, what is underlined there, the sentence and the hint. */
const mistakes: readonly (readonly [string, string, string, string, string, string | null])[] = [
  [
    'an entry one column right',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n        hours: 2\n       - id: groups\n         title: Groups\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '9:8',
    '-',
    'this line is indented by 7, the entries of this list by 6',
    'begin it with 6 spaces',
  ],
  [
    'an entry one column left',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n        hours: 2\n     - id: groups\n       title: Groups\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '9:6',
    '-',
    'this line is indented by 5, the entries of this list by 6',
    'begin it with 6 spaces',
  ],
  [
    'a bare entry one column left',
    'title: K\ntopics:\n   - A\n  - B\n   - C\n',
    '4:3',
    '-',
    'this line is indented by 2, the entries of this list by 3',
    'begin it with 3 spaces',
  ],
  [
    'an entry right of a short one',
    'title: K\ntopics:\n  - id: a\n    title: A\n   - id: b\n    title: B\n',
    '5:4',
    '-',
    'this line is indented by 3, the entries of this list by 2',
    'begin it with 2 spaces',
  ],
  [
    'a section one column right',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n        hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n   - id: ops\n     title: Ops\n     topics: [Kraft]\n',
    '12:4',
    '-',
    'this line is indented by 3, the entries of this list by 2',
    'begin it with 2 spaces',
  ],
  [
    'a section one column left',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n        hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n - id: ops\n   title: Ops\n   topics: [Kraft]\n',
    '12:2',
    '-',
    'this line is indented by 1, the entries of this list by 2',
    'begin it with 2 spaces',
  ],
  [
    'a key one space too few',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n       title: Partitions\n        hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '7:8',
    'title:',
    'this line is indented by 7, the keys beside it by 8',
    'begin it with 8 spaces',
  ],
  [
    'a key one space too many',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n         title: Partitions\n        hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '7:10',
    'title:',
    'this line is indented by 9, the keys beside it by 8',
    'begin it with 8 spaces',
  ],
  [
    'the last key one space too few',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n       hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '8:8',
    'hours:',
    'this line is indented by 7, the keys beside it by 8',
    'begin it with 8 spaces',
  ],
  [
    'the last key one space too many',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n         hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '8:10',
    'hours:',
    'this line is indented by 9, the keys beside it by 8',
    'begin it with 8 spaces',
  ],
  [
    'a key too far right below brackets',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n        tags: [a]\n         hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '9:10',
    'hours:',
    'this line is indented by 9, the keys beside it by 8',
    'begin it with 8 spaces',
  ],
  [
    'the topics one space too few',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n   topics:\n      - id: partitions\n        title: Partitions\n        hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '5:4',
    'topics:',
    'this line is indented by 3, the keys beside it by 4',
    'begin it with 4 spaces',
  ],
  [
    'the topics one space too many',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n     topics:\n      - id: partitions\n        title: Partitions\n        hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '5:6',
    'topics:',
    'this line is indented by 5, the keys beside it by 4',
    'begin it with 4 spaces',
  ],
  [
    'the first line indented',
    ' title: K\nsections:\n  - title: S\n    topics: [a]\n',
    '1:2',
    'title:',
    'this line is indented by 1, the keys beside it by 0',
    'begin it with no spaces',
  ],
  [
    'the second line indented',
    'title: K\n sections:\n  - title: S\n    topics: [a]\n',
    '2:2',
    'sections:',
    'this line is indented by 1, the keys beside it by 0',
    'begin it with no spaces',
  ],
  [
    'a key right below its dash',
    'title: K\ntopics:\n  - id: a\n  title: A\n  - id: b\n    title: B\n',
    '4:3',
    'title:',
    'this line is indented by 2, the keys beside it by 4',
    'begin it with 4 spaces',
  ],
  [
    'an unclosed [',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n        tags: [a, b\n        hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '8:15',
    '[',
    'this [ is never closed',
    null,
  ],
  ['an unclosed [ in the last line', 'title: K\ntopics: [A, B\n', '2:9', '[', 'this [ is never closed', null],
  [
    'an unclosed {',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n        outcome: {en: a, ru: b\n        hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '8:18',
    '{',
    'this { is never closed',
    null,
  ],
  [
    'an entry with an unclosed {',
    'title: K\ntopics:\n  - {id: a, title: A\n  - {id: b, title: B}\n',
    '3:5',
    '{',
    'this { is never closed',
    null,
  ],
  ['a ] too many', 'title: K\ntopics: [A, B]]\n', '2:15', ']', 'this ] closes nothing', 'take it away'],
  ['a } too many', 'title: K\ntopics:\n  - {title: A}}\n  - B\n', '3:15', '}', 'this } closes nothing', 'take it away'],
  ['a [ closed by }', 'title: K\ntopics: [A, B}\n', '2:14', '}', 'a [ is open here, and } does not close it', null],
  [
    'a { closed by ]',
    'title: K\ntopics:\n  - {title: A]\n  - B\n',
    '3:14',
    ']',
    'a { is open here, and ] does not close it',
    null,
  ],
  [
    'no space behind a colon',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title:Partitions\n        hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '7:14',
    ':',
    'a space is missing after the colon',
    null,
  ],
  [
    'no space behind the last colon',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n        hours:2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '8:14',
    ':',
    'a space is missing after the colon',
    null,
  ],
  [
    'no space behind the first colon',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id:partitions\n        title: Partitions\n        hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '6:11',
    ':',
    'a space is missing after the colon',
    null,
  ],
  [
    'no space behind the colon of the first line',
    'title:Kafka\ntopics: [A]\n',
    '1:6',
    ':',
    'a space is missing after the colon',
    null,
  ],
  [
    'no space between colon and [',
    'title: K\nsections:\n  - title: S\n    topics:[A]\n',
    '4:11',
    ':',
    'a space is missing after the colon',
    null,
  ],
  [
    'no space behind a dash',
    'title: K\ntopics:\n  - id: a\n    title: A\n  -id: b\n    title: B\n',
    '5:3',
    '-',
    'a space is missing after the dash',
    null,
  ],
  [
    'a forgotten dash',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n        hours: 2\n        id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '9:9',
    'id',
    'a dash is missing: each entry of a list begins with "- "',
    null,
  ],
  [
    'a key in the place of a dash',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n        hours: 2\n      id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '9:7',
    'id:',
    'a dash is missing: each entry of a list begins with "- "',
    null,
  ],
  [
    'a bare entry without its dash',
    'title: K\ntopics:\n  - A\n  B\n  - C\n',
    '4:3',
    'B',
    'a dash is missing: each entry of a list begins with "- "',
    null,
  ],
  [
    'keys below a bare entry',
    'title: K\ntopics:\n  - Partitions\n    hours: 2\n  - Groups\n',
    '4:5',
    'hours:',
    'the entry above is a bare text, and has no keys',
    'write it as "- title: Partitions"',
  ],
  [
    'a colon in the title',
    'title: Istio: the mesh\ntopics: [a]\n',
    '1:13',
    ':',
    '": " is in a text without quotes',
    'put the text in quotes: "…: …"',
  ],
  [
    'a colon in an outcome',
    'title: K\ntopics:\n  - title: A\n    outcome: can do this: that\n',
    '4:25',
    ':',
    '": " is in a text without quotes',
    'put the text in quotes: "…: …"',
  ],
  [
    'a colon in a bare entry',
    'title: K\ntopics:\n  - Istio: the: mesh\n',
    '3:15',
    ':',
    '": " is in a text without quotes',
    'put the text in quotes: "…: …"',
  ],
  [
    'an unclosed quote in the first line',
    'title: "Kafka\ntopics: [A]\n',
    '1:8',
    '"',
    'this " is never closed',
    'write a second " at the end of the text',
  ],
  [
    'an unclosed quote',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: "Partitions\n        hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '7:16',
    '"',
    'this " is never closed',
    'write a second " at the end of the text',
  ],
  [
    'an unclosed single quote',
    "title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: 'Partitions\n        hours: 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n",
    '7:16',
    "'",
    "this ' is never closed",
    "write a second ' at the end of the text",
  ],
  [
    'an apostrophe between single quotes',
    "title: K\ntopics:\n  - title: 'Don't panic'\n",
    '3:16',
    "'",
    "this ' ends the text, and more follows",
    "inside single quotes, write '' for an apostrophe",
  ],
  [
    'quotes within quotes',
    'title: K\ntopics:\n  - title: "A "quoted" word"\n',
    '3:15',
    '"',
    'this " ends the text, and more follows',
    'inside double quotes, write \\" for a quote',
  ],
  [
    'text behind quotes',
    'title: K\ntopics:\n  - title: "A" and more\n',
    '3:16',
    'and',
    'there is text after the closing quote',
    'put all of it between the quotes, or none',
  ],
  [
    'a text that begins with @',
    'title: K\ntopics:\n  - title: @home\n',
    '3:12',
    '@',
    'a text may not begin with @',
    'put the whole text in quotes: "…"',
  ],
  [
    'a text that begins with a backtick',
    'title: K\ntopics:\n  - title: `kubectl`\n',
    '3:12',
    '`',
    'a text may not begin with `',
    'put the whole text in quotes: "…"',
  ],
  [
    'a text that begins with %',
    'title: K\ntopics:\n  - title: %d\n',
    '3:12',
    '%',
    'a text may not begin with %',
    'put the whole text in quotes: "…"',
  ],
  [
    'a bold entry',
    'title: K\ntopics:\n  - **bold** text\n',
    '3:5',
    '*',
    'a text may not begin with *',
    'put the whole text in quotes: "…"',
  ],
  [
    'a title that begins with [',
    'title: K\ntopics:\n  - title: [Draft] Partitions\n',
    '3:12',
    '[',
    'a text may not begin with [',
    'put the whole text in quotes: "…"',
  ],
  [
    'a title that begins with {',
    'title: K\ntopics:\n  - title: {x} Partitions\n',
    '3:12',
    '{',
    'a text may not begin with {',
    'put the whole text in quotes: "…"',
  ],
  [
    'a link as in Markdown',
    'title: K\ntopics:\n  - [Docs](https://a.example)\n',
    '3:5',
    '[',
    'a text may not begin with [',
    'put the whole text in quotes: "…"',
  ],
  [
    'text behind |',
    'title: K\ntopics:\n  - title: | text\n',
    '3:14',
    'text',
    'the text after | begins on the next line',
    'move it there and indent it, or take the | away',
  ],
  [
    'a tab before an entry',
    'title: K\ntopics:\n\t- a\n',
    '3:1',
    '\t',
    'a tab indents this line',
    'YAML is indented by spaces',
  ],
  [
    'a tab before a key',
    'title: K\ntopics:\n  - id: a\n\ttitle: A\n',
    '4:1',
    '\t',
    'a tab indents this line',
    'YAML is indented by spaces',
  ],
  [
    'a no-break space',
    'title: K\ntopics:\n  - a\n',
    '3:1',
    ' ',
    'this line is indented by something other than ordinary spaces',
    'delete it and type spaces',
  ],
  [
    'a title twice',
    'title: a\ntitle: b\ntopics: [c]\n',
    '2:1',
    'title',
    'the key "title" is written twice',
    'give it once',
  ],
  [
    'topics twice',
    'title: a\ntopics: [a]\ntopics: [b]\n',
    '3:1',
    'topics',
    'the key "topics" is written twice',
    'give it once',
  ],
  [
    'a key without colon at the margin',
    'title: K\ndescription\ntopics: [a]\n',
    '2:1',
    'description',
    'a key and a colon are expected here',
    'write "key: …"',
  ],
  [
    'a key without colon',
    'title: Kafka\nsections:\n  - id: basics\n    title: Basics\n    topics:\n      - id: partitions\n        title: Partitions\n        hours 2\n      - id: groups\n        title: Groups\n        hours: 1\n  - id: ops\n    title: Ops\n    topics: [Kraft]\n',
    '8:9',
    'hours',
    'a key and a colon are expected here',
    'write "key: …"',
  ],
  [
    'topics without colon',
    'title: K\ntopics\n  - A\n  - B\n',
    '2:1',
    'topics',
    'a key and a colon are expected here',
    'write "key: …"',
  ],
  [
    'an equals sign',
    'title = K\ntopics: [a]\n',
    '1:1',
    'title',
    'a key and a colon are expected here',
    'write "key: …"',
  ],
  [
    'no comma in { }',
    'title: K\ntopics:\n  - {id: a title: A}\n',
    '3:12',
    'title',
    'a comma is missing before this',
    null,
  ],
  ['no comma in [ ]', 'title: K\ntopics: ["A" "B"]\n', '2:14', '"', 'a comma is missing before this', null],
  [
    'a comma in a text in { }',
    'title: K\ntopics:\n  - title: {en: where, ru: где лежит лидер, где лежит реплика}\n',
    '3:43',
    ',',
    'a comma ends a text inside { }: put the text in quotes',
    'like this: ru: "…, …"',
  ],
  [
    'a decimal comma',
    'title: K\ntopics:\n  - title: A\n    hours: 1,5\n',
    '4:12',
    '1',
    'a number has a decimal point, not a comma',
    'write 1.5',
  ],
  [
    'a colon in a text in { }',
    'title: K\ntopics:\n  - {title: Istio: the mesh, hours: 1}\n',
    '3:18',
    ':',
    '": " is in a text without quotes',
    'put the text in quotes: "…: …"',
  ],
  [
    'a # in a text in { }',
    'title: K\ntopics:\n  - {title: C # language, hours: 1}\n',
    '3:15',
    '#',
    'a # begins a comment here, and the bracket before it stays open',
    'put the whole text in quotes: "…"',
  ],
  [
    '{ } on two lines, too far left',
    'title: K\ntopics:\n  - {title: A,\n  hours: 1}\n',
    '4:3',
    'hours:',
    'this line is indented by 2, and goes on with what began on line 3',
    'begin it with 3 spaces or more',
  ],
  [
    'languages on two lines, too far left',
    'title: K\ntopics:\n  - title: {en: A,\n    ru: B}\n',
    '4:5',
    'ru:',
    'this line is indented by 4, and goes on with what began on line 3',
    'begin it with 5 spaces or more',
  ],
  [
    'dashes in [ ]',
    'title: K\ntopics: [- A, - B]\n',
    '2:10',
    '-',
    'inside [ ] there are commas between the entries, and no dashes',
    'write [a, b]',
  ],
  [
    'a text that goes on below its key',
    'title: K\ntopics:\n  - title: A\n    outcome: can do\n    this and that\n    hours: 1\n',
    '5:5',
    'this',
    'this line is indented by 4, and goes on with what began on line 4',
    'begin it with 5 spaces or more',
  ],
  [
    'a text that goes on with a colon',
    'title: K\ntopics:\n  - title: A\n    outcome: can do\n      this: and that\n    hours: 1\n',
    '5:11',
    ':',
    '": " is in a text without quotes',
    'put the text in quotes: "…: …"',
  ],
  [
    'a list of maps below a text',
    'title: K\nsections:\n  - title: S\n    topics: some\n      - title: B\n',
    '5:7',
    '-',
    'a list begins here, while its key has a value already',
    'take the value away, or write it under a key of its own',
  ],
  [
    'a block of text below its key',
    'title: K\ntopics:\n  - title: A\n    outcome: |\n    can do\n    hours: 1\n',
    '5:5',
    'can',
    'this line is indented by 4, and goes on with what began on line 4',
    'begin it with 5 spaces or more',
  ],
  [
    'a backslash between quotes',
    'title: K\ntopics:\n  - title: "C:\\dir"\n',
    '3:15',
    '\\d',
    '\\d has no meaning between double quotes',
    "write two backslashes, or single quotes: '…'",
  ],
  [
    'a second document',
    'topics: [a]\n---\ntopics: [b]\n',
    '3:1',
    '',
    'a second document begins here',
    'one roadmap per file: remove "---"',
  ],
  [
    'a key of languages without its colon',
    'title: {en Kafka, ru: Кафка}\ntopics: [a]\n',
    '1:9',
    'en Kafka',
    'a key and a colon are expected here',
    'write "key: …"',
  ],
  [
    'a title without its colon in { }',
    'topics:\n  - {title Kafka, hours: 1}\n',
    '2:6',
    'title Kafka',
    'a key and a colon are expected here',
    'write "key: …"',
  ],
  [
    'a title without its space in { }',
    'topics:\n  - {title:Kafka, hours: 1}\n',
    '2:11',
    ':',
    'a space is missing after the colon',
    null,
  ],
  [
    'a key that is no language',
    'title: {en: Kafka, russian: Кафка}\ntopics: [a]\n',
    '1:29',
    'Кафка',
    'russian: expected a language such as en or pt-BR, found "russian"',
    null,
  ],
  [
    'a dash that is missing before the first key',
    'title: K\ntopics:\n  id: a\n    title: A\n',
    '3:3',
    'id:',
    'a dash is missing: each entry of a list begins with "- "',
    null,
  ],
  [
    'a first entry without its dash',
    'title: K\ntopics:\n    id: a\n    title: A\n  - id: b\n',
    '3:5',
    'id:',
    'a dash is missing: each entry of a list begins with "- "',
    null,
  ],
  [
    'a first entry without the space behind its dash',
    'title: K\ntopics:\n  -id: a\n    title: A\n',
    '3:3',
    '-',
    'a space is missing after the dash',
    null,
  ],
  [
    'languages of which the first has no space',
    'title:\n  en:Kafka\n  ru: Кафка\ntopics: [a]\n',
    '2:5',
    ':',
    'a space is missing after the colon',
    null,
  ],
  [
    'languages of which the first has no colon',
    'title:\n  en Kafka\n  ru: Кафка\ntopics: [a]\n',
    '2:3',
    'en',
    'a key and a colon are expected here',
    'write "key: …"',
  ],
  [
    'an entry without the colon of its id',
    'topics:\n  - id a\n    title: A\n',
    '2:5',
    'id',
    'a key and a colon are expected here',
    'write "key: …"',
  ],
  [
    'an entry copied below its first key',
    'topics:\n  - id: a\n    title: A\n    hours: 1\n    title: B\n    hours: 2\n',
    '5:5',
    'title',
    'the key "title" is written twice',
    'give it once; if a new entry of the list begins here, it lacks its "- "',
  ],
];

describe('a mistake of somebody who writes YAML by hand', () => {
  it.each(mistakes)('%s is reported once, where it was made', (_, yaml, place, marked, message, hint) => {
    const [one, ...others] = refused(yaml);
    expect(others).toEqual([]);
    expect({ ...one, place: `${one?.line}:${one?.column}` }).toMatchObject({ place, marked, message, hint });
  });

  it.each(mistakes)('%s is reported in Russian', (_, yaml) => {
    const [one, ...others] = refused(yaml, 'ru');
    expect(others).toEqual([]);
    expect(one?.message).toMatch(/[а-яё]{3}/);
  });

  it.each(mistakes)(
    '%s is reported under other line ends, and below a good part, alike',
    (_, yaml, place, marked, message) => {
      for (const end of ['\r\n', '\r'])
        expect(refused(yaml.replaceAll('\n', end))).toMatchObject([
          { marked, message, line: Number(place.split(':')[0]) },
        ]);
    },
  );

  it('is reported for each key that is given twice', () => {
    expect(refused('title: a\ntitle: b\ntopics: [c]\ntopics: [d]\n').map(({ line }) => line)).toEqual([2, 4]);
  });

  it('is looked for in bounded time', () => {
    const long = [
      `a: ${' '.repeat(200_000)}b: c`,
      `a: [${'"x", '.repeat(50_000)}`,
      `a: b${': '.repeat(50_000)}`,
      `a: ${'{b: '.repeat(90)}${', '.repeat(50_000)}`,
      `${'a: b\n'.repeat(3_000)}`,
    ];
    const begun = performance.now();
    for (const yaml of long) expect(refused(`${yaml}\n`).length).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('a comma in braces', () => {
  it('is a decimal comma between numbers, and the number is read on', () => {
    expect(found('title: K\ntopics:\n  - {title: A, hours: 1,5}\n')).toMatchObject([
      {
        code: 'unknown-key',
        line: 3,
        column: 23,
        args: { problem: { code: 'decimal-comma', args: { number: '1.5' } } },
      },
    ]);
  });

  it('ends the text of a topic, which is read on', () => {
    expect(found('title: K\ntopics:\n  - {title: A, and B, hours: 1}\n')).toMatchObject([
      { code: 'unknown-key', line: 3, column: 14, args: { problem: { code: 'comma-ends-text' } } },
    ]);
  });

  it('is reported beside other mistakes', () => {
    expect(refused('topics:\n  - {title: A, and B, hours: x}\n')).toMatchObject([
      { column: 14, message: 'a comma ends a text inside { }: put the text in quotes' },
      { column: 30, message: 'hours: expected a number of hours, 0 or more, found "x"' },
    ]);
  });

  it('is no mistake before a field without a value', () => {
    expect(found('title: K\ntopics:\n  - {title: A, notes}\n')).toEqual([]);
  });

  it('may have a key without a space before its colon', () => {
    expect(found('title: K\ntopics:\n  - {id:a, title: A}\n')).toMatchObject([
      { code: 'unknown-key', line: 3, column: 8, args: { problem: { code: 'no-colon-space' } } },
    ]);
  });
});

describe('what is read, and was hardly meant so', () => {
  it.each([
    ['an entry right of a bare one', 'topics:\n  - A\n   - B\n', 3, 4, 'A - B'],
    ['no space behind a dash', 'topics:\n  -A\n  - B\n', 3, 3, '-A - B'],
    ['a list below a text', 'topics: A\n  - B\n', 2, 3, 'A - B'],
  ])('%s', (_, yaml, line, column, text) => {
    expect(found(yaml)).toMatchObject([{ code: 'swallowed-entry', line, column, args: { text } }]);
  });

  it.each([
    ['sectoins', 'sections'],
    ['section', 'sections'],
    ['Sections', 'sections'],
    ['topcis', 'topics'],
  ])('%s at the root', (key, nearest) => {
    expect(found(`title: K\nlevels: [a, b]\n${key}:\n  - title: S\n    topics: [A]\n`)).toMatchObject([
      { code: 'unknown-key', line: 3, column: 1, args: { key, nearest, isRoot: true } },
    ]);
  });

  it.each([
    ['beside headings of the author', 'Topics:\n  - A\nTools:\n  - B\n'],
    ['beside lists of another form', 'section: [a]\nphases:\n  - title: P\n    topics: [A]\n'],
    ['with a word that is only alike', 'title: K\nsessions:\n  - title: S\n    topics: [A]\n'],
    ['with a word that is a remark', 'topic: Kafka\nmodules:\n  - title: S\n    topics: [A]\n'],
  ])('not %s', (_, yaml) => expect(found(yaml)).toEqual([]));

  it('a need for a section, or for a topic with topics below it', () => {
    const yaml = `sections:
  - id: basics
    title: S
    topics:
      - {id: a, title: A, needs: [basics]}
      - {id: b, title: B, needs: [a, group, gruop], topics: []}
      - {id: group, title: G, topics: [{id: c, title: C}]}
projects:
  - {id: p, title: P, proves: [basics, c]}
`;
    expect(found(yaml)).toMatchObject([
      { code: 'needs-nothing', line: 5, column: 35, args: { id: 'basics', isSection: true } },
      { code: 'needs-nothing', line: 6, column: 38, args: { id: 'group', isSection: true } },
      { code: 'needs-nothing', line: 6, column: 45, args: { id: 'gruop', nearest: null } },
      { code: 'needs-nothing', line: 9, column: 32, args: { id: 'basics', isSection: true } },
    ]);
  });

  it('a level that the roadmap does not have, with those that it has', () => {
    expect(found('levels: [rookie, {id: master}]\ntopics:\n  - {title: A, level: rokie}\n')).toMatchObject([
      { code: 'unknown-level', args: { level: 'rokie', levels: ['rookie', 'master'], nearest: 'rookie' } },
    ]);
    expect(found('topics:\n  - {title: A, level: wizard}\n')).toMatchObject([
      { args: { levels: ['junior', 'middle', 'senior', 'expert'], nearest: null } },
    ]);
  });
});

describe('the same mistake', () => {
  it('is reported once for a list that is where a text belongs', () => {
    expect(refused('topics:\n  - title: [a, b]\n')).toMatchObject([
      { line: 2, column: 12, message: 'title: expected a text, or one text per language, found a list' },
    ]);
  });
});

describe('a text without quotes in a file of another make (FORMATS Y2)', () => {
  const titles = (yaml: string) =>
    readYaml(toSource(yaml), 'plan.yaml').document.topics?.map((topic) =>
      typeof topic === 'string' ? topic : String(topic.title),
    );

  it.each([
    [
      'a colon',
      '- week: 1\n  topic: Clay: an introduction: part 1\n- week: 2\n  topic: Fire\n',
      'Clay: an introduction: part 1',
    ],
    [
      'a link',
      '- week: 1\n  topic: [Clay](https://example.org/clay)\n- week: 2\n  topic: Fire\n',
      '[Clay](https://example.org/clay)',
    ],
    ['quotes', '- week: 1\n  topic: "Clay" and: more\n- week: 2\n  topic: Fire\n', '"Clay" and: more'],
    ['a sign', '- week: 1\n  topic: @Clay\n- week: 2\n  topic: Fire\n', '@Clay'],
    ['a question', '- week: 1\n  topic: ?\n- week: 2\n  topic: Fire\n', '?'],
    ['code', '- week: 1\n  topic: `clay` first\n- week: 2\n  topic: Fire\n', '`clay` first'],
  ])('is read as it is: %s', (_, yaml, title) => {
    expect(titles(yaml)).toEqual([title, 'Fire']);
    expect(found(yaml)).toMatchObject([{ code: 'unquoted-text', severity: 'warning', line: 2 }]);
  });

  it('and where more is wrong, the first mistake is named', () => {
    expect(refused('- week: 1\n  topic: Clay: first\n- week: 2\n   topic: Fire\n')).toMatchObject([{ line: 2 }]);
  });

  it('lists of people are no topics', () => {
    expect(
      titles('- session: 1\n  topic: Clay\n  guest lecturer:\n    - name: Ida\n- session: 2\n  topic: Fire\n'),
    ).toEqual(['Clay', 'Fire']);
  });
});
