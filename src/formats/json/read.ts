// JSON roadmap: a file of roadmap.sh, in the form of its editor or in the older form of drawn mock-ups (FORMATS Y4), an export, or a shape of YAML.
import { isUserError, problem, UserError } from '../../errors.ts';
import { type Draft, type DraftTopic, draftRoadmap } from '../../model/draft.ts';
import { positionOf, type Source } from '../../text/source.ts';
import { fromDocument } from '../roadmap-document.ts';
import { roadmapIn } from '../yaml/roadmap.ts';
import { exportedDraft, isExported } from './exported.ts';
import { mistakeIn } from './mistake.ts';
import { mockupTopics } from './mockup.ts';
import { nodeTopics, titleNode } from './nodes.ts';
import { jsonTree } from './tree.ts';
import { isRecord, type JsonRecord, textOf } from './values.ts';

/**
 * The draft of a JSON text: of a drawing every box that the site lets people tick is a topic. `fallbackTitle` names a drawing without a
 * title, `file` is only for messages. Throws `bad-roadmap` where the text is no JSON, with the place, and `not-a-roadmap`
 * where it is JSON of another kind.
 */
export function readJson(source: Source, fallbackTitle: string, file: string): Draft {
  const value = parse(source, file);
  if (isRecord(value) && isExported(value)) return exportedDraft(value, fallbackTitle);
  const topics = isRecord(value) ? topicsOf(value) : null;
  if (!isRecord(value) || topics === null) return plainDraft(source, fallbackTitle, file, 'other-json');
  if (topics.length === 0) return plainDraft(source, fallbackTitle, file, 'no-nodes');
  const draft = draftRoadmap(titleOf(value) ?? fallbackTitle, 'json');
  draft.description = textOf(value.description);
  draft.children = topics;
  return draft;
}

/** JSON in one of the shapes that roadmaps have in YAML (FORMATS B5, Y1); `reason`: why it is no other roadmap. */
function plainDraft(source: Source, fallbackTitle: string, file: string, reason: 'other-json' | 'no-nodes'): Draft {
  const tree = jsonTree(source);
  if ('code' in tree) throw new UserError('bad-roadmap', { file, source, problems: [tree] });
  try {
    const { document, diagnostics } = roadmapIn(tree, source, file);
    return { ...fromDocument(document, fallbackTitle, diagnostics), format: 'json' };
  } catch (error) {
    if (!isUserError(error) || error.code !== 'not-a-roadmap') throw error;
    throw new UserError('not-a-roadmap', { file, reason });
  }
}

function topicsOf(value: JsonRecord): DraftTopic[] | null {
  if (Array.isArray(value.nodes)) return nodeTopics(value.nodes, Array.isArray(value.edges) ? value.edges : []);
  return isRecord(value.mockup) ? mockupTopics(value.mockup) : null;
}

/** `title` is a text or, in files of the site itself, one text per place it is shown at. */
function titleOf({ title, nodes }: JsonRecord): string | null {
  const written = isRecord(title) ? (textOf(title.page) ?? textOf(title.card)) : textOf(title);
  return written ?? (Array.isArray(nodes) ? titleNode(nodes) : null);
}

function parse(source: Source, file: string): unknown {
  try {
    return JSON.parse(source.text);
  } catch {
    const place = positionOf(source, mistakeIn(source.text));
    throw new UserError('bad-roadmap', { file, source, problems: [problem('not-json', place, {})] });
  }
}
