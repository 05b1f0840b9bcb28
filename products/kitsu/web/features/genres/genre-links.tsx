import Link from 'next/link';
import type { GenreItem } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { genreName } from './genre-name.ts';

interface Props {
  readonly locale: Locale;
  readonly genres: readonly GenreItem[];
  /** The most common first, rather than by name. */
  readonly byCount?: boolean;
}

/** Genres in columns, each with its number of titles. */
export function GenreLinks({ locale, genres, byCount = false }: Props) {
  const { language } = locale;
  const ordered = genres.toSorted((one, other) =>
    byCount
      ? other.count - one.count
      : genreName(one, language).localeCompare(genreName(other, language), language),
  );
  return (
    <ul className="index-columns">
      {ordered.map((genre) => (
        <li key={genre.slug} className="break-inside-avoid">
          <Link
            href={locale.href(`/genres/${genre.slug}`)}
            prefetch={false}
            className="-mx-2 flex min-h-8 items-center justify-between gap-3 rounded-md px-2 py-1 text-base leading-5 hover:bg-hover hover:text-accent"
          >
            <span className="min-w-0 truncate">{genreName(genre, language)}</span>
            <span className="text-xs text-mute tabular-nums">{locale.number(genre.count)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
