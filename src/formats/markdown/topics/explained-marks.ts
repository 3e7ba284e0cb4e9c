// ExplainedMarks: what a note says that its colours mean, `🟢 = done, ⚪ = pending` (FORMATS T6, T7).
import type { Status } from '../../../model/roadmap.ts';
import { pattern } from '../../../text/pattern.ts';
import { plainWords } from '../../../text/plain-words.ts';
import { signsOf } from '../../words/marks.ts';
import { stateNamed } from '../../words/states.ts';

const signs = pattern(`([${signsOf('colour', 'cross', 'tick', 'ticked', 'empty', 'doing')}])`, 'u');
const wordEnd = /[,;|.()/·•、，；。（）]|\s[-–—]\s/;

type Meaning = readonly [sign: string, state: Status];

/** Of what is before the first sign, the sign, what is behind it, the next sign and so on. */
function explainedIn([, ...parts]: readonly string[]): Meaning[] {
  return parts.flatMap((words, at): Meaning[] => {
    const first = at % 2 === 0 ? undefined : words.split(wordEnd).map(plainWords).find(Boolean);
    const state = first === undefined ? null : stateNamed(first);
    return state === null ? [] : [[parts[at - 1] as string, state]];
  });
}

/** The states of signs that are explained beside each other, one of them as done; of a sign with two meanings none. */
export function explainedMarks(text: string): ReadonlyMap<string, Status> {
  const found = new Map<string, Status>();
  let near: Meaning[] = [];
  const close = (): void => {
    const states = new Set(near.map(([, state]) => state));
    if (states.has('done') && states.size > 1) for (const [sign, state] of near) add(found, sign, state);
    near = [];
  };
  for (const line of text.split('\n')) {
    const own = signs().test(line) ? explainedIn(line.split(signs())) : [];
    if (own.length === 0 && line.trim() !== '') close();
    near.push(...own);
  }
  close();
  return found;
}

function add(found: Map<string, Status>, sign: string, state: Status): void {
  const known = found.get(sign);
  // Explained in two ways it is no state, and an open topic is what it would be anyway.
  found.set(sign, known === undefined || known === state ? state : 'todo');
}
