import { openSearchDescription } from '../../../features/search/open-search.ts';
import { localeOf } from '../../../i18n/locale.ts';
import { renderScope } from '../../../server/render-scope.ts';

export const dynamic = 'force-dynamic';

/** Lets a browser take this site's search among its own. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ lang: string }> },
): Promise<Response> {
  const locale = localeOf((await params).lang);
  return openSearchDescription(locale, renderScope().publicOrigin);
}
