import { z } from 'zod';
import { notFound } from '../errors/index.ts';
import { defineRoute, type Route } from '../http/index.ts';
import type { Db } from '../postgres/index.ts';
import { CAPTURED_PATH, CAPTURED_POLICY, capturedLetterPage, capturedListPage } from './captured-pages.ts';
import { selectCaptured, selectCapturedLetter } from './queries.ts';

const SHOWN_MAX = 200;

/**
 * Pages with the mails that were captured, for whoever asks. Links in mails open accounts: only an installation that
 * strangers do not reach has these routes.
 */
export function capturedMailRoutes({ db }: { readonly db: Db<unknown> }): Route[] {
  const common = {
    method: 'GET',
    tags: ['development'],
    access: 'public',
    response: z.string(),
    produces: 'text/html; charset=utf-8',
    contentPolicy: CAPTURED_POLICY,
    cacheControl: 'no-store',
  } as const;
  return [
    defineRoute({
      ...common,
      path: CAPTURED_PATH,
      operationId: 'showCapturedMails',
      summary: 'Mails that were captured since no mail server is set',
      handle: async () => capturedListPage(await selectCaptured(db, SHOWN_MAX)),
    }),
    defineRoute({
      ...common,
      path: `${CAPTURED_PATH}/:mailId`,
      operationId: 'showCapturedMail',
      summary: 'One captured mail, as HTML and as text',
      params: z.object({ mailId: z.int().min(1) }),
      handle: async ({ params }) => {
        const letter = await selectCapturedLetter(db, params.mailId);
        if (letter === undefined) throw notFound('There is no captured mail of this number.');
        return capturedLetterPage(letter);
      },
    }),
  ];
}
