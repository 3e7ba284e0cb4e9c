// Lab: a task whose answer, a file of manifests, is judged on the learner's own machine.
import type { LevelId, Text } from './roadmap.ts';

/** What judging looks at, in this order: the text, each object, the objects together, the lab's own checks. */
export const layers = ['yaml', 'schema', 'reference', 'check'] as const;
export type Layer = (typeof layers)[number];

export interface LabCheck {
  readonly id: string;
  /** A statement that holds of a right answer. */
  readonly title: Text;
  /** `KIND`, `KIND/NAME` or `KIND/NAMESPACE/NAME` of an object of the answer; null where the check is about all of them. */
  readonly on: string | null;
  /** Path below that object, `spec.http[0].route`: where the fault is shown. */
  readonly at: string | null;
  /** In the Common Expression Language; it holds when its value is true. */
  readonly expression: string;
  /** What is wrong, and why it matters, when it does not hold. */
  readonly failure: Text;
  /** Ids of checks before it: where one of them does not hold, this one is not judged, for what it would say misleads. */
  readonly needs: readonly string[];
}

/** An answer as the authors of labs write one: whole, or as replacements of parts of the solution that occur once. */
export type LabAnswer = { readonly why: string } & (
  | { readonly answer: string }
  | { readonly change: readonly { readonly from: string; readonly to: string }[] }
);

/** `roadmap` null: the one beside which the lab lies. */
export interface LabTopic {
  readonly roadmap: string | null;
  readonly topic: string;
}

export interface Lab {
  /** The name of its file, without `.yaml`. */
  readonly id: string;
  /** The roadmap of its topic; null: the one beside which it lies. */
  readonly roadmap: string | null;
  readonly topic: string;
  /** Other topics that it practises. */
  readonly also: readonly LabTopic[];
  /** null: the level of its topic. */
  readonly level: LevelId | null;
  readonly minutes: number;
  readonly title: Text;
  readonly task: Text;
  /** It begins with a manifest that has one fault. */
  readonly mend: boolean;
  readonly document: 'resources' | 'values';
  readonly chart: string | null;
  /** Of objects that name none. */
  readonly namespace: string;
  readonly given: { readonly facts: readonly Text[]; readonly manifests: string };
  readonly start: string;
  readonly hints: readonly Text[];
  readonly checks: readonly LabCheck[];
  readonly solution: string;
  readonly accepted: readonly LabAnswer[];
  readonly wrong: readonly (LabAnswer & { readonly caught: string })[];
  readonly free: readonly { readonly path: string; readonly reason: string }[];
  readonly docs: readonly string[];
}

/** What a list of labs needs to know of each. */
export type LabRow = Pick<Lab, 'id' | 'roadmap' | 'topic' | 'also' | 'level' | 'minutes' | 'title' | 'mend'>;

/** A file of an answer as it was read. */
export interface AnswerFile {
  /** Shown in messages; `-` for standard input. */
  readonly name: string;
  readonly text: string;
}

/** Something that is wrong with an answer. Lines and columns begin with 1; null where nothing of the answer can be pointed at. */
export interface JudgedProblem {
  readonly layer: Layer;
  /** The check that does not hold; null in the other layers. */
  readonly check: string | null;
  /** One sentence in both languages. */
  readonly message: { readonly en: string; readonly ru: string };
  readonly hint: { readonly en: string; readonly ru: string } | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

export interface Verdict {
  readonly passed: boolean;
  /** In the lab's order; null: not judged, because an earlier layer failed, or a check that it needs. */
  readonly checks: readonly { readonly id: string; readonly holds: boolean | null }[];
  readonly problems: readonly JudgedProblem[];
}

/** Ids of labs: typed in a shell without quotes, and written into a progress file without being anything but text there. */
export const labIdPattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u;

/** UTF-16 units of a file, and of all files of an answer together; what people apply at once is a hundredth of it. */
export const mostText = 1 << 19;
/** Objects of a file, and of an answer, those of lists included. */
export const mostObjects = 500;
