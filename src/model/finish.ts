// The finished roadmap: a draft with its addresses, levels and ids given out, and what was found doing so.
import { type Diagnostic, diagnostic } from '../errors.ts';
import { assignAddresses } from './address.ts';
import type { Draft } from './draft.ts';
import { assignIds } from './identity.ts';
import { assignLevels } from './levels.ts';
import { firstWording, type Roadmap } from './roadmap.ts';
import { settleObjects, tableOf } from './topic-table.ts';

/** Completes a draft in place and hands it over as a roadmap whose derived ids are still empty: see `identify`. */
export function finish(draft: Draft): Roadmap {
  const table = tableOf(draft);
  const clashes = assignAddresses(table, draft.projects);
  assignLevels(draft, table);
  if (table.objects !== null) settleObjects(table, table.objects);
  return withFindings(
    draft,
    clashes.map(({ title, line, number, given }) =>
      diagnostic('duplicate-number', 'warning', { line, column: 1 }, { number, given, title: firstWording(title) }),
    ),
  );
}

/** The same roadmap with an id on every topic and section (FORMATS A2); done in place on one that has just been read. */
export function identify(roadmap: Roadmap): Roadmap {
  const draft = roadmap as Draft;
  const shared = assignIds(draft.children, draft.projects);
  // A reader that knows the places of ids has reported them already.
  const reported = new Set(draft.diagnostics.filter(({ code }) => code === 'duplicate-id').map(({ line }) => line));
  return withFindings(
    draft,
    shared
      .filter(({ topic }) => !reported.has(topic.line))
      .map(({ topic, id, first }) =>
        diagnostic('duplicate-id', 'error', { line: topic.line, column: 1 }, { id, first: first.line }),
      ),
  );
}

function withFindings(draft: Draft, found: readonly Diagnostic[]): Draft {
  if (found.length === 0) return draft;
  const diagnostics = [...draft.diagnostics, ...found].sort((a, b) => a.line - b.line || a.column - b.column);
  return Object.assign(draft, { diagnostics });
}
