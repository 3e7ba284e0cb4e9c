// FormatRegistry: the formats that are read, one line each; a new one is a file with its reader and a line here.
import type { Draft } from '../model/draft.ts';
import { toSource } from '../text/source.ts';
import { isAsciiDoc } from './asciidoc.ts';
import { isEscapedMarkdown } from './escaped-markdown.ts';
import type { Format, FormatInput, Parser, Parsing } from './format.ts';
import { frontMatterSpan, isOnlyFrontMatter } from './frontmatter.ts';
import { readNote } from './note.ts';
import { declaresOrg, isOrg } from './org.ts';
import { isRestructuredText } from './restructured-text.ts';
import { fromDocument } from './roadmap-document.ts';
import { isTodoTxt } from './todo-txt.ts';
import { looksLikeMarkdown } from './yaml/detect.ts';
import type { YamlReading, YamlRoadmap } from './yaml/roadmap.ts';

/** What recognizes the format is loaded by few notes. */
const mayBeEscaped = (text: string): boolean => text.includes('\n\\') && isEscapedMarkdown(text);

// The order decides where several fit; the last one takes every text that no other takes.
// biome-ignore format: one line each
export const formats: readonly Format[] = [
  { name: 'todo.txt', extensions: ['txt', ''], matches: isTodoTxt, load: () => import('./todo-txt.ts').then((it) => it.readTodoTxt), canHoldTicks: false },
  { name: 'org', extensions: ['org'], matches: isOrg, declared: { extensions: ['txt', ''], matches: declaresOrg }, load: () => import('./org.ts').then((it) => it.readOrg), canHoldTicks: false },
  { name: 'rst', extensions: ['rst', 'rest'], matches: isRestructuredText, load: () => import('./restructured-text.ts').then((it) => it.readRestructuredText), canHoldTicks: false, isPassedOver: true },
  { name: 'asciidoc', extensions: ['adoc', 'asciidoc', 'asc'], matches: isAsciiDoc, load: () => import('./asciidoc.ts').then((it) => it.readAsciiDoc), canHoldTicks: false, isPassedOver: true },
  { name: 'json', extensions: ['json'], matches: (text) => /^\s*[[{]/.test(text), load: json, canHoldTicks: false, isPassedOver: true },
  { name: 'yaml', extensions: ['yaml', 'yml'], matches: (text) => !looksLikeMarkdown(text), declared: { extensions: ['md', 'markdown'], matches: isOnlyFrontMatter }, load: () => readDocument, canHoldTicks: false, parsing: wholeText, fields },
  { name: 'escaped-markdown', extensions: ['md', 'markdown', 'txt', ''], matches: mayBeEscaped, load: () => import('./escaped-markdown.ts').then((it) => it.readEscapedMarkdown), canHoldTicks: false },
  { name: 'markdown', extensions: ['md', 'markdown', 'txt'], matches: () => true, load: () => readNote, canHoldTicks: true, parsing: frontMatter },
];

/**
 * The format of a text: of those that a file of this name may be in, the first that its content shows, else the last of
 * all (FORMATS B5). A file without a full stop in its name has the extension ''.
 */
export function formatOf(path: string, text: string, known: readonly Format[] = formats): Format {
  const extension = extensionOf(path);
  const fits = (one: Format | Format['declared']): boolean =>
    one?.extensions.includes(extension) === true && one.matches(text);
  const found = known.find((one) => fits(one) || fits(one.declared));
  return found ?? (known[known.length - 1] as Format);
}

/** Whether a file may be a roadmap, by its name alone; files that mostly are something else are none in a folder. */
export function mayBeRoadmap(path: string): boolean {
  const extension = extensionOf(path);
  return extension !== '' && formats.some((one) => !one.isPassedOver && one.extensions.includes(extension));
}

function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

const yamlParser: Parser = {
  name: 'yaml',
  steps: [
    () =>
      import('./plain-yaml.ts').then(
        ({ readPlainYaml }) =>
          (text, file) =>
            reading(readPlainYaml(text, file)),
      ),
    () => fields().then((readYaml) => (text, file) => reading(readYaml(toSource(text), file))),
  ],
};
const frontMatterParsers: Readonly<Record<'---' | '+++', Parser>> = {
  '---': {
    name: 'front-matter',
    steps: [
      () => import('./plain-yaml.ts').then((it) => it.readPlainFrontMatter),
      () => import('./frontmatter-yaml.ts').then((it) => it.parseFrontMatter),
    ],
  },
  '+++': { name: 'front-matter-toml', steps: [() => import('./frontmatter-toml.ts').then((it) => it.parseToml)] },
};

/** Without the places, which only `lint` needs. */
function reading(read: YamlRoadmap | null): YamlReading | null {
  return read && { document: read.document, diagnostics: read.diagnostics };
}

function fields() {
  return import('./yaml/read.ts').then(({ readYaml }) => readYaml);
}

function json(): ReturnType<Format['load']> {
  return import('./json/read.ts').then(
    ({ readJson }) =>
      ({ source, name, file }) =>
        readJson(source, name, file),
  );
}

function readDocument({ parsed, name }: FormatInput): Draft {
  const { document, diagnostics } = parsed as YamlReading;
  return fromDocument(document, name, diagnostics);
}

function wholeText(text: string): Parsing {
  return { parser: yamlParser, text };
}

function frontMatter(text: string): Parsing | null {
  const found = frontMatterSpan(text);
  return found && { parser: frontMatterParsers[found.fence], text: text.slice(found.block.start, found.block.end) };
}
