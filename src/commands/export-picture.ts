// ExportPicture: the progress as a card or a badge, to be shown on another page.
import { badgeJson, drawBadge } from '../views/badge.ts';
import { drawCard } from '../views/card.ts';
import type { WriteExport } from './export-formats.ts';

/** `export --format svg`: prints the card. */
export const writeCard: WriteExport = async ({ document, sentences, theme, today }, { roadmap }) =>
  document(drawCard({ roadmap, today, theme, words: (await sentences()).calendar }));

/** `export --format badge`: prints what shields.io reads. */
export const writeBadge: WriteExport = async ({ document, theme }, { roadmap }) => document(badgeJson(roadmap, theme));

/** `export --format badge-svg`: prints the same as a picture. */
export const writeBadgePicture: WriteExport = async ({ document, theme }, { roadmap }) =>
  document(drawBadge(roadmap, theme));
