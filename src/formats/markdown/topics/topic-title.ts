// TopicTitle: the title of a topic as people read it, and the number that its author wrote before it (FORMATS S2).
import { readable } from '../syntax/inline.ts';
import { numberedTitle } from '../syntax/numbering.ts';

/** Whether a title that begins with this character may begin with a number, perhaps behind marks: not with a letter. */
export function mayBeNumbered(code: number): boolean {
  const isLatin = (code | 32) >= 97 && (code | 32) <= 122;
  return !isLatin && !(code >= 0xc0 && code < 0x530) && !(code >= 0x4e00 && code < 0xa000);
}

const dotted = /^\D{0,20}\d{1,3}\.\d/;

/** Whether the title at an offset may begin with a number such as `4.2`, which is an address only where it fits those around it. */
export const mayBeDotted = (text: string, start: number): boolean =>
  mayBeNumbered(text.charCodeAt(start)) && dotted.test(text.slice(start, start + 40));

interface TopicTitle {
  readonly number: string | null;
  readonly title: string;
  /** The number may be the first word of the title (`2.4 GHz`). */
  readonly isDoubtful: boolean;
}

/** `4.2 Title` on a topic: a dotted or marked number is the author's, where it fits (`isTitle` where not); `Day 1: Title` and `10 exercises` are titles. */
export function topicTitle(raw: string, isTitle = false): TopicTitle {
  const title = readable(raw);
  const { form, number, title: rest } = numberedTitle(raw, title);
  const isNumber = !isTitle && (form === 'marked' || form === 'dotted') && rest !== '';
  return isNumber ? { number, title: rest, isDoubtful: form === 'dotted' } : { number: null, title, isDoubtful: false };
}
