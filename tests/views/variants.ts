// Variants: the themes that every golden is drawn in.

import type { Language } from '../../src/lang/messages.ts';
import { colors } from '../../src/views/colors.ts';
import { commandsFor } from '../../src/views/command-line.ts';
import type { ThemeWithSentences } from '../../src/views/problem.ts';
import { plainPainter, themeFor } from '../../src/views/theme.ts';
import { messagesFor, sentencesFor } from '../support/messages.ts';

export interface Look {
  readonly width: number;
  readonly language?: Language;
  readonly ascii?: boolean;
  readonly color?: 0 | 1 | 2 | 3;
  /** What was given to `-r`. */
  readonly roadmap?: string;
}

export function look({ width, language = 'en', ascii = false, color = 0, roadmap }: Look): ThemeWithSentences {
  const painter = color === 0 ? plainPainter : colors(color);
  const theme = themeFor({
    width,
    painter,
    ascii,
    language,
    messages: messagesFor(language),
    commands: commandsFor({ argv: [], roadmap }),
  });
  return { ...theme, sentences: sentencesFor(language) };
}

const looks: readonly (Look & { readonly name: string })[] = [
  { name: 'English, 40 columns', width: 40 },
  { name: 'English, 80 columns', width: 80 },
  { name: 'English, 120 columns', width: 120 },
  { name: 'English, 200 columns', width: 200 },
  { name: 'Russian, 40 columns', width: 40, language: 'ru' },
  { name: 'Russian, 80 columns', width: 80, language: 'ru' },
  { name: 'Russian, 120 columns', width: 120, language: 'ru' },
  { name: 'Russian, 200 columns', width: 200, language: 'ru' },
  { name: 'words instead of symbols, 40 columns', width: 40, ascii: true },
  { name: 'words instead of symbols, 80 columns', width: 80, ascii: true },
  { name: 'Russian words instead of symbols, 80 columns', width: 80, language: 'ru', ascii: true },
  { name: 'colours, 80 columns', width: 80, color: 1 },
];

/** The view in every look, one beneath the other, each under a line that names it. */
export function inEveryLook(draw: (theme: ThemeWithSentences) => string, roadmap?: string): string {
  const more = roadmap === undefined ? {} : { roadmap };
  return looks.map(({ name, ...how }) => `=== ${name}\n${draw(look({ ...how, ...more }))}`).join('\n');
}
