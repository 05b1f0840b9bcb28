import type { SimilarTitle } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { genreName } from '../genres/genre-name.ts';
import { cardWords } from '../titles/card-words.ts';
import { PageSection } from '../titles/page-section.tsx';
import { TitleTile } from '../titles/title-tile.tsx';

/** Titles like this one, each with what both have. */
export function SimilarTitles({ locale, items }: { locale: Locale; items: readonly SimilarTitle[] }) {
  if (items.length === 0) return null;
  const words = cardWords(locale);
  return (
    <PageSection id="similar" title={locale.words.titlePage.similar.heading}>
      <ul className="similar">
        {items.map((item) => (
          <TitleTile
            key={item.title.id}
            title={item.title}
            words={words}
            note={<span className="reason">{reasonOf(locale, item)}</span>}
          />
        ))}
      </ul>
    </PageSection>
  );
}

function reasonOf(locale: Locale, { sharedGenres, sharedStudios }: SimilarTitle): string {
  const words = locale.words.titlePage.similar;
  const genres = sharedGenres.map((genre) => genreName(genre, locale.language)).join(', ');
  const [studio] = sharedStudios;
  return [
    genres && fill(words.shares, { what: genres }),
    studio && fill(words.studio, { studio: studio.name }),
  ]
    .filter(Boolean)
    .join('; ');
}
