// Coverage: how often our functions were called, as V8 counts it: the same on any machine.
import { Session } from 'node:inspector';

interface Counted {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    /** The first is the whole function, the others are blocks in it. */
    readonly ranges: readonly { readonly count: number }[];
  }[];
}

const session = new Session();

function post<Result>(method: string, parameters?: object): Result {
  let result: unknown;
  session.post(method, parameters, (error, value) => {
    if (error) throw error;
    result = value;
  });
  return result as Result;
}

export function startCounting(): void {
  session.connect();
  post('Profiler.enable');
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

export function stopCounting(): void {
  post('Profiler.stopPreciseCoverage');
  session.disconnect();
}

/** What was called of our sources since it was asked last. */
export function takeCounts(): readonly Counted[] {
  const { result } = post<{ readonly result: readonly Counted[] }>('Profiler.takePreciseCoverage');
  return result.filter(({ url }) => url.includes('/src/'));
}
