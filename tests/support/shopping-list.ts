// ShoppingList: a dialect that only tests know: `+ bread`, `= milk` once it is bought, below lines in capitals.
import type { ReadDraft } from '../../src/formats/format.ts';
import { draftRoadmap, draftSection, draftTopic } from '../../src/model/draft.ts';

export const isShoppingList = (text: string): boolean => /^[+=] /m.test(text) && /^[A-Z]+$/m.test(text);

export const readShoppingList: ReadDraft = ({ source, name }) => {
  const draft = draftRoadmap(name, 'shopping');
  for (const [index, line] of source.text.split('\n').entries()) {
    if (/^[A-Z]+$/.test(line)) draft.children.push(draftSection(line.toLowerCase(), index + 1));
    const section = draft.children.at(-1);
    if (section?.kind === 'section' && /^[+=] /.test(line))
      section.children.push(draftTopic(line.slice(2), index + 1, line.startsWith('=') ? 'done' : 'todo'));
  }
  return draft;
};
