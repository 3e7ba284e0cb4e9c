// ThemeWithSentences: the theme of a command that has something to say, with the sentences that are loaded for it.
import type { ThemeWithSentences } from '../views/problem.ts';
import type { Context } from './context.ts';

export async function withSentences({ theme, sentences }: Context): Promise<ThemeWithSentences> {
  return { ...theme, sentences: await sentences() };
}
