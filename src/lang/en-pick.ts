// English of the picker: what its screen says, for people who read English.
import type { PickSentences } from './messages.ts';
import { englishForm } from './plural.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${englishForm(count, one, many)}`;

export const englishPick: PickSentences = {
  key: { space: 'space', enter: 'Enter', escape: 'Esc' },
  does: {
    done: 'done',
    start: 'start',
    skip: 'skip',
    reopen: 'reopen',
    review: 'review',
    filter: 'filter',
    keepFilter: 'keep the filter',
    clearFilter: 'show all',
    keys: 'keys',
    open: 'link',
    edit: 'edit',
    leave: 'leave',
    save: 'save',
    end: 'end',
    back: 'back',
  },
  remark: {
    'no-marks': 'nothing is marked: space marks a topic as done',
    'is-so': 'it has that state already; r reopens',
    'nothing-to-change': 'nothing here to change',
    repeats: 'the task repeats; tick it in Obsidian',
    'nothing-fits': 'nothing fits',
    'no-link': 'it has no link for a browser',
    'no-file': 'there is no file of yours to edit',
    'no-editor': 'no editor was found: EDITOR names one',
    unsaved: 'not saved: Enter reviews, q discards',
  },
  helpTitle: 'Keys',
  help: [
    ['space', 'done; of a section or parent, all below that is open. The same key again takes it back'],
    ['s', 'in progress'],
    ['x', 'skipped, and left out of the count'],
    ['r', 'open again'],
    ['u', 'takes the marks back'],
    ['Enter', 'shows what will be written; Enter again saves it, in one step that `undo` takes back'],
    ['up down', 'also k j; page up, page down, home and end, also g G'],
    ['left right', 'fold and unfold, also h l and tab; - folds all, + unfolds all'],
    ['/', 'filter: words of titles, or an address. Enter keeps it, Esc ends it. Keys are about what is shown'],
    ['o', 'its first link in a browser'],
    ['e', 'your editor at its line; what was marked stays marked'],
    ['K J', 'scroll what is known of the topic, also shift with up and down'],
    ['q', 'leave; with marks it has to be pressed twice'],
    ['Ctrl-C', 'leave at once and change nothing'],
  ],
  changes: (count) => counted(count, 'change', 'changes'),
  fitting: (count) => counted(count, 'fits', 'fit'),
  erases: (count, dates) => `this takes away ${counted(count, 'date', 'dates')}: ${dates}`,
};
