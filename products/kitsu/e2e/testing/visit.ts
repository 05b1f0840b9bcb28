import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

/** The two sizes every page is made for. */
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A visitor with a browser of their own. */
export interface Visit {
  readonly page: Page;
  /** Addresses of the API calls that the browser made so far. */
  readonly apiCalls: readonly string[];
}

/**
 * Gives the tests of a file visitors. After each test it fails when a page logged an error, threw, or asked for
 * something that was not there, so that no journey passes over a broken page.
 */
export function visitors() {
  let browser: Browser;
  let faults: string[] = [];
  const open: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((context) => context.close()));
    const seen = faults;
    faults = [];
    expect(seen).toEqual([]);
  });
  afterAll(() => browser.close());

  return async (
    options: BrowserContextOptions & { readonly expectFaults?: boolean } = {},
  ): Promise<Visit> => {
    const { expectFaults = false, ...context } = options;
    const opened = await browser.newContext({ baseURL: inject('origin'), viewport: DESKTOP, ...context });
    open.push(opened);
    // Also what a policy only refuses, without an error that a page would notice.
    await opened.exposeFunction('reportRefusal', (refusal: string) => faults.push(`policy: ${refusal}`));
    await opened.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        const { reportRefusal } = window as unknown as { reportRefusal(refusal: string): void };
        reportRefusal(`${violatedDirective} ${blockedURI}`);
      });
    });
    const page = await opened.newPage();
    const apiCalls: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/')) apiCalls.push(pathname + search);
    });
    if (!expectFaults) {
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
      page.on('response', (response) => {
        if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
      });
    }
    return { page, apiCalls };
  };
}

/** `npm test` has looked for a Chromium and says here where it is. */
function chromiumPath(): string {
  const path = process.env.CHROMIUM_PATH;
  if (path === undefined) throw new Error('Set CHROMIUM_PATH, or run the journeys with: npm test journeys');
  return path;
}
