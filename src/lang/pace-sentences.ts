// PaceSentences: the sentences on the pace, in each language.
import { englishPace } from './en-pace.ts';
import type { Language, PaceSentences } from './messages.ts';
import { russianPace } from './ru-pace.ts';

export const paceSentences: { readonly [language in Language]: PaceSentences } = { en: englishPace, ru: russianPace };
