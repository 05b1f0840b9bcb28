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
  /** Above the fold: loads its poster at once. */
  readonly eager?: boolean;
  /** One of those after the first page: laid out only near the window. */
  readonly later?: boolean;
  /** One more line below the facts. */
  readonly note?: ReactNode;
}

/** A title as a poster with its name below: for grids and shelves. Its looks are in cards.css: pages hold dozens. */
export function TitleTile({ title, words, eager = false, later = false, note }: Props) {
  const { first, second } = displayNames(title, words);
  return (
    <li className={later ? 'tile later' : 'tile'}>
      <Link href={localPath(words.language, `/anime/${title.slug}`)} prefetch={false}>
        <Poster poster={title.poster} eager={eager} />
        <ScoreMark score={title.score} words={words} onPoster />
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
      </Link>
    </li>
  );
}
