// RoadmapPage: a roadmap with its progress as one HTML document.
import type { Language } from '../../lang/messages.ts';
import { type Roadmap, wording } from '../../model/roadmap.ts';
import { html } from './html.ts';

export function roadmapPage(roadmap: Roadmap, language: Language): string {
  const title = wording(roadmap.title, language);
  return `${html`<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1></html>`}\n`;
}
