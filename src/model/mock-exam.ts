// MockExam: tasks drawn by the weights of an exam's domains, against the clock, and what their answers are worth.
import type { Verdict } from './lab.ts';
import type { Random } from './random.ts';

/** As the exam itself has them. */
export const examSize = { tasks: 16, minutes: 120, passPercent: 68 } as const;

export interface MockTask {
  /** The name of its folder, `01-retries`. */
  readonly folder: string;
  /** The id of its lab. */
  readonly lab: string;
  readonly domain: ExamDomain;
}

/** The section of the roadmap that a task was drawn for. */
export interface ExamDomain {
  readonly id: string;
  readonly title: string;
}

/** What became of an answer; `late` was saved after the end of the time, `gone` is a lab that is not there any more. */
export const outcomes = ['judged', 'invalid', 'untouched', 'late', 'gone'] as const;
export type Outcome = (typeof outcomes)[number];

export interface TaskResult {
  readonly lab: string;
  readonly outcome: Outcome;
  /** Also of a late answer, where they do not count. */
  readonly held: number;
  readonly checks: number;
}

export interface MockResult extends ExamResult {
  readonly tasks: readonly TaskResult[];
}

/** An exam as its file keeps it. Instants are milliseconds since 1970. */
export interface MockExam {
  /** The id of the roadmap, or its title where it has none. */
  readonly roadmap: string;
  readonly seed: number;
  readonly started: number;
  readonly minutes: number;
  readonly passPercent: number;
  readonly tasks: readonly MockTask[];
  readonly finished: number | null;
  readonly result: MockResult | null;
}

export const endOf = ({ started, minutes }: Pick<MockExam, 'started' | 'minutes'>): number =>
  started + minutes * 60_000;

/** Milliseconds until the end, negative behind it. Of a clock that was set back no more than the whole time. */
export const timeLeft = (exam: Pick<MockExam, 'started' | 'minutes'>, now: number): number =>
  Math.min(exam.minutes * 60_000, endOf(exam) - now);

/** What the answers are worth: a late one and one that was not begun nothing, and a lab that is gone is no task. */
export function markedResult(exam: MockExam, tasks: readonly TaskResult[]): MockResult {
  const marked = exam.tasks.flatMap(({ domain }, at): MarkedTask[] => {
    const task = tasks[at];
    if (task === undefined || task.outcome === 'gone') return [];
    return [{ domain: domain.id, held: task.outcome === 'judged' ? task.held : 0, checks: task.checks }];
  });
  return { ...resultOf(marked, exam.passPercent), tasks };
}

/** Whether an answer is more than what the learner began with; comments alone are no answer. */
export function isBegun(text: string, start: string): boolean {
  const lines = (of: string): string[] => of.split(/\r?\n/).map((line) => line.trimEnd());
  const written = lines(text).filter((line) => line !== '' && !line.trimStart().startsWith('#'));
  const given = lines(start).filter((line) => line !== '' && !line.trimStart().startsWith('#'));
  return written.length > 0 && written.join('\n') !== given.join('\n');
}

/** A part of the exam, as a section of its roadmap describes it. */
export interface Domain<Lab> {
  readonly title: string;
  /** Percent of the exam. */
  readonly weight: number;
  /** The labs of its topics. */
  readonly labs: readonly Lab[];
}

export interface Drawn<Lab> {
  readonly domain: string;
  readonly lab: Lab;
}

/**
 * As many tasks as are asked for, or as there are labs for: no lab twice, in the order of the domains. Each domain has its share by weight
 * (largest remainder); what it has too few labs for goes to the domains that have more, the heaviest first.
 */
export function drawTasks<Lab>(domains: readonly Domain<Lab>[], count: number, random: Random): readonly Drawn<Lab>[] {
  const left = withoutRepeats(domains).map(({ labs }) => shuffled(labs, random));
  const seats = seatsOf(
    domains.map(({ weight }, at) => ({ weight, most: left[at]?.length ?? 0 })),
    count,
  );
  return domains.flatMap(({ title }, at) =>
    (left[at] ?? []).slice(0, seats[at]).map((lab) => ({ domain: title, lab })),
  );
}

/** A lab of several domains is of the one that has the fewest others, so that none is emptied by a larger one. */
function withoutRepeats<Lab>(domains: readonly Domain<Lab>[]): readonly { readonly labs: readonly Lab[] }[] {
  const taken = new Map<Lab, number>();
  const bySize = [...domains.keys()].sort((a, b) => (domains[a]?.labs.length ?? 0) - (domains[b]?.labs.length ?? 0));
  for (const at of bySize) for (const lab of domains[at]?.labs ?? []) if (!taken.has(lab)) taken.set(lab, at);
  return domains.map(({ labs }, at) => ({ labs: [...new Set(labs)].filter((lab) => taken.get(lab) === at) }));
}

interface Share {
  readonly weight: number;
  /** More than this cannot be given. */
  readonly most: number;
}

function seatsOf(shares: readonly Share[], count: number): readonly number[] {
  const seats = shares.map(() => 0);
  let left = Math.min(
    count,
    shares.reduce((sum, { most }) => sum + most, 0),
  );
  while (left > 0) {
    const open = [...shares.keys()].filter((at) => (seats[at] ?? 0) < (shares[at]?.most ?? 0));
    const more = largestRemainder(
      open.map((at) => shares[at]?.weight ?? 0),
      left,
    );
    for (const [place, at] of open.entries()) {
      const given = Math.min(more[place] ?? 0, (shares[at]?.most ?? 0) - (seats[at] ?? 0));
      seats[at] = (seats[at] ?? 0) + given;
      left -= given;
    }
  }
  return seats;
}

/** Whole numbers that add up to `count`, in proportion to the weights; equal ones if there are none. */
function largestRemainder(weights: readonly number[], count: number): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum === 0 ? count / weights.length : (count * weight) / sum));
  const whole = exact.map(Math.floor);
  const rest = count - whole.reduce((total, part) => total + part, 0);
  const byRemainder = [...exact.keys()].sort(
    (a, b) =>
      (exact[b] ?? 0) - (whole[b] ?? 0) - ((exact[a] ?? 0) - (whole[a] ?? 0)) || (weights[b] ?? 0) - (weights[a] ?? 0),
  );
  for (const at of byRemainder.slice(0, rest)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}

/** Fisher and Yates. */
function shuffled<Entry>(entries: readonly Entry[], random: Random): Entry[] {
  const mixed = [...entries];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] as Entry, mixed[last] as Entry];
  }
  return mixed;
}

export interface MarkedTask {
  readonly domain: string;
  /** Checks that hold, and all of them. An answer that is no valid manifest holds none. */
  readonly held: number;
  readonly checks: number;
}

/**
 * Checks that hold, and those that count. Naming what is not there is one more that does not hold. Of a manifest with a fault to mend
 * (`start`: its verdict as it was) those count that the fault breaks, so that any change at all is worth nothing, and those that were
 * right and are no more.
 */
export function shareOf(verdict: Verdict, start: Verdict | null): Pick<MarkedTask, 'held' | 'checks'> {
  const wasRight = new Set(start?.checks.flatMap(({ id, holds }) => (holds === true ? [id] : [])));
  const counted = verdict.checks.filter(({ id, holds }) => holds !== true || !wasRight.has(id));
  const isDangling = verdict.problems.some(({ layer }) => layer === 'reference');
  // A fault that breaks no check, but the schema or a reference.
  if (verdict.passed) return { held: Math.max(1, counted.length), checks: Math.max(1, counted.length) };
  const held = counted.filter(({ holds }) => holds === true).length;
  return { held, checks: Math.max(1, counted.length) + (isDangling ? 1 : 0) };
}

export interface DomainResult {
  readonly domain: string;
  readonly tasks: number;
  /** 0 to 100. */
  readonly percent: number;
}

export interface ExamResult {
  /** 0 to 100, rounded down: 67.9 is no 68. */
  readonly percent: number;
  readonly passed: boolean;
  readonly domains: readonly DomainResult[];
}

/** Every task is worth the same; of a task the share of its checks that hold. Domains without a task are left out. */
export function resultOf(tasks: readonly MarkedTask[], passPercent: number): ExamResult {
  const percent = percentOf(tasks);
  return {
    percent,
    passed: percent >= passPercent,
    domains: [...new Set(tasks.map(({ domain }) => domain))].map((domain) => {
      const own = tasks.filter((task) => task.domain === domain);
      return { domain, tasks: own.length, percent: percentOf(own) };
    }),
  };
}

function percentOf(tasks: readonly MarkedTask[]): number {
  if (tasks.length === 0) return 0;
  const sum = tasks.reduce((total, { held, checks }) => total + (checks === 0 ? 0 : held / checks), 0);
  // Sums of thirds fall a hair short of what they are: 2/3 + 1/3 + … must not lose a percent by that.
  return Math.floor((100 * sum) / tasks.length + 1e-9);
}
