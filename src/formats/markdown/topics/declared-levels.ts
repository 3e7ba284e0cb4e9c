// DeclaredLevels: the levels that the front matter of a note declares, and their words from the note's own rubric (FORMATS V1).
import { levelNamed } from '../../../model/level-words.ts';
import { type Level, usualLevels } from '../../../model/roadmap.ts';

/** `levels:` of the front matter: ids, or maps with `id`, `title`, `rubric` and `labs`, from the lowest (FORMATS V1). */
export function declaredLevels(written: unknown): Level[] {
  const list = typeof written === 'string' ? written.split(',') : Array.isArray(written) ? written : [];
  return list.flatMap((one: unknown): Level[] => {
    if (typeof one === 'string') return one.trim() === '' ? [] : [levelOf(one.trim(), null, null)];
    if (typeof one !== 'object' || one === null) return [];
    const { id, title, rubric, labs } = one as { readonly [key: string]: unknown };
    const name = typeof id === 'string' ? id : title;
    if (typeof name !== 'string' || name === '') return [];
    const level = levelOf(name, typeof title === 'string' ? title : null, typeof rubric === 'string' ? rubric : null);
    return [/^\d{1,6}$/.test(String(labs)) ? { ...level, labs: Number(labs) } : level];
  });
}

function levelOf(id: string, title: string | null, rubric: string | null): Level {
  const clean = id.toLowerCase().replace(/\s+/g, '-');
  return { id: levelNamed(id) ?? clean, title: title ?? capitalised(id), rubric };
}

const capitalised = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/** Declared levels with the rubric's words; without declared ones, the levels that the rubric names. */
export function withRubric(declared: readonly Level[], rubric: ReadonlyMap<string, string>): Level[] {
  if (declared.length > 0)
    return declared.map((level) => ({ ...level, rubric: level.rubric ?? rubric.get(level.id) ?? null }));
  return usualLevels
    .filter((id) => rubric.has(id))
    .map((id) => ({ id, title: capitalised(id), rubric: rubric.get(id) ?? null }));
}
