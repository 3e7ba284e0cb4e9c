// Context: everything a command needs from the world, handed in through the door.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { Language, Sentences } from '../lang/messages.ts';
import type { Disk } from '../store/disk.ts';
import type { Library } from '../store/library.ts';
import type { LockOptions } from '../store/lock.ts';
import type { Places } from '../store/places.ts';
import type { Theme } from '../views/theme.ts';

export interface Context {
  readonly disk: Disk;
  readonly places: Places;
  /** Tells this build from any other; null where nothing of it may be kept for later runs. */
  readonly build: string | null;
  readonly library: Library;
  readonly lock: LockOptions;
  readonly today: CalendarDate;
  /** The roadmap that is meant when no option names one, and whether that is the program's own default. */
  readonly roadmapFromEnvironment: string | null;
  /** Results. One call, one write. */
  readonly out: (text: string | Uint8Array) => void;
  /** True when somebody reads the results as they come: standard output is a terminal. */
  readonly isWatched: () => boolean;
  /** Everything else. */
  readonly err: (text: string) => void;
  /** All of standard input. */
  readonly input: () => string;
  /** True when somebody can answer: standard input and standard error are terminals and `--no-input` was not given. */
  readonly canAsk: () => boolean;
  /** Asks a yes-or-no question on the terminal; only where `canAsk`. */
  readonly ask: (question: string) => Promise<boolean>;
  readonly theme: Theme;
  readonly language: Language;
  /** What went wrong or was noticed, in words; loaded by those who have something to say. */
  readonly sentences: () => Promise<Sentences>;
}

/** Options that every command takes. */
export interface CommonOptions {
  readonly roadmap?: string;
  readonly encoding?: string;
  /** Keeps the ticks in this file, whatever the roadmap is. */
  readonly progress?: string;
  /** Not an option of the command line: ticks that were moved to a file which is gone are none. */
  readonly mayBeGone?: boolean;
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly quiet?: boolean;
}
