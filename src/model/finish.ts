// The finished roadmap: a draft with its addresses, ids and levels given out, and what was found doing so.
import { type Diagnostic, diagnostic } from '../errors.ts';
import { assignAddresses } from './address.ts';
import type { Draft } from './draft.ts';
import { assignIds } from './identity.ts';
import { assignLevels } from './levels.ts';
import { firstWording, type Roadmap } from './roadmap.ts';

/** Completes a draft in place and hands it over as a roadmap; the draft must not be used afterwards. */
export function finish(draft: Draft): Roadmap {
  const found: Diagnostic[] = [];
  for (const { node, number, given } of assignAddresses(draft.children, draft.projects))
    found.push(
      diagnostic(
        'duplicate-number',
        'warning',
        { line: node.line, column: 1 },
        { number, given, title: firstWording(node.title) },
      ),
    );
  for (const { topic, id, first } of assignIds(draft.children, draft.projects))
    found.push(diagnostic('duplicate-id', 'warning', { line: topic.line, column: 1 }, { id, first: first.line }));
  assignLevels(draft);
  if (found.length > 0)
    draft.diagnostics = [...draft.diagnostics, ...found].sort((a, b) => a.line - b.line || a.column - b.column);
  return draft;
}
