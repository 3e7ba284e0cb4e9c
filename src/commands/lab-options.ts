// LabOptions: what the command `lab` was asked for, and the words in which it answers.
import { labCommandSentences } from '../lang/lab-command-sentences.ts';
import type { LabTheme } from '../views/lab-list.ts';
import type { CommonOptions, Context } from './context.ts';
import type { FilterOptions } from './filter.ts';

export interface LabOptions extends CommonOptions, Pick<FilterOptions, 'level' | 'status' | 'search'> {
  /** A folder that gets the task and the files to begin with. */
  readonly into?: string;
  readonly tick?: boolean;
  readonly hint?: boolean;
  readonly solution?: boolean;
  readonly watch?: boolean;
  readonly force?: boolean;
  /** Name or file of the roadmap that a mock exam is of. */
  readonly mock?: string;
  readonly finish?: boolean;
  /** How many tasks and minutes a mock exam has. */
  readonly tasks?: number;
  readonly minutes?: number;
  /** Only labs that begin with a faulty manifest. */
  readonly broken?: boolean;
  readonly width?: number;
  /** `-z`: records of `--plain` end with NUL. */
  readonly zero?: boolean;
}

/** A theme that can say what `lab` has to. */
export const labTheme = ({ theme, language }: Context): LabTheme => ({ ...theme, lab: labCommandSentences[language] });
