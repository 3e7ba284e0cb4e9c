// Confirmation: the one place where a question is put to the person at the terminal.
import { createPromptModule } from 'inquirer';

/** Asks on standard error, so that standard output stays for results; no is the default. Rejects when interrupted. */
export async function confirm(question: string, output: NodeJS.WriteStream): Promise<boolean> {
  const prompt = createPromptModule({ output });
  const { answer } = await prompt([{ type: 'confirm', name: 'answer', message: question, default: false }]);
  return answer === true;
}
