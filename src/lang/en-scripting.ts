// English of other programs: what is said of editors, browsers and hooks, for people who read English.
import type { ScriptingSentences } from './messages.ts';
import { englishForm } from './plural.ts';

const ended = (how: number | string): string => (typeof how === 'number' ? `with status ${how}` : `by ${how}`);

export const englishScripting: ScriptingSentences = {
  hook: {
    failed: (how) => `the hook ended ${ended(how)}; the change is written all the same`,
    late: (seconds) =>
      `the hook ran for more than ${seconds} seconds and was ended; the change is written all the same`,
  },
  open: {
    opened: (address) => `opened ${address}`,
    noBrowser: (browser) => `BROWSER names ${browser}, and there is no such program; this is the address`,
  },
  edit: {
    failed: (program, how) => `${program} ended ${ended(how)}`,
    same: 'nothing was changed',
    sameCounts: 'the counts are as before',
    settings: (count, file) => `${file} was read: ${count} ${englishForm(count, 'setting', 'settings')}`,
    noSettings: (file) => `nothing was saved, so there is no ${file}`,
  },
};
