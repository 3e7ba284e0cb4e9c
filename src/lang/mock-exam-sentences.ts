// MockExamSentences: the sentences of `lab --mock` and `lab --broken`, in each language.
import { englishMockExam } from './en-mock-exam.ts';
import type { Language } from './messages.ts';
import type { MockExamSentences } from './mock-exam-words.ts';
import { russianMockExam } from './ru-mock-exam.ts';

export const mockExamSentences: { readonly [language in Language]: MockExamSentences } = {
  en: englishMockExam,
  ru: russianMockExam,
};
