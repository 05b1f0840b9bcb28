import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { ThreadContext } from '@seaworthy/platform/web';
import { pageOf } from '../i18n/languages.ts';
import { chosenTitles } from '../i18n/title-languages.ts';
import { isPersonal } from '../shell/personal-pages.ts';
import { type Reader, type RenderScope, withRenderScope } from './render-scope.ts';
import { SITE } from './site-files.ts';

/** Renders pages with the build of this site. */
export interface PageRenderer {
  render(request: IncomingMessage, response: ServerResponse, context: ThreadContext): Promise<void>;
  close(): Promise<void>;
}

/** The part of Next that is used here. Its own types change what Node's globals are for everything they meet. */
interface NextSite {
  prepare(): Promise<void>;
  getRequestHandler(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  close(): Promise<void>;
}

const next = createRequire(import.meta.url)('next') as (options: { dev: boolean; dir: string }) => NextSite;

/** Loads the built site into this thread. Fails when `next build` has not been run. */
export async function createPageRenderer(scope: Pick<RenderScope, 'publicOrigin'>): Promise<PageRenderer> {
  const app = next({ dev: false, dir: SITE });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    async render(request, response, context) {
      const ours: RenderScope = {
        ...scope,
        api: context,
        titles: chosenTitles(request.headers.cookie),
        reader: readerOf(request),
      };
      statusFromPage(response, ours);
      await withRenderScope(ours, () => handle(request, response));
    },
    close: () => app.close(),
  };
}

/** What the reader's browser sent and the front door vouches for; undefined on pages that are the same for everybody. */
function readerOf({ url = '/', headers }: IncomingMessage): Reader | undefined {
  const [path = '/'] = url.split('?', 1);
  if (!isPersonal(pageOf(path))) return undefined;
  const passed = ['cookie', 'user-agent', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host'];
  const entries = passed.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return { headers: Object.fromEntries(entries) };
}

/**
 * Next knows the statuses 200, 404 and 500. A page that decides on another one, such as 503 while the catalogue does
 * not answer, notes it in its scope; it is put in place here, when the head of the answer is written.
 */
function statusFromPage(response: ServerResponse, scope: RenderScope): void {
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => writeHead(scope.status ?? status, ...rest);
}
