// Expressions: every regular expression of the sources, and texts that are the hardest for each.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { parse } from 'acorn';
import { type BuildOptions, build } from 'esbuild';
import { project } from './program.ts';

export interface Expression {
  readonly source: string;
  readonly flags: string;
}

/**
 * The literals, and what `pattern` and `new RegExp` are given while the modules are loaded: they are bundled and run with
 * both of these replaced.
 */
export async function expressionsOfSources(): Promise<Expression[]> {
  const sources = join(project, 'src');
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const made: Expression[] = [];
  const options: BuildOptions = {
    stdin: {
      contents: files.map((file, index) => `export * as m${index} from './${file}';`).join('\n'),
      resolveDir: sources,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    packages: 'external',
    format: 'cjs',
    target: 'esnext',
    define: {
      RegExp: 'RecordedRegExp',
      'import.meta.dirname': JSON.stringify(join(sources, 'schemas')),
      ISTIO_ROADMAP_VERSION: '""',
      ISTIO_ROADMAP_BUILD: '""',
    },
    logLevel: 'silent',
    plugins: [
      {
        name: 'eager',
        setup({ onLoad }) {
          onLoad({ filter: /\/text\/pattern\.ts$/ }, () => ({
            contents:
              'export function pattern(source, flags) { const built = new RegExp(source, flags); return () => ((built.lastIndex = 0), built); }',
          }));
        },
      },
    ],
  };
  const { outputFiles } = await build(options);
  const code = outputFiles?.[0]?.text ?? '';
  class RecordedRegExp extends RegExp {
    constructor(source: string | RegExp, flags?: string) {
      super(source, flags);
      made.push({ source: this.source, flags: this.flags });
    }
  }
  const require = createRequire(join(project, 'package.json'));
  new Function('require', 'module', 'exports', 'RecordedRegExp', code)(require, { exports: {} }, {}, RecordedRegExp);
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, regex } = node as { type?: string; regex?: { pattern: string; flags: string } };
    if (type === 'Literal' && regex) made.push({ source: regex.pattern, flags: regex.flags });
    for (const below of Object.values(node)) visit(below);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true }));
  return [...new Map(made.map((one) => [`/${one.source}/${one.flags}`, one])).values()];
}

/** A text that grows: what is before, what is repeated, and what keeps it from fitting in the end. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

const usual = [...' \t\nab0-_*.:/[]()<>"\'`#!~=%|,;\\+&@я✅学', '\u0301', '\ufe0f', '\ud83d'];
const mostPumps = 12;
const mostAttacks = 400;

/**
 * For each part that may be repeated without end: the shortest way to it, then it again and again, by each character that
 * the expression tells from the others; and that way itself again and again, for one that may begin anywhere.
 */
export function attacksOn({ source, flags }: Expression): Attack[] {
  const plain = flags.replace(/[gy]/g, '');
  const root = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: false,
  });
  const singles: AST.Element[] = [];
  const repeated: AST.Quantifier[] = [];
  const letters = new Set(usual);
  visitRegExpAST(root, {
    onCharacterEnter: (node) => void letters.add(String.fromCodePoint(node.value)),
    onCharacterClassEnter: (node) => void singles.push(node as AST.Element),
    onCharacterSetEnter: (node) => void singles.push(node as AST.Element),
    onQuantifierEnter: (node) => void (node.max > 20 && repeated.push(node)),
  });
  const tests = new Map<string, RegExp>();
  const fits = (raw: string, char: string): boolean => {
    let test = tests.get(raw);
    if (test === undefined) {
      test = new RegExp(`^(?:${raw})$`, plain.replace('m', ''));
      tests.set(raw, test);
    }
    return test.test(char);
  };
  // One character for each way in which the parts tell characters apart.
  const kinds = new Map<string, string>();
  const parts = [...new Set(singles.map(({ raw }) => raw))];
  const written = new Set([...letters].filter((char) => !usual.includes(char)));
  for (const char of [...letters]) {
    const kind = parts.map((raw) => Number(fits(raw, char))).join('') + (written.has(char) ? char : '');
    if (!kinds.has(kind)) kinds.set(kind, char);
  }
  const chars = [...kinds.values()];

  const samples = (node: AST.Node, most: number): string[] => {
    switch (node.type) {
      case 'Character':
        return [String.fromCodePoint(node.value)];
      case 'CharacterSet':
      case 'CharacterClass': {
        const own = chars.filter((char) => fits(node.raw, char));
        return own.length > 0 ? own.slice(0, most) : [[...letters].find((char) => fits(node.raw, char)) ?? ''];
      }
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives.flatMap((one) => samples(one, most)).slice(0, most);
      case 'Alternative': {
        let all = [''];
        for (const element of node.elements) {
          const own = samples(element, all.length === 1 ? most : 1);
          all = all.flatMap((start) => own.map((end) => start + end)).slice(0, most);
        }
        return all;
      }
      case 'Quantifier':
        return node.min === 0 ? [''] : samples(node.element, most).map((one) => one.repeat(node.min));
      default:
        return [''];
    }
  };
  /** The shortest text that leads from the beginning of the expression to this part of it. */
  const wayTo = (node: AST.Node): string => {
    const { parent } = node;
    if (parent === null || parent.type === 'Pattern') return '';
    const above = wayTo(parent);
    if (parent.type !== 'Alternative') return above;
    const before = parent.elements.slice(0, parent.elements.indexOf(node as AST.Element));
    return above + before.map((one) => samples(one, 1)[0] ?? '').join('');
  };
  const attacks = new Map<string, Attack>();
  const add = (before: string, pump: string): void => {
    if (pump === '') return;
    for (const after of ['', '\0', '\n\0', ' \0x']) {
      const attack = { before, pump, after };
      if (attacks.size < mostAttacks) attacks.set(JSON.stringify(attack), attack);
    }
  };
  for (const node of repeated) {
    const way = wayTo(node);
    const pumps = samples(node.element, mostPumps);
    for (const pump of pumps) add(way, pump);
    // Behind a repeated part of another kind, it is begun again at each of its characters.
    for (const pump of pumps.slice(0, 3)) if (way !== '') add('', way + pump);
    if (way !== '') add('', way);
  }
  return [...attacks.values()];
}
