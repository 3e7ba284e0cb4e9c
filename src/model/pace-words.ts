// StudyPace: how much is studied in a week, as a person writes it: `6h/w`, `6h`, `10/w`.
import { UserError } from '../errors.ts';

/** So many hours, or so many topics, in a week; more than 0, and 168 hours or 1000 topics at most. */
export interface StudyPace {
  readonly unit: 'hours' | 'topics';
  readonly perWeek: number;
}

const most = { hours: 168, topics: 1000 } as const;

/** A number with an hour behind it, a week, or both. Tenths and hundredths may have a comma. */
const written = /^(\d{1,4}(?:[.,]\d{1,2})?) ?(h|hours?|ч)? ?(\/ ?(?:w|week|н|нед))?$/;

/**
 * `6h/w` and `6h` are hours a week, `10/w` is topics a week; Russian units are `6ч/н`. Else null: a bare `10` does not say of what,
 * and nothing at all is no pace.
 */
export function parsePace(word: string): StudyPace | null {
  const [, number, hour, week] = written.exec(word.trim().toLowerCase()) ?? [];
  if (number === undefined || (hour === undefined && week === undefined)) return null;
  const perWeek = Number(number.replace(',', '.'));
  const unit = hour === undefined ? 'topics' : 'hours';
  return perWeek > 0 && perWeek <= most[unit] ? { unit, perWeek } : null;
}

/** The value of `--pace`. Throws `bad-option-value`; `command` is the one that has the option. */
export function paceOf(word: string, command: string): StudyPace {
  const pace = parsePace(word);
  if (pace !== null) return pace;
  const option = '--pace <pace>';
  throw new UserError('bad-option-value', { option, value: word, expected: { kind: 'pace' }, command });
}

/** As it is typed: `6h/w`, `10/w`. */
export const paceWord = ({ unit, perWeek }: StudyPace): string => `${perWeek}${unit === 'hours' ? 'h' : ''}/w`;
