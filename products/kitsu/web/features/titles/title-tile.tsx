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

/** A title as a poster with its name below: for grids and shelves. Its looks are in cards.css: pages hold dozens. */
export function TitleTile({ title, words, eager = false }: Props) {
  const { first, second } = displayNames(title, words);
  return (
    <li className="tile">
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
      </Link>
    </li>
  );
}
