// Origin: where a roadmap and its ticks are kept, as the views name it.

export interface Origin {
  /** Null for a bundled roadmap. */
  readonly path: string | null;
  /** The name the user gave or would give to `-r`. */
  readonly name: string;
  readonly encoding: string;
  /** The table a twice-encoded text was repaired from, such as `macintosh`; else null (FORMATS B2). */
  readonly repaired: string | null;
  readonly progress: ProgressPlace;
}

/** inline: ticks are in the roadmap itself (FORMATS P1); file: in a progress file of their own (P2). */
export interface ProgressPlace {
  readonly mode: 'inline' | 'file';
  readonly path: string;
}
