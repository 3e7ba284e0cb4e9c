// Html: markup whose values are escaped wherever they are put in.

/** Text that is markup already: only `html` makes it, so nothing of a user's becomes markup by mistake. */
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

/** What may be put into a template: text is escaped, lists are joined, null is nothing. */
export type HtmlValue = string | number | null | Html | readonly HtmlValue[];

/** A tagged template: `html`<p title="${text}">${text}</p>``. Attributes have to be in double quotes. */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => new Html(parts, values);

function markupOf(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  return value.map(markupOf).join('');
}

const references: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => references[character] as string);
