// English sentences: what went wrong and what was noticed, for people who read English; loaded only when there is something to say.

import { otherForm } from '../dates/other-form.ts';
import { type ExpectedValue, type FileCause, lieInFile, type NoRoadmap } from '../errors.ts';
import { nearestWord } from '../text/nearest.ts';
import { english } from './en.ts';
import { months, shortMonths } from './en-months.ts';
import { englishProblems, wrong } from './en-problems.ts';
import { englishScripting } from './en-scripting.ts';
import { encodingName } from './encoding-name.ts';
import { failedLines } from './failed-lines.ts';
import type { AbandonedNames, Commands, Sentences } from './messages.ts';
import { englishForm } from './plural.ts';
import { rareFields } from './rare-fields.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${englishForm(count, one, many)}`;

// Of a long list, as many as can be read at a glance.
const mostPlaces = 10;

const listed = (found: readonly { address: string; title: string }[]): string =>
  [
    ...found.slice(0, mostPlaces).map(({ address, title }) => `${address}  ${title}`),
    ...(found.length > mostPlaces ? [english.more(found.length - mostPlaces)] : []),
  ].join('\n');

/** Ticks that lie in the progress file of another roadmap. */
function abandoned({ file, roadmap, isThere, fitting, total }: AbandonedNames): string {
  const kept =
    roadmap === null ? '' : `; the file was made for ${roadmap}, which is ${isThere ? 'still there' : 'gone'}`;
  if (total === 0) return `there is no tick in ${file}${kept}`;
  const belong = englishForm(fitting, 'belongs to a topic', 'belong to topics');
  return `${fitting} of ${counted(total, 'tick', 'ticks')} in ${file} ${belong} of this roadmap${kept}`;
}

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const guide = 'docs/write-a-roadmap.md says what each field is good for';
const listAll = (commands: Commands): string => `\`${commands.to('list')}\` shows every address`;
const helpOf = (command: string | null, commands: Commands): string =>
  command === null
    ? `\`${commands.to('help')}\` lists the commands and options`
    : `\`${commands.to('help', ...command.split(' ', 1))}\` shows how it is used`;
const meantLine = (line: string): string => `did you mean \`${line}\`?`;

/** Of a long circle its beginning and its end. */
const circleText = (addresses: readonly string[]): string => {
  const shown = addresses.length > 12 ? [...addresses.slice(0, 8), '…', ...addresses.slice(-3)] : addresses;
  return [...shown, addresses[0]].join(' → ');
};

const expectedValue = (expected: ExpectedValue): string =>
  expected.kind === 'choice'
    ? `one of ${expected.choices.join(', ')}`
    : expected.kind === 'number'
      ? `a whole number, ${expected.least} or more`
      : expected.kind === 'command-name'
        ? 'letters, digits, - and _, and no word that a shell reads as something else'
        : expected.kind === 'pace'
          ? 'hours a week, such as 6h/w, or topics a week, such as 10/w'
          : expected.kind === 'duration'
            ? 'an amount of time, such as 2h, 30m or 1h30m'
            : 'a whole percentage, 1 to 100';

interface Cause {
  readonly message: string;
  /** `file` as it was named. */
  hint(file: string, commands: Commands): string;
}

const ticksInFile = (commands: Commands): string =>
  `\`${commands.again('--progress', 'ticks.md')}\` keeps the ticks in a file of their own`;

const causes: { readonly [cause in FileCause]: Cause } = {
  missing: { message: 'there is no such file', hint: () => 'look at the spelling and the folder you are in' },
  exists: {
    message: 'there is something of that name',
    hint: () => 'choose another name: nothing is ever written over',
  },
  'no-folder': {
    message: 'its folder does not exist',
    hint: () => 'make the folder first, or look at the spelling',
  },
  folder: {
    message: 'it is a folder',
    hint: (file, commands) => `\`${commands.to('lint', file)}\` says which of its files are roadmaps`,
  },
  'not-a-file': { message: 'it is a device or a pipe, not a file', hint: () => 'name an ordinary file' },
  denied: { message: 'permission denied', hint: () => 'ask its owner, or `ls -l` shows who may' },
  'write-protected': {
    message: 'it is write-protected',
    hint: (file, commands) => `allow writing first: \`${commands.shell('chmod', 'u+w', file)}\``,
  },
  'read-only': { message: 'the file system is read-only', hint: () => 'copy the file to a place you may write to' },
  full: { message: 'the disk is full', hint: () => 'make room and run the command again' },
  io: { message: 'the disk reported an error', hint: () => 'look at the disk before you try again' },
  binary: { message: 'it is not text', hint: () => 'name a file of text: Markdown, YAML or JSON' },
  'too-large': {
    message: 'it is larger than 32 MiB',
    hint: () => 'look at the spelling, or split it into several files',
  },
  'dangling-link': {
    message: 'it is a link to a file that is gone',
    hint: (file, commands) => `\`${commands.shell('ls', '-l', file)}\` shows where it points to`,
  },
  'not-a-folder': {
    message: 'a part of its path is a file, not a folder',
    hint: () => 'look at the spelling: `ls -ld` of each part shows which',
  },
  'no-cwd': {
    message: 'the folder that you are in was removed',
    hint: () => '`cd` to a folder that is there, or name the file by its whole path',
  },
  'long-name': {
    message: 'its name is longer than the file system allows',
    hint: () => 'a name has room for 255 bytes: choose a shorter one',
  },
  'odd-name': {
    message: 'its path has bytes that are not UTF-8, and cannot be followed',
    hint: () => 'rename it (`convmv -f latin1 -t utf-8`), or make a link to it with a plain name: `ln -s`',
  },
  busy: {
    message: 'it is a mount point, and no other file can take its place',
    hint: (_, commands) => `${ticksInFile(commands)}; in a container, mount the folder and not the file`,
  },
  defect: {
    message: 'the program fails on it, which is a defect of ours',
    hint: (file, commands) =>
      `please report it with the file; \`DEBUG=1 ${commands.on(file).to('status')}\` prints where it happens`,
  },
  refused: {
    message: 'the operating system refused it',
    hint: (file, commands) => `run the command again; \`${commands.shell('ls', '-ld', file)}\` shows what it is`,
  },
  'link-circle': {
    message: 'it is a link that leads to itself',
    hint: (file, commands) => `\`${commands.shell('ls', '-l', file)}\` shows where it points to`,
  },
  'hard-link': {
    message: 'it has several names (hard links), and writing would part them',
    hint: (_, commands) => ticksInFile(commands),
  },
  owner: {
    message: 'it belongs to another user, and writing would change that',
    hint: (_, commands) => ticksInFile(commands),
  },
  'inexact-encoding': {
    message: 'its encoding has no such characters, or would not give the same bytes back',
    hint: (_, commands) => `save the file as UTF-8, or ${ticksInFile(commands)}`,
  },
  'ticks-gone': {
    message: 'the ticks of this roadmap were moved there, and the file is gone',
    hint: (_, commands) =>
      `bring the file back, or begin anew: \`${commands.to('reconcile', '--progress', 'inline', '--apply')}\` (or a file instead of \`inline\`)`,
  },
  'no-home': {
    message: 'there is no home folder',
    hint: () => 'set HOME, or XDG_DATA_HOME and XDG_STATE_HOME',
  },
};

const reasons: { readonly [reason in NoRoadmap['reason']]: string } = {
  empty: 'it is empty',
  'only-comments': 'there is nothing in it',
  'single-text': 'it is a single text',
  'about-a-person': 'it describes a person',
  configuration: 'it configures a program',
  records: 'its lists hold records, not topics',
  'names-and-values': 'it holds names and values, not topics',
  numbers: 'its entries are sets of numbers, not topics',
  untitled: 'most of its entries have no title',
  'no-topics': 'no topics were found in it',
  'other-json': 'it is JSON, but has neither the "nodes" nor the "mockup" of a roadmap.sh file',
  'no-nodes': 'no topic or subtopic is among its nodes',
};

const noRoadmap = ({ reason, keys }: NoRoadmap): string =>
  reasons[reason] + (keys === undefined ? '' : ` (${keys.join(', ')})`);

const range = (first: number, last: number): string => (first === last ? `${first}` : `${first}–${last}`);

export const englishSentences: Sentences = {
  waitsForClient: 'waiting for a client of the Model Context Protocol on standard input; Ctrl-D ends it (docs/mcp.md)',
  setBy: (place) => `set by ${place}`,
  errors: {
    'unknown-command': ({ word, words }, commands) => ({
      message: `unknown command "${word}"`,
      hint: words === null ? helpOf(null, commands) : meantLine(commands.line(words)),
    }),
    'unknown-option': ({ option, command, words }, commands) => ({
      message: `unknown option '${option}'${command === null ? '' : ` of \`${command}\``}`,
      hint: words === null ? helpOf(command, commands) : meantLine(commands.line(words)),
    }),
    'option-without-value': ({ option, command }, commands) => ({
      message: `option '${option}': argument missing`,
      hint: helpOf(command, commands),
    }),
    'bad-option-value': ({ option, value, expected, command }, commands) => ({
      message: `option '${option}' cannot be "${value}": it must be ${expectedValue(expected)}`,
      hint: helpOf(command, commands),
    }),
    'options-exclude': ({ option, other, command }, commands) => ({
      message: `option '${option}' cannot be used together with '${other}'`,
      hint: helpOf(command, commands),
    }),
    'missing-argument': ({ argument, command }, commands) => ({
      message: `\`${command}\`: missing required argument '${argument}'`,
      hint: helpOf(command, commands),
    }),
    'too-many-words': ({ command, expected, got, words }, commands) => ({
      message: `too many arguments for \`${command}\`: ${counted(got, 'was', 'were')} given, and it takes ${expected === 0 ? 'none' : expected}`,
      hint: words === null ? helpOf(command, commands) : meantLine(commands.line(words)),
    }),
    'file-as-selector': ({ file, by }, commands) => ({
      message: `"${file}" is a file, and a file is named with \`-r\``,
      hint: `\`${commands.on(file).instead(file, ...by) ?? commands.on(file).to('status')}\``,
    }),
    'bad-date': ({ word, place }, commands) => ({
      message: `"${word}" is not a day${place === null ? '' : ` (set by ${place})`}`,
      hint:
        place === null
          ? 'write 2026-11-19, today, yesterday, -3d or monday'
          : `write it as 2026-11-19, or \`${commands.shell('unset', place)}\``,
    }),
    'bad-due': ({ word }) => ({
      message: `"${word}" names no days by which a topic could be due`,
      hint: 'write overdue, week, a day such as 2026-12-24, +7d or friday, or the days between two: 2026-12-01..2026-12-24',
    }),
    'future-date': ({ date, today, place }) => ({
      message: `${date} is in the future; today is ${today}${place === null ? '' : `, as ${place} says`}`,
      hint: '`--on` takes the day the topic was done: today or earlier',
    }),
    recurring: ({ address, title, line }) => ({
      message: `${address} ${title} on line ${line} is a recurring task, and a tick here would lose its next date`,
      hint: 'tick it in Obsidian, or take the 🔁 field off that line',
    }),
    'done-elsewhere': ({ address, title, roadmap, id }, commands) => ({
      message: `${address} ${title} has no tick here: it is done as "${id}" in ${roadmap}`,
      hint: `take the tick away there: \`${commands.on(roadmap).to('reopen', id)}\``,
    }),
    'needs-answer': ({ question, flag, look }, commands) => ({
      message: `this needs an answer: ${question}`,
      hint:
        look === undefined
          ? `run it in a terminal, or answer with \`${commands.again(flag)}\``
          : `to see them: \`${commands.to(...look)}\`; to go on, run this in a terminal or type \`${commands.again(flag)}\``,
    }),
    'not-rehearsed': ({ tool }) => ({
      message: `nothing was written: what this call of \`${tool}\` would change has not been shown yet, or is not the same any more`,
      hint: `call \`${tool}\` with dryRun true, look at \`changed\`, and make the same call again with dryRun false`,
    }),
    'no-selector': ({ command, example }, commands) => ({
      message: `\`${command}\` needs to know which topic`,
      hint: `\`${commands.again(example)}\`, or part of a title; ${listAll(commands)}`,
    }),
    'no-screen': ({ example }, commands) => ({
      message: '`pick` needs a terminal that it can draw on',
      hint: `\`${commands.to('done', example)}\` ticks a topic; \`${commands.to('list', '--status', 'todo')}\` shows those that are open`,
    }),
    'only-one': ({ command, selector, isSection }, commands) => ({
      message: `\`--only\` is for one topic, and ${selector} is ${isSection ? 'a section' : 'several'}`,
      hint: `for all of it: \`${commands.to(command, selector)}\``,
    }),
    'one-topic': ({ what, selector, isSection }, commands) => ({
      message: `\`${what}\` is for one topic, and ${selector === null ? 'several are named' : `${selector} is ${isSection ? 'a section' : 'several'}`}`,
      hint: selector === null ? listAll(commands) : `its topics: \`${commands.to('list', selector)}\``,
    }),
    'empty-note': ({ command }, commands) => ({
      message: 'the note has no text',
      hint:
        command === 'note'
          ? `write it behind the topic: \`${commands.to('note', '4.2', 'TEXT')}\``
          : `write it behind \`--note\`: \`${commands.to('done', '4.2', '--note', 'TEXT')}\``,
    }),
    'unsafe-note': ({ file, line, address }, commands) => ({
      message: `nothing was written: a note below line ${line} of ${file} would change how the lines around it are read`,
      hint: `\`${commands.to('edit', address)}\` opens the file there; a comment or a block may not be closed`,
    }),
    'undo-selector': ({ command, selector }, commands) => ({
      message: `\`${command}\` is about the last change, whatever it was, and takes no selector`,
      hint:
        command === 'undo'
          ? `to open a topic again: \`${commands.to('reopen', selector)}\``
          : `\`${commands.to('redo')}\``,
    }),
    'unknown-status': ({ status, known }) => ({
      message: `"${status}" is not a status`,
      hint: `one of ${known.join(', ')}; several with commas between them`,
    }),
    'not-markdown': ({ name, format, isBundled }, commands) => ({
      message: `\`--explain\` is for Markdown notes, and ${name} is ${isBundled ? 'bundled' : format}`,
      hint: `\`${commands.to('lint')}\` names what is odd in any roadmap`,
    }),
    'no-inline-progress': (_, commands) => ({
      message: '`--progress inline` is for Markdown notes in UTF-8, and this roadmap is never written to',
      hint: `\`${commands.instead('inline', 'ticks.md') ?? commands.to('status', '--progress', 'ticks.md')}\``,
    }),
    'progress-name': ({ file }, commands) => ({
      message: `\`--progress\` names a Markdown file or is \`inline\`, and "${file}" is neither`,
      hint: `\`${commands.instead(file, 'ticks.md') ?? commands.to('status', '--progress', 'ticks.md')}\``,
    }),
    'unknown-shell': ({ shell, known, command }, commands) => ({
      message: `there is nothing for a shell called "${shell}"`,
      hint: `there is for ${known.join(', ')}; ${helpOf(command, commands)}`,
    }),
    'no-terminal': ({ command, place }, commands) => ({
      message: `\`${command}\` needs a terminal, and there is none here`,
      hint:
        command === 'lab --watch'
          ? 'without --watch it is judged once'
          : place === null
            ? `\`${commands.to('status')}\` prints it once`
            : `the place to edit is ${place}`,
    }),
    'no-editor': ({ program, from }, commands) => ({
      message: `there is no editor "${program}"${from === null ? ', and neither VISUAL nor EDITOR names one' : ` (set by ${from})`}`,
      hint: `name the one that you use: \`EDITOR=nano ${commands.again()}\``,
    }),
    'no-file': ({ name, copy }, commands) => ({
      message: `${name} comes with the program, so there is no file of yours to edit`,
      hint: `\`${commands.to('init', copy, '--from', name)}\` makes a copy that is yours`,
    }),
    'no-link': ({ address, isTopic }, commands) => ({
      message: `${isTopic ? `${address} has no link` : `there is no link in ${address}`}`,
      hint: `\`${commands.to('show', address)}\` shows what is known of it`,
    }),
    'odd-link': ({ address, link }) => ({
      message: `${address} links to what is neither https nor http, and that is not opened`,
      hint: `to copy: ${link}`,
    }),
    'unknown-action': ({ command, action, known }, commands) => {
      const near = nearestWord(action, known);
      return {
        message: `\`${command}\` has no action "${action}"`,
        hint:
          near === null
            ? `it has ${known.join(', ')}; ${helpOf(command, commands)}`
            : meantLine(commands.instead(action, near) ?? commands.to(command, near)),
      };
    },
    'bad-setting': ({ problem }, commands) => {
      const { message, hint } = wrong(problem);
      return { message, hint: hint ?? `\`${commands.to('config', 'list')}\` shows what is set` };
    },
    'name-taken': ({ name, by, free }, commands) => ({
      message: by === 'bundled' ? `"${name}" is the name of a bundled roadmap` : `"${name}" is ${by.file} already`,
      hint: `\`${commands.instead(name, free) ?? commands.again('--name', free)}\` gives it another name`,
    }),
    'odd-name': ({ name, better }, commands) => ({
      message: `"${name}" cannot be the name of a roadmap: letters, digits, - and _ can`,
      hint:
        better === null
          ? `\`${commands.again('--name', 'NAME')}\` gives it one`
          : meantLine(commands.instead(name, better) ?? commands.again('--name', better)),
    }),
    'not-registered': ({ name, known, nearest }, commands) => ({
      message: `no roadmap is registered as "${name}"`,
      hint:
        nearest === null
          ? known.length === 0
            ? `\`${commands.to('roadmaps', 'add', 'FILE')}\` registers one`
            : `there are ${known.join(', ')}`
          : meantLine(commands.instead(name, nearest) ?? nearest),
    }),
    'init-name': ({ file, better }, commands) => ({
      message: `\`init\` writes YAML or Markdown, and "${file}" is named like neither`,
      hint: `\`${commands.instead(file, better) ?? commands.to('init', better)}\``,
    }),
    'init-markdown-copy': ({ file, from }, commands) => ({
      message: `\`--from\` copies a roadmap in YAML, and "${file}" is named like Markdown`,
      hint: `\`${commands.to('export', '-r', from)} > ${commands.shell(file)}\``,
    }),
    'init-from': ({ from }) => ({
      message: `\`--from\` copies a roadmap in YAML, and "${from}" is named like something else`,
      hint: 'a Markdown note is copied by `cp`: its ticks are in it',
    }),
    'no-match': ({ selector, nearest, meant }, commands) => {
      const line = meant.length === 0 ? null : commands.instead(selector, ...meant);
      const places = nearest.length === 0 ? listAll(commands) : `the nearest:\n${listed(nearest)}`;
      return { message: `no topic matches "${selector}"`, hint: line === null ? places : meantLine(line) };
    },
    ambiguous: ({ selector, candidates }) => ({
      message: `"${selector}" fits ${counted(candidates.length, 'topic', 'topics')}`,
      hint: `give the address of the one you mean:\n${listed(candidates)}`,
    }),
    'no-roadmap': ({ name, known, meant }, commands) => ({
      message: `there is no roadmap or file "${name}"`,
      hint:
        meant === null
          ? `bundled: ${known.join(', ')}; a file is named with its path and extension`
          : meantLine(commands.instead(name, meant) ?? commands.on(meant).again()),
    }),
    'not-a-roadmap': ({ file, ...why }) => ({
      message: `${file} is not a roadmap: ${noRoadmap(why)}`,
      hint: 'a roadmap has topics, as task lines, bullets, numbered lines, or YAML with `sections` and `topics`',
    }),
    'bad-roadmap': ({ file, problems }) => ({
      message: `${file} cannot be used: ${counted(problems.length, 'problem', 'problems')}`,
      hint: 'set these places right and run the command again',
    }),
    'no-lab': ({ word, nearest, on, topic }, commands) => ({
      message:
        topic !== null
          ? `${topic} has no lab`
          : on !== null
            ? `the lab "${word}" belongs to the roadmap ${on}`
            : `there is no lab "${word}" here`,
      hint:
        on !== null
          ? `\`${commands.on(on).to('lab', word)}\``
          : nearest.length === 0
            ? `\`${commands.to('lab')}\` lists the labs`
            : `the nearest: ${nearest.map((id) => `\`${commands.to('lab', id)}\``).join(', ')}`,
    }),
    'several-labs': ({ word, labs }, commands) => ({
      message: `"${word}" fits ${counted(labs.length, 'lab', 'labs')}`,
      hint: `name the one you mean:\n${labs.map((id) => `\`${commands.instead(word, id) ?? commands.to('lab', id)}\``).join('\n')}`,
    }),
    'lab-first': ({ file, example }, commands) => ({
      message: `"${file}" is a file; the lab that it answers comes first`,
      hint: `\`${commands.instead(file, example, file) ?? commands.to('lab', example, file)}\``,
    }),
    'which-lab': ({ option, example }, commands) => ({
      message: `option '${option}' needs a lab`,
      hint: `\`${commands.to('lab', example, option)}\`; \`${commands.to('lab')}\` lists them`,
    }),
    'no-answer': ({ folder, lab }, commands) => ({
      message: `there is no answer in ${folder}: no file of YAML`,
      hint: `\`${commands.to('lab', lab, '--into', folder)}\` writes one to begin with`,
    }),
    'needs-mock': ({ option }, commands) => ({
      message: `option '${option}' is of a mock exam`,
      hint: `name its roadmap: \`${commands.to('lab', '--mock', 'ica', option)}\``,
    }),
    'no-labs': ({ roadmap }, commands) => ({
      message: `${roadmap} has no labs to draw an exam from`,
      hint: `one that has: \`${commands.to('lab', '--mock', 'ica')}\`; docs/write-a-lab.md shows how to write your own`,
    }),
    'mock-folder': ({ folder, exam, reason, roadmap }, commands) => {
      const elsewhere = commands.to('lab', '--mock', exam, `${folder}-2`);
      const said = {
        none: [`there is no mock exam in ${folder}`, `\`${commands.to('lab', '--mock', exam, folder)}\` begins one`],
        other: [`${folder} is there and holds no mock exam`, `another folder: \`${elsewhere}\``],
        roadmap: [`the mock exam in ${folder} is of the roadmap ${roadmap}`, `another folder: \`${elsewhere}\``],
        begun: [`the mock exam in ${folder} has begun, and keeps its size`, `another one: \`${elsewhere}\``],
      }[reason] as [string, string];
      return { message: said[0], hint: said[1] };
    },
    'bad-mock': ({ file }) => ({
      message: `${file} cannot be read as a mock exam`,
      hint: 'it is written by the program alone: put back what it was, or begin another exam in another folder',
    }),
    'bad-lab': ({ file, problems }) => ({
      message: `${file} cannot be used: ${counted(problems.length, 'problem', 'problems')}`,
      hint: 'set these places right and run the command again; docs/write-a-lab.md has every field',
    }),
    'bad-check': ({ lab, check, reason }) => ({
      message: `the lab "${lab}" cannot judge by its check "${check}": ${reason}`,
      hint: 'the lab is at fault, not the answer; set the expression right (docs/write-a-lab.md)',
    }),
    'bad-config': ({ file, problems, isProject }, commands) => ({
      message: `the configuration ${file} cannot be used: ${counted(problems.length, 'problem', 'problems')}`,
      hint: isProject
        ? 'it belongs to this folder: set these places right, or run the command in another folder'
        : `\`${commands.to('config', 'edit')}\` opens it`,
    }),
    'bad-progress': ({ file, line, reason }) =>
      reason === 'not-text'
        ? {
            message: `the progress file ${file} is not text, so its ticks cannot be read`,
            hint: 'it was left as it is; put a copy of it back from a backup, or move it away to begin anew',
          }
        : reason === 'open-block' || reason === 'unsafe'
          ? {
              message:
                reason === 'open-block'
                  ? `${file === '' ? 'the progress file' : file}: a block opened on line ${line} is never closed, and no tick below it would count`
                  : `${file === '' ? 'the progress file' : file} has lines beside which this change would be read in another way than meant`,
              hint: 'nothing was written; close the block or set the file right, and run the command again',
            }
          : {
              message: `${file} is not a progress file of this roadmap, so nothing is written to it`,
              hint: 'name a file that is not there yet, or one that begins with `roadmap:` between two lines `---`',
            },
    'not-repairable': ({ file, encoding, lines }) => ({
      message: `${file} cannot be repaired exactly: ${counted(lines.length, 'line is', 'lines are')} not ${encodingName(encoding)} read as UTF-8`,
      hint: `correct ${lines.length === 1 ? 'it' : 'them'} by hand first:\n${failedLines(lines, english.more)}`,
    }),
    'unknown-encoding': ({ name, known }) => ({
      message: `unknown encoding "${name}"`,
      hint: `known: ${known.join(', ')}`,
    }),
    'unknown-level': ({ level, known }) => ({
      message: `this roadmap has no level "${level}"`,
      hint: known.length === 0 ? 'its topics have no levels' : `its levels: ${known.join(', ')}`,
    }),
    unreadable: ({ file, cause, asked = file, meant = null }, commands) => ({
      message: `${file} cannot be read: ${causes[cause].message}`,
      hint:
        meant === null
          ? causes[cause].hint(asked, commands)
          : meantLine(commands.instead(asked, meant) ?? commands.on(meant).again()),
    }),
    unwritable: ({ file, cause, variable }, commands) => ({
      message: `${file} cannot be written: ${causes[cause].message}`,
      hint:
        variable === null || lieInFile.has(cause)
          ? `nothing was lost; ${causes[cause].hint(file, commands)}`
          : `nothing was lost; set ${variable} to a folder you may write to`,
    }),
    locked: ({ file, holder, lock, isUnproven }, commands) => ({
      message: `${file} is being changed by ${holder}`,
      hint: isUnproven
        ? `nothing was written; whether that process still runs cannot be seen from here: if \`ps\` there no longer shows it, \`${commands.shell('rm', lock)}\``
        : 'nothing was written; run the command again in a moment',
    }),
    changed: ({ file }) => ({
      message: `${file} was changed by another program meanwhile`,
      hint: 'nothing was written; run the command again',
    }),
    'merge-arguments': () => ({
      message: '`merge-driver` is run by git, which passes three files to it',
      hint: '`istio-roadmap help merge-driver` shows how to install it',
    }),
    'not-merged': ({ file, reason }) => ({
      message: `${file} was not merged: ${reason === 'no-git' ? 'git was not found' : 'git could not merge the three versions'}`,
      hint: reason === 'no-git' ? 'put `git` on PATH, and merge again' : '`git merge --abort` takes the merge back',
    }),
    'merged-by-git': ({ file, reason }) => ({
      message: `${file} was merged like any other text, ticks too: ${
        { binary: 'it is not text', 'too-large': 'it is larger than 32 MiB', defect: 'merging it by topics failed' }[
          reason
        ]
      }`,
      hint: '`git diff HEAD` shows the result',
    }),
    unheard: ({ cause, isMade }, commands) => ({
      message: `${isMade ? 'the change was made, but ' : ''}/dev/stdout cannot be written: ${causes[cause].message}`,
      hint: isMade
        ? `\`${commands.to('log', '-n', '1')}\` shows what was changed`
        : causes[cause].hint('/dev/stdout', commands),
    }),
    'needs-circle': ({ addresses }, commands) => ({
      message: `no plan is possible: these need each other in a circle, ${circleText(addresses)}`,
      hint: `take one of the needs away: \`${commands.to('edit', addresses[0] as string)}\``,
    }),
    'past-date': ({ date, today, place }) => ({
      message: `${date} is over; today is ${today}${place === null ? '' : `, as ${place} says`}`,
      hint: '`--by` takes today or a day to come: 2027-03-01, tomorrow, +6w',
    }),
    'no-goal': (_, commands) => ({
      message: 'a plan needs a day or a pace, and no goal is set',
      hint: `by when: \`${commands.to('plan', '--by', '+12w')}\`\nhow much a week: \`${commands.to('plan', '--pace', '6h/w')}\``,
    }),
    'goal-without-name': ({ file }, commands) => ({
      message: `a goal is kept under the name of a roadmap, and ${file} has none`,
      hint: `give it one: \`${commands.line(['roadmaps', 'add', file])}\`; without a goal: \`${commands.to('pace', '--by', '+12w')}\``,
    }),
    conflict: ({ file, line }) => ({
      message: `git left a conflict in ${file}, line ${line}; the file is read, but not written to`,
      hint: 'settle it in an editor; with `merge-driver` installed, ticks alone cause none (docs/two-machines.md)',
    }),
    'nothing-to-undo': ({ file, verb }, commands) => ({
      message: `there is nothing to ${verb} in ${file}`,
      hint:
        verb === 'undo'
          ? `\`${commands.to('log')}\` shows what was changed when`
          : `\`${commands.to('undo')}\` takes the last change back`,
    }),
    unmovable: ({ file, titles }) => ({
      message:
        titles.length === 0
          ? `the ticks cannot be kept in ${file}: with boxes in it, other topics would count than now`
          : `the ticks cannot be kept in ${file}: "${titles[0]}"${titles.length > 1 ? ` and ${titles.length - 1} more have` : ' has'} no list item there that can be ticked`,
      hint: 'nothing was moved; write the topics as `- [ ] topic`, or keep the ticks where they are',
    }),
    'undo-impossible': ({ file, reason }, commands) =>
      reason === 'edited'
        ? {
            message: `${file} was edited after that change, so it cannot be taken back as a whole`,
            hint: `nothing was written; \`${commands.to('log')}\` shows what was changed, and \`reopen\` opens one topic`,
          }
        : {
            message: `${file} is no longer there, so nothing can be taken back in it`,
            hint: 'if the file has moved, name it with `-r` where it is now',
          },
  },

  diagnostics: {
    'invalid-date': ({ date, field }) => {
      const form = otherForm(date);
      const wrong = form === null ? 'not a day of the calendar' : 'a day in another form';
      return {
        message:
          field === undefined
            ? `"${date}" is ${wrong}; the topic keeps its state, without a date`
            : `"${date}" after ${field} is ${wrong}`,
        hint: form?.day ? `write ${form.day}` : 'write a day of the calendar as YYYY-MM-DD',
      };
    },
    'future-date': ({ date, today, place = null }) => ({
      message: `${date} has not come yet, today is ${today}${place === null ? '' : `, as ${place} says`}`,
      hint: 'write the day on which the topic was done',
    }),
    'open-with-done-date': ({ date }) => ({
      message: `the topic is not done, so its done date ${date} does not count`,
      hint: 'tick the box `[x]`, or take the date away',
    }),
    'unseen-done-date': ({ date, reason }) => ({
      message:
        reason === 'blank'
          ? `the white space before ${date} is not an ordinary space: the Obsidian Tasks plugin does not see the date`
          : `there is text after ${date}: the Obsidian Tasks plugin does not see the date`,
      hint:
        reason === 'blank'
          ? 'one ordinary space belongs between ✅ and the date'
          : 'move ✅ and its date to the end of the line',
    }),
    'no-done-date': (_, commands) => ({
      message: 'done, but no date says when',
      hint: `write \` ✅ YYYY-MM-DD\` at the end of the line; without it \`${commands.to('list', '--since', 'monday')}\` never shows the topic`,
    }),
    'uppercase-x': () => ({
      message: '`[X]` is done here and on GitHub, but not for the Obsidian Tasks plugin',
      hint: 'write a small `[x]`',
    }),
    'look-alike-mark': ({ mark, isDone }) => ({
      message: isDone
        ? `\`[${mark}]\` is done here, since no box has an x, but not for other programs`
        : `\`[${mark}]\` is open: other boxes have an x`,
      hint: 'write `[x]` for what is done',
    }),
    'empty-topic': () => ({
      message: 'a topic without a text',
      hint: 'write what is to be studied, or take the line away',
    }),
    'parent-done': ({ open }) => ({
      message: `done, while ${counted(open, 'topic', 'topics')} below ${open === 1 ? 'is' : 'are'} still open`,
      hint: 'tick what is done below, or open the parent again',
    }),
    'two-done-dates': ({ dates }) => ({
      message: `several done dates (${dates.join(', ')}); the first one counts`,
      hint: 'keep the one that is right',
    }),
    'duplicate-number': ({ number, given, title }) => ({
      message: `the number ${number} is taken already; "${title}" is addressed as ${given}`,
      hint: `write ${given} there, so that file and program agree`,
    }),
    'duplicate-id': ({ id, first }) => ({
      message: `the id "${id}" is already on line ${first}`,
      hint: 'give one of the two topics another id: ticks follow it',
    }),
    'id-is-address': ({ id, title }) => ({
      message: `the id "${id}" is also the address of "${title}", so commands that write cannot tell which is meant`,
      hint: 'give the topic an id with a letter in it',
    }),
    'bad-id': ({ text }) => ({
      message: text === '' ? 'there is no id after 🆔' : `"${text}" cannot be an id, so ticks cannot follow it`,
      hint: 'an id is made of the letters a-z, digits, `-` and `_`',
    }),
    'unknown-level': ({ level, levels, nearest = null }) => ({
      message: `"${level}" is not a level of this roadmap`,
      hint: levels
        ? `${nearest === null ? '' : `did you mean "${nearest}"? `}its levels: ${levels.join(', ')}`
        : 'junior, middle, senior and expert are always understood; `levels` in the front matter names your own',
    }),
    'inferred-levels': ({ inYaml }) => ({
      message: 'the levels of the topics are guessed from the headings',
      hint: inYaml
        ? 'to set them, write `level: junior`, `middle`, `senior` or `expert` in a section or a topic; `levels` names your own'
        : 'to set them, write `#junior`, `#middle`, `#senior` or `#expert` after a topic, `[level:: middle]`, or a heading that is only the level',
    }),
    'broken-link': ({ text }) => ({
      message: `a broken link is read as its text, "${text}"`,
      hint: 'write [text](https://…) or [[note]], not one inside the other',
    }),
    'repaired-text': ({ encoding }, commands, file) => ({
      message: `the text had been saved in the wrong encoding and is read through a repair from ${encodingName(encoding)}`,
      hint: `\`${commands.to('repair', file)}\` prints the repaired text; the file itself is untouched`,
    }),
    'unrepaired-line': ({ encoding }) => ({
      message: `this line does not fit the repair from ${encodingName(encoding)} and is read as it stands`,
      hint: 'correct it by hand; until then `repair` refuses the file',
    }),
    'stray-bytes': ({ bytes }) => ({
      message: `this line holds bytes that are no UTF-8 (${bytes}); each is shown as \ufffd`,
      hint: 'nothing is lost by it, and every write keeps them; type the characters anew where you know them',
    }),
    'mixed-line-ends': ({ usual, other }) => ({
      message: `this line ends in ${other}, most lines in ${usual}`,
      hint: 'nothing is lost by it, and every write keeps each line end; an editor can make them all alike',
    }),
    'front-matter': ({ problem }) => ({
      message: `the front matter is passed over: ${wrong(problem).message}`,
      hint: 'it is YAML between two `---` lines at the top of the file, or TOML between two `+++`',
    }),
    'orphan-tick': ({ title }, commands) => ({
      message: `the tick "${title}" fits no topic of the roadmap any more; it is kept`,
      hint: `\`${commands.to('reconcile')}\` shows which topic it may belong to; a line that is not wanted any more can be deleted`,
    }),
    'ticks-elsewhere': ({ file, to }, commands) => ({
      message: `ticks of this note are kept in ${file}, because it already held some`,
      hint: `\`${commands.to('reconcile', '--progress', to, '--apply')}\` moves them${to === 'inline' ? ' into the note' : ''}; until then a box in the note counts only where that file has no line for it`,
    }),
    'note-without-ticks': ({ encoding }) => ({
      message:
        encoding === 'utf-8'
          ? 'ticks cannot be written in this note, because too many of its bytes are no UTF-8; they are kept in a progress file'
          : `ticks cannot be written in this note, because ${encodingName(encoding)} has no ✅; they are kept in a progress file`,
      hint: 'once an editor has saved the note as UTF-8, ticks can stand in it',
    }),
    'progress-outside': ({ place }, commands) => ({
      message: `the front matter would keep the ticks in ${place}, which is not below the folder of the note, so this is ignored`,
      hint: `name a Markdown file beside the note, \`progress: ticks.md\`; to choose any other file: \`${commands.to('reconcile', '--progress', '../ticks.md', '--apply')}\``,
    }),
    'ticks-abandoned': ({ words, ...ticks }, commands) => ({
      message: abandoned({ ...ticks, isThere: false }),
      hint: `\`${commands.to(...words)}\` shows them, and with \`--apply\` takes them over`,
    }),
    'progress-of-another': ({ file, roadmap, words }, commands) => ({
      message: `${file} has the name of this roadmap's progress file, but names ${roadmap} as its roadmap, so it is not used`,
      hint: `\`${commands.to(...words)}\` shows which of its ticks fit, and with \`--apply\` takes them over`,
    }),
    'merged-twice': ({ first, count }) => ({
      message: `${counted(count, 'more line', 'more lines')} with the id of line ${first}; they are read as one`,
      hint: 'the next change by this program joins them; done beats open, and the earliest day wins',
    }),
    'maybe-merged-twice': ({ first, last, count }, commands) => ({
      message: `${first === last ? 'line' : 'lines'} ${range(first, last)} and ${count === 1 ? 'this one' : `the ${count} lines from here on`} differ only in box and day: perhaps two versions of the same, as git's union merge leaves them; each counts`,
      hint: `\`${commands.to('reconcile')}\` shows what joining them would change; with \`--apply\` it joins them`,
    }),
    'conflict-markers': ({ last }) => ({
      message: `git left a conflict here, down to line ${last}; both sides are read, and nothing is written before it is settled`,
      hint: 'settle it in an editor; with `merge-driver` installed, ticks alone cause none (docs/two-machines.md)',
    }),
    'no-topics': ({ reason }) => english.noTopics(reason),
    'boxes-in-code': ({ count, where }) => ({
      message: `${counted(count, 'box', 'boxes')} in ${where === 'fence' ? 'a fenced block' : 'indented code'} ${count === 1 ? 'is' : 'are'} not counted`,
      hint:
        where === 'fence'
          ? 'to have them counted, take the fence away'
          : 'to have them counted, indent them by fewer than four columns',
    }),
    'box-not-counted': ({ text }) => ({
      message: `\`${text}\` looks like a box and is not counted`,
      hint: 'write `- [ ] topic`: a marker, a blank, and one character between the brackets',
    }),
    'section-not-counted': ({ title, bullets }) => ({
      message: `"${title}" has ${counted(bullets, 'bullet', 'bullets')} and no box, so nothing in it is counted`,
      hint: 'write `- [ ] topic` for what is to be studied there',
    }),
    'table-not-counted': ({ rows }) => ({
      message: `this table looks like a checklist, but its ${counted(rows, 'row is', 'rows are')} not counted`,
      hint: 'in a note with boxes only boxes count; without them, a column called Status or Done',
    }),
    'unknown-key': ({ key, nearest, isRoot, problem }) => {
      const meant = nearest === null ? 'the format of a roadmap has no such key' : `did you mean "${nearest}"?`;
      if (problem !== undefined) {
        const { message, hint } = wrong(problem);
        return { message, hint: hint ?? meant };
      }
      return isRoot
        ? {
            message: `unknown key "${key}"; so the file is read as a list of another form, and not checked`,
            hint: meant,
          }
        : { message: `unknown key "${key}"; what is under it is passed over`, hint: meant };
    },
    'unknown-priority': ({ priority }) => ({
      message: `"${priority}" is no priority`,
      hint: 'priorities are highest, high, medium, low, lowest',
    }),
    'unknown-status': ({ written, nearest }) => ({
      message: `"${written}" is no state, so what has it is to do`,
      hint: `${nearest === null ? '' : `did you mean "${nearest}"? `}states: todo, doing, done, skipped`,
    }),
    'cut-title': ({ text, by }) => ({
      message: {
        comment: `YAML ends this text at the \`#\`: "${text}"`,
        sign: `YAML takes the first word of this text for a sign of its own: "${text}" is left`,
        colon: `YAML takes this text for a title, and what follows the colon for what stands below it: "${text}"`,
      }[by],
      hint: 'where it is one text, put it into quotes',
    }),
    'swallowed-entry': ({ text }) => ({
      message: `this line is read as part of the text above it: "${text}"`,
      hint: 'begin all dashes of a list in one column, each with a space after it',
    }),
    'unquoted-text': ({ sign }) => ({
      message: `YAML takes the \`${sign}\` in this text for something else; it is read as it is`,
      hint: 'put the text in quotes: "…"',
    }),
    'untitled-roadmap': () => ({
      message: 'the roadmap has no title, and goes by the name of its file',
      hint: 'write `title: …` at the top',
    }),
    'needs-nothing': ({ id, nearest, isSection }) =>
      isSection
        ? {
            message: `"${id}", which is needed here, is a section, and only topics can be needed`,
            hint: 'name those of its topics that are needed',
          }
        : {
            message: `no topic has the id "${id}" that is needed here`,
            hint: nearest === null ? 'give that topic an id, or take the need away' : `did you mean "${nearest}"?`,
          },
    'needs-circle': ({ ids }) => ({
      message:
        ids.length === 1
          ? `"${ids[0]}" needs itself`
          : `these need each other in a circle: ${[...ids, ids[0]].join(' → ')}`,
      hint: 'take one of the needs away: none of these topics can come first',
    }),
    'same-nothing': ({ written, reason, nearest }) => ({
      message: {
        heading: `"${written}" is written on a topic with topics below it, which is a heading and cannot be done itself`,
        'no-roadmap': `"${written}" names a roadmap that is not known`,
        unreadable: `"${written}" names a roadmap that cannot be read`,
        'no-topic': `"${written}" names a topic that its roadmap does not have`,
      }[reason],
      hint:
        nearest !== null
          ? `write \`${nearest}\`, if that is what it means`
          : {
              heading: 'write it on the topics below that are the same work',
              'no-roadmap': 'name a roadmap that comes with the program or is registered, not a file',
              unreadable: 'see what `lint` says of that roadmap; until then its ticks do not count here',
              'no-topic': 'write the id of a topic of that roadmap, or take it away',
            }[reason],
    }),
    'same-circle': ({ names }) => ({
      message:
        names.length === 1
          ? `"${names[0]}" is the same as itself`
          : `these are the same as each other in a circle: ${[...names, names[0]].join(' → ')}`,
      hint: 'write `same` on one side only: on the topic that is to count when the other one is ticked',
    }),
    'harder-prerequisite': ({ id, level, own }) => ({
      message: `"${id}", which is needed here, is ${level}, while this topic is ${own}`,
      hint: 'raise the level of this topic, lower that of the other, or take the need away',
    }),
    'missing-field': ({ field, of, count, total }) => ({
      message: `\`${field}\` is missing here, while ${count} of ${total} ${of} have it`,
      hint: guide,
    }),
    'rare-fields': ({ rare }) => ({
      message: rareFields(rare)
        .map(({ of, fields }) => `half of the ${of} or more have no ${fields}`)
        .join('; '),
      hint: guide,
    }),
    'missing-translation': ({ field, language }) => ({
      message: `${field} has no "${language}" text, while most of the roadmap has one`,
      hint: `write \`${field.split('.').at(-1)}: {…, ${language}: …}\``,
    }),
    'wrong-language': ({ field, language }) => ({
      message: `the "${language}" text of ${field} is written in another language`,
      hint: 'translate it; names of products may stay as they are',
    }),
    'odd-hours': ({ hours, least, most }) => ({
      message: `${hours} h for one topic, where ${least} to ${most} are usual`,
      hint: hours > most ? 'split it into topics that can each be ticked' : 'make it part of another topic',
    }),
    'bad-link': ({ link, reason }) => ({
      message:
        reason === 'twice'
          ? `the link ${link} is here twice`
          : reason === 'not-https'
            ? `the link ${link} is not encrypted`
            : `"${link}" is not the address of a page`,
      hint:
        reason === 'twice'
          ? 'take one of them away'
          : reason === 'not-https'
            ? 'write https:// where the site has it'
            : 'a link is an address, https://…; what else there is to say belongs in `notes`',
    }),
    'needs-legacy': ({ id, state }) => ({
      message: `"${id}", which is needed here, is ${state}`,
      hint: 'a current topic should need only current ones: name what replaced it',
    }),
    'unnamed-stage': ({ name, stage }) => ({
      message: `${name} is ${stage}, and the topic does not tell`,
      hint: `write \`stage: ${stage}\`, or name the stage in the text`,
    }),
    'version-without-since': ({ version }) => ({
      message: `the text speaks of version ${version}, and the topic has neither \`since\` nor \`version\``,
      hint: `write \`since: "${version}"\` where it holds from there on, or \`version: "${version}"\` where it is about that one`,
    }),
    'later-than-roadmap': ({ since, version }) => ({
      message: `it holds from version ${since}, and the roadmap is about ${version}`,
      hint: 'raise the `version` of the roadmap, or name the `version` that the topic is about',
    }),
    'hours-off-weight': ({ share, weight }) => ({
      message: `the section has ${share}% of all hours and ${weight}% of the exam`,
      hint: 'spend the hours where the points are, or say in `why` what takes so long',
    }),
    'weights-sum': ({ sum }) => ({
      message: `the weights of the sections add up to ${sum}, not to 100`,
      hint: 'readiness is counted by them: give each section its percent of the exam',
    }),
    'descending-levels': ({ percent }) => ({
      message: `${percent}% of the pairs of topics of different level have the harder one first`,
      hint: 'within a section, let the levels ascend: the order is what `next` follows',
    }),
    'alike-outcomes': ({ first, words }) => ({
      message: `this outcome begins like the one on line ${first}: "${words}"`,
      hint: 'say what one can do after this topic and no other',
    }),
    'reworded-title': () => ({
      message: 'the outcome says no more than the title',
      hint: 'say what a learner can do afterwards and how it can be checked',
    }),
    unreadable: ({ cause }, commands, file) => ({
      message: `cannot be read: ${causes[cause].message}`,
      hint: causes[cause].hint(file, commands),
    }),
    'bad-progress': ({ file, reason }) => ({
      message: `its ticks cannot be read: ${reason === 'not-text' ? `the progress file ${file} is not text` : `${file} is not a progress file of this roadmap`}`,
      hint: 'move that file away, or name another: `progress: ticks.md` in the front matter',
    }),
    'link-outside': ({ to }, commands) => ({
      message: `a link to ${to}, outside of the folder, is not followed`,
      hint: `to look at it: \`${commands.to('lint', to)}\``,
    }),
    'not-a-roadmap': (why) => ({
      message: `not a roadmap: ${noRoadmap(why)}`,
      hint: 'write the first topic as `- [ ] topic`',
    }),
    'bad-roadmap': ({ problem }) => {
      const { message, hint } = wrong(problem);
      return { message, hint: hint ?? 'the roadmap cannot be used before this is put right' };
    },
  },

  problems: englishProblems,

  because: {
    title: "the roadmap's title",
    'section-heading': 'a heading',
    'section-bold-line': 'a bold line',
    'section-signed-number': 'a number after a sign',
    'section-numbered-line': 'a number before items',
    'section-summary': 'a summary',
    'section-label': 'a bold label',
    'section-bold-item': 'a bold parent',
    'section-title-line': 'a line that is a title',
    'section-run-on': 'a title run on',
    'topic-tasks': 'a task line',
    'topic-keywords': 'TODO or DONE',
    'topic-stated': 'a line of its state below it',
    'topic-tables': 'a row with a status',
    'topic-plans': 'a row of a plan',
    'topic-contents': 'an entry of the contents',
    'topic-bullets': 'a bullet',
    'topic-boxes': 'a line with a box and no bullet',
    'topic-drawn': 'a drawn line',
    'topic-headings': 'a heading without more below',
    'topic-series': 'a bullet of a series with boxes',
    'topic-link': 'a bullet that is a link',
    project: 'a row of pet projects',
    'kept-prerequisites': 'prerequisites',
    'kept-resources': 'resources',
    'kept-related': 'related skills',
    'kept-rubric': 'the level rubric',
    'kept-certifications': 'certifications',
    'kept-contents': 'contents',
    'kept-description': 'a description',
    'kept-introduction': 'an introduction',
    'kept-legend': 'what the marks mean',
    'kept-conclusion': 'a conclusion',
    'kept-advice': 'advice on how to study',
    'kept-reviews': 'reviews',
    'kept-license': 'a licence',
    'kept-author': 'about the author',
    'kept-support': 'about supporting it',
    silent: 'in a part that is not studied',
    'empty-section': 'a section without topics',
    'note-item': 'a bullet, not a topic',
    'note-text': 'runs on under a topic',
    'note-line': 'a note with its day, written below a topic',
    prose: 'prose',
    table: 'a table without topics',
    'conflict-marker': 'a conflict marker, or what both sides began with',
    'passed-over': 'code, comment or markup',
  },
  became: {
    title: 'title',
    section: 'section',
    topic: 'topic',
    project: 'project',
    kept: 'kept',
    note: 'note',
    nothing: 'nothing',
  },
  roadmaps: {
    bundled: 'bundled',
    isDefault: 'default',
    missing: 'no such file',
    added: (name, path) => `${name} is ${path} from now on`,
    kept: (name, path) => `${name} is ${path} already`,
    used: (name) => `${name} is meant from now on where no roadmap is named`,
    usedAlready: (name) => `${name} is the default already`,
    removed: (name, path) => `${name} is no name any more; ${path} stays as it is`,
    ticksStay: (file) => `its ticks stay in ${file}`,
  },
  completion: {
    nothing: (shell) => `completion for ${shell} is installed already: nothing was written`,
    question: (files) => `write ${files.join(' and ')}?`,
    touches: (file, isNew) => (isNew ? `${file} is made` : `${file} is written anew, or gets a line at its end`),
    installed: (shell) => `completion for ${shell} is installed: every ${shell} that is started from now on has it`,
  },
  scripting: englishScripting,
  setup: {
    which: 'Which roadmap do you study?',
    ownFile: 'a file of mine',
    whichFile: 'Which file?',
    missing: 'a file is needed',
    name: 'By which name will you call it?',
    oddName: 'a name has letters, digits, - and _',
    taken: 'another roadmap has that name',
    ticks: 'Where are its ticks kept?',
    inNote: 'in the note itself',
    inFile: (file) => `in ${file}`,
    inOwnFile: 'in another Markdown file',
    ticksFile: 'In which Markdown file?',
    notMarkdown: 'a Markdown file ends in .md',
    language: 'In which language?',
    willWrite: (file) => `To be written to ${file}:`,
    change: (key, value) => `${key}: ${value}`,
    shell: 'Which shell gets completion?',
    noShell: 'none',
    willSetUp: (file, shell) => `Completion for ${shell} goes to ${file}`,
    confirm: 'Write it?',
    nothing: 'Everything is so already: nothing to write.',
    written: (file) => `Written to ${file}. See how far you are:`,
  },
  overview: {
    allDone: 'all done',
    noDay: '-',
    addMore: (line) => `\`${line}\` adds a roadmap of your own`,
  },
  paths: {
    roadmap: 'the roadmap',
    ticks: 'where its ticks are kept',
    configuration: 'your settings',
    project: 'the settings of this folder',
    data: 'progress files: ticks of roadmaps that are not ticked in their own file',
    state: 'what undo takes back, locks, and the line that a prompt shows',
    cache: 'can be deleted at any time',
    bundled: 'the bundled roadmaps, to read or to copy',
    notThere: 'not there yet',
  },
  doctor: {
    configuration: (file) => `the settings can be read (${file})`,
    unknownCode: (code) => `"ignore" names "${code}", and no finding has that code`,
    unknownCodeHint: (commands) =>
      `\`${commands.to('config', 'get', 'ignore')}\` shows the list; lint prints codes in brackets`,
    folders: (paths) => `the folders of the program can be written: ${paths.join(', ')}`,
    roadmaps: (count) => `${counted(count, 'registered roadmap is', 'registered roadmaps are')} there`,
    roadmapGone: (name, path) => `the roadmap "${name}" is not at ${path} any more`,
    ticks: (files) => `${counted(files, 'progress file has its roadmap', 'progress files have their roadmaps')}`,
    ticksGone: (file, roadmap) => `${file} keeps ticks of ${roadmap}, which is gone`,
    copy: (file, note) => `${file} looks like another version of ${note}, left when two machines had changed it`,
    locks: 'no lock was left behind',
    lockStale: (target) => `a lock on ${target} was left by a program that ended; the next change removes it`,
    lockElsewhere: (target) => `a lock on ${target} is held on another machine, or was left there`,
    shell: (name) => `${name} is set up`,
    noShell: (name) => `${name} has no completion, no short name and no prompt of the program yet`,
    shellHint: (name, file) =>
      name === 'fish'
        ? `add to ~/${file}: istio-roadmap shell-init fish | source`
        : `add to ~/${file}: eval "$(istio-roadmap shell-init ${name})"`,
    fine: 'Nothing is wrong.',
    wrong: (count) => `${counted(count, 'thing needs', 'things need')} your attention.`,
  },
  config: {
    none: {
      message: 'nothing is set',
      hint: '`istio-roadmap config set lang ru` sets a language; docs/configuration.md lists what there is',
    },
    set: (key, file) => `${key} is set in ${file}`,
    unset: (key, file) => `${key} is no longer set in ${file}`,
    unchanged: (key) => `${key} is so already: nothing was written`,
    notSet: (key) => `${key} was not set: nothing was written`,
  },
  reconcile: {
    kind: { renumbered: 'renumbered', moved: 'moved', renamed: 'renamed', orphaned: 'no topic', added: 'added' },
    wasNumber: (address) => `was ${address}`,
    wasIn: (section) => `was in "${section}"`,
    wasCalled: (title) => `was "${title}"`,
    wasOutside: 'was outside any section',
    proposedBy: { likeness: 'by likeness', place: 'by its place' },
    perhaps: 'perhaps',
    nothingLike: 'nothing like it is left',
    line: (line) => `line ${line}`,
    inPlace: (count) => `${counted(count, 'tick', 'ticks')} in place`,
    toLink: (count) => `${count} to link anew`,
    withoutTopic: (count) => `${count} without a topic`,
    added: (count) => `${counted(count, 'topic', 'topics')} added`,
    addedUnknown: 'which topics are new is not known yet: that is remembered from the next tick on',
    nothing: 'every tick is where its topic is',
    noTicks: 'no ticks are kept for this roadmap yet',
    inNote: 'the ticks are in the note itself and go wherever its lines go',
    linked: (count) => `${counted(count, 'line was', 'lines were')} linked anew`,
    toJoin: (count) => `${counted(count, 'line', 'lines')} to join`,
    joined: (count) => `${counted(count, 'line was', 'lines were')} joined`,
    abandoned: (ticks, stays) => `${abandoned(ticks)}${stays ? '; the file stays as it is' : ''}`,
    alsoIn: (ticks) => `also, ${abandoned(ticks)}:`,
    adopted: (count, file) => `${counted(count, 'tick is', 'ticks are')} now kept in ${file}`,
    move: (count, from, to) => `${counted(count, 'tick', 'ticks')} would move from ${from} to ${to}`,
    moved: (count, to) => `${counted(count, 'tick was', 'ticks were')} moved to ${to}`,
    isThere: (place) => `the ticks are already in ${place}`,
    takenBack: (files) => `put back as before: ${files.join(', ')}`,
    madeAgain: (files) => `changed again: ${files.join(', ')}`,
    toApply: 'to do so:',
    toUndo: 'to take it back:',
    tickAllTheSame: (count, file) =>
      `${counted(count, 'tick', 'ticks')} of this roadmap ${englishForm(count, 'is', 'are')} in ${file}. Write to the new place anyway?`,
  },
  log: {
    day: (weekday, day, month, year) => `${weekdays[weekday]} ${day} ${months[month - 1]} ${year}`,
    more: (hidden, all) => `${english.more(hidden)}; \`-n ${all}\` shows them all`,
    undated: (count, isMore) =>
      isMore
        ? `${count} more ${englishForm(count, 'is', 'are')} done without a date`
        : `${counted(count, 'topic is', 'topics are')} done without a date`,
    gone: 'gone',
    nothing: (commands) => ({
      message: 'no changes are known yet',
      hint: `\`${commands.to('next')}\` names a topic to study, and \`done\` ticks it`,
    }),
    noneFits: (commands) => ({
      message: 'no change fits',
      hint: `fewer filters find more; \`${commands.to('log')}\` shows every change`,
    }),
  },
  calendar: {
    weekdays: [...weekdays.slice(1), ...weekdays.slice(0, 1)],
    months: shortMonths,
    shades: ['few', 'some', 'many', 'most'],
    topics: (count) => counted(count, 'topic', 'topics'),
    total: (topics, days) => `${counted(topics, 'topic', 'topics')} on ${counted(days, 'day', 'days')}`,
    shown: (weeks, all) => `the last ${counted(weeks, 'week', 'weeks')} of ${all}; a wider window shows more`,
    label: { aDay: 'a day', streak: 'streak', bestWeek: 'best week' },
    streak: (weeks, rests) =>
      `${counted(weeks, 'week', 'weeks')}${rests === 0 ? '' : `, with ${counted(rests, 'week', 'weeks')} of rest between`}`,
    week: (day, month, year, topics) =>
      `from Monday ${day} ${months[month - 1]} ${year}, ${counted(topics, 'topic', 'topics')}`,
    none: (from, to, commands) => ({
      message: `no topic has a day from ${from} to ${to}`,
      hint: `\`${commands.to('log')}\` shows every change, \`${commands.to('next')}\` a topic to study`,
    }),
  },
  next: {
    overdue: (days) => `overdue by ${counted(days, 'day', 'days')}`,
    due: (days, weekday, day) =>
      days === 0 ? 'due today' : days === 1 ? 'due tomorrow' : `due ${days < 7 ? `on ${weekdayNames[weekday]}` : day}`,
    doing: (since) => (since === null ? 'in progress' : `in progress since ${since}`),
    unlocked: (needs) => `unlocked by ${needs}`,
    unblocked: (needs) => `what it needs was skipped: ${needs}`,
    waiting: (needs) => `waits for ${needs}`,
    level: (level, isFirst) => `${isFirst ? 'first open' : 'open'} topic of ${level}, the level you are at`,
    project: (level) => `all topics of ${level} are done; a project completes the level`,
    order: "next in the author's order",
    byNumber: (line) => `the number is read as an address; for that many topics: \`${line}\``,
  },
  gate: {
    notReached: 'not reached',
    share: (isEnough, at) => `${isEnough ? 'enough' : 'not enough'}, ${at}% asked for`,
    open: (level, withBelow, count) =>
      `${counted(count, 'topic', 'topics')} of ${level}${withBelow ? ' and the levels below' : ''} ${englishForm(count, 'is', 'are')} not done:`,
    needsProject: (level) => `no project of ${level} is done, and one is needed:`,
    needsLabs: (level, count) =>
      `${counted(count, 'more lab', 'more labs')} of ${level} ${englishForm(count, 'has', 'have')} to be passed:`,
    nothingCounts: (level) => `nothing counts towards ${level}: it has no topics or projects, or all are skipped`,
  },
  levels: {
    missing: 'missing',
    oneNeeded: 'one is needed',
    practised: (passed, total) => `${passed} of ${total} practised`,
    labsRequired: (count) => `${count} ${englishForm(count, 'is', 'are')} needed`,
    waits: (below) => `nothing here; ${below} is not reached yet`,
    allMissing: 'to see all that is missing:',
    none: {
      message: 'this roadmap has no levels',
      hint: 'write `#junior`, `#middle`, `#senior` or `#expert` after a topic, or a heading that is only the level; in YAML, `level: junior`',
    },
  },
  projects: {
    none: {
      message: 'this roadmap has no projects',
      hint: 'write them as a table with the columns Level, Name, Description, Technologies, Success criterion and Links; in YAML, under `projects`',
    },
    noneFits: (commands) => ({
      message: 'no project fits',
      hint: `fewer filters find more; \`${commands.to('projects')}\` shows every project`,
    }),
  },
};
