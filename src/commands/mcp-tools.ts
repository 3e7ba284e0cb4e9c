// McpTools: what a client of the Model Context Protocol may ask for, each the command of that name, with its input in valibot.
import * as v from 'valibot';
import { type ChangeOptions, change } from './change.ts';
import type { CommonOptions, Context } from './context.ts';
import type { FilterOptions } from './filter.ts';
import { list, narrowed, next, show } from './look.ts';
import { status } from './status.ts';
import { rehearseUndo, undo } from './undo.ts';

const described = <Schema extends v.GenericSchema>(schema: Schema, words: string) =>
  v.exactOptional(v.pipe(schema, v.description(words)));
const text = v.pipe(v.string(), v.minLength(1));
const selector =
  'an address (4.2), a section (4), a range (4.1-4.3), 4.*, an id, or a part of a title that fits one topic only';

const roadmap = described(
  text,
  'The name of a roadmap, or a file; without it the one that the program shows by itself',
);
const selectors = described(v.array(text), `Only these topics, each ${selector}`);
const filters = {
  level: described(text, 'Only topics of this level, such as junior; several with commas between them'),
  status: described(text, 'Only topics in this state: todo, doing, done, skipped; several with commas between them'),
  tag: described(text, 'Only topics with this tag'),
  search: described(text, 'Only topics whose title, outcome or notes contain the text'),
  since: described(text, 'Only topics done on this day or later: 2026-11-19, today, yesterday, -3d, monday'),
  until: described(text, 'Only topics done on this day or earlier'),
  due: described(
    text,
    'Only topics that are due then: overdue, week, 2026-12-24 (on it or before), 2026-12-01..2026-12-24',
  ),
};
const dryRun = v.exactOptional(
  v.pipe(
    v.boolean(),
    v.description(
      'true, the default: show what would change and write nothing. false: write it, which is refused unless the same change was shown before.',
    ),
  ),
  true,
);

const inputs = {
  status: v.strictObject({ roadmap, selectors, ...filters }),
  next: v.strictObject({
    roadmap,
    selectors,
    number: described(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
      'How many topics; 3 without it',
    ),
    ...filters,
  }),
  list: v.strictObject({ roadmap, selectors, ...filters }),
  show: v.strictObject({
    roadmap,
    selector: described(text, `What to show: ${selector}; without it the whole roadmap`),
  }),
  done: v.strictObject({
    roadmap,
    selectors: v.pipe(v.array(text), v.minLength(1), v.description(`What is done, each ${selector}`)),
    on: described(
      text,
      'The day it was done, not in the future: 2026-11-19, today, yesterday, -3d, monday; today without it',
    ),
    only: described(v.boolean(), 'Of a topic with topics below it only that topic itself'),
    dryRun,
  }),
  undo: v.strictObject({ roadmap, dryRun }),
};

export type ToolName = keyof typeof inputs;
type InputOf<Name extends ToolName> = v.InferOutput<(typeof inputs)[Name]>;
export type ToolInput = InputOf<ToolName>;

/** `given`: what chose roadmap and ticks for all calls. */
type Run<Input> = (context: Context, input: Input, given: CommonOptions) => Promise<number>;

export interface Tool {
  readonly name: ToolName;
  readonly description: string;
  readonly input: v.GenericSchema<unknown, ToolInput>;
  /** The words of the command line that does the same, for what is to be typed. */
  readonly words: (input: ToolInput) => readonly string[];
  /** Prints one document. Throws what the command throws. */
  readonly run: Run<ToolInput>;
  /** The document of what `run` would change, and nothing is written; null for what only reads. */
  readonly rehearse: Run<ToolInput> | null;
}

interface Definition<Name extends ToolName> {
  readonly description: string;
  readonly words: (input: InputOf<Name>) => readonly (string | undefined)[];
  readonly run: Run<InputOf<Name>>;
  readonly rehearse?: Run<InputOf<Name>>;
}

const optionWords = (options: FilterOptions | Pick<ChangeOptions, 'on'>): string[] =>
  Object.entries(options).flatMap(([name, value]) => (typeof value === 'string' ? [`--${name}`, value] : []));
const looked = ({ roadmap: _, selectors = [], ...rest }: InputOf<'list' | 'next'>): string[] => [
  ...selectors,
  ...optionWords(rest),
];

const definitions: { readonly [Name in ToolName]: Definition<Name> } = {
  status: {
    description: 'Progress of a roadmap: counts per section and level, and what is next. Document of kind "status".',
    words: looked,
    run: (context, { selectors: words = [], ...options }, given) =>
      status(context, { ...given, ...options, json: true }, (all) => narrowed(all, words, options, context)),
  },
  next: {
    description: 'What to study now, each topic with the reason. Document of kind "topics".',
    words: looked,
    run: (context, { selectors: words = [], ...options }, given) =>
      next(context, words, { ...given, ...options, json: true }),
  },
  list: {
    description: 'The topics of a roadmap with their states, days, levels and links. Document of kind "topics".',
    words: looked,
    run: (context, { selectors: words = [], ...options }, given) =>
      list(context, words, { ...given, ...options, json: true }),
  },
  show: {
    description:
      'All that is known of one topic or section: outcome, notes, what it needs and unlocks, history. Document of kind "topic" or "section"; where several fit, "topics".',
    words: ({ selector: word }) => [word],
    run: (context, { selector: word, ...options }, given) => show(context, word, { ...given, ...options, json: true }),
  },
  done: {
    description:
      'Tick topics, or all below a section. Call it first as it is: nothing is written, and `changed` shows what would be. When that is what the user wants, make the same call again with dryRun false. Document of kind "change".',
    words: ({ selectors: words, on, only }) => [
      ...words,
      ...(only ? ['--only'] : []),
      ...optionWords(on === undefined ? {} : { on }),
    ],
    run: (context, { selectors: words, dryRun: _, ...options }, given) =>
      change(context, 'done', words, { ...given, ...options, json: true }),
    rehearse: (context, { selectors: words, ...options }, given) =>
      change(context, 'done', words, { ...given, ...options, json: true, dryRun: true }),
  },
  undo: {
    description:
      'Take back the last change of a roadmap, whoever made it. Call it first as it is: nothing is written, and `changed` shows what would be taken back. When that is what the user wants, make the same call again with dryRun false. Document of kind "change".',
    words: () => [],
    run: (context, { dryRun: _, ...options }, given) => undo(context, 'undo', [], { ...given, ...options, json: true }),
    rehearse: (context, { dryRun: _, ...options }, given) => rehearseUndo(context, { ...given, ...options }),
  },
};

function toolNamed<Name extends ToolName>(name: Name): Tool {
  const { description, words, run, rehearse } = definitions[name] as Definition<Name>;
  // What the schema has let through is the input of this tool.
  const own = (input: ToolInput): InputOf<Name> => input as InputOf<Name>;
  return {
    ...{ name, description, input: inputs[name] as v.GenericSchema<unknown, ToolInput> },
    words: (input) => [name, ...words(own(input)).filter((word) => word !== undefined)],
    run: (context, input, given) => run(context, own(input), given),
    rehearse: rehearse === undefined ? null : (context, input, given) => rehearse(context, own(input), given),
  };
}

export const tools: readonly Tool[] = (Object.keys(definitions) as ToolName[]).map((name) => toolNamed(name));
