// Browser: Chromium as Debian has it, driven by a pinned client, without a network.
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

export const hasChromium = executablePath !== undefined;
if (!hasChromium)
  console.warn(
    'skipped: chromium is not installed, so no page of `export --format html` is opened (apt-get install chromium)',
  );

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executablePath as string,
    args: ['--no-sandbox', '--disable-background-networking'],
  });

export interface Look {
  readonly width: number;
  readonly colors: 'light' | 'dark';
  readonly media?: 'print';
}

/** A page of a file, and what it said and asked for while it was open. */
export class OpenPage {
  readonly page: Page;
  readonly said: string[] = [];
  readonly requests: string[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
  }

  static async open(browser: Browser, path: string, look: Look): Promise<OpenPage> {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const open = new OpenPage(context, page);
    context.on('request', (request) => open.requests.push(request.url()));
    context.on('page', () => open.said.push('another page was opened'));
    page.on('console', (message) => open.said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => open.said.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      open.said.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await open.look(look);
    await page.goto(`file://${path}`);
    return open;
  }

  async look({ width, colors, media }: Look): Promise<void> {
    await this.page.setViewportSize({ width, height: 900 });
    await this.page.emulateMedia({ colorScheme: colors, media: media ?? 'screen' });
  }

  /** What axe-core finds, as `impact rule: place`; in the dark only of colours, since nothing else is another than in the light. */
  async findings(colors: Look['colors']): Promise<string[]> {
    const rules = colors === 'dark' ? `runOnly: ['color-contrast'],` : '';
    // By the debugger's door: the page itself lets no script in.
    await this.page.evaluate(axe.source);
    return this.page.evaluate<string[]>(
      `axe.run(document, { ${rules} resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ impact, id, nodes }) =>
        nodes.map(({ html }) => impact + ' ' + id + ': ' + html.slice(0, 200))))`,
    );
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
