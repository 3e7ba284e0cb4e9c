// Grammar: help, version and the answer to a mistyped command line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectRefusal, type Home, newHome, project, wide } from '../support/program.ts';
import { kafka } from './notes.ts';

function homeWithNote(): Home {
  const home = newHome();
  home.write('kafka.md', kafka);
  return home;
}

describe('help and version', () => {
  it.each([[['--help']], [['-h']], [['help']]])('%j prints every command on stdout and exits 0', (args) => {
    const { status, out, err } = newHome().run(args);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^Usage: istio-roadmap /);
    const commands = 'status list show next log levels projects gate done start skip reopen undo redo'.split(' ');
    for (const command of commands) expect(out, command).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
  });

  it('help shows which words a command cannot do without', () => {
    const { out } = newHome().run(['--help']);
    expect(out).toMatch(/^ {2}gate <level> /m);
    expect(out).toMatch(/^ {2}list \[selector\.\.\.\] /m);
  });

  it.each([['done'], ['undo'], ['list']])('help %s says the same as --help behind the command', (command) => {
    const home = newHome();
    const { status, out, err } = home.run(['help', command]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain(`Usage: istio-roadmap ${command}`);
    expect(home.run([command, '--help']).out).toBe(out);
  });

  it.each([['--version'], ['-V']])('%s prints the version of the package', (flag) => {
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
    expect(newHome().run([flag])).toMatchObject({ status: 0, out: `${version}\n`, err: '' });
  });

  it('help is the same in every language', () => {
    const home = newHome();
    const english = home.run(['--help']).out;
    expect(home.run(['--help', '--lang', 'ru']).out).toBe(english);
    expect(home.run(['--help'], { env: { LC_ALL: 'ru_RU.UTF-8' } }).out).toBe(english);
  });

  it('help of an unknown command is a usage error', () => {
    const answer = newHome().run(['help', 'lst'], { env: wide });
    expectRefusal(answer, 2, /unknown command "lst"/);
    expect(answer.err).toContain('`istio-roadmap help list`');
  });

  it.each([[['--help']], [['--version']], [['help', 'done']]])('%j writes nothing', (args) => {
    const home = newHome();
    const before = home.snapshot();
    home.run(args);
    expect(home.snapshot()).toEqual(before);
  });
});

describe('wrong usage', () => {
  it.each<[string, string[], RegExp, RegExp]>([
    ['a mistyped command', ['stauts'], /unknown command "stauts"/, /istio-roadmap status/],
    ['a mistyped verb', ['dnoe', '1.3'], /unknown command "dnoe"/, /istio-roadmap done/],
    ['a word unlike any command', ['frobnicate'], /unknown command "frobnicate"/, /istio-roadmap help/],
    ['an address without a command', ['1.3'], /unknown command "1\.3"/, /istio-roadmap/],
    ['part of a title without a command', ['Ключ'], /unknown command "Ключ"/, /istio-roadmap/],
    ['an unknown option', ['list', '--jsn'], /unknown option '--jsn'/, /--json/],
    ['an unknown option behind the name of a roadmap', ['-r', 'istio', 'list', '--bogus'], /--bogus/, /help list/],
    ['an unknown short option', ['status', '-x'], /unknown option '-x'/, /help/],
    ['two forms of output', ['list', '--json', '--plain'], /--json|--plain/, /help/],
    ['an option without its value', ['list', '-r'], /argument missing/, /help/],
    ['a language that is not spoken', ['status', '--lang', 'de'], /de.*en.*ru/, /help/],
    ['a colour that is no choice', ['status', '--color', 'pink'], /pink.*auto.*always.*never/, /help/],
    ['a width in letters', ['status', '--width', 'wide'], /wide/, /help/],
    ['no topics at all', ['next', '-n', '0'], /0/, /help/],
    ['a count in letters', ['undo', '-n', 'two'], /two/, /help/],
    ['too many words', ['show', '1.1', '1.2'], /too many arguments/, /`istio-roadmap list 1\.1 1\.2`/],
    ['a verb without a selector', ['done'], /which topic/, /`istio-roadmap done 2\.2`/],
    ['an unknown status', ['list', '--status', 'finished'], /"finished" is not a status/, /todo, doing, done, skipped/],
    ['an unknown level', ['list', '--level', 'guru'], /no level "guru"/, /junior, middle, senior/],
    ['a word behind levels', ['levels', 'junior'], /too many arguments/, /help levels/],
    ['a word behind projects', ['projects', 'P1'], /too many arguments/, /help projects/],
    ['projects of an unknown level', ['projects', '--level', 'guru'], /no level "guru"/, /junior, middle, senior/],
    ['a gate without a level', ['gate'], /missing required argument 'level'/, /help gate/],
    ['a gate of an unknown level', ['gate', 'guru'], /no level "guru"/, /junior, middle, senior/],
    ['a share of nothing', ['gate', 'junior', '--at', '0'], /1 to 100/, /help gate/],
    ['a share of more than all', ['gate', 'junior', '--at', '101'], /1 to 100/, /help gate/],
    ['a share in words', ['gate', 'junior', '--at', 'half'], /1 to 100/, /help gate/],
    ['an unknown encoding', ['status', '--encoding', 'klingon'], /klingon/, /utf-8/],
    ['a day that is none', ['list', '--since', 'someday'], /"someday" is not a day/, /yesterday/],
    ['an address for undo', ['undo', '4.2'], /`undo` is about the last change/, /istio-roadmap reopen 4\.2/],
    ['a roadmap that does not exist', ['status', '-r', 'isto'], /no roadmap or file "isto"/, /istio/],
  ])('%s is reported in a sentence with a hint, exits 2 and changes nothing', (_, args, sentence, hint) => {
    const home = homeWithNote();
    const before = home.snapshot();
    const answer = home.run(args, { env: { ...wide, ISTIO_ROADMAP: 'kafka.md' } });
    expectRefusal(answer, 2, sentence);
    expect(answer.err.split('\n').slice(1).join('\n')).toMatch(hint);
    expect(home.snapshot()).toEqual(before);
  });

  it.each<[string, string, string[], string]>([
    ['in place of a command', 'kafka.md', ['kafka.md'], 'istio-roadmap status -r kafka.md'],
    ['behind done', './kafka.md', ['done', './kafka.md', '-r', 'istio'], 'istio-roadmap done 2.2 -r ./kafka.md'],
    ['behind list', 'kafka.md', ['list', 'kafka.md', '-r', 'istio'], 'istio-roadmap list -r kafka.md'],
    ['behind show', 'kafka.md', ['show', 'kafka.md', '-r', 'istio'], 'istio-roadmap show -r kafka.md'],
    ['with a space in it', 'my kafka.md', ['my kafka.md'], "istio-roadmap status -r 'my kafka.md'"],
  ])('a file %s gets a command that works', (_, name, args, command) => {
    const home = homeWithNote();
    home.write(name, kafka);
    const answer = home.run(args, { env: wide });
    expectRefusal(answer, 2, /is a file/);
    expect(answer.err).toContain(`\`${command}\``);
    expect(home.shell(command)).toMatchObject({ status: 0, err: '' });
  });

  it('control characters of the command line reach the terminal in a visible form', () => {
    const { err } = newHome().run(['\u001b[2J\u0007'], { env: wide });
    expect(err).toContain('unknown command');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });
});
