// TerminalQuestions: questions at the terminal, which has its settings back however they end.
import { type Questions, questionsOn } from './commands/questions.ts';
import { signals } from './signals.ts';

/** Throws what inquirer throws where the question is interrupted. */
export const askOne = (question: string): Promise<boolean> => ask(({ confirm }) => confirm(question));

/**
 * While a question reads key by key, a signal must not end the process before the terminal has its settings back. `once` would
 * not do: inquirer ends the process itself where it finds no other listener.
 */
export async function ask<Answer>(put: (questions: Questions) => Promise<Answer>): Promise<Answer> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  for (const signal of signals) process.on(signal, interrupt);
  try {
    return await put(questionsOn(process.stderr, interruption.signal));
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}
