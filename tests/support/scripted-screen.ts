// ScriptedScreen: a screen on which keys are pressed in a given order, for commands that are run inside the test.
import type { Context, Screen } from '../../src/commands/context.ts';
import type { Key } from '../../src/model/key.ts';

export interface Script {
  /** For a context: it has a screen. */
  readonly on: (context: Context) => Context;
  /** What was shown before each key, and at the end. */
  readonly shown: string[];
}

/** Keys by their names; a function runs between two keys, as another process would. The screen must be left by the last one. */
export function scripted(keys: readonly (Key | (() => void))[]): Script {
  const shown: string[] = [];
  const size = { columns: 100, rows: 30 };
  let next = 0;
  const screen: Screen = {
    async run(first, act) {
      let state = first;
      for (;;) {
        shown.push(act.draw(state, size).lines.join('\n'));
        const key = keys[next++];
        if (key === undefined) throw new Error(`the screen was not left:\n${shown.at(-1)}`);
        if (typeof key === 'string') state = act.press(state, key, size);
        else key();
        if (act.isOver(state)) return state;
      }
    },
  };
  return { shown, on: (context) => ({ ...context, hasScreen: () => true, onScreen: (use) => use(screen) }) };
}
