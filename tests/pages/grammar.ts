// The grammar for tests of what is made from it; the build is what gives the program its version.
import type { GrammarDescription } from '../../src/pages/grammar.ts';

export async function grammarForTests(): Promise<GrammarDescription> {
  Object.assign(globalThis, { ISTIO_ROADMAP_VERSION: '0.0.0' });
  const { describeGrammar } = await import('../../src/pages/grammar.ts');
  return describeGrammar();
}
