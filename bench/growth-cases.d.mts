// Growth cases: what the test that counts steps takes from them.

export interface Case {
  readonly file: string;
  readonly text: (n: number) => string;
  /** What a tick names; `-`: what is in `input`. */
  readonly topic: string;
  readonly input?: (n: number) => string;
  readonly level?: string;
  /** Run before the others. */
  readonly before?: readonly (readonly string[])[];
  /** Commands may be refused here. */
  readonly refuses?: boolean;
}

export const cases: { readonly [name: string]: Case };
export const commands: { readonly [name: string]: (kind: Case) => readonly string[] };
