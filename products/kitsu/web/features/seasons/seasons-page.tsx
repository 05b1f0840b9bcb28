import { buttonClass } from '@seaworthy/platform/ui';
import type { Metadata } from 'next';
import Link from 'next/link';
import { listSeasons } from '../../api/catalogue.ts';
import { fill } from '../../i18n/format.ts';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { ProblemView } from '../../shell/problem-view.tsx';
import { seasonAt } from './season.ts';
import { SeasonTable } from './season-table.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { title, description } = locale.words.browse.seasons;
  return pageMetadata(locale, { page: '/seasons', title, description });
}

/** Every year and season that has titles. */
export async function SeasonsPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const answer = await listSeasons();
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const { browse, titles } = locale.words;
  const now = seasonAt(new Date());
  return (
    <div className="max-w-3xl">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl sm:text-3xl">{browse.seasons.title}</h1>
        <Link
          href={locale.href(`/seasons/${now.year}/${now.season}`)}
          prefetch={false}
          className={buttonClass({ size: 'sm' })}
        >
          {browse.seasons.now}: {fill(titles.seasonOf[now.season], { year: String(now.year) })}
        </Link>
      </div>
      <SeasonTable locale={locale} years={answer.data.items} />
    </div>
  );
}
