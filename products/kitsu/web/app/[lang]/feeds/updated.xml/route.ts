import { atomFeed } from '../../../../features/feeds/atom.ts';
import { localeOf } from '../../../../i18n/locale.ts';

export const dynamic = 'force-dynamic';

/** The titles that were changed last. */
export async function GET(_request: Request, { params }: { params: Promise<{ lang: string }> }) {
  const locale = localeOf((await params).lang);
  return atomFeed(locale, {
    title: locale.words.browse.feeds.updated,
    self: '/feeds/updated.xml',
    page: '/anime?sort=updated',
    query: { order: 'updated' },
  });
}
