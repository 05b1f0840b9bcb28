import { atomFeed, seasonFeed } from '../../../../../../features/feeds/atom.ts';
import { parseSeason, seasonName } from '../../../../../../features/seasons/season.ts';
import { localeOf } from '../../../../../../i18n/locale.ts';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ lang: string; year: string; season: string }>;
}

/** The titles of one season, the latest first. */
export async function GET(_request: Request, { params }: Context) {
  const { lang, year, season } = await params;
  const locale = localeOf(lang);
  const shown = parseSeason(year, season);
  if (!shown) return new Response(null, { status: 404 });
  const { page: self, title } = seasonFeed(locale, shown.year, shown.season, seasonName(locale, shown));
  return atomFeed(locale, {
    title,
    self,
    page: `/seasons/${shown.year}/${shown.season}`,
    query: shown,
  });
}
