// Key: what was pressed on a keyboard, by its name.

/** Such as `up`, `enter`, `page-down`, `shift-up`, `ctrl-c`; a key that types something by what it types. */
export type Key = string;

const [cyrillic, latin] = ['йцукенгшщзхъфывапролджэячсмитьбюё', "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"];

/** The same key of an English keyboard: whoever writes Russian does not change the layout to press `s`. */
export function onAnyLayout(key: Key): Key {
  const at = key.length === 1 ? cyrillic.indexOf(key.toLowerCase()) : -1;
  if (at < 0) return key;
  const letter = latin[at] as string;
  return key === key.toLowerCase() ? letter : letter.toUpperCase();
}

const letters: { readonly [letter: Key]: Key } = {
  ...{ k: 'up', j: 'down', g: 'home', G: 'end', K: 'shift-up', J: 'shift-down' },
  ...{ 'ctrl-p': 'up', 'ctrl-n': 'down', 'ctrl-b': 'page-up', 'ctrl-f': 'page-down' },
};

/** The key that moves, for letters and combinations that mean the same to those whose hands stay on them. */
export const moving = (key: Key): Key => letters[key] ?? key;

/** What the screen has room for. */
export interface Room {
  /** Lines of what is walked through. */
  readonly page: number;
  /** How many lines of a text can be passed until its last one is shown. */
  readonly end: number;
}

/** How far one is in a list or a text after a key that moves; null for every other key. */
export function steps(key: Key, place: number, last: number, page: number): number | null {
  const to = (wanted: number): number => Math.max(0, Math.min(wanted, last));
  switch (key) {
    case 'up':
      return to(place - 1);
    case 'down':
      return to(place + 1);
    case 'page-up':
      return to(place - Math.max(1, page - 1));
    case 'page-down':
      return to(place + Math.max(1, page - 1));
    case 'home':
      return 0;
    case 'end':
      return to(last);
    default:
      return null;
  }
}
