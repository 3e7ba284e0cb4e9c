// YAML texts from a seed: roadmaps and front matter as people write them, the same with something wrong in it, and what is hard to read.
import { newRandom } from './seed.ts';

/** Chooses one of these; `below` is a whole number from 0 on. */
type Choose = (<Item>(items: readonly Item[]) => Item) & { readonly below: (count: number) => number };

export interface YamlTexts {
  /** A roadmap, or the properties of a note: nothing but what most files have. */
  readonly realistic: () => string;
  readonly properties: () => string;
  /** One of them with one to three changes at random places. */
  readonly mutated: () => string;
  /** Lines of signs that mean something to YAML. */
  readonly adversarial: () => string;
}

export function yamlTexts(start?: number): YamlTexts {
  const choose = chooser(newRandom(start).seed);
  const realistic = (): string => finished(choose, choose([roadmap, roadmap, properties])(choose));
  return {
    realistic,
    properties: () => finished(choose, properties(choose)),
    mutated: () => mutated(choose, realistic()),
    adversarial: () => adversarial(choose),
  };
}

/** Numbers by mulberry32: a text takes hundreds. */
function chooser(start: number): Choose {
  let state = start >>> 0;
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
  const choose = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  return Object.assign(choose, { below });
}

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

const bare = [
  ...['Sow', 'Water the beds', 'Грядки и теплица', 'a-b_c', 'https://garden.example/a?b=c#d', '12:30', '2026-03-01'],
  ...['1_000', '0o7', '.inf', '1e3', '-5', '+7', '1.10', 'yes', 'no', 'null', 'True', '~', 'C#', 'a#b', "Gardener's"],
  ...[
    'Compost — part 1 (of 2)',
    'soil [wet]',
    '5 % of it',
    'R&D',
    'a, b',
    'лопата 🌱',
    'a\u00a0b',
    'e\u0301',
    '---x',
    '--',
    '-x',
    '.',
  ],
];
const flowBare = bare.filter((text) => !/[[\],{}]/.test(text));
const quoted = [
  ...[
    '"Beds: north"',
    '"a # b"',
    "'it''s'",
    "'- a'",
    '""',
    "''",
    '" a "',
    '"\\u00e9\\n"',
    '"a \\"b\\" c"',
    '"C:\\\\x"',
    "'a \\ b'",
  ],
  ...['"{x}"', "'*bold*'", '"@home"', '"\\ud83c\\udf31"', "'[a](https://garden.example)'", '"a\\/b"'],
];
const rareQuoted = [
  '"\\x41"',
  '"\\e"',
  '"\\_"',
  '"\\ "',
  '"\\q"',
  '"a\\',
  '"a"b',
  "'a'b",
  "'a' 'b'",
  '"a" # c',
  '"a"# c',
];
const keys = [
  'title',
  'name',
  'notes',
  'hours',
  'tags',
  'level',
  'outcome',
  'Грядки',
  'in two words',
  'a-b',
  'x.y',
  '"quoted"',
  "'k'",
];

function scalar(choose: Choose, indent: string): string {
  const below = `\n${indent}  `;
  return choose([
    ...times(9, () => () => choose(bare)),
    ...times(5, () => () => choose(quoted)),
    () => `${choose(bare)}${choose(['', ' ', '  '])} # ${choose(bare)}`,
    () =>
      `${choose(['Dig the', 'a', 'no'])}${below}${choose(['long bed', '- and rake', "'s", 'b [c]', '"d"'])}${choose(['', below])}`,
    () => `"Dig:${below}the bed${choose(['', `${below}  and`, below, `\n${below}b`])}"`,
    () => `'Dig:${below}it''s${choose(['', `\n${below}b`])}'`,
    () =>
      `${choose(['|', '>', '|-', '>-'])}${below}Dig${choose(['', `${below}the: bed`, `\n${below}# two`])}${choose(['', '\n'])}`,
  ])();
}

function flow(choose: Choose, depth = 0): string {
  const word = (): string => choose([...flowBare, ...quoted]);
  const value = (): string => (depth < 2 && choose([0, 0, 0, 1]) ? flow(choose, depth + 1) : word());
  const items = choose([0, 1, 2, 3]);
  if (choose([true, false])) return `[${times(items, value).join(', ')}]`;
  const space = choose(['', '', ' ']);
  return `{${space}${times(items, (i) => `k${i}: ${value()}`).join(', ')}${space}}`;
}

function value(choose: Choose, indent: string, depth: number): string {
  if (depth > 3 || choose([0, 0, 1])) return ` ${scalar(choose, indent)}`;
  return choose([
    () => '',
    () => ` ${flow(choose)}`,
    () => `${comment(choose)}\n${indent}  ${scalar(choose, indent)}`,
    () => `${comment(choose)}\n${list(choose, indent + choose(['', '  ', '  ', '    ']), depth + 1)}`,
    () => `${comment(choose)}\n${map(choose, `${indent}${choose(['  ', '    '])}`, depth + 1)}`,
  ])();
}

const comment = (choose: Choose): string => choose(['', '', '', ' # a remark', '  #', ' ']);
const between = (choose: Choose, indent: string): string =>
  choose(['\n', '\n', '\n', '\n', '\n', '\n\n', `\n${indent}# remark\n`, '\n# remark: a\n', `\n${indent}\n`]);

function map(choose: Choose, indent: string, depth: number): string {
  return times(choose([1, 2, 3]), (i) => `${indent}${choose(keys)}${i || ''}`.replace(/(["'])(\d+)$/, '$2$1'))
    .map((key) => `${key}:${value(choose, indent, depth)}`)
    .reduce((above, pair) => above + between(choose, indent) + pair);
}

function list(choose: Choose, indent: string, depth: number): string {
  const entry = (): string =>
    choose([
      () => ` ${scalar(choose, indent)}`,
      () => ` ${flow(choose)}`,
      () => ` ${map(choose, `${indent}  `, depth + 1).trimStart()}`,
      () => (depth > 3 ? '' : ` ${list(choose, `${indent}  `, depth + 1).trimStart()}`),
      () => '',
    ])();
  return times(choose([1, 2, 3]), () => `${indent}-${entry()}`).reduce((a, b) => a + between(choose, indent) + b);
}

function roadmap(choose: Choose): string {
  const step = choose(['  ', '  ', '    ']);
  const inner = choose(['', step]);
  const topics = (): string =>
    times(choose([1, 2, 4]), (i) =>
      choose([
        () => `{id: t${i}, title: ${choose(flowBare)}, hours: ${i}, tags: [${choose(flowBare)}, b]}`,
        () => `title: ${scalar(choose, `${step}${inner}    `)}\n${step}${inner}    level: junior`,
        () => scalar(choose, `${step}${inner}  `),
      ])(),
    )
      .map((topic) => `${step}${inner}  - ${topic}\n`)
      .join('');
  const section = (): string => `${inner}- title: ${scalar(choose, `${inner}  `)}\n${inner}  topics:\n${topics()}`;
  const head = `${choose(['', '# A plan\n', '---\n'])}title: ${scalar(choose, '')}\n`;
  return `${head}sections:${comment(choose)}\n${times(choose([1, 2]), section).join(choose(['', '\n']))}`;
}

const properties = (choose: Choose): string => map(choose, '', 1);

function finished(choose: Choose, text: string): string {
  const ended = choose([text, `${text}\n`, `${text.trimEnd()}\n\n`]);
  return choose([0, 0, 0, 0, 1]) ? ended.replaceAll('\n', '\r\n') : ended;
}

// biome-ignore format: a list of fragments
const fragments = [
  ':', ': ', ' :', '-', '- ', ' - ', '\n', '\n ', '\n  ', '\n-', '\n\n', ' ', '  ', '#', ' #', '\n#', '\n#c\n', '\t', '\r', '\r\n', '\u0085', '\u00a0',
  '\u2028', '\ufeff', '"', "'", "''", '\\', '[', ']', '{', '}', ',', ', ', '&', '&a ', '*', '*a', '!', '!!str ', '|', '>', '|+', '|2', '%', '@', '`', '?', '? ',
  '~', '<<: ', '---', '\n---\n', '\n...\n', '--- ', '__proto__: 1\n', 'constructor', 'key:value', 'http://x', 'a: b: c', '- - a', 'key: - x', '1_000',
  '0o7', '.inf', '12:30', 'yes', '🌱', '\0', 'a'.repeat(1100), ':\n', ': |\n', ': >-\n', "'it''s'", '"\\u00e9\\n"', '{a: b}', '[a, b]', '{a}', '{a: }', '[a: b]',
  '[, a]', '[a,]', '{a:b}', '{"a":b}', 'a:\n', '- a:\n', '-\n', '- -\n', '"a":', '"a" :', "'a': b", ': a', 'a #b', 'a# b', '=', '$', '^', '\ud800',
];

function mutated(choose: Choose, text: string): string {
  return times(choose([1, 1, 2, 3]), () => 0).reduce((before) => mutatedOnce(choose, before), text);
}

function mutatedOnce(choose: Choose, text: string): string {
  const at = choose.below(text.length + 1);
  const length = choose([1, 1, 1, 2, 5, 20]);
  const lines = text.split('\n');
  const line = choose.below(lines.length);
  const other = choose(lines);
  return choose([
    () => text.slice(0, at) + choose(fragments) + text.slice(at),
    () => text.slice(0, at) + choose(fragments) + text.slice(at + length),
    () => text.slice(0, at) + text.slice(at + length),
    () => text.slice(0, at),
    () => lines.with(line, `${choose([' ', '  ', '    ', '\t'])}${lines[line]}`).join('\n'),
    () => lines.with(line, (lines[line] as string).replace(/^ {1,2}/, '')).join('\n'),
    () => lines.with(line, `${lines[line]}${choose([' ', '  ', ' # c', '#', ':', ' x'])}`).join('\n'),
    () => lines.with(line, `${/^ */.exec(lines[line] as string)?.[0]}${choose(fragments)}`).join('\n'),
    () => lines.toSpliced(line, 1).join('\n'),
    () => lines.toSpliced(line, 0, other).join('\n'),
    // Below a key or dash with nothing behind it.
    () => {
      const open = choose([{ index: 0 }, ...text.matchAll(/(?<=[:-])\n/g)]).index;
      return `${text.slice(0, open)}${choose(['\n#c', '\n # c', '\n\n#'])}${text.slice(open)}`;
    },
    () => lines.toSpliced(line, 0, choose(['', ' ', '   ', '#', '#c', '  # c', '      # c'])).join('\n'),
  ])();
}

function adversarial(choose: Choose): string {
  const word = (): string => choose([...bare, ...quoted, ...rareQuoted, ...fragments, ...times(20, (i) => `k${i}:`)]);
  const line = (): string => {
    const indent = ' '.repeat(choose([0, 0, 0, 1, 2, 2, 3, 4]));
    const start = choose(['', '', '- ', '- - ', 'a: ', 'b: ', '- c: ', '"d": ', '-']);
    return `${indent}${start}${times(choose([0, 1, 1, 2, 3]), word).join(choose(['', ' ', ' ']))}`;
  };
  return finished(choose, times(choose([1, 2, 3, 4, 6]), line).join('\n'));
}
