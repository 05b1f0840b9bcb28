import { workerData } from 'node:worker_threads';
import { serveRenderings } from '@seaworthy/platform/web';
import { createPageRenderer } from './page-renderer.ts';

/** What main.ts hands to each thread. */
export type RenderThreadData = { readonly publicOrigin: string };

serveRenderings(await createPageRenderer(workerData as RenderThreadData));
