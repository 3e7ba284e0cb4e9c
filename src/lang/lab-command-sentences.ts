// LabCommandSentences: the sentences of the command `lab`, in each language.
import { englishLabCommand } from './en-lab-command.ts';
import type { LabCommandSentences } from './lab-command-words.ts';
import type { Language } from './messages.ts';
import { russianLabCommand } from './ru-lab-command.ts';

export const labCommandSentences: { readonly [language in Language]: LabCommandSentences } = {
  en: englishLabCommand,
  ru: russianLabCommand,
};
