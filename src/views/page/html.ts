// Html: markup whose values are escaped wherever they are put in.
import { visible } from '../../text/visible.ts';

/**
 * Text that is markup already. `html` alone makes it, from the words of a template and from escaped values, so nothing of a user's
 * becomes markup because somebody forgot to escape it.
 */
export class Html {
  readonly #markup: string;

  constructor(parts: TemplateStringsArray, values: readonly HtmlValue[]) {
    let markup = parts[0] as string;
    values.forEach((value, at) => {
      markup += markupOf(value) + (parts[at + 1] as string);
    });
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** Text is escaped, lists are joined, null is nothing. */
export type HtmlValue = string | number | null | Html | readonly HtmlValue[];

/** A template: `` html`<p lang="${language}">${text}</p>` ``. Values may be put between tags and into attributes with double quotes, nowhere else. */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => new Html(parts, values);

/** What is beside a title, in smaller letters; null where it is nothing. */
export const small = (words: readonly HtmlValue[]): Html | null =>
  words.length === 0 ? null : html` <small>${words.map((word, at) => html`${at === 0 ? null : ' · '}${word}`)}</small>`;

function markupOf(value: HtmlValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number' || value instanceof Html) return String(value);
  return value.map(markupOf).join('');
}

const references: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** In one line, without characters that are not seen or that reorder what is beside them. */
const escaped = (text: string): string =>
  visible(text).replace(/[&<>"']/g, (character) => references[character] as string);
