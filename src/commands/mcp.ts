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

/**
 * Answers calls until standard input ends. `contextWith` gives a context for each call: it may be another day by then. `given` chose
 * roadmap and ticks when the server was started; a call may name another roadmap.
 */
export async function mcp(
  contextWith: (options: { readonly roadmap?: string }) => Context,
  given: CommonOptions,
  version: string,
): Promise<number> {
  const { canAsk, err, sentences } = contextWith({});
  if (canAsk()) err(`${(await sentences()).waitsForClient}\n`);
  /** Fingerprints of the changes that were shown and not made since: what is made is what was shown, and once. */
  const shown = new Set<string>();
  const transport = new StdioServerTransport();
  serveStdio(
    () => {
      const server = new McpServer({ name: 'istio-roadmap', version }, { capabilities: { tools: {} } });
      for (const tool of tools) {
        const isReading = tool.rehearse === null;
        server.registerTool(
          tool.name,
          {
            description: tool.description,
            inputSchema: toStandardJsonSchema(tool.input),
            annotations: { readOnlyHint: isReading, destructiveHint: tool.name === 'undo', openWorldHint: false },
          },
          async (input) => ({ ...(await answerTo(new Call(contextWith, given, tool, input), shown)) }),
        );
      }
      return server;
    },
    { transport },
  );
  await new Promise<void>((resolve) => {
    const close = transport.onclose;
    transport.onclose = () => {
      close?.();
      resolve();
    };
  });
  return 0;
}

/** One call of a tool: its context writes into it. */
class Call {
  readonly tool: Tool;
  readonly input: ToolInput;
  readonly #context: Context;
  readonly #options: CommonOptions;
  #document = '';
  #remarks = '';

  constructor(
    contextWith: (options: { readonly roadmap?: string }) => Context,
    given: CommonOptions,
    tool: Tool,
    input: ToolInput,
  ) {
    const { roadmap = given.roadmap, ...others } = { ...given, ...(input.roadmap && { roadmap: input.roadmap }) };
    const chosen = roadmap === undefined ? {} : { roadmap };
    const context = contextWith(chosen);
    const { language } = context;
    const { messages } = context.theme;
    const argv = [...tool.words(input), ...(roadmap === undefined ? [] : ['-r', roadmap])];
    const commands = commandsFor({ argv, ...chosen, encoding: given.encoding, progress: given.progress });
    this.tool = tool;
    this.input = input;
    this.#options = { ...others, ...chosen };
    this.#context = {
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

  /** The document of what would change. Throws what the command throws. */
  async rehearse(): Promise<Answer> {
    return this.#run(this.tool.rehearse ?? this.tool.run);
  }

  /** Throws what the command throws. */
  async run(): Promise<Answer> {
    return this.#run(this.tool.run);
  }

  async #run(run: Tool['run']): Promise<Answer> {
    this.#document = '';
    this.#remarks = '';
    await run(this.#context, this.input, this.#options);
    const texts = [this.#document, this.#remarks].map((text) => text.trimEnd()).filter((text) => text !== '');
    return {
      content: texts.map((text) => ({ type: 'text', text })),
      structuredContent: JSON.parse(this.#document),
    };
  }

  /** A failure in the words of the program: the sentence, and the hint beneath it. */
  async failure(error: unknown): Promise<Answer> {
    const { theme, sentences } = this.#context;
    const text = isUserError(error)
      ? drawError(error, { ...theme, sentences: await sentences() })
      : `istio-roadmap: ${theme.messages.defect(visible(error instanceof Error ? error.message : String(error)))}`;
    return { content: [{ type: 'text', text: text.trimEnd() }], isError: true };
  }
}

async function answerTo(call: Call, shown: Set<string>): Promise<Answer> {
  try {
    if (call.tool.rehearse === null) return await call.run();
    const rehearsal = await call.rehearse();
    const { file, changed } = rehearsal.structuredContent as { file: string; changed: readonly unknown[] };
    const change = fingerprint(Buffer.from(JSON.stringify([call.tool.name, file, changed])));
    if ('dryRun' in call.input && call.input.dryRun) {
      shown.add(change);
      return rehearsal;
    }
    // What changes nothing needs not to be shown.
    if (changed.length > 0 && !shown.delete(change)) throw new UserError('not-rehearsed', { tool: call.tool.name });
    return await call.run();
  } catch (error) {
    return call.failure(error);
  }
}
