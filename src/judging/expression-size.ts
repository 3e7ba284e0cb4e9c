// Size of a regular expression once its repetitions are written out: what it costs to compile.

/** A class such as `\p{L}` is hundreds of ranges. */
const classSize = 20;

interface Group {
  size: number;
  /** Of the last element, which a repetition behind it multiplies. */
  last: number;
}

const repetition = /\{(\d{1,5})(,(\d{0,5}))?\}/y;
const escaped = /\\(?:[pP](?:\{[^}]{0,40}\}|.)|Q(?:[^\\]|\\(?!E))*(?:\\E)?|[\s\S])/y;
const bracketed = /\[\^?\]?(?:[^\]\\[]|\\[\s\S]|\[(?::\^?\w{1,20}:\])?)*\]?/y;

function readAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

const sizeOfElement = (text: string): number =>
  Math.max(1, text.length >> 3) + classSize * (text.split(/\\[pP]/).length - 1);

/** About the number of instructions; a pattern that is no expression has a size as well. Linear. */
export function expressionSize(pattern: string): number {
  const groups: Group[] = [{ size: 0, last: 0 }];
  for (let at = 0; at < pattern.length; ) {
    const group = groups[groups.length - 1] as Group;
    const char = pattern[at] as string;
    const counts = char === '{' ? readAt(repetition, pattern, at) : null;
    if (counts !== null) {
      const times = Math.max(Number(counts[1]), Number(counts[3] ?? 0), 1);
      group.size += group.last * (times - 1);
      group.last *= times;
      at += counts[0].length;
    } else if (char === '(') {
      groups.push({ size: 0, last: 0 });
      at++;
    } else if (char === ')' && groups.length > 1) {
      groups.pop();
      append(groups[groups.length - 1] as Group, group.size + 2);
      at++;
    } else {
      const element = readAt(char === '\\' ? escaped : bracketed, pattern, at)?.[0] ?? char;
      append(group, sizeOfElement(element));
      at += element.length;
    }
  }
  return groups.reduce((sum, { size }) => sum + size, 0);
}

function append(group: Group, size: number): void {
  group.size += size;
  group.last = size;
}
