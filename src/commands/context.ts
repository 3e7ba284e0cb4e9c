// Context: everything a command needs from the world, handed in through the door.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { Language, Sentences } from '../lang/messages.ts';
import type { Key } from '../model/key.ts';
import type { Configuration } from '../store/configuration.ts';
import type { Disk } from '../store/disk.ts';
import type { Library } from '../store/library.ts';
import type { LockOptions } from '../store/lock.ts';
import type { Places } from '../store/places.ts';
import type { Drawing, ScreenSize } from '../views/screen.ts';
import type { Theme } from '../views/theme.ts';
import type { Programs } from './programs.ts';
import type { Questions } from './questions.ts';
import type { WatchScreen } from './watch-screen.ts';

/** A value that nobody typed; `place` is where it came from, as a message names it. */
export interface Setting {
  readonly value: string;
  readonly place: string;
}

/** What is shown on the whole screen, and what becomes of it. */
export interface ScreenAct<State> {
  press(state: State, key: Key, size: ScreenSize): State;
  draw(state: State, size: ScreenSize): Drawing;
  isOver(state: State): boolean;
  /** Keys that were pressed before it was drawn are dropped: nobody confirms what is not on the screen. */
  readonly isConfirmation: boolean;
}

/** The whole terminal. */
export interface Screen {
  /**
   * Draws a state and hands it each key, until it is over. Keys that come faster than it is drawn are all taken before it is drawn
   * again. Ctrl-C, a signal and a lost terminal reject it.
   */
  run<State>(state: State, act: ScreenAct<State>): Promise<State>;
}

export interface Context {
  readonly disk: Disk;
  readonly places: Places;
  /** Distinguishes this build from any other; null where nothing of it may be kept for later runs. */
  readonly build: string | null;
  readonly library: Library;
  readonly configuration: Configuration;
  readonly lock: LockOptions;
  readonly today: CalendarDate;
  /** When the command began, in milliseconds since 1970. */
  readonly now: number;
  /** The roadmap that is meant when no option names one; null: the program's own default. */
  readonly roadmap: Setting | null;
  /** The user's shell by its name, `zsh`; null where it is not known. */
  readonly shell: string | null;
  /** What says which day is today, where it is not the clock. */
  readonly todayFrom: string | null;
  /** What a summary for the shell's prompt depends on besides the roadmap. */
  readonly summaries: {
    /** The name under which it is kept, of a roadmap as it was asked for; null: by nobody on this command line. */
    readonly key: (asked: string | null) => string;
    /** Files that decide which roadmap is meant, there or not. */
    readonly watched: readonly string[];
  };
  /** ZDOTDIR, where zsh is set up; null where it is not set. */
  readonly zshFolder: string | null;
  /** Results as they were drawn; nothing that a terminal obeys leaves by it. One call, one write. */
  readonly out: (text: string) => void;
  /** A file's own text: to the byte where it goes to a file or a pipe, and harmless where it goes to a terminal. */
  readonly document: (text: string | Uint8Array) => void;
  /** True when somebody reads the results as they come: standard output is a terminal. */
  readonly isWatched: () => boolean;
  /** Rows of the terminal that shows the results; null where none does. */
  readonly rows: () => number | null;
  /** Everything else. */
  readonly err: (text: string) => void;
  /**
   * How far work has come that may take long; a terminal shows it when a second has passed. Called between two steps, often: the
   * process can be interrupted only there. `words` hold nothing of the user's.
   */
  readonly showProgress: (advance: { done: number; total: number; words: string }) => Promise<void>;
  /** All of standard input. */
  readonly input: () => string;
  /** True when somebody can answer: standard input and standard error are terminals and `--no-input` was not given. */
  readonly canAsk: () => boolean;
  /** Asks a yes-or-no question on the terminal; only where `canAsk`. */
  readonly ask: (question: string) => Promise<boolean>;
  /** Other programs; loaded by those who start one. */
  readonly programs: () => Promise<Programs>;
  /** A terminal that shows one view for long. */
  readonly watchScreen: () => Promise<WatchScreen>;
  /** The same by the clock, the files of the configuration and the terminal as they are now. Throws `bad-config`. */
  readonly anew: () => Promise<Context>;
  /** True when somebody can answer and the terminal can be drawn on. */
  readonly hasScreen: () => boolean;
  /** Takes the whole terminal while `use` runs; it is as it was afterwards, however that ends. Only where `hasScreen`. */
  readonly onScreen: <Result>(use: (screen: Screen) => Promise<Result>) => Promise<Result>;
  /** Asks one question after the other; only where `canAsk`. What is shown of the user's has to be harmless already. */
  readonly askSeveral: <Answer>(put: (questions: Questions) => Promise<Answer>) => Promise<Answer>;
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
