// Open: `open <selector>`: the first link of a topic in a browser, or its address printed.
import { UserError } from '../errors.ts';
import type { Topic } from '../model/roadmap.ts';
import { shellWords } from '../text/shell-words.ts';
import { visible } from '../text/visible.ts';
import { hanging } from '../views/layout.ts';
import { openJson } from '../views/open.ts';
import type { CommonOptions, Context } from './context.ts';
import { load } from './load.ts';
import { selecting } from './selecting.ts';

export interface OpenOptions extends CommonOptions {
  readonly print?: boolean;
  readonly zero?: boolean;
}

/**
 * `open <selector>`: 0. The address is printed instead with `--print`, in a pipe, and where there is no browser. Throws `no-link` (1), `odd-link`
 * for what is neither https nor http, and what selecting throws.
 */
export async function open(context: Context, selector: string, options: OpenOptions): Promise<number> {
  const { roadmap } = await load(context, options);
  const { head, topics } = selecting(context, roadmap)(selector);
  const named = head ?? topics[0];
  const { topic, address } = linkedIn(topics);
  if (topic === null)
    throw new UserError('no-link', { address: named?.address ?? selector, isTopic: head?.kind === 'topic' });
  if (address === null) throw new UserError('odd-link', { address: topic.address, link: topic.links[0] as string });
  if (options.json) context.out(openJson(topic, address, context.language));
  else if (options.print || options.plain || !context.isWatched())
    context.out(`${address}${options.zero ? '\0' : '\n'}`);
  else await openAddress(context, address, options);
  return 0;
}

/** The first topic that has a link for a browser, else the first that has any. */
function linkedIn(topics: readonly Topic[]): { readonly topic: Topic | null; readonly address: string | null } {
  for (const topic of topics)
    for (const link of topic.links) {
      const address = webAddress(link);
      if (address !== null) return { topic, address };
    }
  return { topic: topics.find(({ links }) => links.length > 0) ?? null, address: null };
}

/** An https or http address, in characters that every program and terminal takes as they are; null for anything else. */
export function webAddress(link: string): string | null {
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) return null;
  const { protocol, href } = new URL(link);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return /^[!-~]+$/.test(link) ? link : href;
}

/** `firefox --private-window %s` is a line with a place for the address; anything else is the name of a program. */
function browserWords(name: string, address: string): readonly string[] {
  const words = name.includes('%s') ? shellWords(name) : null;
  return words?.map((word) => word.replaceAll('%s', () => address)) ?? [name, address];
}

/**
 * Hands an address to BROWSER (one program, or several with colons between them), else to what opens addresses on this system. Never through
 * a shell: the address was written by others. Where nothing takes it, it is printed.
 */
export async function openAddress(context: Context, address: string, options: CommonOptions): Promise<void> {
  const programs = await context.programs();
  const browser = programs.variable('BROWSER');
  const names = browser === null ? [programs.opener] : browser.split(':').filter((name) => name !== '');
  const { open: say } = (await context.sentences()).scripting;
  for (const name of names)
    if (await programs.inBackground(browserWords(name, address))) {
      if (!options.quiet) context.out(` ${say.opened(address)}\n`);
      return;
    }
  if (browser !== null && !options.quiet)
    context.err(`${hanging('', `istio-roadmap: ${say.noBrowser(visible(browser))}`, context.theme).join('\n')}\n`);
  context.out(`${address}\n`);
}
