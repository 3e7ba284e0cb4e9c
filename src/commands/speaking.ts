// SpeakingTheme: the theme of a command that has something to say, with the sentences that are loaded for it.
import type { SpeakingTheme } from '../views/problem.ts';
import type { Context } from './context.ts';

export async function speaking({ theme, sentences }: Context): Promise<SpeakingTheme> {
  return { ...theme, sentences: await sentences() };
}
