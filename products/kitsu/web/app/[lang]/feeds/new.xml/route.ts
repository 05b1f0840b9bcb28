import { atomFeed } from '../../../../features/feeds/atom.ts';
import { localeOf } from '../../../../i18n/locale.ts';

export const dynamic = 'force-dynamic';

/** The titles that came into the catalogue last. */
export async function GET(_request: Request, { params }: { params: Promise<{ lang: string }> }) {
  const locale = localeOf((await params).lang);
  return atomFeed(locale, {
    title: locale.words.browse.feeds.new,
    self: '/feeds/new.xml',
    page: '/',
    query: { order: 'new' },
  });
}
