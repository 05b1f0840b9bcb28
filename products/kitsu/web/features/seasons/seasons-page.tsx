import { buttonClass } from '@seaworthy/platform/ui';
import type { Metadata } from 'next';
import Link from 'next/link';
import { listSeasons } from '../../api/catalogue.ts';
import { fill } from '../../i18n/format.ts';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { EmptyCatalogue } from '../../shell/empty-catalogue.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { seasonAt, seasonName } from './season.ts';
import { fullestSeason, SeasonTable } from './season-table.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { title, description } = locale.words.browse.seasons;
  return pageMetadata(locale, { page: '/seasons', title, description });
}

/** Every year and season that has titles, decade by decade. */
export async function SeasonsPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const answer = await listSeasons();
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const years = answer.data.items;
  if (years.length === 0) return <EmptyCatalogue locale={locale} />;
  const { seasons } = locale.words.browse;
  const now = seasonAt(new Date());
  const most = fullestSeason(years);
  const decades = Map.groupBy(years, ({ year }) => Math.floor(year / 10) * 10);
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl sm:text-3xl">{seasons.title}</h1>
        <Link
          href={locale.href(`/seasons/${now.year}/${now.season}`)}
          prefetch={false}
          className={buttonClass({ size: 'sm' })}
        >
          {seasons.now}: {seasonName(locale, now)}
        </Link>
      </div>
      <div className="gap-12 lg:columns-2">
        {[...decades].map(([decade, members]) => {
          const name = fill(seasons.decade, { decade: String(decade) });
          return (
            <section key={decade} aria-labelledby={`decade-${decade}`} className="mb-8 break-inside-avoid">
              <h2 id={`decade-${decade}`} className="mb-1 text-xl">
                {name}
              </h2>
              <SeasonTable locale={locale} years={members} most={most} caption={name} />
            </section>
          );
        })}
      </div>
    </>
  );
}
