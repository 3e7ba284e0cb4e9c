// The finished roadmap: a draft with its addresses, levels and ids given out, and what was found doing so.
import { type Diagnostic, diagnostic } from '../errors.ts';
import { assignAddresses } from './address.ts';
import type { Draft } from './draft.ts';
import { assignLevels } from './levels.ts';
import { firstWording, type Roadmap } from './roadmap.ts';
import { topicIdsOf } from './topic-ids.ts';
import { nameSections, settleObjects, tableOf } from './topic-table.ts';

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

/**
 * The same roadmap with an id for every topic and section (FORMATS A2); done in place on one that has just been read. Topics that
 * are only rows get theirs when somebody asks.
 */
export function identify(roadmap: Roadmap): Roadmap {
  const draft = roadmap as Draft;
  const table = tableOf(draft);
  if (table.ids !== null) return draft;
  const ids = topicIdsOf(table, draft.projects);
  table.ids = ids;
  if (table.objects !== null) nameSections(table);
  table.objects?.forEach((topic, row) => {
    ids.giveTo(topic, row);
  });
  // A reader that knows the places of ids has reported them already.
  const reported = new Set(draft.diagnostics.filter(({ code }) => code === 'duplicate-id').map(({ line }) => line));
  return withFindings(
    draft,
    ids.shared
      .filter(({ line }) => !reported.has(line))
      .map(({ line, id, firstLine }) =>
        diagnostic('duplicate-id', 'error', { line, column: 1 }, { id, first: firstLine }),
      ),
  );
}

function withFindings(draft: Draft, found: readonly Diagnostic[]): Draft {
  if (found.length === 0) return draft;
  const diagnostics = [...draft.diagnostics, ...found].sort((a, b) => a.line - b.line || a.column - b.column);
  return Object.assign(draft, { diagnostics });
}
