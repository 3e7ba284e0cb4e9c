// Confirmation: the one place where a question is put to the person at the terminal.
import { createPromptModule } from 'inquirer';

/**
 * Asks on standard error, so that standard output stays for results; no is the default. Rejects when interrupted, by a key or
 * by `signal`, and has given the terminal its settings back by then.
 */
export async function confirm(question: string, output: NodeJS.WriteStream, signal: AbortSignal): Promise<boolean> {
  const prompt = createPromptModule({ output, signal });
  const { answer } = await prompt([{ type: 'confirm', name: 'answer', message: question, default: false }]);
  return answer === true;
}
