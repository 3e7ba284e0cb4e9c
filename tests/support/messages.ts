// All tables of words at once: the program itself loads most of them only for those who need them.
import { english } from '../../src/lang/en.ts';
import { englishSentences } from '../../src/lang/en-sentences.ts';
import type { Language, Messages, Sentences } from '../../src/lang/messages.ts';
import { russian } from '../../src/lang/ru.ts';
import { russianSentences } from '../../src/lang/ru-sentences.ts';

export const messagesFor = (language: Language): Messages => (language === 'ru' ? russian : english);
export const sentencesFor = (language: Language): Sentences =>
  language === 'ru' ? russianSentences : englishSentences;
