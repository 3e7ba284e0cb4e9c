// Open: the link of a topic, for scripts.
import { type Topic, wording } from '../model/roadmap.ts';
import { documentOf } from './json.ts';

/** `open --json`: kind "open". */
export function openJson({ address, id, title }: Topic, link: string, language: string): string {
  return documentOf('open', { address, id, title: wording(title, language), link });
}
