// Editors: the command line that opens a file at a line, for those that people use.
import { describe, expect, it } from 'vitest';
import { editorLine, programIn } from '../../src/model/editor.ts';

const file = '/notes/my note.md';

describe('a program alone is started itself', () => {
  it.each<[string, readonly string[]]>([
    ['vi', ['+12', file]],
    ['vim', ['+12', file]],
    ['nvim', ['+12', file]],
    ['/usr/bin/vim.basic', ['+12', file]],
    ['vim.tiny', ['+12', file]],
    ['nano', ['+12', file]],
    ['micro', ['+12', file]],
    ['emacs', ['+12', file]],
    ['emacs-nox', ['+12', file]],
    ['emacs29', ['+12', file]],
    ['emacsclient', ['+12', file]],
    ['kak', ['+12', file]],
    ['gvim', ['-f', '+12', file]],
    ['hx', [`${file}:12`]],
    ['helix', [`${file}:12`]],
    ['code', ['--wait', '--goto', `${file}:12`]],
    ['codium', ['--wait', '--goto', `${file}:12`]],
    ['code-insiders', ['--wait', '--goto', `${file}:12`]],
    ['cursor', ['--wait', '--goto', `${file}:12`]],
    ['subl', ['--wait', `${file}:12`]],
    ['zed', ['--wait', `${file}:12`]],
    ['zeditor', ['--wait', `${file}:12`]],
    ['idea', ['--wait', '--line', '12', file]],
    ['kate', ['--block', '--line', '12', file]],
    ['gedit', ['--wait', '+12', file]],
    ['mate', ['--wait', '--line', '12', file]],
    ['nvim-qt', ['--nofork', file]],
    ['ed', [file]],
    ['my-own-editor', [file]],
  ])('%s', (setting, words) => expect(editorLine(setting, file, 12)).toEqual([setting, ...words]));

  it('without a line it opens the file, and waits all the same', () => {
    expect(editorLine('vim', file, null)).toEqual(['vim', file]);
    expect(editorLine('code', file, null)).toEqual(['code', '--wait', file]);
  });
});

describe('more than a program is a piece of shell, and the words behind it are no part of it', () => {
  it.each<[string, string, readonly string[]]>([
    ['code --wait', 'code', ['--goto', `${file}:12`]],
    ['code -w -n', 'code', ['--goto', `${file}:12`]],
    ['code --new-window', 'code', ['--wait', '--goto', `${file}:12`]],
    ['gvim --nofork', 'gvim', ['+12', file]],
    [`'/opt/Sublime Text/subl' -n`, '/opt/Sublime Text/subl', ['--wait', `${file}:12`]],
    [`emacsclient -t -a ""`, 'emacsclient', ['+12', file]],
    ['~/bin/nvim', '~/bin/nvim', ['+12', file]],
    ['TERM=xterm-256color vim', 'vim', ['+12', file]],
    ['env TERM=xterm vim -u NONE', 'vim', ['+12', file]],
    ['flatpak run org.example.Editor', 'flatpak', [file]],
  ])('%s', (setting, program, words) => {
    expect(programIn(setting)).toBe(program);
    expect(editorLine(setting, file, 12)).toEqual(['sh', '-c', `${setting} "$@"`, program, ...words]);
  });

  it('a quote that is not closed is for the shell to report', () =>
    expect(editorLine("vim 'x", file, 12)).toEqual(['sh', '-c', `vim 'x "$@"`, "vim 'x", file]));
});
