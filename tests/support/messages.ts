// Both tables of words at once: the program itself loads the second one only for those who read it.
import { english } from '../../src/lang/en.ts';
import type { Language, Messages } from '../../src/lang/messages.ts';
import { russian } from '../../src/lang/ru.ts';

export const messagesFor = (language: Language): Messages => (language === 'ru' ? russian : english);
