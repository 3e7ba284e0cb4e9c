// Language: which table of words is spoken; apart from messages.ts so that no module imports in a circle.
import { english } from './en.ts';
import type { Language, Messages } from './messages.ts';
import { russian } from './ru.ts';

export function messagesFor(language: Language): Messages {
  return language === 'ru' ? russian : english;
}
