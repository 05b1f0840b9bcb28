import { AsyncLocalStorage } from 'node:async_hooks';
import type { TitleLanguage } from '../i18n/title-languages.ts';

/** What the front door knows of the API processes. */
export interface ApiAccess {
  /** Base URLs, without a trailing slash. */
  readonly apiOrigins: readonly string[];
  /** Aborted when the process stops answering while another one does. */
  goneSignal(origin: string): AbortSignal | undefined;
  /** Notes that the page lacks something that it would have had at another moment. */
  markIncomplete(): void;
}

/** What the API has to be told so that it answers as it would answer the reader's own browser. */
export interface Reader {
  readonly headers: Readonly<Record<string, string>>;
}

/** What a rendering request carries from the server around Next to the pages, and the status that comes back. */
export interface RenderScope {
  /** Which API processes to ask, and where to say that one could not be reached. */
  readonly api: ApiAccess;
  /** Scheme and host under which people reach this site, without a trailing slash. */
  readonly publicOrigin: string;
  /** The language in which the reader chose to have titles named; undefined for who never chose. */
  readonly titles?: TitleLanguage | undefined;
  /** Who reads, on the pages that are made for one reader; every other page cannot find out. */
  readonly reader?: Reader | undefined;
  /** HTTP status of the answer when a page decides on another one than Next would. */
  status?: number;
}

const KEY = Symbol.for('seaworthy.kitsu-web.render-scope');

/**
 * main.ts and the pages load this module separately (Node runs one, Next bundles the other), so the storage they
 * share hangs on the global object. It holds no state of its own: every request brings its scope along.
 */
function storage(): AsyncLocalStorage<RenderScope> {
  const shared = globalThis as { [KEY]?: AsyncLocalStorage<RenderScope> };
  shared[KEY] ??= new AsyncLocalStorage();
  return shared[KEY];
}

/** Runs a request's rendering with its scope. */
export function withRenderScope<T>(scope: RenderScope, render: () => T): T {
  return storage().run(scope, render);
}

/** The scope of the request being rendered. Pages are only served through main.ts, which sets it. */
export function renderScope(): RenderScope {
  const scope = storage().getStore();
  if (!scope)
    throw new Error('This page is rendered outside of the Kitsu web server (products/kitsu/web/main.ts).');
  return scope;
}
