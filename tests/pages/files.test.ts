// Pages: the man page and the pages of the commands are what the grammar makes, name all of it and nothing else, and are sound roff.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpTopics } from '../../src/help-topics.ts';
import { grammarForTests } from './grammar.ts';

const grammar = await grammarForTests();
const { pageFiles, pageFolders } = await import('../../src/pages/files.ts');

const root = join(import.meta.dirname, '..', '..');
const made = pageFiles();
const read = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
const manual = read('man/istio-roadmap.1');
const everything = [grammar.program, ...grammar.commands];

describe('the man page and the pages of docs/commands', () => {
  it.each([...made.keys()])('%s is what the grammar and the examples make of it', (path) =>
    expect(read(path), `${path} is out of date: run \`npm run pages\``).toBe(made.get(path)),
  );

  it.each(pageFolders)('%s holds nothing else', (folder) => {
    const foreign = readdirSync(join(root, folder)).filter((name) => !made.has(`${folder}/${name}`));
    expect(foreign, `${folder} has files that nothing makes: run \`npm run pages\``).toEqual([]);
  });

  // What is compared above is made by one program; here it is looked at from outside.
  it.each(everything)('all options of $name are on its page and no other', ({ name, options }) => {
    const page = read(name === 'istio-roadmap' ? 'docs/commands/README.md' : `docs/commands/${name}.md`);
    const rows = [...page.matchAll(/^\| `(-[^`]*)` \|/gm)].map(([, term = '']) => term.replaceAll('\\|', '|'));
    expect(rows).toEqual(options.map(({ term }) => term));
  });

  it('the list has every command and no other', () => {
    const listed = [...read('docs/commands/README.md').matchAll(/^\| \[([^\]]*)\]\(([^)]*)\)/gm)];
    expect(listed.map(([, name, file]) => [name, file])).toEqual(
      grammar.commands.map(({ name }) => [name, `${name}.md`]),
    );
  });

  it('the man page has every command with its options, every topic, and no other', () => {
    const plain = manual
      .replace(/\\f[BIR]/g, '')
      .replaceAll('\\-', '-')
      .replaceAll('\\(aq', "'");
    const [, ofProgram = '', ofCommands = ''] = plain.split(/^\.SH "(?:OPTIONS|COMMANDS|ADDRESSES)"$/m);
    const terms = (text: string): string[] => [...text.matchAll(/^\.TP\n(-.*)$/gm)].map(([, term]) => term as string);
    const withoutBrackets = (term: string): string => term.replaceAll(/[<>]/g, '');
    expect(terms(ofProgram)).toEqual(grammar.program.options.map(({ term }) => withoutBrackets(term)));
    const [, ...parts] = ofCommands.split(/^\.SS "/m);
    expect(parts.map((part) => part.slice(0, part.indexOf('"\n')))).toEqual([
      ...grammar.commands.map(({ usage }) => usage),
      'help [command|topic]',
    ]);
    grammar.commands.forEach(({ name, options }, at) => {
      expect(terms(parts[at] as string), name).toEqual(options.map(({ term }) => withoutBrackets(term)));
    });
    for (const name of Object.keys(helpTopics)) expect(plain).toContain(`\n.SH "${name.toUpperCase()}"\n`);
  });

  it('the man page is ASCII, which every man reads', () => expect(manual).toMatch(/^[\n -~]*$/));

  it('the man page is named by package.json and shipped', () => {
    const { man, files } = JSON.parse(read('package.json')) as { man: string[]; files: string[] };
    expect(man).toEqual(['man/istio-roadmap.1']);
    expect(files).toContain('man');
  });

  it.for<[string, string[]]>([
    ['mandoc', ['-Tlint', '-Wwarning']],
    ['groff', ['-man', '-ww', '-Tutf8', '-z', '-rLL=80n']],
  ])('%s has nothing to say about it', ([program, args], { skip }) => {
    const { error, stdout, stderr } = spawnSync(program, [...args, join(root, 'man', 'istio-roadmap.1')], {
      ...{ encoding: 'utf8', timeout: 20_000 },
    });
    if (error) return skip(`${program} is needed to read the man page as man does, and it is not here`);
    expect(stdout + stderr).toBe('');
  });
});

describe('help topics', () => {
  it('each has a file, and each file is one', () =>
    expect(readdirSync(join(root, 'docs', 'help')).sort()).toEqual(
      Object.keys(helpTopics)
        .map((name) => `${name}.md`)
        .sort(),
    ));

  it('none has the name of a command', () => {
    const names = new Set(grammar.commands.map(({ name }) => name));
    expect(Object.keys(helpTopics).filter((name) => names.has(name))).toEqual([]);
  });

  it('help scripting names every variable of ours, and no other', () => {
    const named = new Set(read('docs/help/scripting.md').match(/\bISTIO_ROADMAP\w*/g));
    const sources = ['src', 'shell']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')),
      )
      .join('\n');
    const used = new Set(sources.match(/\bISTIO_ROADMAP\w*/g));
    // Put in by the build, and what is given to a prompt and not taken from the user.
    for (const name of ['VERSION', 'BUILD', 'PROMPT']) used.delete(`ISTIO_ROADMAP_${name}`);
    expect([...named].sort()).toEqual([...used].sort());
  });
});
