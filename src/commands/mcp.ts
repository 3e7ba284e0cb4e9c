// Mcp: a server of the Model Context Protocol on standard input and output, which answers with the documents of `--json`.
import { McpServer } from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { isUserError, UserError } from '../errors.ts';
import { fingerprint } from '../store/fingerprint.ts';
import { visible } from '../text/visible.ts';
import { commandsFor } from '../views/command-line.ts';
import { drawError } from '../views/problem.ts';
import { plainPainter, themeFor } from '../views/theme.ts';
import type { CommonOptions, Context } from './context.ts';
import { type Tool, type ToolInput, tools } from './mcp-tools.ts';

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
      return failure(error, call?.context ?? context);
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
    const { language } = context;
    const { messages } = context.theme;
    const { roadmap } = options;
    const argv = [...tool.words(input), ...(roadmap === undefined ? [] : ['-r', roadmap])];
    const commands = commandsFor({ ...options, argv });
    this.tool = tool;
    this.input = input;
    this.#options = options;
    this.context = {
      ...context,
      theme: themeFor({ width: noWidth, painter: plainPainter, ascii: false, language, messages, commands }),
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
async function failure(error: unknown, { theme, sentences }: Context): Promise<Answer> {
  const text = isUserError(error)
    ? drawError(error, { ...theme, sentences: await sentences() })
    : `istio-roadmap: ${theme.messages.defect(visible(error instanceof Error ? error.message : String(error)))}`;
  return { content: [{ type: 'text', text: text.trimEnd() }], isError: true };
}
