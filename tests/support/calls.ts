// Calls: how often functions of our sources are entered while something runs, counted by the engine.
import { Session } from 'node:inspector';

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly count: number }[];
    }[];
  }[];
}

/** The number of calls of the function `name` in the file of ours that ends with `file`, while `action` runs. */
export async function callsOf(file: string, name: string, action: () => Promise<unknown>): Promise<number> {
  const session = new Session();
  session.connect();
  const post = (method: string, parameters?: object): unknown => {
    let result: unknown;
    session.post(method, parameters, (error, value) => {
      if (error) throw error;
      result = value;
    });
    return result;
  };
  try {
    post('Profiler.enable');
    post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await action();
    const { result } = post('Profiler.takePreciseCoverage') as Coverage;
    return result
      .filter(({ url }) => url.includes(`/src/${file}`))
      .flatMap(({ functions }) => functions.filter(({ functionName }) => functionName === name))
      .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  } finally {
    session.disconnect();
  }
}
