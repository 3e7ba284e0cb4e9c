// The finished roadmap: a draft with its addresses, levels and ids given out, and what was found doing so.
import { type Diagnostic, diagnostic } from '../errors.ts';
import { assignAddresses } from './address.ts';
import type { Draft } from './draft.ts';
import { assignIds } from './identity.ts';
import { assignLevels } from './levels.ts';
import { firstWording, type Roadmap } from './roadmap.ts';

/** Completes a draft in place and hands it over as a roadmap whose derived ids are still empty: see `identify`. */
export function finish(draft: Draft): Roadmap {
  const clashes = assignAddresses(draft.children, draft.projects);
  assignLevels(draft);
  return withFindings(
    draft,
    clashes.map(({ node, number, given }) => {
      const title = firstWording(node.title);
      return diagnostic('duplicate-number', 'warning', { line: node.line, column: 1 }, { number, given, title });
    }),
  );
}

/** The same roadmap with an id on every topic and section (FORMATS A2); done in place on one that has just been read. */
export function identify(roadmap: Roadmap): Roadmap {
  const draft = roadmap as Draft;
  const shared = assignIds(draft.children, draft.projects);
  return withFindings(
    draft,
    shared
      .filter(({ topic }) => !isTold(draft, topic.line))
      .map(({ topic, id, first }) =>
        diagnostic('duplicate-id', 'error', { line: topic.line, column: 1 }, { id, first: first.line }),
      ),
  );
}

/** The reader has told of it, with the very place. */
function isTold({ diagnostics }: Draft, line: number): boolean {
  return diagnostics.some((one) => one.code === 'duplicate-id' && one.line === line);
}

function withFindings(draft: Draft, found: readonly Diagnostic[]): Draft {
  if (found.length === 0) return draft;
  const diagnostics = [...draft.diagnostics, ...found].sort((a, b) => a.line - b.line || a.column - b.column);
  return Object.assign(draft, { diagnostics });
}
