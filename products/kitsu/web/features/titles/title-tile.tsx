import Link from 'next/link';
import type { TitleCard } from '../../api/types.ts';
import { localPath } from '../../i18n/languages.ts';
import { CardFacts, ScoreMark } from './card-facts.tsx';
import type { CardWords } from './card-words.ts';
import { displayNames } from './names.ts';
import { Poster } from './poster.tsx';

interface Props {
  readonly title: TitleCard;
  readonly words: CardWords;
  /** Above the fold: loads its poster at once. */
  readonly eager?: boolean;
}

/** A title as a poster with its name below: for grids and shelves. */
export function TitleTile({ title, words, eager = false }: Props) {
  const { first, second } = displayNames(title, words.language);
  return (
    <li className="group min-w-0">
      <Link
        href={localPath(words.language, `/anime/${title.slug}`)}
        prefetch={false}
        className="block rounded-sm outline-offset-4"
      >
        <span className="relative block">
          <Poster poster={title.poster} eager={eager} className="transition group-hover:brightness-110" />
          <ScoreMark
            score={title.score}
            words={words}
            className="absolute bottom-1.5 left-1.5 flex h-5 items-center rounded-sm bg-ground/90 px-1.5"
          />
        </span>
        <span
          lang={first.lang}
          className="mt-2 line-clamp-2 text-sm font-medium wrap-anywhere group-hover:text-accent sm:text-base sm:leading-5"
        >
          {first.text}
        </span>
        {second && (
          <span lang={second.lang} className="mt-0.5 block truncate text-xs text-mute">
            {second.text}
          </span>
        )}
        <span className="mt-0.5 block">
          <CardFacts title={title} words={words} />
        </span>
      </Link>
    </li>
  );
}
