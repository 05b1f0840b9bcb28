import Link from 'next/link';
import { formatCount, formatNumber } from '../../i18n/format.ts';
import { localPath } from '../../i18n/languages.ts';
import { airedText, CardFacts, CardStatus, ScoreMark } from './card-facts.tsx';
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
}

/** A title as a row of the list view; narrow screens get the facts below the name instead of in columns. */
export function TitleRow({ title, words, eager = false, later = false }: Props) {
  const { first, second } = displayNames(title, words);
  const genres = title.genres.map(({ name }) => (words.language === 'ru' ? name.ru : null) ?? name.en);
  return (
    <li className={later ? 'row later' : 'row'}>
      <Link href={localPath(words.language, `/anime/${title.slug}`)} prefetch={false}>
        <Poster poster={title.poster} eager={eager} />
        <span className="row-name">
          <span lang={first.lang} className="name">
            {first.text}
          </span>
          {second && (
            <span lang={second.lang} className="second-name">
              {second.text}
            </span>
          )}
          <CardFacts title={title} words={words} />
        </span>
        <span className="row-genres">{genres.join(', ')}</span>
        <span className="row-fact">{words.kind[title.kind]}</span>
        <span className="row-fact">
          <CardStatus title={title} words={words} />
          {airedText(title, words)}
        </span>
        <span className="row-number">
          {title.episodeCount !== null && (
            <>
              <span aria-hidden>{formatNumber(words.language, title.episodeCount)}</span>
              <span className="sr-only">
                {formatCount(words.language, title.episodeCount, words.episodes)}
              </span>
            </>
          )}
        </span>
        <span className="row-number">
          <ScoreMark score={title.score} words={words} />
        </span>
      </Link>
    </li>
  );
}
