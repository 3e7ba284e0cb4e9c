// AuthorDocument: a small note in the manner of somebody's study plan, with the counts that its author would expect.

export interface AuthorDocument {
  /** What the document is, as its author would say. */
  readonly what: string;
  readonly text: string;
  readonly total: number;
  readonly done: number;
  /** Every top-level section as `title done/total`; `-` means topics outside any section. */
  readonly sections: readonly string[];
  readonly doing?: number;
  readonly skipped?: number;
  readonly dated?: number;
  readonly projects?: number;
  readonly title?: string;
  /** Level ids with their totals. */
  readonly levels?: { readonly [id: string]: number };
}
