import type { Locale } from '../../i18n/locale.ts';
import { RecentList } from './recent-list.tsx';
import { SearchForm } from './search-form.tsx';
import { WaysIn } from './ways-in.tsx';

/** The search page before anything is asked. */
export function SearchStart({ locale }: { locale: Locale }) {
  const { browse, palette, site } = locale.words;
  const { recent, recentRemove, recentClear } = palette;
  return (
    <div className="pt-6 sm:pt-10">
      <h1 className="text-2xl sm:text-3xl">{browse.search.startTitle}</h1>
      <p className="mt-2 mb-6 max-w-xl text-soft">{browse.search.startText}</p>
      <div className="mb-8 max-w-xl">
        <SearchForm {...site.search} action={locale.href('/search')} text="" />
      </div>
      <WaysIn locale={locale} />
      <RecentList language={locale.language} words={{ recent, recentRemove, recentClear }} />
    </div>
  );
}
