import type { Metadata } from 'next';
import { listGenres } from '../../api/catalogue.ts';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { EmptyCatalogue } from '../../shell/empty-catalogue.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { type PageQuery, searchParamsOf } from '../catalogue/search-params.ts';
import { ChoiceLink, ChoiceLinks } from '../titles/choice-links.tsx';
import { PageSection } from '../titles/page-section.tsx';
import { GenreLinks } from './genre-links.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
  readonly searchParams: PageQuery;
}

const KINDS = ['genre', 'theme', 'demographic', 'tag'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { title, description } = locale.words.browse.genres;
  return pageMetadata(locale, { page: '/genres', title, description });
}

/** Every genre, theme, audience and tag that has titles. */
export async function GenresPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).lang);
  const answer = await listGenres();
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const { genres, studios, catalogue } = locale.words.browse;
  if (answer.data.items.length === 0) return <EmptyCatalogue locale={locale} />;
  const byCount = (await searchParamsOf(searchParams)).get('sort') === 'titles';
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="text-2xl sm:text-3xl">{genres.heading}</h1>
        <ChoiceLinks label={catalogue.sort}>
          <ChoiceLink href={locale.href('/genres')} current={!byCount}>
            {studios.byName}
          </ChoiceLink>
          <ChoiceLink href={locale.href('/genres?sort=titles')} current={byCount}>
            {studios.byTitles}
          </ChoiceLink>
        </ChoiceLinks>
      </div>
      <div className="space-y-10">
        {KINDS.map((kind) => {
          const members = answer.data.items.filter((genre) => genre.kind === kind);
          return (
            members.length > 0 && (
              <PageSection key={kind} id={kind} title={genres.kind[kind]}>
                <GenreLinks locale={locale} genres={members} byCount={byCount} />
              </PageSection>
            )
          );
        })}
      </div>
    </>
  );
}
