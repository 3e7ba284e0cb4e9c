// Questions: the one place where somebody at the terminal is asked.
import { createPromptModule } from 'inquirer';

/** One of several answers. */
export interface Choice<Value> {
  readonly value: Value;
  readonly name: string;
  /** Shown beneath while it is pointed at. */
  readonly description?: string;
}

/** Each rejects when interrupted, by a key or by a signal, and has given the terminal its settings back by then. */
export interface Questions {
  /** No is the default. */
  confirm(question: string): Promise<boolean>;
  choose<Value>(question: string, choices: readonly Choice<Value>[], first: Value): Promise<Value>;
  /** `wrong` gives a sentence where the answer cannot be taken, else null. */
  write(question: string, first: string, wrong: (answer: string) => string | null): Promise<string>;
}

/** Asks on standard error, so that standard output stays for results. */
export function questionsOn(output: NodeJS.WriteStream, signal: AbortSignal): Questions {
  const prompt = createPromptModule({ output, signal });
  return {
    async confirm(question) {
      const { answer } = await prompt([{ type: 'confirm', name: 'answer', message: question, default: false }]);
      return answer === true;
    },
    async choose(question, choices, first) {
      const list = choices.map(({ value, ...words }) => ({ ...words, value: value as unknown }));
      const { answer } = await prompt([
        { type: 'select', name: 'answer', message: question, choices: list, default: first as unknown },
      ]);
      return answer as typeof first;
    },
    async write(question, first, wrong) {
      const validate = (answer: string): string | true => wrong(answer.trim()) ?? true;
      const { answer } = await prompt([{ type: 'input', name: 'answer', message: question, default: first, validate }]);
      return String(answer).trim();
    },
  };
}
