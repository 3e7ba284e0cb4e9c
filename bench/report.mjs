// Report: what was measured, as lines for a terminal and as tables for docs/performance.md.
import { growthSizes } from './growth.mjs';

const times = (figure) => `${figure.toFixed(2)} x`;
const goal = ({ most, aim }) => (most === undefined ? '' : `at most ${most}${aim === undefined ? '' : `, aim ${aim}`}`);
const missed = ({ isMet }) => (isMet ? '' : 'MISSED');
const cells = (widths, texts) =>
  texts
    .map((text, i) => `${text}  `.padEnd(widths[i] ?? 0))
    .join('')
    .trimEnd();
const milliseconds = (ms) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

export const rowLine = (row) =>
  cells(
    [50, 22, 10, 24, 36],
    [
      row.name,
      `${times(row.multiple)} (${row.low.toFixed(2)}–${row.high.toFixed(2)})`,
      milliseconds(row.ms),
      goal(row),
      row.memory === undefined ? '' : `memory ${times(row.memory.multiple)}, ${goal(row.memory)}`,
      missed(row),
    ],
  );

export const derivedLine = (row) =>
  cells(
    [50, 32, 60],
    [
      row.name,
      row.kind === 'exponent' ? `exponent ${row.figure.toFixed(2)}` : times(row.figure),
      goal(row),
      missed(row),
    ],
  );

export const comparedLine = (row) =>
  cells(
    [50, 22, 20, 50],
    [
      row.name,
      `${row.share.toFixed(2)} x its (${row.low.toFixed(2)}–${row.high.toFixed(2)})`,
      `${milliseconds(row.ms)}, ${milliseconds(row.peerMs)}`,
      goal(row),
      missed(row),
    ],
  );

export const growthLine = (row) =>
  cells(
    [50, 32, 60],
    [row.name, row.exponent === null ? '–' : row.exponent.toFixed(2), `${row.ms.join(', ')} ms of CPU`, missed(row)],
  );

/** A sentence where others were at work before the run began; at its end the load is its own. */
export const warning = ({ load: [before] }) =>
  Number(before) < 1
    ? null
    : 'The machine did other work as well: what is measured here is too slow, and compares with nothing.';

const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const limit = ({ most, aim } = {}) => (most === undefined ? '' : `${most}${aim === undefined ? '' : ` / ${aim}`}`);
const bold = (text, { isMet }) => (isMet ? text : `**${text}**`);

function rowTable(rows) {
  return table(
    ['command', 'x', 'quartiles', 'ms', 'at most / aim', 'memory, x', 'at most / aim'],
    rows.map((row) => [
      row.name,
      bold(row.multiple.toFixed(2), { isMet: row.most === undefined || row.multiple <= row.most }),
      `${row.low.toFixed(2)}–${row.high.toFixed(2)}`,
      milliseconds(row.ms).replace(' ms', ''),
      limit(row),
      row.memory === undefined
        ? ''
        : bold(row.memory.multiple.toFixed(2), { isMet: row.memory.multiple <= row.memory.most }),
      limit(row.memory),
    ]),
  );
}

function comparedTable(rows) {
  return table(
    ['action', 'topics', 'beside', 'its ms', 'ours', 'share of its time', 'at most / aim'],
    rows.map((row) => [
      ...[row.action, row.count.toLocaleString('en'), row.peer, milliseconds(row.peerMs).replace(' ms', '')],
      ...[milliseconds(row.ms).replace(' ms', ''), bold(row.share.toFixed(2), row), limit(row)],
    ]),
  );
}

function growthTable(rows) {
  const commands = [...new Set(rows.map(({ command }) => command))];
  const shapes = [...new Set(rows.map(({ shape }) => shape))];
  const cell = (row) => (row === undefined ? '' : row.exponent === null ? '–' : bold(row.exponent.toFixed(2), row));
  return table(
    ['shape', ...commands],
    shapes.map((shape) => [
      shape,
      ...commands.map((command) => cell(rows.find((row) => row.shape === shape && row.command === command))),
    ]),
  );
}

/** Everything as Markdown; what misses its goal is bold. */
export function markdown({ machine, rows, derived, compared, growth, missing }) {
  const sizes = growthSizes.map((n) => n.toLocaleString('en')).join(', ');
  const parts = [
    `${machine.day}, commit ${machine.commit}, Node ${machine.node}, ${machine.cpus} × ${machine.cpu}, ${machine.system}; load average ${machine.load.join(' before and ')} after; seed ${machine.seed}, up to ${machine.pairs} pairs a row.`,
    warning(machine),
    rows.length > 0 && rowTable(rows),
    derived.length > 0 &&
      table(
        ['what follows', 'figure', 'at most'],
        derived.map((row) => [row.name, bold(row.figure.toFixed(2), row), String(row.most)]),
      ),
    compared.length > 0 && comparedTable(compared),
    missing.length > 0 && missing.map((sentence) => `${sentence}.`).join(' '),
    growth.length > 0 &&
      `Growth exponents of CPU time over sizes ${sizes}, net of a roadmap of ten; – where it is too little to tell:`,
    growth.length > 0 && growthTable(growth),
  ];
  return parts.filter(Boolean).join('\n\n');
}
