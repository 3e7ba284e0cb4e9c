// WatchScreen: the port to a terminal that shows one view for long, and to the files that make it another.

/** What wakes it: a file, the size of the terminal, or a key that ends it. */
export type Wake = 'changed' | 'resized' | 'left';

/** The port. The terminal is as it was after `close`, and after a signal or the loss of the terminal, by which `wake` rejects. */
export interface WatchScreen {
  /** Whether the terminal can be drawn on again and again. */
  canDraw(): boolean;
  columns(): number;
  rows(): number;
  /** A file that is about to be read, by its absolute path, whether or not it is there: what it is like now counts as known. */
  reading(path: string): void;
  /** The lines that the terminal shows from now on; what does not fit is cut off. */
  show(lines: readonly string[]): void;
  wake(): Promise<Wake>;
  close(): void;
}
