// Picture: runs the built program and writes what it prints into docs/ as pictures for a light and a dark page, and into the README as
// text; and the card and the badge that it draws itself. `--check` writes nothing and exits 1 where something is not what the program prints today.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = dirname(fileURLToPath(import.meta.url));
const columns = 84;

const note = `# Kafka

## 1. Basics: what a log is and who reads it

- [x] Topics, partitions and offsets #junior ✅ 2026-11-02
- [ ] Brokers, the controller and replicas #junior
- [ ] Producers and acknowledgements #junior
- [ ] Consumer groups #junior

## 2. Installation

- [x] A broker on a laptop #junior ✅ 2026-11-12
- [ ] Three brokers, no ZooKeeper #junior

## 3. Security: TLS, SASL and ACLs

- [/] TLS between clients and brokers #middle
- [ ] Who may write into which topic #middle
- [-] Kerberos #middle

## 4. Performance, lag and rebalances

- [ ] Batches and compression #senior
- [ ] What a rebalance costs #senior
`;

/** The first tick of a note says where it went, which is a folder of this run. */
const earlier = { words: ['done', '1.2', '-r', 'kafka.md'], today: '2026-11-09' };
const today = '2026-11-20';

/** A note with a year of ticks, the same in every run: some topics on two or three days of most weeks, and a rest in summer. */
function yearOfTicks() {
  const lines = ['# Kafka in a year', ''];
  const levels = ['junior', 'junior', 'middle', 'middle', 'senior'];
  let [number, state] = [0, 11];
  const chance = () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  levels.forEach((level, at) => {
    lines.push(`## ${at + 1}. Part ${at + 1}`, '');
    for (let day = 71 * at; day < 71 * (at + 1); day++) {
      const isRest = day >= 228 && day < 244;
      const topics = isRest || chance() > 0.34 ? 0 : 1 + Math.floor(6 * chance() ** 2);
      const date = new Date(Date.UTC(2025, 10, 30 + day)).toISOString().slice(0, 10);
      for (let one = 0; one < topics; one++) lines.push(`- [x] Topic ${++number} #${level} ✅ ${date}`);
    }
    for (let one = 0; one < 8 * at; one++) lines.push(`- [ ] Topic ${++number} #${level}`);
    lines.push('');
  });
  return lines.join('\n');
}

/** Each of what a terminal shows: the file that it becomes, and the summary above its text in the README. */
const terminals = [
  {
    file: 'picture',
    summary: 'The same as text',
    commands: [
      ['status', '-r', 'kafka.md'],
      ['done', '1.3', '2.2', '-r', 'kafka.md'],
    ],
  },
  { file: 'calendar', summary: 'The calendar as text', commands: [['log', '--calendar', '-r', 'year.md']] },
];
/** What is a picture already. */
const exported = [
  { file: 'card.svg', words: ['export', '--format', 'svg', '-r', 'year.md'] },
  { file: 'badge.svg', words: ['export', '--format', 'badge-svg', '-r', 'year.md'] },
];

/** What each command prints, those of terminals with their colours. */
function run() {
  const folder = mkdtempSync(join(tmpdir(), 'istio-roadmap-picture-'));
  try {
    writeFileSync(join(folder, 'kafka.md'), note);
    writeFileSync(join(folder, 'year.md'), yearOfTicks());
    printedIn(folder, earlier.words, earlier.today);
    const answersOf = (commands) =>
      commands.map((words) => ({
        command: `istio-roadmap ${words.join(' ')}`,
        lines: printedIn(folder, words, today).trimEnd().split('\n'),
      }));
    return {
      terminals: terminals.map(({ commands, ...rest }) => ({ ...rest, answers: answersOf(commands) })),
      exported: exported.map(({ file, words }) => ({ file, text: printedIn(folder, words, today) })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printedIn(folder, words, day) {
  const environment = { HOME: folder, LANG: 'C.UTF-8', ISTIO_ROADMAP_TODAY: day };
  const env = { PATH: process.env.PATH, ...environment, COLUMNS: String(columns), FORCE_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'istio-roadmap.cjs'), ...words], {
    ...{ cwd: folder, env, encoding: 'utf8', timeout: 20_000 },
  });
  if (status !== 0) throw new Error(`istio-roadmap ${words.join(' ')}: exit ${status}\n${stderr}`);
  return stdout;
}

/** The colours that the program uses (src/views/colors.ts), as they look on either page; each at least 4.5 to 1 against its background. */
const palettes = {
  light: {
    ...{ page: '#ffffff', edge: '#d1d9e0', text: '#1f2328', dim: '#59636e' },
    ...{ 31: '#d1242f', 32: '#1a7f37', 35: '#8250df', 36: '#0a6c74' },
  },
  dark: {
    ...{ page: '#0d1117', edge: '#3d444d', text: '#f0f6fc', dim: '#9198a1' },
    ...{ 31: '#f85149', 32: '#3fb950', 35: '#ab7df8', 36: '#39c5cf' },
  },
};

/** Pieces of a line that look the same: `codes` are those of the escape sequences before them. */
function piecesOf(line) {
  const pieces = [];
  let codes = new Set();
  let column = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is read
  for (const part of line.split(/(\x1b\[\d+m)/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
    const code = /^\x1b\[(\d+)m$/.exec(part)?.[1];
    if (code !== undefined) codes = after(codes, Number(code));
    else
      for (const [text] of part.matchAll(/█+|▓+|▒+|░+|(?:(?! {2})[^█▓▒░])+| +/g)) {
        const bare = text.trim();
        if (bare !== '') pieces.push({ text: bare, column: column + text.indexOf(bare), codes });
        column += text.length;
      }
  }
  return pieces;
}

function after(codes, code) {
  if (code === 22) return new Set([...codes].filter((one) => one > 2));
  if (code === 39) return new Set([...codes].filter((one) => one < 30));
  return new Set([...codes, code]);
}

const cell = { width: 8.4, height: 20, font: 14, margin: 18 };
const fixed = (number) => String(Number(number.toFixed(2)));
const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

function drawPiece({ text, column, codes }, row, palette) {
  const [x, y] = [cell.margin + column * cell.width, cell.margin + row * cell.height];
  const paint = [...codes].map((code) => palette[code]).find((one) => one !== undefined);
  const width = text.length * cell.width;
  // Bars and shades as shapes: a font of the reader may have no blocks, or higher ones.
  const opacity = { '░': ' opacity=".3"', '▒': ' opacity=".5"', '▓': ' opacity=".75"', '█': '' }[text[0]];
  if (opacity !== undefined)
    return `<rect x="${fixed(x)}" y="${fixed(y + 4)}" width="${fixed(width)}" height="12" fill="${paint ?? palette.dim}"${opacity}/>`;
  const fill = paint ?? (codes.has(2) ? palette.dim : palette.text);
  const weight = codes.has(1) ? ' font-weight="bold"' : '';
  const place = `x="${fixed(x)}" y="${fixed(y + 14.5)}" textLength="${fixed(width)}" lengthAdjust="spacingAndGlyphs"`;
  return `<text ${place} fill="${fill}"${weight}>${escaped(text)}</text>`;
}

function draw(answers, palette) {
  const lines = answers.flatMap(({ command, lines: printed }, index) => [
    ...(index === 0 ? [] : ['']),
    `\x1b[2m$\x1b[22m \x1b[1m${command}\x1b[22m`,
    ...printed,
  ]);
  const [width, height] = [2 * cell.margin + columns * cell.width, 2 * cell.margin + lines.length * cell.height];
  const shapes = lines.flatMap((line, row) => piecesOf(line).map((piece) => drawPiece(piece, row, palette)));
  const font = `font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${cell.font}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${fixed(width)} ${fixed(height)}" width="${fixed(width)}" height="${fixed(height)}" role="img">`,
    `<title>${escaped(answers.map(({ command }) => command).join(', then '))}, in a terminal</title>`,
    `<rect x=".5" y=".5" width="${fixed(width - 1)}" height="${fixed(height - 1)}" rx="8" fill="${palette.page}" stroke="${palette.edge}"/>`,
    `<g ${font}>`,
    ...shapes,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** The README with the same as text, in the block below its summary. */
function withText(readme, { summary, answers }) {
  const head = `<summary>${summary}</summary>\n\n\`\`\`\n`;
  const start = readme.indexOf(head) + head.length;
  const end = readme.indexOf('```\n', start);
  if (start < head.length || end < 0) throw new Error(`README.md has no block "${summary}"`);
  const printed = answers.map(({ command, lines }) =>
    [`$ ${command}`, ...lines.map(stripVTControlCharacters)].map((line) => `${line}\n`).join(''),
  );
  return readme.slice(0, start) + printed.join('\n') + readme.slice(end);
}

const made = run();
const files = new Map([
  ...made.terminals.flatMap(({ file, answers }) =>
    Object.entries(palettes).map(([name, palette]) => [join('docs', `${file}-${name}.svg`), draw(answers, palette)]),
  ),
  ...made.exported.map(({ file, text }) => [join('docs', file), text]),
  ['README.md', made.terminals.reduce(withText, readFileSync(join(root, 'README.md'), 'utf8'))],
]);

function textOf(name) {
  try {
    return readFileSync(join(root, name), 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[2] === '--check') {
  for (const [name, text] of files) {
    if (textOf(name) === text) continue;
    process.stderr.write(`${name} is not what the program prints today: \`npm run picture\` makes it anew\n`);
    process.exitCode = 1;
  }
} else for (const [name, text] of files) writeFileSync(join(root, name), text);
