import type { Metadata } from 'next';
import { listGenres } from '../../api/catalogue.ts';
import { localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { ProblemView } from '../../shell/problem-view.tsx';
import { PageSection } from '../titles/page-section.tsx';
import { GenreLinks } from './genre-links.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

const KINDS = ['genre', 'theme', 'demographic', 'tag'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { title, description } = locale.words.browse.genres;
  return pageMetadata(locale, { page: '/genres', title, description });
}

/** Every genre, theme, audience and tag that has titles. */
export async function GenresPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const answer = await listGenres();
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const { genres } = locale.words.browse;
  return (
    <>
      <h1 className="mb-6 text-2xl sm:text-3xl">{genres.heading}</h1>
      <div className="space-y-10">
        {KINDS.map((kind) => {
          const members = answer.data.items.filter((genre) => genre.kind === kind);
          return (
            members.length > 0 && (
              <PageSection key={kind} id={kind} title={genres.kind[kind]}>
                <GenreLinks locale={locale} genres={members} />
              </PageSection>
            )
          );
        })}
      </div>
    </>
  );
}
