import Link from 'next/link';
import type { ReactNode } from 'react';
import { localPath } from '../../i18n/languages.ts';
import { CardFacts, ScoreMark } from './card-facts.tsx';
import type { CardWords } from './card-words.ts';
import type { ListedTitle } from './listed-title.ts';
import { displayNames } from './names.ts';
import { Poster } from './poster.tsx';

interface Props {
  readonly title: ListedTitle;
  readonly words: CardWords;
  /** Stands before the poster, such as a position. */
  readonly lead?: ReactNode;
  /** One more line below the facts. */
  readonly note?: ReactNode;
  /** The title whose page this is. */
  readonly isCurrent?: boolean;
}

/** A title as a line with a small poster: for lists that are read from top to bottom. */
export function TitleLine({ title, words, lead, note, isCurrent = false }: Props) {
  const { first, second } = displayNames(title, words);
  return (
    <li className="line">
      <Link
        href={localPath(words.language, `/anime/${title.slug}`)}
        prefetch={false}
        {...(isCurrent && { 'aria-current': 'page' as const })}
      >
        {lead}
        <Poster poster={title.poster} />
        <span className="min-w-0 flex-1">
          <span lang={first.lang} className="name">
            {first.text}
          </span>
          {second && (
            <span lang={second.lang} className="second-name">
              {second.text}
            </span>
          )}
          <CardFacts title={title} words={words} />
          {note}
        </span>
        <ScoreMark score={title.score} words={words} />
      </Link>
    </li>
  );
}
