// Mcp: a server of the Model Context Protocol on standard input and output, which answers with the documents of `--json`.
import { McpServer } from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { isUserError, UserError } from '../errors.ts';
import { fingerprint } from '../store/fingerprint.ts';
import { visible } from '../text/visible.ts';
import { commandsFor } from '../views/command-line.ts';
import { drawError } from '../views/problem.ts';
import { plainPainter, type Theme, themeFor } from '../views/theme.ts';
import type { CommonOptions, Context } from './context.ts';
import { type Tool, type ToolInput, tools } from './mcp-tools.ts';
import { placeNaming } from './place-naming.ts';

/** What a call is answered with. */
interface Answer {
  readonly content: { readonly type: 'text'; readonly text: string }[];
  readonly structuredContent?: { readonly [field: string]: unknown };
  readonly isError?: boolean;
}

/** No sentence is broken into lines: who reads it has no columns. */
const noWidth = 10_000;

/** Makes the context of a call: it may be another day by then, and the settings may be others. */
type ContextWith = (options: { readonly roadmap?: string }) => Promise<Context>;

/**
 * Answers calls until standard input ends. `given` chose roadmap and ticks when the server was started; a call may name another
 * roadmap. Throws what making a context throws.
 */
export async function mcp(contextWith: ContextWith, given: CommonOptions, version: string): Promise<number> {
  const context = await contextWith({});
  if (context.canAsk()) context.err(`${(await context.sentences()).waitsForClient}\n`);
  /** Fingerprints of the changes that were shown and not made since: what is made is what was shown, and once. */
  const shown = new Set<string>();
  const answerTo = async (tool: Tool, input: ToolInput): Promise<Answer> => {
    const roadmap = input.roadmap ?? given.roadmap;
    const chosen = { ...given, ...(roadmap === undefined ? null : { roadmap }) };
    let call: Call | null = null;
    try {
      call = new Call(await contextWith(chosen), chosen, tool, input);
      return await answered(call, shown);
    } catch (error) {
      const known = call?.context ?? { ...context, theme: themeOf(context, tool.words(input), chosen) };
      return failure(error, known, chosen);
    }
  };
  const serve = (): McpServer => {
    const server = new McpServer(
      { name: 'istio-roadmap', version },
      { capabilities: { tools: { listChanged: false } } },
    );
    for (const tool of tools) {
      const { name, description } = tool;
      const annotations = {
        readOnlyHint: tool.rehearse === null,
        destructiveHint: name === 'undo',
        openWorldHint: false,
      };
      const inputSchema = toStandardJsonSchema(tool.input);
      server.registerTool(name, { description, inputSchema, annotations }, async (input) => ({
        ...(await answerTo(tool, input)),
      }));
    }
    return server;
  };
  const transport = new StdioServerTransport();
  serveStdio(serve, { transport });
  await new Promise<void>((resolve) => {
    const close = transport.onclose;
    transport.onclose = () => {
      close?.();
      resolve();
    };
  });
  return 0;
}

/** One call of a tool: its context collects what is printed. */
class Call {
  readonly tool: Tool;
  readonly input: ToolInput;
  readonly context: Context;
  readonly #options: CommonOptions;
  #document = '';
  #remarks = '';

  constructor(context: Context, options: CommonOptions, tool: Tool, input: ToolInput) {
    this.tool = tool;
    this.input = input;
    this.#options = options;
    this.context = {
      ...context,
      theme: themeOf(context, tool.words(input), options),
      out: (text) => {
        this.#document += text;
      },
      err: (text) => {
        this.#remarks += text;
      },
      // Standard input is the client's, and nobody sees anything but the answer.
      input: () => '',
      isWatched: () => false,
      rows: () => null,
      canAsk: () => false,
      showProgress: async () => undefined,
    };
  }

  /** The document, and a text with what was remarked on standard error. Throws what the command throws. */
  async run(run: Tool['run']): Promise<Answer> {
    this.#document = '';
    this.#remarks = '';
    await run(this.context, this.input, this.#options);
    const texts = [this.#document, this.#remarks].map((text) => text.trimEnd()).filter((text) => text !== '');
    return {
      content: texts.map((text) => ({ type: 'text', text })),
      structuredContent: JSON.parse(this.#document),
    };
  }
}

/** No colours and no width; what is to be typed is the command line that does the same. */
function themeOf({ language, theme: { messages } }: Context, words: readonly string[], options: CommonOptions): Theme {
  const { roadmap } = options;
  const argv = [...words, ...(roadmap === undefined ? [] : ['-r', roadmap])];
  const commands = commandsFor({ ...options, argv });
  return themeFor({ width: noWidth, painter: plainPainter, ascii: false, language, messages, commands });
}

/** Throws what the command throws, and `not-rehearsed` for a change that was not shown before. */
async function answered(call: Call, shown: Set<string>): Promise<Answer> {
  const { name, run, rehearse } = call.tool;
  if (rehearse === null) return call.run(run);
  const rehearsal = await call.run(rehearse);
  const { file, changed } = rehearsal.structuredContent as { file: string; changed: readonly unknown[] };
  const change = fingerprint(Buffer.from(JSON.stringify([name, file, changed])));
  if ('dryRun' in call.input && call.input.dryRun) {
    shown.add(change);
    return rehearsal;
  }
  // What changes nothing needs not to be shown.
  if (changed.length > 0 && !shown.delete(change)) throw new UserError('not-rehearsed', { tool: name });
  return call.run(run);
}

/** A failure in the words of the program: the sentence, and the hint beneath it. */
async function failure(error: unknown, context: Context, chosen: CommonOptions): Promise<Answer> {
  const { theme, library } = context;
  const setting = chosen.roadmap === undefined ? context.roadmap : null;
  const text = isUserError(error)
    ? drawError(error, { ...theme, sentences: await context.sentences() }, placeNaming(error, setting, library.cwd))
    : `istio-roadmap: ${theme.messages.defect(visible(error instanceof Error ? error.message : String(error)))}`;
  return { content: [{ type: 'text', text: text.trimEnd() }], isError: true };
}
