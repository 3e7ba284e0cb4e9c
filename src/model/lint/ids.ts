// IdsLint: ids that are the address of something else, so that a word which is both names two things (FORMATS A3).
import { type Diagnostic, diagnostic } from '../../errors.ts';
import { firstWording, type Roadmap, type Section, type Topic } from '../roadmap.ts';

export function lintIds(roadmap: Roadmap): Diagnostic[] {
  const nodes: (Section | Topic)[] = [...roadmap.children, ...roadmap.projects];
  // The list grows while it is read: nesting may be deeper than the stack.
  for (const node of nodes) for (const child of node.kind === 'topic' ? node.topics : node.children) nodes.push(child);
  const byAddress = new Map(nodes.map((node) => [node.address, node]));
  return nodes.flatMap((node) => {
    const other = byAddress.get(/^p\d+$/.test(node.id) ? node.id.toUpperCase() : node.id);
    if (other === undefined || other === node) return [];
    const args = { id: node.id, title: firstWording(other.title) };
    return [diagnostic('id-is-address', 'warning', { line: node.line, column: node.line > 0 ? 1 : 0 }, args)];
  });
}
